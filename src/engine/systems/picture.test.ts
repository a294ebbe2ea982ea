import { describe, expect, test } from 'vitest';
import { smallRun, type SmallRun } from '../../../test/support/small-model.ts';
import { TICKS_PER_DAY } from '../time.ts';
import { ACTIVITIES } from '../vocabulary.ts';
import { learnOf, type Sighting } from './picture.ts';

const PRESENT = ACTIVITIES.indexOf('present');
const FIRING = ACTIVITIES.indexOf('firing');

function sighting(run: SmallRun, men: number, activity = PRESENT): Sighting {
  const tick = run.world.tick;
  return { area: 0, men, guns: 0, tanks: 0, works: 0, activity, tick, retold: 0 };
}

describe('what an office passes on', () => {
  /** Whether each of the looks, some days apart, is news to the Japanese office, in whose land the place lies. */
  function news(...looks: readonly (readonly [days: number, men: number, activity?: number])[]) {
    const run = smallRun({ owner: () => 1 });
    return looks.map(([days, men, activity]) => {
      run.world.tick = Math.round(days * TICKS_PER_DAY);
      return learnOf(run, 1, sighting(run, men, activity));
    });
  }

  test('who goes out of sight and comes back within two days is known', () => {
    expect(news([1, 60], [1.2, 0], [1.4, 60], [5, 0], [5.1, 60])).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
  });
  test('twice as many are news, and so is the first shot', () => {
    expect(news([1, 60], [1.2, 0], [1.4, 300])).toEqual([true, true, true]);
    expect(news([1, 60], [1.2, 0], [1.4, 60, FIRING])).toEqual([true, true, true]);
  });
  test('a shot where shots were heard is none', () => {
    expect(news([1, 60, FIRING], [1.2, 0], [1.4, 60, FIRING])).toEqual([true, true, false]);
  });
});
