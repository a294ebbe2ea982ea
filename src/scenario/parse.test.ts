import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tinyFiles } from '../../test/support/tiny-scenario.ts';
import { checkScenario } from './check.ts';
import { compileScenario } from './compile.ts';
import { parseScenario } from './parse.ts';
import { formatProblem, hasErrors, sortProblems, type Problem } from './problem.ts';
import { locate, readSource, type SourceFile } from './source.ts';

const FILES = tinyFiles();

test('a problem is written as path:line:column code message', () => {
  const problem: Problem = {
    path: 'map.yaml',
    line: 3,
    column: 7,
    code: 'unknown-id',
    severity: 'error',
    message: 'There is no hill "x".',
    remedy: 'Did you mean "y"?',
  };
  expect(formatProblem(problem)).toBe('map.yaml:3:7 unknown-id There is no hill "x".');
  expect(sortProblems([problem, problem], [])).toEqual([problem]);
});

describe('where a value stands', () => {
  const text = 'list:\n  - id: a\n    at: [1, 2]\nother: &o { x: 5 }\nagain: *o\n';
  const { source } = readSource({ path: 'f.yaml', text });
  test.each([
    [['list'], 'key', 1, 1],
    [['list'], 'value', 2, 3],
    [['list', 0, 'at'], 'key', 3, 5],
    [['list', 0, 'at', 1], 'value', 3, 13],
    [['list', 0, 'nothing'], 'key', 2, 5],
    [['other', 'x'], 'value', 4, 16],
    [['again', 'x'], 'value', 4, 16],
    [['nothing', 'at', 'all'], 'key', 1, 1],
    [[], 'value', 1, 1],
  ] as const)('%j %s', (at, what, line, column) => {
    expect(locate(source!, at, what)).toEqual({ path: 'f.yaml', line, column });
  });
});

describe('UTF-8', () => {
  test.each([
    ['plain', '78', true],
    ['Cyrillic, Japanese, a sign beyond the basic plane', 'd0a5e6b996f09f8c8a', true],
    ['an old eight-bit letter', 'c7', false],
    ['an overlong form', 'c0af', false],
    ['half a pair', 'eda080', false],
    ['a cut sequence', 'e6b9', false],
    ['a zero', '00', false],
  ])('%s', (_, hex, ok) => {
    const bytes = Buffer.from(`6e6f7465203a20${hex}`, 'hex');
    const { problems } = readSource({ path: 'f.yaml', text: 'note: x', bytes });
    expect(problems.every((problem) => problem.code !== 'not-utf8')).toBe(ok);
  });
});

/** The tiny scenario with one slip: a line lost or doubled, or a word of one line put into another. */
function slip(file: number, line: number, kind: number, word: string): SourceFile[] {
  return FILES.map((source, index) => {
    if (index !== file % FILES.length) return source;
    const lines = source.text.split('\n');
    const at = line % lines.length;
    const old = lines[at]!;
    if (kind === 0) lines.splice(at, 1);
    else if (kind === 1) lines.splice(at, 0, old);
    else if (kind === 2) lines[at] = old.replace(/[^ :]+$/, word);
    else lines[at] = word + old;
    return { path: source.path, text: lines.join('\n') };
  });
}

test('no slip of the pen makes the checker fall over, and what it passes compiles', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '',
      '-1',
      '1e9',
      '.inf',
      '.nan',
      'null',
      '[]',
      '{}',
      '[1, 2]',
      '*a',
      '~',
      '__proto__',
    ),
    fc.constantFrom(
      'hill',
      'jp.post',
      '1938-07-05',
      '9999-12-31T23:59+00:00',
      '"',
      "'",
      '\t',
      '- ',
    ),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat({ max: 3 }), word, (file, line, kind, text) => {
      const files = slip(file, line, kind, text);
      const checked = checkScenario(files, []);
      const { model, problems } = compileScenario(parseScenario(files));
      expect(model === undefined).toBe(hasErrors(problems));
      // The record is missing here, so the check always has something to say.
      expect(checked.ok).toBe(false);
    }),
    { seed: 1938, numRuns: 60 },
  );
});
