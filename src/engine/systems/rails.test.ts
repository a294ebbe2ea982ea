import { expect, test } from 'vitest';
import { distance } from '../../hex/index.ts';
import { keptRun } from '../../../test/support/border-dispute.ts';
import { runGround } from '../../../test/support/khasan-positions.ts';
import { at, smallRun, type SmallRun } from '../../../test/support/small-model.ts';
import { realModel } from '../../../test/support/real-scenario.ts';
import type { KhasanEvent } from '../events.ts';
import { P } from '../parameters.ts';
import { trackHitChance } from '../rules/artillery.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import { MOVE_CLASSES, WAY, codeOf } from '../vocabulary.ts';
import { NO_WAY, routeTo } from './paths.ts';
import { damageRails, isRailCut, stopFor, waitsForRails } from './rails.ts';
import { assignTask } from './tasking.ts';

const model = realModel();
const run = keptRun(model, 1, 'free');
const RAIL = codeOf(MOVE_CLASSES, 'rail');
const train = model.units.moveClass.indexOf(RAIL);
const height = model.areas.find(({ id }) => id === 'machine-gun-hill')!.hex;

test('a train that is sent to a height comes to the rails nearest to it, and there is a way there', () => {
  const stop = stopFor(run, train, height);
  expect(stop).not.toBe(height);
  const home = model.units.start[train]!;
  expect(routeTo(model, RAIL, stop, 0).next[home]).not.toBe(NO_WAY);
  for (let hex = 0; hex < model.grid.count; hex++) {
    if (routeTo(model, RAIL, stop, 0).next[hex] === NO_WAY) continue;
    expect(distance(model.grid, hex, height)).toBeGreaterThanOrEqual(
      distance(model.grid, stop, height),
    );
  }
});

test('others go where they are sent, and a train to a station', () => {
  const other = model.units.moveClass.findIndex((moveClass) => moveClass !== RAIL);
  expect(stopFor(run, other, height)).toBe(height);
  const station = model.grid.count + 3;
  expect(stopFor(run, train, station)).toBe(station);
});

test('a shell on the track stops trains in both directions until it is mended, and nobody else', () => {
  const told: string[] = [];
  const sink = ({ kind }: KhasanEvent): void => {
    told.push(kind);
  };
  const run = { ...keptRun(model, 1, 'free'), sink };
  const stop = stopFor(run, train, height);
  const other = model.units.moveClass.findIndex((moveClass) => moveClass !== RAIL);
  const { location } = run.world.units;
  expect(waitsForRails(run, train, stop)).toBe(false);
  damageRails(run, stop, 1e5, 0, []);
  expect(told).toEqual(['rail-cut']);
  expect(waitsForRails(run, train, stop)).toBe(true);
  expect(waitsForRails(run, other, stop)).toBe(false);
  location[train] = stop;
  const next = routeTo(model, RAIL, model.units.start[train]!, 0).next[stop]!;
  expect(waitsForRails(run, train, next)).toBe(next < model.grid.count);
  // Broken anew it takes longer, and is no news.
  run.world.tick += 8;
  damageRails(run, stop, 1e5, 0, []);
  expect(told).toHaveLength(1);
  run.world.tick += run.world.params[P['rail.repairHours']]! * TICKS_PER_HOUR - 1;
  expect(isRailCut(run, stop)).toBe(true);
  run.world.tick += 1;
  expect(isRailCut(run, stop)).toBe(false);
});

test('shells that fall where no railway is, or few of them, break none', () => {
  const run = keptRun(model, 1, 'free');
  damageRails(run, height, 1e5, 0, []);
  expect(isRailCut(run, height)).toBe(false);
  expect(trackHitChance(0)).toBe(0);
  expect(trackHitChance(100)).toBeCloseTo(0.5, 1);
});

/** A line of rails over a row, a train at its east end, and a battery and aircraft of the other side. */
function line(): SmallRun {
  return smallRun({
    light: () => 4,
    way: (hex, direction) => (Math.floor(hex / 12) === 5 && direction === 0 ? WAY.rail : 0),
    nodes: [
      { id: 'field', name: 'Airfield', gateHex: -1, longitude: 131.5, latitude: 43 },
      { id: 'gate', name: 'Gate', gateHex: 11, longitude: 130.7, latitude: 42.5 },
    ],
    units: [
      {
        id: 'jp.train',
        side: 1,
        at: [1, 5],
        kind: 'armoured-train',
        moveClass: 'rail',
        men: 60,
        guns: 2,
        calibreMm: 75,
      },
      { id: 'su.g', side: 0, at: [11, 2], kind: 'field-gun', men: 60, guns: 12, calibreMm: 76 },
      { id: 'su.o', side: 0, at: [7, 4], men: 10 },
      { id: 'su.air', side: 0, at: 'field', kind: 'air', men: 100, aircraft: 90 },
    ],
  });
}

test.each([
  ['bombard', 1],
  ['strike', 3],
] as const)('guns and aircraft break the line, and the train waits: %s', (task, unit) => {
  const run = line();
  const hex = at(run.model, 5, 5);
  run.world.lineBan.fill(0);
  run.world.units.stance.fill(1);
  run.world.params[P['artillery.ownShare']] = 1;
  run.world.params[P['artillery.counterShare']] = 0;
  run.world.params[P['rail.repairHours']] = 48;
  assignTask(run, unit, task, hex, 0, 'return-fire', '');
  runGround(run, 12);
  expect(run.events.map(({ kind }) => kind)).toContain('rail-cut');
  assignTask(run, 0, 'march', at(run.model, 8, 5), run.world.tick, 'return-fire', '');
  runGround(run, 60);
  expect(run.world.units.location[0]).toBe(hex - 1);
});

test('a train on a whole line comes through', () => {
  const run = line();
  assignTask(run, 0, 'march', at(run.model, 8, 5), 0, 'return-fire', '');
  runGround(run, 60);
  expect(run.world.units.location[0]).toBe(at(run.model, 8, 5));
});

test('who fires on one hex in one tick does not share the luck of another', () => {
  const cuts = (by: number): string =>
    Array.from({ length: 40 }, (_, tick) => {
      const run = keptRun(model, 1, 'free');
      run.world.tick = tick;
      const stop = stopFor(run, train, height);
      damageRails(run, stop, 100, by, []);
      return isRailCut(run, stop) ? 'x' : '-';
    }).join('');
  expect(cuts(0)).not.toBe(cuts(1));
  expect(cuts(0)).toBe(cuts(0));
});
