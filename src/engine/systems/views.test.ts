import { describe, expect, test } from 'vitest';
import { drive } from '../../../test/support/drive.ts';
import { realModel } from '../../../test/support/real-scenario.ts';
import { startRun } from '../step.ts';
import type { Run } from '../world/world.ts';
import { occupancyAtTick, type Occupancy } from './occupancy.ts';
import { HIDDEN, canSee, hexesFrom } from './sight.ts';
import { viewsBetween } from './views.ts';

/** The views between all bodies, looked up one by one. */
function lookedUp({ model }: Run, { keys, counts }: Occupancy): number[] {
  const found: number[] = [];
  for (const from of keys[0].subarray(0, counts[0])) {
    for (const key of keys[1].subarray(0, counts[1])) {
      const to = key - model.grid.count;
      found.push(canSee(model, from, to) ? hexesFrom(model, from)[to]! : HIDDEN);
    }
  }
  return found;
}

describe('views between bodies', () => {
  test('are those over the ground at every stop of a fight, also when another run goes on beside it', () => {
    const model = realModel();
    const other = startRun(model, { seed: 5, from: 'a3' }, () => {});
    const run = startRun(model, { seed: 5, from: 'a1' }, () => {});
    let stops = 0;
    drive(run, {
      untilTick: run.world.tick + 96,
      onStop: () => {
        for (const one of stops++ % 5 === 0 ? [run, other, run] : [run]) {
          const occupancy = occupancyAtTick(one);
          const { hexes, width } = viewsBetween(one, occupancy);
          expect(width).toBe(occupancy.counts[1]);
          const count = width * occupancy.counts[0]!;
          expect([...hexes.subarray(0, count)]).toEqual(lookedUp(one, occupancy));
        }
        return undefined;
      },
    });
    expect(stops).toBeGreaterThan(10);
  });
});
