import { describe, expect, test } from 'vitest';
import { lossOf, runGround } from '../../../test/support/khasan-positions.ts';
import {
  at,
  smallRun,
  type SmallPosition,
  type SmallRun,
} from '../../../test/support/small-model.ts';
import { P } from '../parameters.ts';
import type { Weather } from '../vocabulary.ts';
import { loseGuns, loseTanks, takeLosses } from './casualties.ts';
import { groundTick, nextGroundTick } from './ground.ts';
import { assignTask } from './tasking.ts';

function kinds(run: SmallRun): string[] {
  return run.events.map((event) => event.kind);
}

describe('works', () => {
  const dig = (terrain: 'hill' | 'crest'): SmallRun => {
    const run = smallRun({
      terrain: () => terrain,
      units: [{ id: 'su.a', side: 0, at: [8, 5], men: 150 }],
    });
    assignTask(run, 0, 'fortify', at(run.model, 8, 5), 0, 'return-fire', '');
    runGround(run, 192);
    return run;
  };
  test('a company digs in within two days, slower on rock, and tells of it by tenths', () => {
    const hex = 5 * 12 + 8;
    const soil = dig('hill');
    const rock = dig('crest');
    expect(soil.world.ground.trench[hex]).toBeGreaterThan(0.4);
    expect(rock.world.ground.trench[hex]).toBeLessThan(soil.world.ground.trench[hex]!);
    expect(rock.world.ground.trench[hex]).toBeGreaterThan(0.15);
    const told = kinds(soil).filter((kind) => kind === 'works-improved').length;
    expect(told).toBeGreaterThan(3);
    expect(told).toBeLessThan(22);
  });
});

describe('artillery', () => {
  const position = (observer: boolean): SmallPosition => ({
    light: () => 4,
    units: [
      { id: 'su.g', side: 0, at: [11, 5], kind: 'field-gun', men: 60, guns: 4, calibreMm: 76 },
      { id: 'jp.a', side: 1, at: [4, 5], men: 300 },
      ...(observer ? [{ id: 'su.o', side: 0 as const, at: [6, 5] as const, men: 10 }] : []),
    ],
    // A ridge hides the target from the guns themselves.
    elevation: (column) => (column === 9 ? 120 : 10),
  });
  const bombard = (observer: boolean, ban = 0, seed = 1): SmallRun => {
    const run = smallRun(position(observer), seed);
    run.world.lineBan[0] = ban;
    run.world.units.stance.fill(1);
    run.world.params[P['artillery.ownShare']] = 0.5;
    assignTask(run, 0, 'bombard', at(run.model, 4, 5), 0, 'return-fire', '');
    runGround(run, 12);
    return run;
  };
  test('shells kill and keep down; unobserved they do a tenth', () => {
    let seen = 0;
    let blind = 0;
    for (let seed = 1; seed <= 20; seed++) {
      seen += lossOf(bombard(true, 0, seed), 1);
      blind += lossOf(bombard(false, 0, seed), 1);
    }
    expect(seen).toBeGreaterThan(40);
    expect(blind).toBeLessThan(0.25 * seen);
    expect(bombard(true).world.units.suppression[1]!).toBeGreaterThan(0.02);
  });
  test('ammunition goes down and one event tells of an hour', () => {
    const run = bombard(true);
    expect(run.world.units.ammunition[0]!).toBeLessThan(0.6);
    const fired = run.events.filter((event) => event.kind === 'bombardment-fired');
    // Two hours at half the rate are half a load, and no more is spared.
    expect(fired).toHaveLength(2);
    expect(fired[0]!.data).toMatchObject({ side: 'su', by: 'su.g' });
    expect(Number(fired[0]!.data['rounds'])).toBe(120);
  });
  test('not across the line while that is forbidden', () => {
    expect(kinds(bombard(true, 1))).not.toContain('bombardment-fired');
  });
  test('a battery out of reach goes nearer first', () => {
    const run = smallRun({
      columns: 30,
      light: () => 4,
      units: [
        { id: 'su.g', side: 0, at: [29, 5], kind: 'mountain-gun', men: 60, guns: 4, calibreMm: 75 },
        { id: 'jp.a', side: 1, at: [4, 5], men: 100 },
      ],
    });
    assignTask(run, 0, 'bombard', at(run.model, 4, 5), 0, 'return-fire', '');
    runGround(run, 40);
    expect(run.world.units.location[0]! % 30).toBe(17);
    expect(kinds(run)).toContain('bombardment-fired');
  });
});

describe('air', () => {
  const raid = (weather: Weather, seed: number): SmallRun => {
    const run = smallRun(
      {
        light: () => 4,
        weather: () => weather,
        nodes: [
          { id: 'field', name: 'Airfield', gateHex: -1, longitude: 131.5, latitude: 43 },
          { id: 'gate', name: 'Gate', gateHex: 11, longitude: 130.7, latitude: 42.5 },
        ],
        links: [],
        units: [
          { id: 'su.air', side: 0, at: 'field', kind: 'air', men: 100, aircraft: 60 },
          { id: 'jp.a', side: 1, at: [4, 5], men: 500 },
        ],
      },
      seed,
    );
    assignTask(run, 0, 'strike', at(run.model, 4, 5), 4, 'return-fire', '');
    runGround(run, 16);
    return run;
  };
  test('a raid takes its time, shakes many and hits few', () => {
    let hit = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const run = raid('clear', seed);
      const flown = run.events.find((event) => event.kind === 'air-strike-flown');
      expect(flown?.tick).toBeGreaterThan(7);
      hit += lossOf(run, 1);
    }
    expect(hit / 20).toBeGreaterThan(2);
    expect(hit / 20).toBeLessThan(60);
  });
  test('fog turns it back', () => {
    const run = raid('fog', 1);
    const flown = run.events.find((event) => event.kind === 'air-strike-flown');
    expect(flown?.data['result']).toBe('turned-back');
    expect(lossOf(run, 1)).toBe(0);
  });
});

