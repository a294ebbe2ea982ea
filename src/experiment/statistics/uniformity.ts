import { exp } from '../../engine/index.ts';

/** How far shares from 0 to 1 are from being evenly spread. */
export interface Uniformity {
  /** Largest distance of their distribution from the even one, after Kolmogorov. */
  readonly distance: number;
  /** Chance of such a distance, or a larger one, if they are evenly spread. */
  readonly p: number;
}

/**
 * Kolmogorov's test of an even spread over 0 to 1. The chance by the limit distribution with Stephens's (1970)
 * correction for few figures. NaN of none.
 */
export function uniformity(shares: readonly number[]): Uniformity {
  const n = shares.length;
  if (n === 0) return { distance: Number.NaN, p: Number.NaN };
  const sorted = [...shares].sort((a, b) => a - b);
  let distance = 0;
  for (const [index, share] of sorted.entries()) {
    distance = Math.max(distance, (index + 1) / n - share, share - index / n);
  }
  const root = Math.sqrt(n);
  return { distance, p: kolmogorovTail((root + 0.12 + 0.11 / root) * distance) };
}

/** Chance that Kolmogorov's limit variable is larger than x. */
function kolmogorovTail(x: number): number {
  if (x < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) {
    const term = exp(-2 * k * k * x * x);
    sum += k % 2 === 1 ? term : -term;
    if (term < 1e-16) break;
  }
  return Math.max(0, Math.min(1, 2 * sum));
}

/** How many shares fall into each of so many equal parts of 0 to 1. */
export function rankCounts(shares: readonly number[], parts: number): number[] {
  const counts = new Array<number>(parts).fill(0);
  for (const share of shares) {
    const part = Math.min(parts - 1, Math.max(0, Math.floor(share * parts)));
    counts[part] = counts[part]! + 1;
  }
  return counts;
}
