import { describe, expect, test } from 'vitest';
import { project, unproject } from './projection.ts';

const FRAME = {
  columns: 36,
  rows: 40,
  hexWidthMetres: 500,
  latitude0: 42.45,
  longitude0: 130.6,
  x0Metres: 0,
  y0Metres: 0,
};

/**
 * The same projection as a polynomial fitted to it for this origin, good to 2 cm within 80 km.
 * p and q are degrees north and east of the origin.
 */
function fitted(q: number, p: number): { east: number; north: number } {
  return {
    east: q * (82264.48 - 1308.614 * p - 12.573 * p * p + 0.36064 * q * q),
    north: p * (111082.05 + 9.6725 * p) + q * q * (484.547 + 1.45918 * p),
  };
}

describe('transverse Mercator at the lake', () => {
  test.each([
    [130.6, 42.45],
    [130.5937, 42.4498],
    [130.5366, 42.4255],
    [130.78012, 42.71086],
    [131.38919, 42.86242],
  ])('%d E %d N', (longitude, latitude) => {
    const at = project(FRAME, [longitude, latitude]);
    const wanted = fitted(longitude - 130.6, latitude - 42.45);
    expect(Math.abs(at.x - wanted.east)).toBeLessThan(0.05);
    expect(Math.abs(-at.y - wanted.north)).toBeLessThan(0.05);
  });

  test.each([
    [-9000, -10000],
    [0, 0],
    [9000, 8660],
    [300, 25],
  ])('%d m east, %d m south and back', (x, y) => {
    const back = project(FRAME, unproject(FRAME, { x, y }));
    expect(Math.abs(back.x - x)).toBeLessThan(0.001);
    expect(Math.abs(back.y - y)).toBeLessThan(0.001);
  });
});
