import { describe, expect, it } from 'vitest';
import { exactly, hourOf, percent, percentile, twoFigures } from './figures.ts';

describe('figures of the model carry two significant figures', () => {
  const cases: readonly (readonly [number | null, string])[] = [
    [1234, '1,200'],
    [1250000, '1,300,000'],
    [34.4, '34'],
    [9.96, '10'],
    [7.31, '7.3'],
    [4.04, '4'],
    [0.0724, '0.072'],
    [0.5, '0.5'],
    [-12.7, '−13'],
    [0, '0'],
    [99.7, '100'],
    [null, '–'],
    [Number.NaN, '–'],
    [Infinity, '–'],
  ];
  it.each(cases)('%s is spoken %s', (value, text) => {
    expect(twoFigures(value)).toBe(text);
  });
});

describe('figures of the record stand as they are', () => {
  it.each([
    [1114, '1,114'],
    [34, '34'],
    [4.5, '4.5'],
    [-3, '−3'],
  ])('%s is written %s', (value, text) => {
    expect(exactly(value)).toBe(text);
  });
});

describe('shares', () => {
  it.each([
    [0, '0 %'],
    [0.004, '< 1 %'],
    [0.344, '34 %'],
    [0.996, '> 99 %'],
    [1, '100 %'],
    [null, '–'],
  ])('%s is spoken %s', (share, text) => {
    expect(percent(share)).toBe(text);
  });
});

describe('percentiles', () => {
  it.each([
    [0, '0th'],
    [1.2, '1st'],
    [2, '2nd'],
    [11, '11th'],
    [12, '12th'],
    [22, '22nd'],
    [93, '93rd'],
    [100, '100th'],
  ])('%s is spoken %s', (value, text) => {
    expect(percentile(value)).toBe(text);
  });
});

describe('hours of the day', () => {
  // 31 July 1938, 05:15 JST, in minutes since 1970.
  const firstAssault = -16527105;
  it.each([
    [firstAssault, 540, '31 Jul 05h'],
    [firstAssault, 600, '31 Jul 06h'],
    [firstAssault, 180, '30 Jul 23h'],
    [Number.NaN, 540, '–'],
  ])('%s on the clock +%s is %s', (minutes, offset, text) => {
    expect(hourOf(minutes, offset)).toBe(text);
  });
});
