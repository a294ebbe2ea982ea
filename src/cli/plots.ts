import { closeSync, writeSync } from 'node:fs';
import { TICK_MINUTES, type Model } from '../engine/index.ts';
import type { Batch } from '../experiment/index.ts';
import {
  kaplanMeier,
  summarise,
  wilson,
  measureOf,
  sortedFigures,
  type ClaimPlace,
  type ComparisonRow,
  type MeasureSpec,
  type MeasureValue,
  type Summary,
  type UseWord,
} from '../record/index.ts';
import {
  SHEET_PLOT_WIDTH,
  calibrationPlot,
  distributionPlot,
  forestPlot,
  hillBandsPlot,
  plotPage,
  plotSheetSvg,
  survivalPlot,
  type DistributionData,
  type Holder,
  type Plot,
  type PlotSection,
  type PlotSheet,
  type Scale,
} from '../picture/index.ts';
import type { ParsedClaims } from '../scenario/index.ts';
import { FIELD_CLOCK_MINUTES } from './clock.ts';
import { openForWriting } from './events-file.ts';
import { holderDayOf } from './holder-days.ts';
import { themeOfMeasure, THEMES, type Theme } from './themes.ts';

/** One measure over many runs, with the row of the record it is set beside, if there is one. */
export interface Plotted {
  readonly spec: MeasureSpec;
  /** Values, a run each. */
  readonly values: readonly MeasureValue[];
  readonly row: ComparisonRow | null;
}

/** What plots of a scenario need to know besides the values. */
export interface PlotContext {
  readonly model: Model;
  /** When runs begin, and until when they are watched, in hours since the scenario’s start. */
  readonly startHours: number;
  readonly endHours: number;
  /** Claims by their ids; none where nothing is set beside a record. */
  readonly claims: ParsedClaims['byId'] | null;
}

const VIEW = { width: SHEET_PLOT_WIDTH, bare: true } as const;
/** Below this share of runs a time is drawn as what has happened by when, since a median would mislead. */
const NEARLY_ALWAYS = 0.95;

/** Sections by theme, in the order in which the affair unfolds; within one, figures before shares before days. */
export function plotSections(context: PlotContext, plotted: readonly Plotted[]): PlotSection[] {
  return THEMES.flatMap((theme) => {
    const own = plotted.filter(({ spec }) => themeOfMeasure(spec.id) === theme);
    const plots = [
      ...own.flatMap((each) => figurePlot(context, each)),
      ...sharePlots(theme, own),
      ...dayPlots(context, own),
    ];
    return plots.length === 0 ? [] : [{ heading: theme, plots }];
  });
}

function figurePlot(context: PlotContext, plotted: Plotted): Plot[] {
  const { spec, values } = plotted;
  if (spec.kind !== 'number' && spec.kind !== 'time') return [];
  const summary = summarise(spec, values);
  // What never happens, and is not on record, leaves nothing to draw.
  if (summary.n === 0 || (summary.happened === 0 && plotted.row === null)) return [];
  const isTime = spec.kind === 'time';
  if (isTime && summary.happened < NEARLY_ALWAYS * summary.n && summary.happened > 0) {
    return [timePlot(context, plotted)];
  }
  return [distributionPlot(distributionOf(context, plotted, summary), VIEW)];
}

function scaleOf({ model }: PlotContext, spec: MeasureSpec): Scale {
  if (spec.kind !== 'time') return { kind: 'number', unit: spec.unit };
  return {
    kind: 'time',
    startMinutes: model.startMinutes,
    clockOffsetMinutes: FIELD_CLOCK_MINUTES,
  };
}

function distributionOf(
  context: PlotContext,
  { spec, values, row }: Plotted,
  summary: Summary,
): DistributionData {
  const { p05, p25, p50, p75, p95 } = summary;
  const isEmpty = p05 === null || p25 === null || p50 === null || p75 === null || p95 === null;
  const index = sideOfMeasure(context.model, spec.id);
  return {
    title: spec.title,
    scale: scaleOf(context, spec),
    figures: sortedFigures(values),
    runs: values.length,
    spread: isEmpty ? null : { p05, p25, p50, p75, p95 },
    record: row === null ? null : recordOf(row),
    claims: row === null ? [] : row.claims.flatMap((claim) => flagOf(context, row, claim)),
    ...(index < 0 ? {} : { side: index }),
  };
}

