import { expect, test } from 'vitest';
import { fact, measureEvents } from '../../../test/support/record-run.ts';

test('claims, questions, objections and rebukes are counted for the side of who makes them', () => {
  const at = (kind: Parameters<typeof fact>[1], actor: string, data: object) =>
    fact(100, kind, actor, '', { act: 'assault', ...data });
  const values = measureEvents([
    at('permission-asked', 'jp.korea-army', { asserts: true }),
    at('permission-asked', 'jp.korea-army', { asserts: false }),
    at('opinion-asked', 'jp.korea-army', {}),
    at('opinion-asked', 'jp.korea-army', {}),
    at('opinion-given', 'jp.19d', { agrees: true }),
    at('opinion-given', 'jp.19d', { agrees: false }),
    at('assertion-rebuked', 'su.politburo', {}),
  ]);
  const of = (side: string) =>
    ['asserted', 'asked', 'objected', 'rebuked'].map((id) => values[`consents.${side}.${id}`]);
  expect(of('jp')).toEqual([1, 2, 1, 0]);
  expect(of('su')).toEqual([0, 0, 0, 1]);
});
