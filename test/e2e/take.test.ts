import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openBench, reasonToSkip, type Bench } from './support/site.ts';

const reason = reasonToSkip();
const RUN = 'v=1&run=1&t=1938-07-31T14:00Z&lang=en';

/** Number of pages of a PDF as Chromium writes it. */
const pagesOf = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

/** Takes something along from the list, and gives the file's name and content. */
async function taken(page: Page, words: string): Promise<{ name: string; content: Buffer }> {
  if ((await page.locator('.takings').count()) === 0) {
    await page.getByRole('button', { name: 'Save and print' }).click();
  }
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: words, exact: true }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

describe.skipIf(reason !== null)('what can be taken away', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(2);
  }, 120_000);
  afterAll(() => bench.close());

  test('the battle prints as one light sheet: map, turns, record, sources, attribution', async () => {
    const { page, faults, leave } = await bench.visit(
      '#/battle?run=1&t=1938-12-01T00:00Z&lang=en',
      { colorScheme: 'dark' },
    );
    await page.waitForSelector('.counter', { timeout: 30_000 });
    await page.waitForTimeout(600);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    await page.emulateMedia({ media: 'print' });
    await page.waitForSelector('.print-sheet .still .counter');
    const sheet = page.locator('.print-sheet');
    const words = await sheet.innerText();
    expect(words).toMatch(/\d\d:\d\d in Tokyo/);
    expect(words).toContain('OpenStreetMap');
    expect(words).toMatch(/S\d\d /);
    expect(words).toContain('A model, not a history.');
    expect(await sheet.locator('ol li').count()).toBeGreaterThan(3);
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

  test('the map, the Wire, tables and GeoJSON are saved without a request', async () => {
    const { page, faults, leave } = await bench.visit(`#/battle?${RUN}`, { colorScheme: 'dark' });
    await page.waitForSelector('.counter', { timeout: 30_000 });
    const requests: string[] = [];
    page.on('request', (request) => {
      // What later views will need may still come in behind the first one.
      if (!/^blob:|\/data\//.test(request.url())) requests.push(request.url());
    });
    const map = await taken(page, 'The map, SVG');
    expect(map.name).toBe('khasan-run1-1938-07-31T1400Z-map.svg');
    const svg = map.content.toString('utf8');
    expect(svg.slice(0, 900)).toMatch(/^<svg[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    for (const words of ['OpenStreetMap', '31 July, 23:00 in Tokyo']) {
      expect(svg.includes(words), words).toBe(true);
    }
    expect(/ class=| style=|<style|var\(/.exec(svg)).toBeNull();
    // Light whatever the screen: the water of paper, not of the dark theme.
    expect(svg.includes('fill="rgb(201, 220, 227)"')).toBe(true);
    const shown = await page.locator('.map-view .counter').count();
    expect(svg.match(/href="#symbol-/g)?.length ?? 0).toBeGreaterThan(shown / 3);
    const png = await taken(page, 'The map, PNG');
    expect(png.content.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.content.readUInt32BE(16)).toBeGreaterThan(1500);
    const wire = await taken(page, 'The Wire, SVG');
    expect(wire.content.includes('A model, not a history.')).toBe(true);
    const log = (await taken(page, 'The log up to now, CSV')).content.toString('utf8');
    const told = await page.locator('.log-line').first().locator('span').nth(0).innerText();
    expect(log.split('\r\n').at(-2)).toContain(told.slice(0, 20));
    const measures = (await taken(page, 'All measures of this run, CSV')).content.toString('utf8');
    expect(measures).toMatch(/^measure,title,value,unit\r\n/);
    const geo = JSON.parse(
      (await taken(page, 'Units and held ground, GeoJSON')).content.toString(),
    );
    expect(geo.attribution).toContain('OpenStreetMap');
    expect(geo.khasan).toMatchObject({ seed: 1, eyes: 'truth', utc: '1938-07-31T14:00Z' });
    expect(requests).toEqual([]);
    const reports = await page.evaluate(
      () => (window as unknown as { khasanReports: string[] }).khasanReports,
    );
    expect(reports).toEqual([]);
    const runs = (await taken(page, 'Measures of all runs, CSV')).content.toString('utf8');
    expect(runs.trim().split('\r\n')).toHaveLength(3);
    expect(faults).toEqual([]);
    await leave();
  });

  test('a file through an office’s eyes holds what it knows and no more', async () => {
    const { page, leave } = await bench.visit(`#/battle?${RUN}&eyes=jp.19d`);
    await page.waitForSelector('.contact', { timeout: 30_000 });
    await page.keyboard.press('s');
    const { content } = await taken(page, 'Units and held ground, GeoJSON');
    const { features } = JSON.parse(content.toString('utf8')) as {
      features: { properties: { is: string; office?: string } }[];
    };
    const units = features.filter(({ properties }) => properties.is === 'unit');
    expect(units.every(({ properties }) => properties.office === 'jp.19d')).toBe(true);
    expect(features.some(({ properties }) => properties.is === 'belief')).toBe(true);
    const map = (await taken(page, 'The map, SVG')).content.toString('utf8');
    expect(map.includes('19th Division')).toBe(true);
    await leave();
  });

  test('the approaches stand in a corner, open large, and say the same as a table', async () => {
    const { page, faults, leave } = await bench.visit(`#/battle?${RUN}`);
    await page.waitForSelector('.theatre-inset svg', { timeout: 30_000 });
    await page.getByRole('button', { name: /^The approaches/ }).click();
    const open = page.locator('.over-page.theatre');
    await open.locator('.theatre-picture svg').waitFor();
    const words = (await open.locator('.theatre-picture text').allTextContents()).join(' ');
    for (const name of ['Khabarovsk', 'Ranam', 'Keijo', 'Moscow', 'Tokyo', 'The lake', '100 km']) {
      expect(words).toContain(name);
    }
    const first = open.locator('tbody tr').first();
    const men = await first.locator('td.figure').last().innerText();
    expect(words).toContain(men.replace(',', ''));
    expect(await open.innerText()).toContain('GeoNames');
    await page.keyboard.press('Escape');
    await open.waitFor({ state: 'detached' });
    await page.keyboard.press('5');
    await page.keyboard.press('m');
    await open.waitFor();
    expect(await open.locator('td.side0').count()).toBe(0);
    expect(faults).toEqual([]);
    await leave();
  });

  test('a command is found by its name and run from the keyboard', async () => {
    const { page, faults, leave } = await bench.visit(`#/battle?${RUN}`);
    await page.waitForSelector('.counter', { timeout: 30_000 });
    await page.keyboard.press('Control+k');
    await page.waitForSelector('.search-form li');
    expect(await page.locator('.search-form li').count()).toBeGreaterThan(8);
    await page.locator('.search-form input').fill('wire');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.wire-chart');
    await page.keyboard.press('Control+k');
    await page.locator('.search-form input').fill('19th division');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
      '19th Division',
    );
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash.includes('eyes=jp.19d'));
    await page.keyboard.press('Control+k');
    await page.locator('.search-form input').fill('go to: what if');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.switches');
    expect(faults).toEqual([]);
    await leave();
  });
});
