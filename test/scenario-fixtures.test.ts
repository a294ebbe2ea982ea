import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  checkScenario,
  compileScenario,
  formatProblem,
  parseScenario,
  PROBLEM_CODES,
  resolveSetting,
  type Problem,
  type ScenarioSetting,
  type SourceFile,
} from '../src/scenario/index.ts';
import { FIXTURES, fixtureFiles, folderFiles, tinyFiles } from './support/tiny-scenario.ts';

/**
 * Mistakes of scenario authors, and what they are told. Each case `NAME.input.yaml` says how the tiny
 * scenario is spoilt; `NAME.problems.json` beside it holds the problems in full. A new case needs no code:
 * write the input, run this test twice, and read what the first run has stored.
 */
interface Edit {
  /** File of the tiny scenario; those of the record are `history/…`. */
  readonly file: string;
  /** Text to be replaced, which must be there, and what takes its place. Without it `with` is put at the end. */
  readonly replace?: string;
  readonly with?: string;
  /** How often `with` is written, `#` in it becoming 0, 1, 2 … */
  readonly times?: number;
  /** Whole new text of the file, which need not exist. */
  readonly text?: string;
  /** Bytes put at the end of the file, in hexadecimal digits. */
  readonly bytes?: string;
  readonly remove?: true;
}

interface Case {
  /** The mistake, in a sentence. */
  readonly about: string;
  readonly edits?: readonly Edit[];
  /** Settings from outside; with them the scenario is compiled instead of checked. */
  readonly settings?: readonly string[];
}

const TINY = [...tinyFiles(), ...fixtureFiles('tiny/history', 'history/')];
const CASES = readdirSync(join(FIXTURES, 'scenario'))
  .filter((name) => name.endsWith('.input.yaml'))
  .map((name) => name.replace('.input.yaml', ''))
  .sort();

/** Answers stored before this run. */
const STORED = readdirSync(join(FIXTURES, 'scenario'));

function readCase(name: string): Case {
  return parse(readFileSync(join(FIXTURES, 'scenario', `${name}.input.yaml`), 'utf8')) as Case;
}

function edited(files: readonly SourceFile[], edit: Edit): SourceFile[] {
  const others = files.filter((file) => file.path !== edit.file);
  if (edit.remove === true) return others;
  const before = files.find((file) => file.path === edit.file)?.text ?? '';
  const start = edit.text ?? before;
  const at = edit.replace === undefined ? start.length : start.indexOf(edit.replace);
  if (at < 0) throw new Error(`"${edit.replace ?? ''}" is not in ${edit.file}`);
  const inserted = Array.from({ length: edit.times ?? 1 }, (_, n) =>
    (edit.with ?? '').replaceAll('#', String(n)),
  ).join('');
  const text = start.slice(0, at) + inserted + start.slice(at + (edit.replace ?? '').length);
  const tail = Buffer.from(edit.bytes ?? '', 'hex');
  return [
    ...others,
    { path: edit.file, text, bytes: Buffer.concat([Buffer.from(text, 'utf8'), tail]) },
  ];
}

function problemsOf(input: Case): readonly Problem[] {
  let files: readonly SourceFile[] = TINY;
  for (const edit of input.edits ?? []) files = edited(files, edit);
  const isHistory = (file: SourceFile): boolean => file.path.startsWith('history/');
  const own = files.filter((file) => !isHistory(file));
  if (input.settings !== undefined) return settingProblems(own, input.settings);
  return checkScenario(own, files.filter(isHistory)).problems;
}

function settingProblems(files: readonly SourceFile[], texts: readonly string[]): Problem[] {
  const parsed = parseScenario(files);
  const { model } = compileScenario(parsed);
  if (model === undefined) throw new Error('the tiny scenario does not compile');
  const problems: Problem[] = [];
  const scenario: ScenarioSetting[] = [];
  for (const text of texts) {
    const resolved = resolveSetting(model, text, ['M01', 'M02', 'M13']);
    if (!resolved.ok) problems.push(resolved.problem);
    else if (resolved.setting.kind === 'scenario') scenario.push(resolved.setting);
  }
  return [...problems, ...compileScenario(parsed, scenario).problems];
}

test('khasan-1938 has no problem', () => {
  const { problems } = checkScenario(
    folderFiles('scenarios/khasan-1938'),
    folderFiles('history', 'history/'),
  );
  expect(problems.map(formatProblem)).toEqual([]);
});

test('the tiny scenario has no problem', () => {
  expect(problemsOf({ about: 'nothing' })).toEqual([]);
});

const ANSWERS = new Map(CASES.map((name) => [name, problemsOf(readCase(name))]));

describe('mistakes', () => {
  test.each(CASES)('%s', async (name) => {
    const problems = ANSWERS.get(name)!;
    expect(problems.length).toBeGreaterThan(0);
    const text = `${JSON.stringify(problems, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(join(FIXTURES, 'scenario', `${name}.problems.json`));
    // A new case is written and fails once, so that somebody reads what it says.
    expect(STORED, 'no stored answer').toContain(`${name}.problems.json`);
  });
});

test('every kind of problem has a case', () => {
  const seen = new Set<string>();
  for (const problems of ANSWERS.values()) for (const { code } of problems) seen.add(code);
  expect(Object.keys(PROBLEM_CODES).filter((code) => !seen.has(code))).toEqual([]);
});
