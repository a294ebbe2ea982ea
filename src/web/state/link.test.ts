import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLink, writeLink } from './link.ts';

test.each([
  '#/battle?v=1&run=137&set=param:report.lean=0.2&t=1938-07-31T02:45Z&eyes=jp.19d&c=15,22,3&sel=ev:812&show=lines,units&with=record&lang=en',
  '#/runs?m=losses.jp.casualties',
  '#/sources/S03',
  '#/battle?v=1&hue=12&newer=%D1%8F',
])('%s is read and written as it was', (link) => {
  expect(writeLink(readLink(link))).toBe(link);
});

test('what cannot be read is as if it were not there', () => {
  expect(readLink('').page).toBe('battle');
  expect(readLink('#/nowhere?run=2').values.run).toBe('2');
  expect(readLink('#%%%?=&&').page).toBe('battle');
});

test('any text can be a value', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (eyes, other) => {
      const link = {
        page: 'battle',
        detail: '',
        values: { eyes },
        others: [['zz', other]],
      } as const;
      const { values, others } = readLink(writeLink(link));
      expect([values.eyes, others]).toEqual([eyes, [['zz', other]]]);
    }),
  );
});
