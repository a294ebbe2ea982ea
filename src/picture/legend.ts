import { TERRAINS, type Terrain } from '../engine/index.ts';
import type { Point } from '../hex/index.ts';
import { waterOnSheet, wayOnSheet } from './features.ts';
import { CONTOUR_METRES, RELIEF } from './ground.ts';
import { text, wrap, type Style } from './lettering.ts';
import { colourOfSide, paint, type Colour } from './palette.ts';
import { hillMark, isByJudgement, placeOnSheet, stationMark, villageMark } from './places.ts';
import { hexOnSheet, isOnMap } from './sheet.ts';
import {
  hexIndex,
  sideIndex,
  type HexAt,
  type PlaceSource,
  type Plate,
  type WaySource,
} from './source.ts';
import { num, path, rect } from './svg.ts';
import type { Stack } from './stacks.ts';

/** One line of the legend. The swatch is drawn in a box 46 wide and 20 high, its corner at (0, 0). */
export interface LegendEntry {
  readonly swatch: string;
  readonly words: string;
}

const SWATCH_WIDTH = 46;
const WORDS: Style = { family: 'sans', size: 13 };
const LINE_HEIGHT = 16;

/** What the map shows, and nothing that it does not. */
export function legendEntries(
  plate: Plate,
  shown: readonly Stack[],
  hasGrid: boolean,
): LegendEntry[] {
  return [
    ...unitEntries(plate, shown),
    ...claimEntries(plate),
    ...placeEntries(plate),
    ...wayEntries(plate),
    ...groundEntries(plate),
    ...(hasGrid ? [gridEntry(plate)] : []),
  ];
}

function unitEntries(plate: Plate, shown: readonly Stack[]): LegendEntry[] {
  const entries = plate.model.sides.flatMap((side, index) => {
    const own = colourOfSide(index);
    const fill: Colour = index === 0 ? 'paper' : own;
    const glyph: Colour = index === 0 ? own : 'paper';
    if (!shown.some((stack) => stack.side === index)) return [];
    const frame = { left: 11, top: 2, right: 35, bottom: 18 };
    const swatch =
      rect(frame, paint({ fill, stroke: own, width: 1.4 })) +
      path('M11 2L35 18M35 2L11 18', paint({ fill: 'none', stroke: glyph, width: 1.1 }));
    return [{ swatch, words: `${side.name}: a unit and its men` }];
  });
  if (!shown.some((stack) => stack.units.length > 1)) return entries;
  const style: Style = { family: 'sans', size: 12, weight: 600 };
  const swatch = text('×4', style, { x: 23, y: 14, anchor: 'middle' });
  return [...entries, { swatch, words: 'so many units in one hex' }];
}

function claimEntries(plate: Plate): LegendEntry[] {
  const lines = plate.source.lines.map((line) => {
    const side = sideIndex(plate, line.side);
    const colour = colourOfSide(side);
    const dash = side === 0 ? '13 5' : '13 4 2 4';
    const ticks = side === 0 ? 'M12 10v6M34 10v6' : 'M11 10v6M14 10v6M33 10v6M36 10v6';
    return {
      swatch:
        path('M1 10H45', paint({ fill: 'none', stroke: colour, width: 2, dash })) +
        path(ticks, paint({ fill: 'none', stroke: colour, width: 1.4 })),
      words: `${line.label}; ticks point to the claimant’s ground`,
    };
  });
  if (lines.length < 2) return lines;
  const box = { left: 1, top: 2, right: 45, bottom: 18 };
  return [...lines, { swatch: rect(box, ' fill="url(#khasan-both)"'), words: 'claimed by both' }];
}

function placeEntries(plate: Plate): LegendEntry[] {
  const shows = (wanted: (place: PlaceSource) => boolean): boolean =>
    plate.source.places.some(
      (place) => wanted(place) && isOnMap(plate.sheet, placeOnSheet(plate, place), 8),
    );
  const at = { x: 23, y: 10 };
  const isHill = (place: PlaceSource): boolean => place.kind === 'height';
  return [
    shows((place) => isHill(place) && !isByJudgement(place))
      ? { swatch: hillMark(at, false), words: 'height, position from the sources' }
      : null,
    shows((place) => isHill(place) && isByJudgement(place))
      ? { swatch: hillMark(at, true), words: 'height, placed by judgement' }
      : null,
    shows(({ kind }) => kind === 'village') ? { swatch: villageMark(at), words: 'village' } : null,
    shows(({ kind }) => kind === 'station')
      ? { swatch: stationMark(at), words: 'railway station' }
      : null,
  ].filter((entry) => entry !== null);
}

