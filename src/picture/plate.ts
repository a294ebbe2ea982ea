import { drawClaims, drawDisputed, hatchPattern, labelAlong, lineOnSheet } from './claims.ts';
import { drawCrossings, drawWaters, drawWays, waterOnSheet, wayOnSheet } from './features.ts';
import { coverPatterns, drawCover, drawRelief, drawSteepFaces } from './ground.ts';
import { placeLabels } from './labels.ts';
import { drawPlaceMarks, markBoxes, placeWishes, waterWishes } from './places.ts';
import { resample } from './polyline.ts';
import { project } from './projection.ts';
import { onSheet, wholeMap, type Sheet, type Window } from './sheet.ts';
import type { LineSource, MapModel, MapSource, Plate } from './source.ts';
import type { Box } from './svg.ts';

/**
 * The map in parts, for a screen that moves over it: the ground once, at one scale, and the lettering
 * for each stand of the camera, so that names keep their size and find new places.
 */
export interface GroundPlate {
  /** Patterns that the layers refer to. */
  readonly defs: string;
  /** Inside of an SVG of that size, bottom to top; `isScaled` layers keep the breadth of their lines in metres. */
  readonly layers: readonly {
    readonly id: string;
    readonly svg: string;
    readonly isScaled: boolean;
  }[];
  readonly width: number;
  readonly height: number;
  /** Drawing units in a metre, and the metres east and south of hex (0, 0) at the corner. */
  readonly scale: number;
  readonly west: number;
  readonly north: number;
}

/** Drawing units in a metre of the ground plate: tenths of a unit are metres. */
const GROUND_SCALE = 0.1;

/** A sheet that is nothing but map. */
function bareSheet(window: Window, scale: number): Sheet {
  const width = (window.east - window.west) * scale;
  const height = (window.south - window.north) * scale;
  const map: Box = { left: 0, top: 0, right: width, bottom: height };
  return { width, height, map, panel: { left: 0, top: 0, right: 0, bottom: 0 }, window, scale };
}

/** Relief, cover, water, ways and the two claimed lines of the whole map. */
export function drawGroundPlate(model: MapModel, source: MapSource): GroundPlate {
  const window = wholeMap(model.grid);
  const sheet = bareSheet(window, GROUND_SCALE);
  const plate: Plate = { sheet, model, source };
  const layers = [
    { id: 'relief', svg: drawRelief(plate), isScaled: false },
    { id: 'cover', svg: drawCover(plate), isScaled: false },
    { id: 'waters', svg: drawWaters(plate), isScaled: true },
    { id: 'steep', svg: drawSteepFaces(plate), isScaled: false },
    { id: 'both', svg: drawDisputed(plate), isScaled: false },
    { id: 'ways', svg: drawWays(plate), isScaled: false },
    { id: 'crossings', svg: drawCrossings(plate), isScaled: false },
    { id: 'lines', svg: drawClaims(plate), isScaled: false },
  ];
  const { width, height, scale } = sheet;
  const { west, north } = window;
  const defs = coverPatterns() + hatchPattern();
  return { defs, layers, width, height, scale, west, north };
}

export interface LetteringView {
  /** What of the map is in sight. */
  readonly window: Window;
  /** Pixels in a metre. */
  readonly scale: number;
  /** Ranks of names to show, 1 to 3. */
  readonly rankMost: number;
  /** Room that is taken by other things on the screen. */
  readonly taken: readonly Box[];
}

export interface Lettering {
  /** Inside of an SVG in pixels, its corner the north-west of the window. */
  readonly svg: string;
  /** Marks of places, which symbols leave in sight. */
  readonly marks: readonly Box[];
}

/** Marks and names of places and waters, and the words along the lines, for one stand of the camera. */
export function drawLettering(
  model: MapModel,
  source: MapSource,
  { window, scale, rankMost, taken }: LetteringView,
): Lettering {
  const sheet = bareSheet(window, scale);
  const near = {
    ...source,
    lines: source.lines.flatMap((line) => partInSight(source, line, sheet)),
  };
  const plate: Plate = { sheet, model, source: near };
  const marks = markBoxes(plate);
  const lines = [
    ...near.lines.map((line) => lineOnSheet(plate, line)),
    ...near.ways.map((way) => wayOnSheet(plate, way)),
    ...near.waters.map((water) => waterOnSheet(plate, water)),
  ];
  const soft = lines
    .filter((line) => line.length > 1)
    .flatMap((line) => resample(line, 8))
    .filter(({ x, y }) => x > 0 && y > 0 && x < sheet.width && y < sheet.height);
  const wishes = [...placeWishes(plate), ...waterWishes(plate)].filter(
    ({ rank }) => rank <= rankMost,
  );
  const room = { left: 4, top: 4, right: sheet.width - 4, bottom: sheet.height - 4 };
  const blocked: Box[] = [...taken, ...marks];
  const place = (from: number, to: number): string =>
    placeLabels(
      wishes.filter(({ rank }) => rank >= from && rank <= to),
      room,
      blocked,
      soft,
    )
      .map(({ svg, box }) => {
        blocked.push(box);
        return svg;
      })
      .join('');
  const first = place(1, 1);
  const courses = near.lines.map((line) => {
    const { svg, boxes } = labelAlong(plate, line, blocked);
    blocked.push(...boxes);
    return svg;
  });
  const others = place(2, 3);
  return { svg: drawPlaceMarks(plate) + courses.join('') + first + others, marks };
}

/** The stretch of a line from where it first comes near the sheet to where it last leaves it. */
function partInSight(source: MapSource, line: LineSource, sheet: Sheet): LineSource[] {
  const margin = 120;
  const inSight = line.points.map((place) => {
    const { x, y } = onSheet(sheet, project(source.frame, place));
    return x > -margin && y > -margin && x < sheet.width + margin && y < sheet.height + margin;
  });
  const first = inSight.indexOf(true);
  if (first < 0) return [];
  const points = line.points.slice(Math.max(0, first - 1), inSight.lastIndexOf(true) + 2);
  return [{ ...line, points }];
}
