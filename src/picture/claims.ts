import { atan2 } from '../engine/index.ts';
import type { Point } from '../hex/index.ts';
import { advance, lettered, type Style } from './lettering.ts';
import { colourOfSide, paint } from './palette.ts';
import { evened, lengthOf, resample, shifted, stationAt, stationsOf } from './polyline.ts';
import { project } from './projection.ts';
import { isOnMap, onSheet } from './sheet.ts';
import { sideIndex, type LineSource, type Plate } from './source.ts';
import { escapeText, num, overlap, path, straightPath, type Box } from './svg.ts';

/**
 * The two claimed lines. Neither is a state border, and no modern border is on the map: each is a dashed
 * line in its side's colour, with ticks towards the ground of the side that claims it, and its own words
 * along its course. What lies between is hatched: claimed by both.
 */
const DASHES = ['13 5', '13 4 2 4'];
const TICK_SPACING = 26;
const TICK = 6;

/** A claimed line on the sheet. */
export function lineOnSheet(plate: Plate, line: LineSource): Point[] {
  return line.points.map((place) => onSheet(plate.sheet, project(plate.source.frame, place)));
}

/**
 * A line as it is drawn: a hair towards its claimant's ground, so that where both sides claim the same
 * course, both lines are seen.
 */
function drawnLine(plate: Plate, line: LineSource): Point[] {
  return shifted(lineOnSheet(plate, line), handOf(line) * 1.6);
}

/** The words that stand along a line; what follows in brackets stands in the legend only. */
export function shortLabel(line: LineSource): string {
  return line.label.replace(/\s*\(.*\)$/, '');
}

/** +1 where the claimant's ground lies to the right of the walker, else -1. */
function handOf(line: LineSource): number {
  return line.claimantOn === 'right' ? 1 : -1;
}

export function hatchPattern(): string {
  return (
    '<pattern id="khasan-both" width="9" height="9" patternUnits="userSpaceOnUse">' +
    path('M0 9L9 0M0 0L9 9', paint({ fill: 'none', stroke: 'ink', width: 0.7, opacity: 0.22 })) +
    '</pattern>'
  );
}

/** The ground between the lines. */
export function drawDisputed(plate: Plate): string {
  const [one, two] = plate.source.lines.map((line) => lineOnSheet(plate, line));
  if (one === undefined || two === undefined) return '';
  const ring = [...one, ...two.reverse()];
  return path(straightPath(ring, true), ' fill="url(#khasan-both)" fill-rule="evenodd"');
}

/** Lines and ticks. */
export function drawClaims(plate: Plate): string {
  return plate.source.lines
    .map((line) => {
      const side = sideIndex(plate, line.side);
      const colour = colourOfSide(side);
      const points = drawnLine(plate, line);
      const data = straightPath(points);
      const round = ' stroke-linejoin="round"';
      return (
        path(data, paint({ fill: 'none', stroke: 'paper', width: 4.5, opacity: 0.8 }) + round) +
        path(data, paint({ fill: 'none', stroke: colour, width: 2, dash: DASHES[side]! }) + round) +
        path(
          ticks(plate, points, side, handOf(line)),
          paint({ fill: 'none', stroke: colour, width: 1.4 }),
        )
      );
    })
    .join('');
}

function ticks(plate: Plate, points: readonly Point[], side: number, hand: number): string {
  const line = evened(resample(points, 4), 3);
  const length = lengthOf(line);
  const strokes: string[] = [];
  for (let distance = TICK_SPACING / 2; distance < length; distance += TICK_SPACING) {
    for (const beside of side === 0 ? [0] : [-1.7, 1.7]) {
      const { point, along } = stationAt(line, distance + beside);
      if (!isOnMap(plate.sheet, point)) continue;
      const x = num(-along.y * hand * TICK);
      const y = num(along.x * hand * TICK);
      strokes.push(`M${num(point.x)} ${num(point.y)}l${x} ${y}`);
    }
  }
  return strokes.join('');
}

/** Words along a line. */
export interface CourseLabel {
  readonly svg: string;
  /** Room taken, sign by sign. */
  readonly boxes: readonly Box[];
}

interface Glyph {
  readonly sign: string;
  readonly at: Point;
  readonly degrees: number;
}

/**
 * The label of a claimed line beside it, where its course is straightest, parts from the other line and
 * is free of `taken`; nothing when it fits nowhere.
 */
