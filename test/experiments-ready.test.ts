import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { EXPERIMENT_SCHEMA } from '../src/experiment/format/schema.ts';
import { readExperiment, type ScenarioFinder } from '../src/experiment/format/read.ts';
import { KNOCKOUTS_FILE, readKnockouts } from '../src/experiment/knockouts/read.ts';
import { parseScenario } from '../src/scenario/index.ts';
import { allKeysOf } from '../src/scenario/schema-keys.ts';
import { realFiles, realModel, REAL_SCENARIO } from './support/real-scenario.ts';
import { ROOT } from './support/source-files.ts';

const FOLDER = join(ROOT, 'experiments');
const NAMES = readdirSync(FOLDER).filter(
  (name) =>
    name.endsWith('.yaml') &&
    readFileSync(join(FOLDER, name), 'utf8').includes('\nformat: khasan.experiment/'),
);
const MANUAL = readFileSync(join(ROOT, 'docs/experiments.md'), 'utf8');

const parsed = parseScenario(realFiles());
const find: ScenarioFinder = (name) =>
  name === REAL_SCENARIO
    ? { parsed, model: realModel() }
    : { code: 'unknown-id', message: `There is no ${name}.`, remedy: 'Use the real one.' };

const table = realFiles().find(({ path }) => path === KNOCKOUTS_FILE)!;
const rows = readKnockouts(table, parsed).knockouts ?? [];
const knockouts = () => new Map(rows.map(({ id, patch }) => [id, patch]));

describe.each(NAMES)('the ready question %s', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const { experiment, problems } = readExperiment({ path: name, text }, find, { knockouts });

  it('can be run today: every name, unit and value is right', () => {
    expect(problems).toEqual([]);
  });

  it('asks a question, says what the answer cannot say, and carries its name', () => {
    expect(experiment?.question.length).toBeGreaterThan(60);
    expect(experiment?.limits.length).toBeGreaterThan(60);
    expect(`${experiment?.id ?? ''}.yaml`).toBe(name);
    expect(MANUAL).toContain(`experiments/${name}`);
  });

  it('changes something', () => {
    const changed = experiment?.variants.filter(({ settings }) => settings.length > 0) ?? [];
    expect(changed.length).toBeGreaterThan(0);
    const distinct = new Set(experiment?.variants.map(({ settings }) => settings.join('\n')));
    expect(distinct.size).toBe(experiment?.variants.length);
  });
});

test('the manual names every key of the format', () => {
  const unnamed = allKeysOf(EXPERIMENT_SCHEMA).filter((key) => !MANUAL.includes(`\`${key}`));
  expect(unnamed).toEqual([]);
});
