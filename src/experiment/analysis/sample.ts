import type { MeasureValue } from '../../record/index.ts';
import type { Experiment, Target } from '../format/experiment.ts';
import { isFailure } from '../ledger.ts';
import { readRow, type RowLog } from '../store/row-log.ts';

/**
 * The measures of an experiment as numbers, eight bytes a run and measure; the rows themselves stay on disk.
 * NaN stands for what has no value: the thing did not happen, or the run broke.
 */
export interface Sample {
  /** Runs of each variant. */
  readonly runs: number;
  /** `[target][variant][run]` */
  readonly values: readonly (readonly Float64Array[])[];
  /** Runs that broke, by variant. */
  readonly failed: readonly number[];
}

/** What a measure says, as a number; NaN for what has none. */
export function figureOf({ spec, cap, none, word }: Target, value: MeasureValue): number {
  if (word !== null) return value === word ? 1 : 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'number') {
    return spec.kind === 'flag' ? Number.NaN : (none ?? cap ?? Number.NaN);
  }
  return cap === null ? value : Math.min(value, cap);
}

/** Reads the first `runs` of every variant. */
export function readSample(
  log: RowLog,
  experiment: Pick<Experiment, 'variants' | 'measures'>,
  measureIds: readonly string[],
  runs: number,
): Sample {
  const { variants, measures } = experiment;
  const values = measures.map(() => variants.map(() => new Float64Array(runs).fill(Number.NaN)));
  const failed = variants.map(() => 0);
  const positions = measures.map(({ spec }) => measureIds.indexOf(spec.id));
  for (let job = 0; job < runs * variants.length; job++) {
    const variant = job % variants.length;
    const run = Math.floor(job / variants.length);
    const row = readRow(log, job);
    if (row === undefined || isFailure(row)) {
      failed[variant] = failed[variant]! + 1;
      continue;
    }
    for (const [target, measure] of measures.entries()) {
      const value = row[5][positions[target]!] ?? null;
      values[target]![variant]![run] = figureOf(measure, value);
    }
  }
  return { runs, values, failed };
}

/** Values that are there. */
export function presentOf(figures: Float64Array): number[] {
  return Array.from(figures).filter((figure) => !Number.isNaN(figure));
}

/** Values with `null` where there is none, for statistics that keep pairs together. */
export function nullable(figures: Float64Array): (number | null)[] {
  return Array.from(figures, (figure) => (Number.isNaN(figure) ? null : figure));
}