/** Position of the side a measure is of, -1 none: the last side its name names (`attack.su.casualties-jp`). */
function sideOfMeasure(model: Model, measure: string): number {
  const words = measure.split(/[.-]/).reverse();
  const side = words.find((word) => model.sides.some(({ id }) => id === word));
  return model.sides.findIndex(({ id }) => id === side);
}

function recordOf({ record, percentile }: ComparisonRow): DistributionData['record'] {
  const { low, high, value } = record;
  if (typeof low !== 'number' || typeof high !== 'number') return null;
  return { low, high, value: typeof value === 'number' ? value : (low + high) / 2, percentile };
}

/** A rival claim; the first of a row is the record itself. */
function flagOf(
  { model, claims }: PlotContext,
  row: ComparisonRow,
  { claim, value }: ClaimPlace,
): DistributionData['claims'][number][] {
  if (typeof value !== 'number' || value === row.record.value) return [];
  const main = claims?.get(row.record.claims[0] ?? '');
  // A claim in other units (men beside a share of them) has no place on this axis.
  if (row.kind === 'number' && claims?.get(claim)?.unit !== main?.unit) return [];
  const claimant = claims?.get(claim)?.claimant ?? '';
  const side = model.sides.find(({ id }) => id === claimant)?.name;
  return [{ claimant: `${side ?? claimant} ${claim}`.trim(), value }];
}

function timePlot(context: PlotContext, { spec, values, row }: Plotted): Plot {
  const end = context.endHours;
  const watched = values.map((value) =>
    typeof value === 'number' ? { time: value, happened: true } : { time: end, happened: false },
  );
  const start = Math.min(context.startHours, ...sortedFigures(values));
  const recorded = row?.record.value;
  return survivalPlot(
    {
      title: spec.title,
      scale: scaleOf(context, spec),
      groups: [{ name: 'runs', runs: values.length, steps: kaplanMeier(watched, start) }],
      end,
      record: typeof recorded === 'number' ? recorded : null,
    },
    VIEW,
  );
}

/** Flags of a theme as one list of shares. */
function sharePlots(theme: Theme, plotted: readonly Plotted[]): Plot[] {
  const rows = plotted.flatMap(({ spec, values, row }) => {
    if (spec.kind !== 'flag') return [];
    const words = values.filter((value) => value !== null);
    const share = wilson(words.filter((value) => value === true).length, words.length);
    if (share === null) return [];
    const recorded = row?.record.value;
    const says = typeof recorded === 'boolean' ? `record: ${recorded ? 'yes' : 'no'}` : '';
    const agrees = typeof recorded === 'boolean' ? share.share > 0.5 === recorded : null;
    return [{ name: spec.title, share, says, agrees }];
  });
  if (rows.length === 0) return [];
  const judged = rows.filter(({ agrees }) => agrees !== null);
  const agreed = judged.filter(({ agrees }) => agrees === true).length;
  const finding = `${theme}: ${agreementWords(judged.length, agreed)}.`;
  return [
    forestPlot(
      {
        measure: 'share of runs in which it happens',
        unit: 'per cent',
        things: 'things',
        finding,
        areShares: true,
        rows: rows.map(({ name, share, says }) => ({
          name,
          estimate: share.share * 100,
          low: share.low * 100,
          high: share.high * 100,
          verdict: says,
        })),
      },
      VIEW,
    ),
  ];
}

function agreementWords(judged: number, agreed: number): string {
  if (judged === 0) return 'shares of runs in which something happens';
  if (judged === 1) {
    const word = agreed === 1 ? 'agree' : 'disagree';
    return `most runs ${word} with the record on the one thing that happened or did not`;
  }
  return `most runs agree with the record on ${String(agreed)} of the ${String(judged)} things that happened or did not`;
}

const MONTHS = 'Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'.split(' ');

