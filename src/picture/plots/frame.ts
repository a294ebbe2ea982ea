import type { ScaleLinear } from 'd3-scale';
import { text, textWidth, wrap, type Style } from '../lettering.ts';
import { paint, styleSheet } from '../palette.ts';
import { line } from '../shapes.ts';
import { escapeText, num, rect, type Box } from '../svg.ts';
import { dayOn, hourOn, plain, written, type Scale } from './figures.ts';

/** The numbers of a plot, from the same view as its picture. */
export interface PlotTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A finished plot. */
export interface Plot {
  /** What the plot shows, in one computed sentence; it stands over the picture as its title. */
  readonly finding: string;
  readonly svg: string;
  readonly table: PlotTable;
  readonly width: number;
  readonly height: number;
}

/** How a plot is drawn. */
export interface PlotView {
  /** Width of the sheet, 640 by default. */
  readonly width?: number;
  /** Leave out the style sheet, for a page that brings its own. */
  readonly bare?: boolean;
}

export const EDGE = 20;
const WIDTH = 640;
const WIDTH_LEAST = 320;
const TITLE: Style = { family: 'serif', size: 16, weight: 600 };
const ABOUT: Style = { family: 'sans', size: 12, colour: 'muted' };
export const LABEL: Style = { family: 'sans', size: 11 };
export const MUTED: Style = { family: 'sans', size: 11, colour: 'muted' };

export function widthOf(view: PlotView): number {
  return Math.max(WIDTH_LEAST, view.width ?? WIDTH);
}

/** What a form gives to its frame. */
export interface Parts {
  readonly finding: string;
  /** What is plotted, under the finding. */
  readonly about: string;
  readonly table: PlotTable;
  /** Draws below a height; says where it ends. */
  readonly draw: (top: number) => { readonly svg: string; readonly bottom: number };
  /** Definitions: patterns, clip paths. */
  readonly defs?: string;
}

/** Sets a drawing under its finding on a sheet that is as high as it needs. */
export function framed(parts: Parts, view: PlotView): Plot {
  const width = widthOf(view);
  const room = width - 2 * EDGE;
  const title = wrap(parts.finding, TITLE, room);
  const about = wrap(parts.about, ABOUT, room);
  let y = EDGE;
  const head = [
    ...title.map((line) => text(line, TITLE, { x: EDGE, y: (y += 20) - 5 })),
    ...about.map((line) => text(line, ABOUT, { x: EDGE, y: (y += 16) })),
  ];
  const { svg, bottom } = parts.draw(y + 14);
  const height = Math.ceil(bottom + EDGE);
  const size = `width="${num(width)}" height="${num(height)}" viewBox="0 0 ${num(width)} ${num(height)}"`;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="khasan-plot" ${size} role="img">` +
      `<title>${escapeText(parts.finding)}</title>`,
    view.bare === true ? '' : styleSheet('khasan-plot'),
    parts.defs === undefined ? '' : `<defs>${parts.defs}</defs>`,
    rect({ left: 0, top: 0, right: width, bottom: height }, paint({ fill: 'paper' })),
    ...head,
    svg,
    '</svg>',
  ];
  const { finding, table } = parts;
  return { finding, table, svg: `${lines.join('\n')}\n`, width, height };
}

/** Hours of a day: times are ticked at midnights. */
const DAY = 24;
const TICK_ROOM = 58;

/** Steps between ticks of a time axis, in hours: quarters, hours, days. */
const TIME_STEPS = [0.25, 0.5, 1, 3, 6, 12, 24, 48, 72, 120, 168, 336, 672] as const;

/** Values to tick on an axis, few enough for their words. */
export function ticksOf(scale: Scale, x: ScaleLinear<number, number>): number[] {
  const [from = 0, to = 1] = x.domain();
  const [left = 0, right = 1] = x.range();
  const most = Math.max(2, Math.floor(Math.abs(right - left) / TICK_ROOM));
  if (scale.kind === 'number') {
    return x
      .ticks(most)
      .filter((tick) => tick >= from && tick <= to)
      .filter((tick) => scale.whole !== true || Number.isInteger(tick));
  }
  const step = TIME_STEPS.find((each) => (to - from) / each <= most) ?? 56 * DAY;
  // Midnights of the clock lie off hour 0 where the scenario begins at another hour.
  const offset = (scale.startMinutes + scale.clockOffsetMinutes) / 60;
  // Longer steps begin at the first midnight, shorter ones at a round hour.
  const round = Math.min(step, DAY);
  const first = Math.ceil((from + offset) / round) * round - offset;
  const ticks: number[] = [];
  for (let at = first; at <= to; at += step) ticks.push(at);
  return ticks;
}

/** A day at midnight and at the first tick, the hour at the others. */
function tickWords(scale: Scale, ticks: readonly number[], index: number): string {
  const tick = ticks[index]!;
  if (scale.kind === 'number') return written(plain(tick, 4), scale.words);
  const hour = hourOn(scale, tick);
  if (hour === '00:00') return dayOn(scale, tick);
  return index === 0 ? `${dayOn(scale, tick)} ${hour}` : hour;
}

/** A level axis with its ticks and, for numbers, its unit at the right end under the words. */
export function drawAxis(
  scale: Scale,
  x: ScaleLinear<number, number>,
  y: number,
): { readonly svg: string; readonly bottom: number } {
  const [left = 0, right = 0] = x.range();
  const ticks = ticksOf(scale, x);
  let free = Number.NEGATIVE_INFINITY;
  const words = ticks.map((tick, index) => {
    const at = x(tick);
    const label = tickWords(scale, ticks, index);
    const half = textWidth(label, LABEL) / 2;
    const mark = line([at, y], [at, y + 4], { stroke: 'ink', width: 0.8 });
    // Words that would touch the ones before are left out; their tick stays.
    if (at - half < free) return mark;
    free = at + half + 6;
    return mark + text(label, LABEL, { x: at, y: y + 17, anchor: 'middle' });
  });
  const unit =
    scale.kind === 'number' && scale.unit !== ''
      ? text(scale.unit, MUTED, { x: right, y: y + 32, anchor: 'end' })
      : '';
  const base = line([left, y], [right, y], { stroke: 'ink', width: 1 });
  return { svg: base + words.join('') + unit, bottom: y + (unit === '' ? 20 : 35) };
}

/** Boxes in rows, so that none covers another: the first row in which each is free. */
export function rowsFor(boxes: readonly Pick<Box, 'left' | 'right'>[], gap: number): number[] {
  const ends: number[] = [];
  return boxes.map(({ left, right }) => {
    const free = ends.findIndex((end) => end + gap <= left);
    const row = free < 0 ? ends.length : free;
    ends[row] = right;
    return row;
  });
}
