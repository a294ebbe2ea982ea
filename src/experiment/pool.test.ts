import { describe, expect, it } from 'vitest';
// Workers cannot load TypeScript, so the pool is tested as it was built.
import { replicate, shareModel, sharedBytes, type Plan } from '../../dist/experiment/index.js';
import type { Model } from '../engine/index.ts';

/** A model of which the stubs below use nothing but one table. */
function tinyModel(): Model {
  return { id: 'tiny', units: { count: 2, men: Int32Array.of(0, 5) } } as unknown as Model;
}

function planOf(runs: number, seed = 100): Plan {
  const variants = [{ id: 'free', setup: { from: 'free' }, seed, runs }];
  return { scenario: 'tiny', settings: [], variants };
}

/** A module whose `simulate` has the given body; it sees `model` and `setup`. */
function runner(body: string): { url: string; measureIds: string[] } {
  const code = `export function simulate(model, setup) { ${body}
    return { hash: 'h' + setup.seed, events: setup.seed, endTick: 9,
      measures: { twice: setup.seed * 2, from: setup.from, odd: setup.seed % 2 === 1 } }; }`;
  const url = `data:text/javascript,${encodeURIComponent(code)}`;
  return { url, measureIds: ['twice', 'from', 'odd', 'never'] };
}

async function rowsWith(options: Parameters<typeof replicate>[2], runs = 40): Promise<unknown> {
  const batch = await replicate(tinyModel(), planOf(runs), options);
  return batch.variants[0]?.rows.map(({ run, seed, hash, values }) => ({
    run,
    seed,
    hash,
    values,
  }));
}

describe('rows are the same whoever ran them', () => {
  it('in this thread, in one worker, in three', async () => {
    const here = await rowsWith({ runner: runner(''), workers: 1 });
    expect(here).toHaveLength(40);
    expect((here as unknown[])[3]).toEqual({
      run: 3,
      seed: 103,
      hash: 'h103',
      values: [206, 'free', true, null],
    });
    expect(await rowsWith({ runner: runner(''), workers: 1, inProcess: false })).toEqual(here);
    expect(await rowsWith({ runner: runner(''), workers: 3 })).toEqual(here);
  });

  it('keeps the first rows when more are asked for', async () => {
    const few = (await rowsWith({ runner: runner(''), workers: 2 }, 5)) as unknown[];
    const many = (await rowsWith({ runner: runner(''), workers: 2 }, 50)) as unknown[];
    expect(many.slice(0, 5)).toEqual(few);
  });
});

describe('a bad run costs its own row', () => {
  const breaking = runner(`if (setup.seed === 105) throw new Error('the bridge fell');`);
  it.each([1, 2])('with %i workers', async (workers) => {
    const { variants } = await replicate(tinyModel(), planOf(12), { runner: breaking, workers });
    expect(variants[0]?.rows.map((row) => row.run)).toEqual([0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11]);
    expect(variants[0]?.failures).toMatchObject([
      { run: 5, seed: 105, message: 'the bridge fell', replay: 'khasan run tiny --seed 105' },
    ]);
  });
});

describe('a worker that dies', () => {
  it('is replaced, and its runs are done again', async () => {
    // The table is shared memory, so the second attempt can know of the first.
    const dying = runner(
      `if (setup.seed === 107 && Atomics.add(model.units.men, 0, 1) === 0) process.exit(9);`,
    );
    const rows = await rowsWith({ runner: dying, workers: 2 });
    expect(rows).toEqual(await rowsWith({ runner: runner(''), workers: 1 }));
  });

  it('is given up with the run that kills it every time', async () => {
    const deadly = runner(`if (setup.seed === 103) process.exit(9);`);
    const batch = await replicate(tinyModel(), planOf(20), { runner: deadly, workers: 2 });
    expect(batch.variants[0]?.rows).toHaveLength(19);
    expect(batch.variants[0]?.failures).toMatchObject([{ run: 3, seed: 103 }]);
    expect(batch.variants[0]?.failures[0]?.message).toContain('exit code 9');
  });

  it('cannot even start: the batch says so', async () => {
    const absent = { url: 'data:text/javascript,throw new Error("no runner")', measureIds: [] };
    const batch = replicate(tinyModel(), planOf(4), { runner: absent, workers: 2 });
    await expect(batch).rejects.toThrow('a worker could not start: no runner');
  });
});

describe('an interrupt keeps what is done', () => {
  const slow = runner('const end = performance.now() + 5; while (performance.now() < end);');
  it.each([1, 2])('with %i workers, without a hole', async (workers) => {
    const stop = new AbortController();
    const batch = await replicate(tinyModel(), planOf(1000), {
      runner: slow,
      workers,
      signal: stop.signal,
      onProgress: ({ done }) => {
        if (done >= 20) stop.abort();
      },
    });
    const runs = batch.variants[0]?.rows.map((row) => row.run) ?? [];
    expect(batch).toMatchObject({ asked: 1000, interrupted: true, done: runs.length });
    expect(runs.length).toBeGreaterThanOrEqual(20);
    expect(runs.length).toBeLessThan(500);
    expect(runs).toEqual(Array.from(runs, (_, index) => index));
  });
});

describe('progress', () => {
  it('counts up to the total, with the time left', async () => {
    const seen: number[] = [];
    await replicate(tinyModel(), planOf(30), {
      runner: runner(''),
      workers: 2,
      onProgress: ({ done, total, remainingSeconds }) => {
        expect(total).toBe(30);
        expect(remainingSeconds).toBeGreaterThanOrEqual(0);
        seen.push(done);
      },
    });
    expect(seen.at(-1)).toBe(30);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});

describe('a shared model', () => {
  it('is equal to the original, with its tables in shared memory', () => {
    const model = tinyModel();
    const shared = shareModel(model);
    expect(shared).toEqual(model);
    expect(shared.units.men.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(sharedBytes(shared)).toBe(8);
    expect(sharedBytes(model)).toBe(0);
  });
});
