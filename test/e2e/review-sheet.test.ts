import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../support/source-files.ts';
import { openBench, reasonToSkip, type Bench } from './support/site.ts';

/**
 * The review sheet: every view at three sizes, light and dark, as pictures in one page under
 * `dist/review`, to be looked at before a release. `KHASAN_REVIEW=1 npx vitest run test/e2e/review-sheet.test.ts`
 */
const reason = process.env['KHASAN_REVIEW'] === '1' ? reasonToSkip() : 'KHASAN_REVIEW is not set';
const FOLDER = join(ROOT, 'dist/review');
const NIGHT = 't=1938-07-30T18:45Z';
const VIEWS: readonly (readonly [name: string, hash: string, ready: string])[] = [
  ['landing', '', '.counter'],
  ['map', `#/battle?${NIGHT}&lang=en&c=15,22,1.6`, '.counter'],
  ['eyes', `#/battle?${NIGHT}&eyes=jp.19d&with=truth&lang=en`, '.contact'],
  ['names', `#/battle?${NIGHT}&names=ja&show=lines,units,names&lang=en`, '.counter'],
  ['board', `#/battle?${NIGHT}&view=board&lang=en`, '.board table'],
  ['wire', `#/battle?${NIGHT}&view=wire&lang=en`, '.wire-chart [data-event]'],
  ['wire-ru', `#/battle?${NIGHT}&view=wire&lang=ru`, '.wire-chart [data-event]'],
  ['both', `#/battle?${NIGHT}&view=both&lang=en`, '.counter'],
  ['unit', `#/battle?${NIGHT}&sel=unit:17&lang=ru`, '.card'],
  ['office', `#/battle?${NIGHT}&sel=office:35&lang=en`, '.card'],
  ['why', `#/battle?${NIGHT}&sel=ev:700&lang=en`, '.card'],
  ['record', `#/battle?${NIGHT}&panel=record&with=record&lang=en`, '.milestones li'],
  ['reckoning', `#/battle?${NIGHT}&panel=reckoning&lang=en`, '.charge'],
  ['story', `#/battle?${NIGHT}&panel=story5&lang=en`, '.story .told'],
  ['runs', '#/runs?lang=en', '.verdict'],
  ['runs-ru', '#/runs?lang=ru&m=losses.jp.killed', '.verdict'],
  ['whatif', '#/whatif?lang=en&sw=M05', '.switches li'],
  ['sources', '#/sources?lang=en', '.sources dt'],
  ['about', '#/about?lang=en', '.prose p'],
];
const SIZES = [
  [390, 844],
  [1024, 768],
  [1440, 900],
] as const;
const SCHEMES = ['light', 'dark'] as const;

describe.skipIf(reason !== null)('the review sheet', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(12);
    mkdirSync(FOLDER, { recursive: true });
  }, 120_000);
  afterAll(() => bench.close());

  test('shows every view', async () => {
    const shown: string[] = [];
    for (const colorScheme of SCHEMES) {
      for (const [width, height] of SIZES) {
        for (const [name, hash, ready] of VIEWS) {
          const file = `${name}-${String(width)}-${colorScheme}.png`;
          const { page, leave } = await bench.visit(hash, {
            viewport: { width, height },
            colorScheme,
          });
          await page.waitForSelector(ready, { timeout: 30_000, state: 'attached' });
          await page.waitForTimeout(500);
          await page.screenshot({ path: join(FOLDER, file) });
          shown.push(`<figure><img src="${file}" alt=""><figcaption>${file}</figcaption></figure>`);
          await leave();
        }
      }
    }
    const style = 'body{display:flex;flex-wrap:wrap;gap:8px}img{max-width:420px}';
    const page = `<!doctype html><meta charset="utf-8"><style>${style}</style>${shown.join('\n')}\n`;
    writeFileSync(join(FOLDER, 'index.html'), page);
    expect(shown).toHaveLength(VIEWS.length * SIZES.length * SCHEMES.length);
  }, 900_000);
});
