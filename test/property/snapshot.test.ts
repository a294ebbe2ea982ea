import { describe, expect, test } from 'vitest';
import { runHash, type Model, type Run } from '../../src/engine/index.ts';
import { cloneRun, restore, snapshot } from '../../src/engine/world/snapshot.ts';
import { disputeModel, keptRun } from '../support/border-dispute.ts';
import { worldHash } from '../support/compare.ts';
import { drive } from '../support/drive.ts';
import { makeLottery } from '../support/lottery.ts';
import { REAL_SCENARIO, realModel } from '../support/real-scenario.ts';

/** With `KHASAN_HEAVY=1` the real scenario is saved and restored at every stop of three whole runs. */
const HEAVY = process.env['KHASAN_HEAVY'] === '1';

/** State of a run at every stop of its clock. `onStop` may put another run in its place. */
function trace(start: Run, days: number, onStop: (run: Run) => Run | undefined): string[] {
  const hashes: string[] = [];
  const last = drive(start, {
    untilTick: start.world.tick + days * 96,
    onStop: (run) => {
      hashes.push(`${String(run.world.tick)} ${worldHash(run.world)}`);
      return onStop(run);
    },
  });
  return [...hashes, runHash(last)];
}

/** Plays twice, once straight on and once in a new copy of the world after every stop. */
function expectIdentity(model: Model, seed: number, from: string, days: number): void {
  const straight = trace(keptRun(model, seed, from), days, () => undefined);
  const restored = trace(keptRun(model, seed, from), days, (run) => {
    const world = restore(snapshot(run.world));
    // A rule that still wrote to the old world, or kept a hand on it, would be found out here.
    run.world.units.men.fill(-1);
    run.world.offices.cycleTick.fill(-1);
    return { model: run.model, world, sink: run.sink };
  });
  const first = straight.findIndex((line, n) => line !== restored[n]);
  expect(restored[first], `seed ${String(seed)} from ${from}`).toBe(straight[first]);
  expect(restored.length).toBe(straight.length);
  expect(straight.length).toBeGreaterThan(50);
}

describe('a run that is saved and restored at every stop goes on as it would have', () => {
  test('in the border dispute of the tests', () => {
    const model = disputeModel(8);
    for (const seed of [21, 22, 23]) expectIdentity(model, seed, 'free', 8);
  });

  test(`in ${REAL_SCENARIO}`, () => {
    const model = realModel();
    const seeds = HEAVY ? [21, 22, 23] : [21];
    for (const seed of seeds) {
      expectIdentity(model, seed, 'free', HEAVY ? Infinity : 12);
      for (const { id } of model.anchors) expectIdentity(model, seed, id, HEAVY ? Infinity : 1);
    }
  });
});

test('saved states stay what they were while the run goes on, and can be taken up in any order', () => {
  const model = disputeModel(8);
  const lottery = makeLottery(24);
  const kept: { saved: ReturnType<typeof snapshot>; due: readonly number[]; hash: string }[] = [];
  const run = keptRun(model, 24);
  drive(run, {
    onStop: ({ world }, due) => {
      if (lottery.chance(0.05)) kept.push({ saved: snapshot(world), due, hash: worldHash(world) });
      return undefined;
    },
  });
  expect(kept.length).toBeGreaterThan(4);
  for (const { saved, due, hash } of kept.reverse()) {
    expect(worldHash(saved)).toBe(hash);
    for (let time = 0; time < 2; time++) {
      const again = cloneRun({ model, world: restore(saved), sink: () => {} }, () => {});
      drive(again, { due });
      expect(runHash(again)).toBe(runHash(run));
    }
  }
});