export function labelAlong(plate: Plate, line: LineSource, taken: readonly Box[]): CourseLabel {
  const side = sideIndex(plate, line.side);
  const style: Style = {
    family: 'sans',
    size: 12,
    weight: 600,
    colour: colourOfSide(side),
    spacing: 0.4,
  };
  const label = shortLabel(line);
  const even = evened(resample(lineOnSheet(plate, line), 4), 9);
  const others = plate.source.lines
    .filter((other) => other.id !== line.id)
    .flatMap((other) => resample(lineOnSheet(plate, other), 6));
  let best: Glyph[] = [];
  let bestCost = Infinity;
  // Beside the ticks first, then over them; read one way and the other.
  for (const aside of [-11, 15]) {
    const base = shifted(even, handOf(line) * aside);
    for (const course of [base, [...base].reverse()]) {
      const stations = stationsOf(course);
      for (let start = 6; start < stations.length; start += 8) {
        // A label that begins off the map is laid for nothing.
        if (!isOnMap(plate.sheet, stations.at(start), 0)) continue;
        const glyphs = lay(label, style, stations, start);
        const cost = costOf(plate, glyphs, label.length, style, taken, others, bestCost);
        if (cost >= bestCost) continue;
        best = glyphs;
        bestCost = cost;
      }
    }
  }
  const boxes = best.map((glyph) => boxOf(glyph, style));
  const signs = best
    .map(({ sign, at, degrees }) => {
      const turn = `translate(${num(at.x)} ${num(at.y)}) rotate(${num(degrees)})`;
      return `<text transform="${turn}">${escapeText(sign)}</text>`;
    })
    .join('');
  const svg =
    best.length === 0
      ? ''
      : `<g role="img" aria-label="${escapeText(label)}"${lettered(style, true)}>${signs}</g>`;
  return { svg, boxes };
}

function boxOf(glyph: Glyph, style: Style): Box {
  const reach = style.size * 0.5;
  return {
    left: glyph.at.x - reach,
    right: glyph.at.x + reach,
    top: glyph.at.y - reach,
    bottom: glyph.at.y + reach,
  };
}

/** Signs of a text laid along a course, as far as it goes. */
function lay(
  label: string,
  style: Style,
  { length, at }: ReturnType<typeof stationsOf>,
  start: number,
): Glyph[] {
  const glyphs: Glyph[] = [];
  let distance = start;
  for (const sign of label) {
    const width = advance(sign, style);
    if (distance + width > length) break;
    const point = at(distance);
    const end = at(distance + width);
    const degrees = (atan2(end.y - point.y, end.x - point.x) * 180) / 3.14159265;
    // The baseline runs a third of the height below the course, so that the course is the middle.
    const turn = { x: -(end.y - point.y) / width, y: (end.x - point.x) / width };
    const drop = style.size * 0.34;
    glyphs.push({ sign, at: { x: point.x + turn.x * drop, y: point.y + turn.y * drop }, degrees });
    distance += width;
  }
  return glyphs;
}

/** Whether two points lie within 18 of each other. */
function isNear(a: Point, b: Point): boolean {
  const x = a.x - b.x;
  const y = a.y - b.y;
  return x * x + y * y < 18 * 18;
}

/** What is wrong with a place of a label: bends, signs upside down, things in the way. */
function costOf(
  plate: Plate,
  glyphs: readonly Glyph[],
  wanted: number,
  style: Style,
  taken: readonly Box[],
  others: readonly Point[],
  costMost: number,
): number {
  if (glyphs.length < wanted) return Infinity;
  let cost = 0;
  for (let index = 0; index < glyphs.length; index++) {
    if (cost >= costMost) return Infinity;
    const glyph = glyphs[index]!;
    if (!isOnMap(plate.sheet, glyph.at, 10)) return Infinity;
    if (index > 0) {
      const bend = Math.abs(glyph.degrees - glyphs[index - 1]!.degrees);
      cost += bend > 18 ? bend : bend / 4;
    }
    // Past the upright a sign begins to stand on its head.
    cost += Math.max(0, Math.abs(glyph.degrees) - 92) * 0.7;
    const box = boxOf(glyph, style);
    if (taken.some((other) => overlap(box, other))) cost += 30;
    // On the other side's line, or where both claim one course, a label would name neither.
    if (others.some((point) => isNear(point, glyph.at))) cost += 25;
  }
  return cost;
}