/** Who holds each place at noon, a plot a place. */
function dayPlots({ model }: PlotContext, plotted: readonly Plotted[]): Plot[] {
  const days = plotted.flatMap(({ spec, values, row }) => {
    const day = holderDayOf(spec.id);
    return day === null ? [] : [{ day, values, row }];
  });
  const [lower, upper] = model.sides;
  if (lower === undefined || upper === undefined) return [];
  const holderOf = (value: MeasureValue | undefined): Holder | null =>
    value === lower.id
      ? 0
      : value === upper.id
        ? 1
        : value === 'both' || value === 'none'
          ? value
          : null;
  return [...new Set(days.map(({ day }) => day.series))].map((series) => {
    const own = days.filter(({ day }) => day.series === series);
    const place = series.slice(series.indexOf('.') + 1);
    return hillBandsPlot(
      {
        hill: model.areas.find(({ id }) => id === place)?.name ?? place,
        sides: [lower.name, upper.name],
        runs: own[0]?.values.length ?? 0,
        days: own.map(({ day, values, row }) => {
          const known = values.map(holderOf).filter((holder) => holder !== null);
          const share = (holder: Holder): number =>
            known.length === 0 ? 0 : known.filter((each) => each === holder).length / known.length;
          return {
            label: `${String(day.day)} ${MONTHS[day.month - 1] ?? ''}`,
            shares: { 0: share(0), 1: share(1), both: share('both'), none: share('none') },
            record: holderOf(row?.record.value),
          };
        }),
      },
      VIEW,
    );
  });
}

const BANDS = [
  { nominal: 0.5, key: 'in50' },
  { nominal: 0.8, key: 'in80' },
  { nominal: 0.9, key: 'in90' },
  { nominal: 0.98, key: 'in98' },
] as const;

/** How often bands of the runs hold the record, rows of each use apart. */
export function coverageSection(rows: readonly ComparisonRow[]): PlotSection[] {
  const uses: readonly UseWord[] = ['prediction', 'informed', 'calibration'];
  const plots = uses.flatMap((use) => {
    const own = rows.filter((row) => row.use === use && row.in90 !== null);
    if (own.length === 0) return [];
    const bands = BANDS.map(({ nominal, key }) => {
      const inside = own.filter((row) => row[key] === true).length;
      const { low, high } = wilson(inside, own.length) ?? { low: 0, high: 1 };
      return { nominal, inside, of: own.length, low, high };
    });
    return [calibrationPlot({ rows: `${use} rows`, bands }, VIEW)];
  });
  return plots.length === 0 ? [] : [{ heading: 'Do the runs know how little they know?', plots }];
}

/** When runs from a start begin, and the longest of them ends, in hours since the scenario’s start. */
export function watchOf(
  model: Model,
  from: string,
  batch: Pick<Batch, 'variants'>,
): Pick<PlotContext, 'startHours' | 'endHours'> {
  const startTick = model.anchors.find(({ id }) => id === from)?.tick ?? 0;
  const ends = batch.variants.flatMap(({ rows }) => rows.map(({ endTick }) => endTick));
  const hours = (tick: number): number => (tick * TICK_MINUTES) / 60;
  return { startHours: hours(startTick), endHours: hours(Math.max(startTick + 1, ...ends)) };
}

/** Measures without a record. */
export function plottedMeasures(
  specs: readonly MeasureSpec[],
  values: (id: string) => readonly MeasureValue[],
): Plotted[] {
  return specs.map((spec) => ({ spec, values: values(spec.id), row: null }));
}

/** Rows of a comparison with their values; what no measure tells is left out, what is told twice drawn once. */
export function plottedRows(
  rows: readonly ComparisonRow[],
  values: ReadonlyMap<string, readonly MeasureValue[]>,
): Plotted[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const spec = row.measure === null ? undefined : measureOf(row.measure);
    // Two rows of the table may judge one figure by different rules; it is drawn once.
    const key = `${row.measure ?? ''} ${String(row.record.value)}`;
    if (spec === undefined || seen.has(key)) return [];
    seen.add(key);
    return [{ spec, values: values.get(row.id) ?? [], row }];
  });
}

/** Writes a sheet of plots as a picture or as a page, by the ending of the file’s name. */
export function writePlots(path: string, sheet: PlotSheet): void {
  const file = openForWriting(path, '--output');
  writeSync(file, /\.html$/i.test(path) ? plotPage(sheet) : plotSheetSvg(sheet));
  closeSync(file);
}
