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

/** Views and what they hold for: an occupancy after so many changes of each side, and its keys at that time. */
interface ViewsOfKeys extends Views {
  occupancy: Occupancy | undefined;
  firstChanges: number;
  secondChanges: number;
  hexes: Uint8Array;
  /** Keys of side 0, `height` of them, and of side 1. */
  first: Int32Array;
  second: Int32Array;
  height: number;
  width: number;
}

const blankViews = (): ViewsOfKeys => ({
  occupancy: undefined,
  firstChanges: -1,
  secondChanges: -1,
  hexes: new Uint8Array(0),
  first: new Int32Array(0),
  second: new Int32Array(0),
  height: 0,
  width: 0,
});

/** The views worked out last, and those before them. Scratch. */
let known = blankViews();
let earlier = blankViews();

/** `[second]` place that a key of side 1 had in the earlier views, -1 none. Scratch. */
let places = new Int32Array(0);

/** The views between all bodies, worked out where somebody has come to a hex or left one. Not to be kept. */
export function viewsBetween({ model }: Run, occupancy: Occupancy): Views {
  const { changes } = occupancy;
  const isSame = known.occupancy === occupancy;
  if (isSame && known.firstChanges === changes[0] && known.secondChanges === changes[1]) {
    return known;
  }
  [known, earlier] = [earlier, known];
  known.occupancy = occupancy;
  known.firstChanges = changes[0]!;
  known.secondChanges = changes[1]!;
  noteKeys(known, occupancy);
  // What stood in other hexes of another model says nothing.
  if (!isSame) earlier.height = earlier.width = 0;
  for (let j = 0; j < known.width; j++) {
    places[j] = placeOf(earlier.second, earlier.width, known.second[j]!);
  }
  for (let i = 0; i < known.height; i++) fillRow(model, i);
  return known;
}

function noteKeys(views: ViewsOfKeys, { keys, counts }: Occupancy): void {
  const height = counts[0]!;
  const width = counts[1]!;
  if (views.first.length < height) views.first = new Int32Array(keys[0].length);
  if (views.second.length < width) views.second = new Int32Array(keys[1].length);
  if (places.length < width) places = new Int32Array(keys[1].length);
  if (views.hexes.length < height * width) views.hexes = new Uint8Array(2 * height * width);
  for (let i = 0; i < height; i++) views.first[i] = keys[0][i]!;
  for (let j = 0; j < width; j++) views.second[j] = keys[1][j]!;
  views.height = height;
  views.width = width;
}

function placeOf(keys: Int32Array, count: number, key: number): number {
  for (let i = 0; i < count; i++) if (keys[i] === key) return i;
  return -1;
}

/** Takes over the views between bodies that were there before, and looks up the others. */
function fillRow(model: Model, i: number): void {
  const { hexes, width, second } = known;
  const from = known.first[i]!;
  const row = placeOf(earlier.first, earlier.height, from);
  for (let j = 0; j < width; j++) {
    const column = places[j]!;
    hexes[i * width + j] =
      row >= 0 && column >= 0
        ? earlier.hexes[row * earlier.width + column]!
        : viewOf(model, from, second[j]! - model.grid.count);
  }
}

function viewOf(model: Model, from: number, to: number): number {
  const view = viewFrom(model, from);
  if (view[to] === UNKNOWN) canSee(model, from, to);
  return view[to]!;
}
