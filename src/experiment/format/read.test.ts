import { describe, expect, it } from 'vitest';
import { tinyFiles } from '../../../test/support/tiny-scenario.ts';
import { compileScenario, parseScenario, type SourceFile } from '../../scenario/index.ts';
import { drawIndex, LUCK_FOR } from '../statistics/luck.ts';
import type { Experiment } from './experiment.ts';
import { readExperiment, type ReadOptions, type ScenarioFinder } from './read.ts';

const parsed = parseScenario(tinyFiles());
const { model } = compileScenario(parsed);

const find: ScenarioFinder = (name) => {
  if (name === 'tiny') return { parsed, model: model! };
  return { code: 'unknown-id', message: `There is no scenario "${name}".`, remedy: 'Use tiny.' };
};

const GOOD = [
  'format: khasan.experiment/1',
  'id: haste',
  'title: Does haste pay?',
  'scenario: tiny',
  'runs: 20',
  'design: {kind: one-at-a-time}',
  'factors:',
  '  - {id: haste, setting: param:decision.speed, unit: factor, levels: [1, 0.5, 2]}',
  '  - {id: resolve, setting: scenario:sides.su.groundResolve, distribution: {kind: uniform, low: 0.2, high: 0.9}}',
  'measures:',
  '  - losses.su.killed',
  '  - {measure: first.shot, until: 1938-07-09T00:00+09:00}',
];

const read = (lines: readonly string[], options: ReadOptions = {}) => {
  const file: SourceFile = { path: 'haste.yaml', text: `${lines.join('\n')}\n` };
  return readExperiment(file, find, options);
};
const good = (lines: readonly string[], options: ReadOptions = {}): Experiment => {
  const { experiment, problems } = read(lines, options);
  expect(problems).toEqual([]);
  return experiment!;
};
/** The good file with the line that begins so replaced, or with a line at the end. */
const withLine = (start: string, line: string): string[] =>
  start === '' ? [...GOOD, line] : GOOD.map((each) => (each.startsWith(start) ? line : each));

describe('an experiment that can be run', () => {
  it('has its variants laid out, the reference first', () => {
    const { variants, runs, luck, measures } = good(GOOD);
    expect(variants.map(({ id, settings }) => [id, ...settings])).toEqual([
      ['reference', 'param:decision.speed=1', 'scenario:sides.su.groundResolve=0.55'],
      ['haste=0.5', 'param:decision.speed=0.5', 'scenario:sides.su.groundResolve=0.55'],
      ['haste=2', 'param:decision.speed=2', 'scenario:sides.su.groundResolve=0.55'],
      ['resolve=0.235', 'param:decision.speed=1', 'scenario:sides.su.groundResolve=0.235'],
      ['resolve=0.865', 'param:decision.speed=1', 'scenario:sides.su.groundResolve=0.865'],
    ]);
    expect([runs, luck]).toEqual([20, 'paired']);
    expect(measures.map(({ id, cap }) => [id, cap])).toEqual([
      ['losses.su.killed', null],
      ['first.shot', 192],
    ]);
  });

  it.each([
    ['design: {kind: latin-hypercube, points: 7}', 7, 'p0001'],
    ['design: {kind: sobol, points: 8}', 32, 's0001.a'],
    ['design: {kind: morris, walks: 5}', 15, 'w001.0'],
  ])('%s has %i variants', (design, count, first) => {
    const { variants } = good(withLine('design', design));
    expect(variants).toHaveLength(count);
    expect(variants[0]?.id).toBe(first);
    for (const { levels } of variants) {
      expect([1, 0.5, 2]).toContain(levels[0]);
      expect(levels[1]).toBeGreaterThanOrEqual(0.2);
      expect(levels[1]).toBeLessThanOrEqual(0.9);
    }
  });

  it('may end before the scenario does, and then no horizon lies beyond', () => {
    const lines = withLine('id', "id: haste\nend: '1938-07-02T06:00+09:00'");
    const { endTick, measures } = good(lines);
    expect(endTick).toBe(120);
    expect(measures.map(({ cap }) => cap)).toEqual([null, 30]);
    expect(good(GOOD).endTick).toBeNull();
  });

  it('takes the number of runs from the command line, within its budget', () => {
    expect(good(GOOD, { runs: 7 }).runs).toBe(7);
    expect(good(withLine('', 'budget: {runs: 33}'), { runs: 7 }).runs).toBe(6);
  });

  it('may knock mechanisms out, where their patches are known', () => {
    const lines = withLine(
      '  - {id: haste',
      '  - {id: m, setting: mechanism:M99, levels: [true, false]}',
    );
    const knockouts = () => new Map([['M99', ['param:decision.speed=2']]]);
    const { variants } = good(lines, { knockouts });
    expect(variants.map(({ settings }) => settings[0])).toEqual([
      'scenario:sides.su.groundResolve=0.55',
      'mechanism:M99',
      'scenario:sides.su.groundResolve=0.235',
      'scenario:sides.su.groundResolve=0.865',
    ]);
    expect(read(lines).problems.map(({ code }) => code)).toEqual(['setting-unknown']);
  });
});

