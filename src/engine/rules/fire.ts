import { pow } from '../math.ts';
import type { GroundCoefficients } from './coefficients.ts';
import { coverOf } from './works.ts';

/**
 * Aimed fire of small arms. The unit of account is the **hit on fully exposed men per minute**; what a
 * body of troops sends is multiplied by range, light and quality, what it takes by its exposure.
 */

/** Reach of the weapons, metres. Source: C, effective ranges of period manuals (rifle 600, LMG 800, HMG 1,500). */
export const REACH_METRES = { rifle: 600, light: 800, heavy: 1500, tank: 1200 } as const;

/**
 * Range in metres stood for by 0, 1 and 2 hexes of 500 m; in one hex the range is worked out.
 * Assumption: bodies stand about the middle of their hexes, nearer when they face each other.
 */
export const HEX_RANGE_METRES: readonly number[] = [120, 450, 950];

/** `[hexes]` range factor of each weapon. */
export interface RangeTable {
  readonly rifle: readonly number[];
  readonly light: readonly number[];
  readonly heavy: readonly number[];
  readonly tank: readonly number[];
}

/** Share of aimed fire left at a range: (1 − r / r_max)^m. Source: adjudication sources 2.1. */
export function rangeFactor(rangeMetres: number, reachMetres: number, exponent: number): number {
  return rangeMetres >= reachMetres ? 0 : pow(1 - rangeMetres / reachMetres, exponent);
}

/** Range factors for a list of ranges. Source: adjudication sources 2.1, a(r) = a0 (1 − r/rmax)^m. */
export function makeRangeTable(exponent: number, rangesMetres: readonly number[]): RangeTable {
  const of = (reach: number): number[] =>
    rangesMetres.map((range) => rangeFactor(range, reach, exponent));
  return {
    rifle: of(REACH_METRES.rifle),
    light: of(REACH_METRES.light),
    heavy: of(REACH_METRES.heavy),
    tank: of(REACH_METRES.tank),
  };
}

/** Men of a body that can be engaged on a front. Source: adjudication sources 2.2: a cap, no multiplier. */
export function engagedMen(men: number, frontageMetres: number, spacingMetres: number): number {
  return Math.min(men, frontageMetres / spacingMetres);
}

/**
 * Effect of drill and fieldcraft, 1 at training 0.5. Darkness and broken ground demand more of it:
 * `demand` 1 by day, up to 2 at night. Source: adjudication sources 6 ("training makes it") and 16.
 */
export function qualityFactor(training: number, demand: number, c: GroundCoefficients): number {
  return Math.max(0.2, 1 + c.qualityWeight * demand * (training - 0.5));
}

/**
 * Exposure 0–1 of troops to flat fire.
 * Source: adjudication sources 2.6 (exposure of men who move) and 3 (posture); the values are parameters.
 * @param attacking moving forward by bounds; otherwise in position.
 * @param works 0–1 of the works they are in (0 for attackers).
 * @param suppression 0–1; pinned men take cover.
 * @param concert 0–1 coordination; columns and late bounds expose more, good support less.
 */
export function flatExposure(
  attacking: boolean,
  works: number,
  suppression: number,
  concert: number,
  c: GroundCoefficients,
): number {
  const cover = 1 - c.pinnedCover * suppression;
  const still = (c.proneExposure + (c.worksExposure - c.proneExposure) * coverOf(works)) * cover;
  if (!attacking) return still;
  // Who is kept down lies; who is not, goes forward.
  const forward = c.movingExposure * (1.4 - 0.8 * concert);
  return forward * (1 - suppression) + still * suppression;
}

/** Share of its targets that fire finds among so many men. Assumption: half at `acquisitionMen`. */
export function acquisitionShare(men: number, c: GroundCoefficients): number {
  return men <= 0 ? 0 : men / (men + c.acquisitionMen);
}

/**
 * Aim left in this light, against day. Beyond the range of sight men fire at noise and flashes.
 * Source: adjudication sources 6. Assumption: falls with (range / sight)³ as detection does.
 * @param light code of `LIGHTS`, 0 dark to 4 day.
 */
export function lightAim(light: number, c: GroundCoefficients): number {
  if (light >= 4) return 1;
  if (light === 3) return 0.8;
  if (light === 2) return Math.max(0.7, c.darkAim);
  return light === 1 ? Math.min(1, 1.6 * c.darkAim) : c.darkAim;
}

/** Aim left in this weather. Source: QJM weather table as carried in [6] of the adjudication sources (A): attack .9, .7; fog assumed. */
export function weatherAim(weather: number): number {
  if (weather === 2) return 0.85;
  if (weather === 3) return 0.6;
  return weather === 4 ? 0.5 : 1;
}

/**
 * Share of a full day's fire that goes on in a lull between two bodies: by day harassing shots, at
 * night less. Assumption: see `fire.staticShare`.
 */
export function lullShare(light: number, c: GroundCoefficients): number {
  return light >= 3 ? c.staticShare : 0.5 * c.staticShare;
}
