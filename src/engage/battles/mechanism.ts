import { groundCoefficients } from '../../engine/index.ts';
import { drawFight } from '../fight.ts';
import { makeFight } from '../fight-setup.ts';
import { bandOf, type Band } from '../odds.ts';
import type { BattleFacts } from './facts.ts';
import { eraOf, slicesOf, standardEngagement, type Quality } from './standard.ts';

/** What the rules alone say of a battle, through the standard scenario. */
export interface MechanismForecast {
  /** Share of the draws in which the attacker takes the ground, never quite 0 or 1. */
  readonly chance: number;
  /** Fractions of the whole strength. */
  readonly attackerLoss: Band;
  readonly defenderLoss: Band;
}

/**
 * How little is known of two armies that are only named by their numbers: no lean to either side, and a
 * standard deviation of 0.8 of the logarithm of relative effectiveness. Assumption, not fitted: of two
 * pairs of armies in three the better one is worth up to 2.2 of the other man for man, which is the
 * widest that the priors of the case allow.
 */
export const UNKNOWN_ARMIES: Quality = { mean: 0, sigma: 0.8 };

export interface MechanismPlan {
  readonly draws: number;
  readonly seed: number;
}

/** Draws for one battle in a forecast, unless asked otherwise; the layer was fitted on so many. */
export const MECHANISM_PLAN: MechanismPlan = { draws: 400, seed: 1 };

/**
 * Draws the slice of a battle and takes its losses for those of the whole: the infantry of a slice is a
 * part of the army, and of the defence only the part that is attacked fights.
 */
export function forecastByMechanism(
  facts: BattleFacts,
  params: Float64Array,
  plan: MechanismPlan = MECHANISM_PLAN,
): MechanismForecast {
  const engagement = standardEngagement(facts, UNKNOWN_ARMIES, groundCoefficients(params));
  const fight = makeFight(engagement, params);
  const { attacked } = slicesOf(facts);
  const { infantryShare } = eraOf(facts.year);
  const attackerPart = infantryShare / engagement.attacker.men;
  const fighting = (engagement.defender.men * attacked) / (facts.defenderMen * infantryShare);
  const defenderPart = (infantryShare * Math.min(1, fighting)) / engagement.defender.men;
  const attackerLoss = new Float64Array(plan.draws);
  const defenderLoss = new Float64Array(plan.draws);
  let won = 0;
  for (let k = 0; k < plan.draws; k++) {
    const result = drawFight(fight, (plan.seed + k) >>> 0);
    if (result.outcome === 'taken') won++;
    attackerLoss[k] = result.attackerLost * attackerPart;
    defenderLoss[k] = result.defenderLost * defenderPart;
  }
  return {
    // Half a draw on either side keeps the logarithm of the odds finite.
    chance: (won + 0.5) / (plan.draws + 1),
    attackerLoss: bandOf(attackerLoss),
    defenderLoss: bandOf(defenderLoss),
  };
}
