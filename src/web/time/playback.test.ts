import { expect, test } from 'vitest';
import { secondsAt, tickAfter } from './playback.ts';

// Three hours: quiet, long, quiet.
const sums = Float64Array.of(0, 0.1, 4.1, 4.2);

test('seconds and ticks are each other’s way back', () => {
  for (const tick of [100, 101, 104, 106.5, 108, 111.9]) {
    expect(tickAfter(sums, 100, secondsAt(sums, 100, tick))).toBeCloseTo(tick, 6);
  }
});

test('time never runs back, and ends at the end', () => {
  let last = -Infinity;
  for (let seconds = 0; seconds < 6; seconds += 0.05) {
    const tick = tickAfter(sums, 100, seconds);
    expect(tick).toBeGreaterThanOrEqual(last);
    last = tick;
  }
  expect(last).toBe(112);
});
