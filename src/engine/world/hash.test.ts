import { describe, expect, test } from 'vitest';
import type { KhasanEvent } from '../events.ts';
import { chainText, foldEvent, foldValue, hashText, luckKeyOf, makeChain } from './hash.ts';

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

  test('tables that differ only in where nothing has been (−1) differ', () => {
    const tables = [
      [-1, 0, 0, -1],
      [0, -1, -1, 0],
      [-1, -1, 0, 0],
      [0, 0, -1, -1],
      [-1, 0, -1, 0],
      [0, 0, 0, 0],
    ].map((words) => Int32Array.from(words));
    expect(new Set(tables.map(hashOf)).size).toBe(tables.length);
  });

  test('a NaN is a broken invariant', () => {
    expect(() => hashOf({ men: Number.NaN })).toThrow('NaN');
  });
});

test('an event is told by all that it holds', () => {
  const event: KhasanEvent = {
    id: '12.3',
    tick: 12,
    kind: 'fire-opened',
    actor: 'su.1coy',
    place: 'height',
    cause: ['12.1'],
    data: { side: 'su', weapon: 'small-arms' },
  };
  const others: KhasanEvent[] = [
    event,
    { ...event, tick: 13 },
    { ...event, kind: 'fire-ceased' },
    { ...event, actor: 'su.2coy' },
    { ...event, place: 'hill' },
    { ...event, cause: [] },
    { ...event, cause: ['12.2'] },
    { ...event, data: { side: 'jp', weapon: 'small-arms' } },
    { ...event, data: { side: 'su', weapon: 'tanks' } },
    { ...event, data: { side: 'su', weapon: 1 } },
    { ...event, data: { side: 'su', weapon: 1.5 } },
    { ...event, data: { side: 'small-arms', weapon: 'su' } },
    { ...event, actor: 'height', place: 'su.1coy' },
  ];
  const hashes = others.map((each) => {
    const chain = makeChain();
    foldEvent(chain, each);
    return chainText(chain);
  });
  expect(new Set(hashes).size).toBe(others.length);
  const broken = { ...event, data: { side: 'su', weapon: Number.NaN } };
  expect(() => {
    foldEvent(makeChain(), broken);
  }).toThrow('NaN');
});

test('luck keys of like ids differ', () => {
  const ids = Array.from({ length: 2000 }, (_, i) => `jp.19d.${String(i)}ir`);
  expect(new Set(ids.map(luckKeyOf)).size).toBe(ids.length);
});

test('a text has a short hash of its own', () => {
  expect(hashText('khasan')).toMatch(/^[0-9a-f]{16}$/);
  expect(hashText('khasan')).not.toBe(hashText('khasam'));
});
