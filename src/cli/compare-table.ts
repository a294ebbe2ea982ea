import type { Model } from '../engine/index.ts';
import type { ComparisonRow, MeasureValue, UseWord } from '../record/index.ts';
import type { StartComparison } from './comparison.ts';
import { exactly, percentile, twoFigures } from './figures.ts';
import { holderDayOf, HOLDER_LEGEND, holderSign, spanOfDays } from './holder-days.ts';
import { dayText, describeShares, happenedText, stripOf, timeText } from './measure-table.ts';
import { STRIP_COLUMNS, STRIP_SCREEN_MIN } from './measure-table.ts';
import type { Session } from './session.ts';
import { STRIP_LEGEND } from './strip.ts';
import { fitFirst, formatTable, type Cell, type Column, type TableRow } from './tables.ts';
import { paint, wrap, type Screen } from './terminal.ts';
import { themeOfMeasure, THEMES } from './themes.ts';

const COLUMNS: readonly Column[] = [
  { title: 'measure', align: 'left' },
  { title: 'record', align: 'right' },
  { title: 'runs\n5 – 50 – 95 %', align: 'right' },
  { title: 'of\nruns', align: 'right' },
  { title: 'record\nat', align: 'right' },
  { title: 'use', align: 'left' },
  { title: '', align: 'left' },
];
/** What the columns beside the first take, gaps included, without strips. */
const OTHERS_COLUMNS = 71;
/** A recorded range goes to a second line where it would make its column wider than this. */
const RECORD_COLUMNS = 14;

const LEGEND =
  'use: c calibration (constants were chosen with it in view), i informed (was seen), p prediction ' +
  '(no constant was chosen on it; most have been seen by now, see docs/validation.md). ' +
  'in, out: judged by the rule of the row; ? too few runs to tell. of runs: where it happens at all; ' +
  'the figures beside it are of those runs.';

/** A comparison as text: what is seen, the table by theme, how to read it, and the coverage. */
export function describeComparison(
  screen: Screen,
  session: Session,
  comparison: StartComparison,
  seed: number,
): string {
  const { model } = session;
  const { from, runs, rows } = comparison;
  const title = `${model.title}: ${startWords(model, from)}, ${String(runs)} runs beside the record`;
  const head = paint(screen, 'bold', title);
  if (runs === 0) return `${head}\nNo run was finished.`;
  const width = Math.min(screen.columns, 120);
  const strips = screen.columns >= STRIP_SCREEN_MIN;
  const days = rows.some((row) => row.measure !== null && holderDayOf(row.measure) !== null);
  return [
    head,
    wrap(aboutRuns(session, from, seed), width, '  '),
    '',
    comparisonTable(screen, model, rows, strips),
    '',
    ...(strips ? [STRIP_LEGEND] : []),
    ...(days ? [wrap(HOLDER_LEGEND, width)] : []),
    wrap(LEGEND, width),
    '',
    wrap(describeCoverage(comparison), width),
  ].join('\n');
}

/** A sentence begins with a capital letter. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the runs begin from, in words. */
export function startWords(model: Model, from: string): string {
  if (from === 'free') return 'free runs from the first day';
  const title = model.anchors.find((anchor) => anchor.id === from)?.title;
  return `runs from ${from}${title === undefined ? '' : ` (${title})`}`;
}

/** What these runs are and what they are not, for somebody who sees the table or the plots alone. */
export function aboutRuns(session: Session, from: string, seed: number): string {
  const what =
    from === 'free'
      ? 'Nothing after the first hour is written in: whether there is a fight, and when, each run finds out. '
      : 'The runs begin from the state on record and go on by themselves; the fight is judged, not how it came about. ';
  const readings = session.model.readings.map((reading, index) => {
    const fixed = session.changes.readings?.find(([which]) => which === index);
    const values = reading.options.map((option) => exactly(option.value)).join(' or ');
    return `${reading.title}, ${fixed === undefined ? values : `set to ${exactly(fixed[1])}`}`;
  });
  const disputed =
    readings.length === 0
      ? ''
      : ` Disputed, and drawn anew for each run unless set: ${readings.join('; ')}.`;
  const settings =
    session.settings.length === 0 ? '' : ` Settings: ${session.settings.join(', ')}.`;
  return (
    `${what}This is the model’s answer, not the archive’s. Seeds from ${String(seed)}; hours are JST.` +
    disputed +
    settings
  );
}

function comparisonTable(
  screen: Screen,
  model: Model,
  rows: readonly ComparisonRow[],
  strips: boolean,
): string {
  const columns = strips ? [...COLUMNS, { title: '', align: 'left' as const }] : COLUMNS;
  const lines: TableRow[] = [];
  for (const theme of THEMES) {
    const own = rows.filter((row) => themeOfMeasure(row.measure) === theme);
    if (own.length === 0) continue;
    lines.push({ heading: theme });
    for (const row of own.filter((each) => !isDay(each))) {
      const cells = cellsOf(screen, model, row);
      lines.push(strips ? [...cells, stripCell(row)] : cells);
    }
    lines.push(...dayLines(own, columns.length));
  }
  const others = OTHERS_COLUMNS + (strips ? STRIP_COLUMNS + 2 : 0);
  return formatTable(screen, columns, fitFirst(screen, others, lines));
}

