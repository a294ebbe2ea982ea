import { text, textWidth, type Style } from './lettering.ts';
import { paint } from './palette.ts';
import { lengthBetween } from './polyline.ts';
import { inside, isIn, overlap, path, straightPath, type Box } from './svg.ts';
import type { Point } from '../hex/index.ts';

/** A name that wants a place near its mark. */
export interface LabelWish {
  readonly id: string;
  /** 1 goes as far as it must to find room, with a stroke back to its mark; 3 stands close by or not at all. */
  readonly rank: number;
  /** Of one rank the weightier goes first. */
  readonly weight: number;
  readonly lines: readonly string[];
  /** Style of each line. */
  readonly styles: readonly Style[];
  readonly at: Point;
  /** Half the size of the mark that the label must clear. */
  readonly clear: number;
  /** True where the name lies upon its ground (a lake, a tract) instead of beside a mark. */
  readonly centred?: boolean;
}

export interface PlacedLabel {
  readonly id: string;
  readonly rank: number;
  readonly box: Box;
  readonly svg: string;
}

/** Sides of the mark in the order of preference, as a compass rose of the printed atlas. */
const ROSE = [
  { x: 1, y: 0 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 0 },
  { x: -1, y: -1 },
  { x: -1, y: 1 },
  { x: 0, y: -1 },
  { x: 0, y: 1 },
] as const;
/** Far from the mark the sides between these are tried as well: the nearest room may lie there. */
const ROSE_FAR = [
  ...ROSE,
  { x: 1, y: -0.5 },
  { x: 1, y: 0.5 },
  { x: -1, y: -0.5 },
  { x: -1, y: 0.5 },
  { x: 0.4, y: -1 },
  { x: 0.4, y: 1 },
  { x: -0.4, y: -1 },
  { x: -0.4, y: 1 },
] as const;
const FAR_REACH = 20;
const LEADING = 1.12;
/** What covering a point of a line costs, in steps of preference. */
const SOFT_COST = 0.45;

/** How far from its mark a name of each rank may stand, beyond the mark's own size. */
const REACHES: Readonly<Record<number, readonly number[]>> = {
  1: [0, 9, 20, 34, 52, 74, 100, 130, 165, 205],
  2: [0, 9, 18, 30],
  3: [0, 6],
};
/** From this reach on a stroke leads back to the mark. */
const STROKE_REACH = 18;

/**
 * Places names one after the other, by rank, weight and id; no label covers another, a mark or the
 * sheet's edge, and none is drawn where there is no room. `soft` are lines that a label would rather not
 * cover, as points; one that would cover more than `softMost` of them stays away.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  sheetBox: Box,
  taken: readonly Box[],
  soft: readonly Point[],
  softMost = Infinity,
): PlacedLabel[] {
  const blocked: Box[] = [...taken];
  const placed: PlacedLabel[] = [];
  const inOrder = [...wishes].sort(
    (a, b) => a.rank - b.rank || b.weight - a.weight || (a.id < b.id ? -1 : 1),
  );
  for (const wish of inOrder) {
    const label = bestPlace(wish, sheetBox, blocked, soft, softMost);
    if (label === null) continue;
    blocked.push(label.box);
    placed.push(label);
  }
  return placed;
}

function bestPlace(
  wish: LabelWish,
  sheetBox: Box,
  blocked: readonly Box[],
  soft: readonly Point[],
  softMost: number,
): PlacedLabel | null {
  let best: PlacedLabel | null = null;
  let bestCost = Infinity;
  const wanted = candidates(wish);
  const reach = around(wanted.map(({ box }) => box));
  const near = soft.filter((point) => isIn(point, reach));
  for (const { box, anchor, cost, isFar } of wanted) {
    if (cost >= bestCost || !inside(box, sheetBox)) continue;
    if (blocked.some((other) => overlap(box, other))) continue;
    const covered = near.filter((point) => isIn(point, box)).length;
    const full = cost + covered * SOFT_COST;
    if (covered > softMost || full >= bestCost) continue;
    bestCost = full;
    best = { id: wish.id, rank: wish.rank, box, svg: drawn(wish, box, anchor, isFar) };
  }
  return best;
}

/** The box about boxes. */
function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

