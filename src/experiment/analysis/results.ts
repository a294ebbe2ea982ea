import { wilson } from '../../record/index.ts';
import { hasReference, type Experiment, type Target } from '../format/experiment.ts';
import type { Ending } from '../conduct.ts';
import { meanInterval, quantileInterval, type Interval } from '../statistics/intervals.ts';
import { deviationOf } from '../statistics/moments.ts';
import { holm, pairedDifference, type PairedDifference } from '../statistics/paired.ts';
import { kaplanMeier, type SurvivalStep } from '../statistics/survival.ts';
import { factorEffects, type FactorEffects } from './factor-effects.ts';
import { nullable, presentOf, type Sample } from './sample.ts';

/** One measure over the runs of one variant. */
export interface VariantFigures {
  readonly variant: string;
  /** Runs with a value, and runs that broke. */
  readonly n: number;
  readonly failed: number;
  /** Mean with Student's t interval; for yes or no the share with Wilson's. */
  readonly mean: Interval;
  readonly sd: number;
  /** Quantiles with intervals between order statistics; `null` for shares and without runs. */
  readonly p05: Interval | null;
  readonly p50: Interval | null;
  readonly p95: Interval | null;
  /** Of a time: share of runs in which it came before the horizon, with Wilson's interval. */
  readonly happened: Interval | null;
}

/** A variant against the reference. */
export interface Difference extends PairedDifference {
  readonly variant: string;
  /** `p` after Holm's correction over every difference of the experiment. */
  readonly pHolm: number;
  /** Pairs in which both runs gave the same value to the last bit. */
  readonly same: number;
}

export interface MeasureResults {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** `null`: runs without a value are left out; otherwise they count as this. */
  readonly cap: number | null;
  /** By variant; for a sample of the factors' space all points together. */
  readonly variants: readonly VariantFigures[];
  readonly differences: readonly Difference[];
  /** Of a time: share of runs in which it has not come yet, by variant. */
  readonly survival: readonly { variant: string; steps: readonly SurvivalStep[] }[];
  readonly factors: FactorEffects | null;
}

export interface Results {
  readonly schema: 'khasan.results/1';
  readonly experiment: string;
  /** Runs of each variant. */
  readonly runs: number;
  readonly ending: Ending;
  readonly failed: number;
  readonly measures: readonly MeasureResults[];
}

/** Works a sample out: every figure of the report, each from numbers that `runs.csv` has. */
export function analyse(experiment: Experiment, sample: Sample, ending: Ending): Results {
  const measures = experiment.measures.map((target, index) =>
    measureResults(experiment, target, sample, index),
  );
  const chances = measures.flatMap(({ differences }) => differences.map(({ p }) => p));
  const corrected = holm(chances);
  let next = 0;
  return {
    schema: 'khasan.results/1',
    experiment: experiment.id,
    runs: sample.runs,
    ending,
    failed: sample.failed.reduce((sum, count) => sum + count, 0),
    measures: measures.map((measure) => ({
      ...measure,
      differences: measure.differences.map((difference) => ({
        ...difference,
        pHolm: corrected[next++]!,
      })),
    })),
  };
}

function measureResults(
  experiment: Experiment,
  target: Target,
  sample: Sample,
  index: number,
): MeasureResults {
  const { design, variants, factors } = experiment;
  const columns = sample.values[index]!;
  const isSample = ['latin-hypercube', 'sobol', 'morris'].includes(design.kind);
  const failed = sample.failed.reduce((sum, count) => sum + count, 0);
  const listed = isSample ? [] : variants;
  return {
    id: target.id,
    title: target.title,
    unit: target.unit,
    cap: target.cap,
    variants: isSample
      ? [figuresOf(target, 'all points', together(columns), failed)]
      : columns.map((column, at) =>
          figuresOf(target, variants[at]!.id, column, sample.failed[at]!),
        ),
    differences: hasReference(design) ? differencesOf(experiment, columns) : [],
    survival: listed.flatMap(({ id }, at) => survivalOf(target, id, columns[at]!)),
    factors: factors.length > 0 && isSample ? factorEffects(experiment, columns) : null,
  };
}

function together(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const column of columns) {
    all.set(column, at);
    at += column.length;
  }
  return all;
}

function isShare({ spec, word }: Target): boolean {
  return word !== null || spec.kind === 'flag';
}

function figuresOf(
  target: Target,
  variant: string,
  column: Float64Array,
  failed: number,
): VariantFigures {
  const figures = presentOf(column).sort((a, b) => a - b);
  const n = figures.length;
  const { cap } = target;
  const share = isShare(target);
  const at = (p: number): Interval | null => (share ? null : quantileInterval(figures, p));
  const hits = figures.filter((figure) => (share ? figure === 1 : cap === null || figure < cap));
  const wilsons = shareInterval(hits.length, n);
  return {
    variant,
    n,
    failed,
    mean: share ? wilsons : meanInterval(figures),
    sd: deviationOf(figures),
    p05: at(0.05),
    p50: at(0.5),
    p95: at(0.95),
    happened: target.spec.kind === 'time' ? wilsons : null,
  };
}

function shareInterval(hits: number, n: number): Interval {
  const found = wilson(hits, n);
  if (found === null) return { estimate: Number.NaN, low: Number.NaN, high: Number.NaN };
  return { estimate: found.share, low: found.low, high: found.high };
}

function differencesOf(experiment: Experiment, columns: readonly Float64Array[]): Difference[] {
  const [base, ...others] = columns;
  if (base === undefined) return [];
  return others.map((other, index) => ({
    variant: experiment.variants[index + 1]!.id,
    ...pairedDifference(nullable(base), nullable(other)),
    pHolm: Number.NaN,
    same: base.reduce((sum, value, run) => (value === other[run] ? sum + 1 : sum), 0),
  }));
}

function survivalOf(
  { spec, cap }: Target,
  variant: string,
  column: Float64Array,
): { variant: string; steps: SurvivalStep[] }[] {
  if (spec.kind !== 'time' || cap === null) return [];
  const waits = presentOf(column).map((hours) => ({
    at: hours < cap ? hours : null,
    watchedUntil: cap,
  }));
  return [{ variant, steps: kaplanMeier(waits) }];
}
