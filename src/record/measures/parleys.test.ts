import { expect, test } from 'vitest';
import { fact, measureEvents } from '../../../test/support/record-run.ts';

test('officers, meetings and places are counted, and the hours to the first meeting', () => {
  const at = (tick: number, kind: Parameters<typeof fact>[1], data: object) =>
    fact(tick, kind, 'jp.75ir', 'zaozyornaya', { ...data });
  const values = measureEvents([
    at(900, 'truce-agreed', { hour: 1000, line: 'lines' }),
    at(1010, 'parley-offered', { to: '' }),
    at(1012, 'parley-offered', { to: 'su.39corps' }),
    at(1014, 'parley-refused', { to: 'su.39corps' }),
    at(1016, 'parley-offered', { to: 'su.39corps' }),
    at(1026, 'parley-held', { with: 'su.39corps' }),
    at(1026, 'lines-separated', { with: 'su.39corps', metres: 80 }),
    at(1030, 'parley-held', { with: 'su.39corps' }),
  ]);
  const of = (id: string) => values[`parley.${id}`];
  expect(['offered', 'refused', 'held', 'apart', 'hours'].map(of)).toEqual([2, 1, 2, 1, 6.5]);
  expect(
    measureEvents([at(900, 'truce-agreed', { hour: 1000, line: 'lines' })])['parley.hours'],
  ).toBe(null);
});
