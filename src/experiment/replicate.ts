import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Model } from '../engine/index.ts';
import { MEASURES } from '../record/index.ts';
import { attemptJob, type Runner } from './attempt.ts';
import { closeLedger, enter, openLedger, type Ledger } from './ledger.ts';
import type { Progress, VariantResult } from './ledger.ts';
import { countJobs, type Plan } from './plan.ts';
import { runInPool } from './pool.ts';
import { shareModel } from './share.ts';

export interface ReplicateOptions {
  /** Threads; default the smaller of the processors at hand and the number of runs. */
  readonly workers?: number;
  /** Whether the runs stay in this thread; default with one worker. */
  readonly inProcess?: boolean;
  /** Ends the batch early; what is done is kept. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Module whose `simulate` plays a run in place of our own, with the measures that it gives. */
  readonly runner?: { readonly url: string; readonly measureIds: readonly string[] };
}

/** Results of a batch. Rows do not depend on the number of workers nor on the order of their work. */
export interface Batch {
  /** Order in which rows list their values. */
  readonly measureIds: readonly string[];
  readonly variants: readonly VariantResult[];
  readonly asked: number;
  /** Jobs with a result, failures included. */
  readonly done: number;
  readonly interrupted: boolean;
  readonly workers: number;
}

/** Threads that a batch gets when nobody says how many. */
export function defaultWorkers(runs: number): number {
  return Math.max(1, Math.min(availableParallelism(), runs));
}

/**
 * Runs every variant of a plan as often as it says.
 * @param model that of all variants, or the list that `Variant.model` counts through.
 * @throws when workers cannot start, never because of a run.
 */
export async function replicate(
  model: Model | readonly Model[],
  plan: Plan,
  options: ReplicateOptions = {},
): Promise<Batch> {
  const models = isList(model) ? model : [model];
  const asked = countJobs(plan);
  const workers = Math.max(1, Math.min(options.workers ?? defaultWorkers(asked), asked));
  const inProcess = options.inProcess ?? workers === 1;
  const measureIds = options.runner?.measureIds ?? MEASURES.map((measure) => measure.id);
  const runnerUrl = options.runner?.url ?? new URL('./one-run.js', import.meta.url).href;
  const ledger = openLedger(plan, options.onProgress ?? (() => undefined));
  const { signal } = options;
  if (inProcess) {
    const { simulate } = (await import(runnerUrl)) as { simulate: Runner };
    await runHere(ledger, { models, plan, measureIds, runner: simulate }, signal);
  } else {
    const shared = models.map(shareModel);
    await runInPool(ledger, { models: shared, measureIds, workers, runnerUrl, signal });
  }
  const { done } = ledger;
  const interrupted = done < asked;
  return { measureIds, variants: closeLedger(ledger), asked, done, interrupted, workers };
}

function isList(model: Model | readonly Model[]): model is readonly Model[] {
  return Array.isArray(model);
}

/** Runs all jobs in this thread. Between runs the event loop has its turn, so an interrupt is heard. */
async function runHere(
  ledger: Ledger,
  place: Parameters<typeof attemptJob>[0],
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let job = 0; job < ledger.results.length; job++) {
    await nextTurn();
    if (signal?.aborted === true) return;
    enter(ledger, [attemptJob(place, job)]);
  }
}
