import { describe, expect, it } from 'vitest';
import { realFiles, realModel, REAL_SCENARIO } from '../../../test/support/real-scenario.ts';
import { parseScenario } from '../../scenario/index.ts';
import { readExperiment, type ScenarioFinder } from '../format/read.ts';
import type { Calibration } from './calibration.ts';
import {
  drawPhases,
  factorId,
  screenedParameters,
  screeningPhases,
  sobolPhases,
} from './phases.ts';
import { readCalibration } from './read.ts';

const parsed = parseScenario(realFiles());
const find: ScenarioFinder = (name) =>
  name === REAL_SCENARIO
    ? { parsed, model: realModel() }
    : { code: 'unknown-id', message: `There is no ${name}.`, remedy: 'Use the real one.' };

const GOOD = [
  'format: khasan.calibration/1',
  'id: trial',
  'title: A trial',
  'scenario: khasan-1938',
  'rows: [T1, T2, T4]',
  'starts:',
  "  a1: { end: '1938-08-01T00:00+09:00' }",
  '  a2: {}',
  'parameters:',
  '  - fire.qualityWeight',
  '  - { parameter: tank.bogPerKm, prior: { kind: triangular, low: 0.2, mode: 0.3, high: 0.6 } }',
  'draws: 100',
  'replicates: 2',
];
const read = (lines: readonly string[], draws?: number): ReturnType<typeof readCalibration> =>
  readCalibration({ path: 'c.yaml', text: `${lines.join('\n')}\n` }, find, draws);
const withLine = (start: string, ...lines: string[]): string[] =>
  GOOD.flatMap((each) => (each.startsWith(start) ? lines : [each]));
const good = (lines: readonly string[], draws?: number): Calibration => {
  const { calibration, problems } = read(lines, draws);
  expect(problems).toEqual([]);
  return calibration!;
};

describe('a calibration that can be run', () => {
  it('takes the range of the register where it has no prior of its own', () => {
    const { parameters, rows, starts, draws, accept } = good(GOOD);
    expect(parameters.map(({ id, prior }) => [id, prior.kind, prior.low, prior.high])).toEqual([
      ['fire.qualityWeight', 'uniform', 0, 2.6],
      ['tank.bogPerKm', 'triangular', 0.2, 0.6],
    ]);
    expect(rows.map(({ start, spec }) => `${start} ${spec.id}`)).toEqual([
      'a1 assault.zaozyornaya.loss',
      'a1 assault.zaozyornaya.crest-4h',
      'a2 attack.su.double.casualties-su',
    ]);
    expect(starts.map(({ from, end }) => [from, end === null])).toEqual([
      ['a1', false],
      ['a2', true],
    ]);
    expect([draws, accept]).toEqual([100, 0.1]);
    expect(good(GOOD, 30).draws).toBe(30);
  });

  it('is made of experiments that can be run by themselves', () => {
    const calibration = good([...GOOD, 'screening: { walks: 2 }', 'sobol: { points: 4 }']);
    const phases = [
      ...drawPhases(calibration),
      ...screeningPhases(calibration),
      ...sobolPhases(calibration, ['fire.spacingMetres', 'tank.bogPerKm']),
    ];
    const read = phases.map(({ file }) => readExperiment(file, find));
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
    const screened = screenedParameters().length;
    expect(read.map(({ experiment }) => experiment?.variants.length)).toEqual([
      ...[100, 100],
      ...[2 * (screened + 1), 2 * (screened + 1)],
      ...[16, 16],
    ]);
    const [first, second] = read.map(({ experiment }) => experiment!);
    // The same points from both starts, and luck that no two runs share.
    expect(first!.variants.map(({ levels }) => levels)).toEqual(
      second!.variants.map(({ levels }) => levels),
    );
    expect([first!.luck, first!.seed === second!.seed, first!.endTick === null]).toEqual([
      'independent',
      false,
      false,
    ]);
    expect(new Set(screenedParameters().map(({ id }) => factorId(id))).size).toBe(screened);
  });
});

describe('what is wrong is said at its place', () => {
  it.each([
    ['rows', 'rows: [T1, T2, T4, T7]', '5:20 unknown-value'],
    ['rows', 'rows: [T1, T2, T4, T12]', '5:20 unknown-value'],
    [
      'rows',
      'rows: [T1, T2, T4, T11s-burnt, R-first.shot]',
      '5:20 unknown-value, 5:32 unknown-value',
    ],
    ['rows', 'rows: [T1, T2, T4, T44]', '5:20 unknown-id'],
    ['rows', 'rows: [T1, T4, T1]', '5:16 duplicate-id'],
    ['rows', 'rows: [T1, T2]', '8:3 unknown-value'],
    ['rows', 'rows: [T1, T4, D2]', '7:3 missing-key'],
    ['scenario', 'scenario: changkufeng', '4:11 unknown-id'],
    ['format', 'format: khasan.experiment/1', '1:9 format-missing'],
    ['  a1', '  a1: { end: 31 July }', '7:14 malformed-time'],
    ['  a1', "  a1: { end: '1938-07-20T00:00+09:00' }", '7:14 time-outside-span'],
    ['  - fire', '  - fire.qualityWait', '10:5 unknown-id'],
    ['  - fire', '  - rule.worksEffect', '10:5 unknown-value'],
    ['  - fire', '  - tank.bogPerKm', '11:18 duplicate-id'],
    ['  - fire', '  - 7', '10:5 wrong-type'],
    [
      '  - fire',
      '  - { parameter: fire.qualityWeight, prior: { kind: uniform, low: 1, high: 9 } }',
      '10:45 setting-out-of-range',
    ],
    [
      '  - fire',
      '  - { parameter: fire.qualityWeight, prior: { kind: uniform, low: 2, high: 1 } }',
      '10:76 out-of-range',
    ],
    ['  - fire', '  - { parameter: fire.qualityWeight, priors: 3 }', '10:5 wrong-type'],
    ['draws', 'draws: 9', '12:8 out-of-range'],
    ['replicates', 'replicates: 2\nsobol: { points: 8 }', '14:8 missing-key'],
    ['replicates', 'replicates: 2\nscreening: { walks: 2, steps: 3 }', '14:24 unknown-key'],
    ['replicates', 'replicates: 2\naccept: 0.001', '12:8 out-of-range'],
    ['replicates', 'replicates: 2\nscreening: { walks: 1000, replicates: 900 }', '14:12 too-many'],
  ])('%s', (start, line, expected) => {
    const { problems, calibration } = read(withLine(start, ...line.split('\n')));
    expect(calibration).toBeUndefined();
    const found = problems.map((each) => `${each.line}:${each.column} ${each.code}`);
    expect(found.join(', ')).toBe(expected);
    for (const { remedy } of problems) expect(remedy.length).toBeGreaterThan(8);
  });

  it('all at once, and a prediction by name', () => {
    const lines = withLine('rows', 'rows: [T1, T4, T8]').map((line) =>
      line.replace('fire.quality', 'fire.qualty').replace('draws: 100', 'draws: none'),
    );
    const { problems } = read(lines);
    expect(problems.map(({ code }) => code)).toEqual(['unknown-value', 'unknown-id', 'wrong-type']);
    expect(problems[0]?.message).toContain('"T8" is kept for prediction');
  });
});
