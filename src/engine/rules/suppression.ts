import { exp } from '../math.ts';

/**
 * Suppression s of a unit, 0–1: ds/dt = k I (1 − s) − s / τ. Within a step of constant incoming
 * weight the solution is exact. Source: adjudication sources 4.
 */

/**
 * Level to which suppression tends under a gain k·I (per minute) and a recovery 1/τ (per minute).
 * Source: adjudication sources 4, s* = kI / (kI + 1/τ).
 */
export function suppressionLimit(gainPerMinute: number, recoveryPerMinute: number): number {
  const rate = gainPerMinute + recoveryPerMinute;
  return rate <= 0 ? 0 : gainPerMinute / rate;
}

/** Suppression after `minutes` of constant fire. Source: adjudication sources 4, the closed form. */
export function suppressionAfter(
  start: number,
  gainPerMinute: number,
  recoveryPerMinute: number,
  minutes: number,
): number {
  const limit = suppressionLimit(gainPerMinute, recoveryPerMinute);
  return limit + (start - limit) * exp(-(gainPerMinute + recoveryPerMinute) * minutes);
}

/**
 * Recovery rate per minute under a mixture of bullets and shells: the tail of shelling is longer.
 * With nothing coming in, the slower of the two holds. Source: adjudication sources 4 (τ 1–3 and 5–15 min).
 */
export function recoveryRate(
  bulletGain: number,
  shellGain: number,
  tau: { readonly smallArmsTau: number; readonly shellTau: number },
): number {
  const sum = bulletGain + shellGain;
  if (sum <= 0) return 1 / tau.shellTau;
  return 1 / ((bulletGain * tau.smallArmsTau + shellGain * tau.shellTau) / sum);
}
