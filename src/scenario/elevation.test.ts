import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hexAt, makeGrid } from '../hex/index.ts';
import { elevationOf } from './elevation.ts';
import type { MapFile } from './schema.ts';

const grid = makeGrid(21, 5, 500);
type Elevation = Partial<MapFile['elevation']>;

/** Height of a hex on a map of which only the elevation is written. */
function metresAt(column: number, row: number, elevation: Elevation): number {
  const whole = { method: '', ground: [], hills: [], ridges: [], ...elevation };
  const map = { elevation: whole } as unknown as MapFile;
  return elevationOf(map, grid)[hexAt(grid, column, row)]!;
}

const hill = (id: string, column: number, metres: number, row = 2) => ({
  id,
  at: [column, row] as [number, number],
  metres,
  fallEast: 100,
  fallWest: 200,
});

describe('general ground', () => {
  const ground = [
    { at: [0, 2] as [number, number], metres: 10 },
    { at: [4, 2] as [number, number], metres: 50 },
  ];
  it.each([
    ['on a point: its height', 0, 10],
    ['on the other', 4, 50],
    ['half way: the mean', 2, 30],
    // Weights (1/500 - 1/4000)² and (1/1500 - 1/4000)²: 3.0625 to 0.1736.
    ['a quarter of the way: by the weights', 1, 12],
    // 3.5 km from the one point, 1.5 km from the other: weights 0.00128 to 0.1736.
    ['far from both: the nearer', 7, 50],
    // 10 km and 8 km, so the reach grows to 16 km: weights 1.41 to 3.91.
    ['out of reach of both: the reach grows', 20, 39],
  ])('%s', (_, column, metres) => {
    expect(metresAt(column, 2, { ground })).toBe(metres);
  });

  it('is sea level on a map without heights', () => {
    expect(metresAt(3, 3, {})).toBe(0);
  });
});

describe('hills', () => {
  const hills = [hill('mount', 10, 150)];
  const ground = [{ at: [10, 2] as [number, number], metres: 5 }];
  it.each([
    ['on the summit', 10, 2, 150],
    ['500 m east: the eastern fall', 11, 2, 100],
    ['500 m west: the western fall', 9, 2, 50],
    ['1 km west: the general ground', 8, 2, 5],
    // 250 m east and 433 m north: bearing share (1 + 0.5) / 2 east, fall 125 m/km.
    ['500 m north-east: three quarters east', 10, 1, 88],
    // Due north: the mean of the falls over 866 m.
    ['866 m due north: the mean', 10, 0, 20],
  ])('%s', (_, column, row, metres) => {
    expect(metresAt(column, row, { hills, ground })).toBe(metres);
  });

  it('does not dig: a cone below the ground is not seen', () => {
    expect(metresAt(10, 2, { hills: [hill('mole', 10, 3)], ground })).toBe(5);
  });
});

describe('ridges', () => {
  // Two hills one north of the other, 1.7 km apart, so that their line runs due south.
  const hills = [hill('north', 10, 100, 0), hill('south', 10, 100, 4)];
  const ridges = [{ from: 'north', to: 'south', saddleMetres: 60 }];
  it.each([
    ['in the saddle', 10, 2, 60],
    ['500 m east of the saddle', 11, 2, 10],
    ['500 m west of it', 9, 2, -40],
    ['on a hill the hill is higher', 10, 4, 100],
  ])('%s', (_, column, row, metres) => {
    const ground = [{ at: [0, 0] as [number, number], metres: -50 }];
    expect(metresAt(column, row, { hills, ridges, ground })).toBe(metres);
  });

  it('ends at its hills', () => {
    const west = [hill('a', 4, 20), hill('b', 8, 20)];
    expect(
      metresAt(9, 2, { hills: west, ridges: [{ from: 'a', to: 'b', saddleMetres: 90 }] }),
    ).toBe(0);
  });

  it('throws when a hill is missing', () => {
    expect(() =>
      metresAt(0, 0, { hills, ridges: [{ from: 'north', to: 'x', saddleMetres: 1 }] }),
    ).toThrow('joins a hill that is not on the map');
  });
});

describe('the ground of Lake Khasan', () => {
  const file = new URL('../../scenarios/khasan-1938/map.yaml', import.meta.url);
  const map = parse(readFileSync(file, 'utf8')) as MapFile;
  const khasan = makeGrid(map.frame.columns, map.frame.rows, map.frame.hexWidthMetres);
  const elevation = elevationOf(map, khasan);

  it.each([
    ['Zaozyornaya', 15, 22, 150, 150],
    ['Bezymyannaya', 15, 18, 77, 77],
    ['Machine-gun Hill', 18, 26, 52, 52],
    ['Hill 141.2', 13, 24, 141, 141],
    ['the slope of Zaozyornaya towards the lake', 16, 22, 40, 80],
    ['its western foot', 14, 22, 5, 15],
    ['the northern neck', 16, 16, 3, 15],
    ['the southern neck', 19, 25, 3, 15],
    ['the isthmus', 19, 22, 3, 15],
    ['Fangchuan, published with 5 and 12 m', 14, 25, 5, 12],
    ['the coastal flats', 30, 21, 2, 10],
    ['the mountains behind Hongui', 0, 33, 200, 400],
  ])('%s (%d, %d) lies %d to %d m high', (_, column, row, low, high) => {
    const metres = elevation[hexAt(khasan, column, row)]!;
    expect(metres).toBeGreaterThanOrEqual(low);
    expect(metres).toBeLessThanOrEqual(high);
  });

  it('rises nowhere in the field above Zaozyornaya', () => {
    for (let row = 14; row <= 28; row++) {
      for (let column = 9; column < map.frame.columns; column++) {
        expect(elevation[hexAt(khasan, column, row)]).toBeLessThanOrEqual(150);
      }
    }
  });
});
