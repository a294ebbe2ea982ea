import {
  closeDecision,
  step,
  viewFor,
  type Order,
  type Run,
  type View,
} from '../../src/engine/index.ts';
import { decide } from '../../src/policy/index.ts';

/** What a test wants to see of a run, and to have its hands in. */
export interface Driving {
  /** Orders of an office that is due. Default: the built-in policy. */
  readonly decide?: (view: View) => readonly Order[];
  /** Called at every stop of the clock, before anybody decides. May hand over another run to go on with. */
  readonly onStop?: (run: Run, due: readonly number[], stop: number) => Run | undefined;
  /** Called after the offices have decided: the orders that are really given. Default: all, unchanged. */
  readonly orders?: (run: Run, due: readonly number[], orders: Order[]) => Order[];
  /** Stops when the clock has come this far. Default: the end of the scenario. */
  readonly untilTick?: number;
  /** Offices that are due in the state handed over, where the run is taken up at a stop of its clock. */
  readonly due?: readonly number[];
}

/**
 * Plays a run as the built-in driver does, with a hand in it. The clock must move at every step: a run
 * that stands still is an endless loop and throws.
 * @returns the run in its last state.
 */
export function drive(start: Run, driving: Driving = {}): Run {
  const { untilTick = Infinity, decide: office = decide } = driving;
  let run = start;
  let due = driving.due ?? step(run, []);
  for (let stop = 0; due.length > 0 && run.world.tick < untilTick; stop++) {
    run = driving.onStop?.(run, due, stop) ?? run;
    let orders: Order[] = [];
    for (const one of due) {
      orders.push(...office(viewFor(run, one)));
      closeDecision(run, one);
    }
    if (driving.orders !== undefined) orders = driving.orders(run, due, orders);
    const before = run.world.tick;
    due = step(run, orders);
    if (run.world.tick <= before && !run.world.ended) {
      throw new Error(`the clock stands still at tick ${String(before)}`);
    }
  }
  return run;
}
