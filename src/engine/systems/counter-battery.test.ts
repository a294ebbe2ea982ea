import { describe, expect, test } from 'vitest';
import { lossOf, runGround } from '../../../test/support/khasan-positions.ts';
import { at, smallRun, type SmallRun } from '../../../test/support/small-model.ts';
import { P } from '../parameters.ts';
import { assignTask } from './tasking.ts';

interface Duel {
  /** Share of the batteries that turn on guns. */
  readonly share: number;
  readonly ban?: 0 | 1;
  /** Where an observer of side 0 stands; nobody on its side sees the other guns without one. */
  readonly observer?: readonly [number, number];
  readonly seed?: number;
}

/** A battery of each side shells a company of the other’s for three hours; a ridge hides the guns. */
function duel({ share, ban = 0, observer, seed = 1 }: Duel): SmallRun {
  const run = smallRun(
    {
      light: () => 4,
      elevation: (column) => (column === 9 || column === 3 ? 120 : 10),
      units: [
        { id: 'su.g', side: 0, at: [11, 5], kind: 'field-gun', men: 60, guns: 4, calibreMm: 76 },
        { id: 'su.a', side: 0, at: [8, 5], men: 150 },
        { id: 'jp.g', side: 1, at: [0, 5], kind: 'field-gun', men: 60, guns: 4, calibreMm: 75 },
        { id: 'jp.a', side: 1, at: [4, 5], men: 150 },
        ...(observer === undefined
          ? []
          : [{ id: 'su.o', side: 0 as const, at: observer, men: 10 }]),
      ],
    },
    seed,
  );
  const { world, model } = run;
  world.lineBan.fill(ban, 0, 1);
  world.units.stance.fill(1);
  world.params[P['artillery.counterShare']] = share;
  world.params[P['artillery.ownShare']] = 0.5;
  assignTask(run, 0, 'bombard', at(model, 4, 5), 0, 'return-fire', '');
  assignTask(run, 2, 'bombard', at(model, 8, 5), 0, 'return-fire', '');
  runGround(run, 12);
  return run;
}

/** Hours of fire of side 0 on guns. */
function onGuns(run: SmallRun): number {
  return run.events.filter(
    ({ kind, data }) =>
      kind === 'bombardment-fired' && data['side'] === 'su' && data['guns'] === true,
  ).length;
}

const RIDGE = [3, 5] as const;

describe('guns that have fired', () => {
  test('are fired at by those who see them, and hit', () => {
    let hit = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const run = duel({ share: 1, observer: RIDGE, seed });
      expect(onGuns(run)).toBeGreaterThan(0);
      // Nobody else can reach them.
      hit += 60 - run.world.units.men[2]!;
    }
    expect(hit).toBeGreaterThan(2);
  });
  test('not unseen, not beyond a line that may not be fired across, and not where no battery is told off', () => {
    expect(onGuns(duel({ share: 1 }))).toBe(0);
    expect(onGuns(duel({ share: 1, observer: RIDGE, ban: 1 }))).toBe(0);
    expect(onGuns(duel({ share: 0, observer: RIDGE }))).toBe(0);
  });
});

test('fire on a hex that was ranged in on by day keeps more of its effect at night', () => {
  const hits = (ranged: boolean): number => {
    let sum = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const run = smallRun(
        {
          light: () => 0,
          units: [
            {
              id: 'su.g',
              side: 0,
              at: [11, 5],
              kind: 'field-gun',
              men: 60,
              guns: 4,
              calibreMm: 76,
            },
            { id: 'jp.a', side: 1, at: [4, 5], men: 300 },
          ],
        },
        seed,
      );
      run.world.lineBan.fill(0);
      run.world.params[P['artillery.ownShare']] = 0.5;
      run.world.params[P['artillery.counterShare']] = 0;
      const hex = at(run.model, 4, 5);
      if (ranged) run.world.ground.rangedTick[run.model.grid.count + hex] = 0;
      assignTask(run, 0, 'bombard', hex, 0, 'return-fire', '');
      runGround(run, 24);
      sum += lossOf(run, 1);
    }
    return sum;
  };
  expect(hits(true)).toBeGreaterThan(1.3 * hits(false));
});
