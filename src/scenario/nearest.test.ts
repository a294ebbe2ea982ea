import { describe, expect, test } from 'vitest';
import { editDistance, nearestOf } from './nearest.ts';

describe('slips between two words', () => {
  test.each([
    ['', '', 0],
    ['hill', 'hill', 0],
    ['hill', 'hills', 1],
    ['hlil', 'hill', 1],
    ['kitten', 'sitting', 3],
    ['abc', '', 3],
  ])('%s → %s: %i', (a, b, slips) => {
    expect(editDistance(a, b)).toBe(slips);
    expect(editDistance(b, a)).toBe(slips);
  });
});

describe('the word that was meant', () => {
  test.each([
    ['fortfy', ['patrol', 'fortify'], 'fortify'],
    ['Fortify', ['patrol', 'fortify'], 'fortify'],
    ['retreat', ['patrol', 'fortify'], undefined],
    ['x', ['a', 'b'], undefined],
    ['su.119rr', ['su.40rd.118rr', 'su.40rd.119rr'], 'su.40rd.119rr'],
    ['aa', ['ab', 'ac'], 'ab'],
    ['anything', [], undefined],
  ])('%s among %j is %s', (word, known, meant) => {
    expect(nearestOf(word, known)).toBe(meant);
  });
});
