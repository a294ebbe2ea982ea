import type { Model } from '../engine/index.ts';
import type { CompactResult } from './ledger.ts';
import type { simulate } from './one-run.ts';
import { jobAt, type Plan } from './plan.ts';

/** Plays a run. The default is `simulate`; a bench or a test may put something else in its place. */
export type Runner = (...args: Parameters<typeof simulate>) => ReturnType<typeof simulate>;

/** What a thread needs in order to run jobs. */
export interface Workplace {
  readonly model: Model;
  readonly plan: Plan;
  /** Order in which a row lists its values. */
  readonly measureIds: readonly string[];
  readonly runner: Runner;
}

/** Runs one job. A run that throws becomes a result as well: one bad run never stops a batch. */
export function attemptJob(place: Workplace, job: number): CompactResult {
  const startedAt = performance.now();
  try {
    const { setup } = jobAt(place.plan, job);
    const result = place.runner(place.model, setup);
    const values = place.measureIds.map((id) => result.measures[id] ?? null);
    const milliseconds = performance.now() - startedAt;
    return [job, result.hash, result.events, result.endTick, milliseconds, values];
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    return [job, error instanceof Error ? error.message : String(error), stack];
  }
}
