import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  midRank,
  quantile,
  restrictedMean,
  summarise,
  wilson,
  type MeasureValue,
} from './index.ts';

const figures = { kind: 'number', unit: 'men' } as const;

describe('quantile, type 7', () => {
  // Worked by hand from h = (n - 1) p; R gives the same with quantile(x, p, type = 7).
  const cases: readonly [sorted: number[], p: number, value: number | null][] = [
    [[], 0.5, null],
    [[7], 0.05, 7],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4], 0, 1],
    [[1, 2, 3, 4], 1, 4],
    [[10, 20, 30, 40, 50], 0.9, 46],
  ];
  it.each(cases)('of %o at %d is %o', (sorted, p, value) => {
    expect(quantile(sorted, p)).toBe(value);
  });

  it('lies within the figures and rises with p', () => {
    const sample = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(sample, fc.double({ min: 0, max: 1, noNaN: true }), (numbers, p) => {
        const sorted = [...numbers].sort((a, b) => a - b);
        const at = quantile(sorted, p)!;
        expect(at).toBeGreaterThanOrEqual(sorted[0]!);
        expect(at).toBeLessThanOrEqual(sorted[sorted.length - 1]!);
        expect(quantile(sorted, 1)).toBeGreaterThanOrEqual(at);
      }),
      { seed: 1938 },
    );
  });
});

describe('midRank', () => {
  const cases: readonly [sorted: number[], figure: number, rank: number | null][] = [
    [[], 1, null],
    [[1, 2, 3, 4], 0, 0],
    [[1, 2, 3, 4], 9, 1],
    [[1, 2, 3, 4], 2.5, 0.5],
    [[1, 2, 2, 3], 2, 0.5],
    [[5, 5], 5, 0.5],
  ];
  it.each(cases)('in %o of %d is %o', (sorted, figure, rank) => {
    expect(midRank(sorted, figure)).toBe(rank);
  });
});

describe('summarise', () => {
  it('figures: what did not happen counts in n alone', () => {
    expect(summarise(figures, [4, null, 2, 6])).toEqual({
      kind: 'number',
      unit: 'men',
      n: 4,
      happened: 3,
      mean: 4,
      sd: 2,
      p05: 2.2,
      p10: 2.4,
      p25: 3,
      p50: 4,
      p75: 5,
      p90: 5.6,
      p95: expect.closeTo(5.8) as number,
      shares: null,
    });
  });

  it('flags: shares of those that happened', () => {
    const summary = summarise({ kind: 'flag', unit: '' }, [true, false, true, null, true]);
    expect(summary).toMatchObject({
      n: 5,
      happened: 4,
      mean: null,
      shares: { no: 0.25, yes: 0.75 },
    });
  });

  it('categories: words in order', () => {
    const summary = summarise({ kind: 'category', unit: '' }, ['su', 'both', 'su', null]);
    expect(Object.entries(summary.shares ?? {})).toEqual([
      ['both', 1 / 3],
      ['su', 2 / 3],
    ]);
  });

  const empty: readonly MeasureValue[][] = [[], [null, null]];
  it.each(empty)('of nothing is nothing', (...values) => {
    expect(summarise(figures, values)).toMatchObject({
      happened: 0,
      mean: null,
      sd: null,
      p50: null,
    });
  });

  it('does not depend on the order of the runs, but for the last bit of a sum', () => {
    const sample = fc.array(fc.option(fc.integer({ min: 0, max: 999 })), { maxLength: 20 });
    fc.assert(
      fc.property(sample, (values) => {
        expect(summarise(figures, [...values].reverse()).p50).toBe(summarise(figures, values).p50);
      }),
      { seed: 1938 },
    );
  });
});

describe('restrictedMean', () => {
  it('counts what did not happen, or came later, as the horizon', () => {
    expect(restrictedMean([10, null, 200], 100)).toBe(70);
    expect(restrictedMean([], 100)).toBeNull();
  });
});

describe('wilson', () => {
  // Worked example of the score interval: 8 of 10 gives 0.490 to 0.943.
  it('agrees with the published interval for 8 of 10', () => {
    const interval = wilson(8, 10)!;
    expect(interval.share).toBe(0.8);
    expect(interval.low).toBeCloseTo(0.4902, 3);
    expect(interval.high).toBeCloseTo(0.9433, 3);
  });

  it.each([
    [0, 20],
    [20, 20],
  ])('stays within 0 and 1 for %d of %d', (hits, runs) => {
    const { low, high } = wilson(hits, runs)!;
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
    expect(high).toBeGreaterThan(low);
  });

  it('of no runs is nothing', () => {
    expect(wilson(0, 0)).toBeNull();
  });
});
