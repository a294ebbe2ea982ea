import { describe, expect, test } from 'vitest';
import { ledgersText } from './ledgers-text.ts';

const screen = { isTerminal: false, colour: false, columns: 100 };

describe('the two ledgers at the end of a run', () => {
  const cases: readonly [values: Record<string, number>, lines: readonly RegExp[]][] = [
    [
      { 'losses.su.killed': 1200, 'return.su.killed': 1000, 'claim.su.killed': 2000 },
      [/The Soviets/, /dead on the field +1,200 +1,000 +– +2,000 +–/],
    ],
    [{ 'losses.su.wounded': 40, 'truth.su.died': 3, 'return.su.wounded': 37 }, [/wounded +37 +37/]],
    [{ 'tanks.su.out': 9, 'claim.su.tanks.public': 14 }, [/tanks put out +9 +– +– +– +14/]],
    [{ 'guns.jp.lost': 0, 'claim.jp.guns': 2 }, [/The Japanese/, /guns +0 +– +– +2/]],
  ];
  test.each(cases)('%j', (values, lines) => {
    const text = ledgersText(screen, values);
    for (const line of lines) expect(text).toMatch(line);
  });

  test('leave out what nobody lost or claimed, and themselves where that is everything', () => {
    const text = ledgersText(screen, { 'losses.su.killed': 2, 'losses.su.missing': 0 });
    expect(text).not.toMatch(/missing +0|The Japanese/);
    expect(ledgersText(screen, { 'losses.su.killed': 0, 'return.su.killed': 0 })).toBe('');
  });
});
