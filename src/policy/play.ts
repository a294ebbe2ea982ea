import { closeDecision, step, viewFor, type Order, type Run } from '../engine/index.ts';
import { decide } from './decide.ts';

/** Plays a run with the built-in policy in every office, to its end or until `untilTick`. */
export function playOut(run: Run, untilTick = Infinity): void {
  let due = step(run, []);
  while (due.length > 0 && run.world.tick < untilTick) {
    const orders: Order[] = [];
    for (const office of due) {
      orders.push(...decide(viewFor(run, office)));
      closeDecision(run, office);
    }
    due = step(run, orders);
  }
}
