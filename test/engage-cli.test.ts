import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../src/cli/index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'khasan-engage-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function khasan(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await main(['engage', ...words], {
    screen: { isTerminal: false, colour: false, columns: 120 },
    print: (text) => (out += `${text}\n`),
    say: (text) => (err += `${text}\n`),
  });
  return { code, out, err };
}

const FORCES = ['--attacker', '6 companies, 20 tanks', '--defender', '2 companies, 3 anti-tank'];

describe('by hand', () => {
  test('prints odds, losses and what made them', async () => {
    const { code, out, err } = await khasan(...FORCES, '--draws', '200');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('840 men (6 companies) attack 280 (2); 200 draws from seed 1');
    for (const word of ['takes the ground', 'men lost', 'tanks of the attacker', 'trenches']) {
      expect(out).toContain(word);
    }
  });

  test('says the same to machines, and the same twice', async () => {
    const once = await khasan(...FORCES, '--draws', '200', '--json');
    const twice = await khasan(...FORCES, '--draws', '200', '--json');
    expect(twice.out).toBe(once.out);
    const document = JSON.parse(once.out);
    expect(document.schema).toBe('khasan.engage/1');
    const { low, high } = document.p_attacker_wins_interval;
    expect(low).toBeLessThan(document.p_attacker_wins);
    expect(document.p_attacker_wins).toBeLessThan(high);
    const { p10, p50, p90 } = document.attacker_loss;
    expect([p10, p50, p90]).toEqual([p10, p50, p90].sort((a, b) => a - b));
    const other = await khasan(...FORCES, '--draws', '200', '--seed', '9', '--json');
    expect(JSON.parse(other.out).attacker_loss).not.toEqual(document.attacker_loss);
  });

  test('a wide front is fought as a slice', async () => {
    const { out } = await khasan(...FORCES, '--front', '1500', '--draws', '50');
    expect(out).toContain('One of 3 slices of 500 m');
  });

  test.each([
    [['--attacker', '6 companies'], /needs two forces/],
    [
      ['--attacker', '6 companys', '--defender', '20 tanks'],
      /did you mean[^]*--defender: it has no men/,
    ],
    [[...FORCES, '--posture', 'strong'], /Allowed choices are open, hasty/],
    [[...FORCES, '--surprise', '2'], /a share from 0 to 1/],
    [['--battles', 'nowhere.csv'], /cannot be read/],
  ])('%j is wrong use', async (words, message) => {
    const { code, out, err } = await khasan(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toContain('    at ');
  });
});

describe('a table of battles', () => {
  const write = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const HEADER = 'id,year,att_strength,def_strength,posture,air_superiority';
  const ROWS = ['x1,1944,15000,9000,PD,1', 'x2,1917,60000,40000,FD,0', 'x3,1943,2000,2500,,'];

  test('has the agreed shape', async () => {
    const file = write('plain.csv', [HEADER, ...ROWS].join('\n'));
    const { code, out } = await khasan('--battles', file, '--json', '--draws', '50');
    expect(code).toBe(0);
    const { schema, rows, ...rest } = JSON.parse(out);
    expect({ schema, rest }).toEqual({ schema: 'khasan.engage/1', rest: {} });
    expect((rows as { id: string }[]).map(({ id }) => id)).toEqual(['x1', 'x2', 'x3']);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['id', 'p_attacker_wins', 'attacker_loss', 'defender_loss']);
      expect(row.p_attacker_wins).toBeGreaterThan(0);
      expect(row.p_attacker_wins).toBeLessThan(1);
      for (const loss of [row.attacker_loss, row.defender_loss]) {
        expect(Object.keys(loss)).toEqual(['p10', 'p50', 'p90']);
        expect(loss.p10).toBeLessThan(loss.p50);
        expect(loss.p50).toBeLessThan(loss.p90);
        expect(loss.p90).toBeLessThanOrEqual(1);
      }
    }
  });

  test('is forecast the same with and without results and hindsight', async () => {
    const results = [
      ',winner,att_casualties,hindsight_leada',
      ',1,100,1',
      ',-1,59000,-1',
      ',0,5,0',
    ];
    const more = [HEADER, ...ROWS].map((line, i) => line + results[i]!);
    const plain = await khasan('--battles', write('a.csv', [HEADER, ...ROWS].join('\n')), '--json');
    const told = await khasan('--battles', write('b.csv', more.join('\n')), '--json');
    expect(told).toEqual(plain);
    const bare = await khasan('--battles', join(folder, 'a.csv'), '--json', '--layer', 'none');
    expect(bare.out).not.toBe(plain.out);
  });

  test('all problems of a file are told at once', async () => {
    const file = write('bad.csv', `${HEADER}\nx,abc,5,5,XX,\nx,1944,-3,5,,\n`);
    const { code, out, err } = await khasan('--battles', file, '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const found of [
      ':2:2 wrong-type',
      ':2:5 unknown-value',
      ':3:1 duplicate-id',
      ':3:3 out-of-range',
    ]) {
      expect(err).toContain(found);
    }
  });

  test('without results nothing can be scored', async () => {
    const { code, err } = await khasan('--battles', join(folder, 'a.csv'), '--score');
    expect(code).toBe(2);
    expect(err).toContain('no results to judge forecasts by');
  });
});
