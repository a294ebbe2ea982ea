import { foldEvent } from './world/hash.ts';
import type { EventKind, EventValue, KhasanEvent, EVENT_FIELDS } from './events.ts';
import type { Run } from './world/world.ts';

/** The data that an event of kind `K` carries: exactly its fields. */
export type EventData<K extends EventKind> = Readonly<
  Record<(typeof EVENT_FIELDS)[K][number], EventValue>
>;

/**
 * Records a fact. Every change of a discrete fact goes through one mutator that calls this once.
 * @param actor id of the office or unit, `''` for nature; `place` id of an area or node, `''` none.
 * @returns the event's id, to be named as the cause of what follows.
 */
export function emit<K extends EventKind>(
  run: Run,
  kind: K,
  actor: string,
  place: string,
  cause: readonly string[],
  data: EventData<K>,
): string {
  const world = run.world;
  const { tick } = world;
  if (tick !== latest.tick) {
    latest.tick = tick;
    latest.prefix = `${String(tick)}.`;
  }
  const id = latest.prefix + String(world.nextEvent);
  world.nextEvent++;
  world.eventCount++;
  const event: KhasanEvent = { id, tick, kind, actor, place, cause, data };
  foldEvent(world.chain, event);
  run.sink(event);
  return id;
}

/** How the ids of events of a tick begin: the latest tick asked for. Scratch. */
const latest = { tick: 0, prefix: '0.' };
