import type { Model } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { MORALES, TASKS, codeOf } from '../vocabulary.ts';
import type { Run, World } from '../world/world.ts';

const BROKEN = codeOf(MORALES, 'broken');
const DESTROYED = codeOf(MORALES, 'destroyed');
const IDLE = codeOf(TASKS, 'idle');
/** Ticks after which the list of those awake is made anew in any case. */
const WAKE_TICKS = 16;
/** Ticks for which a shot is still felt in the reckoning of rest and supply. */
const FELT_TICKS = 16;

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
  /**
   * Units with which anything can happen without a new order, ascending, `awakeCount` of them: all on
   * the battlefield, and elsewhere those with a task, a march, or something to get over. Most of two
   * armies sits in barracks, and the ground passes it by.
   */
  readonly awake: Int32Array;
  awakeCount: number;
  /** World it was last filled for. */
  world: World | undefined;
  /** `[side]` how often men of the side have come or gone since the scratch was made. */
  readonly changes: Int32Array;
  /** `[key]` suppression gain of the shells of this tick, per minute. */
  readonly shellGain: Float64Array;
}

const scratchOf = oncePer((model: Model): Occupancy => {
  const keys = 2 * model.grid.count;
  return {
    head: new Int32Array(keys).fill(-1),
    next: new Int32Array(model.units.count).fill(-1),
    men: new Int32Array(keys),
    fit: new Int32Array(keys),
    keys: [new Int32Array(model.units.count), new Int32Array(model.units.count)],
    counts: new Int32Array(2),
    awake: new Int32Array(model.units.count),
    awakeCount: 0,
    world: undefined,
    changes: new Int32Array(2),
    shellGain: new Float64Array(keys),
  };
});

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
  const found = scratchOf(run.model);
  // Only an order wakes a unit. Those that have fallen asleep are left out again at the next slot.
  const { tick, groundDueTick } = run.world;
  if (found.world !== run.world || groundDueTick < 0 || tick % WAKE_TICKS === 0) wake(run, found);
  found.world = run.world;
  return placeAwake(run, found);
}

function wake(run: Run, found: Occupancy): void {
  const { world, model } = run;
  const units = world.units;
  const { location, morale, task, nextLocation, recentLoss, fatigueDays, firedTick } = units;
  let count = 0;
  for (let unit = 0; unit < model.units.count; unit++) {
    const asleep =
      morale[unit] === DESTROYED
        ? recentLoss[unit] === 0
        : location[unit]! >= model.grid.count &&
          task[unit] === IDLE &&
          nextLocation[unit]! < 0 &&
          morale[unit] === 0 &&
          fatigueDays[unit] === 0 &&
          recentLoss[unit] === 0 &&
          units.ammunition[unit]! >= 1 &&
          units.tanksBogged[unit] === 0 &&
          (firedTick[unit]! < 0 || world.tick - firedTick[unit]! > FELT_TICKS);
    if (!asleep) found.awake[count++] = unit;
  }
  found.awakeCount = count;
}

/** Fills the scratch anew after moves or losses within a tick, when nobody new has woken. */
export function placeAwake(run: Run, found: Occupancy): Occupancy {
  const { model, world } = run;
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
    found.changes[side] = found.changes[side]! + 1;
  }
  const n = model.grid.count;
  const units = world.units;
  const { location, morale, men } = units;
  const { side, readyTick } = model.units;
  for (let i = found.awakeCount - 1; i >= 0; i--) {
    const unit = found.awake[i]!;
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
