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

/** What was last worked out, for which occupancy and after how many changes of each side. Scratch. */
const known = {
  occupancy: undefined as Occupancy | undefined,
  firstChanges: -1,
  secondChanges: -1,
  hexes: new Uint8Array(0),
  width: 0,
};

/** The views between all bodies, worked out when somebody has come to a hex or left one. Not to be kept. */
export function viewsBetween(run: Run, occupancy: Occupancy): Views {
  const { changes } = occupancy;
  if (
    known.occupancy === occupancy &&
    known.firstChanges === changes[0] &&
    known.secondChanges === changes[1]
  ) {
    return known;
  }
  known.occupancy = occupancy;
  known.firstChanges = changes[0]!;
  known.secondChanges = changes[1]!;
  fillViews(run, occupancy);
  return known;
}

function fillViews({ model }: Run, { keys, counts }: Occupancy): void {
  const [ours, theirs] = keys;
  const height = counts[0]!;
  const width = counts[1]!;
  known.width = width;
  if (known.hexes.length < height * width) known.hexes = new Uint8Array(height * width);
  for (let i = 0; i < height; i++) {
    const from = ours[i]!;
    const view = viewFrom(model, from);
    for (let j = 0; j < width; j++) {
      const to = theirs[j]! - model.grid.count;
      if (view[to] === UNKNOWN) canSee(model, from, to);
      known.hexes[i * width + j] = view[to]!;
    }
  }
}
