import type { MeasureResults, Results } from '../experiment/index.ts';
import type { Context } from './context.ts';
import type { ExperimentSession } from './experiment-session.ts';
import { formatTable, type Column, type TableRow } from './tables.ts';
import { twoFigures } from './figures.ts';

const DIFFERENCES: readonly Column[] = [
  { title: 'measure, variant', align: 'left' },
  { title: 'reference', align: 'right' },
  { title: 'difference', align: 'right' },
  { title: '95 %', align: 'left' },
  { title: 'luck\nsaved', align: 'right' },
  { title: 'p,\nHolm', align: 'right' },
];

const MEANS: readonly Column[] = [
  { title: 'measure, variant', align: 'left' },
  { title: 'mean', align: 'right' },
  { title: '95 %', align: 'left' },
  { title: 'sd', align: 'right' },
  { title: 'runs', align: 'right' },
];

const FACTORS: readonly Column[] = [
  { title: 'measure, factor', align: 'left' },
  { title: 'effect', align: 'right' },
  { title: '95 %', align: 'left' },
];

/** Rows of a table on the screen; the report has all of them. */
const ROWS_MAX = 60;

/** The answer on the screen: differences where there is a reference, else what the factors do, else means. */
export function describeResults(
  context: Context,
  session: ExperimentSession,
  results: Results,
): string {
  const { measures } = results;
  const head = `${session.experiment.title}\nWhat the model says, not the archive. Times are hours since the scenario’s start, cut at a horizon.`;
  const [columns, rows] = measures.some(({ differences }) => differences.length > 0)
    ? ([DIFFERENCES, measures.flatMap(differenceRows)] as const)
    : measures.some(({ factors }) => factors !== null)
      ? ([FACTORS, measures.flatMap(factorRows)] as const)
      : ([MEANS, measures.flatMap(meanRows)] as const);
  const table = formatTable(context.screen, columns, rows.slice(0, ROWS_MAX));
  const more = rows.length > ROWS_MAX ? `\n… and ${String(rows.length - ROWS_MAX)} more rows` : '';
  return `${head}\n\n${table}${more}`;
}

function headingOf({ title, unit }: MeasureResults): TableRow {
  return { heading: unit === '' ? title : `${title}, ${unit}` };
}

function range(low: number, high: number): string {
  return Number.isNaN(low) ? '' : `${twoFigures(low)} … ${twoFigures(high)}`;
}

function differenceRows(measure: MeasureResults): TableRow[] {
  const rows = measure.differences.map((each) => [
    `  ${each.variant}`,
    twoFigures(each.base),
    twoFigures(each.estimate),
    range(each.low, each.high),
    each.varianceRatio === Number.POSITIVE_INFINITY ? '∞' : twoFigures(each.varianceRatio),
    each.pHolm < 0.001 ? '< 0.001' : twoFigures(each.pHolm),
  ]);
  return [headingOf(measure), ...rows];
}

function factorRows(measure: MeasureResults): TableRow[] {
  const { factors } = measure;
  if (factors === null) return [];
  const row = (name: string, { estimate, low, high }: Estimate): TableRow => [
    `  ${name}`,
    twoFigures(estimate),
    range(low, high),
  ];
  if (factors.kind === 'rank') {
    return [
      headingOf(measure),
      ...factors.factors.map((each) => row(`${each.factor}, rank correlation`, each.correlation)),
    ];
  }
  if (factors.kind === 'morris') {
    return [
      headingOf(measure),
      ...factors.factors.map((each) => row(`${each.factor}, μ*`, each.muStar)),
    ];
  }
  const rows = factors.factors.flatMap((each) => [
    row(`${each.factor}, alone`, each.first),
    row(`${each.factor}, with others`, each.total),
  ]);
  return [headingOf(measure), ...rows];
}

interface Estimate {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

function meanRows(measure: MeasureResults): TableRow[] {
  const rows = measure.variants.map((each) => [
    `  ${each.variant}`,
    twoFigures(each.mean.estimate),
    range(each.mean.low, each.mean.high),
    twoFigures(each.sd),
    String(each.n),
  ]);
  return [headingOf(measure), ...rows];
}
