import { TICK_MINUTES, type Model } from '../engine/index.ts';
import type { VariantResult } from '../experiment/index.ts';
import { MEASURES, summarise, wilson, type MeasureSpec, type Summary } from '../record/index.ts';
import { FIELD_CLOCK_MINUTES } from './clock.ts';
import { dayOf, hourOf, percent, twoFigures } from './figures.ts';
import { holderDayOf, HOLDER_LEGEND, holderSign, spanOfDays } from './holder-days.ts';
import { strip, STRIP_LEGEND } from './strip.ts';
import { valuesOf } from './summaries.ts';
import { fitFirst, formatTable, type Cell, type Column, type TableRow } from './tables.ts';
import { paint, type Screen } from './terminal.ts';
import { themeOfMeasure, THEMES } from './themes.ts';

/** Columns of a strip, where there is room for strips at all. */
export const STRIP_COLUMNS = 17;
/** A table with strips needs this much room. */
export const STRIP_SCREEN_MIN = 110;
/** What the columns beside the first take, gaps included, without strips. */
const OTHERS_COLUMNS = 60;
/** Columns of figures, over which the words of flags and categories run. */
const FIGURE_COLUMNS = 3;

const COLUMNS: readonly Column[] = [
  { title: 'measure', align: 'left' },
  { title: 'unit', align: 'left' },
  { title: 'of\nruns', align: 'right' },
  { title: '5 %', align: 'right' },
  { title: 'median', align: 'right' },
  { title: '95 %', align: 'right' },
];

/** The table of `replicate`: what the runs of one variant say of every measure that applies to it. */
export function measureTable(
  screen: Screen,
  model: Model,
  measureIds: readonly string[],
  result: VariantResult,
): string {
  const strips = screen.columns >= STRIP_SCREEN_MIN;
  const kindOfStart = result.id === 'free' ? 'free' : 'anchored';
  const specs = MEASURES.filter((spec) => spec.from === undefined || spec.from === kindOfStart);
  const rows: TableRow[] = [];
  for (const theme of THEMES) {
    const own = specs.filter((spec) => themeOfMeasure(spec.id) === theme);
    if (own.length > 0) rows.push({ heading: theme });
    const summaries = own.map((spec) => ({
      spec,
      summary: summarise(spec, valuesOf({ measureIds }, result, spec.id)),
    }));
    for (const { spec, summary } of summaries) {
      if (holderDayOf(spec.id) === null) rows.push(measureRow(model, spec, summary, strips));
    }
    rows.push(...dayRows(summaries, strips));
  }
  const columns: Column[] = strips ? [...COLUMNS, { title: '', align: 'left' }] : [...COLUMNS];
  const others = OTHERS_COLUMNS + (strips ? STRIP_COLUMNS + 2 : 0);
  const table = formatTable(screen, columns, fitFirst(screen, others, rows));
  const legend = strips ? `${STRIP_LEGEND}\n${HOLDER_LEGEND}` : HOLDER_LEGEND;
  return `${table}\n\n${paint(screen, 'dim', legend)}`;
}

interface Summarised {
  readonly spec: MeasureSpec;
  readonly summary: Summary;
}

/** Days of one place as one line of letters. */
function dayRows(measures: readonly Summarised[], strips: boolean): Cell[][] {
  const days = measures.flatMap(({ spec, summary }) => {
    const day = holderDayOf(spec.id);
    return day === null ? [] : [{ day, sign: holderSign(summary.shares) }];
  });
  const series = [...new Set(days.map(({ day }) => day.series))];
  return series.map((name) => {
    const own = days.filter(({ day }) => day.series === name);
    const place = name.slice(name.indexOf('.') + 1);
    const title = `${place}, ${spanOfDays(own.map(({ day }) => day))}`;
    const signs = own.map(({ sign }) => sign).join('');
    return [title, '', '', { words: signs, columns: FIGURE_COLUMNS + (strips ? 1 : 0) }];
  });
}

function measureRow(model: Model, spec: MeasureSpec, summary: Summary, strips: boolean): Cell[] {
  const unit = spec.kind === 'time' ? 'JST' : spec.unit;
  const head = [spec.title, unit, happenedText(summary)];
  if (spec.kind === 'flag' || spec.kind === 'category') {
    return [
      ...head,
      { words: describeShares(summary), columns: FIGURE_COLUMNS + (strips ? 1 : 0) },
    ];
  }
  const figure = (value: number | null): string =>
    spec.kind === 'time' ? timeText(model, value) : twoFigures(value);
  const cells = [...head, figure(summary.p05), figure(summary.p50), figure(summary.p95)];
  return strips ? [...cells, stripOf(summary, null, null)] : cells;
}

/** Share of runs in which there is a value; blank where it is all of them. */
export function happenedText(summary: Pick<Summary, 'happened' | 'n'>): string {
  return summary.happened === summary.n ? '' : percent(summary.happened / summary.n);
}

/** Hours since the scenario's start, as an hour of the field clock. */
export function timeText(model: Model, hours: number | null): string {
  if (hours === null) return '–';
  const minutes = model.startMinutes + hours * 4 * TICK_MINUTES;
  return hourOf(minutes, FIELD_CLOCK_MINUTES);
}

/** Hours since the scenario's start, as a day of the field clock. */
export function dayText(model: Model, hours: number | null): string {
  if (hours === null) return '–';
  return dayOf(model.startMinutes + hours * 4 * TICK_MINUTES, FIELD_CLOCK_MINUTES);
}

/** `yes 34 % (30–38)`, or the words that came up, the commonest first. */
export function describeShares(summary: Summary): string {
  if (summary.happened === 0) return '–';
  const shares = Object.entries(summary.shares ?? {});
  if (summary.kind === 'flag') {
    const share = summary.shares?.['yes'] ?? 0;
    const interval = wilson(Math.round(share * summary.happened), summary.happened);
    return `yes ${percent(share)} ${intervalText(interval)}`.trim();
  }
  return shares
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([word, share]) => `${word} ${percent(share)}`)
    .join(', ');
}

/** `(30–38)`, in per cent. */
export function intervalText(
  interval: { readonly low: number; readonly high: number } | null,
): string {
  if (interval === null) return '';
  return `(${String(Math.round(interval.low * 100))}–${String(Math.round(interval.high * 100))})`;
}

/** The strip of a summary of figures; blank where nothing happened. */
export function stripOf(
  summary: Summary,
  recordLow: number | null,
  recordHigh: number | null,
): string {
  const { p05, p25, p50, p75, p95 } = summary;
  if (p05 === null || p25 === null || p50 === null || p75 === null || p95 === null) return '';
  return strip({ p05, p25, p50, p75, p95, recordLow, recordHigh }, STRIP_COLUMNS);
}
