import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBench, reasonToSkip, type Bench } from './support/site.ts';

const reason = reasonToSkip();
const RUN = 'v=1&run=1&t=1938-07-31T14:00Z&lang=en';

/** Number of pages of a PDF as Chromium writes it. */
const pagesOf = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

describe.skipIf(reason !== null)('what can be taken away', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(2);
  }, 120_000);
  afterAll(() => bench.close());

  test('the battle prints as one light sheet: map, turns, record, sources, attribution', async () => {
    const { page, faults, leave } = await bench.visit(`#/battle?${RUN}`, { colorScheme: 'dark' });
    await page.waitForSelector('.counter', { timeout: 30_000 });
    await page.waitForTimeout(600);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    await page.emulateMedia({ media: 'print' });
    await page.waitForSelector('.print-sheet .still .counter');
    const sheet = page.locator('.print-sheet');
    const words = await sheet.innerText();
    expect(words).toContain('31 July, 23:00 in Tokyo');
    expect(words).toContain('OpenStreetMap');
    expect(words).toMatch(/S\d\d /);
    expect(words).toContain('A model, not a history.');
    expect(await sheet.locator('ol li').count()).toBe(9);
    expect(await page.locator('.head').isVisible()).toBe(false);
    const ink = await sheet.evaluate((element) => getComputedStyle(element).color);
    expect(ink).toBe('rgb(36, 35, 31)');
    const colour = await sheet
      .locator('.kf-water')
      .first()
      .evaluate((element) => getComputedStyle(element).fill);
    expect(colour).toBe('rgb(201, 220, 227)');
    await page.emulateMedia({ media: 'screen' });
    await page.waitForSelector('.print-sheet', { state: 'detached' });
    expect(await page.locator('.head').isVisible()).toBe(true);
    expect(faults).toEqual([]);
    await leave();
  });

  test('P prints; through an office’s eyes the sheet tells what it knows and no more', async () => {
    const { page, leave } = await bench.visit(`#/battle?${RUN}&eyes=jp.19d`);
    await page.waitForSelector('.contact', { timeout: 30_000 });
    await page.evaluate(() => {
      const asked = { printed: 0 };
      Object.assign(window, { asked, print: () => asked.printed++ });
    });
    await page.keyboard.press('p');
    await page.waitForFunction(
      () => (window as unknown as { asked: { printed: number } }).asked.printed === 1,
    );
    const seen = await page.locator('.map-view .counter.side0').count();
    expect(seen).toBe(0);
    await page.emulateMedia({ media: 'print' });
    await page.waitForSelector('.print-sheet .still .contact');
    expect(await page.locator('.print-sheet .counter.side0').count()).toBe(0);
    expect(await page.locator('.print-sheet').innerText()).toContain('19th Division');
    await leave();
  });
});
