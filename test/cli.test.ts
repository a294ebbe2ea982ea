import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { khasan as inside, type Answer } from './support/command.ts';

/** The command line as a user has it: the built program in a process of its own. */
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PROGRAM = join(ROOT, 'bin/khasan.js');
const SCENARIO = 'khasan-1938';

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'khasan-cli-'));
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

function khasan(...words: string[]): Promise<Answer> {
  return new Promise((resolve) => {
    const options = { cwd: scratch, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [PROGRAM, ...words], options, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
      resolve({ code, out, err: withoutStaleNote(err) });
    });
  });
}

/** While somebody works on the sources, the program says so on the error stream; no fault of a test. */
function withoutStaleNote(text: string): string {
  return text.replace(/^khasan: the sources have changed[^\n]*\nBring it up[^\n]*\n/, '');
}

async function json(...words: string[]): Promise<Record<string, unknown>> {
  const answer = await inside(...words, '--json');
  expect(answer).toMatchObject({ code: 0, err: '' });
  return JSON.parse(answer.out) as Record<string, unknown>;
}

/** A copy of the scenario, for tests that spoil it. */
function copyOfScenario(name: string): string {
  const folder = join(scratch, name);
  cpSync(join(ROOT, 'scenarios', SCENARIO), folder, { recursive: true });
  cpSync(join(ROOT, 'history'), join(folder, 'history'), { recursive: true });
  return folder;
}

const COMMANDS = ['scenarios', 'check', 'run', 'replicate', 'compare', 'map', 'wire'];

describe('help', () => {
  it('lists the commands, all but the hidden one', async () => {
    const { code, out, err } = await khasan('--help');
    expect([code, err]).toEqual([0, '']);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(out).not.toMatch(/^ {2}start /m);
  });

  it.each(COMMANDS)('of %s names its options', async (command) => {
    const { code, out } = await inside(command, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`Usage: khasan ${command}`);
    expect(out).toContain('--json');
  });

  it('tells the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(await khasan('--version')).toMatchObject({ code: 0, out: `${String(version)}\n` });
  });
});

