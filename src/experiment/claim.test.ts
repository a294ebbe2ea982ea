import { describe, expect, it } from 'vitest';
import { claimJobs, claimSize, makeControl, STOP } from './claim.ts';

describe('how many jobs a worker takes at once', () => {
  it.each([
    // left, workers, mean milliseconds, size
    [500, 2, 0, 1],
    [500, 2, 40, 2],
    [500, 2, 0.01, 125],
    [5000, 2, 0.001, 256],
    [6, 2, 1, 1],
    [3, 2, 0.01, 1],
    [1, 8, 0.01, 1],
  ])('%i left, %i workers, %f ms each: %i', (left, workers, mean, size) => {
    expect(claimSize(left, workers, mean)).toBe(size);
  });
});

describe('claims', () => {
  it('cover the list once, in order', () => {
    const control = makeControl(3);
    const taken: number[] = [];
    for (;;) {
      const claim = claimJobs(control, 100, 5);
      if (claim === null) break;
      for (let job = claim.from; job < claim.to; job++) taken.push(job);
    }
    expect(taken).toEqual(Array.from({ length: 100 }, (_, index) => index));
  });

  it('end when the round is stopped', () => {
    const control = makeControl(1);
    expect(claimJobs(control, 10, 0)).toEqual({ from: 0, to: 1 });
    control[STOP] = 1;
    expect(claimJobs(control, 10, 0)).toBeNull();
  });
});
