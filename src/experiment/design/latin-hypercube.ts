import { drawOrder, drawShare, LUCK_FOR } from '../statistics/luck.ts';

/** Squares drawn before the best is taken: more bring little (Johnson, Moore and Ylvisaker 1990). */
const CANDIDATES = 50;
/** Comparing every pair costs points²; above this size only this many candidates × pairs are afforded. */
const PAIR_CHECKS_MAX = 20_000_000;

/**
 * A Latin hypercube (McKay, Beckman and Conover 1979): every factor's range is cut into as many equal parts
 * as there are points, and each part holds one point. Of fifty drawn ones (fewer for very many points) the one
 * whose nearest two points are furthest apart is taken: maximin. `[point][dimension]`, each strictly between 0 and 1.
 */
export function latinHypercube(count: number, dimensions: number, seed: number): number[][] {
  const pairs = (count * (count - 1)) / 2;
  const candidates = Math.max(1, Math.min(CANDIDATES, Math.floor(PAIR_CHECKS_MAX / (pairs + 1))));
  let best: number[][] = [];
  let bestDistance = -1;
  for (let candidate = 0; candidate < candidates; candidate++) {
    const square = drawSquare(count, dimensions, seed, candidate);
    const distance = candidates === 1 ? 0 : leastDistance(square);
    if (distance > bestDistance) {
      best = square;
      bestDistance = distance;
    }
  }
  return best;
}

function drawSquare(
  count: number,
  dimensions: number,
  seed: number,
  candidate: number,
): number[][] {
  const columns = Array.from({ length: dimensions }, (_, dimension) => {
    const key = candidate * 4096 + dimension;
    const cells = drawOrder(seed, LUCK_FOR.latinHypercube, key, count);
    return cells.map((cell, point) => {
      // The place within the cell has a counter that no shuffle of this column uses.
      const within = drawShare(seed, LUCK_FOR.latinHypercube, key, 0x40000000 + point);
      return (cell + within) / count;
    });
  });
  return Array.from({ length: count }, (_, point) => columns.map((column) => column[point]!));
}

/** Square of the distance between the nearest two points; infinite below two. */
export function leastDistance(points: readonly (readonly number[])[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 1; j < points.length; j++) {
      let squares = 0;
      for (let d = 0; d < points[i]!.length && squares < least; d++) {
        const off = points[i]![d]! - points[j]![d]!;
        squares += off * off;
      }
      if (squares < least) least = squares;
    }
  }
  return least;
}
