import { describe, expect, test } from 'vitest';
import { lossOf, runGround } from '../../../test/support/khasan-positions.ts';
import { at, smallRun, type SmallRun } from '../../../test/support/small-model.ts';
import { P } from '../parameters.ts';
import { groundCoefficients } from '../rules/coefficients.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR } from '../time.ts';
import { gunsToAnswer, noteFiring } from './counter-battery.ts';
import { beginLooks } from './fire-observation.ts';
import { occupancyNow } from './occupancy.ts';
import { createOperation } from './operations.ts';
import { assignTask } from './tasking.ts';

/** A battery of field guns. */
const GUNS = { kind: 'field-gun', men: 60, guns: 4, calibreMm: 76 } as const;

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
        { id: 'su.g', side: 0, at: [11, 5], ...GUNS },
        { id: 'su.a', side: 0, at: [8, 5], men: 150 },
        { id: 'jp.g', side: 1, at: [0, 5], ...GUNS },
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

describe('of several guns', () => {
  /** Where a battery of side 0 turns to, given enemy batteries by place, tubes and hours since they fired. */
  const turnsTo = (
    guns: readonly { readonly at: readonly [number, number]; tubes: number; hours: number }[],
  ): number => {
    const run = smallRun({
      columns: 40,
      light: () => 4,
      units: [
        { id: 'su.g', side: 0, at: [30, 5], ...GUNS },
        { id: 'su.o', side: 0, at: [16, 5], men: 10 },
        ...guns.map(({ at: place, tubes }, k) => ({
          id: `jp.${String(k)}`,
          side: 1 as const,
          at: place,
          ...GUNS,
          guns: tubes,
        })),
      ],
    });
    const { world } = run;
    world.tick = TICKS_PER_DAY / 2;
    world.lineBan.fill(0);
    world.params[P['artillery.counterShare']] = 1;
    guns.forEach(({ hours }, k) => {
      world.units.firedTick[2 + k] = world.tick - hours * TICKS_PER_HOUR;
    });
    const occupancy = occupancyNow(run);
    beginLooks(run);
    noteFiring(run, occupancy);
    return gunsToAnswer(run, 0, occupancy, groundCoefficients(world.params));
  };
  const hex = (column: number): number => 5 * 40 + column;
  test('the hex with most tubes is answered', () => {
    const few = { at: [17, 5], tubes: 2, hours: 1 } as const;
    const many = { at: [18, 5], tubes: 6, hours: 1 } as const;
    expect(turnsTo([few, many])).toBe(hex(18));
    expect(turnsTo([many, few])).toBe(hex(18));
    expect(turnsTo([{ ...many, tubes: 3 }, few, few])).toBe(hex(17));
  });
  test('not one that has been silent for more than an hour, nor one out of reach', () => {
    expect(turnsTo([{ at: [18, 5], tubes: 4, hours: 2 }])).toBe(-1);
    expect(turnsTo([{ at: [11, 5], tubes: 4, hours: 0 }])).toBe(-1);
    expect(turnsTo([{ at: [13, 5], tubes: 4, hours: 0 }])).toBe(hex(13));
  });
});

test('batteries of the plan of an attack keep to it', () => {
  const run = smallRun({
    light: () => 4,
    units: [
      { id: 'su.g', side: 0, at: [11, 5], ...GUNS },
      { id: 'su.a', side: 0, at: [9, 5], men: 150 },
      { id: 'jp.g', side: 1, at: [0, 5], ...GUNS },
      { id: 'jp.a', side: 1, at: [4, 5], men: 150 },
      { id: 'su.o', side: 0, at: [2, 0], men: 10 },
    ],
  });
  const target = at(run.model, 4, 5);
  run.world.lineBan.fill(0);
  run.world.units.stance.fill(1);
  run.world.params[P['artillery.counterShare']] = 1;
  createOperation(run, {
    office: 0,
    act: 'assault',
    area: 0,
    targetHex: target,
    units: [0, 1],
    hHourTick: 48,
    preparationHours: 12,
    plan: '',
    competence: 0.5,
    event: '0.0',
  });
  assignTask(run, 0, 'bombard', target, 0, 'return-fire', '0.0');
  assignTask(run, 2, 'bombard', at(run.model, 9, 5), 0, 'return-fire', '');
  runGround(run, 40);
  const own = run.events.filter(
    ({ kind, data }) => kind === 'bombardment-fired' && data['side'] === 'su',
  );
  expect(own.length).toBeGreaterThan(0);
  expect(onGuns(run)).toBe(0);
});

test('fire that is seen by day ranges in on its hex and on no other', () => {
  const run = duel({ share: 0, observer: RIDGE });
  const key = run.model.grid.count + at(run.model, 4, 5);
  expect(run.world.ground.rangedTick[key]).toBeGreaterThan(0);
  expect(run.world.ground.rangedTick[run.model.grid.count + at(run.model, 0, 5)]).toBe(-1);
});

test('fire on a hex that was ranged in on by day keeps more of its effect at night', () => {
  const hits = (daysAgo: number): number => {
    let sum = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const run = smallRun(
        {
          days: 10,
          light: () => 0,
          units: [
            {
              id: 'su.g',
              side: 0,
              at: [11, 5],
              ...GUNS,
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
      run.world.tick = 4 * TICKS_PER_DAY;
      const ranged = run.world.tick - daysAgo * TICKS_PER_DAY;
      if (daysAgo >= 0) run.world.ground.rangedTick[run.model.grid.count + hex] = ranged;
      assignTask(run, 0, 'bombard', hex, run.world.tick, 'return-fire', '');
      runGround(run, run.world.tick + 24);
      sum += lossOf(run, 1);
    }
    return sum;
  };
  expect(hits(1)).toBeGreaterThan(1.3 * hits(-1));
  expect(hits(4)).toBe(hits(-1));
});
