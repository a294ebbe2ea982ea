import { centreOf, makeGrid, type Grid, type Point } from '../hex/index.ts';

/**
 * Lines of equal height between hex centres. The centres form a net of triangles; within a triangle the
 * surface is flat, so each level crosses it in one straight stroke, and strokes join into loops.
 */
export interface Surface {
  readonly grid: Grid;
  /** `[hex]` of `grid`, which is the map with two rings of hexes added. */
  readonly values: Float64Array;
  /** Centre of the map's hex (0, 0) in the plane of `grid`. */
  readonly origin: Point;
}

/** Rings of hexes added round the map: one that continues it, one that falls away and closes loops. */
const RINGS = 2;
const ABYSS = -1e6;

/** A surface from a value per hex of the map. */
export function surfaceOf(grid: Grid, valueOf: (hex: number) => number): Surface {
  const padded = makeGrid(grid.columns + 2 * RINGS, grid.rows + 2 * RINGS, grid.hexWidthMetres);
  const values = new Float64Array(padded.count);
  const within = (index: number, count: number): number =>
    Math.max(0, Math.min(count - 1, index - RINGS));
  for (let row = 0; row < padded.rows; row++) {
    for (let column = 0; column < padded.columns; column++) {
      const isRim =
        row === 0 || column === 0 || row === padded.rows - 1 || column === padded.columns - 1;
      const hex = within(row, grid.rows) * grid.columns + within(column, grid.columns);
      values[row * padded.columns + column] = isRim ? ABYSS : valueOf(hex);
    }
  }
  return { grid: padded, values, origin: centreOf(padded, RINGS * padded.columns + RINGS) };
}

/** Key of the side between two corners of a triangle. */
function sideKey(a: number, b: number, count: number): number {
  return a < b ? a * count + b : b * count + a;
}

/** For each triangle side that the level crosses, the one or two sides reached from it. */
function strokesAt(surface: Surface, level: number): Map<number, number[]> {
  const { grid, values } = surface;
  const strokes = new Map<number, number[]>();
  const join = (from: number, to: number): void => {
    strokes.set(from, [...(strokes.get(from) ?? []), to]);
  };
  const cross = (a: number, b: number, c: number): void => {
    if (a < 0 || b < 0 || c < 0) return;
    const isHigh = [a, b, c].map((hex) => values[hex]! >= level);
    const odd =
      isHigh[0] === isHigh[1]
        ? isHigh[1] === isHigh[2]
          ? -1
          : 2
        : isHigh[0] === isHigh[2]
          ? 1
          : 0;
    if (odd < 0) return;
    const corners = [a, b, c];
    const apex = corners[odd]!;
    const one = sideKey(apex, corners[(odd + 1) % 3]!, grid.count);
    const two = sideKey(apex, corners[(odd + 2) % 3]!, grid.count);
    join(one, two);
    join(two, one);
  };
  for (let hex = 0; hex < grid.count; hex++) {
    const east = grid.neighbours[hex * 6]!;
    const southWest = grid.neighbours[hex * 6 + 4]!;
    const southEast = grid.neighbours[hex * 6 + 5]!;
    cross(hex, east, southEast);
    cross(hex, southEast, southWest);
  }
  return strokes;
}

/** Loops of a level on the map plane, metres; the ground is at least `level` high on one hand of them. */
export function loopsAt(surface: Surface, level: number): Point[][] {
  const strokes = strokesAt(surface, level);
  const walked = new Set<number>();
  const loops: Point[][] = [];
  for (const start of [...strokes.keys()].sort((a, b) => a - b)) {
    if (walked.has(start)) continue;
    const loop: Point[] = [];
    let side: number | undefined = start;
    while (side !== undefined && !walked.has(side)) {
      walked.add(side);
      loop.push(crossingOf(surface, side, level));
      side = (strokes.get(side) ?? []).find((next) => !walked.has(next));
    }
    loops.push(loop);
  }
  return loops;
}

/** Where the level crosses the side between two hex centres. */
function crossingOf(surface: Surface, side: number, level: number): Point {
  const { grid, values, origin } = surface;
  const a = Math.floor(side / grid.count);
  const b = side % grid.count;
  const low = values[a]!;
  const share = Math.max(0.02, Math.min(0.98, (level - low) / (values[b]! - low)));
  const from = centreOf(grid, a);
  const to = centreOf(grid, b);
  return {
    x: from.x + (to.x - from.x) * share - origin.x,
    y: from.y + (to.y - from.y) * share - origin.y,
  };
}
