import { describe, expect, test } from 'vitest';
import { drive } from '../../../test/support/drive.ts';
import { runGround } from '../../../test/support/khasan-positions.ts';
import { realModel } from '../../../test/support/real-scenario.ts';
import { at, smallRun } from '../../../test/support/small-model.ts';
import { startRun } from '../step.ts';
import { MORALES, codeOf } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import { breakUnit, takeLosses } from './casualties.ts';
import { occupancyAtTick, occupancyNow, occupancyOf } from './occupancy.ts';
import { assignTask } from './tasking.ts';

const DESTROYED = codeOf(MORALES, 'destroyed');
const BROKEN = codeOf(MORALES, 'broken');

/** `[key]` men there, and those of them who are not broken, counted from the state alone. */
function counted({ world, model }: Run): { men: Int32Array; fit: Int32Array } {
  const { location, men, morale } = world.units;
  const hexes = model.grid.count;
  const found = { men: new Int32Array(2 * hexes), fit: new Int32Array(2 * hexes) };
  for (let unit = 0; unit < model.units.count; unit++) {
    const hex = location[unit]!;
    if (hex >= hexes || morale[unit] === DESTROYED) continue;
    if (model.units.readyTick[unit]! > world.tick) continue;
    const key = model.units.side[unit]! * hexes + hex;
    found.men[key] = found.men[key]! + men[unit]!;
    if (morale[unit]! < BROKEN) found.fit[key] = found.fit[key]! + men[unit]!;
  }
  return found;
}

describe('who stands where', () => {
  test.each(['a1', 'a2', 'a3'])(
    'is what the state says, at every stop of a fight from %s',
    (from) => {
      const model = realModel();
      const run = startRun(model, { seed: 5, from }, () => {});
      const end = run.world.tick + 2 * 96;
      let stops = 0;
      drive(run, {
        untilTick: end,
        onStop: () => {
          const { men, fit } = occupancyAtTick(run);
          expect({ men, fit }).toEqual(counted(run));
          stops++;
          return undefined;
        },
      });
      expect(stops).toBeGreaterThan(20);
    },
  );

  test('counts men who come to an empty hex once, within the tick too', () => {
    const run = smallRun({ units: [{ id: 'su.1coy', side: 0, at: [9, 5], men: 150 }] });
    const goal = at(run.model, 7, 5);
    assignTask(run, 0, 'march', goal, 0, 'return-fire', '');
    runGround(run, 8, () => {
      const { men } = occupancyNow(run);
      expect(men[run.world.units.location[0]!]).toBe(150);
    });
    expect(run.world.units.location[0]).toBe(goal);
  });

  test('is put right after losses, and after a unit has broken', () => {
    const run = smallRun({ units: [{ id: 'su.1coy', side: 0, at: [9, 5], men: 150 }] });
    const hex = at(run.model, 9, 5);
    occupancyOf(run);
    takeLosses(run, 0, 10, 20, 0, 'bullets', []);
    expect(occupancyAtTick(run).men[hex]).toBe(120);
    breakUnit(run, 0, []);
    expect(occupancyAtTick(run).fit[hex]).toBe(0);
    // Who breaks is gathered by the whole hour.
    expect(run.world.units.rallyTick[0]! % 4).toBe(0);
  });
});
