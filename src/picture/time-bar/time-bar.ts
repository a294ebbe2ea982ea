import { civilOf, TICK_MINUTES } from '../../engine/index.ts';
import type { TimeBarData } from '../../record/index.ts';
import { text, textWidth, type Style } from '../lettering.ts';
import { paint, styleSheet } from '../palette.ts';
import { line } from '../shapes.ts';
import { escapeText, num, rect } from '../svg.ts';
import { clockOf, dayWords, momentWords } from '../wire/words.ts';
import {
  atTick,
  layOutTimeBar,
  type Lane,
  type TimeBarLayout,
  type TimeBarView,
} from './layout.ts';
import { drawHourlyLosses, drawLeave, drawRungs, drawSky, weatherPatterns } from './tracks.ts';
import { drawMilestones, drawNow, drawWhole } from './whole.ts';

/** The bar with its layout, for a page that puts its own handles on it. */
export interface TimeBarComposition {
  readonly svg: string;
  readonly layout: TimeBarLayout;
}

const WORDS: Style = { family: 'sans', size: 11 };
const HOURS: Style = { family: 'sans', size: 10, colour: 'muted' };
const HOUR_TICKS = 4;
const DAY_TICKS = 96;

/** The time bar: the whole war in one lane, 6 to 72 hours of it in another. */
export function drawTimeBar(data: TimeBarData, view: TimeBarView): string {
  return composeTimeBar(data, view).svg;
}

/** `drawTimeBar` with its layout. */
export function composeTimeBar(data: TimeBarData, view: TimeBarView): TimeBarComposition {
  const layout = layOutTimeBar(data, view);
  const { width, height, detail, whole } = layout;
  const now = view.nowTick;
  const words =
    `${data.title}, ${momentWords(data, detail.fromTick)} to ${momentWords(data, detail.toTick)}` +
    (now === undefined ? '' : `; now ${momentWords(data, now)}`);
  const size = `width="${num(width)}" height="${num(height)}" viewBox="0 0 ${num(width)} ${num(height)}"`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="khasan-time-bar" ${size} role="img">` +
      `<title>${escapeText(words)}</title>`,
    view.bare === true ? '' : styleSheet('khasan-time-bar'),
    `<defs>${weatherPatterns()}</defs>`,
    rect({ left: 0, top: 0, right: width, bottom: height }, paint({ fill: 'paper' })),
    drawSky(data, layout),
    drawRungs(data, layout),
    drawHourlyLosses(data, layout),
    drawLeave(data, layout),
    drawMilestones(data.milestones, detail, 2),
    drawClock(data, detail, hourStep(detail)),
    drawWhole(data, layout),
    drawMilestones(data.milestones, whole, 3),
    drawClock(data, whole, dayStep(whole)),
    now === undefined ? '' : drawNow(detail, now, detail.box) + drawNow(whole, now, whole.box),
    '</svg>',
  ];
  return { svg: `${svg.join('\n')}\n`, layout };
}

/** Ticks between two marks: hours in the detail lane, days in the whole one. */
function hourStep({ unitsPerTick }: Lane): number {
  const hours = [1, 3, 6, 12].find((step) => step * HOUR_TICKS * unitsPerTick >= 30) ?? 24;
  return hours * HOUR_TICKS;
}

function dayStep({ unitsPerTick }: Lane): number {
  const days = [1, 2, 5, 10].find((step) => step * DAY_TICKS * unitsPerTick >= 58) ?? 20;
  return days * DAY_TICKS;
}

/** Marks and words under a lane, on the clock of the upper side. */
function drawClock(data: TimeBarData, lane: Lane, step: number): string {
  const offset = clockOf(data);
  const y = lane.box.bottom;
  const drawn: string[] = [];
  let free = lane.box.left - 4;
  // Clocks count from midnight, ticks from the start of the scenario.
  const shift = (data.startMinutes + offset) / TICK_MINUTES;
  const first = Math.ceil((lane.fromTick + shift) / step) * step - shift;
  for (let tick = first; tick <= lane.toTick; tick += step) {
    const { hour } = civilOf(data.startMinutes + tick * TICK_MINUTES, offset);
    const x = atTick(lane, tick);
    drawn.push(line([x, y], [x, y + (hour === 0 ? 6 : 3)], { stroke: 'ink', width: 0.8 }));
    const words = hour === 0 ? dayWords(data, tick, offset) : String(hour);
    const style = hour === 0 ? WORDS : HOURS;
    const half = textWidth(words, style) / 2;
    const at = Math.min(Math.max(x, lane.box.left + half), lane.box.right - half);
    if (at - half < free) continue;
    free = at + half + 6;
    drawn.push(text(words, style, { x: at, y: y + 17, anchor: 'middle' }));
  }
  return (
    line([lane.box.left, y], [lane.box.right, y], { stroke: 'ink', width: 0.8 }) + drawn.join('')
  );
}
