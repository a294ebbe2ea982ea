import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLAIM_COLUMNS, parseClaims, parseSources } from './claims.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../history/${name}`, import.meta.url), 'utf8');

const SOURCES = 'key,title,address,kind,reliability,note\nS01,A book,,book,fair,\n';
const GOOD: Readonly<Record<string, string>> = {
  id: 'L001',
  subject: 'su',
  quantity: 'killed',
  value: '792',
  unit: 'men',
  claimant: 'su',
  about: 'su',
  status: 'stated',
  source: 'S01',
  rank: 'normal',
  use: 'p',
};

function table(...rows: Readonly<Record<string, string>>[]): string {
  const lines = rows.map((row) => CLAIM_COLUMNS.map((column) => row[column] ?? '').join(','));
  return [CLAIM_COLUMNS.join(','), ...lines].join('\n');
}

describe('parseClaims', () => {
  it('reads a number as a number, a time as text, an empty cell as null', () => {
    const hour = { ...GOOD, id: 'E051-hour', value: '1938-07-31T03:00+09:00', unit: 'time' };
    const year = { ...GOOD, id: 'E001-date', value: '1886', unit: 'date' };
    const span = { ...GOOD, id: 'T1b', value: '', low: '0', high: '10' };
    const { claims, byId, problems } = parseClaims(table(GOOD, hour, year, span), 'c.csv');
    expect(problems).toEqual([]);
    expect(claims.map((claim) => claim.value)).toEqual([
      792,
      '1938-07-31T03:00+09:00',
      '1886',
      null,
    ]);
    expect(byId.get('T1b')).toMatchObject({ low: 0, high: 10, line: 5, sources: ['S01'] });
  });

  const wrong: readonly [code: string, change: Readonly<Record<string, string>>][] = [
    ['missing-key', { id: '' }],
    ['missing-key', { value: '' }],
    ['unknown-value', { use: 'x' }],
    ['unknown-value', { status: 'sure' }],
    ['unknown-value', { rank: '' }],
    ['unknown-value', { claimant: 'de' }],
    ['unknown-source', { source: 'S01 S99' }],
    ['out-of-range', { low: '800' }],
    ['out-of-range', { low: '9', high: '8', value: '' }],
    ['wrong-type', { value: 'many' }],
    ['wrong-type', { unit: 'flag' }],
    ['bare-time', { unit: 'time', value: '1938-07-31T03:00' }],
    ['malformed-time', { unit: 'time', value: 'dawn' }],
  ];
  it.each(wrong)('reports %s for %o and leaves the row out', (code, change) => {
    const sources = parseSources(SOURCES, 's.csv');
    const parsed = parseClaims(table({ ...GOOD, ...change }), 'c.csv', sources);
    expect(parsed.problems.map((problem) => problem.code)).toEqual([code]);
    expect(parsed.problems[0]).toMatchObject({ path: 'c.csv', line: 2, severity: 'error' });
    expect(parsed.claims).toEqual([]);
  });

  it('keeps the first of two rows with one id', () => {
    const parsed = parseClaims(table(GOOD, { ...GOOD, value: '5' }), 'c.csv');
    expect(parsed.problems.map(({ code, line }) => ({ code, line }))).toEqual([
      { code: 'duplicate-id', line: 3 },
    ]);
    expect(parsed.byId.get('L001')?.value).toBe(792);
  });

  it('refuses a table with another header', () => {
    expect(parseClaims('id,value\nL001,5\n', 'c.csv').problems[0]?.code).toBe('history-unreadable');
    expect(parseSources('key\nS01\n', 's.csv').problems[0]?.code).toBe('history-unreadable');
  });
});

describe('the record', () => {
  const sources = parseSources(read('sources.csv'), 'history/sources.csv');
  const claims = parseClaims(read('claims.csv'), 'history/claims.csv', sources);

  it('is free of problems', () => {
    expect([...sources.problems, ...claims.problems]).toEqual([]);
  });

  const known: readonly [id: string, value: number | string, use: string][] = [
    ['L001', 792, 'p'],
    ['L062', 526, 'p'],
    ['L075', 34, 'c'],
    ['L042', 96, 'i'],
    ['SU43-men', 11, 'none'],
    ['E051-hour', '1938-07-31T03:00+09:00', 'none'],
    ['T11', 85, 'p'],
    ['D3', 60, 'c'],
  ];
  it.each(known)('has %s = %s, use %s', (id, value, use) => {
    expect(claims.byId.get(id)).toMatchObject({ value, use });
  });

  it('has all ninety figures of losses', () => {
    for (let n = 1; n <= 90; n++) {
      expect(claims.byId.has(`L${String(n).padStart(3, '0')}`)).toBe(true);
    }
  });
});
