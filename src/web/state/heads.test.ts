import { expect, test } from 'vitest';
import { EVENT_KINDS } from '../../engine/index.ts';
import { recordFilm } from '../../host/index.ts';
import { realModel } from '../../../test/support/real-scenario.ts';
import { headAt } from './heads.ts';

test('a head that the run takes away leaves a vacant post, then a successor without a name', () => {
  const model = realModel();
  const removed = EVENT_KINDS.indexOf('person-removed');
  const films = [1, 2, 3, 4, 5, 6].map((seed) =>
    recordFilm(model, { seed, from: 'free', settings: [], version: 'x' }),
  );
  const film = films.find(({ events }) => events.kinds.includes(removed))!;
  const { kinds, ticks, actors, names } = film.events;
  const number = kinds.indexOf(removed);
  const office = model.offices.findIndex(({ id }) => id === names[actors[number]!]);
  const tick = ticks[number]!;
  expect(headAt(film, model, office, tick - 1).kind).toBe('named');
  expect(headAt(film, model, office, tick)).toEqual({
    kind: 'deputy',
    person: '',
    sinceTick: tick,
  });
  const later = film.events.kinds.findIndex(
    (kind, at) =>
      EVENT_KINDS[kind] === 'person-appointed' && names[actors[at]!] === model.offices[office]!.id,
  );
  if (later >= 0) expect(headAt(film, model, office, ticks[later]!).kind).toBe('successor');
});
