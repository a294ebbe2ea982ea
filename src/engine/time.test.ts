import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysFromCivil, formatTime, parseTime } from './time.ts';

test.each([
  [1970, 1, 1, 0],
  [1938, 7, 1, -11507],
  [2000, 2, 29, 11016],
])('%i-%i-%i is day %i', (year, month, day, days) => {
  expect(daysFromCivil(year, month, day)).toBe(days);
});

describe('parseTime', () => {
  test('noon in Korea is 13:00 on the Soviet coast and 06:00 in Moscow', () => {
    const korea = parseTime('1938-08-11T12:00+09:00');
    for (const same of ['1938-08-11T13:00+10:00', '1938-08-11T06:00+03:00', '1938-08-11T03:00Z']) {
      const other = parseTime(same);
      expect(korea.ok && other.ok && korea.minutes === other.minutes).toBe(true);
    }
  });

  test.each([
    ['1938-08-11T12:00', 'bare'],
    ['11 August', 'malformed'],
    ['1938-02-30T12:00+09:00', 'malformed'],
    ['1938-08-11T25:00+09:00', 'malformed'],
  ])('%s is %s', (text, problem) => {
    expect(parseTime(text)).toEqual({ ok: false, problem });
  });

  test('format and parse are inverse', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -30_000_000, max: 30_000_000 }),
        fc.integer({ min: -12, max: 14 }),
        (minutes, hours) => {
          const read = parseTime(formatTime(minutes, hours * 60));
          expect(read.ok && read.minutes).toBe(minutes);
        },
      ),
      { seed: 1938 },
    );
  });
});
