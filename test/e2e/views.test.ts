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
});
