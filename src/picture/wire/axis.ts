import { civilOf, TICK_MINUTES } from '../../engine/index.ts';
import type { WireData } from '../../record/index.ts';
import { text, type Style } from '../lettering.ts';
import { paint } from '../palette.ts';
import { path, rect, straightPath } from '../svg.ts';
import { xOf, type WireLayout } from './layout.ts';
import { clockWords, dayWords } from './words.ts';

const DAY: Style = { family: 'sans', size: 11, weight: 600 };
const HOUR: Style = { family: 'sans', size: 10, colour: 'muted' };
/** Least distance of two hours, and of two days with words. */
const HOUR_ROOM = 34;
const DAY_ROOM = 52;
const DAY_TICKS = 96;

/** A line of the grid. */
interface Mark {
  readonly tick: number;
  readonly isDay: boolean;
  readonly words: string;
}

/** Marks of a clock: its midnights, and hours where there is room. */
function marksOf(
  data: WireData,
  offset: number,
  { unitsPerTick, words: { months } }: WireLayout,
): Mark[] {
  const hours =
    [1, 3, 6, 12].find((step) => step * 4 * unitsPerTick >= HOUR_ROOM) ?? Number.POSITIVE_INFINITY;
  const days = [1, 2, 5, 7, 14].find((step) => step * DAY_TICKS * unitsPerTick >= DAY_ROOM) ?? 30;
  const marks: Mark[] = [];
  for (let tick = data.fromTick; tick <= data.toTick; tick++) {
    const minutes = data.startMinutes + tick * TICK_MINUTES;
    const { day, hour, minute } = civilOf(minutes, offset);
    if (minute !== 0) continue;
    if (hour === 0) {
      // The last days of a month would run into the first of the next.
      const isNamed = days === 1 || ((day - 1) % days === 0 && day <= 31 - days);
      marks.push({ tick, isDay: true, words: isNamed ? dayWords(data, tick, offset, months) : '' });
    } else if (hours !== Number.POSITIVE_INFINITY && hour % hours === 0) {
      marks.push({ tick, isDay: false, words: String(hour) });
    }
  }
  return marks;
}

/** Nights and the grid of the upper side's clock, under everything else. */
export function drawGround(data: WireData, layout: WireLayout): string {
  const { chart } = layout;
  const nights =
    layout.detail === 'war'
      ? ''
      : data.nights
          .map((night) => {
            const left = Math.max(chart.left, xOf(layout, night.fromTick));
            const right = Math.min(chart.right, xOf(layout, night.toTick));
            return rect({ ...chart, left, right }, paint({ fill: 'ink', opacity: 0.05 }));
          })
          .join('');
  const upper = marksOf(data, data.sides[1]?.clockOffsetMinutes ?? 0, layout);
  const line = (marks: readonly Mark[]): string =>
    marks
      .map(({ tick }) => {
        const x = xOf(layout, tick);
        return straightPath([
          { x, y: chart.top },
          { x, y: chart.bottom },
        ]);
      })
      .join('');
  return (
    nights +
    path(
      line(upper.filter(({ isDay }) => !isDay)),
      paint({ fill: 'none', stroke: 'muted', width: 0.4, opacity: 0.25 }),
    ) +
    path(
      line(upper.filter(({ isDay }) => isDay)),
      paint({
        fill: 'none',
        stroke: 'muted',
        width: 0.7,
        opacity: layout.detail === 'war' ? 0.2 : 0.45,
      }),
    )
  );
}

/** Each side's own clock: the upper side's above the chart, the lower side's below it. */
export function drawAxes(data: WireData, layout: WireLayout): string {
  const { chart } = layout;
  const axis = (side: number, y: number, outward: 1 | -1): string => {
    const offset = data.sides[side]?.clockOffsetMinutes ?? 0;
    const marks = marksOf(data, offset, layout);
    const name = data.sides[side]?.name ?? '';
    const title = text(`${name}, ${clockWords(offset)}`, HOUR, {
      x: layout.namesRight,
      y: y + outward * 8 + (outward > 0 ? 8 : -1),
      anchor: 'end',
    });
    const words = marks
      .filter((mark) => mark.words !== '')
      .map((mark) => {
        const far = mark.isDay && marks.some(({ isDay }) => !isDay) ? 13 : 0;
        const at = y + outward * (8 + far) + (outward > 0 ? 6 : 0);
        const x = xOf(layout, mark.tick);
        // The words of a day that begins near the edge would leave the chart.
        const anchor = x < chart.left + 18 ? 'start' : x > chart.right - 18 ? 'end' : 'middle';
        return text(mark.words, mark.isDay ? DAY : HOUR, { x, y: at, anchor });
      })
      .join('');
    const ticks = marks.map((mark) => {
      const x = xOf(layout, mark.tick);
      return straightPath([
        { x, y },
        { x, y: y + outward * (mark.isDay ? 6 : 3) },
      ]);
    });
    const edge = straightPath([
      { x: chart.left, y },
      { x: chart.right, y },
    ]);
    const style = paint({ fill: 'none', stroke: 'ink', width: 0.8 });
    return title + words + path(edge + ticks.join(''), style);
  };
  return axis(1, chart.top, -1) + axis(0, chart.bottom, 1);
}
