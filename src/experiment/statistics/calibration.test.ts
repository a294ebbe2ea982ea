import { describe, expect, it } from 'vitest';
import { weightedSlopes } from './least-squares.ts';
import { drawShare, LUCK_FOR } from './luck.ts';
import { rankCounts, uniformity } from './uniformity.ts';
import {
  effectiveSize,
  medianDeviation,
  weightBelow,
  weightedMean,
  weightedQuantiles,
} from './weighted.ts';

describe('weighted figures', () => {
  it('are as if a figure stood there as often as it weighs', () => {
    const twice = weightedQuantiles([3, 1, 2], [2, 1, 1], [0.25, 0.5, 0.9]);
    expect(twice).toEqual([1.5, 2 + 1 / 3, 3]);
    expect(weightedMean([3, 1, 2], [2, 1, 1])).toBe(2.25);
    expect(weightBelow([3, 1, 2], [2, 1, 1], 2)).toBe(0.375);
    expect(weightedQuantiles([5], [0], [0.5])).toEqual([NaN]);
  });

  it.each([
    [[1, 1, 1, 1], 4],
    [[1, 0, 0], 1],
    [[2, 1], 1.8],
    [[], 0],
  ])('of weights %j are worth %f', (weights, worth) => {
    expect(effectiveSize(weights)).toBeCloseTo(worth, 12);
  });

  it('deviate from their median', () => {
    expect(medianDeviation([1, 1, 2, 2, 4, 6, 9])).toBe(1);
    expect(medianDeviation([])).toBeNaN();
  });
});

describe('weighted least squares', () => {
  it('find the slopes of a plane, whatever the weights', () => {
    const columns = [
      [0, 0],
      [1, 0],
      [0, 1],
      [2, 3],
    ];
    const outcomes = columns.map(([a, b]) => [7 + 2 * a! - 3 * b!, a!]);
    const slopes = weightedSlopes(columns, outcomes, [1, 0.5, 2, 0.1]);
    expect(slopes[0]![0]).toBeCloseTo(2, 10);
    expect(slopes[0]![1]).toBeCloseTo(-3, 10);
    expect(slopes[1]![0]).toBeCloseTo(1, 10);
  });

  it('give nothing to a column that does not vary or says the same as one before it', () => {
    const columns = [1, 2, 3, 5].map((x) => [x, 4, 2 * x]);
    const outcomes = [1, 2, 3, 5].map((x) => [3 * x]);
    const [slopes] = weightedSlopes(columns, outcomes, [1, 1, 1, 1]);
    expect(slopes![0]).toBeCloseTo(3, 10);
    expect(slopes!.slice(1)).toEqual([0, 0]);
  });

  it('weigh: without the outlier the line is another', () => {
    const slopes = (weight: number): number =>
      weightedSlopes([[0], [1], [2]], [[0], [1], [10]], [1, 1, weight])[0]![0]!;
    expect(slopes(0)).toBeCloseTo(1, 12);
    expect(slopes(1)).toBeCloseTo(5, 12);
  });
});

describe('an even spread', () => {
  it.each([
    // n, distance with a chance of 5 % (Kolmogorov; table of Massey 1951)
    [10, 0.409],
    [20, 0.294],
    [100, 0.1358],
  ])('of %i figures has the printed distance %f once in twenty', (n, distance) => {
    const shares = Array.from({ length: n }, (_, i) => Math.max(0, (i + 1) / n - distance));
    const found = uniformity(shares);
    expect(found.distance).toBeCloseTo(distance, 10);
    expect(found.p).toBeGreaterThan(0.045);
    expect(found.p).toBeLessThan(0.056);
  });

  it('is not found wanting more often than it should', () => {
    let found = 0;
    for (let trial = 0; trial < 400; trial++) {
      const shares = Array.from({ length: 50 }, (_, i) => drawShare(trial, LUCK_FOR.sample, i, 7));
      if (uniformity(shares).p < 0.05) found++;
    }
    expect(found).toBeGreaterThan(8);
    expect(found).toBeLessThan(34);
    expect(uniformity([]).p).toBeNaN();
  });

  it('is counted by parts', () => {
    expect(rankCounts([0, 0.05, 0.1, 0.99, 1], 10)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
  });
});
