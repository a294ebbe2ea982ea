import { describe, expect, test } from 'vitest';
import { slowness } from './doubt.ts';
import { addDread, competenceNow, dailyRate, fearNow, reliefOf, thinnessOf } from './purge.ts';

test('a year at the daily rate removes the share of the year, a month at 53 times 4.5 such shares', () => {
  expect(365 * dailyRate(0.05, 1)).toBeCloseTo(0.05, 12);
  expect(31 * dailyRate(0.05, 53)).toBeCloseTo(4.5 * 0.05, 3);
  expect(dailyRate(1, 1e6)).toBe(1);
});

test.each<[string, number, number, number]>([
  ['the affair as it was', 0.7, 1, 0],
  ['all of it old weakness', 0, 0, 0],
  ['all of it the purge, and that gone', 1, 0, 1],
  ['half of it, and that gone', 0.5, 0, 0.5],
])('relief: %s', (_, share, inForce, relief) => {
  expect(reliefOf(share, inForce)).toBe(relief);
});

describe('a staff', () => {
  const full = { posts: 100, filledFirst: 80, filled: 80, green: 0, stopsAtLoss: 0.3 };
  test.each<[string, Partial<typeof full>, number]>([
    ['as on day one', {}, 0],
    ['half way to the loss at which it stops', { filled: 65 }, 0.5],
    ['past it', { filled: 40 }, 1],
    ['better filled than on day one', { filled: 95 }, 0],
    ['as full as on day one, a third of it newcomers', { green: 30 }, 0.5],
  ])('%s', (_, part, thin) => {
    expect(thinnessOf({ ...full, ...part })).toBeCloseTo(thin, 12);
  });
});

describe('competence', () => {
  const own = 0.35;
  const calm = { own, before: 0.5, relief: 0, thin: 0, handOver: 0, handOverDiscount: 0.3 };
  test('is the person’s own, to the bit, where nothing is missing', () => {
    expect(competenceNow(calm)).toBe(own);
  });
  test.each<[string, Partial<typeof calm>, number]>([
    ['on the first day', { handOver: 1 }, 0.7 * own],
    ['half-way through the hand-over', { handOver: 0.5 }, 0.85 * own],
    ['with no staff left', { thin: 1 }, 0.2 * own],
    ['with the purge gone', { relief: 1, handOver: 1 }, 0.5],
    ['with half of it gone', { relief: 0.5 }, 0.425],
    [
      'of one who is better than the army ever was, with the purge gone',
      { own: 0.8, relief: 1 },
      0.8,
    ],
  ])('%s', (_, part, value) => {
    expect(competenceNow({ ...calm, ...part })).toBeCloseTo(value, 12);
  });
});

describe('fear', () => {
  test.each<[string, Parameters<typeof fearNow>, number]>([
    ['as it is', [0.6, 0.25, 0, 0], 0.6],
    ['with dread half-way to the rest', [0.6, 0.25, 0, 0.5], 0.8],
    ['with the purge gone, whatever the dread', [0.6, 0.25, 1, 0.5], 0.25],
    ['of the fearless, with the purge gone', [0.1, 0.25, 1, 0], 0.1],
  ])('%s', (_, input, value) => {
    expect(fearNow(...input)).toBeCloseTo(value, 12);
  });
  test('never passes 1, however many scares', () => {
    let dread = 0;
    for (let scare = 0; scare < 40; scare++) dread = addDread(dread, 0.4);
    expect(dread).toBeLessThanOrEqual(1);
    expect(addDread(0.2, 0.5)).toBeCloseTo(0.6, 12);
  });
});

test('fear and want of skill slow a staff through each other', () => {
  expect(slowness(0, 0, 1.6)).toBe(1);
  expect(slowness(1, 1, 1.6)).toBe(1);
  expect(slowness(0.6, 0.35, 1.6)).toBeCloseTo(1.62, 2);
  expect(slowness(0.25, 0.5, 1.6)).toBeCloseTo(1.2, 2);
});
