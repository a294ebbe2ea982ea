import { distributionPlot, forestPlot, survivalPlot, type Plot } from '../../picture/index.ts';
import type { FactorEffects } from '../analysis/factor-effects.ts';
import type { MeasureResults } from '../analysis/results.ts';
import { presentOf } from '../analysis/sample.ts';
import type { Experiment } from '../format/experiment.ts';
import { quantileInterval, type Interval } from '../statistics/intervals.ts';
import { asDifference, chance, unitOfDifference, type Style } from './figures.ts';

/** Groups that a plot of times can tell apart. */
const CURVES_MAX = 3;
/** Rows of a plot of differences; the table has all. */
const ROWS_MAX = 40;
/** Clock of the axes of times: Japanese time, as in the tables. */
const CLOCK_MINUTES = 540;
const WIDTH = 720;
/** What a dot of a plot of factors is. */
const QUANTITY = { rank: 'correlation', morris: 'μ*', sobol: 'total index' } as const;

export interface PlotSource {
  readonly experiment: Experiment;
  readonly measure: MeasureResults;
  readonly style: Style;
  /** Values of the measure by variant. */
  readonly columns: readonly Float64Array[];
}

/** The pictures of a measure, each as a figure of the page. Their tables stand on the page already. */
export function measurePlots(source: PlotSource): string {
  const plots = [...differencePlots(source), ...curvePlots(source), ...factorPlots(source)];
  const all = plots.length > 0 ? plots : spreadPlots(source);
  return all.map(({ svg }) => `<figure>${svg}</figure>`).join('\n');
}

/** Texts of a plot are set as SVG by its own room; only the width is ours. */
const VIEW = { width: WIDTH };

function differencePlots({ experiment, measure, style }: PlotSource): Plot[] {
  const { differences } = measure;
  if (differences.length === 0) return [];
  const factor = style.kind === 'share' ? 100 : 1;
  const title = (id: string): string =>
    experiment.variants.find((variant) => variant.id === id)?.title ?? id;
  const shown = differences.filter(({ pHolm }) => pHolm < 0.05);
  const unit = unitOfDifference(style, measure.unit);
  const [largest] = [...shown].sort((a, b) => Math.abs(b.estimate) - Math.abs(a.estimate));
  const finding =
    largest === undefined
      ? `${measure.title}: no difference from the reference is shown.`
      : `${measure.title}: ${String(shown.length)} of ${String(differences.length)} variants differ from the reference, most of all ${title(largest.variant)}, ${asDifference(style, largest.estimate)} ${unit}.`;
  const data = {
    measure: 'difference from the reference',
    unit,
    things: 'variants',
    finding,
    rows: differences.slice(0, ROWS_MAX).map((each) => ({
      name: title(each.variant),
      estimate: factor * each.estimate,
      low: factor * each.low,
      high: factor * each.high,
      verdict: `p ${chance(each.pHolm)}`,
    })),
  };
  const hasIntervals = data.rows.every(({ low, high }) => Number.isFinite(low + high));
  return hasIntervals ? [forestPlot(data, VIEW)] : [];
}

function curvePlots({ experiment, measure, style }: PlotSource): Plot[] {
  const { survival, cap } = measure;
  if (style.kind !== 'time' || cap === null || survival.length === 0) return [];
  if (survival.length > CURVES_MAX || survival.every(({ steps }) => steps.length === 0)) return [];
  const runs = (id: string): number =>
    measure.variants.find(({ variant }) => variant === id)?.n ?? 0;
  const groups = survival.map(({ variant, steps }) => ({
    name: experiment.variants.find(({ id }) => id === variant)?.title ?? variant,
    runs: runs(variant),
    steps: [
      { time: 0, share: 1, low: 1, high: 1 },
      ...steps.map(({ at, surviving, low, high }) => ({ time: at, share: surviving, low, high })),
    ],
  }));
  const scale = {
    kind: 'time' as const,
    startMinutes: style.startMinutes,
    clockOffsetMinutes: CLOCK_MINUTES,
  };
  return [survivalPlot({ title: measure.title, scale, groups, end: cap, record: null }, VIEW)];
}

function factorPlots({ experiment, measure, style }: PlotSource): Plot[] {
  const { factors } = measure;
  if (factors === null) return [];
  const title = (id: string): string =>
    experiment.factors.find((each) => each.id === id)?.title ?? id;
  const rows = effectsOf(factors).map(({ factor, estimate, low, high }) => ({
    name: title(factor),
    estimate,
    low,
    high,
    verdict: '',
  }));
  if (!rows.every(({ estimate, low, high }) => Number.isFinite(estimate + low + high))) return [];
  const words = {
    rank: ['rank correlation', ''],
    morris: ['size of the elementary effects, μ*', unitOfDifference(style, measure.unit)],
    sobol: ['share of the variance, alone or with others', ''],
  }[factors.kind];
  const [largest] = [...rows].sort((a, b) => Math.abs(b.estimate) - Math.abs(a.estimate));
  const isFlat = largest === undefined || largest.estimate === 0;
  const finding = isFlat
    ? `${measure.title}: no factor does anything to it.`
    : `${measure.title} hangs most on ${largest.name}.`;
  const data = { measure: words[0]!, unit: words[1]!, things: 'factors', finding, rows };
  return [
    forestPlot(
      {
        ...data,
        bySize: true,
        areShares: factors.kind !== 'rank',
        quantity: QUANTITY[factors.kind],
      },
      VIEW,
    ),
  ];
}

function effectsOf(factors: FactorEffects): (Interval & { factor: string })[] {
  if (factors.kind === 'rank') {
    return factors.factors.map(({ factor, correlation }) => ({ factor, ...correlation }));
  }
  if (factors.kind === 'morris') {
    return factors.factors.map(({ factor, muStar }) => ({ factor, ...muStar }));
  }
  return factors.factors.map(({ factor, total }) => ({ factor, ...total }));
}

/** Where nothing is compared: how the runs spread. */
function spreadPlots({ measure, style, columns }: PlotSource): Plot[] {
  if (style.kind !== 'number' || columns.length !== 1) return [];
  const figures = presentOf(columns[0]!).sort((a, b) => a - b);
  const at = (p: number): number => quantileInterval(figures, p)?.estimate ?? Number.NaN;
  const spread =
    figures.length === 0
      ? null
      : { p05: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) };
  const scale = { kind: 'number' as const, unit: measure.unit };
  const runs = columns[0]!.length;
  return [
    distributionPlot(
      { title: measure.title, scale, figures, runs, spread, record: null, claims: [] },
      VIEW,
    ),
  ];
}
