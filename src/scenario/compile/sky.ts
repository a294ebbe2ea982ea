import { asin, atan2, cos, LIGHTS, sin, TICK_MINUTES } from '../../engine/index.ts';
import type { SkyTables } from '../../engine/index.ts';

/**
 * Sun and moon of low precision: the sun to about 0.01°, the moon to about 0.2° in longitude and 0.1° in
 * latitude, that is one minute of time for the sun and some three for the rising or setting of the moon.
 *
 * Source: J. Meeus, Astronomical Algorithms (2nd ed. 1998), chapters 12 (sidereal time), 13 (altitude),
 * 22 (obliquity), 25 (sun), 47 (moon, the larger terms), 48 (lit share). The difference between
 * terrestrial and universal time (24 seconds in 1938) is left out: the moon moves 0.004° in it.
 */
const DEGREE = 3.141592653589793 / 180;

/** Place on the ground, degrees north and east. */
export interface Observer {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * Altitudes of the sun's centre that part the lights, degrees. Sunrise is the rising of the upper limb under
 * mean refraction; the twilights are the usual ones (Meeus, chapter 15).
 */
const SUNRISE_DEGREES = -0.833;
const CIVIL_DEGREES = -6;
const NAUTICAL_DEGREES = -12;
/** Altitude of the moon's centre, seen from the ground, at which its upper limb rises. */
const MOONRISE_DEGREES = -0.833;
/** Less than half of the disk gives less than a tenth of the light of the full moon. */
const MOONLIT_SHARE_MIN = 0.5;

/** Ecliptic longitude and latitude, degrees. */
interface Ecliptic {
  readonly longitude: number;
  readonly latitude: number;
}

/** Days from noon of 1 January 2000, negative before. */
function daysOf(absoluteMinutes: number): number {
  return absoluteMinutes / 1440 - 10957.5;
}

/** An angle brought into 0–360°, so that sines are taken of small numbers. */
function turn(degrees: number): number {
  return degrees - Math.floor(degrees / 360) * 360;
}

function sinOf(degrees: number): number {
  return sin(turn(degrees) * DEGREE);
}

function cosOf(degrees: number): number {
  return cos(turn(degrees) * DEGREE);
}

/** Apparent place of the sun. Meeus, chapter 25, "low accuracy". */
function sunOf(days: number): Ecliptic {
  const t = days / 36525;
  const mean = 280.46646 + 36000.76983 * t;
  const anomaly = 357.52911 + 35999.05029 * t;
  const centre =
    (1.914602 - 0.004817 * t) * sinOf(anomaly) +
    (0.019993 - 0.000101 * t) * sinOf(2 * anomaly) +
    0.000289 * sinOf(3 * anomaly);
  const aberration = -0.00569 - 0.00478 * sinOf(125.04 - 1934.136 * t);
  return { longitude: turn(mean + centre + aberration), latitude: 0 };
}

/** A periodic term: multiples of elongation, sun's anomaly, moon's anomaly, latitude; size in degrees. */
type Term = readonly [d: number, m: number, a: number, f: number, size: number];

/** Meeus, table 47.A, sines, to 0.01°. */
const MOON_LONGITUDE: readonly Term[] = [
  [0, 0, 1, 0, 6.288774],
  [2, 0, -1, 0, 1.274027],
  [2, 0, 0, 0, 0.658314],
  [0, 0, 2, 0, 0.213618],
  [0, 1, 0, 0, -0.185116],
  [0, 0, 0, 2, -0.114332],
  [2, 0, -2, 0, 0.058793],
  [2, -1, -1, 0, 0.057066],
  [2, 0, 1, 0, 0.053322],
  [2, -1, 0, 0, 0.045758],
  [0, 1, -1, 0, -0.040923],
  [1, 0, 0, 0, -0.03472],
  [0, 1, 1, 0, -0.030383],
  [2, 0, 0, -2, 0.015327],
  [0, 0, 1, 2, -0.012528],
  [0, 0, 1, -2, 0.01098],
  [4, 0, -1, 0, 0.010675],
  [0, 0, 3, 0, 0.010034],
];
/** Meeus, table 47.B, sines, to 0.01°. */
const MOON_LATITUDE: readonly Term[] = [
  [0, 0, 0, 1, 5.128122],
  [0, 0, 1, 1, 0.280602],
  [0, 0, 1, -1, 0.277693],
  [2, 0, 0, -1, 0.173237],
  [2, 0, -1, 1, 0.055413],
  [2, 0, -1, -1, 0.046271],
  [2, 0, 0, 1, 0.032573],
  [0, 0, 2, 1, 0.017198],
];
/** Horizontal parallax, cosines. Meeus, chapter 47, by way of the distance. */
const MOON_PARALLAX: readonly Term[] = [
  [0, 0, 1, 0, 0.0518],
  [2, 0, -1, 0, 0.0095],
  [2, 0, 0, 0, 0.0078],
  [0, 0, 2, 0, 0.0028],
];
const MEAN_PARALLAX_DEGREES = 0.9508;

/** Place of the moon from the centre of the earth, and its horizontal parallax in degrees. */
function moonOf(days: number): Ecliptic & { readonly parallax: number } {
  const t = days / 36525;
  const mean = turn(218.3164477 + 481267.88123421 * t - 0.0015786 * t * t);
  const elongation = turn(297.8501921 + 445267.1114034 * t - 0.0018819 * t * t);
  const sunAnomaly = turn(357.5291092 + 35999.0502909 * t);
  const anomaly = turn(134.9633964 + 477198.8675055 * t + 0.0087414 * t * t);
  const node = turn(93.272095 + 483202.0175233 * t - 0.0036539 * t * t);
  const angle = ([d, m, a, f]: Term): number =>
    d * elongation + m * sunAnomaly + a * anomaly + f * node;
  let longitude = mean;
  let latitude = 0;
  let parallax = MEAN_PARALLAX_DEGREES;
  for (const term of MOON_LONGITUDE) longitude += term[4] * sinOf(angle(term));
  for (const term of MOON_LATITUDE) latitude += term[4] * sinOf(angle(term));
  for (const term of MOON_PARALLAX) parallax += term[4] * cosOf(angle(term));
  return { longitude: turn(longitude), latitude, parallax };
}

/** Sine of the altitude of a body above the horizon, seen from the centre of the earth. */
function sineOfAltitude(body: Ecliptic, days: number, observer: Observer): number {
  const obliquity = 23.439291 - (0.0130042 * days) / 36525;
  const sinE = sinOf(obliquity);
  const cosE = cosOf(obliquity);
  const sinL = sinOf(body.longitude);
  const sinB = sinOf(body.latitude);
  const cosB = cosOf(body.latitude);
  const ascension = atan2(sinL * cosE * cosB - sinB * sinE, cosOf(body.longitude) * cosB);
  const sinDeclination = sinB * cosE + cosB * sinE * sinL;
  const cosDeclination = Math.sqrt(Math.max(0, 1 - sinDeclination * sinDeclination));
  const sidereal = turn(280.46061837 + 360.98564736629 * days);
  const hourAngle = sidereal + observer.longitude - ascension / DEGREE;
  return (
    sinOf(observer.latitude) * sinDeclination +
    cosOf(observer.latitude) * cosDeclination * cosOf(hourAngle)
  );
}

/** Altitude of the sun's centre in degrees, without refraction. */
export function sunAltitudeDegrees(absoluteMinutes: number, observer: Observer): number {
  const days = daysOf(absoluteMinutes);
  return asin(sineOfAltitude(sunOf(days), days, observer)) / DEGREE;
}

/** Altitude of the moon's centre in degrees as seen from the ground, without refraction. */
export function moonAltitudeDegrees(absoluteMinutes: number, observer: Observer): number {
  const days = daysOf(absoluteMinutes);
  const moon = moonOf(days);
  const altitude = asin(sineOfAltitude(moon, days, observer)) / DEGREE;
  return altitude - moon.parallax * cosOf(altitude);
}

/** Share 0–1 of the moon's disk that is lit. */
export function moonLitShare(absoluteMinutes: number): number {
  const days = daysOf(absoluteMinutes);
  const moon = moonOf(days);
  const cosElongation = cosOf(moon.latitude) * cosOf(moon.longitude - sunOf(days).longitude);
  return (1 - cosElongation) / 2;
}

/** Natural light at a moment, as a code of `LIGHTS`. Weather is not in it. */
export function lightAt(absoluteMinutes: number, observer: Observer): number {
  const sun = sunAltitudeDegrees(absoluteMinutes, observer);
  if (sun >= SUNRISE_DEGREES) return LIGHTS.indexOf('day');
  if (sun >= CIVIL_DEGREES) return LIGHTS.indexOf('civil');
  if (sun >= NAUTICAL_DEGREES) return LIGHTS.indexOf('nautical');
  const isMoonlit =
    moonLitShare(absoluteMinutes) > MOONLIT_SHARE_MIN &&
    moonAltitudeDegrees(absoluteMinutes, observer) >= MOONRISE_DEGREES;
  return LIGHTS.indexOf(isMoonlit ? 'moonlit' : 'dark');
}

/** Light of every tick, taken in the middle of the tick. */
export function makeSky(startMinutes: number, endTick: number, observer: Observer): SkyTables {
  const light = new Uint8Array(endTick);
  for (let tick = 0; tick < endTick; tick++) {
    light[tick] = lightAt(startMinutes + (tick + 0.5) * TICK_MINUTES, observer);
  }
  return { light };
}