describe('supply', () => {
  test('tired and empty troops recover in quiet days', () => {
    const run = smallRun({ units: [{ id: 'su.a', side: 0, at: [8, 5] }] });
    run.world.params[P['supply.sickPerDay']] = 0;
    run.world.units.fatigueDays[0] = 4;
    run.world.units.ammunition[0] = 0.1;
    runGround(run, 192);
    expect(run.world.units.fatigueDays[0]).toBeLessThan(1.2);
    expect(run.world.units.ammunition[0]).toBe(1);
  });
  test('a few men report sick', () => {
    const run = smallRun({ units: [{ id: 'su.a', side: 0, at: [8, 5], men: 4000 }], days: 6 });
    runGround(run, 5 * 96 + 1);
    expect(run.world.units.sick[0]!).toBeGreaterThan(5);
    expect(run.world.units.sick[0]!).toBeLessThan(60);
  });
  test('bogged tanks are pulled out in time', () => {
    const run = smallRun({
      units: [{ id: 'su.t', side: 0, at: [8, 5], kind: 'tank', men: 30, rifles: 0, tanks: 10 }],
    });
    loseTanks(run, 0, 8, 'marsh', 'bogged', []);
    expect(run.world.units.tanks[0]).toBe(2);
    runGround(run, 192);
    expect(run.world.units.tanks[0]!).toBeGreaterThan(6);
    expect(run.world.units.tanks[0]! + run.world.units.tanksBogged[0]!).toBe(10);
  });
});

describe('the mutators', () => {
  test('take no more than there is, and destroy who has nobody left', () => {
    const run = smallRun({
      units: [{ id: 'su.a', side: 0, at: [8, 5], men: 20, antiTankGuns: 2 }],
    });
    takeLosses(run, 0, 15, 30, 5, 'bullets', []);
    expect(run.world.units.men[0]).toBe(0);
    expect(run.world.units.killed[0]).toBe(15);
    expect(run.world.units.wounded[0]).toBe(5);
    expect(run.world.units.missing[0]).toBe(0);
    expect(run.world.tally.loss[0]).toBe(20);
    expect(kinds(run)).toEqual(['casualties-taken', 'guns-lost', 'unit-destroyed']);
    expect(loseGuns(run, 0, 3, 'fragments', [])).toBe('');
    expect(takeLosses(run, 0, 1, 0, 0, 'bullets', [])).toBe('');
  });
});

describe('the clock', () => {
  test('a quiet position is looked at every four hours and when the light changes', () => {
    const run = smallRun({
      light: (tick) => (tick < 30 ? 0 : 4),
      units: [
        { id: 'su.a', side: 0, at: [10, 5] },
        { id: 'jp.a', side: 1, at: [1, 5] },
      ],
    });
    run.world.tick = 16;
    expect(nextGroundTick(run)).toBe(30);
    run.world.tick = 30;
    expect(nextGroundTick(run)).toBe(32);
    run.world.tick = 32;
    expect(nextGroundTick(run)).toBe(48);
  });
  test('neighbours who may open fire are reckoned with every two hours', () => {
    const run = smallRun({
      light: () => 4,
      units: [
        { id: 'su.a', side: 0, at: [6, 5] },
        { id: 'jp.a', side: 1, at: [5, 5] },
      ],
    });
    run.world.tick = 17;
    expect(nextGroundTick(run)).toBe(32);
    run.world.units.stance[0] = 2;
    expect(nextGroundTick(run)).toBe(24);
  });
  test('stops of the clock for other reasons change nothing', () => {
    const position: SmallPosition = {
      light: () => 4,
      units: [
        { id: 'su.a', side: 0, at: [6, 5] },
        { id: 'jp.a', side: 1, at: [5, 5] },
      ],
    };
    const set = (run: SmallRun): void => {
      run.world.units.stance.fill(2);
      run.world.params[P['fire.staticShare']] = 0.05;
      assignTask(run, 0, 'fortify', at(run.model, 6, 5), 0, 'free-fire', '');
    };
    const jumping = smallRun(position, 4);
    set(jumping);
    runGround(jumping, 200);
    const walking = smallRun(position, 4);
    set(walking);
    for (; walking.world.tick < 200; walking.world.tick++) {
      groundTick(walking, walking.world.tick === 0 ? 0 : 1);
      walking.world.nextEvent = 0;
    }
    expect(walking.world.units.men).toEqual(jumping.world.units.men);
    expect(walking.world.units.killed).toEqual(jumping.world.units.killed);
    expect(walking.world.ground.trench).toEqual(jumping.world.ground.trench);
  });
});
