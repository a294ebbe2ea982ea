import { describe, expect, test } from 'vitest';
import { drawAssault } from '../../../test/support/assault-trial.ts';
import { defaultParams } from '../parameters.ts';
import { estimateAssault, type AssaultInput } from './estimate.ts';

const params = defaultParams();
const usual: AssaultInput = {
  ownMen: 900,
  ownGuns: 0,
  ownTanks: 0,
  coordination: 0.5,
  enemyMen: 250,
  enemyTanks: 0,
  trench: 0.3,
  wire: 0.2,
  night: false,
  frontageMetres: 500,
  ownTraining: 0.55,
  enemyTraining: 0.55,
  surprise: 0,
  terrainElevationMetres: 120,
};

describe('the mean-value form against drawn assaults', () => {
  const cases: readonly (readonly [string, Partial<AssaultInput>])[] = [
    ['a company against a few', { ownMen: 150, enemyMen: 40 }],
    ['even numbers', { ownMen: 300, enemyMen: 300 }],
    ['three to one', {}],
    ['six to one', { ownMen: 1500 }],
    ['at night by trained men', { night: true, ownTraining: 0.7, enemyTraining: 0.4 }],
    ['against good works', { trench: 0.8, wire: 0.6 }],
    [
      'with eighty guns in concert',
      { ownMen: 1500, enemyMen: 400, ownGuns: 80, coordination: 0.8 },
    ],
    ['off the march', { coordination: 0.1, ownMen: 1200 }],
  ];
  const SEEDS = 30;
  test('chance and losses agree', () => {
    let chanceError = 0;
    let lossError = 0;
    for (const [, change] of cases) {
      const input = { ...usual, ...change };
      let taken = 0;
      let loss = 0;
      for (let seed = 1; seed <= SEEDS; seed++) {
        const drawn = drawAssault(input, seed);
        taken += drawn.taken ? 1 : 0;
        loss += drawn.ownLossShare;
      }
      const estimate = estimateAssault(params, input);
      expect(Math.abs(estimate.chance - taken / SEEDS)).toBeLessThan(0.35);
      chanceError += Math.abs(estimate.chance - taken / SEEDS) / cases.length;
      lossError += Math.abs(estimate.ownLossShare - loss / SEEDS) / cases.length;
    }
    expect(chanceError).toBeLessThan(0.12);
    expect(lossError).toBeLessThan(0.06);
  });
});

describe('the mean-value form alone', () => {
  const better: readonly (readonly [string, Partial<AssaultInput>])[] = [
    ['more men', { ownMen: 1200 }],
    ['fewer enemies', { enemyMen: 150 }],
    ['more concert', { coordination: 0.8 }],
    ['guns', { ownGuns: 40 }],
    ['tanks', { ownTanks: 20 }],
    ['surprise', { surprise: 0.8 }],
    ['drill', { ownTraining: 0.7 }],
    ['weaker works', { trench: 0 }],
    ['no wire', { wire: 0 }],
    ['a wider front', { frontageMetres: 600, ownMen: 901 }],
  ];
  test.each(better)('%s does not lower the chance', (_, change) => {
    const before = estimateAssault(params, { ...usual, frontageMetres: 300 }).chance;
    const after = estimateAssault(params, { ...usual, frontageMetres: 300, ...change }).chance;
    expect(after).toBeGreaterThan(before);
  });
  test('an empty place is nearly sure, an empty force hopeless', () => {
    expect(estimateAssault(params, { ...usual, enemyMen: 0 }).chance).toBeGreaterThan(0.95);
    expect(estimateAssault(params, { ...usual, ownMen: 0 }).chance).toBe(0);
  });
  test('losses are shares', () => {
    for (const ownMen of [20, 200, 2000]) {
      for (const enemyMen of [5, 100, 1500]) {
        const estimate = estimateAssault(params, { ...usual, ownMen, enemyMen });
        expect(estimate.ownLossShare).toBeGreaterThanOrEqual(0);
        expect(estimate.ownLossShare).toBeLessThan(1);
        expect(estimate.enemyLossShare).toBeLessThan(1);
      }
    }
  });
});
