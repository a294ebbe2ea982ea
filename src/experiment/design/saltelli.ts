import { sobolPoints } from './sobol-sequence.ts';

/**
 * Saltelli's design (2002; without the second-order part): two samples of a Sobol sequence, then the first
 * with one column of the second for each factor, `points × (dimensions + 2)` in all. The points of one
 * index stand together (first sample, second, mixed by factor), so a longer list begins with the shorter one.
 */
export function saltelliPoints(points: number, dimensions: number, seed: number): number[][] {
  return sobolPoints(points, 2 * dimensions, seed).flatMap((point) => {
    const a = point.slice(0, dimensions);
    const b = point.slice(dimensions);
    const mixed = a.map((_, factor) => a.map((value, d) => (d === factor ? b[d]! : value)));
    return [a, b, ...mixed];
  });
}

/** Takes the outcomes at the points of `saltelliPoints`, in their order, apart again. */
export function saltelliOutcomes(
  outcomes: readonly number[],
  dimensions: number,
): { a: number[]; b: number[]; mixed: number[][] } {
  const width = dimensions + 2;
  const column = (offset: number): number[] =>
    outcomes.filter((_, index) => index % width === offset);
  return {
    a: column(0),
    b: column(1),
    mixed: Array.from({ length: dimensions }, (_, factor) => column(2 + factor)),
  };
}
