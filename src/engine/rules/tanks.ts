import { exp } from '../math.ts';
import type { GroundCoefficients } from './coefficients.ts';

/**
 * Hit of one aimed shot of an anti-tank gun at a moving tank. Source: adjudication sources 7: 0.28 at 300 m, 0.05–0.15
 * at 800 m. Assumption: halves every 400 m beyond 300.
 */
export function antiTankHitChance(rangeMetres: number, c: GroundCoefficients): number {
  if (rangeMetres > 1200) return 0;
  return Math.min(0.9, c.tankHit * exp((-0.6931471805599453 * (rangeMetres - 300)) / 400));
}

/**
 * Tanks put out per minute by anti-tank guns that fire.
 * Source: adjudication sources 7, seen – hit – penetrated – disabled; the chances are parameters.
 * @param guns guns in action; `seen` 0–1 chance that a gun has a tank in its sights (light, weather).
 */
export function antiTankKillsPerMinute(
  guns: number,
  rangeMetres: number,
  seen: number,
  c: GroundCoefficients,
): number {
  return guns * c.tankShots * seen * antiTankHitChance(rangeMetres, c) * c.tankDisabled;
}

/** Chance that one tank bogs on so many km of marsh. Source: adjudication sources 16. */
export function bogChance(marshKm: number, c: GroundCoefficients): number {
  return 1 - exp(-c.bogHazardPerKm * marshKm);
}

/**
 * Hazard per hour for a tank that stands among enemy infantry. Assumption: needs about forty
 * unsuppressed men a tank; own infantry at hand shields it in proportion.
 */
export function closeAssaultHazard(
  enemyMen: number,
  enemySuppression: number,
  ownMen: number,
  tanks: number,
  c: GroundCoefficients,
): number {
  const hunters = enemyMen * (1 - enemySuppression);
  const alone = hunters / (hunters + ownMen + 1);
  return c.closeAssaultPerHour * alone * Math.min(1, hunters / (40 * Math.max(1, tanks)));
}

/**
 * Share of the danger from anti-tank guns and hunters that is left to tanks whose infantry and artillery go
 * forward with them: all of it without concert. Source: the parameter `tank.escort`.
 * @param concert concert of arms of the tanks' own attack, 0–1; 0 for tanks that do not attack.
 */
export function dangerLeft(concert: number, c: GroundCoefficients): number {
  return 1 - c.tankEscort * concert;
}

/** Effect of tanks on such ground, 0–1. Source: QJM terrain table (A for [6]): rugged .2–.5, swamp .3. */
export function tankTerrainFactor(terrain: number): number {
  // Codes of TERRAINS: flat, rolling, hill, crest, wood, marsh, village.
  return TANK_TERRAIN[terrain] ?? 0;
}
const TANK_TERRAIN: readonly number[] = [1, 0.9, 0.5, 0.25, 0.4, 0.3, 0.7, 0, 0];

/** Crew hit per tank that burns. Source: adjudication sources 7 [17] (A). */
export const CREW_HIT_BURNT = 1.28;
/** Crew hit per tank put out without burning. Source: as above. */
export const CREW_HIT_OTHER = 0.78;
