import type { Point } from '../hex/index.ts';

/** A number as it stands in a picture: cut to a tenth, never -0, never an exponent. */
export function num(value: number): string {
  const tenths = Math.round(value * 10);
  return String(tenths === 0 ? 0 : tenths / 10);
}

/** Text made safe for the inside of an element or an attribute. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function pair(point: Point): string {
  return `${num(point.x)} ${num(point.y)}`;
}

/** Path data of straight strokes through points. */
export function straightPath(points: readonly Point[], closed = false): string {
  const body = points.map((point, index) => (index === 0 ? 'M' : 'L') + pair(point)).join('');
  return closed ? `${body}Z` : body;
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/**
 * Path data of a smooth curve that points steer: a quadratic B-spline, the limit of cutting corners for
 * ever, at one curve a point. An open curve keeps its two ends.
 */
export function smoothPath(points: readonly Point[], closed = false): string {
  const count = points.length;
  const first = points[0];
  const last = points[count - 1];
  if (first === undefined || last === undefined) return '';
  if (count < 3) return straightPath(points, closed);
  if (closed) {
    let path = `M${pair(middle(last, first))}`;
    points.forEach((point, index) => {
      const next = points[(index + 1) % count] ?? first;
      path += `Q${pair(point)} ${pair(middle(point, next))}`;
    });
    return `${path}Z`;
  }
  let path = `M${pair(first)}`;
  for (let index = 1; index < count - 1; index++) {
    const point = points[index] ?? first;
    const next = points[index + 1] ?? last;
    const end = index === count - 2 ? next : middle(point, next);
    path += `Q${pair(point)} ${pair(end)}`;
  }
  return path;
}

/** A `path` element; nothing when there is no data. */
export function path(data: string, attributes: string): string {
  return data === '' ? '' : `<path d="${data}"${attributes}/>`;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function isIn(point: Point, box: Box): boolean {
  return point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom;
}

export function inside(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

export function rect(box: Box, attributes: string): string {
  return (
    `<rect x="${num(box.left)}" y="${num(box.top)}" width="${num(box.right - box.left)}" ` +
    `height="${num(box.bottom - box.top)}"${attributes}/>`
  );
}
