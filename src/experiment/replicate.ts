import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Model } from '../engine/index.ts';
import { MEASURES } from '../record/index.ts';
import { attempts, type Attempt, type OwnModels, type Runner } from './attempt.ts';
import { bookOf, closeLedger, openLedger } from './ledger.ts';
import type { JobBook, Progress, VariantResult } from './ledger.ts';
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
  const measureIds = measureIdsOf(options);
  const ledger = openLedger(plan, options.onProgress ?? (() => undefined));
  await runJobs(bookOf(ledger), models, { ...options, workers });
  const { done } = ledger;
  const interrupted = done < asked;
  return { measureIds, variants: closeLedger(ledger), asked, done, interrupted, workers };
}

/** Order in which rows list their values. */
export function measureIdsOf({ runner }: Pick<ReplicateOptions, 'runner'>): readonly string[] {
  return runner?.measureIds ?? MEASURES.map((measure) => measure.id);
}

function isList(model: Model | readonly Model[]): model is readonly Model[] {
  return Array.isArray(model);
}

export interface RunJobsOptions extends Omit<ReplicateOptions, 'onProgress' | 'workers'> {
  readonly workers: number;
  /** For variants that bring no model. */
  readonly own?: OwnModels;
}

/** Runs the jobs that a book misses, here or on threads, until none are left or the signal is given. */
export async function runJobs(
  book: JobBook,
  models: readonly Model[],
  options: RunJobsOptions,
): Promise<void> {
  const { workers, signal, own } = options;
  const measureIds = measureIdsOf(options);
  const runnerUrl = options.runner?.url ?? new URL('./one-run.js', import.meta.url).href;
  if (options.inProcess ?? workers === 1) {
    const { simulate } = (await import(runnerUrl)) as { simulate: Runner };
    const place = { models, own, plan: book.plan, measureIds, runner: simulate };
    await runHere(book, attempts(place), signal);
  } else {
    const shared = models.map(shareModel);
    await runInPool(book, { models: shared, own, measureIds, workers, runnerUrl, signal });
  }
}

/** Runs all jobs in this thread. Between runs the event loop has its turn, so an interrupt is heard. */
async function runHere(
  book: JobBook,
  attempt: Attempt,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const job of book.missing()) {
    await nextTurn();
    if (signal?.aborted === true) return;
    book.enter([attempt(job)]);
  }
}
