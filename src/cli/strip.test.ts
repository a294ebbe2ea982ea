import { describe, expect, it } from 'vitest';
import { strip } from './strip.ts';

const runs = { p05: 0, p25: 25, p50: 50, p75: 75, p95: 100 };

describe('a strip shows where the runs lie and where the record', () => {
  const cases: readonly (readonly [string, number | null, number | null, string])[] = [
    ['no record', null, null, '───━━●━━━──'],
    ['record within', 20, 20, '──┃━━●━━━──'],
    ['record at the median covers it', 50, 50, '───━━┃━━━──'],
    ['record far above', 200, 200, '─━━●━─    ┃'],
    ['record far below', -100, -100, '┃    ─━━●━─'],
    ['a range above', 150, 200, '─━━●━─  ┃▒┃'],
    ['a range around the runs', -50, 150, '┃▒▒─━●━──▒┃'],
  ];
  it.each(cases)('%s', (_, recordLow, recordHigh, text) => {
    expect(strip({ ...runs, recordLow, recordHigh }, 11)).toBe(text);
  });

  it('puts everything in the middle when all is one number', () => {
    const one = { p05: 3, p25: 3, p50: 3, p75: 3, p95: 3, recordLow: null, recordHigh: null };
    expect(strip(one, 5)).toBe('  ●  ');
  });

  it('stays empty without runs', () => {
    const none = { ...runs, p05: Number.NaN, recordLow: 3, recordHigh: 3 };
    expect(strip(none, 5)).toBe('     ');
  });
});
