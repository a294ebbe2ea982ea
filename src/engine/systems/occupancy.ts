import type { Model } from '../model.ts';
import { MORALES, codeOf } from '../vocabulary.ts';
import type { Run, World } from '../world/world.ts';

const BROKEN = codeOf(MORALES, 'broken');
const DESTROYED = codeOf(MORALES, 'destroyed');

/**
 * Who stands where on the battlefield, worked out anew from the state whenever it is asked for. A key
 * is `side * hexes + hex`. Scratch memory, one per model; never part of a world.
 */
export interface Occupancy {
  /** `[key]` first unit there, or -1. */
  readonly head: Int32Array;
  /** `[unit]` next unit at the same key, ascending, or -1. */
  readonly next: Int32Array;
  /** `[key]` men there. */
  readonly men: Int32Array;
  /** `[key]` men there who are not broken. */
  readonly fit: Int32Array;
  /** `[side]` occupied keys, `counts[side]` of them, in the order of their last unit from the end. */
  readonly keys: readonly [Int32Array, Int32Array];
  readonly counts: Int32Array;
  /** World it was last filled for. */
  world: World | undefined;
  /** `[key]` suppression gain of the shells of this tick, per minute. */
  readonly shellGain: Float64Array;
}

const known = new WeakMap<Model, Occupancy>();

function scratchOf(model: Model): Occupancy {
  let found = known.get(model);
  if (found === undefined) {
    const keys = 2 * model.grid.count;
    found = {
      head: new Int32Array(keys).fill(-1),
      next: new Int32Array(model.units.count).fill(-1),
      men: new Int32Array(keys),
      fit: new Int32Array(keys),
      keys: [new Int32Array(model.units.count), new Int32Array(model.units.count)],
      counts: new Int32Array(2),
      world: undefined,
      shellGain: new Float64Array(keys),
    };
    known.set(model, found);
  }
  return found;
}

/**
 * Who stands where, as the ground left it: the ground fills the scratch at the end of every tick in
 * which anybody moved or was hit, and nothing moves in between.
 */
export function occupancyNow(run: Run): Occupancy {
  const found = scratchOf(run.model);
  return found.world === run.world ? found : occupancyOf(run);
}

/** Fills the scratch of the run's model from the run's state, and hands it out. */
export function occupancyOf(run: Run): Occupancy {
  const { model, world } = run;
  const found = scratchOf(model);
  for (let side = 0; side < 2; side++) {
    const keys = found.keys[side]!;
    for (let i = 0; i < found.counts[side]!; i++) {
      const key = keys[i]!;
      found.head[key] = -1;
      found.men[key] = 0;
      found.fit[key] = 0;
      found.shellGain[key] = 0;
    }
    found.counts[side] = 0;
  }
  found.world = world;
  const n = model.grid.count;
  const units = world.units;
  const { location, morale, men } = units;
  const { side, readyTick } = model.units;
  for (let unit = model.units.count - 1; unit >= 0; unit--) {
    const at = location[unit]!;
    if (at >= n || morale[unit] === DESTROYED || men[unit]! <= 0) continue;
    if (readyTick[unit]! > world.tick) continue;
    const own = side[unit]!;
    const key = own * n + at;
    const first = found.head[key]!;
    if (first < 0) {
      found.keys[own]![found.counts[own]!++] = key;
      // Shells fall on empty hexes too: what they left there must not wait for whoever comes next.
      found.shellGain[key] = 0;
    }
    found.next[unit] = first;
    found.head[key] = unit;
    found.men[key] = found.men[key]! + men[unit]!;
    if (morale[unit]! < BROKEN) found.fit[key] = found.fit[key]! + men[unit]!;
  }
  return found;
}
