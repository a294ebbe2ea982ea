import { computed } from '@preact/signals';
import { stepsOf } from './moments.ts';
import * as store from './store.ts';

/** Numbers of the events that the present eyes know and the log tells, in order of time. */
export const steps = computed<readonly number[]>(() => {
  const { film, model, weights, eyesOffice, logWeight } = store;
  if (film.value === null || model.value === null) return [];
  return stepsOf(film.value, model.value, weights.value, eyesOffice.value, logWeight.value);
});

/** Goes to the next or the last event of the chosen eyes. */
export function stepEvent(sign: 1 | -1): void {
  const { film, tick } = store;
  if (film.value === null) return;
  store.isPlaying.value = false;
  const { ticks } = film.value.events;
  const list = steps.value;
  if (sign > 0) {
    const next = list.find((number) => ticks[number]! > tick.value);
    store.goTo(next === undefined ? Infinity : ticks[next]!);
    return;
  }
  let last = -Infinity;
  for (const number of list) {
    if (ticks[number]! >= tick.value) break;
    last = ticks[number]!;
  }
  store.goTo(last);
}

/** How many of the steps lie at or before a tick. */
export function stepsUntil(list: readonly number[], ticks: Uint16Array, tick: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ticks[list[middle]!]! <= tick) low = middle + 1;
    else high = middle;
  }
  return low;
}
