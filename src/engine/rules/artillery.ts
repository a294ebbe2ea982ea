import { exp, pow } from '../math.ts';
import type { GroundCoefficients } from './coefficients.ts';
import { coverOf } from './works.ts';

/** Area of a hex of 500 m, m². Source: geometry, √3/2 · 500². */
const HEX_AREA_SQUARE_METRES = 216506;

/** Ground that the men of a position stand on, m². Assumption: a third of a hex, so shells among them are thicker. */
export const POSITION_AREA = HEX_AREA_SQUARE_METRES / 3;

/** Lethal area of a light mortar or grenade-discharger bomb, m². Assumption: a third of a 76 mm shell. */
export const MORTAR_LETHAL = 70;

/**
 * Lethal area of one shell against a standing man, m².
 * Source: adjudication sources 3: zones of fragments 76 mm 30 × 15 m, 122 mm 60 × 20 m, 152 mm 70 × 30 m
 * (C), half of them as a start (J). Smaller calibres by weight of shell (assumption).
 */
export function lethalArea(calibreMm: number): number {
  if (calibreMm <= 0) return 0;
  if (calibreMm < 60) return 40;
  if (calibreMm <= 72) return 150;
  if (calibreMm <= 85) return 225;
  if (calibreMm <= 115) return 450;
  if (calibreMm <= 130) return 600;
  return 1050;
}

/**
 * Reach of a gun, metres. Source: C, published ranges: Type 92 70 mm 2.8 km, Type 41 mountain 7 km,
 * 76 mm M1902/30 and M1936 9–13 km, 107 mm and 122 mm 9–12 km, 150 and 152 mm about 12 km.
 * Assumption: one figure by calibre and kind of carriage, below the maximum.
 */
export function reachMetres(calibreMm: number, mountainGun: boolean): number {
  if (calibreMm <= 0) return 0;
  if (calibreMm < 60) return 1000;
  if (calibreMm <= 72) return 2800;
  if (mountainGun) return 6500;
  if (calibreMm <= 85) return 9000;
  return calibreMm <= 130 ? 9500 : 12000;
}

/**
 * Rounds per tube and minute of a fire plan, which a crew keeps up for an hour. Assumption: rate falls with
 * the weight of the shell; it lies well below the quickest that barrels bear.
 */
export function tubeRoundsPerMinute(calibreMm: number, c: GroundCoefficients): number {
  if (calibreMm <= 85) return c.gunRounds;
  return calibreMm <= 130 ? 0.6 * c.gunRounds : 0.4 * c.gunRounds;
}

/**
 * Rounds in one load of a tube, its unit of fire. Source: C, Soviet units of fire 140 at 76 mm, 80 at 122 mm,
 * 60 at 152 mm, Japanese 100 at 75 mm, 60 at 10 cm, 50 at 15 cm; `supply.roundsPerTube` at 75 and 76 mm.
 */
export function roundsPerLoad(calibreMm: number, c: GroundCoefficients): number {
  if (calibreMm <= 85) return c.roundsPerTube;
  return calibreMm <= 130 ? 0.6 * c.roundsPerTube : 0.5 * c.roundsPerTube;
}

/**
 * Weight of one round on the road, kg. Source: C, published weights of shells: 70 mm 4, 76 mm 6, 107 mm 17,
 * 122 mm 22, 152 mm 40. Assumption: charge, case and box add two fifths, at 76 mm and less a half.
 */
export function roundKilograms(calibreMm: number): number {
  if (calibreMm <= 72) return 6;
  if (calibreMm <= 85) return 9;
  if (calibreMm <= 115) return 24;
  return calibreMm <= 130 ? 31 : 56;
}

/**
 * What a battery fires for: the plan of an attack before its hour, calls while an attack is under way (its
 * own side's, or the other's that it answers), or a target of its own account.
 */
export type FireMission = 'plan' | 'support' | 'own';

