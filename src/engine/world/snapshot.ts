import type { KhasanEvent } from '../events.ts';
import type { Run, World } from './world.ts';

/**
 * A saved state of a run. It shares nothing with the world it was taken from, so that it stays as it
 * is while the run goes on, and can be restored as often as one likes.
 */
export type Snapshot = Readonly<World>;

/**
 * Saves the state of a run. The model is no part of it: whoever restores must bring the same one. A
 * state saved between two steps goes with the list of offices that the first of them returned as due.
 * @throws an `Error` that names the place where the world holds anything but plain data.
 */
export function snapshot(world: World): Snapshot {
  return copyPlain(world, 'world', 0);
}

/** A world of its own in the saved state. It goes on exactly as the one it was taken from did. */
export function restore(saved: Snapshot): World {
  return copyPlain<World>(saved, 'snapshot', 0);
}

/** A second run in the same state, for what-ifs: what happens in one does not touch the other. */
export function cloneRun(run: Run, sink: (event: KhasanEvent) => void): Run {
  return { model: run.model, world: restore(run.world), sink };
}

/** The world is flat: a few records of lists of records. Whoever comes this deep walks in a circle. */
const DEPTH_MAX = 8;

/**
 * Copies numbers, texts, booleans, null, typed arrays, lists and records, whole. Refuses everything
 * else: a closure, a `Map` or a circle in the state could be neither saved nor hashed.
 */
function copyPlain<T>(value: T, path: string, depth: number): T {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') {
    return value;
  }
  if (value === null) return value;
  if (depth > DEPTH_MAX) throw notPlain(path, 'nested too deeply, or a circle');
  if (ArrayBuffer.isView(value)) return (value as unknown as Int32Array).slice() as unknown as T;
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    return items.map((item, i) => copyPlain(item, `${path}[${String(i)}]`, depth + 1)) as T;
  }
  if (typeof value !== 'object') throw notPlain(path, typeof value);
  if (Object.getPrototypeOf(value) !== Object.prototype)
    throw notPlain(path, 'an object of a class');
  const record = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(record)) {
    copy[key] = copyPlain(record[key], `${path}.${key}`, depth + 1);
  }
  return copy as T;
}

function notPlain(path: string, found: string): Error {
  return new Error(`invariant broken: ${path} is no plain data (${found})`);
}
