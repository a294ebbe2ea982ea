import {
  NO_HEX,
  centreOf,
  columnOf,
  distance,
  hexAt,
  hexNear,
  rowOf,
  type Grid,
} from '../../hex/index.ts';
import type { Model } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { TERRAINS, codeOf } from '../vocabulary.ts';

/** Farthest sight that is worked out, hexes (6 km): beyond that weather decides what is seen. */
export const SIGHT_HEXES = 12;

/** Height of an eye, and of what it looks for, above the ground. Assumption: 2 m. */
const EYE_METRES = 2;
/** Height of scrub oak and village walls that hide what is behind. Assumption: 4 m. */
const COVER_METRES = 4;

const WOOD = codeOf(TERRAINS, 'wood');
const VILLAGE = codeOf(TERRAINS, 'village');

interface SightTables {
  /** `[hex]` distances in hexes to all others. */
  readonly far: (Uint8Array | undefined)[];
  /** `[hex]` bytes per other hex, as `viewFrom` hands them out. */
  readonly rows: (Uint8Array | undefined)[];
  /** `[hex]` top of what blocks the view. */
  readonly top: Float64Array;
}

const tablesOf = oncePer((model: Model): SightTables => {
  const top = Float64Array.from(model.ground.elevation, (metres, hex) => {
    const terrain = model.ground.terrain[hex];
    return terrain === WOOD || terrain === VILLAGE ? metres + COVER_METRES : metres;
  });
  return { far: [], rows: [], top };
});

/** Distances in hexes from one hex to all others, worked out once: `[hex]`, at most 255. */
export function hexesFrom(model: Model, from: number): Uint8Array {
  const tables = tablesOf(model);
  return (tables.far[from] ??= Uint8Array.from({ length: model.grid.count }, (_, to) =>
    Math.min(255, distance(model.grid, from, to)),
  ));
}

/**
 * What is known of the view from a hex, `[hex]`: the distance in hexes of what can be seen, `HIDDEN`, or
 * `UNKNOWN`. For loops that ask about many hexes; what is not known has to be asked of `canSee`, which enters it.
 */
export function viewFrom(model: Model, from: number): Uint8Array {
  const { rows } = tablesOf(model);
  let row = rows[from];
  if (row === undefined) {
    row = new Uint8Array(model.grid.count).fill(UNKNOWN);
    row[from] = 0;
    rows[from] = row;
  }
  return row;
}

/** Entries of `viewFrom` that are no distance: above all that are. */
export const HIDDEN = 254;
export const UNKNOWN = 255;

/**
 * Whether a man in one hex can see one in another, over the ground between the centres. Symmetric,
 * and indifferent to a turn of the map: where the line runs along a border the lower hex counts.
 */
export function canSee(model: Model, from: number, to: number): boolean {
  const row = viewFrom(model, from);
  if (row[to] === UNKNOWN) {
    // One end is always the first, so that it does not matter who asks.
    const first = Math.min(from, to);
    const second = Math.max(from, to);
    const hexes = distance(model.grid, from, to);
    const seen = hexes <= SIGHT_HEXES && clearLine(model.grid, tablesOf(model).top, first, second);
    row[to] = seen ? hexes : HIDDEN;
    viewFrom(model, to)[from] = row[to];
  }
  return row[to] !== HIDDEN;
}

function clearLine(grid: Grid, top: Float64Array, from: number, to: number): boolean {
  const offsets = lineOf(grid, from, to);
  const eye = top[from]! + EYE_METRES;
  const aim = top[to]! + EYE_METRES;
  const steps = offsets.length / 4 + 1;
  for (let i = 0; i < offsets.length / 4; i++) {
    const height = eye + ((aim - eye) * (i + 1)) / steps;
    const first = topAt(grid, top, from, offsets[4 * i]!, offsets[4 * i + 1]!);
    const second = topAt(grid, top, from, offsets[4 * i + 2]!, offsets[4 * i + 3]!);
    if (Math.min(first, second) > height) return false;
  }
  return true;
}

function topAt(grid: Grid, top: Float64Array, from: number, dc: number, dr: number): number {
  const hex = hexAt(grid, columnOf(grid, from) + dc, rowOf(grid, from) + dr);
  return hex === NO_HEX ? -Infinity : top[hex]!;
}

/**
 * Templates of lines: for each relative place and each parity of the row, the columns and rows of the
 * hexes under equally spaced points between the ends, twice: nudged one way and the other.
 */
const templates = new Map<number, Int16Array>();

function lineOf(grid: Grid, from: number, to: number): Int16Array {
  // Near the edge a nudged point can fall off the map: such a line is made each time.
  if (!inside(grid, from) || !inside(grid, to)) return makeLine(grid, from, to);
  const row = rowOf(grid, from);
  const dc = columnOf(grid, to) - columnOf(grid, from);
  const dr = rowOf(grid, to) - row;
  const key = ((row & 1) * 256 + dc + 128) * 256 + dr + 128;
  let line = templates.get(key);
  if (line === undefined) {
    line = makeLine(grid, from, to);
    templates.set(key, line);
  }
  return line;
}

function inside(grid: Grid, hex: number): boolean {
  const column = columnOf(grid, hex);
  const row = rowOf(grid, hex);
  return column > 0 && column < grid.columns - 1 && row > 0 && row < grid.rows - 1;
}

/**
 * One point a hex: where the line runs along a border, the point lies between two hexes at the same
 * distance, and the two nudges across the line find one each.
 */
function makeLine(grid: Grid, from: number, to: number): Int16Array {
  const a = centreOf(grid, from);
  const b = centreOf(grid, to);
  const steps = Math.max(1, distance(grid, from, to));
  const line = new Int16Array(4 * (steps - 1));
  // Nudge across the line, by a metre or so, first to one hand and then to the other.
  const nudge = 1 / Math.max(1, Math.sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)));
  for (let i = 1; i < steps; i++) {
    const x = a.x + ((b.x - a.x) * i) / steps;
    const y = a.y + ((b.y - a.y) * i) / steps;
    for (let hand = 0; hand < 2; hand++) {
      const sign = hand === 0 ? nudge : -nudge;
      const hex = hexNear(grid, { x: x + sign * (b.y - a.y), y: y - sign * (b.x - a.x) });
      const at = 4 * (i - 1) + 2 * hand;
      const found = hex === NO_HEX ? from : hex;
      line[at] = columnOf(grid, found) - columnOf(grid, from);
      line[at + 1] = rowOf(grid, found) - rowOf(grid, from);
    }
  }
  return line;
}
