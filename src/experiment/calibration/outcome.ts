import type { MeasureResults } from '../analysis/results.ts';
import { quantileOf } from '../format/distribution.ts';
import type { Distribution } from '../format/experiment.ts';
import { varianceOf, meanOf } from '../statistics/moments.ts';
import {
  medianDeviation,
  weightBelow,
  weightedMean,
  weightedQuantiles,
} from '../statistics/weighted.ts';
import type { Calibrated, Calibration, CalibrationRow } from './calibration.ts';
import { frozenSet, type FrozenSet } from './frozen.ts';
import { placesOf } from './phases.ts';
import { posteriorOf, type Aim, type DrawTable, type Posterior } from './posterior.ts';
import { acceptedWords, type RecordedSpan } from './record.ts';
import { checkMachinery, type SelfCheck } from './self-check.ts';
import { screeningOf, sobolOf, type Screening, type SobolFinding } from './sensitivity.ts';

/** Figures of runs: quantiles, or of yes and no the share of yes. */
export interface RunFigures {
  readonly p05: number;
  readonly p50: number;
  readonly p95: number;
  readonly mean: number;
}

/** One row of the record: what it asks, and what runs say before and after. */
export interface RowOutcome {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly isShare: boolean;
  readonly start: string;
  readonly accepted: string;
  readonly record: RecordedSpan;
  /** One unit of distance, and what the row weighs. */
  readonly scale: number;
  readonly weight: number;
  /** Share of the runs that have no value. */
  readonly missing: number;
  readonly prior: RunFigures;
  readonly posterior: RunFigures;
}

/** One parameter: what is held of it before and after, and where the frozen value lies. */
export interface ParameterOutcome {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly prior: { readonly kind: string; readonly low: number; readonly high: number } & Band;
  readonly posterior: { readonly mean: number } & Band;
  /** Share by which the 90 % interval is narrower than that of the prior; below 0 it is wider. */
  readonly narrower: number;
  readonly frozen: number;
  /** Share of the posterior below the frozen value, and whether it lies in the 90 % interval. */
  readonly percentile: number;
  /** Share of the prior below it, and whether it lies in the 90 % interval of that. */
  readonly priorPercentile: number;
  readonly insidePrior: boolean;
  readonly inside: boolean;
}

interface Band {
  readonly p05: number;
  readonly p50: number;
  readonly p95: number;
}

/** What a calibration came to: `khasan.calibration-result/1`. */
export interface CalibrationOutcome {
  readonly schema: 'khasan.calibration-result/1';
  readonly id: string;
  readonly title: string;
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly version: string;
  readonly engineHash: string;
  readonly seed: number;
  readonly draws: number;
  readonly replicates: number;
  readonly accept: number;
  readonly starts: readonly { readonly from: string; readonly end: string | null }[];
  readonly runs: number;
  readonly failed: number;
  readonly complete: number;
  readonly accepted: number;
  readonly tolerance: number;
  readonly effectiveRuns: number;
  readonly effectiveDraws: number;
  readonly rows: readonly RowOutcome[];
  readonly parameters: readonly ParameterOutcome[];
  readonly check: SelfCheck | null;
  readonly screening: Screening | null;
  readonly sobol: SobolFinding | null;
  readonly frozen: FrozenSet;
}

/** What runs of a start said: `[row of the start][draw][replicate]`, and how many broke. */
export interface StartSample {
  readonly from: string;
  readonly values: readonly (readonly Float64Array[])[];
  readonly failed: number;
}

export interface OutcomeSource {
  readonly calibration: Calibration;
  readonly version: string;
  readonly engineHash: string;
  readonly scenarioHash: string;
  /** One a row. */
  readonly spans: readonly RecordedSpan[];
  readonly samples: readonly StartSample[];
  readonly screenings: readonly { from: string; measures: readonly MeasureResults[] }[];
  readonly indices: readonly { from: string; measures: readonly MeasureResults[] }[];
}

/** Works everything out; the same runs give the same figures. */
export function outcomeOf(source: OutcomeSource): CalibrationOutcome {
  const { calibration, samples, spans } = source;
  const { id, title, scenario, seed, draws, replicates, accept, parameters } = calibration;
  const table = tableOf(calibration, samples);
  const aims = aimsOf(calibration, spans, table);
  const posterior = posteriorOf(table, aims, { accept });
  const check =
    calibration.check === 0
      ? null
      : checkMachinery(table, aims, { accept, records: calibration.check, seed });
  const { complete, accepted, tolerance, effectiveRuns, effectiveDraws } = posterior;
  return {
    schema: 'khasan.calibration-result/1',
    ...{ id, title, scenario, scenarioHash: source.scenarioHash, version: source.version },
    ...{ engineHash: source.engineHash, seed, draws, replicates, accept },
    starts: calibration.starts.map(({ from, end }) => ({ from, end })),
    runs: draws * replicates * calibration.starts.length,
    failed: samples.reduce((sum, { failed }) => sum + failed, 0),
    ...{ complete, accepted, tolerance, effectiveRuns, effectiveDraws },
    rows: calibration.rows.map((row, index) =>
      rowOutcome(row, aims[index]!, column(table, index), posterior),
    ),
    parameters: parameters.map((parameter, index) =>
      parameterOutcome(parameter, posterior.places[index]!, posterior.weights),
    ),
    check,
    ...sensitivityOf(source, table, aims),
    frozen: frozenSet(parameters.map((each) => each.id)),
  };
}

