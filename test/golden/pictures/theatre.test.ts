import { describe, expect, test } from 'vitest';
import { openSession } from '../../../src/cli/session.ts';
import { composeTheatre, linkedNodes, symbolOf } from '../../../src/picture/index.ts';
import type { TheatreStack, TheatreView } from '../../../src/picture/index.ts';
import { formFaults, textClashes, textsBeyond } from '../../support/svg-texts.ts';

const { model } = openSession('khasan-1938', []);
const node = (id: string): number => model.theatre.nodes.findIndex((each) => each.id === id);
const [SOVIET, JAPANESE] = [0, 1].map(
  (side) => model.units.sidc[model.units.side.indexOf(side)]!,
) as [string, string];

const STACKS: readonly TheatreStack[] = [
  {
    ...{ node: node('voroshilov'), next: -1, share: 0 },
    ...{ side: 0, men: 930, units: 7, sidc: SOVIET },
  },
  {
    ...{ node: node('barabash'), next: node('slavyanka'), share: 0.5 },
    ...{ side: 0, men: 2140, units: 3, sidc: SOVIET },
  },
  {
    ...{ node: node('ranam'), next: -1, share: 0 },
    ...{ side: 1, men: 4800, units: 9, sidc: JAPANESE },
  },
  {
    ...{ node: node('ranam'), next: node('hoeryong'), share: 0.25 },
    ...{ side: 1, men: 310, units: 1, sidc: JAPANESE },
  },
];

const VIEW: TheatreView = {
  ...{ width: 1000, height: 700, stacks: STACKS },
  names: model.theatre.nodes.map(({ name }) => name.replace(/ \(.*\)$/, '')),
  symbolFor: symbolOf,
  words: { title: 'The approaches', lake: 'The lake', note: 'Distances are drawn by their root.' },
};

const STATES: readonly (readonly [name: string, view: TheatreView])[] = [
  ['large', VIEW],
  ['phone', { ...VIEW, width: 340, height: 420 }],
  ['inset', { ...VIEW, width: 216, height: 168, small: true }],
  ['empty', { ...VIEW, stacks: [] }],
];

describe.each(STATES)('the approaches, %s', (name, view) => {
  const drawn = composeTheatre(model, view);

  test('are drawn as accepted', async () => {
    await expect(drawn.svg).toMatchFileSnapshot(`theatre-${name}.svg`);
  });

  test('are well formed, with their words on the sheet', () => {
    expect(formFaults(drawn.svg)).toEqual([]);
    expect(textsBeyond(drawn.svg)).toEqual([]);
  });

  test('no name covers another', () => {
    const boxes = drawn.labels.map(({ box }) => box);
    for (const [index, one] of boxes.entries()) {
      for (const two of boxes.slice(index + 1)) {
        const isApart =
          one.right <= two.left ||
          two.right <= one.left ||
          one.bottom <= two.top ||
          two.bottom <= one.top;
        expect(isApart).toBe(true);
      }
    }
  });
});

test('bearings are true, and four times the distance is twice as far out', () => {
  const { layout } = composeTheatre(model, VIEW);
  const at = (id: string): { x: number; y: number } => layout.nodes[node(id)]!;
  expect(at('khabarovsk').y).toBeLessThan(at('voroshilov').y);
  expect(at('keijo').y).toBeGreaterThan(at('ranam').y);
  expect(at('hunchun').x).toBeLessThan(layout.lake.x);
  const far = (id: string): number =>
    Math.hypot(at(id).x - layout.lake.x, at(id).y - layout.lake.y) / layout.scale;
  // Khabarovsk lies some 760 km from the lake, Vladivostok some 130 (S52).
  expect(far('khabarovsk') ** 2).toBeGreaterThan(700);
  expect(far('khabarovsk') ** 2).toBeLessThan(820);
  expect(far('vladivostok') ** 2).toBeGreaterThan(115);
  expect(far('vladivostok') ** 2).toBeLessThan(145);
});

test('capitals without a way for troops stand at the edge, the others within', () => {
  const { layout } = composeTheatre(model, VIEW);
  const linked = linkedNodes(model);
  expect(linked.has(node('tokyo'))).toBe(false);
  expect(linked.has(node('moscow'))).toBe(false);
  for (const { x, y } of layout.nodes) {
    expect(x).toBeGreaterThanOrEqual(layout.box.left - 0.01);
    expect(x).toBeLessThanOrEqual(layout.box.right + 0.01);
    expect(y).toBeGreaterThanOrEqual(layout.box.top - 0.01);
    expect(y).toBeLessThanOrEqual(layout.box.bottom + 0.01);
  }
});

test('the figures of stacks stand apart on a large sheet', () => {
  expect(textClashes(composeTheatre(model, VIEW).svg)).toEqual([]);
});
