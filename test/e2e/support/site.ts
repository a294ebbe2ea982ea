import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { writeSiteData, writeSiteRows } from '../../../src/cli/site-data.ts';
import { openSession } from '../../../src/cli/session.ts';
import { simulate } from '../../../src/experiment/one-run.ts';
import { MEASURES } from '../../../src/record/index.ts';
import { startServer, type SiteServer } from '../../../src/server/index.ts';
import { ROOT } from '../../support/source-files.ts';
import { chromiumPath } from './chromium.ts';

const BUILT = join(ROOT, 'dist/site');
const { version: VERSION } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
};

/** Why the tests in a browser cannot run here, or null. */
export function reasonToSkip(): string | null {
  if (!existsSync(join(BUILT, 'index.html'))) return 'the explorer is not built';
  return chromiumPath() === null ? 'there is no Chromium' : null;
}

/** The built page with data of its own, served, and a browser. */
export interface Bench {
  readonly address: string;
  /** A page in a context of its own, at an address of the site. Notes all that a visitor should not meet. */
  readonly visit: (hash?: string, options?: BrowserContextOptions) => Promise<Visit>;
  readonly close: () => Promise<void>;
}

export interface Visit {
  readonly page: Page;
  /** Errors of scripts, reports of the policy, requests that left the site, requests that failed. */
  readonly faults: string[];
  readonly leave: () => Promise<void>;
}

/** @param runs runs in the shipped table; none for a site on which nothing has been played. */
export async function openBench(runs: number): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'khasan-site-'));
  cpSync(BUILT, folder, { recursive: true, filter: (path) => !path.endsWith('/data') });
  await writeSiteData(VERSION, folder);
  if (runs > 0) writeRows(folder, runs);
  const server: SiteServer = await startServer({ folder, port: 0 });
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath()!,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  return {
    address: server.address,
    visit: (hash = '', options = {}) => visit(browser, server.address, hash, options),
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeRows(folder: string, runs: number): void {
  const session = openSession('khasan-1938', []);
  const measureIds = MEASURES.map(({ id }) => id);
  const rows = Array.from({ length: runs }, (_, run) => {
    const result = simulate(session.model, { seed: run + 1, from: 'free' });
    const values = measureIds.map((id) => result.measures[id] ?? null);
    const { hash, events, endTick } = result;
    return { run, seed: run + 1, hash, events, endTick, milliseconds: 0, values };
  });
  const result = { rows, failures: [] } as unknown as Parameters<typeof writeSiteRows>[3];
  const batch = { measureIds } as unknown as Parameters<typeof writeSiteRows>[2];
  writeSiteRows(session, VERSION, batch, result, [], folder);
}

async function visit(
  browser: Browser,
  address: string,
  hash: string,
  options: BrowserContextOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    // What the page itself has made is an address of its own origin.
    const url = request.url().replace(/^blob:/, '');
    if (!url.startsWith(address)) faults.push(`left the site: ${url}`);
  });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { khasanShifts: shifts, khasanReports: [] as string[] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as unknown as {
          value: number;
          hadRecentInput: boolean;
        };
        if (!hadRecentInput) shifts.push(value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { khasanReports: string[] }).khasanReports.push(
        event.violatedDirective,
      );
    });
  });
  await page.goto(`${address}${hash}`);
  return { page, faults, leave: () => context.close() };
}
