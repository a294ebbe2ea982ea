import { describe, expect, test } from 'vitest';
import type { BatchRow } from '../../protocol/index.ts';
import { findingOf } from './pairs.ts';

const row = (seed: number, base: number | boolean | null, other: number | boolean | null) =>
  ({
    seed,
    hash: String(base),
    values: { 'losses.su.killed': base },
    other: { hash: String(other), values: { 'losses.su.killed': other } },
  }) satisfies BatchRow;

describe('what pairs say', () => {
  test('is the mean difference with Student’s interval, other less base', () => {
    const found = findingOf(
      [row(1, 10, 12), row(2, 20, 26), row(3, 30, 34)],
      'losses.su.killed',
      'x',
    );
    expect(found.data?.difference).toBeCloseTo(4);
    // t(0.975, 2) = 4.3027 times 2 / √3.
    expect(found.data?.high).toBeCloseTo(4 + (4.3027 * 2) / Math.sqrt(3), 3);
    expect(found.widest[0]).toEqual({ seed: 2, difference: 6 });
  });
  test('leaves out a pair in which one run has no value, and counts it', () => {
    const found = findingOf(
      [row(1, 10, null), row(2, 20, 26), row(3, 30, 34)],
      'losses.su.killed',
      'x',
    );
    expect([found.n, found.pairs]).toEqual([2, 3]);
    expect(found.data?.difference).toBeCloseTo(5);
  });
  test('of equal runs is said without an axis, of one pair nothing is said', () => {
    const equal = findingOf([row(1, 10, 10), row(2, 20, 20)], 'losses.su.killed', 'x');
    expect([equal.data, equal.same]).toEqual([null, 2]);
    expect(equal.sentence).toContain('same');
    expect(findingOf([row(1, 10, 12)], 'losses.su.killed', 'x').data).toBeNull();
  });
});
