/** Below this share of the largest pivot a column says nothing that the others do not say. */
const PIVOT_SHARE_MIN = 1e-9;

/**
 * Slopes of weighted least squares with an intercept, `[outcome][column]`. A column that does not vary, or follows from
 * those before it, has the slope 0.
 * @param columns `[case][column]`
 * @param outcomes `[case][outcome]`
 * @param weights one a case, not negative.
 */
export function weightedSlopes(
  columns: readonly (readonly number[])[],
  outcomes: readonly (readonly number[])[],
  weights: readonly number[],
): number[][] {
  const width = columns[0]?.length ?? 0;
  const left = centred(columns, weights);
  const right = centred(outcomes, weights);
  const square = Array.from({ length: width }, (_, a) =>
    Array.from({ length: width }, (_unused, b) => product(left, left, weights, a, b)),
  );
  const factor = cholesky(square);
  const count = outcomes[0]?.length ?? 0;
  return Array.from({ length: count }, (_, outcome) => {
    const sides = Array.from({ length: width }, (_unused, a) =>
      product(left, right, weights, a, outcome),
    );
    return solve(factor, sides);
  });
}

/** The same with the weighted mean of each column taken off. */
function centred(
  table: readonly (readonly number[])[],
  weights: readonly number[],
): readonly (readonly number[])[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const means = (table[0] ?? []).map(
    (_, column) => table.reduce((sum, row, at) => sum + weights[at]! * row[column]!, 0) / total,
  );
  return table.map((row) => row.map((value, column) => value - means[column]!));
}

function product(
  left: readonly (readonly number[])[],
  right: readonly (readonly number[])[],
  weights: readonly number[],
  a: number,
  b: number,
): number {
  let sum = 0;
  for (const [at, weight] of weights.entries()) {
    if (weight > 0) sum += weight * left[at]![a]! * right[at]![b]!;
  }
  return sum;
}

/** Cholesky's factor of a symmetric table without negative directions; a pivot of nothing becomes 0. */
function cholesky(square: readonly (readonly number[])[]): number[][] {
  const factor = square.map((row) => row.map(() => 0));
  for (const [i, row] of square.entries()) {
    const start = row[i]!;
    for (let j = 0; j <= i; j++) {
      let rest = row[j]!;
      for (let k = 0; k < j; k++) rest -= factor[i]![k]! * factor[j]![k]!;
      if (i === j) factor[i]![i] = rest > PIVOT_SHARE_MIN * start ? Math.sqrt(rest) : 0;
      else factor[i]![j] = factor[j]![j] === 0 ? 0 : rest / factor[j]![j]!;
    }
  }
  return factor;
}

function solve(factor: readonly (readonly number[])[], sides: readonly number[]): number[] {
  const half = sides.slice();
  for (let i = 0; i < half.length; i++) {
    let rest = half[i]!;
    for (let k = 0; k < i; k++) rest -= factor[i]![k]! * half[k]!;
    half[i] = factor[i]![i] === 0 ? 0 : rest / factor[i]![i]!;
  }
  for (let i = half.length - 1; i >= 0; i--) {
    let rest = half[i]!;
    for (let k = i + 1; k < half.length; k++) rest -= factor[k]![i]! * half[k]!;
    half[i] = factor[i]![i] === 0 ? 0 : rest / factor[i]![i]!;
  }
  return half;
}
