import { meanInterval, type Interval } from './intervals.ts';
import { correlation, deviationOf, varianceOf } from './moments.ts';
import { studentTwoSided } from './student.ts';

/** What sharing luck between two variants shows of one measure. */
export interface PairedDifference extends Interval {
  /** Pairs in which both variants have a value. */
  readonly n: number;
  /** Mean of the reference over those pairs, and of the other. */
  readonly base: number;
  readonly other: number;
  /** Standard deviation of the reference over runs: the yardstick of an effect's size. */
  readonly sdBase: number;
  /** Standard deviation of the differences. */
  readonly sdDifference: number;
  /** `estimate ÷ sdBase`; NaN where the reference does not vary. */
  readonly effect: number;
  /**
   * Variance of the difference that unpaired runs would have, divided by that of the pairs: how many
   * times as many unpaired runs the same interval would take. 1 saves nothing; `Infinity` where the
   * difference is the same in every pair but the measure varies; NaN where nothing varies.
   */
  readonly varianceRatio: number;
  /** Correlation of the two variants over pairs; NaN where one does not vary. */
  readonly correlation: number;
  /** Two-sided chance of such a mean difference if the true one were 0 (Student's t); 1 where all are 0. */
  readonly p: number;
}

/**
 * Mean difference other − base over runs that shared their luck, with Student's t interval of 95 % on the
 * differences. A pair in which either side has no value is left out: for things that may not happen use
 * `restrictedTimes` or flags first, otherwise the figure speaks of selected pairs.
 * @param base and `other`: one value per seed, in the same order of seeds.
 */
export function pairedDifference(
  base: readonly (number | null)[],
  other: readonly (number | null)[],
): PairedDifference {
  if (base.length !== other.length) {
    throw new Error(`invariant broken: ${base.length} values against ${other.length}`);
  }
  const a: number[] = [];
  const b: number[] = [];
  for (let index = 0; index < base.length; index++) {
    const left = base[index];
    const right = other[index];
    if (left === null || left === undefined || right === null || right === undefined) continue;
    a.push(left);
    b.push(right);
  }
  const differences = b.map((value, index) => value - a[index]!);
  const { estimate, low, high } = meanInterval(differences);
  const variance = varianceOf(differences);
  const sdBase = deviationOf(a);
  return {
    n: a.length,
    base: meanInterval(a).estimate,
    other: meanInterval(b).estimate,
    estimate,
    low,
    high,
    sdBase,
    sdDifference: Math.sqrt(variance),
    effect: sdBase > 0 ? estimate / sdBase : Number.NaN,
    varianceRatio: (varianceOf(a) + varianceOf(b)) / variance,
    correlation: correlation(a, b),
    p: chanceOfNone(estimate, variance, a.length),
  };
}

function chanceOfNone(estimate: number, variance: number, n: number): number {
  if (n < 2) return Number.NaN;
  if (variance === 0) return estimate === 0 ? 1 : 0;
  return studentTwoSided(estimate / Math.sqrt(variance / n), n - 1);
}

/**
 * Holm's step-down correction (1979): chances adjusted so that rejecting where one is at most α keeps the
 * chance of any false rejection among all of them at α. In the order given; NaN is left aside.
 */
export function holm(chances: readonly number[]): number[] {
  const order = chances
    .map((_, index) => index)
    .filter((index) => !Number.isNaN(chances[index]))
    .sort((a, b) => chances[a]! - chances[b]!);
  const adjusted = chances.map(() => Number.NaN);
  let least = 0;
  for (const [rank, index] of order.entries()) {
    least = Math.max(least, Math.min(1, (order.length - rank) * chances[index]!));
    adjusted[index] = least;
  }
  return adjusted;
}

/**
 * Intervals of a family of differences that hold together, to go with `holm`: the difference of Holm's
 * rank k gets the level 1 − α ÷ (m − k). Excludes 0 exactly where the adjusted chance is below α, as long as every
 * smaller one is as well.
 */
export function holmLevels(chances: readonly number[], alpha = 0.05): number[] {
  const order = chances
    .map((_, index) => index)
    .filter((index) => !Number.isNaN(chances[index]))
    .sort((a, b) => chances[a]! - chances[b]!);
  const levels = chances.map(() => Number.NaN);
  for (const [rank, index] of order.entries()) levels[index] = 1 - alpha / (order.length - rank);
  return levels;
}
