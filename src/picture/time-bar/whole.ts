import type { Milestone, TimeBarData } from '../../record/index.ts';
import { text, textWidth, type Style } from '../lettering.ts';
import { paint } from '../palette.ts';
import { line } from '../shapes.ts';
import { path, rect, straightPath, type Box } from '../svg.ts';
import { atTick, isInLane, type Lane, type TimeBarLayout } from './layout.ts';
import { drawLosses } from './tracks.ts';

const LABEL: Style = { family: 'sans', size: 10.5 };
const DAY_TICKS = 96;
const ROW = 12;

/** The whole war: losses by the day, acts that stood on nothing, and the window of the detail lane. */
export function drawWhole(data: TimeBarData, layout: TimeBarLayout): string {
  const { whole, detail } = layout;
  const { box } = whole;
  const window = {
    ...box,
    left: atTick(whole, detail.fromTick),
    right: Math.max(atTick(whole, detail.fromTick) + 2, atTick(whole, detail.toTick)),
  };
  const bare = data.acts.filter(
    ({ authority }) => authority !== 'within' && authority !== 'standing',
  );
  const acts = straightPaths(
    bare.map(({ tick, side }) => ({
      x: atTick(whole, tick),
      from: side === 1 ? box.top : box.bottom - 6,
      to: side === 1 ? box.top + 6 : box.bottom,
    })),
  );
  return (
    rect(box, paint({ fill: 'panel', stroke: 'muted', width: 0.8 })) +
    rect(window, paint({ fill: 'ink', opacity: 0.09 })) +
    drawLosses(data, whole, { ...box, top: box.top + 7, bottom: box.bottom - 7 }, DAY_TICKS).svg +
    path(acts, paint({ fill: 'none', stroke: 'ink', width: 1.1 })) +
    rect(window, paint({ fill: 'none', stroke: 'ink', width: 1.2 }))
  );
}

function straightPaths(
  strokes: readonly { readonly x: number; readonly from: number; readonly to: number }[],
): string {
  return strokes
    .map(({ x, from, to }) =>
      straightPath([
        { x, y: from },
        { x, y: to },
      ]),
    )
    .join('');
}

/**
 * Milestones of the record above a lane: a triangle at its hour, a bar where the record allows a span, and
 * the words as far as the rows hold them, in the order of time.
 * @param rows rows of words above the lane.
 */
export function drawMilestones(milestones: readonly Milestone[], lane: Lane, rows: number): string {
  const { box } = lane;
  const ends = new Array<number>(rows).fill(Number.NEGATIVE_INFINITY);
  return milestones
    .filter(({ tick }) => isInLane(lane, tick))
    .map((milestone) => {
      const x = atTick(lane, milestone.tick);
      const span = spanBar(milestone, lane);
      const mark = path(
        straightPath(
          [
            { x, y: box.top - 1 },
            { x: x - 3.4, y: box.top - 7 },
            { x: x + 3.4, y: box.top - 7 },
          ],
          true,
        ),
        paint({ fill: 'ink' }),
      );
      const width = textWidth(milestone.label, LABEL);
      const left = Math.min(Math.max(box.left, x - 3), box.right - width);
      const row = ends.findIndex((end) => end + 8 <= left);
      if (row < 0 || width > box.right - box.left) return span + mark;
      ends[row] = left + width;
      const y = box.top - 10 - row * ROW;
      return span + mark + text(milestone.label, LABEL, { x: left, y });
    })
    .join('');
}

function spanBar({ lowTick, highTick }: Milestone, lane: Lane): string {
  if (highTick <= lowTick) return '';
  const y = lane.box.top - 2;
  const left = Math.max(lane.box.left, atTick(lane, lowTick));
  const right = Math.min(lane.box.right, atTick(lane, highTick));
  return right <= left ? '' : line([left, y], [right, y], { stroke: 'ink', width: 2 });
}

/** A line through a lane at the moment shown, with a head at its foot; the only colour that is no side’s. */
export function drawNow(lane: Lane, tick: number, box: Box): string {
  if (!isInLane(lane, tick)) return '';
  const x = atTick(lane, tick);
  return line([x, box.top], [x, box.bottom], { stroke: 'ink', width: 2 });
}
