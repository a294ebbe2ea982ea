import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STAMP_FILE, hashOfSources, stateOfBuild } from '../bin/build-stamp.js';

/**
 * Makes a fresh clone ready to run: checks Node, installs the locked packages, builds. Uses nothing
 * but what Node and npm bring, since it runs before anything is installed. Says nothing when there is
 * nothing to do.
 *
 *   node tools/setup.mjs            install if needed
 *   node tools/setup.mjs --build    and build if needed
 *   node tools/setup.mjs --build --force   and build in any case
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const NODE_WANTED = [20, 19];

function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const enough = major > NODE_WANTED[0] || (major === NODE_WANTED[0] && minor >= NODE_WANTED[1]);
  if (enough) return;
  stop(
    `Khasan needs Node ${NODE_WANTED.join('.')} or newer; this is Node ${process.versions.node}.\n` +
      'Install a current Node from https://nodejs.org and try again.',
  );
}

/** Whether `node_modules` holds exactly the locked versions (packages for other platforms may lack). */
function isInstalled() {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

function install() {
  say('Installing the locked packages (once, needs network) …');
  // A single command line, because npm is a script that Windows starts only through its shell.
  const { status } = spawnSync('npm ci --no-audit --no-fund --loglevel=error', {
    cwd: root,
    shell: true,
    stdio: ['ignore', 2, 2],
  });
  if (status === 0) return;
  stop(
    'The packages could not be installed. Most often the package registry cannot be reached:\n' +
      'check the network or the proxy (npm config get registry), then run: npm ci',
  );
}

function build() {
  const sources = hashOfSources(root);
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-b', 'src/cli'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    // Before the tests the errors are not the end: `check` names and counts them as a failed step.
    if (process.env.npm_lifecycle_event === 'pretest') return;
    stop('The build failed; the compiler says why above.');
  }
  const site = spawnSync(process.execPath, [join(root, 'tools/site.mjs')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (site.status !== 0) {
    if (process.env.npm_lifecycle_event === 'pretest') return;
    stop('The explorer could not be built; the reason stands above.');
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, STAMP_FILE), `${JSON.stringify({ sources })}\n`);
}

checkNode();
if (!isInstalled()) install();
if (process.argv.includes('--build')) {
  const state = stateOfBuild(root);
  if (state !== 'fresh') say(state === 'missing' ? 'Building …' : 'Building what has changed …');
  if (state !== 'fresh' || process.argv.includes('--force')) build();
}
