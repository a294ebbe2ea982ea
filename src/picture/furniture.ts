import { civilOf, TICK_MINUTES } from '../engine/index.ts';
import { columnOf, hexAt, type Point } from '../hex/index.ts';
import { text, textWidth, wrap, type Style } from './lettering.ts';
import { paint } from './palette.ts';
import { project } from './projection.ts';
import { hexOnSheet, onSheet, type Sheet } from './sheet.ts';
import type { MapModel, Plate } from './source.ts';
import { isIn, num, path, rect, type Box } from './svg.ts';

const SMALL: Style = { family: 'sans', size: 11, colour: 'muted' };
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Date and hour of a tick on the clocks of both sides: "6 August 1938, 12:00 (+09:00), 13:00 (+10:00)". */
export function hourWords(model: MapModel, tick: number): string {
  const minutes = model.startMinutes + tick * TICK_MINUTES;
  // The western clock first: its date is the earlier one.
  const offsets = [...new Set(model.sides.map((side) => side.clockOffsetMinutes))].sort(
    (a, b) => a - b,
  );
  let day = '';
  const parts = offsets.map((offset) => {
    const civil = civilOf(minutes, offset);
    const date = `${String(civil.day)} ${MONTHS[civil.month - 1] ?? ''} ${String(civil.year)}`;
    const hour = `${two(civil.hour)}:${two(civil.minute)} (${offset < 0 ? '−' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)})`;
    const words = date === day ? hour : `${date}, ${hour}`;
    day = date;
    return words;
  });
  return parts.join(' · ');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

export interface Cartouche {
  readonly svg: string;
  readonly box: Box;
}

/** Title block in that corner of the map where it covers least of `points`; the upper left at a tie. */
export function drawTitle(
  sheet: Sheet,
  title: string,
  lines: readonly string[],
  points: readonly Point[],
): Cartouche {
  const heading: Style = { family: 'serif', size: 25, weight: 600 };
  const below: Style = { family: 'serif', size: 15, italic: true, colour: 'muted' };
  const headingLines = wrap(title, heading, 360);
  const belowLines = lines.flatMap((line) => wrap(line, below, 360));
  const widest = Math.max(
    ...headingLines.map((line) => textWidth(line, heading)),
    ...belowLines.map((line) => textWidth(line, below)),
  );
  const height = headingLines.length * 29 + belowLines.length * 19 + 22;
  const box = freestCorner(sheet, widest + 32, height, points);
  const { left, top } = box;
  const inner = {
    left: left + 3.5,
    top: top + 3.5,
    right: box.right - 3.5,
    bottom: box.bottom - 3.5,
  };
  let y = top + 8;
  const parts = headingLines.map((line) => {
    y += 29;
    return text(line, heading, { x: left + 16, y: y - 5 });
  });
  parts.push(
    ...belowLines.map((line) => {
      y += 19;
      return text(line, below, { x: left + 16, y: y - 3 });
    }),
  );
  const svg =
    rect(box, paint({ fill: 'panel', stroke: 'ink', width: 1.4 })) +
    rect(inner, paint({ fill: 'none', stroke: 'ink', width: 0.5 })) +
    parts.join('');
  return { svg, box };
}

/** Box of a size in the corner of the map that holds fewest points. */
function freestCorner(sheet: Sheet, width: number, height: number, points: readonly Point[]): Box {
  const { map } = sheet;
  const gap = 14;
  const west = { left: map.left + gap, right: map.left + gap + width };
  const east = { left: map.right - gap - width, right: map.right - gap };
  const north = { top: map.top + gap, bottom: map.top + gap + height };
  const south = { top: map.bottom - gap - height, bottom: map.bottom - gap };
  const corners = [
    { ...west, ...north },
    { ...east, ...north },
    { ...west, ...south },
    { ...east, ...south },
  ];
  const counts = corners.map((box) => points.filter((point) => isIn(point, box)).length);
  return corners[counts.indexOf(Math.min(...counts))]!;
}

/** Frame of the map with degrees above and left, hex columns and rows below and right. */
export function drawFrame(plate: Plate): string {
  const { map } = plate.sheet;
  const rim = 24;
  const outer = {
    left: map.left - rim,
    top: map.top - rim,
    right: map.right + rim,
    bottom: map.bottom + rim,
  };
  return (
    rect(map, paint({ fill: 'none', stroke: 'ink', width: 1.2 })) +
    rect(outer, paint({ fill: 'none', stroke: 'ink', width: 2.2 })) +
    drawDegrees(plate) +
    drawHexNumbers(plate)
  );
}

/** A mark at every so many minutes of arc along the upper and the left edge. */
function drawDegrees(plate: Plate): string {
  const { sheet, source } = plate;
  const { frame } = source;
  // Degrees are asked for by trial: the map is small, so a straight scale finds the right ones.
  const perDegree = {
    x: project(frame, [frame.longitude0 + 0.5, frame.latitude0]).x + frame.x0Metres,
    y: frame.y0Metres - project(frame, [frame.longitude0, frame.latitude0 + 0.5]).y,
  };
  const west = frame.longitude0 + (sheet.window.west + frame.x0Metres) / (perDegree.x * 2);
  const east = frame.longitude0 + (sheet.window.east + frame.x0Metres) / (perDegree.x * 2);
  const north = frame.latitude0 + (frame.y0Metres - sheet.window.north) / (perDegree.y * 2);
  const south = frame.latitude0 + (frame.y0Metres - sheet.window.south) / (perDegree.y * 2);
  const step = minutesStep((sheet.map.right - sheet.map.left) / ((east - west) * 60));
  const marks: string[] = [];
  const words: string[] = [];
  for (let minute = Math.ceil((west * 60) / step) * step; minute <= east * 60; minute += step) {
    const x = onSheet(sheet, project(frame, [minute / 60, north])).x;
    if (x < sheet.map.left + 4 || x > sheet.map.right - 4) continue;
    marks.push(`M${num(x)} ${num(sheet.map.top)}v-6`);
    words.push(
      text(degreeWords(minute, 'E'), SMALL, { x, y: sheet.map.top - 9.5, anchor: 'middle' }),
    );
  }
  for (let minute = Math.ceil((south * 60) / step) * step; minute <= north * 60; minute += step) {
    const y = onSheet(sheet, project(frame, [west, minute / 60])).y;
    if (y < sheet.map.top + 4 || y > sheet.map.bottom - 4) continue;
    marks.push(`M${num(sheet.map.left)} ${num(y)}h-6`);
    const turned = `translate(${num(sheet.map.left - 9.5)} ${num(y)}) rotate(-90)`;
    const line = text(degreeWords(minute, 'N'), SMALL, { x: 0, y: 0, anchor: 'middle' });
    words.push(`<g transform="${turned}">${line}</g>`);
  }
  return path(marks.join(''), paint({ fill: 'none', stroke: 'ink', width: 1 })) + words.join('');
}

function minutesStep(unitsPerMinute: number): number {
  return [1, 2, 5, 10, 15, 30].find((step) => step * unitsPerMinute >= 80) ?? 60;
}

function degreeWords(minutes: number, hemisphere: 'E' | 'N'): string {
  const whole = Math.round(minutes);
  return `${String(Math.floor(whole / 60))}°${two(whole % 60)}′ ${hemisphere}`;
}

/** Column numbers below, row numbers to the right, as scenario files count them. */
function drawHexNumbers(plate: Plate): string {
  const { sheet, model } = plate;
  const every = model.grid.hexWidthMetres * sheet.scale >= 48 ? 1 : 2;
  const parts: string[] = [];
  // An even row, so that a column's number stands under the centres of half its hexes.
  for (let column = 0; column < model.grid.columns; column += every) {
    const { x } = hexOnSheet(sheet, model.grid, hexAt(model.grid, column, 0));
    if (x < sheet.map.left + 6 || x > sheet.map.right - 6) continue;
    parts.push(text(String(column), SMALL, { x, y: sheet.map.bottom + 16, anchor: 'middle' }));
  }
  for (let row = 0; row < model.grid.rows; row += every) {
    const hex = hexAt(model.grid, 0, row);
    const { y } = hexOnSheet(sheet, model.grid, hex - columnOf(model.grid, hex));
    if (y < sheet.map.top + 6 || y > sheet.map.bottom - 6) continue;
    parts.push(text(String(row), SMALL, { x: sheet.map.right + 12, y: y + 4, anchor: 'middle' }));
  }
  return parts.join('');
}

/** Scale bar with a north arrow beside it. */
export function drawScale(sheet: Sheet, left: number, top: number): string {
  // Whole kilometres, or half ones where a kilometre is long.
  const step = sheet.scale * 1000 > 90 ? 0.5 : 1;
  const length = sheet.scale * 1000 * step;
  const count = Math.max(1, Math.min(4, Math.floor(190 / length)));
  const parts: string[] = [];
  for (let index = 0; index < count; index++) {
    const from = left + index * length;
    const box = { left: from, top: top + 16, right: from + length, bottom: top + 22 };
    const fill = index % 2 === 0 ? 'ink' : 'paper';
    parts.push(rect(box, paint({ fill, stroke: 'ink', width: 1 })));
  }
  const style: Style = { family: 'sans', size: 12 };
  for (let index = 0; index <= count; index++) {
    const words = index === count ? `${num(index * step)} km` : num(index * step);
    parts.push(text(words, style, { x: left + index * length, y: top + 10, anchor: 'middle' }));
  }
  const x = sheet.panel.right - 22;
  const arrow =
    path(`M${num(x)} ${num(top - 14)}l7 34l-7 -7Z`, paint({ fill: 'ink' })) +
    path(
      `M${num(x)} ${num(top - 14)}l-7 34l7 -7Z`,
      paint({ fill: 'paper', stroke: 'ink', width: 0.9 }),
    ) +
    text('N', { family: 'serif', size: 14, weight: 600 }, { x, y: top + 36, anchor: 'middle' });
  return parts.join('') + arrow;
}

/** Notes at the foot of the panel, the last line at `bottom`; returns their upper edge. */
export function drawNotes(
  sheet: Sheet,
  notes: readonly string[],
  bottom: number,
): { readonly svg: string; readonly top: number } {
  const style: Style = { family: 'sans', size: 11, colour: 'muted' };
  const width = sheet.panel.right - sheet.panel.left;
  const lines = notes.flatMap((note, index) => [
    ...(index > 0 ? [''] : []),
    ...wrap(note, style, width),
  ]);
  const heightOf = (line: string): number => (line === '' ? 7 : 14.5);
  const top = bottom - lines.reduce((sum, line) => sum + heightOf(line), 0);
  let y = top;
  const parts = lines.map((line) => {
    y += heightOf(line);
    return line === '' ? '' : text(line, style, { x: sheet.panel.left, y: y - 3 });
  });
  return { svg: parts.join(''), top };
}
