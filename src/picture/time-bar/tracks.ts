import type { Weather } from '../../engine/index.ts';
import type { TimeBarData } from '../../record/index.ts';
import { text, type Style } from '../lettering.ts';
import { colourOfSide, paint } from '../palette.ts';
import { circle, line } from '../shapes.ts';
import { escapeText, path, rect, straightPath, type Box } from '../svg.ts';
import { drawAct, drawSign } from '../wire/marks.ts';
import { atTick, isInLane, partIn, type Lane, type TimeBarLayout } from './layout.ts';

const NAME: Style = { family: 'sans', size: 11, colour: 'muted' };
const FIGURE: Style = { family: 'sans', size: 10, colour: 'muted' };
const HOUR_TICKS = 4;

/** Patterns of the weather: strokes of ink, no hue. */
export function weatherPatterns(): string {
  const stroke = (data: string, width: number, opacity: number): string =>
    path(data, paint({ fill: 'none', stroke: 'ink', width, opacity }));
  const pattern = (id: string, body: string): string =>
    `<pattern id="khasan-sky-${id}" width="8" height="8" patternUnits="userSpaceOnUse">${body}</pattern>`;
  return [
    pattern('overcast', circle({ x: 2, y: 2 }, 0.8, { fill: 'ink', opacity: 0.3 })),
    pattern('rain', stroke('M2 7L4 1', 0.9, 0.55)),
    pattern('downpour', stroke('M1 7L3 1M4 7L6 1M7 7L9 1M-2 7L0 1', 1.1, 0.7)),
    pattern('fog', stroke('M0 2H5M3 6H8', 1, 0.45)),
  ].join('');
}

export const WEATHER_WORDS: Readonly<Record<Weather, string>> = {
  clear: 'clear',
  overcast: 'overcast',
  rain: 'rain',
  downpour: 'downpour',
  fog: 'fog',
};

/** Night as a tint over all strips, weather as a texture in its own. */
export function drawSky(data: TimeBarData, { detail, sky }: TimeBarLayout): string {
  const nights = data.nights.map(({ fromTick, toTick }) => {
    const part = partIn(detail, fromTick, toTick);
    return part === null
      ? ''
      : rect({ ...detail.box, ...part }, paint({ fill: 'ink', opacity: 0.07 }));
  });
  const weather = data.weather.map((span) => {
    const part = partIn(detail, span.fromTick, span.toTick);
    if (part === null || span.weather === 'clear') return '';
    return rect({ ...sky, ...part }, ` fill="url(#khasan-sky-${span.weather})"`);
  });
  const frame = rect(sky, paint({ fill: 'none', stroke: 'muted', width: 0.6, opacity: 0.6 }));
  return nights.join('') + weather.join('') + frame + nameOf('weather', sky);
}

function nameOf(words: string, strip: Box): string {
  // The names stand beside the strips, where a wide sheet leaves room for them.
  return strip.left < 60
    ? ''
    : text(words, NAME, {
        x: strip.left - 8,
        y: (strip.top + strip.bottom) / 2 + 4,
        anchor: 'end',
      });
}

/** The rung of each side as steps: solid and hollow lines, their figures at every step. */
export function drawRungs(data: TimeBarData, layout: TimeBarLayout): string {
  const { rungs: strip, detail } = layout;
  const most = Math.max(1, data.rungTitles.length - 1);
  const yOf = (rung: number): number =>
    strip.bottom - 3 - (rung / most) * (strip.bottom - strip.top - 6);
  const steps = data.rungs.map((own, side) => drawSteps(own, side, detail, yOf));
  const base = line([strip.left, strip.bottom], [strip.right, strip.bottom], {
    stroke: 'muted',
    width: 0.6,
    opacity: 0.6,
  });
  return base + steps.join('') + nameOf('rung', strip);
}

type Steps = TimeBarData['rungs'][number];

function drawSteps(own: Steps, side: number, lane: Lane, yOf: (rung: number) => number): string {
  const points: { x: number; y: number }[] = [];
  // Two sides on one rung would hide each other: each keeps to its own half of the line.
  const shift = side === 0 ? 1.2 : -1.2;
  let isFirst = true;
  const figures: string[] = [];
  for (const [index, { tick, rung }] of own.entries()) {
    const end = own[index + 1]?.tick ?? lane.toTick;
    const part = partIn(lane, tick, end);
    if (part === null) continue;
    const y = yOf(rung) + shift;
    points.push({ x: part.left, y }, { x: part.right, y });
    const at = { x: part.left + 3, y: side === 0 ? y + 10 : y - 4 };
    const isStep = isInLane(lane, tick) || isFirst;
    if (isStep && rung > 0) {
      figures.push(text(String(rung), { ...FIGURE, colour: colourOfSide(side) }, at));
    }
    isFirst = false;
  }
  const stroke = colourOfSide(side);
  const data = straightPath(points);
  const outer = path(data, paint({ fill: 'none', stroke, width: side === 0 ? 3 : 2.4 }));
  const inner = side === 0 ? path(data, paint({ fill: 'none', stroke: 'paper', width: 1 })) : '';
  return outer + inner + figures.join('');
}

