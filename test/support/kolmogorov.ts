/**
 * Two-sample Kolmogorov–Smirnov statistic: the largest difference between the shares of two samples
 * that do not exceed a value, 0 to 1. `Infinity` stands for what never happened and counts as later
 * than everything. Source: any textbook; for two samples of n the 0.1 % bound is about 1.95·√(2/n).
 */
export function kolmogorovDistance(first: readonly number[], second: readonly number[]): number {
  const share = (sample: readonly number[], value: number): number =>
    sample.filter((other) => other <= value).length / sample.length;
  let most = 0;
  for (const value of [...first, ...second]) {
    if (value === Infinity) continue;
    most = Math.max(most, Math.abs(share(first, value) - share(second, value)));
  }
  return most;
}
