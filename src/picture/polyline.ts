import type { Point } from '../hex/index.ts';

export function lengthBetween(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

export function lengthOf(line: readonly Point[]): number {
  let length = 0;
  for (let index = 1; index < line.length; index++) {
    length += lengthBetween(line[index - 1]!, line[index]!);
  }
  return length;
}

/** A place on a line, with the direction in which the line runs there (a vector of length 1). */
export interface Station {
  readonly point: Point;
  readonly along: Point;
}

/** The place at a distance from the line's start, held within its ends. The line has two points or more. */
export function stationAt(line: readonly Point[], distance: number): Station {
  let left = Math.max(0, distance);
  for (let index = 1; index < line.length; index++) {
    const from = line[index - 1]!;
    const to = line[index]!;
    const length = lengthBetween(from, to);
    const isLast = index === line.length - 1;
    if (length > 0 && (left <= length || isLast)) {
      const share = Math.min(1, left / length);
      return {
        point: { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share },
        along: { x: (to.x - from.x) / length, y: (to.y - from.y) / length },
      };
    }
    left -= length;
  }
  return { point: line[line.length - 1]!, along: { x: 1, y: 0 } };
}

/** Points at even distances of about `spacing`, both ends included. */
export function resample(line: readonly Point[], spacing: number): Point[] {
  const length = lengthOf(line);
  const steps = Math.max(1, Math.round(length / spacing));
  return Array.from({ length: steps + 1 }, (_, step) => {
    return stationAt(line, (length * step) / steps).point;
  });
}

/** Each inner point moved to the mean of its neighbourhood of `reach` points either side. */
export function evened(line: readonly Point[], reach: number): Point[] {
  return line.map((_, index) => {
    const span = Math.min(reach, index, line.length - 1 - index);
    let x = 0;
    let y = 0;
    for (let other = index - span; other <= index + span; other++) {
      x += line[other]!.x;
      y += line[other]!.y;
    }
    return { x: x / (2 * span + 1), y: y / (2 * span + 1) };
  });
}

/** The line moved sideways by `distance`, to the right of the walker for positive values (y points down). */
export function shifted(line: readonly Point[], distance: number): Point[] {
  return line.map((point, index) => {
    const before = line[Math.max(0, index - 1)]!;
    const after = line[Math.min(line.length - 1, index + 1)]!;
    const length = Math.max(1e-9, lengthBetween(before, after));
    return {
      x: point.x - ((after.y - before.y) / length) * distance,
      y: point.y + ((after.x - before.x) / length) * distance,
    };
  });
}
