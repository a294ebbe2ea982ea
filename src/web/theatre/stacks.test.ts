import { expect, test } from 'vitest';
import { openSession } from '../../cli/session.ts';
import { recordFilm } from '../../host/index.ts';
import { unitsAt } from '../state/run-view.ts';
import { theatreStacks } from './stacks.ts';

const { model } = openSession('khasan-1938', []);
const film = recordFilm(model, { seed: 1, from: 'free', settings: [], version: 'test' });

test('everybody beyond the map is in one stack, and marches lead along a way', () => {
  let marching = 0;
  for (let tick = film.head.startTick; tick <= film.head.endTick; tick += 24) {
    const units = unitsAt(film, tick);
    const away = units.filter(({ location, men }) => location >= model.grid.count && men > 0);
    const stacks = theatreStacks(model, film, units, tick);
    const sum = (list: readonly { readonly men: number }[]): number =>
      list.reduce((total, { men }) => total + men, 0);
    expect(sum(stacks)).toBe(sum(away));
    for (const { node, next, share } of stacks) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      if (next < 0) continue;
      marching++;
      const isWay = model.theatre.links.some(
        ({ from, to }) => (from === node && to === next) || (from === next && to === node),
      );
      expect(isWay).toBe(true);
    }
  }
  expect(marching).toBeGreaterThan(5);
}, 60_000);
