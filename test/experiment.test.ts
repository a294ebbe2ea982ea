import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIXTURES } from './support/tiny-scenario.ts';
import { khasan, type Answer } from './support/command.ts';

/** Experiments as a user has them: the built program, folders on disk, processes that die. */
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const RUNS = 24;

const TINY = `format: khasan.experiment/1
id: tiny-trial
title: Does haste pay on a small hill?
scenario: tiny
runs: ${String(RUNS)}
design: {kind: one-at-a-time}
factors:
  - {id: haste, setting: param:decision.speed, unit: factor, levels: [1, 0.5]}
  - {id: title, setting: scenario:title, levels: [A hill, Another hill]}
measures: [losses.su.killed, first.sighting.jp, requests.su]
`;
/** Files of a finished folder that must not depend on how it came about. */
const SAME = [
  'experiment.yaml',
  'manifest.json',
  'report.html',
  'answer.md',
  'results.json',
  'runs.csv',
];

let scratch = '';
const home = process.cwd();
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'khasan-experiment-'));
  cpSync(join(FIXTURES, 'tiny'), join(scratch, 'tiny'), { recursive: true });
  writeFileSync(join(scratch, 'tiny.yaml'), TINY);
  process.chdir(scratch);
});
afterAll(() => {
  process.chdir(home);
  rmSync(scratch, { recursive: true, force: true });
});

const experiment = (out: string, ...words: string[]): Promise<Answer> =>
  khasan('experiment', 'tiny.yaml', '--out', out, ...words);

const rowsIn = (folder: string): number => {
  const path = join(folder, 'rows.log');
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 2 : 0;
};

/** Begins an experiment in a process of its own and kills it when the log has so many rows. */
function killAt(rows: number, folder: string): Promise<number> {
  const words = ['experiment', 'tiny.yaml', '--out', folder, '--resume', '--workers', '2'];
  const code = `import { main } from ${JSON.stringify(join(ROOT, 'dist/cli/index.js'))}; await main(${JSON.stringify(words)});`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { cwd: scratch });
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (rowsIn(join(scratch, folder)) >= rows) child.kill('SIGKILL');
    }, 2);
    child.on('exit', () => {
      clearInterval(timer);
      resolve(rowsIn(join(scratch, folder)));
    });
  });
}

function expectSame(folder: string, wanted: string): void {
  for (const name of [...SAME, 'runs.parquet']) {
    const [found, expected] = [folder, wanted].map((each) => readFileSync(join(each, name)));
    expect(found?.equals(expected!), `${folder}/${name}`).toBe(true);
  }
}

describe('the same bytes come out', () => {
  beforeAll(async () => {
    expect(await experiment('whole', '--workers', '2')).toMatchObject({ code: 0 });
  });

  it('of one worker', async () => {
    expect((await experiment('one', '--workers', '1')).code).toBe(0);
    expectSame('one', 'whole');
  });

  it('of an experiment that was killed three times', async () => {
    const seen: number[] = [];
    for (const rows of [5, 22, 44]) {
      seen.push(await killAt(rows, 'killed'));
      expect(existsSync('killed/manifest.json')).toBe(false);
    }
    // Each process went on where the last one had been killed, and none came to the end.
    expect(seen[0]).toBeLessThan(seen[1]!);
    expect(seen[1]).toBeLessThan(seen[2]!);
    expect(seen[2]).toBeLessThan(3 * RUNS);
    expect((await experiment('killed', '--resume')).code).toBe(0);
    expect(rowsIn('killed')).toBe(3 * RUNS);
    expectSame('killed', 'whole');
  });

  it('of two parts that were merged', async () => {
    for (const index of ['1', '2']) {
      const answer = await experiment(`part${index}`, '--shard', `${index}/2`);
      expect(answer.code).toBe(0);
    }
    expect(existsSync('part1/runs.csv')).toBe(false);
    expect(await khasan('merge', 'part1', '--out', 'half')).toMatchObject({ code: 1 });
    expect((await khasan('merge', 'part1', 'part2', '--out', 'merged')).code).toBe(0);
    expectSame('merged', 'whole');
  });

  it('of an experiment that was first run shorter', async () => {
    expect((await experiment('longer', '--runs', '3')).code).toBe(0);
    const few = readFileSync('longer/runs.csv', 'utf8');
    expect((await experiment('longer', '--resume')).code).toBe(0);
    expectSame('longer', 'whole');
    expect(readFileSync('whole/runs.csv', 'utf8').startsWith(few)).toBe(true);
  });

  it('again in a sample, and verify says so; a changed file does not pass', async () => {
    const answer = await khasan('verify', 'whole', '--runs', '5');
    expect(answer).toMatchObject({ code: 0 });
    expect(answer.out).toContain('5 of 5 runs came out the same again');
    cpSync('whole', 'forged', { recursive: true });
    const csv = readFileSync('forged/runs.csv', 'utf8').split('\n');
    const changed = csv.map((line, index) => (index === 0 ? line : line.replace(/,\d+,,/, ',7,,')));
    writeFileSync('forged/runs.csv', changed.join('\n'));
    const refused = await khasan('verify', 'forged', '--runs', '4');
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('0 of 4 runs came out the same again');
    expect(refused.out).toContain('runs.csv');
  });
});

