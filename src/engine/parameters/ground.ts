import type { ParameterSpec } from '../parameters.ts';

/** Parameters of movement, observation, works, fire, morale and supply. */
export const GROUND_PARAMETERS = [
  {
    id: 'fire.nonEffectiveShare',
    title: 'Share of riflemen who do not fire to effect',
    unit: 'share',
    low: 0.4,
    start: 0.65,
    high: 0.85,
    grade: 'J',
    source: 'Rowland 2006 (C): field performance an order of magnitude below trials; prior of the project.',
  },
] as const satisfies readonly ParameterSpec[];