/** Losses in bins: the upper side's above the middle, the lower side's below, on one scale. */
export function drawLosses(
  data: TimeBarData,
  lane: Lane,
  strip: Box,
  binTicks: number,
): { readonly svg: string; readonly most: number } {
  const bins = new Map<string, number>();
  for (const { tick, side, men } of data.losses) {
    if (!isInLane(lane, tick)) continue;
    const key = `${String(side)} ${String(Math.floor((tick - lane.fromTick) / binTicks))}`;
    bins.set(key, (bins.get(key) ?? 0) + men);
  }
  const most = Math.max(0, ...bins.values());
  const middle = (strip.top + strip.bottom) / 2;
  const half = (strip.bottom - strip.top) / 2 - 1;
  const width = Math.max(
    1,
    binTicks * lane.unitsPerTick - (binTicks * lane.unitsPerTick > 5 ? 1.5 : 0.4),
  );
  const bars = [...bins].map(([key, men]) => {
    const [side = 0, bin = 0] = key.split(' ').map(Number);
    const left = atTick(lane, lane.fromTick + bin * binTicks) + 0.4;
    const height = Math.max(1, (men / most) * half);
    const right = Math.min(lane.box.right, left + width);
    const box =
      side === 1
        ? { left, right, top: middle - height, bottom: middle }
        : { left, right, top: middle, bottom: middle + height };
    const colour = colourOfSide(side);
    const isHollow = side === 0 && width > 3;
    return rect(
      box,
      paint(isHollow ? { fill: 'paper', stroke: colour, width: 1 } : { fill: colour }),
    );
  });
  const axis = line([strip.left, middle], [strip.right, middle], { stroke: 'ink', width: 0.8 });
  return { svg: bars.join('') + axis, most };
}

/** Losses by the hour in the detail lane, with the worst hour as a figure. */
export function drawHourlyLosses(data: TimeBarData, { detail, losses }: TimeBarLayout): string {
  const { svg, most } = drawLosses(data, detail, losses, HOUR_TICKS);
  const figure =
    most === 0
      ? ''
      : text(`worst hour ${String(most)}`, FIGURE, {
          x: losses.right - 3,
          y: losses.top + 9,
          anchor: 'end',
          halo: true,
        });
  return svg + figure + nameOf('losses', losses);
}

/** Marks nearer than this are drawn as one with a count. */
const JOIN = 13;

/** What is told first where several fall together: an act without leave before all paper. */
const LEAVE_WEIGHTS = { asked: 0, refused: 1, granted: 2, ban: 3 } as const;

interface MarkAt {
  readonly weight: number;
  readonly tick: number;
  readonly side: number;
  readonly event: string;
  readonly draw: (x: number, y: number) => string;
}

/** Leave and acts of force: the upper side's in the upper row, the lower side's in the lower. */
export function drawLeave(data: TimeBarData, layout: TimeBarLayout): string {
  const { detail, leave: strip } = layout;
  const marks: MarkAt[] = [
    ...data.leave.map(({ tick, side, sign, event }) => ({
      tick,
      side,
      event,
      weight: LEAVE_WEIGHTS[sign],
      draw: (x: number, y: number) => drawSign(sign, { x, y }, 4.6, colourOfSide(side)),
    })),
    ...data.acts.map(({ tick, side, authority, event }) => ({
      tick,
      side,
      event,
      weight: authority === 'within' || authority === 'standing' ? 4 : 5,
      draw: (x: number, y: number) => drawAct(authority, { x, y }, 5.2, side),
    })),
  ]
    .filter(({ tick }) => isInLane(detail, tick))
    .sort((a, b) => a.tick - b.tick);
  const drawn = [1, 0].map((side) => {
    const y = side === 1 ? strip.top + 8 : strip.bottom - 8;
    return rowOfMarks(
      marks.filter((mark) => mark.side === side),
      detail,
      y,
    );
  });
  return drawn.join('') + nameOf('permission', strip);
}

function rowOfMarks(marks: readonly MarkAt[], lane: Lane, y: number): string {
  const groups: { x: number; marks: MarkAt[] }[] = [];
  for (const mark of marks) {
    const x = atTick(lane, mark.tick);
    const last = groups[groups.length - 1];
    const room = JOIN + (last !== undefined && last.marks.length > 1 ? 9 : 0);
    if (last !== undefined && x - last.x < room) last.marks.push(mark);
    else groups.push({ x, marks: [mark] });
  }
  return groups
    .map(({ x, marks: own }) => {
      const shown = own.reduce((best, each) => (each.weight > best.weight ? each : best));
      const at = Math.min(Math.max(x, lane.box.left + 6), lane.box.right - 6);
      const count =
        own.length === 1
          ? ''
          : text(String(own.length), { ...FIGURE, weight: 600 }, { x: at + 6.5, y: y + 3.5 });
      return `<g data-event="${escapeText(shown.event)}">${shown.draw(at, y)}${count}</g>`;
    })
    .join('');
}
