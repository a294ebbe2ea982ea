import { closeDecision, step, viewFor, type Order, type Run } from '../engine/index.ts';
import type { DecisionLog } from './decision-record.ts';
import { decide } from './decide.ts';

/**
 * Plays a run with the built-in policy in every office, to its end or until `untilTick`.
 * @param log receives why each office decided as it did; what happens does not depend on it.
 */
export function playOut(run: Run, untilTick = Infinity, log?: DecisionLog): void {
  let due = step(run, []);
  while (due.length > 0 && run.world.tick < untilTick) {
    const orders: Order[] = [];
    for (const office of due) {
      orders.push(...decide(viewFor(run, office), log));
      closeDecision(run, office);
    }
    due = step(run, orders);
  }
}
