import Table from 'cli-table3';
import type { Screen } from './terminal.ts';
import { paint } from './terminal.ts';

/** A column of a table. Figures are set to the right, words to the left. */
export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** A line across the whole table that heads the rows below it, or a row of cells. */
export type TableRow = { readonly heading: string } | readonly string[];

const LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** Sets rows under a head, without boxes: columns are told apart by space. Trailing space is cut. */
export function formatTable(
  screen: Screen,
  columns: readonly Column[],
  rows: readonly TableRow[],
): string {
  const table = new Table({
    chars: LINES,
    colAligns: columns.map((column) => column.align),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(columns.map((column) => paint(screen, 'bold', column.title)));
  for (const row of rows) {
    if ('heading' in row) {
      const content = paint(screen, 'bold', row.heading);
      table.push([{ content, colSpan: columns.length, hAlign: 'left' }]);
    } else table.push([...row]);
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
