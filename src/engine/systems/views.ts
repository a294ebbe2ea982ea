import type { Model } from '../model.ts';
import type { Run } from '../world/world.ts';
import type { Occupancy } from './occupancy.ts';
import { UNKNOWN, canSee, viewFrom } from './sight.ts';

/** Hexes between the bodies of the two sides, as far as they have a free view of each other over the ground. */
export interface Views {
  /**
   * `[first * width + second]` hexes between the body at the `first` of the keys of side 0 and the one at the
   * `second` of side 1; `HIDDEN` where the ground lies between them.
   */
  readonly hexes: Uint8Array;
  /** Keys of side 1. */
  readonly width: number;
}

/** Views, and between which keys of the two sides they were. */
interface ViewsOfKeys extends Views {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

const NOTHING = new Int32Array(0);

/** What was last worked out, for which occupancy and after how many changes of each side. Scratch. */
const known = {
  occupancy: undefined as Occupancy | undefined,
  firstChanges: -1,
  secondChanges: -1,
  views: { hexes: new Uint8Array(0), width: 0, first: NOTHING, second: NOTHING } as ViewsOfKeys,
};

/** The views between all bodies, worked out where somebody has come to a hex or left one. Not to be kept. */
export function viewsBetween({ model }: Run, occupancy: Occupancy): Views {
  const { changes, keys, counts } = occupancy;
  const isSame = known.occupancy === occupancy;
  if (isSame && known.firstChanges === changes[0] && known.secondChanges === changes[1]) {
    return known.views;
  }
  const first = keys[0].slice(0, counts[0]);
  const second = keys[1].slice(0, counts[1]);
  const hexes = new Uint8Array(first.length * second.length).fill(UNKNOWN);
  if (isSame) copyViews(known.views, first, second, hexes);
  fillViews(model, first, second, hexes);
  known.occupancy = occupancy;
  known.firstChanges = changes[0]!;
  known.secondChanges = changes[1]!;
  known.views = { hexes, width: second.length, first, second };
  return known.views;
}

/** Takes over what stands in earlier views: those between bodies that are still there. */
function copyViews(
  before: ViewsOfKeys,
  first: Int32Array,
  second: Int32Array,
  hexes: Uint8Array,
): void {
  for (let j = 0; j < second.length; j++) places[j] = before.second.indexOf(second[j]!);
  for (let i = 0; i < first.length; i++) {
    const row = before.first.indexOf(first[i]!);
    if (row < 0) continue;
    for (let j = 0; j < second.length; j++) {
      const column = places[j]!;
      if (column >= 0) hexes[i * second.length + j] = before.hexes[row * before.width + column]!;
    }
  }
}

/** `[j]` place that a key of side 1 had before, -1 none. Scratch. */
const places = new Int16Array(1024);

/** Looks up the views that are not known yet. */
function fillViews(model: Model, first: Int32Array, second: Int32Array, hexes: Uint8Array): void {
  const { count } = model.grid;
  for (let at = 0, i = 0; i < first.length; i++) {
    const from = first[i]!;
    for (let j = 0; j < second.length; j++, at++) {
      if (hexes[at] !== UNKNOWN) continue;
      const to = second[j]! - count;
      const view = viewFrom(model, from);
      if (view[to] === UNKNOWN) canSee(model, from, to);
      hexes[at] = view[to]!;
    }
  }
}
