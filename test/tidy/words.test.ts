import { expect, test } from 'vitest';
import { filesUnder, textOf } from '../support/source-files.ts';

const TEXTS = filesUnder('.').filter((path) =>
  /\.(ts|js|mjs|json|md|ya?ml|csv|svg|txt)$/.test(path),
);
const SOURCES = TEXTS.filter((path) => /\.(ts|mjs|js)$/.test(path));

/** Lines of the files that match, as `path:line`. */
function linesWith(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${String(index + 1)}`] : [])),
  );
}

test.each([
  [
    'a path of somebody’s machine',
    /(^|[\s"'`(=:])(\/(home|root|work|tmp|Users)\/\w|[A-Z]:\\Users)/,
  ],
  ['an unmerged conflict', /^(<{7}|>{7}) /],
])('no file carries %s', (_what, pattern) => {
  expect(linesWith(TEXTS, pattern)).toEqual([]);
});

test.each([
  ['a note of work left undone', /\b(TODO|FIXME|X{3}|HACK)\b(?! \(#\d+\))/],
  ['a test that is switched off', /\b(it|test|describe)\.(skip|only|todo)\(/],
])('no source carries %s', (_what, pattern) => {
  const own = SOURCES.filter((path) => !path.startsWith('test/tidy/'));
  expect(linesWith(own, pattern)).toEqual([]);
});

test('the lock file records no download addresses', () => {
  expect(linesWith(['package-lock.json'], /"resolved": "https?:/)).toEqual([]);
});
