import { exp, ln } from '../../engine/index.ts';

/** Coefficients of Lanczos (1964) for g = 7, n = 9; relative error of the gamma function below 1e-14. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];
const HALF_LN_TWO_PI = 0.9189385332046728;

/** Natural logarithm of the gamma function for x > 0.5. */
export function lnGamma(x: number): number {
  let sum = LANCZOS[0]!;
  for (let k = 1; k < LANCZOS.length; k++) sum += LANCZOS[k]! / (x - 1 + k);
  const t = x + 6.5;
  return HALF_LN_TWO_PI + (x - 0.5) * ln(t) - t + ln(sum);
}

/**
 * Regularised incomplete beta function I_x(a, b) by the continued fraction of its theory (Abramowitz and
 * Stegun 26.5.8, evaluated after Lentz), for a, b ≥ 0.5 and 0 ≤ x ≤ 1.
 */
export function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast below the mean of the distribution; above it the mirror image does.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a);
  const front = exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * ln(x) + b * ln(1 - x)) / a;
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let fraction = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let factor = 1;
    for (const term of [even, odd]) {
      d = 1 + term * d;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = 1 + term / c;
      if (Math.abs(c) < tiny) c = tiny;
      factor = c * d;
      fraction *= factor;
    }
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return front * fraction;
}

/** Chance that a t of `freedom` degrees of freedom (1 or more) is further from 0 than `t`, both ways. */
export function studentTwoSided(t: number, freedom: number): number {
  if (!Number.isFinite(t)) return 0;
  return betaShare(freedom / (freedom + t * t), freedom / 2, 0.5);
}

/** The t that is exceeded with chance 1 − `p` (0.5 < p < 1) at `freedom` degrees of freedom. */
export function studentQuantile(p: number, freedom: number): number {
  const wanted = 2 * (1 - p);
  let low = 0;
  let high = 2;
  while (studentTwoSided(high, freedom) > wanted && high < 1e9) high *= 2;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (studentTwoSided(middle, freedom) > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
