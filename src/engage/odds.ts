import { drawFight } from './fight.ts';
import { makeFight, OUTCOMES, type Fight, type Outcome } from './fight-setup.ts';
import type { Engagement } from './engagement.ts';

/** The 10th, 50th and 90th of a hundred ordered draws. */
export interface Band {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** A share of draws with its 95 % interval. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** What many draws of one engagement came to. */
export interface Odds {
  readonly draws: number;
  readonly seed: number;
  /** Share of the draws in which the attacker takes the ground. */
  readonly attackerWins: Share;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Fractions of the men at the start. */
  readonly attackerLoss: Band;
  readonly defenderLoss: Band;
  /** Fractions of the tanks; zero where there are none. */
  readonly attackerTankLoss: Band;
  readonly defenderTankLoss: Band;
  /** Hours of fighting. */
  readonly hours: Band;
}

export interface DrawPlan {
  readonly draws: number;
  /** Draw k, counted from 0, has the seed `seed` + k, as runs of a batch have. */
  readonly seed: number;
}

/** Draws an engagement many times and gathers what came of it. */
export function drawOdds(engagement: Engagement, params: Float64Array, plan: DrawPlan): Odds {
  return oddsOfFight(makeFight(engagement, params), plan);
}

/** The same for an engagement that is set up already. */
export function oddsOfFight(fight: Fight, plan: DrawPlan): Odds {
  const { draws, seed } = plan;
  const { attacker, defender } = fight.engagement;
  const lists = Array.from({ length: 5 }, () => new Float64Array(draws));
  const counts = new Int32Array(OUTCOMES.length);
  for (let k = 0; k < draws; k++) {
    const result = drawFight(fight, (seed + k) >>> 0);
    const code = OUTCOMES.indexOf(result.outcome);
    counts[code] = counts[code]! + 1;
    lists[0]![k] = result.attackerLost / Math.max(1, attacker.men);
    lists[1]![k] = result.defenderLost / Math.max(1, defender.men);
    lists[2]![k] = result.attackerTanksLost / Math.max(1, attacker.tanks);
    lists[3]![k] = result.defenderTanksLost / Math.max(1, defender.tanks);
    lists[4]![k] = result.minutes / 60;
  }
  const [attackerLoss, defenderLoss, attackerTankLoss, defenderTankLoss, hours] = lists.map(bandOf);
  return {
    draws,
    seed,
    attackerWins: shareOf(counts[0]!, draws),
    outcomes: Object.fromEntries(
      OUTCOMES.map((outcome, code) => [outcome, counts[code]! / draws]),
    ) as Record<Outcome, number>,
    attackerLoss: attackerLoss!,
    defenderLoss: defenderLoss!,
    attackerTankLoss: attackerTankLoss!,
    defenderTankLoss: defenderTankLoss!,
    hours: hours!,
  };
}

/** Sorts the values and reads their band, between neighbours by the straight line. */
export function bandOf(values: Float64Array): Band {
  values.sort();
  return {
    p10: quantileOf(values, 0.1),
    p50: quantileOf(values, 0.5),
    p90: quantileOf(values, 0.9),
  };
}

/** Quantile 0–1 of sorted values; 0 of none. */
export function quantileOf(sorted: Float64Array, at: number): number {
  if (sorted.length === 0) return 0;
  const place = at * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}

/** A share with its 95 % interval after Wilson, which stays within 0 and 1. */
export function shareOf(count: number, of: number): Share {
  if (of <= 0) return { share: 0, low: 0, high: 1 };
  const z = 1.959963984540054;
  const p = count / of;
  const middle = p + (z * z) / (2 * of);
  const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  const low = count === 0 ? 0 : (middle - half) / scale;
  const high = count === of ? 1 : (middle + half) / scale;
  return { share: p, low: Math.max(0, low), high: Math.min(1, high) };
}
