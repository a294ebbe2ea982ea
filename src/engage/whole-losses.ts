import { binomialFrom, exp, ln } from '../engine/index.ts';

/**
 * Whole number of successes among `trials` with chance `chance`, from one uniform number: the same
 * inversion as `binomialFrom` of the engine, with the first term from a power instead of a product, so
 * that its cost does not grow with the size of the body. Losses of companies with one chance sum to
 * exactly this, which is why a body is drawn at once and not company by company.
 */
export function wholeLosses(u: number, trials: number, chance: number): number {
  return binomialFrom(u, trials, chance, powerOf);
}

function powerOf(q: number, trials: number): number {
  return exp(trials * ln(q));
}
