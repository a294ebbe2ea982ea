import type { Model } from '../engine/index.ts';
import type { CompactResult } from './ledger.ts';
import type { simulate } from './one-run.ts';
import { jobAt, type Plan } from './plan.ts';

/** Plays a run. The default is `simulate`; a bench or a test may put something else in its place. */
export type Runner = (...args: Parameters<typeof simulate>) => ReturnType<typeof simulate>;

/** What a thread needs in order to run jobs. */
export interface Workplace {
  /** What `Variant.model` counts through. */
  readonly models: readonly Model[];
  readonly plan: Plan;
  /** Order in which a row lists its values. */
  readonly measureIds: readonly string[];
  readonly runner: Runner;
}

/** Runs one job. A run that throws becomes a result as well: one bad run never stops a batch. */
export function attemptJob(place: Workplace, job: number): CompactResult {
  const startedAt = performance.now();
  try {
    const { setup, variant } = jobAt(place.plan, job);
    const model = place.models[place.plan.variants[variant]?.model ?? 0];
    if (model === undefined) throw new Error(`invariant broken: variant ${variant} has no model`);
    const result = place.runner(model, setup);
    const values = place.measureIds.map((id) => result.measures[id] ?? null);
    const milliseconds = performance.now() - startedAt;
    return [job, result.hash, result.events, result.endTick, milliseconds, values];
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    return [job, error instanceof Error ? error.message : String(error), stack];
  }
}