/** Share of the load that is kept for self-defence. Assumption: the last twelfth. */
const LAST_SHELLS = 0.08;

/** Share of the load below which no battery fires for a mission; see the parameters for the reasons. Assumption: as there. */
export function missionReserve(mission: FireMission, c: GroundCoefficients): number {
  if (mission === 'own') return c.ownReserve;
  return mission === 'plan' ? c.planReserve : LAST_SHELLS;
}

/**
 * Rounds per tube and minute for a mission.
 * @param blind whether nobody sees the fall of shot, or it is night. Assumption: the shares are parameters.
 */
export function missionRounds(
  calibreMm: number,
  mission: FireMission,
  blind: boolean,
  c: GroundCoefficients,
): number {
  const share = mission === 'own' ? c.ownFire : mission === 'plan' ? 1 : c.supportFire;
  return tubeRoundsPerMinute(calibreMm, c) * share * (blind ? c.blindFire : 1);
}

/**
 * Part 0–1 of a man's body that fragments find, by posture and works. Standing 1, prone 1/3.
 * On rock the works are scrapes, which splinters make worse. Source: adjudication sources 3, adjudication sources 16.
 */
export function fragmentExposure(
  attacking: boolean,
  works: number,
  onRock: boolean,
  c: GroundCoefficients,
): number {
  if (attacking) return 0.6;
  const best = onRock ? c.scrapeFactor : c.trenchFactor;
  // Between the two by ratio: each spadeful saves the same share of those still hit.
  return pow(1 / 3, 1 - coverOf(works)) * pow(best, coverOf(works));
}

/**
 * What men in works lose of their exposure to fragments by crouching instead of firing over the parapet, as a
 * factor. Source: adjudication sources 3: 1/25 to 1/100 crouching, 1/15 to 1/50 firing.
 * @param crouching share 0–1 of the men, or of the time.
 */
export function crouchCover(works: number, crouching: number, c: GroundCoefficients): number {
  return 1 - (1 - c.crouchFactor) * crouching * coverOf(works);
}

/** Chance that a man in the area is hit by so many rounds: 1 − exp(−n L v / A). Source: adjudication sources 3. */
export function shellCasualtyChance(
  rounds: number,
  lethalSquareMetres: number,
  exposure: number,
  areaSquareMetres: number,
): number {
  return 1 - exp((-rounds * lethalSquareMetres * exposure) / areaSquareMetres);
}

/**
 * Chance that shells or bombs on a hex break the railway that goes through it: one that falls on the track does. Source:
 * geometry, a strip of 3 m by 500 m. Assumption: the line goes straight through, and a near miss does no harm.
 * @param rounds how many fell in the hex.
 */
export function trackHitChance(rounds: number): number {
  return 1 - exp((-rounds * TRACK_SQUARE_METRES) / HEX_AREA_SQUARE_METRES);
}

const TRACK_SQUARE_METRES = 3 * 500;

/**
 * Incoming weight for suppression: shells of 76 mm worth per minute and hectare of the position.
 * Source: adjudication sources 4, the intensity I; Assumption: a shell counts by its lethal area.
 */
export function shellWeight(
  roundsPerMinute: number,
  lethalSquareMetres: number,
  areaSquareMetres: number,
): number {
  return (roundsPerMinute * (lethalSquareMetres / 225) * 10000) / areaSquareMetres;
}

/**
 * What is left of the effect of fire, 0–1: unobserved fire is nearly lost, at night little is seen.
 * @param light code of `LIGHTS`; `weather` code of `WEATHERS`. Source: adjudication sources 6 and QJM weather table (A for [6]).
 */
export function observationFactor(
  observed: boolean,
  light: number,
  weather: number,
  c: GroundCoefficients,
): number {
  if (!observed) return c.unobservedFactor;
  const sky = weather === 4 ? 0.3 : weather === 3 ? 0.8 : 1;
  return sky * (light >= 3 ? 1 : light === 2 ? 0.5 : c.nightFire);
}
