#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stateOfBuild } from './build-stamp.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const state = stateOfBuild(root);

if (state === 'missing') {
  const remedy = existsSync(join(root, 'node_modules'))
    ? 'Build it with: npm run build'
    : 'Install and build it with: npm run build (needs network once)';
  process.stderr.write(`khasan: there is no build yet, so there is nothing to run.\n${remedy}\n`);
  process.exitCode = 3;
} else {
  if (state === 'stale') {
    process.stderr.write(
      'khasan: the sources have changed since the build; what runs is the old build.\n' +
        'Bring it up to date with: npm run build\n',
    );
  }
  const main = await load();
  process.exitCode = main === null ? 3 : await main(process.argv.slice(2));
}

/** The built command line; null, with a sentence, where the build or the packages are incomplete. */
async function load() {
  try {
    return (await import('../dist/cli/index.js')).main;
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    process.stderr.write(
      `khasan: the build or the installed packages are incomplete.\n${error.message}\n` +
        'Put both right with: npm run build\n',
    );
    return null;
  }
}
