/**
 * Geometry of a pointy-top hex grid in "odd-r" offset layout: odd rows are shoved half a hex to the
 * right, row 0 is the northern row. A hex is named by one integer, `row * columns + column`.
 */

/** The six directions in the order in which every `[hex * 6 + direction]` table is laid out. */
export const DIRECTIONS = ['E', 'NE', 'NW', 'W', 'SW', 'SE'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Value in a neighbour table where the map ends. */
export const NO_HEX = -1;

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Number of hexes, `columns * rows`. */
  readonly count: number;
  /** Distance between the centres of neighbouring hexes, metres. */
  readonly hexWidthMetres: number;
  /** `[hex * 6 + direction]`, neighbour or `NO_HEX`. */
  readonly neighbours: Int16Array;
}

const COLUMN_STEP_EVEN = [1, 0, -1, -1, -1, 0];
const COLUMN_STEP_ODD = [1, 1, 0, -1, 0, 1];
const ROW_STEP = [0, -1, -1, 0, 1, 1];

/** Builds a grid. `columns` and `rows` are positive integers with `columns * rows` below 32,768. */
export function makeGrid(columns: number, rows: number, hexWidthMetres: number): Grid {
  const count = columns * rows;
  const neighbours = new Int16Array(count * 6).fill(NO_HEX);
  for (let hex = 0; hex < count; hex++) {
    const row = Math.floor(hex / columns);
    const column = hex - row * columns;
    const columnStep = row % 2 === 1 ? COLUMN_STEP_ODD : COLUMN_STEP_EVEN;
    for (let direction = 0; direction < 6; direction++) {
      const otherRow = row + (ROW_STEP[direction] ?? 0);
      const otherColumn = column + (columnStep[direction] ?? 0);
      const inside = otherRow >= 0 && otherRow < rows && otherColumn >= 0 && otherColumn < columns;
      if (inside) neighbours[hex * 6 + direction] = otherRow * columns + otherColumn;
    }
  }
  return { columns, rows, count, hexWidthMetres, neighbours };
}

/** Hex at a column and row (0-based), or `NO_HEX` when that is off the map. */
export function hexAt(grid: Grid, column: number, row: number): number {
  const inside = column >= 0 && column < grid.columns && row >= 0 && row < grid.rows;
  return inside ? row * grid.columns + column : NO_HEX;
}

/** Column (0-based) of a hex. */
export function columnOf(grid: Grid, hex: number): number {
  return hex % grid.columns;
}

/** Row (0-based, 0 is the northern row) of a hex. */
export function rowOf(grid: Grid, hex: number): number {
  return Math.floor(hex / grid.columns);
}

/** Neighbour of a hex in a direction 0–5, or `NO_HEX`. */
export function neighbourOf(grid: Grid, hex: number, direction: number): number {
  return grid.neighbours[hex * 6 + direction] ?? NO_HEX;
}

/** The direction that points back: 0↔3, 1↔4, 2↔5. */
export function oppositeDirection(direction: number): number {
  return direction < 3 ? direction + 3 : direction - 3;
}

/** Direction 0–5 from a hex to an adjacent one, or -1 when they do not touch. */
export function directionTo(grid: Grid, from: number, to: number): number {
  for (let direction = 0; direction < 6; direction++) {
    if (neighbourOf(grid, from, direction) === to) return direction;
  }
  return -1;
}

/** Distance in hexes (0 for the same hex). */
export function distance(grid: Grid, a: number, b: number): number {
  const rowA = rowOf(grid, a);
  const rowB = rowOf(grid, b);
  // Axial coordinate q = column - (row - odd) / 2, as in any odd-r layout.
  const qA = columnOf(grid, a) - (rowA - (rowA & 1)) / 2;
  const qB = columnOf(grid, b) - (rowB - (rowB & 1)) / 2;
  const dq = qA - qB;
  const dr = rowA - rowB;
  return (Math.abs(dq) + Math.abs(dr) + Math.abs(dq + dr)) / 2;
}

/** All hexes within `radius` hexes of `centre`, the centre included, in ascending order. */
export function disk(grid: Grid, centre: number, radius: number): number[] {
  const found: number[] = [];
  const row = rowOf(grid, centre);
  const from = Math.max(0, row - radius);
  const to = Math.min(grid.rows - 1, row + radius);
  for (let r = from; r <= to; r++) {
    for (let c = 0; c < grid.columns; c++) {
      const hex = r * grid.columns + c;
      if (distance(grid, centre, hex) <= radius) found.push(hex);
    }
  }
  return found;
}

/** The hex onto which a turn of the map by 180° lays this one. Exact when the number of rows is even. */
export function turned180(grid: Grid, hex: number): number {
  return grid.count - 1 - hex;
}
