import { describe, expect, test } from 'vitest';
import { EVENT_KINDS } from '../engine/index.ts';
import { distance } from '../hex/index.ts';
import { simulate } from '../experiment/one-run.ts';
import { realModel } from '../../test/support/real-scenario.ts';
import { unitAt, unitsAt, beliefsAt } from '../web/state/run-view.ts';
import type { Reply, SiteRows } from '../protocol/index.ts';
import { openHost } from './host.ts';
import { recordFilm } from './record-film.ts';
import { reckonRun } from './reckon-run.ts';
import { settingsToChanges } from './settings.ts';
import { frontOf, medoidOf } from './typical.ts';

const model = realModel();
const film = recordFilm(model, { seed: 8, from: 'free', settings: [], version: 'x' });

describe('the reckoning of a run', () => {
  const reckoning = reckonRun(model, { seed: 8, from: 'free' });
  test('is of the run of the film, and its charges stand on events of that film', () => {
    expect(reckoning.runHash).toBe(film.head.runHash);
    expect(reckoning.charges.length).toBeGreaterThan(3);
    for (const { event, tick, kind } of reckoning.charges) {
      expect(film.events.ticks[event]).toBe(tick);
      if (kind !== 'beyond-authority') continue;
      expect(EVENT_KINDS[film.events.kinds[event]!]).toBe('acted-without-authority');
    }
  });
  test('has heard its authors: some charge tells what one believed', () => {
    const knew = reckoning.charges.flatMap((charge) => charge.knew.map(({ text }) => text));
    expect(knew.some((text) => text.includes('per cent'))).toBe(true);
  });
});

describe('a film', () => {
  test('is of the very run that is played without one', () => {
    const { hash, measures } = simulate(model, { seed: 8, from: 'free' });
    expect(film.head.runHash).toBe(hash);
    expect(film.head.measures).toEqual(measures);
  });
  test('has every man where and what he was: nobody is lost between the columns', () => {
    for (const tick of [0, 2000, film.head.endTick]) {
      for (let unit = 0; unit < model.units.count; unit++) {
        const now = unitAt(film, unit, tick)!;
        const start = unitAt(film, unit, 0)!;
        expect(now.men + now.killed + now.wounded + now.missing).toBeLessThanOrEqual(start.men);
      }
    }
  });
  test('shows units as their events tell: who has arrived stands there, or has gone on in the same hour', () => {
    const { kinds, ticks, actors, places, names, count } = film.events;
    let checked = 0;
    let there = 0;
    const last = new Map<string, { tick: number; place: string }>();
    for (let number = 0; number < count; number++) {
      if (EVENT_KINDS[kinds[number]!] !== 'unit-arrived') continue;
      last.set(names[actors[number]!]!, { tick: ticks[number]!, place: names[places[number]!]! });
    }
    for (const [id, { tick, place }] of last) {
      const { location } = unitAt(film, model.units.id.indexOf(id), tick)!;
      if (location >= model.grid.count) continue;
      const named = model.areas.find((area) => area.id === place)!;
      // Columns are moved on by the hour: who comes in at a gate may be ten hexes on by its end.
      expect(distance(model.grid, named.hex, location), id).toBeLessThanOrEqual(12);
      if (model.areas[model.ground.area[location]!]!.id === place) there++;
      checked++;
    }
    expect(checked).toBeGreaterThan(2);
    expect(there).toBeGreaterThan(0.5 * checked);
  });
  test('an office believes nothing of the future', () => {
    for (const tick of [0, 1500, 4820, film.head.endTick]) {
      for (let office = 0; office < model.offices.length; office++) {
        for (const { seenTick } of beliefsAt(film, model, office, tick)) {
          expect(seenTick).toBeLessThanOrEqual(tick);
        }
      }
    }
  });
  test('has units on the map and beyond it', () => {
    const units = unitsAt(film, 4820);
    expect(units.some(({ location }) => location < model.grid.count)).toBe(true);
    expect(units.some(({ location }) => location >= model.grid.count)).toBe(true);
  });
});

describe('a host', () => {
  function listen(pause: () => void = () => {}): {
    replies: Reply[];
    host: ReturnType<typeof openHost>;
  } {
    const replies: Reply[] = [];
    const host = openHost({
      post: (reply) => replies.push(reply),
      load: () => Promise.resolve({ model, version: 'x' }),
      pause: () => {
        pause();
        return Promise.resolve();
      },
    });
    return { replies, host };
  }
  test('greets, opens, and says what it cannot do', async () => {
    const { replies, host } = listen();
    const setup = { seed: 8, from: 'free', settings: [] };
    await host.receive({ kind: 'open', id: 1, setup });
    await host.receive({ kind: 'hello', id: 2, protocol: 1, scenario: '' });
    await host.receive({ kind: 'open', id: 3, setup: { ...setup, from: 'nowhere' } });
    await host.receive({ kind: 'open', id: 4, setup: { ...setup, settings: ['param:x=1'] } });
    await host.receive({ kind: 'dance', id: 5 });
    await host.receive('nothing');
    const codes = replies.map((reply) => (reply.kind === 'problem' ? reply.code : reply.kind));
    expect(codes).toEqual([
      'not-greeted',
      'welcome',
      'bad-setup',
      'bad-setup',
      'bad-request',
      'bad-request',
    ]);
  });
  test('plays its part of a batch, and stops when told', async () => {
    const { replies, host } = listen(() => void host.receive({ kind: 'cancel', id: 3 }));
    await host.receive({ kind: 'hello', id: 1, protocol: 1, scenario: '' });
    const setup = { seed: 5, from: 'free', settings: [] };
    await host.receive({ kind: 'batch', id: 2, setup, runs: 100, offset: 1, stride: 2 });
    const seeds = replies.flatMap((reply) =>
      reply.kind === 'rows' ? reply.rows.map(({ seed }) => seed) : [],
    );
    expect(seeds).toEqual([6]);
    expect(replies.at(-1)).toMatchObject({ kind: 'rows', id: 2, done: true });
  });
});

test('settings of a link are read with their ranges', () => {
  const read = (text: string): boolean => settingsToChanges(model, [text]).ok;
  expect(read('param:report.spread=0.2')).toBe(true);
  expect(read('param:report.spread=9')).toBe(false);
  expect(read('param:nothing=1')).toBe(false);
  expect(read('scenario:offices.x=1')).toBe(false);
});

describe('the typical run', () => {
  const rowsOf = (losses: (number | null)[]): SiteRows => ({
    schema: 'khasan.site-rows/1',
    version: 'x',
    scenarioHash: '',
    seed: 11,
    runs: losses.length,
    records: {},
    measures: { 'losses.jp.casualties': losses, 'unauthorised.jp.against-ban': [0, 2, 0, 1, null] },
  });
  test('is the one in the middle of the others', () => {
    expect(medoidOf(rowsOf([0, 90, 100, 110, 5000]))).toBe(2);
    expect(medoidOf(rowsOf([null, null, null, 4, null]))).not.toBe(3);
  });
  test('is named with the runs it was chosen from', () => {
    expect(frontOf(rowsOf([0, 90, 100, 110, 5000]))).toEqual({
      schema: 'khasan.site-front/1',
      runs: 5,
      seed: 11,
      typicalSeed: 13,
      bannedAssaultSeeds: [12, 14],
    });
  });
});
