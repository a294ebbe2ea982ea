import { effect } from '@preact/signals';
import { film, goTo, isEven, isPlaying, pace, speed, tick } from '../state/store.ts';

/** Ticks a second of even time: a day in four seconds. */
const EVEN_TICKS = 24;

/** Seconds of the show up to a tick. */
export function secondsAt(sums: Float64Array, startTick: number, at: number): number {
  const hour = Math.max(0, (at - startTick) / 4);
  const whole = Math.min(sums.length - 2, Math.floor(hour));
  const from = sums[whole] ?? 0;
  const to = sums[whole + 1] ?? from;
  return from + (to - from) * (hour - whole);
}

/** Tick that is reached after so many seconds of the show. */
export function tickAfter(sums: Float64Array, startTick: number, seconds: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! <= seconds) low = middle + 1;
    else high = middle;
  }
  const hour = Math.max(0, low - 1);
  const from = sums[hour] ?? 0;
  const to = sums[hour + 1] ?? from;
  const share = to > from ? Math.min(1, (seconds - from) / (to - from)) : 1;
  return startTick + (hour + share) * 4;
}

/** Moves the time while it plays; stops at the end of the run. */
export function startPlayback(): void {
  let request = 0;
  let exact = 0;
  let last = 0;
  const play = (now: number): void => {
    const head = film.value?.head;
    if (!isPlaying.value || head === undefined) return;
    const seconds = Math.min(0.1, (now - last) / 1000) * speed.value;
    last = now;
    // A jump by somebody else is where the show goes on.
    if (Math.round(exact) !== tick.value) exact = tick.value;
    exact = isEven.value
      ? exact + seconds * EVEN_TICKS
      : tickAfter(
          pace.value,
          head.startTick,
          secondsAt(pace.value, head.startTick, exact) + seconds,
        );
    goTo(exact);
    if (exact >= head.endTick) isPlaying.value = false;
    else request = requestAnimationFrame(play);
  };
  effect(() => {
    cancelAnimationFrame(request);
    if (!isPlaying.value) return;
    last = performance.now();
    exact = tick.peek();
    const head = film.peek()?.head;
    if (head !== undefined && exact >= head.endTick) {
      exact = head.startTick;
      goTo(exact);
    }
    request = requestAnimationFrame(play);
  });
}
