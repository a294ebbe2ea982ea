/**
 * A table of changes: for each row (a unit, a hex, an office's belief of an area) the ticks at which it
 * changed, ascending, and what it was from then on. Any moment is a binary search in one row, so a
 * screen can be at any hour of a run without going through what happened before.
 */
export interface Columns {
  /** Values of one change. */
  readonly width: number;
  /** `[rows + 1]` first change of each row; the last entry is the number of changes. */
  readonly starts: Uint32Array;
  /** `[change]` tick of the change. */
  readonly ticks: Uint16Array;
  /** `[change * width + field]`. */
  readonly values: Int32Array;
}

export const NO_CHANGE = -1;

/** The last change of a row at or before a tick, or `NO_CHANGE` when its first change is later. */
export function changeAt(columns: Columns, row: number, tick: number): number {
  const first = columns.starts[row] ?? 0;
  let low = first;
  let high = columns.starts[row + 1] ?? first;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columns.ticks[middle]! <= tick) low = middle + 1;
    else high = middle;
  }
  return low > first ? low - 1 : NO_CHANGE;
}

/** Value of a field of a row at a tick; `otherwise` before its first change. */
export function valueAt(
  columns: Columns,
  row: number,
  field: number,
  tick: number,
  otherwise = 0,
): number {
  const change = changeAt(columns, row, tick);
  return change === NO_CHANGE ? otherwise : columns.values[change * columns.width + field]!;
}

/** Number of rows. */
export function rowsOf(columns: Columns): number {
  return columns.starts.length - 1;
}

/** Gathers changes while a run goes on. */
export interface ColumnsWriter {
  /** Notes the values of a row at a tick; nothing is kept when they are as before. Ticks must not fall. */
  readonly note: (row: number, tick: number, values: ArrayLike<number>) => void;
  readonly finish: () => Columns;
}

/** Begins a table of `rows` rows of `width` values. A row has no change before the first note. */
export function openColumns(rows: number, width: number): ColumnsWriter {
  const ticks: number[][] = Array.from({ length: rows }, () => []);
  const values: number[][] = Array.from({ length: rows }, () => []);
  return {
    note: (row, tick, found) => {
      const known = values[row]!;
      const at = known.length - width;
      if (at >= 0 && isSame(known, at, found, width)) return;
      const times = ticks[row]!;
      // Two changes within one tick are one change: the last state of the tick counts.
      if (times[times.length - 1] === tick) known.length = at;
      else times.push(tick);
      for (let field = 0; field < width; field++) known.push(found[field]!);
    },
    finish: () => {
      const starts = new Uint32Array(rows + 1);
      for (let row = 0; row < rows; row++) starts[row + 1] = starts[row]! + ticks[row]!.length;
      const all = new Uint16Array(starts[rows]!);
      const contents = new Int32Array(all.length * width);
      for (let row = 0; row < rows; row++) {
        all.set(ticks[row]!, starts[row]);
        contents.set(values[row]!, starts[row]! * width);
      }
      return { width, starts, ticks: all, values: contents };
    },
  };
}

function isSame(
  known: readonly number[],
  at: number,
  found: ArrayLike<number>,
  width: number,
): boolean {
  for (let field = 0; field < width; field++) {
    if (known[at + field] !== found[field]) return false;
  }
  return true;
}
