import type { SourceFile } from '../scenario/index.ts';
import { widestInterval } from './analysis/enough.ts';
import { readSample } from './analysis/sample.ts';
import type { Knockouts } from './apply-settings.ts';
import type { ExperimentPlan } from './experiment-plan.ts';
import type { Experiment } from './format/experiment.ts';
import type { JobBook, Progress } from './ledger.ts';
import { measureIdsOf, runJobs, type ReplicateOptions } from './replicate.ts';
import { appendRows, syncRows, type RowLog } from './store/row-log.ts';

/** Part of an experiment for one of several machines: runs whose number leaves `index` − 1 when divided by `of`. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

export interface ConductOptions extends Pick<ReplicateOptions, 'signal' | 'onProgress' | 'runner'> {
  readonly workers: number;
  readonly shard: Shard | null;
  /** Texts of the scenario and the knock-outs, for variants that are compiled where they run. */
  readonly files: readonly SourceFile[];
  readonly knockouts: Knockouts;
}

/** Why no more runs were made. */
export type Ending = 'runs' | 'width' | 'budget' | 'interrupted';

export interface Conducted {
  /** Runs of each variant that are all there. */
  readonly runs: number;
  readonly ending: Ending;
}

const BLOCK_RUNS = 50;

/**
 * Runs what a log misses of an experiment. Where a rule may end it early, runs are made in blocks of so many a
 * variant, and the rule is asked between blocks: so it never depends on which run was finished first.
 */
export async function conduct(
  experiment: Experiment,
  { plan, models }: ExperimentPlan,
  log: RowLog,
  options: ConductOptions,
): Promise<Conducted> {
  const { stop, budgetMinutes } = experiment;
  const width = plan.variants.length;
  const endsEarly = stop !== null || budgetMinutes !== null;
  const block = endsEarly ? (stop?.every ?? BLOCK_RUNS) : experiment.runs;
  const startedAt = performance.now();
  const progress = makeProgress(log, options, experiment.runs * width);
  const own = { files: options.files, knockouts: options.knockouts };
  for (let runs = Math.min(block, experiment.runs); ; runs += block) {
    const upTo = Math.min(runs, experiment.runs);
    const book: JobBook = {
      plan,
      missing: () => missingRuns(log, upTo * width, options.shard),
      enter: (results) => {
        appendRows(log, results);
        progress();
      },
    };
    await runJobs(book, models, { ...options, own });
    syncRows(log);
    if (book.missing().length > 0) return { runs: upTo - block, ending: 'interrupted' };
    const ending = endingAt(experiment, log, options, { runs: upTo, startedAt });
    if (ending !== null) return { runs: upTo, ending };
  }
}

function endingAt(
  experiment: Experiment,
  log: RowLog,
  options: ConductOptions,
  { runs, startedAt }: { readonly runs: number; readonly startedAt: number },
): Ending | null {
  const { stop, budgetMinutes } = experiment;
  if (runs >= experiment.runs) return 'runs';
  if (stop !== null) {
    const sample = readSample(log, experiment, measureIdsOf(options), runs);
    if (widestInterval(experiment, sample) <= stop.width) return 'width';
  }
  const minutes = (performance.now() - startedAt) / 60_000;
  return budgetMinutes !== null && minutes >= budgetMinutes ? 'budget' : null;
}

/** Runs without a row among the first `jobs`, ascending; only those of the shard. */
export function missingRuns(log: RowLog, jobs: number, shard: Shard | null): number[] {
  const missing: number[] = [];
  const step = shard?.of ?? 1;
  for (let job = (shard?.index ?? 1) - 1; job < jobs; job += step) {
    if (log.starts[job] === -1) missing.push(job);
  }
  return missing;
}

/** Counts runs on, those of an earlier process among the done but not in the speed. */
function makeProgress(
  log: RowLog,
  { onProgress, shard }: Pick<ConductOptions, 'onProgress' | 'shard'>,
  jobs: number,
): () => void {
  const startedAt = performance.now();
  const before = log.done;
  const total = shard === null ? jobs : Math.ceil((jobs - shard.index + 1) / shard.of);
  return () => {
    const { done, failed } = log;
    const elapsedSeconds = (performance.now() - startedAt) / 1000;
    const perRun = elapsedSeconds / (done - before);
    const remainingSeconds = done > before ? perRun * Math.max(0, total - done) : Number.NaN;
    const progress: Progress = { done, total, failed, elapsedSeconds, remainingSeconds };
    onProgress?.(progress);
  };
}
