import { describe, expect, test } from 'vitest';
import { centreOf, hexAt, makeGrid, metresBetween } from '../hex/index.ts';
import { loopsAt, surfaceOf } from './contours.ts';

const GRID = makeGrid(12, 10, 500);
const PEAK = hexAt(GRID, 5, 5);

/** A cone of 100 m that falls by 50 m in a kilometre. */
const cone = surfaceOf(GRID, (hex) => 100 - metresBetween(GRID, PEAK, hex) * 0.05);

describe('loops of a cone', () => {
  test.each([
    [90, 200],
    [75, 500],
    [50, 1000],
    [40, 1200],
  ])('at %d m run about %d m from the peak', (level, radius) => {
    const loops = loopsAt(cone, level);
    expect(loops).toHaveLength(1);
    const peak = centreOf(GRID, PEAK);
    for (const point of loops[0] ?? []) {
      const distance = Math.hypot(point.x - peak.x, point.y - peak.y);
      // The surface is flat between hex centres, so a loop cuts corners; it never runs through a centre.
      expect(distance).toBeGreaterThan(radius * 0.8);
      expect(distance).toBeLessThan(radius + 11);
    }
  });

  test('there is none above the peak', () => {
    expect(loopsAt(cone, 101)).toEqual([]);
  });

  test('ground that reaches the edge closes beyond it', () => {
    const flat = surfaceOf(GRID, () => 10);
    const loops = loopsAt(flat, 5);
    expect(loops).toHaveLength(1);
    const xs = (loops[0] ?? []).map((point) => point.x);
    expect(Math.min(...xs)).toBeLessThan(-250);
    expect(Math.max(...xs)).toBeGreaterThan(12 * 500);
  });
});

test('two hills give two loops', () => {
  const other = hexAt(GRID, 10, 5);
  const surface = surfaceOf(GRID, (hex) => (hex === PEAK || hex === other ? 60 : 0));
  expect(loopsAt(surface, 30)).toHaveLength(2);
});
