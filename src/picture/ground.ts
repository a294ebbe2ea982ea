import { TERRAINS, type Terrain } from '../engine/index.ts';
import { DIRECTIONS, cornerOf, type Point } from '../hex/index.ts';
import { loopsAt, surfaceOf } from './contours.ts';
import { paint, type Colour } from './palette.ts';
import { lengthBetween } from './polyline.ts';
import { onSheet } from './sheet.ts';
import { hexIndex, type Plate } from './source.ts';
import { num, path, rect, smoothPath } from './svg.ts';

/** Tints above the flat, and the height in metres from which each is laid. */
export const RELIEF = [
  { colour: 'relief2', metres: 15 },
  { colour: 'relief3', metres: 40 },
  { colour: 'relief4', metres: 90 },
] as const satisfies readonly { colour: Colour; metres: number }[];
export const CONTOUR_METRES = 25;

/** Four tints of height and generalised contours. */
export function drawRelief(plate: Plate): string {
  const { sheet, model } = plate;
  const surface = surfaceOf(model.grid, (hex) => model.ground.elevation[hex] ?? 0);
  const dataAt = (metres: number): string =>
    loopsAt(surface, metres)
      .map((loop) => loop.map((point) => onSheet(sheet, point)))
      .filter((loop) => loop.length > 3)
      .map((loop) => smoothPath(loop, true))
      .join('');
  const tints = RELIEF.map(({ colour, metres }) =>
    path(dataAt(metres), paint({ fill: colour }) + ' fill-rule="evenodd"'),
  );
  const highest = model.ground.elevation.reduce((most, metres) => Math.max(most, metres), 0);
  const contours: string[] = [];
  for (let metres = CONTOUR_METRES; metres <= highest; metres += CONTOUR_METRES) {
    contours.push(dataAt(metres));
  }
  return (
    rect(sheet.map, paint({ fill: 'relief1' })) +
    tints.join('') +
    path(contours.join(''), paint({ fill: 'none', stroke: 'ink', width: 0.5, opacity: 0.25 }))
  );
}

/** Patterns of the covers, once in a file. */
export function coverPatterns(): string {
  const stroke = paint({ fill: 'none', stroke: 'shore', width: 0.8, opacity: 0.75 });
  const tree = paint({ fill: 'none', stroke: 'muted', width: 0.8, opacity: 0.8 });
  return (
    '<pattern id="khasan-marsh" width="22" height="14" patternUnits="userSpaceOnUse">' +
    path('M1 4h9M4 6.5h3M12 11h9M15 13.5h3', stroke) +
    '</pattern>' +
    '<pattern id="khasan-wood" width="20" height="18" patternUnits="userSpaceOnUse">' +
    path('M3 8a2.5 2.5 0 1 1 4 0M5 8v2M13 16a2.5 2.5 0 1 1 4 0M15 16v2', tree) +
    '</pattern>'
  );
}

/** Whether any hex of the map has a terrain. */
export function hasTerrain(plate: Plate, terrain: Terrain): boolean {
  return plate.model.ground.terrain.includes(TERRAINS.indexOf(terrain));
}

/** Marsh and wood: a tint with a pattern over it, in rounded outlines. */
export function drawCover(plate: Plate): string {
  const { sheet, model } = plate;
  const covers = [
    { terrain: 'wood', tint: 'wood', pattern: 'khasan-wood' },
    { terrain: 'marsh', tint: 'marsh', pattern: 'khasan-marsh' },
  ] as const;
  return covers
    .filter(({ terrain }) => hasTerrain(plate, terrain))
    .map(({ terrain, tint, pattern }) => {
      const code = TERRAINS.indexOf(terrain);
      const surface = surfaceOf(model.grid, (hex) => (model.ground.terrain[hex] === code ? 1 : 0));
      const data = loopsAt(surface, 0.5)
        .map((loop) =>
          smoothPath(
            loop.map((point) => onSheet(sheet, point)),
            true,
          ),
        )
        .join('');
      return (
        path(data, paint({ fill: tint, opacity: 0.9 }) + ' fill-rule="evenodd"') +
        path(data, ` fill="url(#${pattern})" fill-rule="evenodd"`)
      );
    })
    .join('');
}

/** Hachures: short strokes down the slope, along each steep hexside. */
export function drawSteepFaces(plate: Plate): string {
  const { sheet, model, source } = plate;
  const strokes: string[] = [];
  for (const { hex: at, direction: name } of source.steep) {
    const hex = hexIndex(plate, at);
    const direction = DIRECTIONS.findIndex((each) => each === name);
    const other = model.grid.neighbours[hex * 6 + direction] ?? -1;
    if (other < 0) continue;
    const isDown = model.ground.elevation[hex]! >= model.ground.elevation[other]!;
    const high = isDown ? hex : other;
    const face = isDown ? direction : (direction + 3) % 6;
    const from = onSheet(sheet, cornerOf(model.grid, high, face));
    const to = onSheet(sheet, cornerOf(model.grid, high, (face + 1) % 6));
    strokes.push(hachures(from, to));
  }
  return path(strokes.join(''), paint({ fill: 'none', stroke: 'muted', width: 0.9 }));
}

/** Strokes to the right of the way from `from` to `to`, alternately long and short. */
function hachures(from: Point, to: Point): string {
  const length = lengthBetween(from, to);
  const count = Math.max(3, Math.round(length / 4));
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const strokes: string[] = [];
  for (let index = 0; index < count; index++) {
    const share = (index + 0.5) / count;
    const x = from.x + (to.x - from.x) * share;
    const y = from.y + (to.y - from.y) * share;
    const reach = index % 2 === 0 ? 7 : 4.5;
    strokes.push(`M${num(x)} ${num(y)}l${num(-along.y * reach)} ${num(along.x * reach)}`);
  }
  return strokes.join('');
}

/** The hexes themselves, faint. */
export function drawGrid(plate: Plate): string {
  const { sheet, model } = plate;
  const data: string[] = [];
  for (let hex = 0; hex < model.grid.count; hex++) {
    // The three western sides of every hex draw each side of the grid once, but for the rim.
    [2, 3, 4, 5].forEach((corner, index) => {
      const point = onSheet(sheet, cornerOf(model.grid, hex, corner));
      data.push(`${index === 0 ? 'M' : 'L'}${num(point.x)} ${num(point.y)}`);
    });
  }
  return path(data.join(''), paint({ fill: 'none', stroke: 'ink', width: 0.4, opacity: 0.2 }));
}
