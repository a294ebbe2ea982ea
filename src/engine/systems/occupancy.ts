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
 * Who stands where on the battlefield, worked out from the state and kept until that has changed (`unsettle`). A
 * key is `side * hexes + hex`. Scratch memory, one per model; never part of a world.
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
  /** Whether men have gone, broken or rallied, or another unit has woken, since it was last filled. */
  isStale: boolean;
  /** Tick at which a unit that was passed by as not ready will be; `Infinity` where there is none. */
  readyTick: number;
  /** `[side]` how often the side has come to a hex or left one since the scratch was made. */
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
    isStale: true,
    readyTick: Infinity,
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
  return placeAwake(run, scratchAwake(run));
}

/** The same at the start of a tick of the ground: filled anew only where the last one left it stale. */
export function occupancyAtTick(run: Run): Occupancy {
  const found = scratchAwake(run);
  if (found.isStale || run.world.tick >= found.readyTick) return placeAwake(run, found);
  clearShells(found);
  return found;
}

/** The scratch with those in it who are awake. */
function scratchAwake(run: Run): Occupancy {
  const found = scratchOf(run.model);
  const { tick, groundDueTick } = run.world;
  const isOther = found.world !== run.world;
  // Only an order wakes a unit. Those that have fallen asleep are left out again at the next slot.
  if (isOther || groundDueTick < 0 || tick % WAKE_TICKS === 0) wake(run, found);
  if (isOther) found.isStale = true;
  found.world = run.world;
  return found;
}

/** Notes that men have gone, broken or rallied, so that the next tick fills the scratch anew. */
export function unsettle(run: Run): void {
  scratchOf(run.model).isStale = true;
}

function clearShells(found: Occupancy): void {
  for (let side = 0; side < 2; side++) {
    const keys = found.keys[side]!;
    for (let i = 0; i < found.counts[side]!; i++) found.shellGain[keys[i]!] = 0;
  }
}

function wake(run: Run, found: Occupancy): void {
  const { world, model } = run;
  const units = world.units;
  const { location, morale, task, nextLocation, recentLoss, fatigueDays, firedTick } = units;
  const { awake } = found;
  const hexes = model.grid.count;
  let count = 0;
  for (let unit = 0; unit < location.length; unit++) {
    const asleep =
      morale[unit] === DESTROYED
        ? recentLoss[unit] === 0
        : location[unit]! >= hexes &&
          task[unit] === IDLE &&
          nextLocation[unit]! < 0 &&
          morale[unit] === 0 &&
          fatigueDays[unit] === 0 &&
          recentLoss[unit] === 0 &&
          units.ammunition[unit]! >= 1 &&
          units.tanksBogged[unit] === 0 &&
          (firedTick[unit]! < 0 || world.tick - firedTick[unit]! > FELT_TICKS);
    if (asleep) continue;
    if (awake[count] !== unit) found.isStale = true;
    awake[count++] = unit;
  }
  if (count !== found.awakeCount) found.isStale = true;
  found.awakeCount = count;
}

/** Fills the scratch anew after moves or losses within a tick, when nobody new has woken. */
export function placeAwake(run: Run, found: Occupancy): Occupancy {
  const { model, world } = run;
  const { head, next, men, fit, shellGain, awake } = found;
  const before = clearKeys(found);
  const n = model.grid.count;
  const { location, morale, men: menOf } = world.units;
  const { side, readyTick } = model.units;
  const { tick } = world;
  found.isStale = false;
  found.readyTick = Infinity;
  for (let i = found.awakeCount - 1; i >= 0; i--) {
    const unit = awake[i]!;
    const at = location[unit]!;
    const strength = menOf[unit]!;
    if (at >= n || strength <= 0 || morale[unit] === DESTROYED) continue;
    if (readyTick[unit]! > tick) {
      found.readyTick = Math.min(found.readyTick, readyTick[unit]!);
      continue;
    }
    const own = side[unit]!;
    const key = own * n + at;
    const first = head[key]!;
    if (first < 0) {
      addKey(found, own, key);
      // Whoever has come to an empty hex in this tick has been counted there as he came.
      men[key] = 0;
      // Shells fall on empty hexes too: what they left there must not wait for whoever comes next.
      shellGain[key] = 0;
    }
    next[unit] = first;
    head[key] = unit;
    men[key] = men[key]! + strength;
    if (morale[unit]! < BROKEN) fit[key] = fit[key]! + strength;
  }
  for (let own = 0; own < 2; own++) if (found.counts[own] !== before[own]) noteChange(found, own);
  return found;
}

/** `[side]` how many keys were occupied before the scratch was filled. Scratch. */
const countsBefore = new Int32Array(2);

/** Takes everybody off the map; the lists of keys stay to be compared with. Returns how many there were. */
function clearKeys(found: Occupancy): Int32Array {
  const { head, men, fit, shellGain } = found;
  for (let side = 0; side < 2; side++) {
    const keys = found.keys[side]!;
    const count = found.counts[side]!;
    for (let i = 0; i < count; i++) {
      const key = keys[i]!;
      head[key] = -1;
      men[key] = 0;
      fit[key] = 0;
      shellGain[key] = 0;
    }
  }
  countsBefore.set(found.counts);
  found.counts.fill(0);
  return countsBefore;
}

function addKey(found: Occupancy, side: number, key: number): void {
  const keys = found.keys[side]!;
  const i = found.counts[side]!++;
  if (keys[i] === key) return;
  keys[i] = key;
  noteChange(found, side);
}

/** Notes that a side has come to a hex or left one. */
export function noteChange(found: Occupancy, side: number): void {
  found.changes[side] = found.changes[side]! + 1;
}
