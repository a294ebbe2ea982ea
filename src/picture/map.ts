import { drawClaims, drawDisputed, hatchPattern, labelAlong, lineOnSheet } from './claims.ts';
import { drawCrossings, drawWaters, drawWays, waterOnSheet, wayOnSheet } from './features.ts';
import { drawFrame, drawNotes, drawScale, drawTitle, hourWords } from './furniture.ts';
import { coverPatterns, drawCover, drawGrid, drawRelief, drawSteepFaces } from './ground.ts';
import { placeLabels, type PlacedLabel } from './labels.ts';
import { drawLegend, legendEntries } from './legend.ts';
import { text, type Style } from './lettering.ts';
import { paint, styleSheet } from './palette.ts';
import { drawPlaceMarks, markBoxes, placeOnSheet, placeWishes, waterWishes } from './places.ts';
import { resample } from './polyline.ts';
import { isOnMap, layOut, hexOnSheet, wholeMap, type Sheet, type Window } from './sheet.ts';
import type { MapModel, MapSource, Plate } from './source.ts';
import { escapeText, num, rect, type Box } from './svg.ts';
import { stacksOf, unitsAtStart, type PlacedUnit } from './stacks.ts';
import { drawUnits } from './units.ts';

/** What of a scenario a map shows, and how. */
export interface MapView {
  /** Part of the map in metres east and south of hex (0, 0); the whole of it by default. */
  readonly window?: Window;
  /** Units to draw; those of the scenario's first hour by default, none for an empty list. */
  readonly units?: readonly PlacedUnit[];
  /** Tick whose hour stands in the title; the start by default. */
  readonly tick?: number;
  /** The faint hex grid; drawn by default when a hex is at least 40 units wide. */
  readonly grid?: boolean;
  /** Sentences for the foot of the sheet, above the attribution. */
  readonly notes?: readonly string[];
  /** Leave out the style sheet, for a page that brings its own. */
  readonly bare?: boolean;
}

const MAP_WIDTH = 1340;
const GRID_FROM = 40;

/** Where everything on a plate went; for tests of its geometry. */
export interface Composition {
  readonly svg: string;
  readonly sheet: Sheet;
  readonly labels: readonly PlacedLabel[];
}

/** The map of a scenario as SVG: a plate from a printed campaign atlas. */
export function drawMap(model: MapModel, source: MapSource, view: MapView = {}): string {
  return composeMap(model, source, view).svg;
}

/** `drawMap` with the places of its labels. */
export function composeMap(model: MapModel, source: MapSource, view: MapView = {}): Composition {
  const sheet = layOut(view.window ?? wholeMap(model.grid), MAP_WIDTH);
  const plate: Plate = { sheet, model, source };
  const hasGrid = view.grid ?? model.grid.hexWidthMetres * sheet.scale >= GRID_FROM;
  const placed = view.units ?? unitsAtStart(model);
  const marks = markBoxes(plate);
  const units = drawUnits(plate, placed, marks);
  const lines = linePoints(plate);
  const spots = source.places.map((place) => placeOnSheet(plate, place));
  const title = drawTitle(
    sheet,
    model.title,
    [hourWords(model, view.tick ?? 0)],
    [...lines, ...spots, ...units.boxes.map(({ left, top }) => ({ x: left, y: top }))],
  );
  const wishes = [...placeWishes(plate), ...waterWishes(plate)];
  const room = inset(sheet.map, 4);
  // First-rank names go before the words of the lines, and those before all other names.
  const blocked = [title.box, ...units.boxes, ...marks];
  const first = placeLabels(
    wishes.filter(({ rank }) => rank === 1),
    room,
    blocked,
    lines,
  );
  blocked.push(...first.map(({ box }) => box));
  const courses = courseLabels(plate, blocked);
  blocked.push(...courses.flatMap(({ boxes }) => boxes));
  const others = placeLabels(
    wishes.filter(({ rank }) => rank > 1),
    room,
    blocked,
    lines,
  );
  const labels = [...first, ...others];
  const layers = [
    drawRelief(plate),
    drawCover(plate),
    drawWaters(plate),
    drawSteepFaces(plate),
    hasGrid ? drawGrid(plate) : '',
    drawDisputed(plate),
    drawWays(plate),
    drawCrossings(plate),
    drawClaims(plate),
    drawPlaceMarks(plate),
    units.svg,
    ...courses.map(({ svg }) => svg),
    ...labels.map(({ svg }) => svg),
    title.svg,
  ];
  const defs = [
    `<clipPath id="khasan-map-edge">${rect(sheet.map, '')}</clipPath>`,
    coverPatterns(),
    hatchPattern(),
    units.defs,
  ].join('');
  const svg = [
    opening(sheet, model.title),
    view.bare === true ? '' : styleSheet(),
    `<defs>${defs}</defs>`,
    rect({ left: 0, top: 0, right: sheet.width, bottom: sheet.height }, paint({ fill: 'paper' })),
    `<g clip-path="url(#khasan-map-edge)">${layers.map((layer) => `<g>${layer}</g>`).join('\n')}</g>`,
    drawFrame(plate),
    drawPanel(plate, view, placed, units.away, hasGrid),
    '</svg>',
  ];
  return { svg: `${svg.join('\n')}\n`, sheet, labels };
}