describe('the tables', () => {
  it('are equal as Parquet and as CSV, a row a run in order', async () => {
    const file = await asyncBufferFromFile('whole/runs.parquet');
    const rows = await parquetReadObjects({ file });
    expect(rows).toHaveLength(3 * RUNS);
    expect(rows.map((row) => Number(row['run']))).toEqual(rows.map((_, index) => index));
    const [head = '', ...lines] = readFileSync('whole/runs.csv', 'utf8').trimEnd().split('\n');
    expect(Object.keys(rows[0]!)).toEqual(head.split(','));
    for (const [index, line] of lines.entries()) {
      const cells = Object.values(rows[index]!).map((cell) =>
        cell === null ? '' : String(cell as string | number | boolean),
      );
      expect(cells.join(',')).toBe(line);
    }
    expect(rows[1]).toMatchObject({ variant: 'haste=0.5', replicate: 0, seed: 1 });
    expect(rows[1]).toMatchObject({ 'factor.haste': 0.5, 'factor.title': 'A hill', error: null });
  });

  it('hold nothing of the machine or the hour', () => {
    for (const name of [...SAME, 'runs.parquet']) {
      const text = readFileSync(join('whole', name), 'latin1');
      expect(text).not.toContain(scratch);
      expect(text).not.toMatch(/workers|seconds|hostname/);
    }
  });

  it('give every pair of the shared luck the same seed', () => {
    const lines = readFileSync('whole/runs.csv', 'utf8').trimEnd().split('\n').slice(1);
    const seeds = lines.map((line) => line.split(',')[3]);
    expect(seeds).toEqual(lines.map((_, index) => String(1 + Math.floor(index / 3))));
  });
});

describe('a folder', () => {
  it('with runs is left alone without --resume', async () => {
    const answer = await experiment('whole');
    expect(answer).toMatchObject({ code: 2 });
    expect(answer.err).toContain('--resume');
    expect(existsSync('whole/manifest.json')).toBe(true);
  });

  it('with runs of another question is left alone with it, too', async () => {
    writeFileSync('other.yaml', TINY.replace('levels: [1, 0.5]', 'levels: [1, 2]'));
    const answer = await khasan('experiment', 'other.yaml', '--out', 'whole', '--resume');
    expect(answer).toMatchObject({ code: 2 });
    expect(answer.err).toContain('another question');
    expect(existsSync('whole/manifest.json')).toBe(true);
  });
});

describe('a run that breaks', () => {
  it('is a row with its error, and a file that repeats it', async () => {
    // Either value is possible; together they are not, so the fourth variant cannot be compiled.
    writeFileSync(
      'broken.yaml',
      TINY.replace('one-at-a-time', 'full-factorial')
        .replace(`runs: ${String(RUNS)}`, 'runs: 2')
        .replace(/ {2}- \{id: haste.*\n.*\n/, BREAKING),
    );
    const answer = await khasan('experiment', 'broken.yaml', '--out', 'broken', '--workers', '1');
    expect(answer.code).toBe(3);
    const lines = readFileSync('broken/runs.csv', 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(9);
    const broken = lines.filter((line) => line.includes('the settings make no scenario'));
    expect(broken.map((line) => line.split(',')[0])).toEqual(['3', '7']);
    expect(readdirSync('broken/failures')).toEqual(['run-0000003.json', 'run-0000007.json']);
    const fault = JSON.parse(readFileSync('broken/failures/run-0000003.json', 'utf8')) as {
      replay: string[];
    };
    expect(fault.replay[0]).toContain('khasan run tiny --seed 1 --set');
  });
});

describe('a fork', () => {
  it('in which the moment never comes has no values, and no end', async () => {
    const never = TINY.replace('scenario: tiny', 'scenario: tiny\nstart: { fork: first-seizure }');
    writeFileSync('never.yaml', never);
    const answer = await khasan('experiment', 'never.yaml', '--out', 'never', '--runs', '1');
    expect(answer.code).toBe(0);
    const row = readFileSync('never/runs.csv', 'utf8').split('\n')[1]!;
    expect(row.split(',').slice(4)).toEqual([
      ...['', '', '', '', '1', 'A hill'],
      ...row
        .split(',')
        .slice(10)
        .map(() => ''),
    ]);
  });

  it('lets variants part from one saved state: no change is the same run, a change is another', async () => {
    const fork = `format: khasan.experiment/1
id: fork
title: A fork
scenario: tiny
seed: 2
start: { fork: first-meeting, from: morning }
runs: 2
design: { kind: variants }
variants:
  - { id: base }
  - { id: same, settings: [scenario:summary=The same in other words] }
  - { id: loose, settings: [param:decision.temperature=0.2] }
measures: [losses.su.casualties, orders.su, orders.jp]
`;
    writeFileSync('fork.yaml', fork);
    expect((await khasan('experiment', 'fork.yaml', '--out', 'fork', '--workers', '1')).code).toBe(
      0,
    );
    const lines = readFileSync('fork/runs.csv', 'utf8').trimEnd().split('\n').slice(1);
    const [base, same, loose] = lines.map((line) => line.split(','));
    // The error stands in the eighth column, measures come after.
    expect([base![7], same![7], loose![7]]).toEqual(['', '', '']);
    expect(base![4]).toMatch(/^[0-9a-f]{32}$/);
    expect(same!.slice(8)).toEqual(base!.slice(8));
    expect(loose!.slice(8)).not.toEqual(base!.slice(8));
    const { manifest } = JSON.parse(
      `{"manifest":${readFileSync('fork/manifest.json', 'utf8')}}`,
    ) as {
      manifest: { fork: string };
    };
    expect(manifest.fork).toBe('first-meeting');
  });
});

/** The end of the scenario and the hour of an event: each is possible, but not an event after the end. */
const BREAKING = `  - {id: end, setting: scenario:end, levels: ['1938-07-11T00:00+09:00', '1938-07-09T06:00+09:00']}
  - id: hour
    setting: scenario:events.new-commander.at
    levels: ['1938-07-04T12:00+10:00', '1938-07-10T00:00+09:00']
`;
