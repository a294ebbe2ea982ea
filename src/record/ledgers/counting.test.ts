import { describe, expect, it } from 'vitest';
import { claimCoefficients, defaultParams } from '../../engine/index.ts';
import { CLAIM_COLUMNS } from './columns.ts';
import { clearCounts, countLoss, noCounts, reportOfDay, type Sight } from './counting.ts';

const WIDTH = CLAIM_COLUMNS.length;
const UNITS = 12;
const TRIALS = 6_000;
const c = claimCoefficients(defaultParams());

const sight = (seed: number, lookers: readonly number[], owner = -1): Sight => ({
  ...{ seed, tick: 8, lookers, owner },
  incident: {
    ...{ side: 0, unit: 'su.1coy', index: 0, key: 77, area: 3, by: 'fire' },
    ...{ killed: 0, wounded: 0, missing: 0, tanks: 1, guns: 0, aircraft: 0, broke: 0 },
  },
});

/** How often each unit took a tank for its own work, and how often it may count one again, over many seeds. */
function shares(lookers: readonly number[], owner = -1): { own: number[]; others: number[] } {
  const counts = noCounts(UNITS);
  for (let seed = 0; seed < TRIALS; seed++) countLoss(sight(seed, lookers, owner), counts, c);
  const share = (table: Float64Array): number[] =>
    Array.from(
      { length: UNITS },
      (_, unit) => table[unit * WIDTH + CLAIM_COLUMNS.indexOf('tanks')]! / TRIALS,
    );
  return { own: share(counts.own), others: share(counts.others) };
}

describe('who sees a loss', () => {
  it.each([1, 2, 5, 8, 11])('falls on each of %i in sight alike', (seen) => {
    const lookers = Array.from({ length: seen }, (_, i) => UNITS - seen + i);
    const { own, others } = shares(lookers);
    const further = Math.min(4, seen - 1);
    for (let unit = 0; unit < UNITS; unit++) {
      const looks = lookers.includes(unit);
      expect(own[unit]).toBeCloseTo(looks ? 1 / seen : 0, 1);
      expect(others[unit]).toBeCloseTo(looks ? further / seen : 0, 1);
    }
    // Whoever has it for his own counts it once, and nobody else's twice.
    expect(Math.max(...own.map((share, unit) => share + others[unit]!))).toBeLessThanOrEqual(1);
  });

  it('is known where a battery did it, and four others look on', () => {
    const { own, others } = shares([2, 3, 4, 5, 6, 7], 3);
    expect(own[3]).toBe(1);
    expect(others[3]).toBe(0);
    expect(others.reduce((sum, share) => sum + share, 0)).toBeCloseTo(4, 10);
  });
});

describe('the report of a day', () => {
  const exact = { ...c, spread: 0 };
  const reported = (seed: number, chance: number): number => {
    const counts = noCounts(UNITS);
    for (let tick = 0; tick < 20; tick++) {
      countLoss({ ...sight(seed, [4]), tick }, counts, exact);
      countLoss({ ...sight(seed, [4, 5]), tick, owner: 5 }, counts, exact);
    }
    return reportOfDay(seed, 0, 99, 4, counts, { ...exact, doubleTanks: chance }).tanks;
  };

  it('has all of the own work, and of that of others as much as is counted again', () => {
    expect(reported(1, 0)).toBe(20);
    expect(reported(1, 1)).toBe(40);
    const seeds = Array.from({ length: 400 }, (_, seed) => seed);
    const mean = seeds.reduce((sum, seed) => sum + reported(seed, 0.5), 0) / seeds.length;
    expect(mean).toBeGreaterThan(29.5);
    expect(mean).toBeLessThan(30.5);
  });

  it('is empty once the counts are cleared', () => {
    const counts = noCounts(UNITS);
    countLoss(sight(1, [4]), counts, exact);
    clearCounts(counts);
    expect(counts.isAny.includes(1)).toBe(false);
    expect(reportOfDay(1, 0, 99, 4, counts, exact).tanks).toBe(0);
  });
});
