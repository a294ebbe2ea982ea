import { expect, test } from 'vitest';
import { distribute } from './distribute.ts';
import { shareWords, standingOf } from './standing.ts';

const HUNDRED = Array.from({ length: 101 }, (_, index) => index);

test.each([
  ['in the middle', 50, 50, 'inside', 50, 50],
  ['at the end of the nine tenths', 95, 95, 'inside', 95, 5],
  ['just beyond them', 98, 98, 'edge', 98, 2],
  ['beyond every run', 120, 130, 'beyond', 101, 0],
  ['a span that reaches in', 90, 300, 'inside', 90, 0],
  ['a span before all', -9, -1, 'beyond', 0, 101],
])('%s: %d to %d lies %s', (_what, low, high, place, below, above) => {
  const found = standingOf(HUNDRED, low, high);
  expect(found.place).toBe(place);
  expect([found.below * 101, found.above * 101].map(Math.round)).toEqual([below, above]);
});

test.each([
  [0, '0 %'],
  [0.004, '<1 %'],
  [0.62, '62 %'],
  [0.996, '>99 %'],
  [1, '100 %'],
])('a share of %d is told as %s', (share, words) => {
  expect(shareWords(share)).toBe(words.replace(' ', '\u00a0'));
});

test('the columns reach what is recorded, and times fall into whole hours', () => {
  const { columns, step } = distribute([10, 11, 12], [1, 2, 3], { isTime: true, reach: [100] });
  expect(step).toBe(3);
  expect(columns[0]!.from).toBe(9);
  expect(columns.at(-1)!.from).toBe(99);
  expect(columns.flatMap(({ seeds }) => seeds)).toEqual([1, 2, 3]);
});
