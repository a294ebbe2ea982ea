import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  NO_HEX,
  centreOf,
  cornerOf,
  directionTo,
  disk,
  distance,
  hexAt,
  hexNear,
  lineBetween,
  makeGrid,
  metresBetween,
  neighbourOf,
  oppositeDirection,
  turned180,
} from './index.ts';

const grid = makeGrid(36, 40, 500);
const anyHex = fc.integer({ min: 0, max: grid.count - 1 });

describe('grid', () => {
  test.each([
    [15, 22, 'E', 16, 22],
    [15, 22, 'NE', 15, 21],
    [15, 22, 'NW', 14, 21],
    [15, 21, 'NE', 16, 20],
    [15, 21, 'SW', 15, 22],
    [15, 21, 'SE', 16, 22],
  ])('from %i,%i going %s lies %i,%i', (column, row, name, toColumn, toRow) => {
    const direction = ['E', 'NE', 'NW', 'W', 'SW', 'SE'].indexOf(name);
    const hex = hexAt(grid, column, row);
    expect(neighbourOf(grid, hex, direction)).toBe(hexAt(grid, toColumn, toRow));
  });

  test('neighbours are mutual, adjacent, and 500 m apart', () => {
    fc.assert(
      fc.property(anyHex, fc.integer({ min: 0, max: 5 }), (hex, direction) => {
        const other = neighbourOf(grid, hex, direction);
        if (other === NO_HEX) return;
        expect(neighbourOf(grid, other, oppositeDirection(direction))).toBe(hex);
        expect(directionTo(grid, hex, other)).toBe(direction);
        expect(distance(grid, hex, other)).toBe(1);
        expect(metresBetween(grid, hex, other)).toBeCloseTo(500, 6);
      }),
      { seed: 1 },
    );
  });

  test('distance is a metric, and a turn by 180° keeps it', () => {
    fc.assert(
      fc.property(anyHex, anyHex, anyHex, (a, b, c) => {
        expect(distance(grid, a, b)).toBe(distance(grid, b, a));
        expect(distance(grid, a, c)).toBeLessThanOrEqual(
          distance(grid, a, b) + distance(grid, b, c),
        );
        expect(distance(grid, turned180(grid, a), turned180(grid, b))).toBe(distance(grid, a, b));
      }),
      { seed: 2 },
    );
  });

  test('a disk of radius r away from the edge has 3r(r+1)+1 hexes', () => {
    for (const radius of [0, 1, 2, 5]) {
      expect(disk(grid, hexAt(grid, 18, 20), radius)).toHaveLength(3 * radius * (radius + 1) + 1);
    }
  });
});

describe('geometry', () => {
  test('the centre of a hex lies in that hex, its corners on its rim', () => {
    fc.assert(
      fc.property(anyHex, fc.integer({ min: 0, max: 5 }), (hex, corner) => {
        expect(hexNear(grid, centreOf(grid, hex))).toBe(hex);
        const centre = centreOf(grid, hex);
        const point = cornerOf(grid, hex, corner);
        const radius = Math.hypot(point.x - centre.x, point.y - centre.y);
        expect(radius).toBeCloseTo(500 / Math.sqrt(3), 6);
      }),
      { seed: 3 },
    );
  });

  test('a line is a chain of neighbours between its ends', () => {
    fc.assert(
      fc.property(anyHex, anyHex, (a, b) => {
        const line = lineBetween(grid, a, b);
        expect(line[0]).toBe(a);
        expect(line[line.length - 1]).toBe(b);
        for (let i = 1; i < line.length; i++) {
          expect(distance(grid, line[i - 1]!, line[i]!)).toBe(1);
        }
      }),
      { seed: 4 },
    );
  });
});