function wayEntries(plate: Plate): LegendEntry[] {
  const has = (kind: WaySource['kind']): boolean =>
    plate.source.ways.some((way) => way.kind === kind && isSeen(plate, wayOnSheet(plate, way)));
  const line = (data: string, width: number, dash?: string): string =>
    path(
      data,
      paint({ fill: 'none', stroke: 'ink', width, ...(dash === undefined ? {} : { dash }) }),
    );
  const entries: LegendEntry[] = [];
  if (has('rail')) {
    const sleepers = [5, 14, 23, 32, 41].map((x) => `M${String(x)} 6.5v7`).join('');
    entries.push({ swatch: line('M1 10H45', 1.6) + line(sleepers, 1.3), words: 'railway' });
  }
  if (has('road')) {
    const inner = path('M1 10H45', paint({ fill: 'none', stroke: 'paper', width: 1.8 }));
    entries.push({ swatch: line('M1 10H45', 3.4) + inner, words: 'road' });
  }
  if (has('track')) entries.push({ swatch: line('M1 10H45', 1.1, '7 3.5'), words: 'track' });
  for (const [kind, dash] of [
    ['ferry', '4 3'],
    ['ford', '1.5 3'],
    ['bridge', undefined],
  ] as const) {
    const isShown = plate.source.crossings.some(
      (crossing) => crossing.kind === kind && isSeen(plate, hexesOnSheet(plate, crossing.between)),
    );
    if (!isShown) continue;
    entries.push({ swatch: line('M8 10H38', 1.4, dash), words: kind });
  }
  return entries;
}

function groundEntries(plate: Plate): LegendEntry[] {
  const tints: readonly Colour[] = ['relief1', ...RELIEF.map(({ colour }) => colour)];
  const steps = tints
    .map((tint, index) => {
      const left = 1 + index * 11;
      return rect({ left, top: 2, right: left + 11, bottom: 18 }, paint({ fill: tint }));
    })
    .join('');
  const rim = paint({ fill: 'none', stroke: 'ink', width: 0.5, opacity: 0.4 });
  const box = { left: 1, top: 2, right: 45, bottom: 18 };
  const limits = RELIEF.map(({ metres }) => String(metres)).join(', ');
  const contour = paint({ fill: 'none', stroke: 'ink', width: 0.6, opacity: 0.4 });
  const covers = (['marsh', 'wood'] as const)
    .filter((terrain) => showsTerrain(plate, terrain))
    .map((terrain) => ({
      swatch: rect(box, paint({ fill: terrain })) + rect(box, ` fill="url(#khasan-${terrain})"`),
      words: terrain,
    }));
  const hasSteep = plate.source.steep.some(({ hex }) => isSeen(plate, hexesOnSheet(plate, [hex])));
  const hasWater = plate.source.waters.some((water) => isSeen(plate, waterOnSheet(plate, water)));
  return [
    { swatch: steps + rect(box, rim), words: `tints above ${limits} m` },
    {
      swatch: path('M2 14Q14 2 24 9T44 5M2 18Q16 8 25 14T44 10', contour),
      words: `contours every ${String(CONTOUR_METRES)} m; relief interpolated`,
    },
    ...(hasSteep ? [{ swatch: steepSwatch(), words: 'steep face' }] : []),
    ...covers,
    ...(hasWater
      ? [{ swatch: rect(box, paint({ fill: 'water', stroke: 'shore', width: 1 })), words: 'water' }]
      : []),
  ];
}

/** Whether any of the points lies on the map. */
function isSeen(plate: Plate, points: readonly Point[]): boolean {
  return points.some((point) => isOnMap(plate.sheet, point));
}

function hexesOnSheet(plate: Plate, hexes: readonly HexAt[]): Point[] {
  return hexes.map((at) => hexOnSheet(plate.sheet, plate.model.grid, hexIndex(plate, at)));
}

/** Whether a hex of a terrain lies on the map. */
function showsTerrain(plate: Plate, terrain: Terrain): boolean {
  const { grid, ground } = plate.model;
  const code = TERRAINS.indexOf(terrain);
  return ground.terrain.some(
    (each, hex) => each === code && isOnMap(plate.sheet, hexOnSheet(plate.sheet, grid, hex)),
  );
}

function steepSwatch(): string {
  const strokes = Array.from({ length: 10 }, (_, index) => {
    return `M${String(4 + index * 4.2)} 6v${index % 2 === 0 ? '8' : '5'}`;
  });
  return path(strokes.join(''), paint({ fill: 'none', stroke: 'muted', width: 0.9 }));
}

function gridEntry(plate: Plate): LegendEntry {
  const hexagon = path(
    'M23 1l8 4.5v9l-8 4.5l-8-4.5v-9Z',
    paint({ fill: 'none', stroke: 'ink', width: 0.6, opacity: 0.5 }),
  );
  return { swatch: hexagon, words: `hex of ${String(plate.model.grid.hexWidthMetres)} m` };
}

/** The legend in a column; returns what it drew and where it ends. */
export function drawLegend(
  entries: readonly LegendEntry[],
  left: number,
  top: number,
  width: number,
): { readonly svg: string; readonly bottom: number } {
  let y = top;
  const parts: string[] = [];
  for (const { swatch, words } of entries) {
    const lines = wrap(words, WORDS, width - SWATCH_WIDTH - 12);
    parts.push(`<g transform="translate(${num(left)} ${num(y)})">${swatch}</g>`);
    lines.forEach((line, index) => {
      parts.push(
        text(line, WORDS, { x: left + SWATCH_WIDTH + 12, y: y + 14.5 + index * LINE_HEIGHT }),
      );
    });
    y += Math.max(1, lines.length) * LINE_HEIGHT + 9;
  }
  return { svg: parts.join(''), bottom: y };
}