/** The table of draws: the rows of all starts side by side, replicate by replicate. */
export function tableOf(calibration: Calibration, samples: readonly StartSample[]): DrawTable {
  const { rows, draws, replicates } = calibration;
  const columns = rows.map((row) => {
    const sample = samples.find(({ from }) => from === row.start);
    const measures = [
      ...new Set(rows.filter(({ start }) => start === row.start).map(({ spec }) => spec.id)),
    ];
    const values = sample?.values[measures.indexOf(row.spec.id)];
    if (values === undefined) throw new Error(`invariant broken: no runs for ${row.target.id}`);
    return values;
  });
  return {
    places: placesOf(calibration),
    outcomes: Array.from({ length: draws }, (_, draw) =>
      Array.from({ length: replicates }, (_unused, run) =>
        columns.map((values) => values[draw]![run]!),
      ),
    ),
  };
}

function column({ outcomes }: DrawTable, row: number): number[][] {
  return outcomes.map((replicates) => replicates.map((values) => values[row]!));
}

/** Robust spread of a normal distribution per median absolute deviation. */
const NORMAL_PER_MAD = 1.4826;

function aimsOf({ rows }: Calibration, spans: readonly RecordedSpan[], table: DrawTable): Aim[] {
  return rows.map(({ target }, index) => {
    const { rule, weight } = target;
    const spread = medianDeviation(present(column(table, index).flat())) * NORMAL_PER_MAD;
    const scale =
      rule.judge === 'median' ? (rule.high - rule.low) / 2 : rule.judge === 'band' ? spread : 1;
    return { ...spans[index]!, scale: scale > 0 ? scale : 1, weight };
  });
}

function present(figures: readonly number[]): number[] {
  return figures.filter((figure) => !Number.isNaN(figure));
}

function rowOutcome(
  row: CalibrationRow,
  { low, high, scale, weight }: Aim,
  outcomes: readonly (readonly number[])[],
  { drawWeights }: Posterior,
): RowOutcome {
  const { target, spec, start } = row;
  const all = outcomes.flatMap((replicates, draw) =>
    replicates.map((figure) => ({ figure, weight: drawWeights[draw]! })),
  );
  const known = all.filter(({ figure }) => !Number.isNaN(figure));
  const figures = known.map(({ figure }) => figure);
  return {
    ...{ id: target.id, title: spec.title, unit: spec.unit, isShare: spec.kind === 'flag', start },
    accepted: acceptedWords(row),
    record: { low, high },
    ...{ scale, weight },
    missing: 1 - known.length / all.length,
    prior: figuresOf(
      figures,
      figures.map(() => 1),
    ),
    posterior: figuresOf(
      figures,
      known.map((each) => each.weight),
    ),
  };
}

function figuresOf(figures: readonly number[], weights: readonly number[]): RunFigures {
  return { ...bandOf(figures, weights), mean: weightedMean(figures, weights) };
}

function bandOf(figures: readonly number[], weights: readonly number[]): Band {
  const [p05, p50, p95] = weightedQuantiles(figures, weights, [0.05, 0.5, 0.95]);
  return { p05: p05!, p50: p50!, p95: p95! };
}

function parameterOutcome(
  { id, title, unit, frozen, prior }: Calibrated,
  places: readonly number[],
  weights: readonly number[],
): ParameterOutcome {
  const values = places.map((place) => quantileOf(prior, place));
  const [p05, p50, p95] = [0.05, 0.5, 0.95].map((share) => quantileOf(prior, share));
  const before = { p05: p05!, p50: p50!, p95: p95! };
  const after = bandOf(values, weights);
  return {
    ...{ id, title, unit },
    prior: { kind: prior.kind, low: prior.low, high: prior.high, ...before },
    posterior: { mean: weightedMean(values, weights), ...after },
    narrower: 1 - (after.p95 - after.p05) / (before.p95 - before.p05),
    frozen,
    percentile: weightBelow(values, weights, frozen),
    priorPercentile: placeIn(prior, frozen),
    insidePrior: frozen >= before.p05 && frozen <= before.p95,
    inside: frozen >= after.p05 && frozen <= after.p95,
  };
}

/** Share of a prior that lies below a value, by halving. */
function placeIn(prior: Distribution, value: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (quantileOf(prior, middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function sensitivityOf(
  { calibration, screenings, indices }: OutcomeSource,
  table: DrawTable,
  aims: readonly Aim[],
): { screening: Screening | null; sobol: SobolFinding | null } {
  const luck = aims.map((_, row) => luckOf(column(table, row)));
  return {
    screening:
      calibration.screening === null || screenings.length === 0
        ? null
        : screeningOf(calibration, { screenings, aims, luck }),
    sobol: calibration.sobol === null ? null : sobolOf(calibration, indices),
  };
}

/** Standard deviation of runs that differ in luck alone; NaN with a single replicate. */
function luckOf(outcomes: readonly (readonly number[])[]): number {
  const variances = outcomes.map((replicates) => varianceOf(present(replicates)));
  return Math.sqrt(meanOf(present(variances)));
}
