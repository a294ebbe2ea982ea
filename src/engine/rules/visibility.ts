import type { GroundCoefficients } from './coefficients.ts';

/** What a body does, as far as it shows. Assumption: five degrees are enough to tell what is seen when. */
export const SHOWN = { lying: 0, digging: 1, standing: 2, moving: 3, firing: 4 } as const;

/**
 * Range at which a moving body is seen half the time in a quarter of an hour, metres.
 * @param light code of `LIGHTS`; `weather` code of `WEATHERS`.
 * Assumption: twilight lies between night and day; rain halves, a downpour quarters; fog leaves 200 m;
 * cloud takes the moon away.
 */
export function sightMetres(light: number, weather: number, c: GroundCoefficients): number {
  const clouded = weather !== 0;
  let clear = c.dayMetres;
  if (light === 0 || (light === 1 && clouded)) clear = c.darkMetres;
  else if (light === 1) clear = c.moonMetres;
  else if (light === 2) clear = 2 * c.moonMetres;
  else if (light === 3) clear = 0.4 * c.dayMetres;
  if (weather === 2) return 0.5 * clear;
  if (weather === 3) return 0.25 * clear;
  return weather === 4 ? Math.min(200, clear) : clear;
}

/**
 * The same for a body that does something else. Firing shows in the dark by its flashes.
 * Assumption: the factors by activity are parameters.
 */
export function shownMetres(
  sight: number,
  shown: number,
  light: number,
  c: GroundCoefficients,
): number {
  switch (shown) {
    case SHOWN.firing:
      return light >= 3 ? 1.3 * sight : Math.max(sight, c.flashMetres);
    case SHOWN.moving:
      return sight;
    case SHOWN.standing:
      return 0.7 * sight;
    case SHOWN.digging:
      return 0.6 * sight;
    default:
      return c.dugInSight * sight;
  }
}

/**
 * Chance to see a body in a quarter of an hour. Assumption: 1 / (1 + (r / R)³), half at R, with a foot
 * that is flat near and falls off within a factor of two in range.
 */
export function detectionChance(rangeMetres: number, shown: number): number {
  if (shown <= 0) return 0;
  const ratio = rangeMetres / shown;
  return 1 / (1 + ratio * ratio * ratio);
}

/** Distance between the nearest parts of two bodies so many hexes apart, metres. Assumption: half a hex nearer than the centres. */
export function nearestMetres(hexes: number, hexWidthMetres: number): number {
  return hexes === 0 ? 0.12 * hexWidthMetres : (hexes - 0.5) * hexWidthMetres;
}