function opening(sheet: Sheet, title: string): string {
  const size = `width="${num(sheet.width)}" height="${num(sheet.height)}"`;
  const box = `viewBox="0 0 ${num(sheet.width)} ${num(sheet.height)}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="khasan-map" ${size} ${box} role="img">` +
    `<title>${escapeText(title)}</title>`
  );
}

/** The column beside the map: legend, scale, notes, attribution. */
function drawPanel(
  plate: Plate,
  view: MapView,
  placed: readonly PlacedUnit[],
  away: readonly number[],
  hasGrid: boolean,
): string {
  const { sheet, model, source } = plate;
  const { panel } = sheet;
  const shown = stacksOf(placed, model.grid.count).filter(({ hex }) =>
    isOnMap(sheet, hexOnSheet(sheet, model.grid, hex)),
  );
  const heading: Style = { family: 'serif', size: 18, weight: 600 };
  const legend = drawLegend(
    legendEntries(plate, shown, hasGrid),
    panel.left,
    panel.top + 26,
    panel.right - panel.left,
  );
  const beyond = model.sides
    .map((side, index) => `${side.name} ${String(away[index] ?? 0)}`)
    .join(', ');
  const notes = [
    ...(away.some((count) => count > 0) ? [`Units beyond the sheet: ${beyond}.`] : []),
    ...(view.notes ?? []),
    source.attribution,
  ];
  const foot = drawNotes(sheet, notes, panel.bottom);
  return (
    text('Legend', heading, { x: panel.left, y: panel.top + 12 }) +
    legend.svg +
    drawScale(sheet, panel.left + 6, Math.max(legend.bottom + 30, foot.top - 70)) +
    foot.svg
  );
}

function courseLabels(plate: Plate, taken: readonly Box[]): ReturnType<typeof labelAlong>[] {
  const labels: ReturnType<typeof labelAlong>[] = [];
  for (const line of plate.source.lines) {
    const blocked = [...taken, ...labels.flatMap(({ boxes }) => boxes)];
    labels.push(labelAlong(plate, line, blocked));
  }
  return labels;
}

/** Points of lines that labels would rather not cover. */
function linePoints(plate: Plate): { x: number; y: number }[] {
  const lines = [
    ...plate.source.lines.map((line) => lineOnSheet(plate, line)),
    ...plate.source.ways.map((way) => wayOnSheet(plate, way)),
    ...plate.source.waters.map((water) => waterOnSheet(plate, water)),
  ];
  return lines.filter((line) => line.length > 1).flatMap((line) => resample(line, 6));
}

function inset(box: Box, by: number): Box {
  return {
    left: box.left + by,
    top: box.top + by,
    right: box.right - by,
    bottom: box.bottom - by,
  };
}
