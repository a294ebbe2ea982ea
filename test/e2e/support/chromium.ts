import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where distributions put Chromium or Chrome. */
const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** What is printed where the tests in a browser cannot run. */
export const NO_CHROMIUM =
  'No Chromium was found, so the tests in a browser are skipped. Name one with CHROME_PATH, or let the ' +
  'tests install the distribution’s with KHASAN_INSTALL_CHROMIUM=1.';

function usual(): string | null {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return USUAL.find((path) => existsSync(path)) ?? null;
}

/** Installs only where somebody asked for it: under CI, or by name. */
function install(): void {
  const isAsked = process.env['CI'] !== undefined || process.env['KHASAN_INSTALL_CHROMIUM'] === '1';
  if (!isAsked || process.platform !== 'linux') return;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const [command = '', ...rest] = [...asRoot, 'apt-get', ...words];
    spawnSync(command, rest, { stdio: 'ignore', timeout: 300_000 });
  }
}

let found: string | null | undefined;

/** Path of a Chromium, or null. Installs one at most once, and only where that was asked for. */
export function chromiumPath(): string | null {
  if (found !== undefined) return found;
  found = usual();
  if (found === null) {
    install();
    found = usual();
  }
  if (found === null) process.stdout.write(`${NO_CHROMIUM}\n`);
  return found;
}
