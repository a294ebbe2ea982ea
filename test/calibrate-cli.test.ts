import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalibrationOutcome } from '../src/experiment/index.ts';
import { khasan } from './support/command.ts';

/** Calibration as a user has it: the built program and folders on disk. The runs are cut very short. */
const FILE = `format: khasan.calibration/1
id: trial
title: A trial
scenario: khasan-1938
rows: [T4, T5]
starts: { a2: { end: '1938-08-02T07:00+09:00' } }
parameters: [fire.nonEffectiveShare, artillery.onTargetShare, tank.bogPerKm]
draws: 16
replicates: 2
accept: 0.5
check: 10
`;
const SENSITIVITY = 'screening: { walks: 2 }\nsobol: { parameters: 2, points: 4 }\n';

let scratch = '';
const home = process.cwd();
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'khasan-calibrate-'));
  process.chdir(scratch);
  writeFileSync('trial.yaml', FILE);
});
afterAll(() => {
  process.chdir(home);
  rmSync(scratch, { recursive: true, force: true });
});

/** Hundreds of short runs, on a machine that may be busy. */
const PATIENCE_MILLISECONDS = 240_000;

describe('khasan calibrate', { timeout: PATIENCE_MILLISECONDS }, () => {
  it('gives the same record with any number of workers, and goes on with what is there', async () => {
    const one = await khasan('calibrate', 'trial.yaml', '--out', 'one', '--json', '--workers', '1');
    expect(one.code).toBe(0);
    const two = await khasan('calibrate', 'trial.yaml', '--out', 'two', '--json', '--workers', '2');
    expect(two.out).toBe(one.out);
    const outcome = JSON.parse(one.out) as CalibrationOutcome;
    expect(outcome).toMatchObject({ draws: 16, replicates: 2, runs: 32, failed: 0 });
    expect(outcome.parameters).toHaveLength(3);
    for (const { posterior, frozen, percentile } of outcome.parameters) {
      expect(posterior.p05).toBeLessThanOrEqual(posterior.p95);
      expect(percentile).toBeGreaterThanOrEqual(0);
      expect(frozen).toBeGreaterThan(0);
    }
    expect(outcome.check?.records).toBe(10);
    expect(JSON.parse(readFileSync('one/calibration.json', 'utf8'))).toEqual(outcome);
    expect(readFileSync('one/calibration.md', 'utf8')).toContain(outcome.frozen.hash);

    const refused = await khasan('calibrate', 'trial.yaml', '--out', 'one');
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--resume')]);
    const again = await khasan('calibrate', 'trial.yaml', '--out', 'one', '--resume');
    expect(again.code).toBe(0);
    expect(again.out).toContain(`Frozen set: ${outcome.frozen.hash}. Nothing was changed.`);
    expect(JSON.parse(readFileSync('one/calibration.json', 'utf8'))).toEqual(outcome);
    // A part is an experiment like any other.
    const verified = await khasan('verify', 'one/draws-a2', '--runs', '3', '--workers', '1');
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('3 of 3 runs')]);
  });

  it('screens every parameter and asks for the indices of the weightiest', async () => {
    writeFileSync('whole.yaml', FILE + SENSITIVITY);
    const { code, out } = await khasan('calibrate', 'whole.yaml', '--out', 'whole', '--json');
    expect(code).toBe(0);
    const { screening, sobol } = JSON.parse(out) as CalibrationOutcome;
    expect(screening?.parameters.length).toBeGreaterThan(100);
    const scores = screening?.parameters.map(({ score }) => score) ?? [];
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.at(0)).toBeGreaterThan(0);
    const first = screening?.parameters.slice(0, 2).map(({ id }) => id);
    expect(sobol?.parameters.map(({ id }) => id)).toEqual(first);
    expect(sobol?.parameters[0]?.rows.map(({ row }) => row)).toEqual(['T4', 'T5']);
  });

  it('refuses predictions, with everything else that is wrong, before any run', async () => {
    const bad = FILE.replace('T5]', 'T9]').replace('tank.bogPerKm', 'tank.bogPerMile');
    writeFileSync('bad.yaml', bad);
    const { code, out, err } = await khasan('calibrate', 'bad.yaml', '--out', 'bad');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('bad.yaml has 2 problems');
    expect(err).toContain('"T9" is kept for prediction');
    expect(err).toContain('There is no parameter "tank.bogPerMile"');
    expect(existsSync('bad')).toBe(false);
    expect((await khasan('calibrate', 'none.yaml')).code).toBe(2);
    expect((await khasan('calibrate', 'trial.yaml', '--runs', '0')).code).toBe(2);
  });
});
