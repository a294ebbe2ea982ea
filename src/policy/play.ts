import { step, type Run } from '../engine/index.ts';

/** Plays a run with the built-in policy in every office, to its end or until `untilTick`. */
export function playOut(run: Run, untilTick = Infinity): void {
  let due = step(run, []);
  while (due.length > 0 && run.world.tick < untilTick) due = step(run, []);
}
