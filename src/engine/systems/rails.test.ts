import { expect, test } from 'vitest';
import { distance } from '../../hex/index.ts';
import { keptRun } from '../../../test/support/border-dispute.ts';
import { realModel } from '../../../test/support/real-scenario.ts';
import { MOVE_CLASSES, codeOf } from '../vocabulary.ts';
import { NO_WAY, routeTo } from './paths.ts';
import { stopFor } from './rails.ts';

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