function isDay(row: ComparisonRow): boolean {
  return row.measure !== null && holderDayOf(row.measure) !== null;
}

function cellsOf(screen: Screen, model: Model, row: ComparisonRow): string[] {
  const unit = row.unit === '' || row.kind === 'time' ? '' : `, ${row.unit}`;
  const place = row.record.value === null || row.percentile === null ? null : row.percentile;
  const isFigure = row.kind === 'number' || row.kind === 'time';
  return [
    `${row.title}${unit}`,
    recordCell(model, row),
    runsCell(model, row),
    row.runs === null ? '' : happenedText(row.runs),
    place === null ? '' : isFigure ? percentile(100 * place) : '',
    useLetter(row.use),
    markOf(screen, row),
  ];
}

function useLetter(use: UseWord): string {
  return use === 'none' ? '' : use.slice(0, 1);
}

function markOf(screen: Screen, row: ComparisonRow): string {
  switch (row.verdict) {
    case 'inside':
      return paint(screen, 'green', 'in');
    case 'outside':
      return paint(screen, 'yellow', 'out');
    case 'undecided':
      return '?';
    case 'not measured':
      return '–';
    case 'printed':
      return '';
  }
}

function recordCell(model: Model, row: ComparisonRow): string {
  const { value, low, high } = row.record;
  if (row.kind === 'time') return recordedTime(model, row);
  if (value === null && low === null) return '–';
  const range = low === high ? '' : `${valueText(low)}–${valueText(high)}`;
  if (value === null) return range;
  if (range === '') return valueText(value);
  const text = `${valueText(value)} (${range})`;
  return text.length > RECORD_COLUMNS ? text.replace(' ', '\n') : text;
}

function valueText(value: MeasureValue): string {
  if (typeof value === 'number') return exactly(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value ?? '–';
}

/** A recorded day as the day, a recorded hour as the hour. */
function recordedTime(model: Model, row: ComparisonRow): string {
  const { value, low, high } = row.record;
  if (typeof value !== 'number') return '–';
  const isDayOnly = typeof low === 'number' && typeof high === 'number' && high - low >= 24;
  if (!isDayOnly) return timeText(model, value);
  const first = dayText(model, low);
  // A span ends at midnight; the last day in it is the day before.
  const last = dayText(model, high - 1);
  return first === last ? first : `${first}–${last}`;
}

function runsCell(model: Model, row: ComparisonRow): string {
  const { runs } = row;
  if (runs === null) return 'not in the model';
  if (runs.happened === 0) return 'never';
  if (runs.kind === 'flag' || runs.kind === 'category') return describeShares(runs);
  const text = runs.kind === 'time' ? (hours: number | null) => dayText(model, hours) : twoFigures;
  return [runs.p05, runs.p50, runs.p95].map(text).join(' – ');
}

function stripCell(row: ComparisonRow): string {
  if (row.runs === null) return '';
  const { low, high } = row.record;
  const isRange = typeof low === 'number' && typeof high === 'number';
  return stripOf(row.runs, isRange ? low : null, isRange ? high : null);
}

/** Days of one place in two lines of letters: the record above the runs. */
function dayLines(rows: readonly ComparisonRow[], columns: number): Cell[][] {
  const lines: Cell[][] = [];
  const days = rows.flatMap((row) => {
    const day = row.measure === null ? null : holderDayOf(row.measure);
    return day === null ? [] : [{ row, day }];
  });
  for (const series of new Set(days.map(({ day }) => day.series))) {
    const own = days.filter(({ day }) => day.series === series);
    const place = series.slice(series.indexOf('.') + 1);
    const title = `${place}, ${spanOfDays(own.map(({ day }) => day))}`;
    const recorded = own.map(({ row }) => {
      const { value } = row.record;
      return holderSign(typeof value === 'string' ? { [value]: 1 } : null);
    });
    const seen = own.map(({ row }) => holderSign(row.runs?.shares ?? null));
    lines.push([`${title}: record`, '', { words: recorded.join(''), columns: columns - 2 }]);
    lines.push([`${title}: runs`, '', { words: seen.join(''), columns: columns - 2 }]);
  }
  return lines;
}

/** The last line: how many recorded figures the runs cover, and how the judged rows came out. */
function describeCoverage(comparison: StartComparison): string {
  const { rows, coverage, delays } = comparison;
  const parts = (['calibration', 'informed', 'prediction'] as const)
    .filter((use) => coverage[use].rows > 0)
    .map((use) => {
      const { rows: counted, in50, in90 } = coverage[use];
      return `${use} ${String(in90)} of ${String(counted)} (${String(in50)})`;
    });
  const judged = rows.filter((row) => row.inside !== null);
  const passed = judged.filter((row) => row.inside === true).length;
  const delayText =
    delays.rows === 0
      ? ''
      : ` Delays of command: ${String(delays.inside80)} of ${String(delays.rows)} inside the 80 % band, ` +
        `${String(delays.outside98)} outside the 98 % band.`;
  return (
    `Coverage: recorded figures within 90 % (50 %) of the runs: ${parts.join(', ') || 'none'}. ` +
    `Rows judged by their rule: ${String(passed)} of ${String(judged.length)} in.${delayText}`
  );
}
