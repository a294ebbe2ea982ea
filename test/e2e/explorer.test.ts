import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openBench, reasonToSkip, type Bench } from './support/site.ts';

const reason = reasonToSkip();
const LINK = '#/battle?v=1&run=1&t=1938-07-21T14:00Z&lang=en';
/** A night of many papers, so that some have words beside them, and of an act ahead of its own. */
const NIGHT = '#/battle?v=1&run=39&t=1938-07-28T07:00Z&lang=en';

/** Waits until the run is on the map, or whatever stands for it. */
async function shown(page: Page): Promise<void> {
  await page.waitForSelector('.counter, .contact, .board table', { timeout: 30_000 });
}

const clock = (page: Page): Promise<string> => page.locator('.clocks').innerText();

describe.skipIf(reason !== null)('the explorer in a browser', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(0);
  }, 120_000);
  afterAll(() => bench.close());

  test('opens on the map, keeps to its origin and its policy, and nothing moves', async () => {
    const { page, faults, leave } = await bench.visit();
    await shown(page);
    await page.waitForTimeout(900);
    expect(await page.locator('.cartouche h1').innerText()).toContain('Lake Khasan, 1938');
    expect(await page.locator('.standing').innerText()).toContain('A model, not a history.');
    expect(await page.locator('.counter').count()).toBeGreaterThan(5);
    expect(await page.locator('.counter.side0').count()).toBeGreaterThan(0);
    expect(await page.locator('.counter.side1').count()).toBeGreaterThan(0);
    expect(await page.locator('[data-layer="lines"] path').count()).toBeGreaterThan(1);
    const { shifts, reports } = await page.evaluate(() => {
      const found = window as unknown as { khasanShifts: number[]; khasanReports: string[] };
      return { shifts: found.khasanShifts, reports: found.khasanReports };
    });
    expect(reports).toEqual([]);
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBe(0);
    expect(faults).toEqual([]);
    await leave();
  });

  test('Space plays from the first day, and stops', async () => {
    const { page, leave } = await bench.visit();
    await shown(page);
    await page.locator('#panel').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press(' ');
    await page.waitForFunction(() =>
      /[2-9] July/.test(document.querySelector('.clocks')?.textContent ?? ''),
    );
    await page.keyboard.press(' ');
    const at = await clock(page);
    await page.waitForTimeout(400);
    expect(await clock(page)).toBe(at);
    await leave();
  });

  test('the time bar is dragged over, and steps from event to event', async () => {
    const { page, leave } = await bench.visit(LINK);
    await shown(page);
    const before = await clock(page);
    const lane = (await page.locator('.lane').nth(1).boundingBox())!;
    await page.mouse.move(lane.x + lane.width * 0.2, lane.y + 20);
    await page.mouse.down();
    await page.mouse.move(lane.x + lane.width * 0.6, lane.y + 20, { steps: 8 });
    await page.mouse.up();
    const after = await clock(page);
    expect(after).not.toBe(before);
    await page.getByRole('button', { name: 'Next event' }).click();
    expect(await clock(page)).not.toBe(after);
    await page.getByRole('slider').focus();
    await page.keyboard.press('Home');
    expect(await clock(page)).toContain('1 July 1938');
    await leave();
  });

  test('an office sees only what it knows; compared, one sees what it does not', async () => {
    const { page, leave } = await bench.visit(LINK);
    await shown(page);
    await page.keyboard.press('5');
    await page.waitForSelector('.contact');
    expect(await page.locator('.counter.side0').count()).toBe(0);
    expect(await page.locator('.outline').count()).toBe(0);
    expect(await page.locator('.eyes-note').innerText()).toContain('19th Division');
    await page.keyboard.press('x');
    await page.waitForSelector('.outline.side0');
    expect(await page.locator('.eyes-note').innerText()).toMatch(/places where an enemy stands/);
    await page.keyboard.press('t');
    await page.waitForSelector('.counter.side0');
    expect(await page.locator('.contact').count()).toBe(0);
    await leave();
  });

  test('a link shows somebody else the same, and keeps what it does not know', async () => {
    const { page, leave } = await bench.visit(LINK);
    await shown(page);
    await page.keyboard.press('5');
    await page.locator('.log-words').first().click();
    await page.waitForFunction(() => location.hash.includes('sel=ev'));
    const url = `${page.url()}&newer=thing`;
    const words = await page.locator('.why .lead').innerText();
    const at = await clock(page);
    await leave();
    const other = await bench.visit(url.slice(url.indexOf('#')));
    await other.page.waitForSelector('.why .lead');
    expect(await other.page.locator('.why .lead').innerText()).toBe(words);
    expect(await clock(other.page)).toBe(at);
    expect(await other.page.locator('.eyes-note').innerText()).toContain('19th Division');
    await other.page.keyboard.press('t');
    await other.page.waitForFunction(() => !location.hash.includes('eyes='));
    expect(other.page.url()).toContain('newer=thing');
    await other.leave();
  });

  test('a link that is wrong opens what can be opened and says what was left out', async () => {
    const { page, leave } = await bench.visit('#/battle?run=1&eyes=nobody&c=1,2&sel=moon:1');
    await shown(page);
    const notice = await page.locator('.notice').innerText();
    for (const part of ['eyes=nobody', 'c=1,2', 'sel=moon:1']) expect(notice).toContain(part);
    await leave();
  });

  test('Back and Forward undo and redo what was done on purpose', async () => {
    const { page, leave } = await bench.visit(LINK);
    await shown(page);
    await page.keyboard.press('5');
    await page.waitForSelector('.contact');
    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await page.waitForSelector('.page.runs');
    await page.goBack();
    await page.waitForSelector('.contact');
    await page.goBack();
    await page.waitForSelector('.counter.side0');
    expect(await page.locator('.contact').count()).toBe(0);
    await page.goForward();
    await page.waitForSelector('.contact');
    await leave();
  });

  test('what the page fills in by itself makes no step of the history', async () => {
    const { page, leave } = await bench.visit(LINK);
    await shown(page);
    await page.keyboard.press('5');
    await page.waitForSelector('.contact');
    // As though the first entry had been made by hand, without all that the page writes into it.
    await page.goBack();
    await page.waitForSelector('.counter.side0');
    await page.evaluate(() => {
      history.replaceState(null, '', location.hash.replace(/&scenario=[^&]*/, ''));
    });
    await page.goForward();
    await page.waitForSelector('.contact');
    await page.goBack();
    await page.waitForSelector('.contact', { state: 'detached' });
    await page.goForward();
    await page.waitForSelector('.contact');
    await leave();
  });

  test('the keyboard reaches everything, and the map has a cursor that speaks', async () => {
    const { page, leave } = await bench.visit(LINK);
    await shown(page);
    const stops = new Set<string>();
    for (let press = 0; press < 90; press++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const { activeElement: at } = document;
        return `${at?.tagName ?? ''}#${at?.id ?? ''}.${at?.getAttribute('role') ?? ''}`;
      });
      if (stop.startsWith('BODY')) break;
      stops.add(stop);
    }
    expect([...stops]).toEqual(
      expect.arrayContaining([
        'DIV#map.application',
        'DIV#.slider',
        expect.stringMatching(/^INPUT/),
      ]),
    );
    await page.locator('#map').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('path.cursor');
    expect(await page.locator('#spoken-map').innerText()).not.toBe('');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.card');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.log');
    await leave();
  });

  test('the table says what the map shows', async () => {
    const { page, leave } = await bench.visit(LINK);
    await shown(page);
    const onMap = await page.locator('.counter .figures').allTextContents();
    await page.keyboard.press('b');
    await page.waitForSelector('.board tbody tr');
    const cells = await page.locator('.board td.figure').allTextContents();
    const sum = (texts: string[]): number =>
      texts.reduce((total, text) => total + (Number(text.replace(/\D/g, '')) || 0), 0);
    // Stacks outside the view are not drawn, so the table can only hold more.
    expect(sum(cells)).toBeGreaterThanOrEqual(sum(onMap));
    expect(sum(onMap)).toBeGreaterThan(0);
    await leave();
  });

  test('a phone shows it without scrolling sideways, with buttons for a thumb', async () => {
    const { page, leave } = await bench.visit(LINK, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    await shown(page);
    const size = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(size).toBeLessThanOrEqual(390);
    for (const name of ['Play', 'Next event', 'Event before']) {
      const box = (await page.getByRole('button', { name, exact: true }).boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    }
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    await leave();
  });

  test('it speaks English and Russian', async () => {
    const { page, leave } = await bench.visit(LINK);
    await shown(page);
    await page.getByRole('button', { name: 'Language: РУ, Русский' }).click();
    await page.waitForFunction(() => document.documentElement.lang === 'ru');
    expect(await page.locator('.standing').innerText()).toContain('Это модель, а не история.');
    expect(await page.locator('.log').innerText()).toContain('июля');
    await page.waitForFunction(() =>
      document.querySelector('.lettering')?.textContent.includes('Заозёрная'),
    );
    expect(page.url()).toContain('run=1');
    await leave();
  });

  test('the Wire is drawn about the present moment, and its marks open', async () => {
    const { page, faults, leave } = await bench.visit(`${NIGHT}&view=wire`);
    await page.waitForSelector('.wire-chart [data-event]');
    const words = page.locator('.wire-chart [data-event] text').first();
    await words.click();
    await page.waitForSelector('.why');
    expect(faults).toEqual([]);
    await leave();
  });

  test('an act ahead of its paper is found on the Wire, with its author and by how long', async () => {
    const { page, faults, leave } = await bench.visit(`${NIGHT}&view=wire`);
    const bar = page.locator('.wire-chart [data-event] text', { hasText: /before leave/ }).first();
    await bar.waitFor();
    const words = (await bar.textContent()) ?? '';
    expect(words).toMatch(/^.+: (orders )?[a-z-]+ .+, [\d¼½¾]+ (h|days) before leave/);
    await bar.click();
    await page.waitForSelector('.why dd');
    const author = words.replace(/: .*/, '');
    expect(await page.locator('.why dd').first().innerText()).toContain(author);
    expect(faults).toEqual([]);
    await leave();
  });

  test('in Russian no view tells its finding, its measures or its units in English', async () => {
    const { page, faults, leave } = await bench.visit('#/battle?lang=ru&view=wire&sel=unit:17');
    await page.waitForSelector('.wire .finding');
    const texts = [
      await page.locator('.wire .finding').innerText(),
      await page.locator('.wire-chart').innerText(),
      await page.locator('.card h3').innerText(),
    ];
    await page.locator('nav a').nth(1).click();
    await page.waitForSelector('.page.runs select');
    texts.push((await page.locator('.pick select option').allInnerTexts()).join(' '));
    // What keeps its letters in every language: the clock, a tank, a mark.
    const latin = texts
      .join('\n')
      .replace(/UTC|\bln\b/g, '')
      .match(/[A-Za-z]{2,}/g);
    expect(latin).toBeNull();
    expect(faults).toEqual([]);
    await leave();
  });

  test('names stand in the language a reader chooses, and the link keeps it', async () => {
    const { page, faults, leave } = await bench.visit('#/battle?lang=en&names=ja');
    const label = page.locator('.lettering text', { hasText: '張鼓峰' });
    await label.waitFor({ timeout: 10_000 });
    // Without the language of the letters a Han sign comes out in another country's form.
    expect(await page.locator('.lettering').getAttribute('lang')).toBe('ja');
    expect(await page.locator('.eyes .choices').innerText()).toContain('第19師団');
    await page.getByRole('button', { name: /Layers/ }).click();
    await page.locator('.names-choice select').selectOption('ko');
    await page.locator('.lettering text', { hasText: '장고봉' }).waitFor();
    await page.waitForFunction(() => location.hash.includes('names=ko'));
    // A place without a Korean name keeps its English one.
    expect(await page.locator('.lettering').textContent()).toContain('Podgornaya');
    expect(faults).toEqual([]);
    await leave();
  });

  test('where nothing has been played, the page of runs says so', async () => {
    const { page, leave } = await bench.visit('#/runs?lang=en');
    await page.waitForSelector('.empty');
    expect(await page.locator('.empty').innerText()).toContain('npm start');
    expect(await page.locator('.histogram').count()).toBe(0);
    await leave();
  });
});
