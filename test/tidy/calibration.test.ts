import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { calibrationPage, frozenSet, ledgerPage } from '../../src/experiment/index.ts';
import type { CalibrationRecord } from '../../src/experiment/index.ts';
import { TARGETS } from '../../src/record/index.ts';
import { calibrationSection, recordText, sectionOf } from '../../tools/record-calibration.mjs';
import { textOf } from '../support/source-files.ts';

/** The record of the calibration: what the repository says of it must be what was found, and stay true. */
const TEXT = textOf('docs/data/calibration.json');
const record = JSON.parse(TEXT) as CalibrationRecord;
const ids = record.parameters.map(({ id }) => id);

test('no calibrated parameter changes without an entry in the ledger', () => {
  const remedy =
    'a calibrated parameter has another value: node tools/record-calibration.mjs --reason "ROW or SOURCE: …"';
  const now = frozenSet(ids);
  expect(record.frozen.values, remedy).toEqual(now.values);
  expect(record.frozen.hash, remedy).toBe(now.hash);
  expect(record.ledger.at(-1)?.hash, remedy).toBe(now.hash);
  for (const { reason } of record.ledger) expect(reason.length).toBeGreaterThan(9);
});

test('docs/validation.md carries the record word for word', () => {
  const section = calibrationSection(record, { calibrationPage, ledgerPage });
  const isSame = sectionOf(textOf('docs/validation.md')) === section;
  expect(isSame, 'not in step: node tools/record-calibration.mjs FOLDER').toBe(true);
  expect(section).toContain(record.frozen.hash);
});

test('it is of the ready file, with its schema, hashes and seed', () => {
  const file = parse(textOf('experiments/calibration.yaml')) as {
    parameters: unknown[];
    rows: string[];
    seed: number;
  };
  expect(ids).toEqual(file.parameters);
  expect(record.rows.map(({ id }) => id)).toEqual(file.rows);
  expect([record.schema, record.seed]).toEqual(['khasan.calibration-result/1', file.seed]);
  expect(record.engineHash).toMatch(/^[0-9a-f]{32}$/);
  expect(record.scenarioHash).not.toBe('');
  expect(recordText(record)).toBe(TEXT);
});

test('every row that it was made on is marked for calibration', () => {
  const uses = record.rows.map(({ id }) => TARGETS.find((target) => target.id === id)?.use);
  expect(new Set(uses)).toEqual(new Set(['c']));
});
