import { POSITION_AREA, shellCasualtyChance } from './artillery.ts';
import type { GroundCoefficients } from './coefficients.ts';

/** Cruising speed of bombers in formation, km/h. Source: C, SB and TB-3 mixed: 200–300; assumption 240. */
const CRUISE_KM_PER_HOUR = 240;

/** Minutes from order to bombs at a distance. Assumption: 40 minutes to start and form up. */
export function flightMinutes(distanceKm: number): number {
  return 40 + (distanceKm / CRUISE_KM_PER_HOUR) * 60;
}

/**
 * Chance that a raid turns back. Fog, rain and darkness stop it. Source: adjudication sources 8: 59 aircraft turned
 * back by fog on 2 August.
 * @param light code of `LIGHTS`; `weather` code of `WEATHERS`.
 */
export function turnBackChance(light: number, weather: number, c: GroundCoefficients): number {
  if (light < 3) return 1;
  if (weather === 4 || weather === 3) return 1;
  if (weather === 2) return 0.9;
  return weather === 1 ? c.overcastTurnBack : 0.02;
}

/** Chance that a man in the hex is hit by a raid. Source: adjudication sources 8. */
export function bombCasualtyChance(
  aircraft: number,
  exposure: number,
  c: GroundCoefficients,
): number {
  return shellCasualtyChance(aircraft, c.bombLethal, exposure, POSITION_AREA);
}

/** Suppression after a raid on top of what there was. Assumption: saturates at thirty aircraft a hex. */
export function suppressionAfterRaid(
  start: number,
  aircraft: number,
  c: GroundCoefficients,
): number {
  const shock = c.bombShock * Math.min(1, aircraft / 30);
  return start + (1 - start) * shock;
}
