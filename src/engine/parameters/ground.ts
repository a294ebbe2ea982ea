import type { ParameterSpec } from '../parameters.ts';
import { ARMS_PARAMETERS } from './ground-arms.ts';
import { FIRE_PARAMETERS } from './ground-fire.ts';
import { MORALE_PARAMETERS } from './ground-morale.ts';
import { MOVE_PARAMETERS } from './ground-move.ts';

/** Parameters of movement, observation, works, fire, morale, supply and operations. */
export const GROUND_PARAMETERS = [
  ...MOVE_PARAMETERS,
  ...FIRE_PARAMETERS,
  ...ARMS_PARAMETERS,
  ...MORALE_PARAMETERS,
] as const satisfies readonly ParameterSpec[];
