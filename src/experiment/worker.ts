import { parentPort, workerData } from 'node:worker_threads';
import type { Model } from '../engine/index.ts';
import { attempts, type OwnModels, type Runner } from './attempt.ts';
import { claimJobs, FIRST_SLOT } from './claim.ts';
import type { CompactResult } from './ledger.ts';
import type { Plan } from './plan.ts';

/** What the pool hands to a worker. Arrays of numbers in `models`, and `control`, are shared memory. */
export interface WorkerBrief {
  readonly models: readonly Model[];
  readonly own: OwnModels | undefined;
  readonly plan: Plan;
  readonly measureIds: readonly string[];
  readonly control: Int32Array;
  /** Jobs of this round. */
  readonly jobs: Int32Array;
  /** The worker's own word in `control`. */
  readonly slot: number;
  /** Address of the module whose `simulate` plays a run. */
  readonly runnerUrl: string;
}

/** Takes jobs until none are left. Results go home claim by claim; the thread keeps nothing. */
async function work(brief: WorkerBrief): Promise<void> {
  const { control, jobs, slot } = brief;
  const { simulate } = (await import(brief.runnerUrl)) as { simulate: Runner };
  const attempt = attempts({ ...brief, runner: simulate });
  let meanMilliseconds = 0;
  for (;;) {
    const claim = claimJobs(control, jobs.length, meanMilliseconds);
    if (claim === null) break;
    const startedAt = performance.now();
    const results: CompactResult[] = [];
    for (let position = claim.from; position < claim.to; position++) {
      const job = jobs[position]!;
      // The pool reads this word to learn which run a dead worker was at.
      Atomics.store(control, FIRST_SLOT + slot, job);
      results.push(attempt(job));
    }
    meanMilliseconds = (performance.now() - startedAt) / results.length;
    parentPort?.postMessage(results);
  }
}

await work(workerData as WorkerBrief);
