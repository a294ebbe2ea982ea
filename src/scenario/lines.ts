import { centreOf, type Grid, type Point } from '../hex/index.ts';
import { makeProjection, toPlane, type LonLat, type MapOrigin } from './projection.ts';

/** Hands of a walker on a line, in the order of the codes that `sideOfLine` returns. */
export const HANDS = ['left', 'right'] as const;
export type Hand = (typeof HANDS)[number];

/** The part of a line of a map file that says whose ground lies where. */
export interface ClaimedLine {
  readonly claimantOn: Hand;
  readonly points: readonly LonLat[];
}

/**
 * `[hex]` the hand, as a code of `HANDS`, on which the centre of each hex lies for a walker who follows
 * the line from its first point to its last.
 *
 * `points` are at least two, each different from the one before; the line does not cross itself and
 * should begin and end off the map, because beyond an end its last stretch is thought to go on
 * straight. A centre exactly on the line counts as left.
 */
export function sideOfLine(points: readonly LonLat[], origin: MapOrigin, grid: Grid): Uint8Array {
  const projection = makeProjection(origin);
  const line = points.map((at) => toPlane(projection, at));
  const hands = new Uint8Array(grid.count);
  for (let hex = 0; hex < grid.count; hex++) {
    hands[hex] = HANDS.indexOf(handOf(line, centreOf(grid, hex)));
  }
  return hands;
}

/** `[hex]` 1 where the hex lies on the claimant's side of the line that he claims, else 0. */
export function claimedBy(line: ClaimedLine, origin: MapOrigin, grid: Grid): Uint8Array {
  const claimant = HANDS.indexOf(line.claimantOn);
  return sideOfLine(line.points, origin, grid).map((hand) => (hand === claimant ? 1 : 0));
}

/**
 * The hand on which a point of the map plane lies. The stretch of the line nearest to the point decides
 * by the sign of the cross product. Where the nearest thing is a bend, two stretches are equally near
 * and can disagree; but then the point stands outside the bend, so a bend to the left is passed on its
 * right hand and the other way round. Of equally near stretches the first decides.
 */
export function handOf(line: readonly Point[], at: Point): Hand {
  let nearestSquare = Infinity;
  let turn = 0;
  for (let end = 1; end < line.length; end++) {
    const from = line[end - 1]!;
    const to = line[end]!;
    const share = footShare(from, to, at);
    const square = distanceSquare(at, pointAt(from, to, share));
    if (square >= nearestSquare) continue;
    nearestSquare = square;
    turn = turnTo(from, to, at);
    // Past the end of this stretch: the bend decides, unless the line ends here or goes straight on.
    const next = share > 1 ? line[end + 1] : undefined;
    const bend = next === undefined ? 0 : turnTo(from, to, next);
    if (bend !== 0) turn = -bend;
  }
  return turn > 0 ? 'right' : 'left';
}

/** Where the foot of the perpendicular from a point falls: 0 at `from`, 1 at `to`, any other beyond. */
function footShare(from: Point, to: Point, at: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  return ((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy);
}

/** The point of a stretch nearest to that share: its ends are given back as they are, bit for bit. */
function pointAt(from: Point, to: Point, share: number): Point {
  if (share <= 0) return from;
  if (share >= 1) return to;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function distanceSquare(a: Point, b: Point): number {
  return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

/** Cross product of a stretch and the way to a point: positive on the right hand, since y runs south. */
function turnTo(from: Point, to: Point, at: Point): number {
  return (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x);
}
