import { expect, test } from 'vitest';
import { realModel } from '../../../test/support/real-scenario.ts';
import { recordFilm } from '../../host/record-film.ts';
import { eventsOfKinds } from './moments.ts';
import { whyOf } from './papers.ts';
import { eventOf } from './run-view.ts';

const model = realModel();
const film = recordFilm(model, { seed: 1, from: 'free', settings: [], version: 'x' });

test('a deed on a paper that nobody stands behind is told apart from one on leave, and from one against a ban', () => {
  const uncovered = new Set(
    eventsOfKinds(film, ['acted-without-authority']).map((number) => {
      const { tick, actor, place, data } = eventOf(film.events, number);
      return [tick, actor, place, data['act']].join(' ');
    }),
  );
  const seen = { empty: 0, covered: 0, unbidden: 0 };
  for (const number of eventsOfKinds(film, ['operation-ordered', 'order-given'])) {
    const event = eventOf(film.events, number);
    const { isEmpty, authority, lateLeave } = whyOf(film, model, event);
    const isBare = uncovered.has(
      [event.tick, event.actor, event.place, event.data['act']].join(' '),
    );
    const isUnbidden = authority === 'initiative' || authority === 'against-ban';
    expect(isEmpty).toBe(isBare && !isUnbidden);
    if (!isEmpty && !isUnbidden) expect(lateLeave).toBeNull();
    seen[isEmpty ? 'empty' : isUnbidden ? 'unbidden' : 'covered']++;
  }
  expect(Object.values(seen).every((count) => count > 0)).toBe(true);
});
