/** Mean of figures; NaN of none. */
export function meanOf(figures: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < figures.length; index++) sum += figures[index]!;
  return figures.length === 0 ? Number.NaN : sum / figures.length;
}

/** Sample variance (divisor n − 1); NaN below two figures. */
export function varianceOf(figures: ArrayLike<number>): number {
  if (figures.length < 2) return Number.NaN;
  const mean = meanOf(figures);
  let squares = 0;
  for (let index = 0; index < figures.length; index++) {
    const off = figures[index]! - mean;
    squares += off * off;
  }
  return squares / (figures.length - 1);
}

/** Sample standard deviation (divisor n − 1); NaN below two figures. */
export function deviationOf(figures: ArrayLike<number>): number {
  return Math.sqrt(varianceOf(figures));
}

/** Ranks of figures from 1, equal ones sharing the mean of their ranks. */
export function ranksOf(figures: readonly number[]): number[] {
  const order = figures.map((_, index) => index).sort((a, b) => figures[a]! - figures[b]!);
  const ranks = new Array<number>(figures.length).fill(0);
  let from = 0;
  while (from < order.length) {
    let to = from + 1;
    while (to < order.length && figures[order[to]!] === figures[order[from]!]) to++;
    for (let position = from; position < to; position++) {
      ranks[order[position]!] = (from + 1 + to) / 2;
    }
    from = to;
  }
  return ranks;
}

/** Correlation of two lists of equal length after Pearson; NaN where one of them does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const meanA = meanOf(a);
  const meanB = meanOf(b);
  let both = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let index = 0; index < a.length; index++) {
    const offA = a[index]! - meanA;
    const offB = b[index]! - meanB;
    both += offA * offB;
    squaresA += offA * offA;
    squaresB += offB * offB;
  }
  return both / Math.sqrt(squaresA * squaresB);
}

/** Correlation of ranks after Spearman, −1 to 1: how far one list rises whenever the other does. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  return correlation(ranksOf(a), ranksOf(b));
}
