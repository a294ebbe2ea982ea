import { describe, expect, test } from 'vitest';
import { drawAssault } from '../../test/support/assault-trial.ts';
import { defaultParams, estimateAssault, type AssaultInput } from '../engine/index.ts';
import { drawFight, drawOdds, engagementOf, makeFight, type Engagement } from './index.ts';

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

/** The same attack as the engine's systems are given in `drawAssault`. */
function engagementFor(input: AssaultInput): Engagement {
  return engagementOf({
    attacker: {
      men: input.ownMen,
      tanks: input.ownTanks,
      guns: input.ownGuns,
      training: input.ownTraining,
    },
    defender: { men: input.enemyMen, training: input.enemyTraining },
    terrain: 'crest',
    ground: {
      climbMetres: 45,
      frontageMetres: input.frontageMetres,
      trench: input.trench,
      wire: input.wire,
      light: input.night ? 0 : 4,
    },
    coordination: input.coordination,
  });
}

const CASES: readonly (readonly [string, Partial<AssaultInput>])[] = [
  ['a company against a few', { ownMen: 150, enemyMen: 40 }],
  ['even numbers', { ownMen: 300, enemyMen: 300 }],
  ['three to one', {}],
  ['six to one', { ownMen: 1500 }],
  ['at night by trained men', { night: true, ownTraining: 0.7, enemyTraining: 0.4 }],
  ['against good works', { trench: 0.8, wire: 0.6 }],
  ['with eighty guns in concert', { ownMen: 1500, enemyMen: 400, ownGuns: 80, coordination: 0.8 }],
  ['off the march', { coordination: 0.1, ownMen: 1200 }],
  ['with tanks', { ownTanks: 20 }],
];

const SEEDS = 40;

describe('one engagement against the engine’s own systems on a map', () => {
  test('chance and losses agree', { timeout: 60_000 }, () => {
    let chanceError = 0;
    let ownError = 0;
    let enemyError = 0;
    for (const [name, change] of CASES) {
      const input = { ...usual, ...change };
      let taken = 0;
      let own = 0;
      let enemy = 0;
      for (let seed = 1; seed <= SEEDS; seed++) {
        const drawn = drawAssault(input, seed);
        taken += drawn.taken ? 1 : 0;
        own += drawn.ownLossShare;
        enemy += drawn.enemyLossShare;
      }
      const odds = drawOdds(engagementFor(input), params, { draws: 400, seed: 1 });
      const chance = odds.attackerWins.share;
      expect(Math.abs(chance - taken / SEEDS), name).toBeLessThan(0.25);
      chanceError += Math.abs(chance - taken / SEEDS) / CASES.length;
      ownError += Math.abs(odds.attackerLoss.p50 - own / SEEDS) / CASES.length;
      enemyError += Math.abs(odds.defenderLoss.p50 - enemy / SEEDS) / CASES.length;
    }
    expect(chanceError).toBeLessThan(0.08);
    expect(ownError).toBeLessThan(0.025);
    expect(enemyError).toBeLessThan(0.06);
  });

  test('the mean-value form agrees with the draws', () => {
    let chanceError = 0;
    let lossError = 0;
    for (const [name, change] of CASES) {
      const input = { ...usual, ...change };
      const odds = drawOdds(engagementFor(input), params, { draws: 400, seed: 1 });
      const estimate = estimateAssault(params, input);
      expect(Math.abs(estimate.chance - odds.attackerWins.share), name).toBeLessThan(0.15);
      chanceError += Math.abs(estimate.chance - odds.attackerWins.share) / CASES.length;
      lossError += Math.abs(estimate.ownLossShare - odds.attackerLoss.p50) / CASES.length;
    }
    expect(chanceError).toBeLessThan(0.06);
    expect(lossError).toBeLessThan(0.04);
  });
});

describe('one draw', () => {
  test('depends on engagement, parameters and seed alone', () => {
    const engagement = {
      ...engagementFor({ ...usual, ownGuns: 24, ownTanks: 8, coordination: 0.8 }),
      renewals: 2,
    };
    const fight = makeFight(engagement, params);
    for (let seed = 1; seed <= 20; seed++) {
      const first = { ...drawFight(makeFight(engagement, params), seed) };
      drawFight(fight, seed + 100);
      expect({ ...drawFight(fight, seed) }).toEqual(first);
    }
  });

  test('takes whole men, and no more than there are', () => {
    const fight = makeFight(engagementFor({ ...usual, enemyMen: 60 }), params);
    for (let seed = 1; seed <= 200; seed++) {
      const { attackerLost, defenderLost } = drawFight(fight, seed);
      for (const lost of [attackerLost, defenderLost]) expect(Number.isInteger(lost)).toBe(true);
      expect(attackerLost).toBeLessThanOrEqual(900);
      expect(defenderLost).toBeLessThanOrEqual(60);
    }
  });
});

describe('what helps an attack', () => {
  const better: readonly (readonly [string, Parameters<typeof engagementOf>[0]])[] = [
    ['more men', { attacker: { men: 1300 }, defender: { men: 250 } }],
    ['fewer enemies', { attacker: { men: 900 }, defender: { men: 160 } }],
    ['concert', { attacker: { men: 900 }, defender: { men: 250 }, coordination: 0.9 }],
    ['guns', { attacker: { men: 900, guns: 40 }, defender: { men: 250 } }],
    ['tanks', { attacker: { men: 900, tanks: 20 }, defender: { men: 250 } }],
    ['bombing', { attacker: { men: 900, aircraft: 30 }, defender: { men: 250 } }],
    ['drill', { attacker: { men: 900, training: 0.75 }, defender: { men: 250 } }],
    ['surprise', { attacker: { men: 900 }, defender: { men: 250 }, surprise: 1 }],
    ['a better army', { attacker: { men: 900 }, defender: { men: 250 }, qualityMean: 0.4 }],
    ['coming again', { attacker: { men: 900 }, defender: { men: 250 }, renewals: 2 }],
  ];
  const ground = { trench: 0.5, wire: 0.3 };
  const chanceOf = (facts: Parameters<typeof engagementOf>[0]): number =>
    drawOdds(engagementOf({ ground, ...facts }), params, { draws: 400, seed: 1 }).attackerWins
      .share;
  const plain = chanceOf({ attacker: { men: 900 }, defender: { men: 250 } });
  test.each(better)('%s', (_, facts) => {
    expect(chanceOf(facts)).toBeGreaterThan(plain);
  });
  test('and what hinders it', () => {
    const facts = { attacker: { men: 900 }, defender: { men: 250 } };
    expect(chanceOf({ ...facts, ground: { trench: 0.9, wire: 0.9 } })).toBeLessThan(plain);
    expect(chanceOf({ ...facts, ground: { ...ground, frontageMetres: 150 } })).toBeLessThan(plain);
    expect(chanceOf({ ...facts, defender: { men: 250, guns: 30 } })).toBeLessThan(plain);
  });
});
