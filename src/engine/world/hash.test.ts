import { describe, expect, test } from 'vitest';
import { chainText, foldValue, hashText, luckKeyOf, makeChain } from './hash.ts';

const hashOf = (value: unknown): string => {
  const chain = makeChain();
  foldValue(chain, value);
  return chainText(chain);
};

describe('foldValue', () => {
  test('the order of keys does not matter, the order of lists does', () => {
    expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }));
    expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
  });

  test('minus zero is zero, and every value counts', () => {
    expect(hashOf(-0)).toBe(hashOf(0));
    const values = [0, 1, 1e-9, '', '0', true, false, null, [], [0], Int32Array.of(1), { a: 0 }];
    expect(new Set(values.map(hashOf)).size).toBe(values.length);
  });

  test('a NaN is a broken invariant', () => {
    expect(() => hashOf({ men: Number.NaN })).toThrow('NaN');
  });
});

test('luck keys of like ids differ', () => {
  const ids = Array.from({ length: 2000 }, (_, i) => `jp.19d.${String(i)}ir`);
  expect(new Set(ids.map(luckKeyOf)).size).toBe(ids.length);
});

test('a text has a short hash of its own', () => {
  expect(hashText('khasan')).toMatch(/^[0-9a-f]{16}$/);
  expect(hashText('khasan')).not.toBe(hashText('khasam'));
});
