import { effect, signal } from '@preact/signals';
import { tick } from './store.ts';

/** Least time between two pictures that follow the hour from afar, in milliseconds. */
const STEP = 400;

/**
 * The hour, a few times a second: for pictures at the side, which need not be drawn anew at each tick while
 * the time runs or is dragged. At rest it is the hour itself.
 */
export const slowTick = signal(tick.peek());

let last = 0;
let timer = 0;
effect(() => {
  const now = tick.value;
  const waited = performance.now() - last;
  clearTimeout(timer);
  if (waited >= STEP) {
    last = performance.now();
    slowTick.value = now;
    return;
  }
  timer = setTimeout(() => {
    last = performance.now();
    slowTick.value = tick.peek();
  }, STEP - waited) as unknown as number;
});
