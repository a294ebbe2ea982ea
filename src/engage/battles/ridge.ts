import { logistic } from '../../engine/index.ts';

/** Rows of numbers, all of one length. */
export type Matrix = readonly Float64Array[];

/**
 * Linear and logistic regression with a penalty on every weight (Hoerl and Kennard 1970; le Cessie and
 * van Houwelingen 1992), by Newton steps on the normal equations. Deterministic and small: some hundred
 * rows and columns.
 */

/**
 * Weights that minimise squared error + penalty · weight².
 * @param penalties one for each column, 0 for none.
 */
export function ridgeLinear(
  rows: Matrix,
  targets: Float64Array,
  penalties: Float64Array,
): Float64Array {
  const ones = new Float64Array(rows.length).fill(1);
  return solve(factor(normal(rows, ones, penalties)), project(rows, targets));
}

/** Weights of a logistic regression of 0/1 targets, penalty · weight² / 2 added to the log-loss. */
export function ridgeLogistic(
  rows: Matrix,
  targets: Float64Array,
  penalties: Float64Array,
): Float64Array {
  const width = penalties.length;
  const weights = new Float64Array(width);
  const spread = new Float64Array(rows.length);
  const residual = new Float64Array(rows.length);
  for (let step = 0; step < 25; step++) {
    for (let i = 0; i < rows.length; i++) {
      const p = logistic(dot(rows[i]!, weights));
      spread[i] = p * (1 - p) + 1e-9;
      residual[i] = targets[i]! - p;
    }
    const gradient = project(rows, residual);
    for (let j = 0; j < width; j++) gradient[j] = gradient[j]! - penalties[j]! * weights[j]!;
    const change = solve(factor(normal(rows, spread, penalties)), gradient);
    let largest = 0;
    for (let j = 0; j < width; j++) {
      weights[j] = weights[j]! + change[j]!;
      largest = Math.max(largest, Math.abs(change[j]!));
    }
    if (largest < 1e-8) break;
  }
  return weights;
}

/**
 * Residuals of a linear ridge as they would be without the rows of each group, in closed form:
 * (I − H_gg)⁻¹ r_g with H the hat matrix.
 */
export function residualsWithoutGroup(
  rows: Matrix,
  targets: Float64Array,
  penalties: Float64Array,
  groups: readonly string[],
): Float64Array {
  const ones = new Float64Array(rows.length).fill(1);
  const factored = factor(normal(rows, ones, penalties));
  const weights = solve(factored, project(rows, targets));
  const out = new Float64Array(rows.length);
  const members = new Map<string, number[]>();
  groups.forEach((group, i) => members.set(group, [...(members.get(group) ?? []), i]));
  for (const list of members.values()) {
    // x_i (L Lᵀ)⁻¹ x_j is the product of L⁻¹ x_i and L⁻¹ x_j.
    const lifted = list.map((i) => forward(factored, rows[i]!));
    const left = list.map((_, a) =>
      Float64Array.from(list, (_, b) => (a === b ? 1 : 0) - dot(lifted[a]!, lifted[b]!)),
    );
    const residuals = Float64Array.from(list, (i) => targets[i]! - dot(rows[i]!, weights));
    const free = solve(factor(left), residuals);
    list.forEach((i, a) => (out[i] = free[a]!));
  }
  return out;
}

/** Scalar product. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}

/** Xᵀ W X + penalties, the lower half; columns that are 0 in a row are passed over. */
function normal(rows: Matrix, spread: Float64Array, penalties: Float64Array): Float64Array[] {
  const width = penalties.length;
  const square = Array.from({ length: width }, () => new Float64Array(width));
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    for (let a = 0; a < width; a++) {
      const weighted = row[a]! * spread[i]!;
      if (weighted === 0) continue;
      const line = square[a]!;
      for (let b = 0; b <= a; b++) line[b] = line[b]! + weighted * row[b]!;
    }
  }
  // A trace on the diagonal keeps columns that never occur from making the system singular.
  for (let a = 0; a < width; a++) square[a]![a] = square[a]![a]! + penalties[a]! + 1e-9;
  return square;
}

function project(rows: Matrix, targets: Float64Array): Float64Array {
  const out = new Float64Array(rows[0]?.length ?? 0);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const target = targets[i]!;
    for (let j = 0; j < out.length; j++) out[j] = out[j]! + row[j]! * target;
  }
  return out;
}

/** Lower triangle L with L Lᵀ equal to the symmetric positive matrix (Cholesky). */
function factor(square: Matrix): Float64Array[] {
  const lower = square.map((row) => Float64Array.from(row));
  for (let a = 0; a < lower.length; a++) {
    const line = lower[a]!;
    for (let b = 0; b <= a; b++) {
      const other = lower[b]!;
      let sum = square[a]![b]!;
      for (let k = 0; k < b; k++) sum -= line[k]! * other[k]!;
      line[b] = a === b ? Math.sqrt(Math.max(1e-12, sum)) : sum / other[b]!;
    }
  }
  return lower;
}

/** L⁻¹ times a column. */
function forward(lower: Matrix, right: Float64Array): Float64Array {
  const x = Float64Array.from(right);
  for (let a = 0; a < x.length; a++) {
    const line = lower[a]!;
    let sum = x[a]!;
    for (let k = 0; k < a; k++) sum -= line[k]! * x[k]!;
    x[a] = sum / line[a]!;
  }
  return x;
}

/** The solution of L Lᵀ x = right. */
function solve(lower: Matrix, right: Float64Array): Float64Array {
  const x = forward(lower, right);
  for (let a = x.length - 1; a >= 0; a--) {
    let sum = x[a]!;
    for (let k = a + 1; k < x.length; k++) sum -= lower[k]![a]! * x[k]!;
    x[a] = sum / lower[a]![a]!;
  }
  return x;
}
