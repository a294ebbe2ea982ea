import { beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../dist/cli/session.js';
import { replicate, shareModel, simulate } from '../dist/experiment/index.js';
import type { Plan, RunResult, Row } from '../dist/experiment/index.js';
import { chainText, foldValue, makeChain, type Model } from '../src/engine/index.ts';

/**
 * The same run gives the same hash: twice, in any thread, alone or in a batch. The hash covers every
 * event and the state of every day, so equal hashes are equal runs. Tested as built, because workers
 * load the build.
 */
const SCENARIO = 'khasan-1938';
const FIRST_SEED = 1;
const SEEDS = 20;

function planFrom(from: string, seed: number, runs: number): Plan {
  const variants = [{ id: from, setup: { from }, seed, runs }];
  return { scenario: SCENARIO, settings: [], variants };
}

async function rowsOf(
  model: Model,
  plan: Plan,
  options: Parameters<typeof replicate>[2],
): Promise<readonly Row[]> {
  const { variants } = await replicate(model, plan, options);
  expect(variants[0]?.failures).toEqual([]);
  return variants[0]!.rows;
}

/** What of a row luck alone decides: all but the time it took. */
function fixedPart({ run, seed, hash, events, endTick, values }: Row): unknown {
  return { run, seed, hash, events, endTick, values };
}

let model: Model;
let here: RunResult[];

beforeAll(() => {
  model = openSession(SCENARIO, []).model;
  here = Array.from({ length: SEEDS }, (_, index) =>
    simulate(model, { seed: FIRST_SEED + index, from: 'free' }),
  );
}, 120_000);

describe('free runs, seeds 1 to 20', () => {
  it('give the same hashes and measures in two workers as in the main thread', async () => {
    const rows = await rowsOf(model, planFrom('free', FIRST_SEED, SEEDS), { workers: 2 });
    expect(rows.map((row) => row.hash)).toEqual(here.map((result) => result.hash));
    expect(rows.map((row) => row.values)).toEqual(
      here.map((result) => Object.values(result.measures)),
    );
    expect(rows.map((row) => [row.events, row.endTick])).toEqual(
      here.map((result) => [result.events, result.endTick]),
    );
  });

  it('differ from seed to seed', () => {
    expect(new Set(here.map((result) => result.hash)).size).toBe(SEEDS);
  });

  it('give the same when run again, after other runs, with tables in shared memory', () => {
    const again = simulate(shareModel(model), { seed: FIRST_SEED, from: 'free' });
    expect(again).toEqual(here[0]);
  });

  it('give the same alone as in the batch', async () => {
    const seed = FIRST_SEED + 6;
    const [alone] = await rowsOf(model, planFrom('free', seed, 1), { workers: 1 });
    expect(alone?.hash).toBe(here[6]?.hash);
    const batch = await rowsOf(model, planFrom('free', FIRST_SEED, 8), { workers: 2 });
    expect({ ...(fixedPart(alone!) as object), run: 6 }).toEqual(fixedPart(batch[6]!));
  });
});

describe('runs from recorded states', () => {
  it('give the same in a worker as in the main thread', async () => {
    expect(model.anchors.length).toBeGreaterThan(0);
    for (const { id } of model.anchors) {
      const plan = planFrom(id, FIRST_SEED, 2);
      const there = await rowsOf(model, plan, { workers: 2 });
      const alike = await rowsOf(model, plan, { workers: 1 });
      expect(there.map(fixedPart)).toEqual(alike.map(fixedPart));
    }
  });
});

describe('a run and its model', () => {
  it('leaves the tables as they were, so that runs cannot touch each other', () => {
    const own = openSession(SCENARIO, []).model;
    const before = hashOf(own);
    simulate(own, { seed: 99, from: 'free' });
    expect(hashOf(own)).toBe(before);
    expect(hashOf(model)).toBe(before);
  });

  it('is another run with another scenario, though the seed is the same', () => {
    const changed = openSession(SCENARIO, ['scenario:sides.jp.otherFronts=3']).model;
    expect(changed.hash).not.toBe(model.hash);
    expect(simulate(changed, { seed: FIRST_SEED, from: 'free' }).hash).not.toBe(here[0]?.hash);
  });
});

function hashOf(value: Model): string {
  const chain = makeChain();
  foldValue(chain, value);
  return chainText(chain);
}
