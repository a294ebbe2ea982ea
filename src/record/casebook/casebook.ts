import type { KhasanEvent, Model } from '../../engine/index.ts';
import { lookupOf, numberOf, textOf, type Lookup } from '../lookup.ts';

/** The events of one run, so that what led to what can be looked up. */
export interface Casebook {
  readonly model: Model;
  readonly lookup: Lookup;
  /** In the order in which they happened. */
  readonly events: readonly KhasanEvent[];
  readonly byId: ReadonlyMap<string, KhasanEvent>;
  /** Position of an event in `events`, by its id. */
  readonly order: ReadonlyMap<string, number>;
  /** Events of each actor, in order. */
  readonly byActor: ReadonlyMap<string, readonly KhasanEvent[]>;
  /** Event in which a message was read, by the id of the event in which it was sent. */
  readonly readOf: ReadonlyMap<string, KhasanEvent>;
}

/** Opens the casebook of a run. The events must be those of one run of this model, in order. */
export function openCasebook(model: Model, events: readonly KhasanEvent[]): Casebook {
  const byId = new Map<string, KhasanEvent>();
  const order = new Map<string, number>();
  const byActor = new Map<string, KhasanEvent[]>();
  const readOf = new Map<string, KhasanEvent>();
  for (const [position, event] of events.entries()) {
    byId.set(event.id, event);
    order.set(event.id, position);
    const own = byActor.get(event.actor);
    if (own === undefined) byActor.set(event.actor, [event]);
    else own.push(event);
    if (event.kind === 'message-read' && event.cause[0] !== undefined) {
      readOf.set(event.cause[0], event);
    }
  }
  return { model, lookup: lookupOf(model), events, byId, order, byActor, readOf };
}

/** Events that an event names as its causes and that are in the casebook. */
export function causesIn(book: Casebook, event: KhasanEvent): readonly KhasanEvent[] {
  return event.cause.flatMap((id) => book.byId.get(id) ?? []);
}

/** Events of an actor up to and with a tick, in order. */
export function eventsUpTo(book: Casebook, actor: string, tick: number): readonly KhasanEvent[] {
  return (book.byActor.get(actor) ?? []).filter((event) => event.tick <= tick);
}

/** A letter, order or report as the two events of it tell. */
export interface Letter {
  /** `order`, `grant`, `ban` … of `MESSAGE_KINDS`. */
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly act: string;
  readonly area: string;
  readonly sent: KhasanEvent;
  /** `undefined` where it was lost, or not read before the run ended. */
  readonly read: KhasanEvent | undefined;
  /** Event of the sender's decision that it carries, as `order-given`. */
  readonly about: KhasanEvent | undefined;
}

/** The letter that was sent or read in an event, or `undefined`. */
export function letterOf(book: Casebook, event: KhasanEvent): Letter | undefined {
  const sent = event.kind === 'message-read' ? causesIn(book, event)[0] : event;
  if (sent?.kind !== 'message-sent') return undefined;
  const { data } = sent;
  return {
    kind: kindOfMessage(textOf(data['message'])),
    from: sent.actor,
    to: textOf(data['to']),
    act: textOf(data['act']),
    area: textOf(data['area']),
    sent,
    read: book.readOf.get(sent.id),
    about: causesIn(book, sent)[0],
  };
}

/** `order` of `order.117`. */
function kindOfMessage(message: string): string {
  const dot = message.indexOf('.');
  return dot < 0 ? message : message.slice(0, dot);
}

/** An event in which an office decided to act, by itself or through others. */
export function isAct(event: KhasanEvent): boolean {
  return event.kind === 'order-given' || event.kind === 'operation-ordered';
}

/**
 * The decision that an event goes back to: the nearest act of an office among its causes, or the attack
 * that it is part of. `undefined` where no office decided it.
 */
export function actBehind(book: Casebook, event: KhasanEvent): KhasanEvent | undefined {
  let at: KhasanEvent | undefined = event;
  // Causes lie earlier, so the way back is shorter than the run.
  for (let step = 0; at !== undefined && step < book.events.length; step++) {
    if (isAct(at)) return at;
    const operation = at.data['operation'];
    if (typeof operation === 'number' && operation >= 0) {
      const ordered = orderedOperation(book, operation);
      if (ordered !== undefined) return ordered;
    }
    at = causesIn(book, at)[0];
  }
  return undefined;
}

function orderedOperation(book: Casebook, operation: number): KhasanEvent | undefined {
  return book.events.find(
    (event) =>
      event.kind === 'operation-ordered' && numberOf(event.data['operation']) === operation,
  );
}

/** Id of the office that an event's actor is or belongs to, `''` for nature. */
export function officeOfActor(book: Casebook, actor: string): string {
  const { lookup, model } = book;
  if (lookup.offices.has(actor)) return actor;
  const unit = lookup.units.get(actor);
  return unit === undefined ? '' : model.offices[model.units.office[unit]!]!.id;
}

/**
 * The act of the actor's office that a thing without a named cause most likely belongs to: its latest
 * act, within five days, at the same place.
 */
export function latestActAt(
  book: Casebook,
  office: string,
  place: string,
  tick: number,
): KhasanEvent | undefined {
  const acts = eventsUpTo(book, office, tick).filter(
    (event) => isAct(event) && event.place === place && tick - event.tick <= ACT_TICKS,
  );
  return acts[acts.length - 1];
}

/** Assumption: what an office ordered more than five days ago is not what its men fire on now. */
const ACT_TICKS = 5 * 96;
