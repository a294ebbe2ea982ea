import type { KhasanEvent } from './events.ts';
import type { Model } from './model.ts';
import type { Order } from './orders.ts';
import type { Run } from './world/world.ts';

/** How a run is begun. */
export interface RunSetup {
  readonly seed: number;
  /** `free`, or the id of an anchor of the scenario. */
  readonly from: string;
  /** Parameters by index that depart from their starting value. */
  readonly params?: readonly (readonly [index: number, value: number])[];
  /** Readings by index that are fixed instead of drawn. */
  readonly readings?: readonly (readonly [index: number, value: number])[];
  /** Give the recorded hour of the truce from outside (anchored runs over the whole battle). */
  readonly keepTruce?: boolean;
}

/** Makes the world of a run at its first tick. Throws on an unknown anchor. */
export function startRun(model: Model, setup: RunSetup, sink: (event: KhasanEvent) => void): Run {
  throw new Error(`not yet: ${model.id} ${setup.from} ${String(sink.length)}`);
}

/**
 * Carries out the orders of the offices that were due, then runs to the next decision point.
 * @returns the offices that are due now, ascending; empty when the run has ended.
 */
export function step(run: Run, orders: readonly Order[]): readonly number[] {
  throw new Error(`not yet: ${String(run.world.tick)} ${String(orders.length)}`);
}

/** Hash of the whole run so far: 32 hexadecimal digits. */
export function runHash(run: Run): string {
  return String(run.world.chain[0]);
}
