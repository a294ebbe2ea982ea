import type { WireData } from '../../record/index.ts';
import { text } from '../lettering.ts';
import { colourOfSide, paint } from '../palette.ts';
import { path, rect, straightPath } from '../svg.ts';
import { GROUP_STYLE, NAME_STYLE, ROW_STEP, type WireLayout } from './layout.ts';

const GROUP_X = 24;

/** Lines of the offices with their names, and the names of the groups beside them. */
export function drawRows(data: WireData, layout: WireLayout): string {
  const { chart } = layout;
  const drawn: string[] = [];
  let group = '';
  for (const { row, y } of layout.rows) {
    const { name, side, group: own, again } = data.rows[row]!;
    const points = [
      { x: chart.left, y },
      { x: chart.right, y },
    ];
    const line = paint({
      fill: 'none',
      stroke: 'muted',
      width: 0.6,
      opacity: 0.55,
      ...(again ? { dash: '1.5 3' } : {}),
    });
    drawn.push(path(straightPath(points), line));
    drawn.push(text(name, NAME_STYLE, { x: layout.namesRight, y: y + 3.8, anchor: 'end' }));
    if (own !== group) {
      drawn.push(
        text(own, { ...GROUP_STYLE, colour: colourOfSide(side) }, { x: GROUP_X, y: y + 4.2 }),
      );
      group = own;
    }
    drawn.push(sideMark(layout.namesRight + 3, y, side));
  }
  return drawn.join('');
}

/** Whose office it is without colour: a solid or a hollow slip before the line. */
function sideMark(x: number, y: number, side: number): string {
  const box = { left: x, right: x + 4, top: y - ROW_STEP * 0.3, bottom: y + ROW_STEP * 0.3 };
  const colour = colourOfSide(side);
  return rect(
    box,
    paint(
      side === 0
        ? { fill: 'paper', stroke: colour, width: 1 }
        : { fill: colour, stroke: colour, width: 1 },
    ),
  );
}
