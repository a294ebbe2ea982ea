import { TERRAINS, type Terrain } from '../../../src/engine/index.ts';
import { makeGrid } from '../../../src/hex/index.ts';
import type { MapModel, MapSource } from '../../../src/picture/index.ts';

const SIGNS: Readonly<Record<string, Terrain>> = {
  '.': 'flat',
  '^': 'hill',
  A: 'crest',
  o: 'lake',
  '~': 'marsh',
  t: 'wood',
};
const ROWS = ['.....~..', '.t^^..~.', '.t^A^oo.', '..^^.oo.', '........', '..~~....'];
const COLUMNS = 8;

const grid = makeGrid(COLUMNS, ROWS.length, 500);
const signs = [...ROWS.join('')];

/** A lake, a hill, two claims to it, and a handful of men: the smallest map that shows everything. */
export const TINY_MODEL = {
  title: 'A hill by a lake',
  startMinutes: -16570800,
  sides: [
    { id: 'su', name: 'Eastern side', clockOffsetMinutes: 600 },
    { id: 'jp', name: 'Western side', clockOffsetMinutes: 540 },
  ],
  grid,
  ground: {
    terrain: Uint8Array.from(signs, (sign) => TERRAINS.indexOf(SIGNS[sign] ?? 'flat')),
    elevation: Int16Array.from(signs, (sign) => (sign === 'A' ? 120 : sign === '^' ? 60 : 8)),
  },
  units: {
    id: ['su.a', 'su.b', 'jp.a', 'jp.b'],
    side: Uint8Array.of(0, 0, 1, 1),
    sidc: ['S*GPUCI----E---', 'S*GPUCF----E---', 'S*GPUCI----E---', 'S*GPUCATL--E---'],
    start: Int32Array.of(19, 22, 19, grid.count + 2),
    men: Int32Array.of(110, 60, 180, 70),
  },
} as unknown as MapModel;

export const TINY_SOURCE: MapSource = {
  attribution: 'Invented ground.',
  frame: {
    columns: COLUMNS,
    rows: ROWS.length,
    hexWidthMetres: 500,
    latitude0: 42.45,
    longitude0: 130.6,
    x0Metres: -2000,
    y0Metres: 1000,
  },
  places: [
    place('hill', 'height', [3, 2], 'The Hill / Gora', { worth: 1, metres: 120 }),
    place('knoll', 'height', [4, 4], 'A knoll', { rank: 3, positionErrorMetres: 1500 }),
    place('village', 'village', [1, 4], 'Village', { rank: 2 }),
    place('station', 'station', [0, 1], 'Halt', { rank: 2 }),
    place('shore', 'ground', [6, 4], 'Flats', { rank: 3 }),
  ],
  lines: [
    {
      id: 'east',
      side: 'su',
      label: 'claimed by the east (old map)',
      claimantOn: 'left',
      points: [
        [130.5945, 42.468],
        [130.594, 42.452],
        [130.597, 42.432],
      ],
    },
    {
      id: 'west',
      side: 'jp',
      label: 'claimed by the west',
      claimantOn: 'right',
      points: [
        [130.5945, 42.468],
        [130.603, 42.452],
        [130.597, 42.432],
      ],
    },
  ],
  waters: [
    {
      id: 'lake',
      kind: 'lake',
      names: { en: 'Lake' },
      points: [
        [130.608, 42.4515],
        [130.616, 42.4515],
        [130.616, 42.445],
        [130.608, 42.445],
      ],
    },
    {
      id: 'river',
      kind: 'river',
      names: { en: 'River' },
      points: [
        [130.57, 42.44],
        [130.59, 42.437],
        [130.63, 42.438],
      ],
    },
  ],
  steep: [{ hex: [3, 2], direction: 'W' }],
  ways: [
    { id: 'rail', kind: 'rail', hexes: path([0, 0], [0, 1], [0, 2], [0, 3]) },
    { id: 'road', kind: 'road', hexes: path([1, 4], [2, 4], [3, 4], [4, 4], [5, 4]) },
    { id: 'track', kind: 'track', hexes: path([7, 0], [7, 1], [7, 2], [7, 3]) },
  ],
  crossings: [
    {
      id: 'ferry',
      names: { en: 'Ferry' },
      kind: 'ferry',
      between: [
        [2, 4],
        [2, 5],
      ],
    },
  ],
};

function place(
  id: string,
  kind: MapSource['places'][number]['kind'],
  at: readonly [number, number],
  name: string,
  extra: Partial<MapSource['places'][number]>,
): MapSource['places'][number] {
  return { id, kind, at, names: { en: name }, rank: 1, positionErrorMetres: 100, ...extra };
}

function path(...hexes: [number, number][]): readonly (readonly [number, number])[] {
  return hexes;
}
