import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openBench, reasonToSkip, type Bench, type Visit } from './support/site.ts';

const reason = reasonToSkip();
const AT = 'run=1&t=1938-07-21T14:00Z';

/** Layers over the page, by their keys. */
const OVERLAYS = [
  ['the keys', '?', '.key-list'],
  ['the commands', '/', '.search-form'],
  ['what can be saved', 's', '.takings'],
  ['the approaches', 'm', '.over-page.theatre table'],
] as const;

const VIEWS: readonly (readonly [name: string, hash: string, ready: string])[] = [
  ['the landing', '', '.counter'],
  ['the map', `#/battle?${AT}&lang=en`, '.counter'],
  ['an office’s eyes', `#/battle?${AT}&eyes=jp.19d&with=truth&lang=en`, '.contact'],
  ['the table', `#/battle?${AT}&view=board&lang=ru`, '.board table'],
  ['the Wire', `#/battle?${AT}&view=wire&lang=en`, '.wire-chart [data-event]'],
  ['a hex', `#/battle?${AT}&sel=hex:799&lang=en`, '.card'],
  ['an office', `#/battle?${AT}&sel=office:35&lang=en`, '.card'],
  ['why', `#/battle?${AT}&sel=ev:700&lang=en`, '.card'],
  ['the record', `#/battle?${AT}&panel=record&with=record&lang=en`, '.milestones li'],
  ['the reckoning', `#/battle?${AT}&panel=reckoning&lang=ru`, '.charge'],
  ['the story', `#/battle?${AT}&panel=story3&lang=en`, '.story .told'],
  ['what if', '#/whatif?lang=en&sw=M05', '.switches li'],
  ['the runs', '#/runs?lang=en', '.page.runs'],
  ['the sources', '#/sources?lang=en', '.sources dt'],
  ['about', '#/about?lang=ru', '.prose p'],
];

describe.skipIf(reason !== null)('axe finds nothing serious in', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(2);
  }, 120_000);
  afterAll(() => bench.close());

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    let visit: Visit;
    beforeAll(async () => {
      visit = await bench.visit('', { colorScheme });
      await visit.page.evaluate(axe.source);
    });
    afterAll(() => visit.leave());

    test.each(VIEWS)('%s', async (_name, hash, ready) => {
      const { page } = visit;
      if (hash !== '') await page.evaluate((next) => (location.hash = next), hash);
      await page.waitForSelector(ready, { timeout: 30_000 });
      await page.waitForTimeout(400);
      expect(await judged(page)).toEqual([]);
    });

    test.each(OVERLAYS)('%s', async (_name, key, ready) => {
      const { page } = visit;
      await page.evaluate((next) => (location.hash = next), `#/battle?${AT}&lang=en`);
      await page.waitForSelector('.counter', { timeout: 30_000 });
      await page.keyboard.press(key);
      await page.waitForSelector(ready);
      expect(await judged(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.waitForSelector('.over-page', { state: 'detached' });
    });
  });
});

/** What axe finds that is serious. */
function judged(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe: judge } = window as unknown as { axe: typeof axe };
    const { violations } = await judge.run(document);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
  });
}
