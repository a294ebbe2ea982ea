import { describe, expect, it } from 'vitest';
import { elementaryEffects, morrisWalks } from '../../../src/experiment/design/morris-walks.ts';
import { saltelliOutcomes, saltelliPoints } from '../../../src/experiment/design/saltelli.ts';
import { morrisIndex, sobolIndices } from '../../../src/experiment/statistics/sensitivity.ts';

/** Ishigami and Homma (1990), a = 7, b = 0.1; each input uniform from −π to π. */
function ishigami(point: readonly number[]): number {
  const [x = 0, y = 0, z = 0] = point.map((share) => (2 * share - 1) * Math.PI);
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}

/** Sobol's g-function with the coefficients of Saltelli and Sobol (1995). */
const G_COEFFICIENTS = [0, 1, 4.5, 9, 99, 99, 99, 99];
function sobolG(point: readonly number[]): number {
  return point.reduce((product, share, index) => {
    const a = G_COEFFICIENTS[index]!;
    return (product * (Math.abs(4 * share - 2) + a)) / (1 + a);
  }, 1);
}

/** First and total indices of the g-function, from its variances in closed form. */
function indicesOfG(): { first: number; total: number }[] {
  const parts = G_COEFFICIENTS.map((a) => 1 / (3 * (1 + a) ** 2));
  const whole = parts.reduce((product, part) => product * (1 + part), 1) - 1;
  return parts.map((part) => ({
    first: part / whole,
    total: (part * ((whole + 1) / (1 + part))) / whole,
  }));
}

const ISHIGAMI_INDICES = [
  { first: 0.3139, total: 0.5576 },
  { first: 0.4424, total: 0.4424 },
  { first: 0, total: 0.2437 },
];

describe.each([
  ['Ishigami’s function', ishigami, ISHIGAMI_INDICES],
  ['Sobol’s g-function', sobolG, indicesOfG()],
])('the Sobol indices of %s', (_name, outcome, exact) => {
  const dimensions = exact.length;
  const outcomes = saltelliPoints(2048, dimensions, 1938).map(outcome);
  const indices = sobolIndices(saltelliOutcomes(outcomes, dimensions));

  it.each(exact.map((wanted, factor) => [factor + 1, wanted] as const))(
    'factor %i lies in its interval, and near',
    (factor, { first, total }) => {
      const found = indices[factor - 1]!;
      expect(found.first.low).toBeLessThanOrEqual(first);
      expect(found.first.high).toBeGreaterThanOrEqual(first);
      expect(found.total.low).toBeLessThanOrEqual(total);
      expect(found.total.high).toBeGreaterThanOrEqual(total);
      expect(Math.abs(found.first.estimate - first)).toBeLessThan(0.02);
      expect(Math.abs(found.total.estimate - total)).toBeLessThan(0.02);
    },
  );

  it('have intervals that a tenth of the points makes wider', () => {
    const few = sobolIndices(saltelliOutcomes(outcomes.slice(0, 200 * (dimensions + 2)), dimensions));
    const width = ({ low, high }: { low: number; high: number }): number => high - low;
    expect(width(few[0]!.first)).toBeGreaterThan(2 * width(indices[0]!.first));
  });
});

describe('Morris’s measures', () => {
  it('are exact for a linear function', () => {
    const walks = morrisWalks(10, 3, 4, 5);
    const effects = elementaryEffects(
      walks,
      walks.map(({ points }) => points.map(([x = 0, y = 0, z = 0]) => 3 * x - 2 * y + 0 * z)),
    );
    const [x, y, z] = effects.map((each) => morrisIndex(each));
    expect(x?.mu).toBeCloseTo(3, 12);
    expect(y?.mu).toBeCloseTo(-2, 12);
    expect(y?.muStar.estimate).toBeCloseTo(2, 12);
    expect(z?.muStar.estimate).toBe(0);
    expect(x?.sigma).toBeCloseTo(0, 12);
  });

  it('put the factors of the g-function into their order, and see that they meet', () => {
    const walks = morrisWalks(100, 8, 4, 5);
    const outcomes = walks.map(({ points }) => points.map(sobolG));
    const indices = elementaryEffects(walks, outcomes).map((each) => morrisIndex(each));
    const [first, second, third, fourth, fifth] = indices.map(({ muStar }) => muStar.estimate);
    expect(first).toBeGreaterThan(second!);
    expect(second).toBeGreaterThan(third!);
    expect(third).toBeGreaterThan(fourth!);
    expect(fourth).toBeGreaterThan(fifth!);
    expect(indices[0]!.sigma).toBeGreaterThan(0.5);
    expect(indices[0]!.muStar.low).toBeLessThan(first!);
    expect(indices[0]!.muStar.high).toBeGreaterThan(first!);
  });
});
