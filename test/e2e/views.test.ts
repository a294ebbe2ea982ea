import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBench, reasonToSkip, type Bench } from './support/site.ts';

const reason = reasonToSkip();
const RUN = 'v=1&run=1&t=1938-07-31T14:00Z&lang=en';

describe.skipIf(reason !== null)('the views beside the battle', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(0);
  }, 120_000);
  afterAll(() => bench.close());

  test('the reckoning names who answers, and a charge leads to its event and its causes', async () => {
    const { page, faults, leave } = await bench.visit(`#/battle?${RUN}`);
    await page.waitForSelector('.counter', { timeout: 30_000 });
    await page.getByRole('button', { name: 'Reckoning' }).click();
    await page.waitForSelector('.charge', { timeout: 30_000 });
    expect(page.url()).toContain('panel=reckoning');
    const all = await page.locator('.charge').count();
    expect(all).toBeGreaterThan(3);
    const author = page.locator('.authors button').first();
    await author.click();
    expect(await author.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.charge').count()).toBeLessThan(all);
    const clock = (await page.locator('.charge time').first().innerText()).slice(-5);
    const chain = page.locator('.charge').first().locator('details').last();
    await chain.locator('summary').click();
    expect(await chain.locator('summary').innerText()).toContain('What led to it');
    expect(await chain.locator('.link').count()).toBeGreaterThan(1);
    await page.locator('.charge-words').first().click();
    await page.waitForSelector('.why .lead');
    expect(await page.locator('.why').innerText()).toContain(clock);
    expect(await page.locator('.clocks').innerText()).toContain(clock);
    expect(await page.locator('.why h3').allInnerTexts()).toContain('What led to it');
    const url = page.url();
    expect(faults).toEqual([]);
    await leave();
    const other = await bench.visit(url.slice(url.indexOf('#')));
    await other.page.waitForSelector('.why .lead');
    await other.page.keyboard.press('Escape');
    await other.page.waitForSelector('.charge', { timeout: 30_000 });
    await other.leave();
  });

  test('the reckoning is told in Russian, its papers and beliefs too', async () => {
    const { page, faults, leave } = await bench.visit(
      `#/battle?${RUN.replace('lang=en', 'lang=ru')}&panel=reckoning`,
    );
    await page.waitForSelector('.charge', { timeout: 30_000 });
    for (const summary of await page.locator('.charge summary').all()) await summary.click();
    const lines = await page
      .locator('.charge-words > span[lang], .charge details li')
      .allInnerTexts();
    expect(lines.length).toBeGreaterThan(30);
    // Names of units stand in the scenario in English; sentences must not.
    const english = lines.filter((line) =>
      /\b(the|his|leave|reports|attack|and|met|given|refused)\b/.test(line),
    );
    const unnamed = english.filter(
      (line) => !/Company|Battalion|Regiment|Platoon|post|Div/.test(line),
    );
    expect(unnamed).toEqual([]);
    expect(faults).toEqual([]);
    await leave();
  });

  test('the record stands beside the run, with figures, disputes and a way to the source', async () => {
    const { page, faults, leave } = await bench.visit(`#/battle?${RUN}`);
    await page.waitForSelector('.counter', { timeout: 30_000 });
    await page.keyboard.press('r');
    await page.waitForSelector('.milestones > li');
    expect(await page.locator('.milestones > li').count()).toBeGreaterThan(18);
    expect(await page.locator('.record-mark').count()).toBeGreaterThan(9);
    expect(page.url()).toContain('with=record');
    const assault = page
      .locator('.milestones > li', { hasText: 'First battalion assault' })
      .first();
    expect(await assault.innerText()).toContain('31 Jul 03:00');
    expect(await page.locator('.milestones .disputed').count()).toBeGreaterThan(2);
    const source = assault.locator('a.source').first();
    const key = await source.innerText();
    await source.click();
    await page.waitForSelector(`#source-${key}.chosen`);
    await page.goBack();
    await page.waitForSelector('.milestones > li');
    await page.keyboard.press('r');
    await page.waitForSelector('.log');
    expect(await page.locator('.record-mark').count()).toBe(0);
    expect(faults).toEqual([]);
    await leave();
  });

  test('the story goes through seven scenes, each at its hour, with the record beneath', async () => {
    const { page, faults, leave } = await bench.visit();
    await page.waitForSelector('.counter', { timeout: 30_000 });
    await page.getByRole('button', { name: 'Follow the story' }).click();
    await page.waitForSelector('.story .told .lead');
    expect(await page.locator('.story .scene').count()).toBe(7);
    for (let scene = 1; ; scene++) {
      await page.waitForFunction((at) => location.hash.includes(`panel=story${String(at)}`), scene);
      const told = await page.locator('.story .told').innerText();
      const clock = /, (\d\d:\d\d) Tokyo/.exec(told)?.[1];
      // Where the run has no such event the scene says so, and no hour is told.
      if (clock === undefined) expect(told).toMatch(/in this run\.|without a truce\./);
      else expect(await page.locator('.clocks').innerText()).toContain(clock);
      expect(told).toContain('On record:');
      if (scene === 7) break;
      await page.getByRole('button', { name: 'Next ›' }).click();
    }
    await page.goBack();
    await page.waitForFunction(() => location.hash.includes('panel=story6'));
    expect(faults).toEqual([]);
    await leave();
  });
});
