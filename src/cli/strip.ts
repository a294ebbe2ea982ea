/** What one strip shows: where the runs lie, and where the record. All in the same unit. */
export interface StripSpread {
  readonly p05: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  /** The record's value, or its two ends where it is a range; null where there is none. */
  readonly recordLow: number | null;
  readonly recordHigh: number | null;
}

/** Reading help, printed once under a table with strips. */
export const STRIP_LEGEND =
  '─ 90 % of runs   ━ the middle half   ● median   ┃ the record (▒ its range)';

/**
 * A distribution as one line of text: `┃  ──━━●━━───`. The scale runs from the smallest to the largest
 * of what is shown, so strips of different rows are not to be compared with each other.
 * @param columns width in characters, at least 3.
 */
export function strip(spread: StripSpread, columns: number): string {
  const { p05, p25, p50, p75, p95, recordLow, recordHigh } = spread;
  const shown = [p05, p95, recordLow ?? p05, recordHigh ?? p95];
  if (!shown.every(Number.isFinite)) return ' '.repeat(columns);
  const low = Math.min(...shown);
  const high = Math.max(...shown);
  const at = (value: number): number =>
    high === low
      ? Math.floor(columns / 2)
      : Math.round(((value - low) / (high - low)) * (columns - 1));
  const cells = new Array<string>(columns).fill(' ');
  const draw = (from: number, to: number, mark: string): void => {
    for (let cell = at(from); cell <= at(to); cell++) cells[cell] = mark;
  };
  if (recordLow !== null && recordHigh !== null) draw(recordLow, recordHigh, '▒');
  draw(p05, p95, '─');
  draw(p25, p75, '━');
  cells[at(p50)] = '●';
  if (recordLow !== null && recordHigh !== null) {
    // Both ends stay visible over the runs; a record that is one number has both ends in one cell.
    cells[at(recordLow)] = '┃';
    cells[at(recordHigh)] = '┃';
  }
  return cells.join('');
}
