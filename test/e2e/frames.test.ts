import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openBench, reasonToSkip, type Bench } from './support/site.ts';

/**
 * Frame times of a pan, a play and a scrub of ten seconds each, printed with the renderer's name. They are
 * reported, not asserted: a timed test is no test. Run it alone: `KHASAN_FRAMES=1 npx vitest run test/e2e/frames.test.ts`.
 */
const reason = process.env['KHASAN_FRAMES'] === '1' ? reasonToSkip() : 'KHASAN_FRAMES is not set';
const MILLISECONDS = 10_000;
const EDGES = [17, 34, 50, 100, 200, Infinity] as const;

describe.skipIf(reason !== null)('frames', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(0);
  }, 120_000);
  afterAll(() => bench.close());

  test('are printed', async () => {
    const { page, leave } = await bench.visit('#/battle?lang=en', {
      reducedMotion: 'no-preference',
    });
    await page.waitForSelector('.counter');
    await page.waitForTimeout(2500);
    report('renderer', await rendererOf(page));
    const map = (await page.locator('#map').boundingBox())!;
    const middle = { x: map.x + map.width / 2, y: map.y + map.height / 2 };
    const pan = await during(
      page,
      async (share) => {
        const angle = share * 40;
        await page.mouse.move(middle.x + Math.cos(angle) * 120, middle.y + Math.sin(angle) * 80);
      },
      async () => {
        await page.mouse.move(middle.x + 120, middle.y);
        await page.mouse.down();
      },
    );
    await page.mouse.up();
    report('pan', told(pan));
    await page.keyboard.press(' ');
    const play = await during(page, () => page.waitForTimeout(50));
    await page.keyboard.press(' ');
    report('play', told(play));
    const bar = (await page.locator('.lane').last().boundingBox())!;
    const y = bar.y + bar.height / 2;
    const scrub = await during(
      page,
      async (share) => {
        await page.mouse.move(bar.x + bar.width * (0.1 + 0.8 * Math.abs(Math.sin(share * 9))), y);
      },
      async () => {
        await page.mouse.move(bar.x + bar.width * 0.1, y);
        await page.mouse.down();
      },
    );
    await page.mouse.up();
    report('scrub', told(scrub));
    expect(pan.length + play.length + scrub.length).toBeGreaterThan(0);
    await leave();
  }, 90_000);
});

/** Times between frames while something is done again and again. */
async function during(
  page: Page,
  act: (share: number) => Promise<void>,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<number[]> {
  await before();
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const tick = (now: number): void => {
      frames.push(now - last);
      last = now;
      if ((window as unknown as { khasanFrames?: number[] }).khasanFrames === frames)
        requestAnimationFrame(tick);
    };
    Object.assign(window, { khasanFrames: frames });
    requestAnimationFrame(tick);
  });
  const from = Date.now();
  for (let share = 0; share < 1; share = (Date.now() - from) / MILLISECONDS) await act(share);
  return page.evaluate(() => {
    const holder = window as unknown as { khasanFrames?: number[] };
    const frames = holder.khasanFrames ?? [];
    delete holder.khasanFrames;
    return frames.slice(1);
  });
}

function rendererOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl');
    const info = gl?.getExtension('WEBGL_debug_renderer_info');
    if (gl === null || info === null || info === undefined) return 'no WebGL';
    return String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL));
  });
}

/** Median, far quantiles, the longest, and how many frames fall between the edges. */
function told(frames: readonly number[]): string {
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  let low = 0;
  const bins = EDGES.map((edge) => {
    const count = frames.filter((each) => each > low && each <= edge).length;
    const name = edge === Infinity ? `over ${String(low)}` : `to ${String(edge)}`;
    low = edge;
    return `${name}: ${String(count)}`;
  });
  return `${String(frames.length)} frames, median ${at(0.5)}, 95th ${at(0.95)}, 99th ${at(0.99)}, longest ${at(1)} ms; ${bins.join(', ')}`;
}

function report(what: string, words: string): void {
  process.stdout.write(`${what}: ${words}\n`);
}
