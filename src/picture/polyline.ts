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

/** `stationAt` of one line that is asked many times: its lengths are summed once. */
export function stationsOf(line: readonly Point[]): {
  readonly length: number;
  readonly at: (distance: number) => Point;
} {
  const sums = [0];
  for (let index = 1; index < line.length; index++) {
    sums.push(sums[index - 1]! + lengthBetween(line[index - 1]!, line[index]!));
  }
  const length = sums[sums.length - 1]!;
  return {
    length,
    at: (distance) => {
      const wanted = Math.max(0, Math.min(length, distance));
      let low = 0;
      let high = line.length - 1;
      while (low < high - 1) {
        const middle = (low + high) >> 1;
        if (sums[middle]! <= wanted) low = middle;
        else high = middle;
      }
      const from = line[low]!;
      const to = line[high]!;
      const part = sums[high]! - sums[low]!;
      const share = part > 0 ? (wanted - sums[low]!) / part : 0;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    },
  };
}

/** Points at even distances of about `spacing`, both ends included. */
export function resample(line: readonly Point[], spacing: number): Point[] {
  const { length, at } = stationsOf(line);
  const steps = Math.max(1, Math.round(length / spacing));
  return Array.from({ length: steps + 1 }, (_, step) => at((length * step) / steps));
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
