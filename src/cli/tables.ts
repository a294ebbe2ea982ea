import Table, { type Cell as PrintedCell } from 'cli-table3';
import { paint, wrap, type Screen } from './terminal.ts';

/** A column of a table. Figures are set to the right, words to the left. */
export interface Column {
  /** May have two lines. */
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** A cell, or words that run over several columns. */
export type Cell = string | { readonly words: string; readonly columns: number };

/** A line across the whole table that heads the rows below it, or a row of cells. */
export type TableRow = { readonly heading: string } | readonly Cell[];

/** Space between two columns. */
const GAP = '  ';

/** No lines at all: columns are told apart by space. */
const LINES = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left'],
    ...['bottom-right', 'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
  ].map((name) => [name, '']),
);

/** Sets rows under a head, without boxes. Trailing space is cut. */
export function formatTable(
  screen: Screen,
  columns: readonly Column[],
  rows: readonly TableRow[],
): string {
  const table = new Table({
    chars: { ...LINES, middle: GAP },
    colAligns: columns.map((column) => column.align),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(
    columns.map(({ title, align }) => ({
      content: title
        .split('\n')
        .map((line) => paint(screen, 'bold', line))
        .join('\n'),
      hAlign: align,
      vAlign: 'bottom',
    })),
  );
  for (const row of rows) table.push(printedRow(screen, columns, row));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function printedRow(screen: Screen, columns: readonly Column[], row: TableRow): PrintedCell[] {
  if ('heading' in row) {
    const content = paint(screen, 'bold', row.heading);
    return [{ content, colSpan: columns.length, hAlign: 'left' }];
  }
  return row.map((cell) =>
    typeof cell === 'string'
      ? cell
      : { content: cell.words, colSpan: cell.columns, hAlign: 'left' as const },
  );
}

/**
 * Breaks the words of first cells so that a table fits the screen.
 * @param others columns that everything beside the first column takes, gaps included.
 */
export function fitFirst(screen: Screen, others: number, rows: readonly TableRow[]): TableRow[] {
  const room = Math.max(FIRST_COLUMNS_MIN, Math.min(screen.columns, COLUMNS_MAX) - others);
  return rows.map((row) => {
    if ('heading' in row) return row;
    const [first, ...rest] = row;
    return typeof first === 'string' ? [wrap(first, room), ...rest] : row;
  });
}

/** Narrower than this a first column cannot be read. */
const FIRST_COLUMNS_MIN = 24;
/** Wider than this a line cannot be followed. */
const COLUMNS_MAX = 140;
