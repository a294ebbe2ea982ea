import { centreOf, hexAt, type Grid, type Point } from '../hex/index.ts';
import type { MapFile } from './schema.ts';

/**
 * How far a height of the general ground is felt, metres.
 *
 * Assumption: a little over two cells of the coarse relief (1.8 km), so that every hex hears the cells
 * around it and a mountain at the edge of the map does not lift the flats at the other edge, as it
 * would if the reach were endless. Where no height lies so near, the reach is doubled until one does.
 */
const GROUND_REACH_METRES = 4000;

/** A hill as the formulas want it: on the map plane, falls in metres per metre. */
interface Cone {
  readonly id: string;
  readonly at: Point;
  readonly metres: number;
  readonly fallEast: number;
  readonly fallWest: number;
}

/** A ridge: the line between two hills, the height kept along it, and the falls beside it. */
interface Ridge {
  readonly from: Point;
  readonly to: Point;
  readonly saddleMetres: number;
  readonly fallEast: number;
  readonly fallWest: number;
}

/**
 * `[hex]` height of every hex above the sea, metres, rounded; an explicit interpolation of the few
 * heights that are known or judged, without noise. The height at a centre P is the greatest of
 *
 * 1. **General ground.** Inverse-distance weighting of power 2 with a reach R:
 *
 *        ground(P) = Σ wᵢ · mᵢ / Σ wᵢ        wᵢ = (1 / dᵢ − 1 / R)²  for dᵢ < R, else 0
 *
 *    where mᵢ is the height of a `ground` point and dᵢ its distance from P. On a point itself the
 *    ground has exactly its height.
 *
 * 2. **Hills.** Each is a cone with a summit height m and two slopes that run into each other by
 *    bearing: with e the eastward part of the direction from the summit to P (1 due east, −1 due west,
 *    0 due north or south) and d the distance in kilometres,
 *
 *        hill(P) = m − d · (fallEast · (1 + e) / 2 + fallWest · (1 − e) / 2)
 *
 * 3. **Ridges.** Along the straight line between its two hills the height does not sink below the
 *    saddle height s. Beside the line it falls off with the mean slopes of the two hills, blended in the
 *    same way by the bearing from the foot of the perpendicular F to P; beyond the two ends a ridge
 *    says nothing and the hills rule:
 *
 *        ridge(P) = s − |PF| · (fallEast · (1 + e) / 2 + fallWest · (1 − e) / 2)
 *
 * The map must have passed validation; a ridge that names an unknown hill throws.
 */
export function elevationOf(map: MapFile, grid: Grid): Int16Array {
  const cones = map.elevation.hills.map((hill) => coneOf(hill, grid));
  const ridges = map.elevation.ridges.map((ridge) => ridgeOf(ridge, cones));
  const ground = map.elevation.ground.map(({ at, metres }) => ({
    at: centreOf(grid, hexAt(grid, at[0], at[1])),
    metres,
  }));
  const elevation = new Int16Array(grid.count);
  for (let hex = 0; hex < grid.count; hex++) {
    const at = centreOf(grid, hex);
    let metres = groundMetres(ground, at);
    for (const cone of cones) metres = Math.max(metres, coneMetres(cone, at));
    for (const ridge of ridges) metres = Math.max(metres, ridgeMetres(ridge, at));
    elevation[hex] = Math.round(metres);
  }
  return elevation;
}

interface GroundPoint {
  readonly at: Point;
  readonly metres: number;
}

/** Height of the general ground at a point, metres; 0 where the map names no heights at all. */
function groundMetres(points: readonly GroundPoint[], at: Point): number {
  if (points.length === 0) return 0;
  for (let reach = GROUND_REACH_METRES; ; reach *= 2) {
    let weights = 0;
    let sum = 0;
    for (const point of points) {
      const metres = distance(point.at, at);
      if (metres === 0) return point.metres;
      if (metres >= reach) continue;
      const root = 1 / metres - 1 / reach;
      weights += root * root;
      sum += root * root * point.metres;
    }
    if (weights > 0) return sum / weights;
  }
}

function coneMetres(cone: Cone, at: Point): number {
  return cone.metres - dropMetres(cone, cone.at, at);
}

/** Height of a ridge at a point; `-Infinity` beyond its ends. */
function ridgeMetres(ridge: Ridge, at: Point): number {
  const { from, to } = ridge;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const share = ((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy);
  if (share < 0 || share > 1) return -Infinity;
  const foot = { x: from.x + dx * share, y: from.y + dy * share };
  return ridge.saddleMetres - dropMetres(ridge, foot, at);
}

/** How far the ground has fallen at `at`, coming down from `top`: the two falls blended by bearing. */
function dropMetres(
  falls: { readonly fallEast: number; readonly fallWest: number },
  top: Point,
  at: Point,
): number {
  const metres = distance(top, at);
  if (metres === 0) return 0;
  const eastward = (at.x - top.x) / metres;
  return metres * ((falls.fallEast * (1 + eastward)) / 2 + (falls.fallWest * (1 - eastward)) / 2);
}

function coneOf(hill: MapFile['elevation']['hills'][number], grid: Grid): Cone {
  return {
    id: hill.id,
    at: centreOf(grid, hexAt(grid, hill.at[0], hill.at[1])),
    metres: hill.metres,
    fallEast: hill.fallEast / 1000,
    fallWest: hill.fallWest / 1000,
  };
}

function ridgeOf(ridge: MapFile['elevation']['ridges'][number], cones: readonly Cone[]): Ridge {
  const from = cones.find((cone) => cone.id === ridge.from);
  const to = cones.find((cone) => cone.id === ridge.to);
  if (from === undefined || to === undefined) {
    throw new Error(`Ridge ${ridge.from}–${ridge.to} joins a hill that is not on the map`);
  }
  return {
    from: from.at,
    to: to.at,
    saddleMetres: ridge.saddleMetres,
    fallEast: (from.fallEast + to.fallEast) / 2,
    fallWest: (from.fallWest + to.fallWest) / 2,
  };
}

function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}
