import { describe, expect, test } from 'vitest';
import { defaultParams } from '../parameters.ts';
import { readGroundCoefficients } from './coefficients.ts';
import {
  breakChance,
  breakHazardPerHour,
  contactShare,
  crestPushTenths,
  rallyChance,
  reserveWeight,
} from './morale.ts';
import { killedShare, leadersLostBeyond, ncoLossShare, officerLossShare } from './wounds.ts';

const c = readGroundCoefficients(defaultParams());

describe('morale', () => {
  const calm = {
    attacking: true,
    recentLossShare: 0,
    totalLossShare: 0,
    leadersLost: 0,
    flankThreatened: false,
    suppression: 0,
    cohesion: 0.6,
    lostGround: false,
    fatigueDays: 0,
  };
  test('a fresh unit without losses hardly ever breaks; a mauled one soon does', () => {
    expect(breakChance(breakHazardPerHour(calm, c), 1)).toBeLessThan(0.02);
    const mauled = { ...calm, recentLossShare: 0.25, totalLossShare: 0.4, suppression: 0.8 };
    expect(breakChance(breakHazardPerHour(mauled, c), 1)).toBeGreaterThan(0.3);
  });
  test.each([
    ['loss', { totalLossShare: 0.3 }],
    ['leaders lost', { leadersLost: 0.2 }],
    ['recent loss', { recentLossShare: 0.1 }],
    ['a threatened flank', { flankThreatened: true }],
    ['suppression', { suppression: 0.9 }],
    ['lost ground', { lostGround: true }],
    ['fatigue', { fatigueDays: 5 }],
  ])('%s raises the hazard', (_, change) => {
    expect(breakHazardPerHour({ ...calm, ...change }, c)).toBeGreaterThan(
      breakHazardPerHour(calm, c),
    );
  });
  test('cohesion lowers it', () => {
    expect(breakHazardPerHour({ ...calm, cohesion: 0.9 }, c)).toBeLessThan(
      breakHazardPerHour(calm, c),
    );
  });
  test('the crest moves with superiority, not at all when even, and the same way for both', () => {
    expect(crestPushTenths(100, 100, c)).toBe(0);
    expect(crestPushTenths(200, 100, c)).toBeGreaterThan(0);
    expect(crestPushTenths(100, 200, c)).toBe(-crestPushTenths(200, 100, c));
    expect(crestPushTenths(300, 100, c)).toBeGreaterThan(crestPushTenths(200, 100, c));
    expect(crestPushTenths(0, 0, c)).toBe(0);
  });
  test('reserves count for less than their number', () => {
    expect(reserveWeight(200, 200)).toBe(1);
    expect(reserveWeight(800, 200)).toBeCloseTo(2.828427, 5);
    expect(contactShare(0.5)).toBeGreaterThan(10 * contactShare(0));
  });
});

describe('wounds', () => {
  test('fragments kill fewer than bullets, the untended die most (adjudication sources 9)', () => {
    expect(killedShare('fragments', false, c)).toBeLessThan(killedShare('bullets', false, c));
    expect(killedShare('bullets', true, c)).toBe(c.killedUntended);
    expect(officerLossShare(c)).toBeGreaterThan(c.officerShare);
    expect(officerLossShare(c)).toBeLessThan(0.15);
  });
  test('leaders: as exposed as each other; beyond what goes with the loss is counted, of those there were', () => {
    expect(ncoLossShare(c) / officerLossShare(c)).toBeCloseTo(c.ncoShare / c.officerShare, 12);
    const even = { ...c, leaderExposure: 1 };
    expect(officerLossShare(even)).toBeCloseTo(c.officerShare, 12);
    expect(ncoLossShare(even)).toBeCloseTo(c.ncoShare, 12);
    const usual = 20 * (officerLossShare(c) + ncoLossShare(c));
    expect(leadersLostBeyond(usual, 20, 150, c)).toBeCloseTo(0, 12);
    expect(leadersLostBeyond(usual + 6, 20, 150, c)).toBeCloseTo(6 / (150 * 0.24), 12);
    expect(leadersLostBeyond(0, 20, 150, c)).toBeLessThan(0);
    expect(rallyChance(0.5, 0.2, 0.2)).toBeLessThan(rallyChance(0.5, 0.2, 0));
  });
});
