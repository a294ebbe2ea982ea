import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from '../../src/scenario/index.ts';

/** Folder of the stored cases of the scenario room. */
export const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));

/** Text files of a folder of the project, by name. `prefix` is put before each name. */
export function folderFiles(folder: string, prefix = ''): SourceFile[] {
  const path = join(FIXTURES, '../..', folder);
  return readdirSync(path)
    .filter((name) => /\.(yaml|csv)$/.test(name))
    .sort()
    .map((name) => ({ path: prefix + name, text: readFileSync(join(path, name), 'utf8') }));
}

/** Text files of a folder under `test/fixtures`. */
export function fixtureFiles(folder: string, prefix = ''): SourceFile[] {
  return folderFiles(join('test/fixtures', folder), prefix);
}

/** Files of the tiny scenario: six by six hexes, two sides, one hill. */
export function tinyFiles(): SourceFile[] {
  return fixtureFiles('tiny');
}