type Anchor = 'start' | 'middle' | 'end';

interface Candidate {
  readonly box: Box;
  readonly anchor: Anchor;
  readonly cost: number;
  /** Stands so far off that a stroke must lead back to the mark. */
  readonly isFar: boolean;
}

function sizeOf(wish: LabelWish): { readonly width: number; readonly height: number } {
  const widths = wish.lines.map((line, index) => textWidth(line, wish.styles[index]!));
  const height = wish.styles.reduce((sum, style) => sum + style.size * LEADING, 0);
  return { width: Math.max(...widths), height };
}

/** Places to try: on the ground itself, or round the mark, further out the higher the rank. */
function candidates(wish: LabelWish): Candidate[] {
  const { width, height } = sizeOf(wish);
  const found: Candidate[] = [];
  if (wish.centred === true) {
    for (const up of [0, -1, 1, -2, 2]) {
      for (const aside of [0, -1, 1]) {
        const x = wish.at.x + aside * width * 0.3;
        const y = wish.at.y + up * height * 0.8;
        const box = {
          left: x - width / 2,
          right: x + width / 2,
          top: y - height / 2,
          bottom: y + height / 2,
        };
        found.push({
          box,
          anchor: 'middle',
          cost: Math.abs(up) + Math.abs(aside),
          isFar: false,
        });
      }
    }
    return found;
  }
  (REACHES[wish.rank] ?? [0]).forEach((reach, step) => {
    (reach >= FAR_REACH ? ROSE_FAR : ROSE).forEach((side, preference) => {
      const gap = wish.clear + 2 + reach;
      // Diagonal places move in towards the mark, as its corners are free.
      const isDiagonal = Math.abs(side.x * side.y) === 1;
      const x = wish.at.x + side.x * gap * (isDiagonal ? 0.75 : 1);
      const y = wish.at.y + side.y * (isDiagonal ? gap * 0.55 + height / 2 : gap + height / 2);
      // A label beside its mark begins there; one above or below stands over it.
      const isBeside = Math.abs(side.x) === 1;
      const left = isBeside ? (side.x > 0 ? x : x - width) : x - width / 2;
      found.push({
        box: { left, right: left + width, top: y - height / 2, bottom: y + height / 2 },
        anchor: isBeside ? (side.x > 0 ? 'start' : 'end') : 'middle',
        cost: Math.min(preference, ROSE.length) * 0.5 + step * 3,
        isFar: reach >= STROKE_REACH,
      });
    });
  });
  return found;
}

function drawn(wish: LabelWish, box: Box, anchor: Anchor, isFar: boolean): string {
  const x =
    anchor === 'start' ? box.left : anchor === 'end' ? box.right : (box.left + box.right) / 2;
  let y = box.top;
  const lines = wish.lines
    .map((line, index) => {
      const style = wish.styles[index]!;
      y += style.size * LEADING;
      // Baseline: the descenders stand in the last fifth of the line.
      return text(line, style, { x, y: y - style.size * 0.28, anchor, halo: true });
    })
    .join('');
  return (isFar ? strokeTo(wish, box) : '') + lines;
}

/** A thin stroke from the mark's rim to the nearest point of the label. */
function strokeTo(wish: LabelWish, box: Box): string {
  const to = {
    x: Math.max(box.left, Math.min(box.right, wish.at.x)),
    y: Math.max(box.top + 2, Math.min(box.bottom - 2, wish.at.y)),
  };
  const length = lengthBetween(wish.at, to);
  const share = wish.clear / length;
  const from = {
    x: wish.at.x + (to.x - wish.at.x) * share,
    y: wish.at.y + (to.y - wish.at.y) * share,
  };
  const line = straightPath([from, to]);
  // On a rim of paper, so that it is not taken for a line of the ground.
  return (
    path(line, paint({ fill: 'none', stroke: 'paper', width: 3, opacity: 0.7 })) +
    path(line, paint({ fill: 'none', stroke: 'ink', width: 0.8 }))
  );
}
