import { expect, test } from 'vitest';
import { recordFilm } from '../host/index.ts';
import { realModel } from '../../test/support/real-scenario.ts';
import {
  isWhole,
  packBeliefs,
  packFilm,
  unpackFilm,
  withBeliefs,
  withoutBeliefs,
} from './film-file.ts';
import { changeAt, openColumns, valueAt } from './columns.ts';

test('a film comes out of its file as it went in', () => {
  const film = recordFilm(realModel(), { seed: 3, from: 'free', settings: [], version: 'x' });
  expect(film.events.count).toBeGreaterThan(20);
  expect(unpackFilm(packFilm(film))).toEqual(film);
  const first = unpackFilm(packFilm(withoutBeliefs(film)))!;
  expect(first.beliefs.ticks).toHaveLength(0);
  expect([isWhole(first), isWhole(film)]).toEqual([false, true]);
  expect(withBeliefs(first, packBeliefs(film))).toEqual(film);
  expect(withBeliefs(first, '{"runHash":"another"}')).toBe(first);
});

test('a file of another kind is no film', () => {
  expect(unpackFilm('{"head":{"schema":"khasan.film/2"}}')).toBeNull();
});

test('a row is found at any tick', () => {
  const writer = openColumns(2, 2);
  writer.note(1, 5, [1, 2]);
  writer.note(1, 6, [1, 2]);
  writer.note(1, 9, [1, 3]);
  writer.note(1, 9, [1, 4]);
  const columns = writer.finish();
  expect([...columns.ticks]).toEqual([5, 9]);
  expect([4, 5, 8, 9, 99].map((tick) => valueAt(columns, 1, 1, tick, -1))).toEqual([
    -1, 2, 2, 4, 4,
  ]);
  expect(changeAt(columns, 0, 99)).toBe(-1);
});
