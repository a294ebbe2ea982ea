import { Worker } from 'node:worker_threads';
import type { Model } from '../engine/index.ts';
import { FIRST_SLOT, makeControl, NEXT, STOP } from './claim.ts';
import type { OwnModels } from './attempt.ts';
import type { CompactResult, JobBook } from './ledger.ts';
import type { WorkerBrief } from './worker.ts';

/** A run at which so many workers have died is given up and becomes a failure. */
const DEATHS_PER_JOB_MAX = 2;
/** After an interrupt a run that takes longer than this is dropped with its worker. */
const GRACE_MILLISECONDS = 5000;

export interface PoolSetup {
  /** Models from `shareModel`. */
  readonly models: readonly Model[];
  /** For variants that bring no model. */
  readonly own: OwnModels | undefined;
  readonly measureIds: readonly string[];
  readonly workers: number;
  readonly runnerUrl: string;
  readonly signal: AbortSignal | undefined;
}

/** Deaths of workers by the job they were at. */
type Deaths = Map<number, number>;

/**
 * Runs the jobs that the book misses, on `workers` threads. Returns when every job has a result, or
 * soon after the signal was given. Jobs lost with a worker are run again in a further round.
 * @throws when workers cannot even start.
 */
export async function runInPool(book: JobBook, setup: PoolSetup): Promise<void> {
  const deaths: Deaths = new Map();
  let jobs = book.missing();
  while (jobs.length > 0 && setup.signal?.aborted !== true) {
    await runRound(book, setup, Int32Array.from(jobs), deaths);
    jobs = book.missing();
  }
}

/** One pass over a list of jobs. */
async function runRound(
  book: JobBook,
  setup: PoolSetup,
  jobs: Int32Array,
  deaths: Deaths,
): Promise<void> {
  const slots = Math.min(setup.workers, jobs.length);
  const control = makeControl(slots);
  const hands = new Set<Worker>();
  let graceTimer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    Atomics.store(control, STOP, 1);
    graceTimer = setTimeout(() => {
      for (const hand of hands) void hand.terminate();
    }, GRACE_MILLISECONDS);
  };
  setup.signal?.addEventListener('abort', stop);
  const keepSlotBusy = async (slot: number): Promise<void> => {
    const { models, own, measureIds, runnerUrl } = setup;
    const { plan } = book;
    const brief = { models, own, plan, measureIds, control, jobs, slot, runnerUrl };
    do {
      Atomics.store(control, FIRST_SLOT + slot, -1);
      const reason = await runWorker(book, brief, hands);
      if (reason === null || setup.signal?.aborted === true) return;
      noteDeath(book, deaths, Atomics.load(control, FIRST_SLOT + slot), reason);
    } while (Atomics.load(control, NEXT) < jobs.length);
  };
  try {
    await Promise.all(Array.from({ length: slots }, (_, slot) => keepSlotBusy(slot)));
  } finally {
    setup.signal?.removeEventListener('abort', stop);
    clearTimeout(graceTimer);
    for (const hand of hands) void hand.terminate();
  }
}

/** Runs one worker to its end. Returns null when it ended well, else why it died. */
async function runWorker(
  book: JobBook,
  brief: WorkerBrief,
  hands: Set<Worker>,
): Promise<string | null> {
  // Flags of our own process, such as those of `node --eval`, mean nothing to a worker.
  const options = { workerData: brief, execArgv: [] };
  const worker = new Worker(new URL('./worker.js', import.meta.url), options);
  hands.add(worker);
  worker.on('message', (results: CompactResult[]) => {
    book.enter(results);
  });
  const reason = await new Promise<string | null>((resolve) => {
    let thrown: string | null = null;
    worker.on('error', (error: unknown) => {
      thrown = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', (code) => {
      resolve(thrown ?? (code === 0 ? null : `exit code ${String(code)}`));
    });
  });
  hands.delete(worker);
  return reason;
}

/** Counts a death against the run it happened at; a run that kills every worker is given up. */
function noteDeath(book: JobBook, deaths: Deaths, job: number, reason: string): void {
  if (job < 0) throw new Error(`a worker could not start: ${reason}`);
  const count = (deaths.get(job) ?? 0) + 1;
  deaths.set(job, count);
  if (count >= DEATHS_PER_JOB_MAX) {
    book.enter([[job, `the worker died of it ${String(count)} times: ${reason}`, '']]);
  }
}
