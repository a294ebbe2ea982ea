import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../engine/index.ts';
import { latinHypercube } from '../design/latin-hypercube.ts';
import { drawShare, LUCK_FOR } from '../statistics/luck.ts';
import { deviationOf, meanOf } from '../statistics/moments.ts';
import { weightedMean, weightedQuantiles } from '../statistics/weighted.ts';
import { gapOf, posteriorOf, type Aim, type DrawTable } from './posterior.ts';
import { checkMachinery } from './self-check.ts';

/**
 * A simulator whose posterior is known: a mean with the prior N(0, 1) is seen with noise N(0, 1), so that given y it is
 * N(y/2, 1/2). A second parameter does nothing, and a second row is noise alone.
 */
function toyTable(draws: number, replicates: number, shift = 0): DrawTable {
  const places = latinHypercube(draws, 2, 5);
  const noise = (key: number, row: number): number =>
    normalQuantile(drawShare(9, LUCK_FOR.sample, key, row));
  return {
    places,
    outcomes: places.map(([place], draw) =>
      Array.from({ length: replicates }, (_, run) => {
        const key = draw * replicates + run;
        return [normalQuantile(place!) + noise(key, 0) + (run === 0 ? shift : 0), noise(key, 1)];
      }),
    ),
  };
}

const at = (y: number): Aim[] => [
  { low: y, high: y, scale: 1, weight: 1 },
  { low: 0, high: 0, scale: 1, weight: 0.25 },
];

describe('a posterior that is known', () => {
  it.each([
    [-1.5, 1],
    [0, 1],
    [1, 1],
    [1, 4],
  ])('of the mean, seen at %f, with %i replicates', (y, replicates) => {
    const table = toyTable(6000 / replicates, replicates);
    const { places, weights, effectiveDraws } = posteriorOf(table, at(y), { accept: 0.1 });
    const means = places[0]!.map(normalQuantile);
    const sd = Math.sqrt(0.5);
    expect(Math.abs(weightedMean(means, weights) - y / 2)).toBeLessThan(0.12);
    const [low, high] = weightedQuantiles(means, weights, [0.05, 0.95]);
    expect(Math.abs(low! - (y / 2 - 1.645 * sd))).toBeLessThan(0.22);
    expect(Math.abs(high! - (y / 2 + 1.645 * sd))).toBeLessThan(0.22);
    expect(effectiveDraws).toBeGreaterThan(200);
    // Of the other nothing is learned.
    expect(Math.abs(weightedMean(places[1]!, weights) - 0.5)).toBeLessThan(0.05);
  });

  it('keeps its places within the prior and leaves an incomplete run out', () => {
    const table = toyTable(200, 2);
    const broken = table.outcomes.map((runs, draw) =>
      draw < 50 ? [[Number.NaN, 0], runs[1]!] : runs,
    );
    const posterior = posteriorOf({ ...table, outcomes: broken }, at(6), { accept: 0.2 });
    expect(posterior.complete).toBe(350);
    for (const place of posterior.places.flat()) {
      expect(place).toBeGreaterThan(0);
      expect(place).toBeLessThan(1);
    }
  });

  it('is the prior where no row tells anything apart', () => {
    const table = toyTable(400, 1);
    const blind = table.outcomes.map((runs) => runs.map(() => [1, 1]));
    const { weights, accepted } = posteriorOf({ ...table, outcomes: blind }, at(1), {
      accept: 0.25,
    });
    expect(accepted).toBe(100);
    expect(new Set(weights)).toEqual(new Set([1]));
  });

  it('has no gap inside a recorded span', () => {
    const aim = { low: 0, high: 10, scale: 5, weight: 1 };
    expect([-5, 0, 7, 15].map((outcome) => gapOf(aim, outcome))).toEqual([-1, 0, 0, 1]);
  });
});

describe('the check of the machinery', () => {
  const wishes = { accept: 0.1, records: 150, seed: 3 };

  it('finds known values anywhere in their posteriors when all is well', () => {
    const { records, parameters, passed } = checkMachinery(toyTable(700, 2), at(0), wishes);
    expect(records).toBe(150);
    expect(passed).toBe(true);
    const [mean, idle] = parameters;
    expect(mean!.counts.reduce((sum, count) => sum + count, 0)).toBe(150);
    expect(mean!.covered90).toBeGreaterThan(0.83);
    expect(mean!.recovery).toBeGreaterThan(0.55);
    expect(Math.abs(idle!.recovery)).toBeLessThan(0.25);
  });

  it('sees it when the records are not what the runs are', () => {
    const { parameters, passed } = checkMachinery(toyTable(250, 6, 1.5), at(0), wishes);
    expect(passed).toBe(false);
    expect(parameters[0]!.pHolm).toBeLessThan(0.01);
    expect(parameters[1]!.pHolm).toBeGreaterThan(0.01);
  });
});

it('the toy is what it says', () => {
  const outcomes = toyTable(2000, 1).outcomes.map(([run]) => run![0]!);
  expect(meanOf(outcomes)).toBeCloseTo(0, 1);
  expect(deviationOf(outcomes)).toBeCloseTo(Math.SQRT2, 1);
});
