import type { GroundCoefficients } from './coefficients.ts';

/**
 * March speeds off and on roads, km/h, by move class (foot, horse, motor, tracked) and terrain (flat,
 * rolling, hill, crest, wood, marsh, village).
 * Source: C, period march tables: foot 4 km/h on a road, 3 across country; K: tanks 3–4 km/h on marsh
 * (adjudication sources 7). Assumption: the rest by ratio of the mobility column of the QJM terrain table.
 */
const OPEN_KM_PER_HOUR: readonly (readonly number[])[] = [
  [3.2, 2.8, 2.3, 1.9, 2.2, 1.4, 3.2],
  [3.4, 2.8, 1.6, 0.6, 1.6, 0.9, 3.2],
  [5, 3.5, 1.2, 0.3, 0.8, 0.5, 6],
  [8, 6.5, 3, 0.9, 2.5, 3, 7],
];
const ROAD_KM_PER_HOUR: readonly number[] = [4, 4.5, 16, 12];
const TRACK_KM_PER_HOUR: readonly number[] = [3.6, 3.8, 9, 9];

/** Assumption: an armoured train within reach of guns goes at 20 km/h. */
const RAIL_KM_PER_HOUR = 20;

/** Bits of `WAY` and `HEXSIDE`, repeated as numbers for the inner loop. */
const TRACK = 1;
const ROAD = 2;
const RAIL = 4;
const RIVER = 1;
const STEEP = 4;
const CROSSING = 8;

export interface StepInput {
  /** Code of `MOVE_CLASSES`: 0 foot, 1 horse, 2 motor, 3 tracked. */
  readonly moveClass: number;
  /** Code of `TERRAINS` of the hex entered. */
  readonly terrain: number;
  /** Metres gained (negative lost). */
  readonly climbMetres: number;
  readonly hexsideBits: number;
  readonly wayBits: number;
  readonly passableMetres: number;
  readonly distanceMetres: number;
}

/**
 * Minutes to enter a neighbouring hex by day, dry and rested; `Infinity` where there is no way.
 * Source: climbing adds ten minutes for 100 m on foot (Naismith's rule, C), 1.5 times that for others. A
 * river is crossed at a crossing only, by boat unless the boats' time is nothing to foot troops.
 */
export function stepMinutes(step: StepInput, c: GroundCoefficients): number {
  const { moveClass, terrain } = step;
  if (moveClass === 4) {
    // Trains keep to the rails, wherever these lead.
    const onRails = (step.wayBits & RAIL) !== 0;
    return onRails ? (step.distanceMetres / 1000 / RAIL_KM_PER_HOUR) * 60 : Infinity;
  }
  if (moveClass > 4 || terrain >= 7 || step.passableMetres <= 0) return Infinity;
  const river = (step.hexsideBits & RIVER) !== 0;
  if (river && (step.hexsideBits & CROSSING) === 0) return Infinity;
  const onWay = step.wayBits & (TRACK | ROAD);
  if ((step.hexsideBits & STEEP) !== 0 && onWay === 0 && moveClass !== 0) return Infinity;
  let speed = OPEN_KM_PER_HOUR[moveClass]![terrain]!;
  if ((onWay & ROAD) !== 0) speed = Math.max(speed, ROAD_KM_PER_HOUR[moveClass]!);
  else if (onWay !== 0) speed = Math.max(speed, TRACK_KM_PER_HOUR[moveClass]!);
  let minutes = (step.distanceMetres / 1000 / (speed * c.speedScale)) * 60;
  minutes += Math.max(0, step.climbMetres) * (moveClass === 0 ? 0.1 : 0.15);
  if ((step.hexsideBits & STEEP) !== 0) minutes *= 1.5;
  if (river) minutes += c.boatMinutes * (moveClass === 0 ? 1 : moveClass === 1 ? 2 : 3);
  return minutes;
}

/**
 * Factor on march time by light, weather and fatigue.
 * Source: QJM weather table as carried in [6] (A): mobility .8 in light and .6 in heavy rain; wheels
 * suffer once more (assumption). Tired men march up to a third slower (assumption).
 */
export function marchSlowing(
  light: number,
  weather: number,
  fatigueDays: number,
  moveClass: number,
  c: GroundCoefficients,
): number {
  const lightFactor = light >= 3 ? 1 : light === 0 ? c.darkMarch : (1 + c.darkMarch) / 2;
  let sky = weather === 2 ? 0.8 : weather === 3 ? 0.6 : weather === 4 ? 0.9 : 1;
  if (moveClass === 2 && (weather === 2 || weather === 3)) sky *= 0.7;
  const tired = Math.max(0.7, 1 - 0.06 * fatigueDays);
  return 1 / (lightFactor * sky * tired);
}

/**
 * Kinds of link in the order road, track, rail, ferry, sea.
 * Hours over a link of the theatre without waiting: march with a night's rest every 30 km on foot, 35 by
 * horse, 150 by lorry, 80 on tracks. Source: period march tables (C). Assumption: trains 25 km/h, ships 16.
 */
export function linkHours(
  kind: 'road' | 'track' | 'rail' | 'ferry' | 'sea',
  lengthKm: number,
  moveClass: number,
  c: GroundCoefficients,
): number {
  if (kind === 'rail') return c.railLoadHours + lengthKm / 25;
  if (moveClass > 3) return Infinity;
  if (kind === 'sea') return c.seaLoadHours + lengthKm / 16;
  if (kind === 'ferry') return c.boatMinutes / 60 + 0.5 + lengthKm / 5;
  const speeds = kind === 'road' ? ROAD_KM_PER_HOUR : TRACK_KM_PER_HOUR;
  const pace = speeds[moveClass]! * c.speedScale;
  const day = DAY_MARCH_KM[moveClass]!;
  const marching = lengthKm / pace;
  // Rest is charged for what exceeds one day's march, so that short legs are marched through.
  const rest = Math.max(0, lengthKm - day) * ((24 - day / pace) / day);
  return marching + rest;
}
const DAY_MARCH_KM: readonly number[] = [30, 35, 150, 80];
