import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Tells whether `dist/` was built from the sources that lie beside it. Contents are hashed, not times
 * compared: a clone, a checkout or a copy sets times that mean nothing.
 */
export const STAMP_FILE = 'dist/build-stamp.json';

/** Hash of everything the build reads: sources without tests, compiler settings, locked packages. */
export function hashOfSources(root) {
  const hash = createHash('sha256');
  const files = [
    'package-lock.json',
    'tsconfig.base.json',
    'tools/site.mjs',
    ...sourcesUnder(root, 'src'),
  ];
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function sourcesUnder(root, folder) {
  const found = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...sourcesUnder(root, path));
    else if (/\.(tsx?|json|css|html)$/.test(entry.name) && !entry.name.endsWith('.test.ts'))
      found.push(path);
  }
  return found.sort();
}

/** `missing` (nothing built), `stale` (built from other sources), or `fresh`. */
export function stateOfBuild(root) {
  if (!existsSync(join(root, 'dist/cli/index.js'))) return 'missing';
  // An installed package carries the build alone; there is nothing it could be older than.
  if (!existsSync(join(root, 'src'))) return 'fresh';
  const stamp = join(root, STAMP_FILE);
  if (!existsSync(stamp)) return 'stale';
  return JSON.parse(readFileSync(stamp, 'utf8')).sources === hashOfSources(root)
    ? 'fresh'
    : 'stale';
}
