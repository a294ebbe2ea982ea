import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBench, reasonToSkip, type Bench } from './support/site.ts';

const reason = reasonToSkip();

describe.skipIf(reason !== null)('what if, in a browser', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(0);
  }, 120_000);
  afterAll(() => bench.close());

  test('a switch is chosen, pairs are played, the difference is told; a link holds the choice', async () => {
    const { page, faults, leave } = await bench.visit('#/whatif?lang=en&pairs=4');
    await page.getByLabel('Acts before their paper').check();
    await page.waitForFunction(() => location.hash.includes('sw=M05'));
    await page.getByRole('button', { name: 'Play 4 pairs' }).click();
    await page.waitForFunction(() => document.body.textContent.includes('4 of 4 pairs'), null, {
      timeout: 60_000,
    });
    await page.locator('.tray select').selectOption('unauthorised.jp');
    await page.waitForSelector('.difference svg, .difference text');
    // What stands there at first is the answer of the measure before.
    await page.waitForFunction(() => location.hash.includes('m=unauthorised.jp'));
    expect(await page.locator('.answer .unseen').innerText()).toMatch(
      /^Acts before their paper switched off: .*95 % interval/,
    );
    expect(await page.locator('.answer').innerText()).toMatch(/\d of 4 pairs/);
    const url = page.url();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(() => !location.hash.includes('sw='));
    expect(faults).toEqual([]);
    await leave();
    const other = await bench.visit(url.slice(url.indexOf('#')));
    // The link is read once the scenario is there.
    await other.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.switches input:checked') !== null,
    );
    expect(await other.page.getByLabel('Acts before their paper').isChecked()).toBe(true);
    expect(await other.page.locator('.tray select').inputValue()).toBe('unauthorised.jp');
    await other.leave();
  }, 120_000);

  test('a ready question that changes files is answered too, and a changed run opens on the map', async () => {
    const { page, faults, leave } = await bench.visit('#/whatif?lang=en&pairs=2');
    await page.getByRole('radio', { name: 'nobody removed, half' }).check();
    await page.getByRole('button', { name: 'Play 2 pairs' }).click();
    await page.waitForFunction(() => document.body.textContent.includes('2 of 2 pairs'), null, {
      timeout: 60_000,
    });
    await page.locator('.tray select').selectOption('losses.jp.casualties');
    await page.getByText('Pairs that differ most').click();
    await page.getByRole('button', { name: 'changed' }).first().click();
    await page.waitForSelector('.counter', { timeout: 30_000 });
    expect(page.url()).toContain('set=question:purge-cost');
    expect(await page.locator('.notice').innerText()).toBe('');
    expect(faults).toEqual([]);
    await leave();
  }, 120_000);

  test('who chooses before the run has come keeps his choice', async () => {
    const { page, faults, leave } = await bench.visit('#/whatif?lang=en');
    await page.route('**/data/film.json', async (route) => {
      await page.getByRole('radio', { name: 'leave to use force', exact: true }).check();
      await route.continue();
    });
    await page.reload();
    await page.waitForFunction(() => location.hash.includes('sw='), null, { timeout: 20_000 });
    expect(page.url()).toContain('tokyo-granted');
    await page.getByRole('button', { name: /^Play \d+ pairs$/ }).click({ trial: true });
    // What was on its way when the page was loaded again was broken off.
    expect(faults.filter((fault) => !fault.startsWith('failed:'))).toEqual([]);
    await leave();
  }, 60_000);

  test('the measure of a link stands beside its switches before the run has come', async () => {
    const { page, leave } = await bench.visit('#/whatif?lang=en&sw=M05&m=unauthorised.jp');
    let shown = '';
    await page.route('**/data/film.json', async (route) => {
      shown = await page.locator('.tray select').inputValue();
      await route.continue();
    });
    await page.reload();
    await page.waitForFunction(() => location.hash.includes('m=unauthorised.jp'));
    await page.locator('.tray select').waitFor();
    await expect.poll(() => shown, { timeout: 20_000 }).toBe('unauthorised.jp');
    expect(await page.locator('.tray select').inputValue()).toBe('unauthorised.jp');
    await leave();
  }, 60_000);

  test('a worker that dies in mid-batch is replaced, and its rows are kept', async () => {
    const { page, leave } = await bench.visit('#/whatif?lang=en&pairs=12&sw=M05');
    await page.getByRole('button', { name: 'Play 12 pairs' }).click();
    const done = (): Promise<number> =>
      page.evaluate(() => document.querySelector('progress')?.value ?? 0);
    await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) >= 2, null, {
      timeout: 40_000,
    });
    const before = await done();
    await Promise.all(
      page.workers().map((worker) => worker.evaluate('self.close()').catch(() => undefined)),
    );
    await page.waitForFunction(() => document.body.textContent.includes('went silent'), null, {
      timeout: 30_000,
    });
    expect(await done()).toBeGreaterThanOrEqual(before);
    await page.waitForFunction(
      (least) => (document.querySelector('progress')?.value ?? 0) > least,
      await done(),
      { timeout: 40_000 },
    );
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.waitForFunction(() => document.body.textContent.includes('are kept'));
    await leave();
  }, 150_000);

  test('a huge batch asks first; a link that cannot be read says which part', async () => {
    const { page, leave } = await bench.visit('#/whatif?lang=en&sw=M05,M99&pairs=50000');
    await page.getByText('names a switch that is not here: M99').waitFor();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.getByRole('button', { name: 'Play 50000 pairs' }).click();
    expect(asked).toEqual([expect.stringMatching(/50000 pairs take about \d+ minutes/)]);
    expect(await page.locator('progress').count()).toBe(0);
    await leave();
    const other = await bench.visit('#/battle?lang=en&panel=moon&pairs=many');
    await other.page.waitForSelector('.counter', { timeout: 30_000 });
    const notice = await other.page.locator('.notice').innerText();
    for (const part of ['panel=moon', 'pairs=many']) expect(notice).toContain(part);
    await other.leave();
  }, 60_000);
});