const FACTOR = '  - {id: haste';
describe('what is wrong is said at its place', () => {
  it.each([
    ['format', 'format: khasan.experiment/2', '1:9 format-newer'],
    ['format', 'format: khasan.map/1', '1:9 format-missing'],
    ['id', 'id: Haste Pays', '2:5 malformed-text'],
    ['scenario', 'scenario: tinny', '4:11 unknown-id'],
    ['runs', 'runs: 0', '5:7 out-of-range'],
    ['runs', 'runs: 900000', '5:7 too-many'],
    ['design', 'design: {kind: factorial}', '6:16 unknown-value'],
    ['design', 'design: {kind: full-factorial}', '9:75 wrong-type'],
    ['design', 'design: {kind: replicates}', '8:3 unknown-key'],
    ['design', 'design: {kind: variants}', '6:16 missing-key, 8:3 unknown-key'],
    ['id', 'id: haste\nend: tomorrow', '3:6 malformed-time'],
    ['id', "id: haste\nend: '1949-01-01T00:00+09:00'", '3:6 time-outside-span'],
    ['design', 'design: {kind: sobol}', '6:9 missing-key'],
    ['design', 'design: {kind: sobol, points: 8, walks: 3}', '6:34 unknown-key'],
    ['design', 'design: {kind: morris, walks: 4, levels: 5}', '6:42 out-of-range'],
    [
      FACTOR,
      '  - {id: haste, setting: param:decision.sped, levels: [1, 2]}',
      '8:56 setting-unknown',
    ],
    [
      FACTOR,
      '  - {id: haste, setting: param:decision.speed, unit: h, levels: [1]}',
      '8:66 setting-unit',
    ],
    [
      FACTOR,
      '  - {id: haste, setting: param:decision.speed, levels: [1, 9]}',
      '8:60 setting-out-of-range',
    ],
    [FACTOR, '  - {id: haste, setting: param:decision.speed, levels: []}', '8:48 wrong-length'],
    [FACTOR, '  - {id: haste, setting: param:decision.speed, levels: [1, 1]}', '8:60 duplicate-id'],
    [
      FACTOR,
      '  - {id: haste, setting: param:decision.speed=2, levels: [1]}',
      '8:26 setting-malformed',
    ],
    [FACTOR, '  - {id: haste, setting: param:decision.speed}', '8:5 missing-key'],
    [
      FACTOR,
      '  - {id: haste, setting: param:decision.speed, levels: [1], reference: 3}',
      '8:72 unknown-value',
    ],
    [FACTOR, '  - {id: resolve, setting: param:decision.speed, levels: [1]}', '9:10 duplicate-id'],
    [
      FACTOR,
      '  - {id: haste, setting: scenario:sides.su.groundResolve, levels: [0.5, 4]}',
      '8:73 out-of-range',
    ],
    [
      FACTOR,
      '  - {id: haste, setting: mechanism:M11, levels: [true, false]}',
      '8:56 setting-unknown',
    ],
    ['  - losses', '  - losses.su.kiled', '11:5 unknown-id'],
    ['  - losses', '  - first.assault.side', '11:5 missing-key'],
    ['  - losses', '  - {measure: losses.su.killed, until: 3}', '11:40 unknown-key'],
    [
      '  - {measure',
      '  - {measure: first.shot, until: 1938-09-01T00:00+09:00}',
      '12:34 time-outside-span',
    ],
    ['', 'start: a9', '13:8 unknown-id'],
    ['', 'start: {fork: a1}', '13:15 unknown-value'],
    ['', 'start: {from: free}', '13:8 wrong-type'],
    ['', 'start: {fork: first-assault, from: a9}', '13:36 unknown-id'],
    ['', 'start: {fork: first-assault, at: 3}', '13:30 unknown-key'],
    ['', 'settings: [param:decision.speed=x]', '13:12 setting-malformed'],
    ['', 'stop: {measure: losses.su.wounded, width: 3}', '13:17 unknown-id'],
    ['', 'seed: 4294967290', '13:7 out-of-range'],
    ['', 'sead: 4', '13:1 unknown-key'],
  ])('%s → %s', (start, line, expected) => {
    const { experiment, problems } = read(withLine(start, line));
    expect(experiment).toBeUndefined();
    const found = problems.map(({ line: at, column, code }) => `${at}:${column} ${code}`);
    expect(found.join(', ')).toBe(expected);
    for (const { remedy, message } of problems) {
      expect(remedy.length).toBeGreaterThan(5);
      expect(message.length).toBeGreaterThan(10);
    }
  });

  it('all of it at once, whatever its kind', () => {
    const lines = withLine(FACTOR, '  - {id: haste, setting: param:decision.sped, levels: []}')
      .map((each) => (each.startsWith('runs') ? 'runs: many' : each))
      .map((each) => (each.startsWith('  - losses') ? '  - losses.kiled' : each))
      .concat('start: a9', 'settings: [reading:nothing=3]', 'colour: red');
    const { problems } = read(lines);
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '5 wrong-type',
      '8 wrong-length',
      '11 unknown-id',
      '13 unknown-id',
      '14 setting-unknown',
      '15 unknown-key',
    ]);
  });

  it('of variants as well, each setting where it stands', () => {
    const { problems } = read([
      ...GOOD.slice(0, 5),
      'design: {kind: variants}',
      'variants:',
      '  - {id: as-it-is}',
      '  - {id: slow, settings: [param:decision.speed=2, "scenario:sides.su.groundResolve=3"]}',
      '  - {id: slow, settings: [param:decision.sped=2]}',
      'measures: [losses.su.killed]',
    ]);
    expect(problems.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
      '9:51 out-of-range',
      '10:10 duplicate-id',
      '10:27 setting-unknown',
    ]);
  });
});

describe('a spoilt file', () => {
  const text = `${GOOD.join('\n')}\nstop: {measure: losses.su.killed, width: 3}\nstart: free\n`;
  const words = text.split(/(?=[\s,:{}[\]])|(?<=[\s,:{}[\]])/);
  const strange = [
    '',
    '~',
    '[]',
    '{}',
    '-1',
    '1e9',
    'x',
    '*a',
    '"',
    "'",
    ': ',
    '[',
    '}',
    'null',
    '&a ',
  ];

  it('is refused or read, but never breaks the reader', () => {
    for (let seed = 0; seed < 150; seed++) {
      const spoilt = [...words];
      for (let change = 0; change <= seed % 3; change++) {
        const at = drawIndex(seed, LUCK_FOR.sample, change, 0, spoilt.length);
        spoilt[at] = strange[drawIndex(seed, LUCK_FOR.sample, change, 1, strange.length)]!;
      }
      const { experiment, problems } = readExperiment(
        { path: 'spoilt.yaml', text: spoilt.join('') },
        find,
      );
      const refused = problems.some(({ severity }) => severity === 'error');
      expect(refused, spoilt.join('')).toBe(experiment === undefined);
    }
  });
});
