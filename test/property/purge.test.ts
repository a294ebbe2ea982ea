import { describe, expect, test } from 'vitest';
import {
  P,
  TICKS_PER_DAY,
  makeWorld,
  runHash,
  startRun,
  type KhasanEvent,
  type Model,
  type RunSetup,
} from '../../src/engine/index.ts';
import { purgeDay } from '../../src/engine/systems/purge.ts';
import { compileScenario, parseScenario } from '../../src/scenario/index.ts';
import { drive } from '../support/drive.ts';
import { realFiles, realModel } from '../support/real-scenario.ts';

/**
 * The purge of the real scenario: whom it spares, that posts add up, and that its two knock-outs do what
 * they say. Both are patches of data: a factor of the scenario for the removals of July, parameters for
 * what the purge has done to those who stay.
 */

const JULY_DAYS = 31;

/** July's removals at the rate of the twelve months before. */
function calmModel(): Model {
  const patch = [{ path: 'purge.su-army.wave.factor', value: 1 }];
  const { model } = compileScenario(parseScenario(realFiles()), patch);
  if (model === undefined) throw new Error('the patched scenario does not compile');
  return model;
}

/** The days of July with nobody deciding anything: only the purge moves. */
function july(model: Model, setup: RunSetup): { filled: number; events: KhasanEvent[] } {
  const events: KhasanEvent[] = [];
  const run = {
    model,
    world: makeWorld(model, setup),
    sink: (event: KhasanEvent) => events.push(event),
  };
  for (let day = 1; day <= JULY_DAYS; day++) {
    run.world.tick = day * TICKS_PER_DAY;
    run.world.nextEvent = 0;
    purgeDay(run);
  }
  return { filled: run.world.offices.staffFilled.reduce((a, b) => a + b, 0), events };
}

const seeds = Array.from({ length: 60 }, (_, n) => 7000 + n);

describe('who is listed is removed in no run', () => {
  const model = realModel();
  const [purge] = model.purges;
  const kept = purge!.pools.filter(({ headKept }) => headKept).map(({ office }) => office);
  const pooled = new Set(purge!.pools.map(({ office }) => model.offices[office]!.id));

  test('nor anybody without a pool, at the strongest reading', () => {
    expect(kept.length).toBeGreaterThan(0);
    const reading = model.readings.findIndex(({ id }) => id === 'july-purge-factor');
    let heads = 0;
    for (const seed of seeds) {
      const { events } = july(model, { seed, from: 'free', readings: [[reading, 53]] });
      for (const { kind, actor } of events) {
        expect(pooled).toContain(actor);
        if (kind !== 'person-removed') continue;
        heads++;
        expect(kept.map((office) => model.offices[office]!.id)).not.toContain(actor);
      }
    }
    expect(heads).toBeGreaterThan(60);
  });
});

test('without the wave of July more posts are filled, in each of 60 pairs as many or more', () => {
  const calm = calmModel();
  let more = 0;
  for (const seed of seeds) {
    const as = july(realModel(), { seed, from: 'free' }).filled;
    const without = july(calm, { seed, from: 'free' }).filled;
    expect(without).toBeGreaterThanOrEqual(as - 3);
    if (without > as) more++;
  }
  expect(more).toBeGreaterThan(55);
});

/** The whole setup of the second knock-out: fear and skill as though there had been no purge. */
function withoutShock(seed: number, share: number): RunSetup {
  return {
    seed,
    from: 'free',
    params: [
      [P['purge.share'], share],
      [P['purge.fear'], 0],
      [P['purge.inexperience'], 0],
    ],
  };
}

test('where all of the shortfall is old weakness, taking the purge away changes no bit of a run', () => {
  const model = realModel();
  const hash = (setup: RunSetup): string => {
    const run = startRun(model, setup, () => {});
    drive(run, { untilTick: 25 * TICKS_PER_DAY });
    return runHash(run);
  };
  const as = hash({ seed: 5, from: 'free' });
  expect(hash(withoutShock(5, 0))).toBe(as);
  expect(hash(withoutShock(5, 1))).not.toBe(as);
});

test('a run from a recorded state begins with the staffs that July has left, and every head in his post', () => {
  const model = realModel();
  const [purge] = model.purges;
  for (const { id } of model.anchors) {
    const { world } = startRun(model, { seed: 11, from: id }, () => {});
    for (const { office } of purge!.pools) {
      expect(world.offices.person[office]).toBe(model.offices[office]!.person);
      expect(world.offices.successorTick[office]).toBe(-1);
    }
    const changed = purge!.pools.filter(
      (pool) => world.offices.staffFilled[pool.office] !== pool.filled,
    );
    expect(changed.length).toBeGreaterThan(5);
    expect(Math.max(...world.offices.dread)).toBeGreaterThan(0);
  }
});
