import {
  chainText,
  foldValue,
  makeChain,
  type KhasanEvent,
  type View,
  type World,
} from '../../src/engine/index.ts';

/** Hash of the whole state of a run, the running hash and all counters included. */
export function worldHash(world: World): string {
  const chain = makeChain();
  foldValue(chain, world);
  return chainText(chain);
}

/** Typed arrays as lists; a NaN, which JSON would hide as null, is a failure of its own. */
function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && Number.isNaN(value)) throw new Error('NaN in a view');
  return ArrayBuffer.isView(value) ? Array.from(value as unknown as Int32Array) : value;
}

/**
 * All that a view says, as text: equal texts are equal views to the last bit. The model and the
 * parameters are the same objects in all runs of a scenario and are left out.
 */
export function viewText(view: View): string {
  const { model: _model, params: _params, ...rest } = view;
  return JSON.stringify(rest, plain, 1);
}

/** An event without the numbers that count what happened elsewhere: its causes are named by position. */
export interface NamedEvent {
  readonly tick: number;
  readonly kind: string;
  readonly actor: string;
  readonly place: string;
  /** Positions in the list of the events that led to it; -1 for one that is not in the list. */
  readonly cause: readonly number[];
  readonly data: KhasanEvent['data'];
}

/** Events as two runs can be compared by, of which one has more going on than the other. */
export function nameEvents(events: readonly KhasanEvent[]): NamedEvent[] {
  const position = new Map(events.map((event, index) => [event.id, index]));
  return events.map(({ tick, kind, actor, place, cause, data }) => ({
    tick,
    kind,
    actor,
    place,
    cause: cause.map((id) => position.get(id) ?? -1),
    data,
  }));
}
