import { describe, expect, it } from 'vitest';
import { latinHypercube, leastDistance } from './latin-hypercube.ts';
import { morrisWalks } from './morris-walks.ts';
import { saltelliOutcomes, saltelliPoints } from './saltelli.ts';
import { SOBOL_DIMENSIONS_MAX, sobolPoints } from './sobol-sequence.ts';

/** How many points fall into each of `parts` equal parts of a dimension. */
function countsIn(points: readonly number[][], dimension: number, parts: number): number[] {
  const counts = new Array<number>(parts).fill(0);
  for (const point of points) counts[Math.floor(point[dimension]! * parts)]!++;
  return counts;
}

describe('Sobol’s sequence', () => {
  const points = sobolPoints(256, SOBOL_DIMENSIONS_MAX, 3);

  it('puts one of 256 points into each 256th part of every dimension', () => {
    for (let d = 0; d < SOBOL_DIMENSIONS_MAX; d++) {
      expect(new Set(countsIn(points, d, 256))).toEqual(new Set([1]));
    }
  });

  it('puts one into each cell of 16 by 16 of the first two dimensions', () => {
    const cells = points.map(([x = 0, y = 0]) => Math.floor(x * 16) * 16 + Math.floor(y * 16));
    expect(new Set(cells).size).toBe(256);
  });

  it('gives the first points of its definition, but for the shift', () => {
    // Joe and Kuo's example in three dimensions: 0, ½, ¾, ¼, … ; a digital shift keeps exclusive-ors.
    const words = sobolPoints(4, 3, 9).map((point) => point.map((x) => Math.floor(x * 2 ** 32)));
    const shares = words.map((point) => point.map((w, d) => ((w ^ words[0]![d]!) >>> 0) / 2 ** 32));
    expect(shares).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
    ]);
  });

  it('keeps the first points when there are more, and moves with its seed', () => {
    expect(sobolPoints(300, 5, 3).slice(0, 10)).toEqual(sobolPoints(10, 5, 3));
    expect(sobolPoints(1, 5, 4)).not.toEqual(sobolPoints(1, 5, 3));
  });
});

describe('a Latin hypercube', () => {
  it('puts one point into each part of every dimension', () => {
    const points = latinHypercube(40, 6, 1);
    for (let d = 0; d < 6; d++) expect(countsIn(points, d, 40)).toEqual(new Array(40).fill(1));
  });

  it('keeps its points further apart than the first one drawn would', () => {
    const distances = [1, 2, 3, 4, 5].map((seed) => leastDistance(latinHypercube(12, 2, seed)));
    // Of random squares of 12 points the nearest two lie about 0.09 apart.
    for (const distance of distances) expect(Math.sqrt(distance)).toBeGreaterThan(0.13);
  });

  it('works for a single point, and for many', () => {
    expect(latinHypercube(1, 3, 1)).toHaveLength(1);
    expect(latinHypercube(7000, 2, 1)).toHaveLength(7000);
  });
});

describe('Morris’s walks', () => {
  const walks = morrisWalks(30, 4, 6, 8);

  it('move every factor once, by the same step, within the range', () => {
    for (const { points, factors } of walks) {
      expect([...factors].sort()).toEqual([0, 1, 2, 3]);
      expect(points).toHaveLength(5);
      for (const [step, factor] of factors.entries()) {
        const moves = points[step + 1]!.map((x, d) => Math.abs(x - points[step]![d]!));
        for (const [d, move] of moves.entries()) {
          expect(move).toBeCloseTo(d === factor ? 0.6 : 0, 12);
        }
      }
      for (const x of points.flat()) expect(x >= 0 && x <= 1).toBe(true);
    }
  });

  it('use every value of the grid', () => {
    const used = new Set(
      walks.flatMap(({ points }) => points.flat()).map((x) => Math.round(x * 5)),
    );
    expect(used.size).toBe(6);
  });
});

describe('Saltelli’s design', () => {
  it('changes one column at a time, and can be taken apart again', () => {
    const points = saltelliPoints(3, 2, 1);
    expect(points).toHaveLength(12);
    const { a, b, mixed } = saltelliOutcomes(
      points.map((_, index) => index),
      2,
    );
    expect([a, b, mixed]).toEqual([
      [0, 4, 8],
      [1, 5, 9],
      [
        [2, 6, 10],
        [3, 7, 11],
      ],
    ]);
    expect(points[2]).toEqual([points[1]![0], points[0]![1]]);
    expect(points[3]).toEqual([points[0]![0], points[1]![1]]);
  });
});
