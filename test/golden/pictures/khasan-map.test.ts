import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { startRun } from '../../../src/engine/index.ts';
import { composeMap, unitsOfRun, type PlacedUnit } from '../../../src/picture/index.ts';
import { inside, overlap } from '../../../src/picture/svg.ts';
import { mapSchema } from '../../../src/scenario/index.ts';
import { realModel } from '../../support/real-scenario.ts';
import { textOf } from '../../support/source-files.ts';

const map = mapSchema.parse(parse(textOf('scenarios/khasan-1938/map.yaml')));
const model = realModel();

/** Units as an anchor of the scenario has them. */
function unitsAt(anchor: string): PlacedUnit[] {
  return unitsOfRun(model, startRun(model, { seed: 1, from: anchor }, () => undefined).world);
}

const HEIGHTS = { west: 3700, north: 5600, east: 12700, south: 13300 };
const latest = model.anchors.at(-1)?.id ?? '';

describe.each([
  ['whole, without units', { units: [] }],
  ['whole, on the first day', {}],
  ['whole, at the latest anchor', { units: unitsAt(latest) }],
  ['of the heights, at the latest anchor', { units: unitsAt(latest), window: HEIGHTS }],
])('the map of Lake Khasan, %s', (_what, view) => {
  const { labels, sheet } = composeMap(model, map, view);

  test('no two names overlap', () => {
    const clashes = labels.flatMap((label, index) =>
      labels
        .slice(index + 1)
        .filter((other) => overlap(label.box, other.box))
        .map((other) => `${label.id} and ${other.id}`),
    );
    expect(clashes).toEqual([]);
  });

  test('no name leaves the sheet', () => {
    expect(labels.filter(({ box }) => !inside(box, sheet.map)).map(({ id }) => id)).toEqual([]);
  });

  test('the main heights are named', () => {
    const ids = labels.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['zaozyornaya', 'bezymyannaya', 'machine-gun-hill']));
  });
});

test('every hill whose place is a guess is drawn as a guess', () => {
  const { svg } = composeMap(model, map, { units: [] });
  const rings = svg.match(/stroke-dasharray="0\.1 3\.6"/g) ?? [];
  const guesses = map.places.filter(
    ({ kind, positionErrorMetres }) => kind === 'height' && positionErrorMetres > 500,
  );
  // One more stands in the legend.
  expect(rings).toHaveLength(guesses.length + 1);
});

test('the attribution of the data stands on the sheet', () => {
  const { svg } = composeMap(model, map, { units: [] });
  const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, line]) => line).join(' ');
  expect(words).toContain('© OpenStreetMap contributors');
  expect(words).toContain('GeoNames');
});
