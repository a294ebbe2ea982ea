import { describe, expect, test } from 'vitest';
import { PARAMETERS, type ParameterSpec } from '../engine/index.ts';
import { tinyFiles } from '../../test/support/tiny-scenario.ts';
import { compileScenario } from './compile.ts';
import { parseScenario } from './parse.ts';
import { resolveSetting } from './setting.ts';

const parsed = parseScenario(tinyFiles());
const model = compileScenario(parsed).model!;
const parameters: readonly ParameterSpec[] = PARAMETERS;
const first = parameters[0]!;

describe('settings that are understood', () => {
  test.each([
    [`param:${first.id}=${String(first.high)}`, { kind: 'param', index: 0, value: first.high }],
    [`param:${first.id}=${String(first.low)} ${first.unit}`, { kind: 'param', value: first.low }],
    [
      'reading:tanks-brought=X-tanks-b',
      { kind: 'reading', index: 0, value: 12, claim: 'X-tanks-b' },
    ],
    ['reading:tanks-brought=8', { kind: 'reading', value: 8, claim: 'X-tanks-a' }],
    ['reading:tanks-brought=10 tanks', { kind: 'reading', value: 10, claim: '' }],
    ['scenario:sides.jp.otherFronts=2', { path: 'sides.jp.otherFronts', value: 2 }],
    ['scenario:units.x.at=[1, 2]', { value: [1, 2] }],
    ['mechanism:M13', { kind: 'mechanism', id: 'M13' }],
  ])('%s', (text, expected) => {
    const resolved = resolveSetting(model, text, ['M13']);
    expect(resolved.ok && resolved.setting).toMatchObject(expected);
  });
});

describe('settings that are not', () => {
  test.each([
    [`param:${first.id}x=1`, 'setting-unknown'],
    [`param:${first.id}=${String(first.high * 2 + 1)}`, 'setting-out-of-range'],
    [`param:${first.id}=${String(first.start)} furlongs`, 'setting-unit'],
    [`param:${first.id}=high`, 'setting-malformed'],
    ['mechanism:M99', 'setting-unknown'],
    ['mechanism:', 'setting-unknown'],
    ['', 'setting-malformed'],
    ['=', 'setting-malformed'],
  ])('%s', (text, code) => {
    const resolved = resolveSetting(model, text, ['M13']);
    expect(!resolved.ok && resolved.problem.code).toBe(code);
  });

  test('a misspelt parameter is answered with the nearest name', () => {
    const resolved = resolveSetting(model, `param:${first.id}x=1`);
    expect(!resolved.ok && resolved.problem.remedy).toContain(first.id);
  });
});

describe('settings of the scenario', () => {
  test.each([
    ['sides.jp.otherFronts', 2, () => compiled('sides.jp.otherFronts', 2).sides[1]!.otherFronts],
    [
      'theatre.links.0.lengthKm',
      7,
      () => compiled('theatre.links.0.lengthKm', 7).theatre.links[0]!.lengthKm,
    ],
    [
      'theatre.links.railhead>west-city.lengthKm',
      9,
      () => compiled('theatre.links.railhead>west-city.lengthKm', 9).theatre.links[1]!.lengthKm,
    ],
    ['units.su.1d.1r.1coy.men', 99, () => compiled('units.su.1d.1r.1coy.men', 99).units.men[1]],
    // A key that the file leaves out and the format knows.
    ['units.su.1d.tanks.men', 33, () => compiled('units.su.1d.tanks.men', 33).units.men[2]],
    [
      'offices.su.division.traits.fear',
      0.9,
      () => compiled('offices.su.division.traits.fear', 0.9).offices[2]!.traits.fear,
    ],
  ])('%s', (_, value, found) => {
    expect(found()).toBe(value);
  });

  test('leave the parsed scenario as it was, and change the hash', () => {
    const changed = compiled('sides.jp.otherFronts', 2);
    expect(changed.hash).not.toBe(model.hash);
    expect(compileScenario(parsed).model!.sides[1]!.otherFronts).toBe(1.5);
    expect(compileScenario(parsed).model!.hash).toBe(model.hash);
  });

  test('do not reach beyond an alias into its twins', () => {
    const changed = compiled('offices.su.division.traits.fear', 0.9);
    expect(changed.offices[3]!.traits.fear).toBe(0.3);
  });
});

function compiled(path: string, value: unknown) {
  const { model: changed, problems } = compileScenario(parsed, [{ path, value }]);
  if (changed === undefined) throw new Error(JSON.stringify(problems));
  return changed;
}
