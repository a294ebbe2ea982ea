import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, smallModel } from '../../../test/support/small-model.ts';
import { canSee } from './sight.ts';

const ridge = smallModel({ elevation: (column) => (column === 6 ? 100 : 10) });

describe('lines of sight', () => {
  test.each([
    ['over open ground', [1, 5], [5, 5], true],
    ['through a ridge', [3, 5], [9, 5], false],
    ['from the ridge to the foot', [6, 5], [9, 5], true],
    ['along the ridge', [6, 3], [6, 9], true],
    ['to itself', [3, 3], [3, 3], true],
  ] as const)('%s', (_, from, to, seen) => {
    expect(canSee(ridge, at(ridge, from[0], from[1]), at(ridge, to[0], to[1]))).toBe(seen);
  });
  test('a wood hides what a meadow shows', () => {
    const wood = smallModel({ terrain: (column) => (column === 6 ? 'wood' : 'flat') });
    const open = smallModel();
    expect(canSee(open, at(open, 4, 5), at(open, 8, 5))).toBe(true);
    expect(canSee(wood, at(wood, 4, 5), at(wood, 8, 5))).toBe(false);
  });
  test('beyond six kilometres nothing is worked out', () => {
    const wide = smallModel({ columns: 40 });
    expect(canSee(wide, at(wide, 0, 5), at(wide, 12, 5))).toBe(true);
    expect(canSee(wide, at(wide, 0, 5), at(wide, 13, 5))).toBe(false);
  });
  test('who sees is seen, and a turn of the map changes nothing', () => {
    const heights = (column: number, row: number): number => ((column * 7 + row * 13) % 17) * 6;
    const model = smallModel({ elevation: heights });
    // Another model of the same ground, which has worked out nothing yet.
    const again = smallModel({ elevation: heights });
    const turned = smallModel({ elevation: (column, row) => heights(11 - column, 11 - row) });
    fc.assert(
      fc.property(fc.nat(143), fc.nat(143), (a, b) => {
        const seen = canSee(model, a, b);
        expect(canSee(again, b, a)).toBe(seen);
        expect(canSee(turned, 143 - a, 143 - b)).toBe(seen);
      }),
      { seed: 1938, numRuns: 400 },
    );
  });
});
