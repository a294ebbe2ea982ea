import { describe, expect, test } from 'vitest';
import { smallRun } from '../../../test/support/small-model.ts';
import { chainText, foldValue, makeChain } from './hash.ts';
import { cloneRun, restore, snapshot } from './snapshot.ts';
import type { World } from './world.ts';

const hashOf = (value: unknown): string => {
  const chain = makeChain();
  foldValue(chain, value);
  return chainText(chain);
};

const UNITS = [
  { id: 'su.a', side: 0, at: [8, 4] },
  { id: 'jp.a', side: 1, at: [3, 4] },
] as const;

describe('snapshot and restore', () => {
  test('give back an equal world of the same kinds of array', () => {
    const { world } = smallRun({ units: UNITS });
    const again = restore(snapshot(world));
    expect(again).toEqual(world);
    expect(hashOf(again)).toBe(hashOf(world));
    expect(again.units.men).toBeInstanceOf(Int32Array);
  });

  test('share nothing with the world they were taken from', () => {
    const { world } = smallRun({ units: UNITS });
    const saved = snapshot(world);
    const before = hashOf(saved);
    world.units.men[0] = 1;
    world.offices.inbox[0]!.push({ id: 7 } as never);
    world.talks.truceTick = 99;
    expect(hashOf(saved)).toBe(before);
    const again = restore(saved);
    again.units.men[0] = 2;
    expect(hashOf(saved)).toBe(before);
    expect(hashOf(restore(saved))).toBe(before);
  });

  test('a window on a larger array becomes an array of its own', () => {
    const whole = Float64Array.of(1, 2, 3);
    const copy = snapshot({ window: whole.subarray(1) } as unknown as World);
    expect(copy).toEqual({ window: Float64Array.of(2, 3) });
    whole[1] = 9;
    expect(copy).toEqual({ window: Float64Array.of(2, 3) });
  });

  test.each([
    ['a closure', { tick: () => 1 }, 'world.tick'],
    ['a map', { units: { men: new Map() } }, 'world.units.men'],
    ['nothing at all', { mail: [undefined] }, 'world.mail[0]'],
  ])('%s is refused by its place', (_what, world, place) => {
    expect(() => snapshot(world as unknown as World)).toThrow(place);
  });

  test('a circle is refused', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(() => snapshot(circle as unknown as World)).toThrow('circle');
  });
});

test('a cloned run has the same model and a state of its own', () => {
  const run = smallRun({ units: UNITS });
  const clone = cloneRun(run, () => {});
  expect(clone.model).toBe(run.model);
  clone.world.units.men[0] = 0;
  expect(run.world.units.men[0]).toBe(150);
});
