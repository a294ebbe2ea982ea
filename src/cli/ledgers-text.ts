import type { MeasureValue } from '../record/index.ts';
import { exactly } from './figures.ts';
import { formatTable, type Column, type TableRow } from './tables.ts';
import { wrap, type Screen } from './terminal.ts';

type Values = Readonly<Record<string, MeasureValue>>;

const COLUMNS: readonly Column[] = [
  { title: 'two ledgers', align: 'left' },
  { title: 'in the run', align: 'right' },
  { title: 'own secret\nreturn', align: 'right' },
  { title: 'own\ncommuniqué', align: 'right' },
  { title: 'the other\nside counts', align: 'right' },
  { title: 'its\ncommuniqué', align: 'right' },
];

/** Rows of a side: name, what truth is read from, and the column of the ledgers. */
const ROWS: readonly (readonly [title: string, column: string])[] = [
  ['dead on the field', 'killed'],
  ['died of wounds', 'died'],
  ['missing', 'missing'],
  ['wounded', 'wounded'],
  ['sick', 'sick'],
  ['tanks put out', 'tanks'],
  ['guns', 'guns'],
  ['aircraft', 'aircraft'],
];

const NOTE =
  'The return is of the last day of the run: some of the dead are still carried as missing, and so are stragglers. ' +
  'A communiqué on one’s own losses counts those who died of wounds among the dead; nobody counts the enemy’s missing. ' +
  'No one in the run acts on any of it.';

/** What was lost, what each side knows and says of it, and what the other claims. Empty where nobody lost anything. */
export function ledgersText(screen: Screen, values: Values): string {
  const rows: TableRow[] = [];
  for (const [side, name] of [
    ['su', 'The Soviets'],
    ['jp', 'The Japanese'],
  ] as const) {
    const lines = ROWS.flatMap(([title, column]) => lineOf(values, side, title, column));
    if (lines.length > 0) rows.push({ heading: name }, ...lines);
  }
  if (rows.length === 0) return '';
  return `${formatTable(screen, COLUMNS, rows)}\n${wrap(NOTE, screen.columns)}`;
}

function lineOf(values: Values, side: string, title: string, column: string): string[][] {
  const figures = [
    truthIn(values, side, column),
    figureIn(values, `return.${side}.${column}`),
    figureIn(values, `public.${side}.${column}`),
    figureIn(values, `claim.${side}.${column}`),
    figureIn(values, `claim.${side}.${column}.public`),
  ];
  const isEmpty = figures.every((figure) => figure === null || figure === 0);
  return isEmpty ? [] : [[`  ${title}`, ...figures.map((figure) => exactly(figure))]];
}

function figureIn(values: Values, id: string): number | null {
  const value = values[id];
  return typeof value === 'number' ? value : null;
}

/** The truth of a row. Those who died of wounds are no longer among the wounded, as in a return. */
function truthIn(values: Values, side: string, column: string): number | null {
  switch (column) {
    case 'died':
    case 'aircraft':
      return figureIn(values, `truth.${side}.${column}`);
    case 'tanks':
      return figureIn(values, `tanks.${side}.out`);
    case 'guns':
      return figureIn(values, `guns.${side}.lost`);
    case 'wounded': {
      const hit = figureIn(values, `losses.${side}.wounded`);
      return hit === null ? null : hit - (figureIn(values, `truth.${side}.died`) ?? 0);
    }
    default:
      return figureIn(values, `losses.${side}.${column}`);
  }
}
