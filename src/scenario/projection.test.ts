import { describe, expect, it } from 'vitest';
import { makeProjection, toLonLat, toPlane, type LonLat } from './projection.ts';

const khasan = makeProjection({
  latitude0: 42.45,
  longitude0: 130.6,
  x0Metres: -8000,
  y0Metres: 9526.279,
});

/**
 * The series that the terrain data of the scenario were made with: its coefficients were fitted to the
 * full projection, apart from this code. Metres east and north of 42.45° N 130.60° E.
 */
function publishedSeries([longitude, latitude]: LonLat): [east: number, north: number] {
  const q = longitude - 130.6;
  const p = latitude - 42.45;
  return [
    q * (82264.48 - 1308.614 * p - 12.573 * p * p + 0.36064 * q * q),
    p * (111082.05 + 9.6725 * p) + q * q * (484.547 + 1.45918 * p),
  ];
}

describe('toPlane', () => {
  it('puts the origin of the projection eight kilometres east of hex (0, 0)', () => {
    const { x, y } = toPlane(khasan, [130.6, 42.45]);
    expect([x, y]).toEqual([8000, 9526.279]);
  });

  // Hex centres with their degrees, from the table of hexes of the terrain data (rounded to 1 m).
  it.each<[LonLat, number, number]>([
    [[130.50262, 42.53572], 0, 0],
    [[130.50871, 42.53572], 500, 0],
  ])('%j lies %d m east and %d m south of hex (0, 0)', (at, x, y) => {
    const point = toPlane(khasan, at);
    expect(Math.abs(point.x - x)).toBeLessThan(1);
    expect(Math.abs(point.y - y)).toBeLessThan(1);
  });

  it.each<[string, LonLat]>([
    ['Zaozyornaya', [130.5937, 42.4498]],
    ['Hongui', [130.5366, 42.4255]],
    ['Posyet', [130.80547, 42.65391]],
    ['the north-eastern corner of the theatre', [131.5, 43]],
    ['its south-western corner', [130.05, 42.15]],
  ])('agrees within 5 cm with the published series at %s', (_, at) => {
    const [east, north] = publishedSeries(at);
    const point = toPlane(khasan, at);
    expect(Math.abs(point.x - 8000 - east)).toBeLessThan(0.05);
    expect(Math.abs(9526.279 - point.y - north)).toBeLessThan(0.05);
  });

  it('counts y to the south', () => {
    expect(toPlane(khasan, [130.6, 42.4]).y).toBeGreaterThan(toPlane(khasan, [130.6, 42.5]).y);
  });
});

describe('toLonLat', () => {
  it.each<LonLat>([
    [130.5937, 42.4498],
    [130.45, 42.3],
    [130.95, 42.65],
    [131.2, 42.9],
  ])('undoes toPlane at %d, %d', (longitude, latitude) => {
    const back = toLonLat(khasan, toPlane(khasan, [longitude, latitude]));
    expect(back[0]).toBeCloseTo(longitude, 10);
    expect(back[1]).toBeCloseTo(latitude, 10);
  });
});
