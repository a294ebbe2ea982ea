import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeLabels, type LabelWish } from './labels.ts';
import { inside, overlap, type Box } from './svg.ts';

const SHEET: Box = { left: 0, top: 0, right: 600, bottom: 400 };

function wish(id: string, x: number, y: number, extra: Partial<LabelWish> = {}): LabelWish {
  return {
    id,
    rank: 1,
    weight: 0,
    lines: ['Zaozyornaya', '150 m'],
    styles: [
      { family: 'serif', size: 16 },
      { family: 'sans', size: 12 },
    ],
    at: { x, y },
    clear: 8,
    ...extra,
  };
}

describe('a name', () => {
  test('stands to the right of its mark where there is room', () => {
    const [label] = placeLabels([wish('a', 300, 200)], SHEET, [], []);
    expect(label?.box.left).toBeCloseTo(310);
  });

  test('goes to the left at the right edge', () => {
    const [label] = placeLabels([wish('a', 580, 200)], SHEET, [], []);
    expect(label?.box.right).toBeLessThan(580);
  });

  test('leaves a taken place', () => {
    const taken = { left: 305, top: 0, right: 600, bottom: 400 };
    const [label] = placeLabels([wish('a', 300, 200)], SHEET, [taken], []);
    expect(label?.box.right).toBeLessThan(305);
  });

  test('is left out where there is none', () => {
    expect(placeLabels([wish('a', 300, 200)], SHEET, [SHEET], [])).toEqual([]);
  });

  test('of the higher rank, then the greater weight, is placed first', () => {
    const wishes = [
      wish('a', 300, 200, { rank: 2 }),
      wish('b', 300, 200, { weight: 0.2 }),
      wish('c', 300, 200, { weight: 0.9 }),
    ];
    expect(placeLabels(wishes, SHEET, [], []).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  test('far from its mark has a stroke back to it', () => {
    const ring = { left: 270, top: 170, right: 330, bottom: 230 };
    const [label] = placeLabels([wish('a', 300, 200)], SHEET, [ring], []);
    expect(label?.svg).toContain('<path');
  });
});

test('no names overlap, whatever is asked', () => {
  const someWish = fc
    .record({
      x: fc.integer({ min: -50, max: 650 }),
      y: fc.integer({ min: -50, max: 450 }),
      rank: fc.integer({ min: 1, max: 3 }),
      name: fc.string({ minLength: 1, maxLength: 24 }),
      centred: fc.boolean(),
    })
    .map(({ x, y, rank, name, centred }) => wish(name, x, y, { rank, lines: [name], centred }));
  fc.assert(
    fc.property(fc.array(someWish, { maxLength: 30 }), (wishes) => {
      const labels = placeLabels(wishes, SHEET, [], []);
      for (const [index, label] of labels.entries()) {
        expect(inside(label.box, SHEET)).toBe(true);
        for (const other of labels.slice(index + 1)) {
          expect(overlap(label.box, other.box)).toBe(false);
        }
      }
    }),
    { seed: 1938, numRuns: 200 },
  );
});
