import { exp, normalQuantile } from './math.ts';

/**
 * Keyed draws: a random number is a pure function of what it is for. No generator has state, so the
 * order in which rules ask does not matter, and two variants of a run share their luck.
 *
 * Threefry-2x32-20 (Salmon, Moraes, Dror, Shaw, SC11) with the published known answers. Layout:
 * key = (seed, purpose), counter = (tick, mix of actor, other and n); see docs/adr/0003.
 */

/** What a draw is for. Each purpose has its own stream; new ones go at the end. */
export const PURPOSES = [
  'reading',
  'weather',
  'delay',
  'loss-of-message',
  'decision',
  'survey',
  'meeting',
  'detection',
  'fire',
  'kind-of-wound',
  'break',
  'rally',
  'tank',
  'bog',
  'artillery',
  'air',
  'navigation',
  'report',
  'talks',
  'sickness',
  'initiative',
  'planning',
  'intercept',
  'purge',
  'succession',
  'claim',
  'return',
  'inquiry',
  'rails',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Code of each purpose, for use as the second word of the key. */
export const FOR = Object.fromEntries(
  PURPOSES.map((purpose, index) => [purpose, index]),
) as Readonly<Record<Purpose, number>>;

const PARITY = 0x1bd11bda;
const scratch = new Uint32Array(2);

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

/** One block of Threefry-2x32-20. Writes the two output words into `out`. */
export function threefry(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
  out: Uint32Array,
): void {
  const k0 = key0 | 0;
  const k1 = key1 | 0;
  const k2 = PARITY ^ k0 ^ k1;
  let x0 = (counter0 + k0) | 0;
  let x1 = (counter1 + k1) | 0;
  // Five groups of four rounds; after each group the key schedule is injected.
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 13) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 15) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 26) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 6) ^ x0;
  x0 = (x0 + k1) | 0;
  x1 = (x1 + k2 + 1) | 0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 17) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 29) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 16) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 24) ^ x0;
  x0 = (x0 + k2) | 0;
  x1 = (x1 + k0 + 2) | 0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 13) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 15) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 26) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 6) ^ x0;
  x0 = (x0 + k0) | 0;
  x1 = (x1 + k1 + 3) | 0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 17) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 29) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 16) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 24) ^ x0;
  x0 = (x0 + k1) | 0;
  x1 = (x1 + k2 + 4) | 0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 13) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 15) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 26) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = rotate(x1, 6) ^ x0;
  x0 = (x0 + k2) | 0;
  x1 = (x1 + k0 + 5) | 0;
  out[0] = x0;
  out[1] = x1;
}

/** Mixes the last three parts of a key into one word (Murmur3 finalisers, public domain constants). */
function mixKey(actor: number, other: number, n: number): number {
  let h = Math.imul(actor ^ (actor >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13) ^ other, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16) ^ n, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * Uniform number in (0, 1), 52 bits wide, never 0 or 1.
 * @param actor luck key of who acts; `other` of whom it is done to (0 none); `n` counts draws of one occasion.
 */
export function uniform(
  seed: number,
  purpose: number,
  tick: number,
  actor: number,
  other = 0,
  n = 0,
): number {
  threefry(seed, purpose, tick, mixKey(actor, other, n), scratch);
  const high = scratch[0]! >>> 6;
  const low = scratch[1]! >>> 6;
  return (high * 67108864 + low + 0.5) / 4503599627370496;
}

/** Standard normal deviate. */
export function normal(
  seed: number,
  purpose: number,
  tick: number,
  actor: number,
  other = 0,
  n = 0,
): number {
  return normalQuantile(uniform(seed, purpose, tick, actor, other, n));
}

/** Log-normal factor with median 1 and the given sigma. */
export function logNormal(
  sigma: number,
  seed: number,
  purpose: number,
  tick: number,
  actor: number,
  other = 0,
  n = 0,
): number {
  return exp(sigma * normal(seed, purpose, tick, actor, other, n));
}

/**
 * Whole number of successes among `trials` with chance `chance` each, from **one** uniform number:
 * exact inversion for small expectations, a rounded normal for large ones. Monotone in `u`, so paired
 * runs stay paired.
 */
export function binomialFrom(u: number, trials: number, chance: number): number {
  if (trials <= 0 || chance <= 0) return 0;
  if (chance >= 1) return trials;
  const mean = trials * chance;
  // The chance of none is never below 1 - mean (Bernoulli): most draws of small chances end here.
  if (u < 1 - mean - 1e-9) return 0;
  if (mean > 30 && trials * (1 - chance) > 30) {
    const deviate = normalQuantile(u) * Math.sqrt(mean * (1 - chance));
    return Math.max(0, Math.min(trials, Math.round(mean + deviate)));
  }
  const q = 1 - chance;
  const odds = chance / q;
  let term = productOf(q, trials);
  if (term < 1e-300) return Math.max(0, Math.min(trials, Math.round(mean)));
  let sum = term;
  let k = 0;
  while (sum < u && k < trials) {
    k++;
    term = (term * odds * (trials - k + 1)) / k;
    sum += term;
  }
  return k;
}

/** `q` to a whole power, by squaring. */
function productOf(q: number, trials: number): number {
  let product = 1;
  let square = q;
  for (let left = trials; left > 0; left >>>= 1) {
    if ((left & 1) === 1) product *= square;
    square *= square;
  }
  return product;
}
