import {
  TICK_MINUTES,
  exp,
  groundCoefficients,
  isRock,
  marchSlowing,
  stepMinutes,
  type GroundCoefficients,
} from '../engine/index.ts';
import { SLICE_METRES, makeBody, type Body } from './body.ts';
import type { Engagement } from './engagement.ts';
import type { Scene } from './exchange.ts';

/** How an engagement can end. */
export const OUTCOMES = ['taken', 'contested', 'repulsed', 'fire-fight'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What one draw of an engagement came to. Overwritten by the next. */
export interface FightResult {
  outcome: Outcome;
  attackerLost: number;
  defenderLost: number;
  attackerTanksLost: number;
  defenderTanksLost: number;
  minutes: number;
}

/** How finely a fight is worked out; the defaults are the engine's. */
export interface Fineness {
  /** Minutes of a step. */
  readonly stepMinutes: number;
  /** Parts into which the fire of a step is divided. */
  readonly subSteps: number;
}
export const ENGINE_FINENESS: Fineness = { stepMinutes: TICK_MINUTES, subSteps: 5 };

/** Everything that one engagement needs and that its draws share. */
export interface Fight {
  readonly engagement: Engagement;
  readonly c: GroundCoefficients;
  readonly attacker: Body;
  readonly defender: Body;
  readonly scene: Scene;
  readonly fineness: Fineness;
  /** Steps from the line of departure into the target, unhindered. */
  readonly approachSteps: number;
  readonly attackFrontMetres: number;
  /** Share of the losses of the last half hour that is still felt a step later. */
  readonly fade: number;
  readonly result: FightResult;
}

/** Sets an engagement up for any number of draws. */
export function makeFight(
  engagement: Engagement,
  params: Float64Array,
  fineness: Fineness = ENGINE_FINENESS,
): Fight {
  const c = groundCoefficients(params);
  const { ground } = engagement;
  const march = stepMinutes(
    {
      moveClass: 0,
      terrain: ground.terrain,
      climbMetres: ground.climbMetres,
      hexsideBits: 0,
      wayBits: 0,
      passableMetres: SLICE_METRES,
      distanceMetres: SLICE_METRES,
    },
    c,
  );
  const minutes = march * marchSlowing(ground.light, ground.weather, 0, 0, c);
  return {
    engagement,
    c,
    attacker: makeBody(engagement, true, c),
    defender: makeBody(engagement, false, c),
    fineness,
    approachSteps: Math.max(1, Math.round(minutes / fineness.stepMinutes)),
    attackFrontMetres: Math.max(100, Math.min(SLICE_METRES, ground.frontageMetres)),
    fade: exp(-fineness.stepMinutes / (2 * TICK_MINUTES)),
    scene: {
      seed: 0,
      tick: 0,
      minutes: fineness.stepMinutes,
      subSteps: fineness.subSteps,
      hexes: 1,
      held: 0.5,
      trench: ground.trench,
      wire: ground.wire,
      rock: isRock(ground.terrain),
      coordination: engagement.coordination,
      light: ground.light,
      weather: ground.weather,
      defenderFires: true,
    },
    result: {
      outcome: 'repulsed',
      attackerLost: 0.5,
      defenderLost: 0.5,
      attackerTanksLost: 0.5,
      defenderTanksLost: 0.5,
      minutes: 0.5,
    },
  };
}

/** Steps of a fight in so many minutes. */
export function stepsOf(fight: Fight, minutes: number): number {
  return Math.round(minutes / fight.fineness.stepMinutes);
}
