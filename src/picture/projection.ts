import { cos, sin } from '../engine/index.ts';
import type { Point } from '../hex/index.ts';

/** Where the map lies on the globe: a local transverse Mercator, and hex (0, 0) in its metres. */
export interface Frame {
  readonly columns: number;
  readonly rows: number;
  readonly hexWidthMetres: number;
  /** Origin of the projection, degrees north and east. */
  readonly latitude0: number;
  readonly longitude0: number;
  /** Centre of hex (0, 0), metres east and north of the origin. */
  readonly x0Metres: number;
  readonly y0Metres: number;
}

/** Degrees east and north. */
export type LonLat = readonly [longitude: number, latitude: number];

/** WGS 84. */
const RADIUS = 6378137;
const E2 = 0.0066943799901413165;
const SECOND_E2 = E2 / (1 - E2);
const DEGREE = 3.141592653589793 / 180;

/** Length of the meridian from the equator, metres. */
function meridian(latitude: number): number {
  const e4 = E2 * E2;
  const e6 = e4 * E2;
  return (
    RADIUS *
    ((1 - E2 / 4 - (3 * e4) / 64 - (5 * e6) / 256) * latitude -
      ((3 * E2) / 8 + (3 * e4) / 32 + (45 * e6) / 1024) * sin(2 * latitude) +
      ((15 * e4) / 256 + (45 * e6) / 1024) * sin(4 * latitude) -
      ((35 * e6) / 3072) * sin(6 * latitude))
  );
}

/**
 * A place on the map plane: metres east and south of the centre of hex (0, 0).
 * Source: J. P. Snyder, Map Projections: A Working Manual (USGS 1395), formulas 8-9 and 8-10 with
 * scale 1; good to centimetres within a degree of the origin.
 */
export function project(frame: Frame, [longitude, latitude]: LonLat): Point {
  const phi = latitude * DEGREE;
  const sine = sin(phi);
  const cosine = cos(phi);
  const tangent = sine / cosine;
  const n = RADIUS / Math.sqrt(1 - E2 * sine * sine);
  const t = tangent * tangent;
  const c = SECOND_E2 * cosine * cosine;
  const a = (longitude - frame.longitude0) * DEGREE * cosine;
  const a2 = a * a;
  const east = n * a * (1 + (1 - t + c) * (a2 / 6) + (5 - 18 * t + t * t) * ((a2 * a2) / 120));
  const rise = meridian(phi) - meridian(frame.latitude0 * DEGREE);
  const north = rise + n * tangent * (a2 / 2 + (5 - t + 9 * c) * ((a2 * a2) / 24));
  return { x: east - frame.x0Metres, y: frame.y0Metres - north };
}

/** Steps after which the inverse stands still: each brings it some thousand times nearer. */
const INVERSE_STEPS = 6;

/**
 * Degrees east and north of a point of the map plane: `project` turned round by correcting a first guess,
 * good to a millimetre within a degree of the origin.
 */
export function unproject(frame: Frame, point: Point): LonLat {
  const metresADegree = RADIUS * DEGREE;
  const across = metresADegree * cos(frame.latitude0 * DEGREE);
  let longitude = frame.longitude0;
  let latitude = frame.latitude0;
  for (let step = 0; step < INVERSE_STEPS; step++) {
    const at = project(frame, [longitude, latitude]);
    longitude += (point.x - at.x) / across;
    latitude += (at.y - point.y) / metresADegree;
  }
  return [longitude, latitude];
}
