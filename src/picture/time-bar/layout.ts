import type { TimeBarData } from '../../record/index.ts';
import type { Box } from '../svg.ts';

/** What part of a run the bar shows in detail, and how wide it is. */
export interface TimeBarView {
  /** Ticks of the detail lane; 6 to 72 hours. */
  readonly detailFromTick: number;
  readonly detailToTick: number;
  /** The moment that everything else on the page shows. */
  readonly nowTick?: number;
  /** 1440 by default, 360 at least. */
  readonly width?: number;
  /** Leave out the style sheet, for a page that brings its own. */
  readonly bare?: boolean;
}

/** A lane: a window of time across a part of the sheet. */
export interface Lane {
  readonly box: Box;
  readonly fromTick: number;
  readonly toTick: number;
  readonly unitsPerTick: number;
}

/** Where everything stands. Lengths are units of the drawing. */
export interface TimeBarLayout {
  readonly width: number;
  readonly height: number;
  readonly detail: Lane;
  readonly whole: Lane;
  /** Strips of the detail lane. */
  readonly sky: Box;
  readonly rungs: Box;
  readonly losses: Box;
  readonly leave: Box;
}

const EDGE = 12;
const NAMES = 86;
const NAMES_FROM = 700;
const WIDTH = 1440;
const WIDTH_LEAST = 360;
const HOURS_MIN = 6;
const HOURS_MAX = 72;
const TICKS_IN_HOUR = 4;

const HEIGHTS = { milestones: 30, sky: 14, rungs: 34, losses: 40, leave: 32, hours: 20 } as const;
const GAP = 5;
const WHOLE_MILESTONES = 44;
const WHOLE = 40;
const DAYS = 20;

/** The window asked for, brought to between 6 and 72 hours within the run. */
export function detailWindow(
  data: Pick<TimeBarData, 'fromTick' | 'toTick'>,
  { detailFromTick, detailToTick }: TimeBarView,
): { readonly from: number; readonly to: number } {
  const span = Math.min(
    HOURS_MAX * TICKS_IN_HOUR,
    Math.max(HOURS_MIN * TICKS_IN_HOUR, detailToTick - detailFromTick),
  );
  const from = Math.max(data.fromTick, Math.min(detailFromTick, data.toTick - span));
  return { from, to: Math.max(from + 1, Math.min(data.toTick, from + span)) };
}

export function layOutTimeBar(data: TimeBarData, view: TimeBarView): TimeBarLayout {
  const width = Math.max(WIDTH_LEAST, view.width ?? WIDTH);
  // On a narrow sheet the names of the strips would take the room of the time.
  const left = EDGE + (width >= NAMES_FROM ? NAMES : 0);
  const right = width - EDGE;
  let y = EDGE + HEIGHTS.milestones;
  const strip = (height: number): Box => {
    const box = { left, right, top: y, bottom: y + height };
    y += height + GAP;
    return box;
  };
  const sky = strip(HEIGHTS.sky);
  const rungs = strip(HEIGHTS.rungs);
  const losses = strip(HEIGHTS.losses);
  const leave = strip(HEIGHTS.leave);
  const window = detailWindow(data, view);
  const lane = (box: Box, fromTick: number, toTick: number): Lane => {
    return { box, fromTick, toTick, unitsPerTick: (right - left) / (toTick - fromTick) };
  };
  const detail = lane({ left, right, top: sky.top, bottom: leave.bottom }, window.from, window.to);
  y += HEIGHTS.hours + WHOLE_MILESTONES;
  const whole = lane({ left, right, top: y, bottom: y + WHOLE }, data.fromTick, data.toTick);
  const height = whole.box.bottom + DAYS + EDGE;
  return { width, height, detail, whole, sky, rungs, losses, leave };
}

/** Place of a tick in a lane; may lie beyond it. */
export function atTick(lane: Lane, tick: number): number {
  return lane.box.left + (tick - lane.fromTick) * lane.unitsPerTick;
}

export function isInLane(lane: Lane, tick: number): boolean {
  return tick >= lane.fromTick && tick <= lane.toTick;
}

/** The part of a span that lies in a lane, as left and right; `null` where none does. */
export function partIn(
  lane: Lane,
  fromTick: number,
  toTick: number,
): { readonly left: number; readonly right: number } | null {
  const left = Math.max(lane.box.left, atTick(lane, fromTick));
  const right = Math.min(lane.box.right, atTick(lane, toTick));
  return right > left ? { left, right } : null;
}
