import { describe, expect, test } from 'vitest';
import { defaultParams, P } from '../parameters.ts';
import {
  claimCoefficients,
  inPublic,
  passedOn,
  roundedUp,
  stochasticRound,
  waitDays,
  withheld,
} from './claims.ts';

const c = { ...claimCoefficients(defaultParams()), rounding: 0.1, shading: 0.1, withheld: 0.1 };

describe('rounding up', () => {
  const cases: readonly [figure: number, share: number, rounded: number][] = [
    [0, 0.1, 0],
    [7, 0.1, 7],
    [9.5, 0.1, 9.5],
    [11, 0.1, 12],
    [26, 0.1, 30],
    [51, 0.1, 60],
    [101, 0.1, 120],
    [123, 0.1, 140],
    [300, 0.1, 300],
    [26, 0.3, 30],
    [123.4, 0, 123.4],
  ];
  test.each(cases)('%d at %d is %d', (figure, share, rounded) => {
    expect(roundedUp(figure, share)).toBe(rounded);
  });

  test('never takes away, and never adds more than twice its share', () => {
    for (let figure = 0; figure < 2_000; figure++) {
      const rounded = roundedUp(figure, 0.15);
      expect(rounded).toBeGreaterThanOrEqual(figure);
      expect(rounded).toBeLessThanOrEqual(figure * 1.3);
    }
  });
});

describe('what an office does to a figure', () => {
  test.each([
    ['honour adds to the enemy’s losses', passedOn(5, 1, c), 5.5],
    ['without honour a small figure stays', passedOn(5, 0, c), 5],
    ['first it adds, then it rounds', passedOn(100, 1, c), 120],
    ['fear keeps own dead back', withheld(50, 1, c), 45],
    ['without fear it does not', withheld(50, 0, c), 50],
    ['own losses in public', inPublic(100, 'own', 0.5, { ...c, publicOwn: 0.8 }), 60],
    ['enemy losses in public', inPublic(100, 'enemy', 0.5, { ...c, publicEnemy: 0.5 }), 125],
  ])('%s', (_name, found, wanted) => {
    expect(found).toBeCloseTo(wanted, 10);
  });
});

test('a whole number stays, a broken one keeps its mean', () => {
  expect([0.001, 0.5, 0.999].map((u) => stochasticRound(3, u))).toEqual([3, 3, 3]);
  const draws = Array.from({ length: 100 }, (_, i) => stochasticRound(2.25, (i + 0.5) / 100));
  expect(draws.reduce((sum, each) => sum + each, 0)).toBe(225);
});

test('waits are whole days, longer for smaller luck and for a longer mean', () => {
  expect([0.9, 0.5, 0.1, 0.01].map((u) => waitDays(10, u))).toEqual([1, 6, 23, 46]);
  expect([1, 5, 20].map((mean) => waitDays(mean, 0.1))).toEqual([2, 11, 46]);
});

test('claims.bias takes every bias away and leaves lateness', () => {
  const params = defaultParams();
  params[P['claims.bias']] = 0;
  const none = claimCoefficients(params);
  const { takenForDead, doubleMen, doubleTanks, doubleGuns, doubleAircraft } = none;
  const { spread, rounding, shading, withheld: kept, publicOwn, publicEnemy } = none;
  const biases = [takenForDead, doubleMen, doubleTanks, doubleGuns, doubleAircraft, spread];
  expect([...biases, rounding, shading, kept, publicOwn, publicEnemy]).toEqual(
    new Array(11).fill(0),
  );
  expect(none.unaccounted).toBe(claimCoefficients(defaultParams()).unaccounted);
});
