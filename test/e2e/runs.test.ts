import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simulate } from '../../src/experiment/one-run.ts';
import { realModel } from '../support/real-scenario.ts';
import { ROOT } from '../support/source-files.ts';
import { openBench, reasonToSkip, type Bench } from './support/site.ts';

const reason = reasonToSkip();
const RUNS = 6;
/** Seeds for which the page and Node are compared. */
const SEEDS = 20;

describe.skipIf(reason !== null)('runs in a browser', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(RUNS);
  }, 120_000);
  afterAll(() => bench.close());

  test('the worker of the page plays the same runs as Node', async () => {
    const worker = readdirSync(join(ROOT, 'dist/site/assets')).find((name) =>
      /^worker-.*\.js$/.test(name),
    )!;
    const { page, leave } = await bench.visit('#/about');
    const playing = page.evaluate(
      ([file, runs]) =>
        new Promise<Record<string, string>>((resolve, reject) => {
          const found: Record<string, string> = {};
          const host = new Worker(new URL(`assets/${file}`, document.baseURI), { type: 'module' });
          host.onerror = (event) => reject(new Error(event.message));
          host.onmessage = ({ data }: MessageEvent<Record<string, unknown>>) => {
            if (data['kind'] === 'welcome') {
              const setup = { seed: 1, from: 'free', settings: [] };
              host.postMessage({ kind: 'batch', id: 2, setup, runs, offset: 0, stride: 1 });
            } else if (data['kind'] === 'problem') reject(new Error(JSON.stringify(data)));
            else {
              for (const row of data['rows'] as { seed: number; hash: string }[]) {
                found[row.seed] = row.hash;
              }
              if (data['done'] === true) resolve(found);
            }
          };
          const scenario = new URL('data/scenario.json', document.baseURI).href;
          host.postMessage({ kind: 'hello', id: 1, protocol: 1, scenario });
        }),
      [worker, SEEDS] as const,
    );
    // Both play at the same time; what they must not share is a result.
    const model = realModel();
    const wanted: Record<string, string> = {};
    for (let seed = 1; seed <= SEEDS; seed++) {
      wanted[seed] = simulate(model, { seed, from: 'free' }).hash;
    }
    expect(await playing).toEqual(wanted);
    expect(Object.keys(wanted)).toHaveLength(SEEDS);
    await leave();
  }, 120_000);

  test('from a column of the plot to a run on the map in two clicks', async () => {
    const { page, faults, leave } = await bench.visit('#/runs?lang=en');
    await page.waitForSelector('.column:not([disabled])');
    await page.locator('.column:not([disabled])').last().click();
    const choice = page.locator('.histogram .seeds button').first();
    const seed = await choice.innerText();
    await choice.click();
    await page.waitForSelector('.counter', { timeout: 30_000 });
    await page.waitForFunction((wanted) => location.hash.includes(`run=${wanted}&`), seed);
    expect(await page.locator('.standing').innerText()).toContain(`Run ${seed} of ${String(RUNS)}`);
    expect(faults).toEqual([]);
    await leave();
  });

  test('the page says where the record lies among the runs, or why it cannot', async () => {
    const { page, faults, leave } = await bench.visit('#/runs?lang=en');
    await page.waitForSelector('.verdict');
    expect(await page.locator('.verdict').innerText()).toMatch(
      /^(Inside|At the edge of|Outside) .*The record, 31 Jul 03:00, lies .*\d+.% of them were earlier, \d+.% later/s,
    );
    expect(await page.locator('.record-line').innerText()).toBe('record, 31 Jul 03:00');
    expect(await page.locator('.hill-bands svg').count()).toBe(1);
    for (const [measure, words] of [
      ['delay.1.after-deed', /^The record says: yes. So do /],
      ['losses.jp.killed', /^On record: 525–526 men. That is asked of runs that begin on/],
      ['bans.su', /^Nothing is on record/],
    ] as const) {
      await page.locator('.pick select').first().selectOption(measure);
      await page.waitForFunction(
        (source) => new RegExp(source).test(document.querySelector('.verdict')?.textContent ?? ''),
        words.source,
      );
    }
    expect(faults).toEqual([]);
    await leave();
  });

  // Minutes of work on a slow machine: KHASAN_LONG=1 asks for it.
  test.skipIf(process.env['KHASAN_LONG'] !== '1')(
    'two hundred runs are played in the page, and an outlier of them is opened',
    async () => {
      const { page, faults, leave } = await bench.visit('#/runs?lang=en');
      await page.locator('input[type=number]').fill('200');
      await page.getByRole('button', { name: 'Play 200 runs here' }).click();
      await page.waitForFunction(() => document.querySelector('progress')?.value === 200, null, {
        timeout: 570_000,
      });
      const sample = page.locator('.sample', { hasText: '200 runs of this page' });
      await sample.locator('.column:not([disabled])').last().click();
      await sample.locator('.seeds button').first().click();
      await page.waitForSelector('.counter', { timeout: 30_000 });
      expect(await page.locator('.standing').innerText()).toMatch(/Run of seed 10\d{5}/);
      expect(faults).toEqual([]);
      await leave();
    },
    600_000,
  );

  test('the title tells how often somebody acted against a ban, counted from the runs', async () => {
    const { page, leave } = await bench.visit();
    await page.waitForSelector('.sentence');
    expect(await page.locator('.sentence').innerText()).toMatch(
      new RegExp(`^In \\d+ of ${String(RUNS)} runs`),
    );
    await leave();
  });

  test('runs are played in the page, stopped, and kept', async () => {
    const { page, faults, leave } = await bench.visit('#/runs?lang=en');
    await page.locator('input[type=number]').fill('40');
    await page.getByRole('button', { name: 'Play 40 runs here' }).click();
    await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) >= 2, null, {
      timeout: 40_000,
    });
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.waitForFunction(() => document.body.textContent.includes('runs are kept'));
    const kept = await page.locator('.live [role=status]').innerText();
    expect(Number(/(\d+) runs are kept/.exec(kept)?.[1])).toBeGreaterThanOrEqual(2);
    expect(await page.locator('.histogram').count()).toBe(2);
    expect(faults).toEqual([]);
    await leave();
  }, 90_000);
});
