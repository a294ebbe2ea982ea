import { EVENT_KINDS, type Model } from '../../engine/index.ts';
import type { Film } from '../../protocol/index.ts';
import { eventsOfKinds } from './moments.ts';
import { beliefAt, causesOf, eventOf, type Belief, type FilmEvent } from './run-view.ts';

/** A message of a run, put together from its events. Ticks are -1 where the thing has not happened. */
export interface Mail {
  /** Number of the event in which it was sent, and of the one in which it was read. */
  readonly sent: number;
  readonly read: number;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly sentTick: number;
  readonly readTick: number;
  readonly isLost: boolean;
  readonly act: string;
  readonly area: string;
  /** Number of the event that the message tells of: the request, the grant, the order. */
  readonly about: number;
}

const SENT = EVENT_KINDS.indexOf('message-sent');
const READ = EVENT_KINDS.indexOf('message-read');
const LOST = EVENT_KINDS.indexOf('message-lost');

const made = new WeakMap<Film, readonly Mail[]>();

/** All messages of a run, in the order in which they were sent. */
export function mailOf(film: Film, model: Model): readonly Mail[] {
  const known = made.get(film);
  if (known !== undefined) return known;
  const { events } = film;
  const officeIndex = new Map(model.offices.map(({ id }, index) => [id, index]));
  const arrivals = new Map<string, { number: number; isLost: boolean }>();
  for (let number = 0; number < events.count; number++) {
    const kind = events.kinds[number];
    if (kind !== READ && kind !== LOST) continue;
    arrivals.set(String(events.data[number]![0]), { number, isLost: kind === LOST });
  }
  const mail: Mail[] = [];
  for (let number = 0; number < events.count; number++) {
    if (events.kinds[number] !== SENT) continue;
    const { actor, data, tick } = eventOf(events, number);
    const message = String(data['message']);
    const arrival = arrivals.get(message);
    const isRead = arrival?.isLost === false;
    mail.push({
      sent: number,
      read: isRead ? arrival.number : -1,
      kind: message.slice(0, message.lastIndexOf('.')),
      from: officeIndex.get(actor) ?? -1,
      to: officeIndex.get(String(data['to'])) ?? -1,
      sentTick: tick,
      readTick: isRead ? events.ticks[arrival.number]! : -1,
      isLost: arrival?.isLost === true,
      act: String(data['act']),
      area: String(data['area'] ?? ''),
      about: causesOf(events, number).at(-1) ?? -1,
    });
  }
  made.set(film, mail);
  return mail;
}

/** Kinds of message that allow, forbid or order. */
const PAPER: readonly string[] = ['grant', 'refusal', 'ban', 'order', 'answer'];

/** What somebody knew when he acted, and what he had in hand. */
export interface Why {
  readonly event: FilmEvent;
  /** Office that decided, -1 when nobody did. */
  readonly office: number;
  /** What it believed of the place; `null` without a place or without news. */
  readonly belief: Belief | null;
  /** Papers about the act that it had read, latest first. */
  readonly papers: readonly Mail[];
  /** Its own requests about the act that were out, latest first. */
  readonly requests: readonly Mail[];
  /** First leave for the act that it read later, `null` when none came. */
  readonly lateLeave: Mail | null;
  /** `own`, `grant`, `order`, `initiative`, `against-ban`, or '' where the event says nothing of it. */
  readonly authority: string;
  /** Whether he went by an order, leave or right of his own behind which nobody stood who holds the power. */
  readonly isEmpty: boolean;
}

/** What comes later than a week is not leave for this act; the Wire counts the same way. */
const LATE_TICKS = 7 * 96;

const PAPERS_SHOWN = 5;

/** Works out why a thing was done, from what its author had read by then and from nothing later. */
export function whyOf(film: Film, model: Model, event: FilmEvent): Why {
  const office = authorOf(model, event);
  const area = model.areas.findIndex(({ id }) => id === event.place);
  const mail = mailOf(film, model);
  const act = String(event.data['act'] ?? '');
  const isAbout = (item: Mail): boolean => act === '' || item.act === act || item.act === 'wait';
  const papers = mail.filter(
    (item) =>
      item.to === office &&
      PAPER.includes(item.kind) &&
      item.readTick >= 0 &&
      item.readTick <= event.tick &&
      isAbout(item),
  );
  const requests = mail.filter(
    (item) =>
      item.from === office &&
      item.kind === 'request' &&
      item.sentTick <= event.tick &&
      isAbout(item),
  );
  const isUnbidden = ['initiative', 'against-ban'].includes(authorityOf(event));
  const isEmpty = !isUnbidden && isUncovered(film, event);
  const lateLeave =
    isUnbidden || isEmpty
      ? mail.find(
          (item) =>
            item.to === office &&
            item.kind === 'grant' &&
            item.readTick > event.tick &&
            item.readTick <= event.tick + LATE_TICKS &&
            item.act === act &&
            (item.area === event.place || item.area === ''),
        )
      : undefined;
  return {
    event,
    office,
    belief: office >= 0 && area >= 0 ? beliefAt(film, model, office, area, event.tick) : null,
    papers: papers.slice(-PAPERS_SHOWN).reverse(),
    requests: requests.slice(-PAPERS_SHOWN).reverse(),
    lateLeave: lateLeave ?? null,
    authority: authorityOf(event),
    isEmpty,
  };
}

/** Whether the run says of a deed that it was done without authority. */
function isUncovered(film: Film, { actor, tick, place, data }: FilmEvent): boolean {
  return eventsOfKinds(film, ['acted-without-authority']).some((number) => {
    if (film.events.ticks[number] !== tick) return false;
    const told = eventOf(film.events, number);
    return told.actor === actor && told.place === place && told.data['act'] === data['act'];
  });
}

/** The office behind an event: its actor, or the office that commands the unit. */
export function authorOf(model: Model, event: FilmEvent): number {
  const office = model.offices.findIndex(({ id }) => id === event.actor);
  if (office >= 0) return office;
  const unit = model.units.id.indexOf(event.actor);
  return unit < 0 ? -1 : model.units.office[unit]!;
}

export function authorityOf(event: FilmEvent): string {
  if (event.kind === 'acted-without-authority') {
    return event.data['ban'] === true ? 'against-ban' : 'initiative';
  }
  const authority = event.data['authority'];
  return typeof authority === 'string' ? authority : '';
}
