import { paint, type Paint } from './palette.ts';
import { num, path, straightPath } from './svg.ts';
import type { Point } from '../hex/index.ts';

/** A circle. */
export function circle({ x, y }: Point, radius: number, style: Paint): string {
  return `<circle cx="${num(x)}" cy="${num(y)}" r="${num(radius)}"${paint(style)}/>`;
}

/** A straight line from one point to another. */
export function line(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  style: Paint,
): string {
  const points = [
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ];
  return path(straightPath(points), paint({ fill: 'none', ...style }));
}
