import { exp, ln, normalQuantile } from '../engine/index.ts';

/**
 * Whole number of successes among `trials` with chance `chance`, from one uniform number: the same
 * inversion as `binomialFrom` of the engine, with the first term from a power instead of a product, so
 * that its cost does not grow with the size of the body. Losses of companies with one chance sum to
 * exactly this, which is why a body is drawn at once and not company by company.
 */
export function wholeLosses(u: number, trials: number, chance: number): number {
  if (trials <= 0 || chance <= 0) return 0;
  if (chance >= 1) return trials;
  const mean = trials * chance;
  if (mean > 30 && trials - mean > 30) {
    const deviate = normalQuantile(u) * Math.sqrt(mean * (1 - chance));
    return Math.max(0, Math.min(trials, Math.round(mean + deviate)));
  }
  const odds = chance / (1 - chance);
  let term = exp(trials * ln(1 - chance));
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
