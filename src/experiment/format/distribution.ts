import { exp, ln, normalQuantile } from '../../engine/index.ts';
import type { Distribution, Factor, Level } from './experiment.ts';

/**
 * Value of a distribution below which a share `u` (0–1) of it lies. Monotone in `u`, so that designs in
 * the unit cube become designs in the units of the factors.
 */
export function quantileOf(distribution: Distribution, u: number): number {
  const value = rawQuantile(distribution, u);
  const held = Math.max(distribution.low, Math.min(distribution.high, value));
  return distribution.whole ? Math.round(held) : held;
}

function rawQuantile(distribution: Distribution, u: number): number {
  const { kind, low, high, mode, mean, sd } = distribution;
  if (kind === 'uniform') return low + u * (high - low);
  if (kind === 'log-uniform') return exp(ln(low) + u * (ln(high) - ln(low)));
  if (kind === 'triangular') {
    const turn = high === low ? 0 : (mode - low) / (high - low);
    return u < turn
      ? low + Math.sqrt(u * (high - low) * (mode - low))
      : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
  }
  // Cut at both ends: the share between them is spread over the unit interval.
  const from = normalShare((low - mean) / sd);
  const to = normalShare((high - mean) / sd);
  const share = from + u * (to - from);
  if (share <= 0) return low;
  if (share >= 1) return high;
  return mean + sd * normalQuantile(share);
}

/** Share of the standard normal distribution below z, as the inverse of the quantile the draws use. */
function normalShare(z: number): number {
  let low = 1e-12;
  let high = 1 - 1e-12;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normalQuantile(middle) < z) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Level of a factor at a place `u` (0–1) of its range; of `n` levels each has an equal share. */
export function levelAt(factor: Factor, u: number): Level {
  if (factor.distribution !== null) return tidy(quantileOf(factor.distribution, u));
  const index = Math.min(factor.levels.length - 1, Math.floor(u * factor.levels.length));
  return factor.levels[index]!;
}

/** Nine significant digits: far below any meaning, and short enough to be read and typed again. */
function tidy(value: number): number {
  return Number(value.toPrecision(9));
}
