import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ACTS, ECHELONS, LINK_MEDIA, MOVE_CLASSES, TERRAINS, UNIT_KINDS } from '../engine/index.ts';
import { PROBLEM_CODES } from './problem.ts';
import { SCENARIO_FILES } from './schema.ts';
import { allKeysOf, knownKeysAt } from './schema-keys.ts';
import { FILE_NAMES } from './parse.ts';

const MANUAL = readFileSync(
  fileURLToPath(new URL('../../docs/scenario-format.md', import.meta.url)),
  'utf8',
);
/** Words that the manual sets in code: keys, words of closed sets, codes. */
const PROSE = MANUAL.replace(/```[^]*?```/g, '');
const IN_CODE = new Set(
  [...PROSE.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => code.split(/[^A-Za-z0-9.-]+/)),
);

describe('the manual names', () => {
  test.each(FILE_NAMES)('every key of %s', (name) => {
    const missing = allKeysOf(SCENARIO_FILES[name]).filter((key) => !IN_CODE.has(key));
    // The format line is explained for all files together.
    expect(missing.filter((key) => key !== 'format')).toEqual([]);
  });

  test('every code of a problem, with its title', () => {
    for (const [code, title] of Object.entries(PROBLEM_CODES)) {
      expect(MANUAL).toContain(`| \`${code}\` | ${title} |`);
    }
  });

  test.each([
    ['acts', ACTS],
    ['kinds of unit', UNIT_KINDS],
    ['classes of movement', MOVE_CLASSES],
    ['echelons', ECHELONS],
    ['terrains', TERRAINS],
    ['media', LINK_MEDIA],
  ])('all %s', (_, words) => {
    expect(words.filter((word) => !IN_CODE.has(word))).toEqual([]);
  });
});

test('known keys are found through lists and unions', () => {
  expect(knownKeysAt(SCENARIO_FILES['map.yaml'], ['lines', 0])).toContain('claimantOn');
  expect(knownKeysAt(SCENARIO_FILES['forces.yaml'], ['units', 3, 'men'])).toEqual([
    'reading',
    'share',
  ]);
  expect(knownKeysAt(SCENARIO_FILES['forces.yaml'], ['units', 3, 'id'])).toEqual([]);
});