describe('wrong use is answered with exit code 2 and a remedy', () => {
  const cases: readonly (readonly [string[], RegExp])[] = [
    [[], /Usage: khasan/],
    [['rnu', SCENARIO], /unknown command 'rnu'[^]*Did you mean run/],
    [['run', SCENARIO, '--sede', '3'], /unknown option '--sede'[^]*Did you mean --seed/],
    [['run'], /missing required argument 'scenario'/],
    [['run', 'khasan-1939'], /no scenario 'khasan-1939'[^]*did you mean 'khasan-1938'/],
    [['run', SCENARIO, '--seed', 'x'], /'--seed <number>' argument 'x'[^]*whole number from 0/],
    [['run', SCENARIO, '--seed', '4294967296'], /4294967295/],
    [['run', SCENARIO, '--from', 'a9'], /no anchor 'a9'[^]*wanted: free, a1/],
    [['run', SCENARIO, '--until', '1938-07-31T05:15'], /which clock[^]*1938-07-31T05:15\+09:00/],
    [['run', SCENARIO, '--until', 'noon'], /'noon' cannot be read as a time/],
    [['run', SCENARIO, '--until', '1939-07-31T05:15+09:00'], /outside the scenario/],
    [['run', SCENARIO, '--set', 'reading:tanks-engagd=285'], /tanks-engaged/],
    [['run', SCENARIO, '--set', 'param:no=1'], /no parameter "no"/],
    [['run', SCENARIO, '--set', 'scenario:titel=x'], /title/],
    [['run', SCENARIO, '--set', 'mechanism:M99'], /no knock-out 'M99'/],
    [['run', SCENARIO, '--set', 'mechanism:M19'], /'M19' cannot be switched off/],
    [['run', SCENARIO, '--events', 'no/such/folder/e.ndjson'], /cannot be written[^]*--events/],
    [['replicate', SCENARIO, '--runs', '0'], /whole number from 1/],
    [['replicate', SCENARIO, '--seed', '4294967290', '--runs', '10'], /past the last seed/],
    [['compare', SCENARIO, '--from', 'fre'], /did you mean 'free'/],
    [['map', SCENARIO, '--at', '1938-07-31T05:15'], /which clock/],
    [['wire', SCENARIO, '--from-time', '1938-07-31T05:15'], /which clock[^]*--from-time/],
    [
      [
        ...['wire', SCENARIO, '--from-time', '1938-08-02T00:00+09:00'],
        ...['--to', '1938-08-01T00:00+09:00'],
      ],
      /not after[^]*--to/,
    ],
    [['wire', SCENARIO, '--hill', 'zaozernaya'], /did you mean 'zaozyornaya'/],
    [['run', SCENARIO, '--turns', '--json'], /no story to tell the turns of[^]*--turns/],
    [['compare', SCENARIO, '-o', 'plots.pdf'], /does not say what it shall be[^]*\.svg/],
    [['replicate', SCENARIO, '-o', 'no/such/folder/plots.svg'], /cannot be written[^]*--output/],
    [['wire', SCENARIO, '--rows', 'chains'], /Allowed choices are offices, levels/],
  ];
  it.each(cases)('khasan %j', async (words, message) => {
    const { code, out, err } = await inside(...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('scenarios', () => {
  it('lists title, dates, sides and starts', async () => {
    const { out } = await inside('scenarios');
    expect(out).toContain('1938-07-01T00:00+09:00');
    const answer = await json('scenarios');
    expect(answer).toMatchObject({ schema: 'khasan.scenarios/1', broken: [] });
    expect(answer['scenarios']).toMatchObject([
      { id: SCENARIO, sides: [{ id: 'su' }, { id: 'jp' }], anchors: [{ id: 'a1' }, {}, {}] },
    ]);
  });
});

describe('check', () => {
  it('finds the built-in scenario valid', async () => {
    const answer = await json('check', SCENARIO);
    expect(answer).toMatchObject({ schema: 'khasan.check/1', ok: true, scenario: SCENARIO });
    expect(answer['counts']).toMatchObject({ hexes: 1440 });
  });

  it('names file, line and remedy, and answers no', async () => {
    const folder = copyOfScenario('misspelt');
    const path = join(folder, 'scenario.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^title:/m, 'titel:'));
    const { code, out, err } = await inside('check', folder);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(/^scenario\.yaml:\d+:\d+ unknown-key .*\n {4}.*title/m);
    const refused = await inside('run', folder);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/cannot be run[^]*scenario\.yaml:\d+:\d+ unknown-key/);
  });

  it('refuses text that is not UTF-8', async () => {
    const folder = copyOfScenario('cp1251');
    const bytes = Buffer.concat([
      Buffer.from('# '),
      Buffer.from([0xd5, 0xe0, 0xf1]),
      Buffer.from('\n'),
    ]);
    const path = join(folder, 'theatre.yaml');
    writeFileSync(path, Buffer.concat([bytes, readFileSync(path)]));
    const { code, out } = await inside('check', folder);
    expect(code).toBe(1);
    expect(out).toMatch(/^theatre\.yaml:1:1 not-utf8 /m);
  });

  it('does not follow a link out of the folder', async () => {
    const folder = copyOfScenario('linked');
    rmSync(join(folder, 'map.yaml'));
    symlinkSync(join(ROOT, 'scenarios', SCENARIO, 'map.yaml'), join(folder, 'map.yaml'));
    const { code, out } = await inside('check', folder);
    expect(code).toBe(1);
    expect(out).toMatch(/^map\.yaml:1:1 path-outside /m);
  });

  it('says so where there is nothing', async () => {
    const { code, err } = await inside('check', join(scratch, 'nowhere'));
    expect(code).toBe(2);
    expect(err).toContain('there is no scenario');
  });
});

describe('run', () => {
  it('is told as a dated story on both clocks', async () => {
    const { code, out, err } = await khasan('run', SCENARIO, '--seed', '3');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^1 July 1938/m);
    expect(out).toMatch(/\d\d:\d\d JST, \d\d:\d\d Vladivostok: /);
    expect(out).toMatch(/Run hash [0-9a-f]{32}/);
    expect(out).not.toContain('\u001b');
  });

  it('as data is the same twice, and only data', async () => {
    const until = ['--until', '1938-08-07T12:00+09:00'];
    const words = ['run', SCENARIO, '--seed', '5', '--from', 'a3', ...until];
    const first = await json(...words);
    expect(first).toMatchObject({
      schema: 'khasan.run/1',
      scenario: SCENARIO,
      seed: 5,
      start: '1938-08-06T12:00+09:00',
    });
    expect(Object.keys(first)).toEqual(
      'schema scenario scenarioHash seed version hash from settings start end measures events'.split(
        ' ',
      ),
    );
    expect(first['hash']).toMatch(/^[0-9a-f]{32}$/);
    for (const value of Object.values(first['measures'] as Record<string, unknown>)) {
      expect(value === null || ['number', 'string', 'boolean'].includes(typeof value)).toBe(true);
    }
    expect(await json(...words)).toEqual(first);
  });

  it('stops where it is told to', async () => {
    const answer = await json('run', SCENARIO, '--until', '1938-07-05T12:00+10:00');
    expect(answer['end']).toMatch(/^1938-07-0[56]T/);
  });

  it('takes a reading as given', async () => {
    const until = ['--until', '1938-07-02T12:00+09:00'];
    const answer = await json('run', SCENARIO, '--set', 'reading:tanks-engaged=285', ...until);
    expect(answer['settings']).toEqual(['reading:tanks-engaged=285']);
  });

  it('writes its events, a head first', async () => {
    const file = join(scratch, 'events.ndjson');
    const answer = await json('run', SCENARIO, '--seed', '2', '--events', file);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const [head, ...events] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(head).toEqual({
      schema: 'khasan.events/1',
      scenario: SCENARIO,
      scenarioHash: answer['scenarioHash'],
      seed: 2,
      version: answer['version'],
    });
    expect(events).toHaveLength(answer['events'] as number);
    expect(Object.keys(events[0]!)).toEqual('id tick time kind actor place cause data'.split(' '));
    expect(events[0]).toMatchObject({ kind: 'run-started', time: '1938-07-01T00:00+09:00' });
    const ids = new Set(events.map((event) => event['id']));
    expect(ids.size).toBe(events.length);
    // A cause is an event that came before; the file alone can explain an act.
    for (const event of events) {
      for (const cause of event['cause'] as string[]) expect(ids).toContain(cause);
    }
  });
});

describe('replicate', () => {
  it('gives the same measures with one worker and with two, and rows on disk', async () => {
    const out = join(scratch, 'results');
    const words = ['replicate', SCENARIO, '--runs', '4', '--seed', '40', '--from', 'a3'];
    const one = await json(...words, '--workers', '1');
    const answer = await khasan(...words, '--workers', '2', '--out', out, '--json');
    const two = JSON.parse(answer.out) as Record<string, unknown>;
    expect(two).toMatchObject({
      schema: 'khasan.replicate/1',
      scenario: SCENARIO,
      runs: 4,
      asked: 4,
      failed: [],
      interrupted: false,
      seed: 40,
      workers: 2,
    });
    expect(two['seconds']).toBeGreaterThan(0);
    expect(two['measures']).toEqual(one['measures']);
    const losses = (two['measures'] as Record<string, unknown>)['losses.su.killed'];
    expect(Object.keys(losses as object)).toEqual(
      'kind unit n happened mean sd p05 p25 p50 p75 p95 shares'.split(' '),
    );
    expect(JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'))).toEqual(two);
    const rows = readFileSync(join(out, 'runs.csv'), 'utf8').trimEnd().split('\n');
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatch(/^variant,run,seed,hash,end,events,/);
    expect(rows[3]).toMatch(/^a3,2,42,[0-9a-f]{32},1938-/);
    const alone = await json('run', SCENARIO, '--seed', '42', '--from', 'a3');
    expect(rows[3]).toContain(`,${String(alone['hash'])},`);
  });

  it('prints a table without colours when piped', async () => {
    const { code, out, err } = await khasan('replicate', SCENARIO, '--runs', '3', '--from', 'a3');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('3 runs, from a3, seeds 1 to 3');
    expect(out).toMatch(/^Losses$/m);
    expect(out).toMatch(/^Soviet killed +men/m);
    expect(out).not.toContain('\u001b');
  });

  it('keeps what is done when interrupted, and says how to go on', async () => {
    const words = ['replicate', SCENARIO, '--seed', '7', '--workers', '2', '--json'];
    // How long a few runs take on this machine, now: after twice that some are done.
    const few = await khasan(...words, '--runs', '4');
    const { seconds } = JSON.parse(few.out) as { seconds: number };
    const child = spawn(process.execPath, [PROGRAM, ...words, '--runs', '100000'], {
      cwd: scratch,
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (piece) => (out += String(piece)));
    child.stderr.on('data', (piece) => (err += String(piece)));
    const closed = new Promise((resolve) => child.on('close', resolve));
    setTimeout(() => child.kill('SIGINT'), 2000 * seconds);
    expect(await closed).toBe(130);
    const answer = JSON.parse(out) as Record<string, number | boolean>;
    expect(answer).toMatchObject({ asked: 100_000, interrupted: true, failed: [] });
    expect(answer['runs']).toBeGreaterThan(0);
    expect(err).toContain(`--seed ${String(7 + (answer['runs'] as number))}`);
  });
});

describe('compare', () => {
  it('sets free runs beside the record', async () => {
    const { code, out, err } = await inside('compare', SCENARIO, '--runs', '4');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('free runs from the first day, 4 runs beside the record');
    expect(out).toContain('not the archive’s');
    expect(out).toMatch(/Soviet\s+tanks\s+brought\s+to\s+the\s+lake,\s+285\s+or\s+345\s+or\s+354/);
    expect(out).toMatch(/^First death .*15 Jul/m);
    expect(out.trimEnd().split('\n\n').at(-1)).toMatch(/^Coverage: /);
  });

  it('as data has a row for each recorded thing', async () => {
    const answer = await json('compare', SCENARIO, '--runs', '3', '--from', 'a3');
    expect(answer).toMatchObject({ schema: 'khasan.compare/1', from: 'a3', runs: 3 });
    const rows = answer['measures'] as Record<string, unknown>[];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).toHaveProperty('record');
      expect(['calibration', 'informed', 'prediction', 'none']).toContain(row['use']);
    }
    expect(answer['coverage']).toHaveProperty('prediction');
  });
});

describe('plots of many runs', () => {
  const words = ['--runs', '3', '--workers', '1', '--from', 'a3', '-o'];
  it.each([
    ['compare', 'plots.html', /^<!doctype html>[^]*beside the record[^]*<figure>[^]*<\/html>\n$/],
    ['compare', 'plots.svg', /^<svg [^]*>record<\/text>[^]*<\/svg>\n$/],
    ['replicate', 'runs.svg', /^<svg [^]*half of the runs[^]*<\/svg>\n$/],
  ])('%s draws %s', async (command, name, form) => {
    const file = join(scratch, name);
    const { code, out, err } = await inside(command, SCENARIO, ...words, file);
    expect([code, err]).toEqual([0, `Written: ${file}\n`]);
    expect(out).toContain('3 runs');
    expect(readFileSync(file, 'utf8')).toMatch(form);
  });
});

describe('map', () => {
  it('is a picture on the standard output, or in a file', async () => {
    const { code, out } = await inside('map', SCENARIO);
    expect(code).toBe(0);
    expect(out).toMatch(/^<svg [^]*<\/svg>\n$/);
    const file = join(scratch, 'map.svg');
    const later = await khasan(
      'map',
      SCENARIO,
      '--at',
      '1938-08-07T12:00+09:00',
      '--from',
      'a3',
      '-o',
      file,
    );
    expect(later).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(file, 'utf8')).toContain('not the record: seed 1');
  });
});

describe('wire', () => {
  const window = [
    ...['wire', SCENARIO, '--seed', '2', '--from-time', '1938-07-30T00:00+09:00'],
    ...['--to', '1938-08-01T00:00+09:00'],
  ];
  it('is a picture on the standard output, or in a file', async () => {
    const { code, out } = await inside(...window);
    expect(code).toBe(0);
    expect(out).toMatch(/^<svg [^]*<\/svg>\n$/);
    const file = join(scratch, 'wire.svg');
    const later = await khasan(...window, '--rows', 'levels', '-o', file);
    expect(later).toMatchObject({ code: 0, out: '' });
    expect(later.err).toMatch(/wire\.svg: .*leave/i);
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg /);
  });

  it('is a table of the same view', async () => {
    const { rows, finding } = await json(...window);
    const table = await inside(...window, '--table');
    expect(table.code).toBe(0);
    const lines = table.out.trimEnd().split('\n');
    expect(lines).toContain(finding);
    const head = lines.findIndex((line) => /^sent +from +to +kind +known +answer/.test(line));
    expect(lines.length - head - 1).toBe((rows as unknown[]).length);
    expect((rows as unknown[]).length).toBeGreaterThan(10);
  });
});

describe('start', () => {
  it('prints the free comparison, then the anchored ones', async () => {
    const words = ['start', '--no-serve', '--runs', '2', '--anchored-runs', '1'];
    const { code, out, err } = await khasan(...words);
    expect([code, err]).toEqual([0, '']);
    const headings = [...out.matchAll(/^Lake Khasan.*: (free runs|runs from a\d)/gm)].map(
      (found) => found[1],
    );
    expect(headings).toEqual(['free runs', 'runs from a1', 'runs from a2', 'runs from a3']);
    expect(out).not.toContain('explorer');
  });
});

describe('a reader that goes away', () => {
  it.skipIf(process.platform === 'win32')('is no fault', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'run', SCENARIO], { cwd: scratch });
    let err = '';
    child.stderr.on('data', (piece) => (err += String(piece)));
    child.stdout.destroy();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect(withoutStaleNote(err)).toBe('');
  });
});
