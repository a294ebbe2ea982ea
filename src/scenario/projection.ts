import { cos, sin } from '../engine/index.ts';
import type { Point } from '../hex/index.ts';

/** Longitude and latitude in degrees, WGS 84. */
export type LonLat = readonly [longitude: number, latitude: number];

/** What a map file says about where its plane lies: the projection's origin and that of hex (0, 0). */
export interface MapOrigin {
  readonly latitude0: number;
  readonly longitude0: number;
  /** Centre of hex (0, 0), metres east and north of the projection's origin. */
  readonly x0Metres: number;
  readonly y0Metres: number;
}

/**
 * A local transverse Mercator (scale 1) as a short series around its origin. With p degrees north and
 * q degrees east of the origin, the place lies, in metres,
 *
 *     east   q · (east + eastP · p + eastPP · p² + eastQQ · q²)
 *     north  p · (north + northP · p) + q² · (bend + bendP · p)
 *
 * of it. Within 80 km of the origin the error stays below 10 cm, far below any datum of a map.
 */
export interface Projection {
  readonly origin: MapOrigin;
  readonly east: number;
  readonly eastP: number;
  readonly eastPP: number;
  readonly eastQQ: number;
  readonly north: number;
  readonly northP: number;
  readonly bend: number;
  readonly bendP: number;
}

/** Semi-major axis in metres and flattening of the ellipsoid. Source: WGS 84, definition. */
const SEMI_MAJOR_METRES = 6378137;
const FLATTENING = 1 / 298.257223563;
const RADIANS_PER_DEGREE = 3.141592653589793 / 180;
/** Each turn of the inverse shrinks the error at least fifty times within 80 km; eight leave none. */
const INVERSE_TURNS = 8;

/**
 * Works out the series for an origin. The coefficients are the derivatives, at the origin, of the
 * radius of the parallel (N cos φ), of the meridian arc (M) and of the convergence term (N sin φ cos φ).
 *
 * Source: transverse Mercator series as in any textbook of map projections, cut after the third order.
 */
export function makeProjection(origin: MapOrigin): Projection {
  const s = sin(origin.latitude0 * RADIANS_PER_DEGREE);
  const c = cos(origin.latitude0 * RADIANS_PER_DEGREE);
  const eccentricity2 = FLATTENING * (2 - FLATTENING);
  const w2 = 1 - eccentricity2 * s * s;
  const w = Math.sqrt(w2);
  const prime = SEMI_MAJOR_METRES / w;
  const meridian = (SEMI_MAJOR_METRES * (1 - eccentricity2)) / (w2 * w);
  const meridianRise = (3 * meridian * eccentricity2 * s * c) / w2;
  const eta2 = (eccentricity2 / (1 - eccentricity2)) * c * c;
  const r = RADIANS_PER_DEGREE;
  return {
    origin,
    east: prime * c * r,
    eastP: -meridian * s * r * r,
    eastPP: (-(meridianRise * s + meridian * c) / 2) * r * r * r,
    eastQQ: ((prime * c * (c * c - s * s + eta2 * c * c)) / 6) * r * r * r,
    north: meridian * r,
    northP: (meridianRise / 2) * r * r,
    bend: ((prime * s * c) / 2) * r * r,
    bendP: ((prime * c * c - meridian * s * s) / 2) * r * r * r,
  };
}

/** Place on the map plane: metres east and **south** of the centre of hex (0, 0). */
export function toPlane(projection: Projection, at: LonLat): Point {
  const { origin } = projection;
  const q = at[0] - origin.longitude0;
  const p = at[1] - origin.latitude0;
  return {
    x: q * eastPerDegree(projection, p, q) - origin.x0Metres,
    y: origin.y0Metres - (p * northPerDegree(projection, p) + bendNorth(projection, p, q)),
  };
}

/** Longitude and latitude of a point of the map plane; the inverse of `toPlane`. */
export function toLonLat(projection: Projection, point: Point): LonLat {
  const { origin } = projection;
  const eastMetres = point.x + origin.x0Metres;
  const northMetres = origin.y0Metres - point.y;
  let q = eastMetres / projection.east;
  let p = northMetres / projection.north;
  for (let turn = 0; turn < INVERSE_TURNS; turn++) {
    q = eastMetres / eastPerDegree(projection, p, q);
    p = (northMetres - bendNorth(projection, p, q)) / northPerDegree(projection, p);
  }
  return [origin.longitude0 + q, origin.latitude0 + p];
}

function eastPerDegree(projection: Projection, p: number, q: number): number {
  const { east, eastP, eastPP, eastQQ } = projection;
  return east + eastP * p + eastPP * p * p + eastQQ * q * q;
}

function northPerDegree(projection: Projection, p: number): number {
  return projection.north + projection.northP * p;
}

/** Metres by which a parallel bends north of its tangent, q degrees from the central meridian. */
function bendNorth(projection: Projection, p: number, q: number): number {
  return q * q * (projection.bend + projection.bendP * p);
}
