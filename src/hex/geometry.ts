import { NO_HEX, columnOf, hexAt, rowOf, type Grid } from './grid.ts';

/** Height of a row step in units of the hex width: √3/2. */
const ROW_STEP = Math.sqrt(3) / 2;

/** A point on the map plane: metres east and metres south of the centre of hex (0, 0). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Centre of a hex in metres east and south of the centre of hex (0, 0). */
export function centreOf(grid: Grid, hex: number): Point {
  const row = rowOf(grid, hex);
  return {
    x: (columnOf(grid, hex) + (row % 2 === 1 ? 0.5 : 0)) * grid.hexWidthMetres,
    y: row * ROW_STEP * grid.hexWidthMetres,
  };
}

/** Distance between two hex centres, metres. */
export function metresBetween(grid: Grid, a: number, b: number): number {
  const from = centreOf(grid, a);
  const to = centreOf(grid, b);
  return Math.sqrt((from.x - to.x) * (from.x - to.x) + (from.y - to.y) * (from.y - to.y));
}

/** The hex whose centre is nearest to a point, or `NO_HEX` when the point lies off the map. */
export function hexNear(grid: Grid, point: Point): number {
  const width = grid.hexWidthMetres;
  const rowGuess = Math.round(point.y / (ROW_STEP * width));
  let best = NO_HEX;
  let bestSquare = Infinity;
  for (let row = rowGuess - 1; row <= rowGuess + 1; row++) {
    const column = Math.round(point.x / width - (row & 1 ? 0.5 : 0));
    const hex = hexAt(grid, column, row);
    if (hex === NO_HEX) continue;
    const centre = centreOf(grid, hex);
    const square =
      (centre.x - point.x) * (centre.x - point.x) + (centre.y - point.y) * (centre.y - point.y);
    if (square < bestSquare) {
      best = hex;
      bestSquare = square;
    }
  }
  return bestSquare <= (width * width) / 3 + 1e-6 ? best : NO_HEX;
}

/**
 * Corner of a hex on the map plane. Corner `k` (0–5) lies between the sides in directions `k` and
 * `k - 1`: corner 0 is the south-eastern end of the eastern side, corner 1 its north-eastern end.
 */
export function cornerOf(grid: Grid, hex: number, corner: number): Point {
  const centre = centreOf(grid, hex);
  const half = grid.hexWidthMetres / 2;
  const radius = grid.hexWidthMetres / Math.sqrt(3);
  switch (corner) {
    case 0:
      return { x: centre.x + half, y: centre.y + radius / 2 };
    case 1:
      return { x: centre.x + half, y: centre.y - radius / 2 };
    case 2:
      return { x: centre.x, y: centre.y - radius };
    case 3:
      return { x: centre.x - half, y: centre.y - radius / 2 };
    case 4:
      return { x: centre.x - half, y: centre.y + radius / 2 };
    default:
      return { x: centre.x, y: centre.y + radius };
  }
}

/**
 * Hexes on the straight line between two hex centres, both ends included, in order. A point exactly
 * on a border is nudged north-west, so that the line from a to b is always the same.
 */
export function lineBetween(grid: Grid, a: number, b: number): number[] {
  const from = centreOf(grid, a);
  const to = centreOf(grid, b);
  const steps = Math.max(
    1,
    Math.ceil(
      (2 * Math.sqrt((from.x - to.x) * (from.x - to.x) + (from.y - to.y) * (from.y - to.y))) /
        grid.hexWidthMetres,
    ),
  );
  const line: number[] = [];
  for (let step = 0; step <= steps; step++) {
    const share = step / steps;
    const hex = hexNear(grid, {
      x: from.x + (to.x - from.x) * share - 0.01,
      y: from.y + (to.y - from.y) * share - 0.02,
    });
    if (hex !== NO_HEX && hex !== line[line.length - 1]) line.push(hex);
  }
  return line;
}
