import { describe, expect, it } from 'vitest';
import { holderDayOf, holderSign, spanOfDays } from './holder-days.ts';

describe('measures that are days of a series', () => {
  it.each([
    ['holder.zaozyornaya.0731', { series: 'holder.zaozyornaya', month: 7, day: 31 }],
    ['holder.machine-gun-hill.0801', { series: 'holder.machine-gun-hill', month: 8, day: 1 }],
    ['holder.zaozyornaya.truce', null],
    ['losses.su.killed', null],
  ])('%s', (id, day) => {
    expect(holderDayOf(id)).toEqual(day);
  });
});

describe('the sign of a day', () => {
  it.each([
    [{ jp: 0.9, su: 0.1 }, 'J'],
    [{ jp: 0.6, su: 0.4 }, 'j'],
    [{ su: 0.8, jp: 0.2 }, 'S'],
    [{ both: 0.5, jp: 0.3, su: 0.2 }, '='],
    [{ none: 1 }, '·'],
    [null, ' '],
  ])('%j is %s', (shares, sign) => {
    expect(holderSign(shares)).toBe(sign);
  });
});

it('a span of days names the first and the last', () => {
  const days = [holderDayOf('holder.a.0731')!, holderDayOf('holder.a.0815')!];
  expect(spanOfDays(days)).toBe('31 Jul–15 Aug');
});
