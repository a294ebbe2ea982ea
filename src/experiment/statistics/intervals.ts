import { quantile } from '../../record/index.ts';
import { drawIndex, LUCK_FOR } from './luck.ts';
import { deviationOf, meanOf } from './moments.ts';
import { betaShare, studentQuantile } from './student.ts';

/** A figure with the interval that holds the true one at the stated level, 0.95 if not said otherwise. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export const LEVEL = 0.95;

/** Mean with Student's t interval; the ends are NaN below two figures. */
export function meanInterval(figures: ArrayLike<number>, level = LEVEL): Interval {
  const estimate = meanOf(figures);
  const n = figures.length;
  if (n < 2) return { estimate, low: Number.NaN, high: Number.NaN };
  const half = (studentQuantile((1 + level) / 2, n - 1) * deviationOf(figures)) / Math.sqrt(n);
  return { estimate, low: estimate - half, high: estimate + half };
}

/**
 * Quantile of ascending figures with an interval between two order statistics, which holds whatever the
 * distribution: the number of figures below the true quantile is binomial. The interval is the narrowest
 * symmetric one (in tail chance) of at least the level; where the figures are too few for that on one side, it
 * ends at the extreme. `null` of no figures.
 */
export function quantileInterval(
  sorted: readonly number[],
  p: number,
  level = LEVEL,
): Interval | null {
  const estimate = quantile(sorted, p);
  if (estimate === null) return null;
  const n = sorted.length;
  const tail = (1 - level) / 2;
  // P(at most k of n below) falls as the incomplete beta function does (Abramowitz and Stegun 26.5.24).
  const atMost = (k: number): number => (k >= n ? 1 : betaShare(1 - p, n - k, k + 1));
  let from = 0;
  while (from + 1 < n && atMost(from) <= tail) from++;
  let to = n - 1;
  while (to > 0 && 1 - atMost(to - 1) <= tail) to--;
  return {
    estimate,
    low: sorted[Math.max(0, from - 1)]!,
    high: sorted[Math.min(n - 1, to)]!,
  };
}

/** How often a bootstrap resamples: enough for the ends of a 95 % interval to two figures. */
export const RESAMPLES = 1000;

/**
 * Percentile bootstrap (Efron 1979): resamples indices 0 to `count` − 1 with replacement and takes the
 * outer quantiles of the statistic. Resample `r` draws the same indices every time.
 * @param statistic of a resample, given as indices; values that are not finite are left out.
 * @param stream separates the draws of several intervals of one report.
 */
export function bootstrapInterval(
  count: number,
  statistic: (indices: Int32Array) => number,
  { stream = 0, level = LEVEL, resamples = RESAMPLES } = {},
): { readonly low: number; readonly high: number } {
  const indices = new Int32Array(count);
  const values: number[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    for (let position = 0; position < count; position++) {
      indices[position] = drawIndex(stream, LUCK_FOR.bootstrap, resample, position, count);
    }
    const value = statistic(indices);
    if (Number.isFinite(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const tail = (1 - level) / 2;
  return {
    low: quantile(values, tail) ?? Number.NaN,
    high: quantile(values, 1 - tail) ?? Number.NaN,
  };
}
