import { beforeAll, describe, expect, test } from 'vitest';
import { openSession } from '../../cli/session.ts';
import { recordFilm } from '../../host/index.ts';
import { geoMoment, type GeoMoment, type GeoWish } from './geo.ts';
import { measuresTable, runsTable, toCsv } from './tables.ts';

let wish: GeoWish;
let moment: GeoMoment;
beforeAll(() => {
  const { model, files } = openSession('khasan-1938', []);
  const setup = { seed: 1, from: 'free', settings: [], version: 'test' } as const;
  const film = recordFilm(model, { ...setup, settings: [] });
  wish = { model, film, map: files.map, tick: film.head.endTick - 40, office: -1 };
  moment = geoMoment(wish);
}, 60_000);

describe('GeoJSON of a moment', () => {
  test('lies at the lake, or at the places of the theatre', () => {
    const heights = moment.features.filter(({ geometry }) => geometry.type === 'Polygon');
    expect(heights.length).toBeGreaterThan(3);
    for (const { geometry } of heights) {
      const [longitude, latitude] = (geometry.coordinates as [number, number][][])[0]![0]!;
      expect(Math.abs(longitude - 130.6)).toBeLessThan(0.25);
      expect(Math.abs(latitude - 42.45)).toBeLessThan(0.25);
    }
  });

  test('rings are closed and go round against the clock', () => {
    for (const { geometry } of moment.features) {
      if (geometry.type !== 'Polygon') continue;
      const ring = geometry.coordinates[0]!;
      expect(ring[0]).toEqual(ring[ring.length - 1]);
      let area = 0;
      ring.slice(1).forEach(([x, y], index) => {
        const [lastX, lastY] = ring[index]!;
        area += lastX * y - x * lastY;
      });
      expect(area).toBeGreaterThan(0);
    }
  });

  test('ids are never used twice, and the attribution is inside', () => {
    const ids = moment.features.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(moment.attribution).toBe(wish.map.attribution);
  });

  test('an office has its own units and its beliefs, nothing else', () => {
    const office = wish.model.offices.findIndex(({ id }) => id === 'su.39corps');
    const { features } = geoMoment({ ...wish, office });
    const kinds = new Set(features.map(({ properties }) => properties['is']));
    expect(kinds.has('belief')).toBe(true);
    for (const { properties } of features) {
      if (properties['is'] === 'unit') expect(properties['office']).toBe('su.39corps');
      expect(properties['heldBy']).toBeUndefined();
    }
  });
});

describe('tables', () => {
  test('a cell with a comma or a quote is quoted', () => {
    expect(toCsv(['a', 'b'], [['x,y', 'say "no"']])).toBe('a,b\r\n"x,y","say ""no"""\r\n');
  });

  test('a run has a line for each measure', () => {
    const lines = measuresTable(wish.film).trim().split('\r\n');
    expect(lines).toHaveLength(Object.keys(wish.film.head.measures).length + 1);
  });

  test('shipped runs come before those that the page has played', () => {
    const rows = { seed: 7, runs: 1, measures: { a: [1] } } as unknown as Parameters<
      typeof runsTable
    >[0];
    const played = [{ seed: 9, values: { a: null, b: true } }] as unknown as Parameters<
      typeof runsTable
    >[1];
    expect(runsTable(rows, played)).toBe('from,seed,a,b\r\nshipped,7,1,\r\npage,9,,true\r\n');
  });
});
