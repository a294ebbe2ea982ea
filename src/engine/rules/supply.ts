import { exp } from '../math.ts';
import type { GroundCoefficients } from './coefficients.ts';

/** Days of hard use after so many hours of combat, which adds its own time. Source: adjudication sources 10. */
export function fatigueAfterFight(fatigueDays: number, hours: number): number {
  return Math.min(10, fatigueDays + hours / 24);
}

/**
 * Share of their days of hard use that men keep after so many quiet hours: a quiet night gives half back, a
 * quiet day a little. Source: adjudication sources 10. Assumption: a quiet hour by day is worth a quarter of
 * one by night.
 */
export function restShare(hours: number, dark: boolean): number {
  // Eight quiet hours of darkness halve it.
  const nights = (hours / 8) * (dark ? 1 : 0.25);
  return exp(-0.6931471805599453 * nights);
}

/** Fatigue from marching. Source: adjudication sources 10: a march of more than 30 km in a day counts as one day. */
export function marchFatigue(minutes: number): number {
  return minutes / 600;
}

/** Ammunition 0–1 after resupply over so many hours. Assumption: carriers fill what is missing at a steady rate. */
export function ammunitionAfter(
  ammunition: number,
  hours: number,
  supplied: boolean,
  c: GroundCoefficients,
): number {
  return supplied ? Math.min(1, ammunition + (c.loadsPerDay * hours) / 24) : ammunition;
}

/**
 * Share of its load that the column of a battery can bring within so many hours, before the road is asked.
 * Assumption: what is missing, at a steady rate.
 */
export function shellsWanted(ammunition: number, hours: number, c: GroundCoefficients): number {
  return Math.max(0, Math.min(1 - ammunition, (c.shellLoadsPerDay * hours) / 24));
}

/**
 * Part 0–1 of what all batteries of a side want that its road lets through. Assumption: shared out evenly.
 * @param wanted kg that the columns would bring within the hours.
 * @param capacityMen men a day for whom the road into the field has room; infinite where nothing limits it.
 */
export function roadShare(
  wanted: number,
  capacityMen: number,
  hours: number,
  c: GroundCoefficients,
): number {
  if (wanted <= 0) return 1;
  return Math.min(1, (capacityMen * c.shellKilograms * hours) / 24 / wanted);
}

/**
 * Share of the load that lively small-arms fire of an intensity 0–1 uses up in so many minutes.
 * Assumption: in proportion to time and intensity; the hours a load lasts are a parameter.
 */
export function smallArmsUse(minutes: number, intensity: number, c: GroundCoefficients): number {
  return (minutes * intensity) / 60 / c.smallArmsHours;
}
