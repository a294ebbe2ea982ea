import { bootstrapInterval, type Interval } from './intervals.ts';
import { deviationOf, meanOf } from './moments.ts';

/** What Morris's walks say of one factor. */
export interface MorrisIndex {
  /** Mean of the elementary effects: the direction. */
  readonly mu: number;
  /** Mean of their sizes (Campolongo and others 2007), with a bootstrap interval of 95 %. */
  readonly muStar: Interval;
  /** Their standard deviation: how far the effect depends on where the others stand. */
  readonly sigma: number;
  readonly walks: number;
}

/**
 * Morris's screening measures (1991) of one factor.
 * @param effects elementary effects, change of the outcome per unit of the factor's range, one a walk.
 */
export function morrisIndex(effects: readonly number[], stream = 0): MorrisIndex {
  const sizes = effects.map(Math.abs);
  const over = (indices: Int32Array): number => {
    let sum = 0;
    for (const index of indices) sum += sizes[index]!;
    return sum / indices.length;
  };
  return {
    mu: meanOf(effects),
    muStar: { estimate: meanOf(sizes), ...bootstrapInterval(effects.length, over, { stream }) },
    sigma: deviationOf(effects),
    walks: effects.length,
  };
}

/** First and total index of one factor, shares of the outcome's variance. */
export interface SobolIndex {
  /** Share that the factor explains alone. */
  readonly first: Interval;
  /** Share in which the factor has a part, alone or together with others. */
  readonly total: Interval;
}

/** Outcomes of a design of Saltelli: two independent samples, and the first with one column of the second. */
export interface SaltelliOutcomes {
  /** Outcome at each point of the first sample, and of the second. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** `[factor][point]`: outcome at the point of the first sample with that factor from the second. */
  readonly mixed: readonly (readonly number[])[];
}

/**
 * Sobol indices of every factor with bootstrap intervals of 95 % over the points. First index by the
 * estimator of Saltelli and others (2010, table 2 b), total index by that of Jansen (1999; the same
 * table, f).
 */
export function sobolIndices({ a, b, mixed }: SaltelliOutcomes, stream = 0): SobolIndex[] {
  const every = Int32Array.from(a, (_, index) => index);
  // Taking off the mean changes no index, and keeps large means from eating the digits.
  const centre = (meanOf(a) + meanOf(b)) / 2;
  const left = a.map((value) => value - centre);
  const right = b.map((value) => value - centre);
  return mixed.map((outcomes) => {
    const across = outcomes.map((value) => value - centre);
    const first = (indices: Int32Array): number => firstIndex(left, right, across, indices);
    const total = (indices: Int32Array): number => totalIndex(left, right, across, indices);
    return {
      first: { estimate: first(every), ...bootstrapInterval(a.length, first, { stream }) },
      total: { estimate: total(every), ...bootstrapInterval(a.length, total, { stream }) },
    };
  });
}

/** Variance of both samples together (divisor n). */
function variance(a: readonly number[], b: readonly number[], indices: Int32Array): number {
  let sum = 0;
  let squares = 0;
  for (const index of indices) {
    const left = a[index]!;
    const right = b[index]!;
    sum += left + right;
    squares += left * left + right * right;
  }
  const n = 2 * indices.length;
  return squares / n - (sum / n) * (sum / n);
}

function firstIndex(
  a: readonly number[],
  b: readonly number[],
  mixed: readonly number[],
  indices: Int32Array,
): number {
  let sum = 0;
  for (const index of indices) sum += b[index]! * (mixed[index]! - a[index]!);
  return sum / indices.length / variance(a, b, indices);
}

function totalIndex(
  a: readonly number[],
  b: readonly number[],
  mixed: readonly number[],
  indices: Int32Array,
): number {
  let sum = 0;
  for (const index of indices) {
    const change = a[index]! - mixed[index]!;
    sum += change * change;
  }
  return sum / (2 * indices.length) / variance(a, b, indices);
}
