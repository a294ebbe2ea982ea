import { describe, expect, test } from 'vitest';
import { runGround } from '../../../test/support/khasan-positions.ts';
import { at, smallRun, type SmallPosition } from '../../../test/support/small-model.ts';
import { settleContacts } from './picture.ts';
import { PICTURE_KINDS } from '../world/world.ts';

const ACROSS: SmallPosition = {
  units: [
    { id: 'su.a', side: 0, at: [7, 5], men: 100 },
    { id: 'jp.a', side: 1, at: [4, 5], men: 300, antiTankGuns: 2 },
  ],
  areas: [{ id: 'meadow', at: [4, 5] }],
};

/** Share of seeds in which the Soviet side has seen the enemy after some ticks. */
function seenShare(position: SmallPosition, ticks = 17): number {
  let seen = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const run = smallRun(position, seed);
    runGround(run, ticks);
    if (run.world.ground.seenTick[at(run.model, 4, 5)]! >= 0) seen++;
  }
  return seen / 40;
}

describe('who is seen', () => {
  test('by day over open ground, not by night', () => {
    expect(seenShare({ ...ACROSS, light: () => 4 })).toBeGreaterThan(0.8);
    expect(seenShare({ ...ACROSS, light: () => 0 })).toBeLessThan(0.1);
  });
  test('in the dark hardly even in the next hex', () => {
    const next: SmallPosition = {
      ...ACROSS,
      light: () => 0,
      units: [{ ...ACROSS.units![0]!, at: [5, 5] }, ACROSS.units![1]!],
    };
    const share = seenShare(next);
    expect(share).toBeLessThan(0.3);
  });
  test('not behind a ridge', () => {
    const ridge: SmallPosition = {
      ...ACROSS,
      light: () => 4,
      elevation: (column) => (column === 5 ? 80 : 10),
    };
    expect(seenShare(ridge)).toBe(0);
  });
  test('fog hides what daylight shows', () => {
    expect(seenShare({ ...ACROSS, light: () => 4, weather: () => 'fog' })).toBeLessThan(0.1);
  });
});

describe('what the office learns', () => {
  test('an estimate about the truth, with an error that differs from seed to seed', () => {
    const estimates: number[] = [];
    for (let seed = 1; seed <= 40; seed++) {
      const run = smallRun({ ...ACROSS, light: () => 4 }, seed);
      runGround(run, 17, () => {
        settleContacts(run);
      });
      const men = run.world.offices.enemy[0 * PICTURE_KINDS.length]!;
      if (men > 0) estimates.push(men);
    }
    const sorted = [...estimates].sort((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)]!;
    expect(middle).toBeGreaterThan(200);
    expect(middle).toBeLessThan(430);
    expect(new Set(estimates).size).toBeGreaterThan(10);
  });
});
