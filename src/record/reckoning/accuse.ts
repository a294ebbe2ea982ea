import type { KhasanEvent } from '../../engine/index.ts';
import {
  actBehind,
  causesIn,
  isAct,
  latestActAt,
  officeOfActor,
  type Casebook,
} from '../casebook/casebook.ts';
import { sayEvent } from '../casebook/say.ts';
import { numberOf, textOf } from '../lookup.ts';
import { formatCount } from '../narrative/clock.ts';
import { atPlace, makeNamer, nameOfActor, stateOf } from '../narrative/names.ts';
import type { Accusation, Force } from './charge.ts';

/** Acts for which no paper went back to the office that holds the power. */
export function beyondAuthority(book: Casebook): Accusation[] {
  const found: Accusation[] = [];
  for (const event of book.events) {
    if (event.kind !== 'acted-without-authority') continue;
    const act = actOf(book, event);
    const authority = textOf(act?.data['authority']);
    found.push({
      kind: 'beyond-authority',
      event,
      act,
      office: event.actor,
      what: textOf(event.data['act']),
      place: event.place,
      line: '',
      text: `${sayEvent(book, event)}${orderNote(authority)}`,
      count: 1,
      men: numberOf(act?.data['men']),
    });
  }
  return found;
}

/** Who follows an order without leave behind it acts beyond authority too, and the reckoning says which. */
function orderNote(authority: string): string {
  return authority === 'order' || authority === 'grant'
    ? ' He had a paper from above, but it did not go back to the office that holds the power.'
    : '';
}

/**
 * The act that is told to be without authority: it is named as the cause (an order to others), or it is told
 * right after (an act of one's own men).
 */
function actOf(book: Casebook, event: KhasanEvent): KhasanEvent | undefined {
  const isSame = (other: KhasanEvent): boolean =>
    isAct(other) &&
    other.actor === event.actor &&
    other.place === event.place &&
    other.data['act'] === event.data['act'];
  const cause = causesIn(book, event).find(isSame);
  if (cause !== undefined) return cause;
  for (let at = book.order.get(event.id)! + 1; at < book.events.length; at++) {
    const next = book.events[at]!;
    if (next.tick !== event.tick) return undefined;
    if (isSame(next)) return next;
  }
  return undefined;
}

/** Crossings of a claimed line: of one author, over one line, at one place, one charge with its number. */
export function linesViolated(book: Casebook): Accusation[] {
  const found = new Map<string, { first: Accusation; count: number; men: number }>();
  for (const event of book.events) {
    if (event.kind !== 'line-crossed') continue;
    const { act, office } = behind(book, event);
    const line = textOf(event.data['line']);
    const men = numberOf(event.data['men']);
    const key = `${office}|${line}|${event.place}`;
    const known = found.get(key);
    if (known !== undefined) {
      known.count++;
      known.men = Math.max(known.men, men);
      continue;
    }
    const what = textOf(act?.data['act']);
    const base = { event, act, office, what, place: event.place, line, text: '', count: 1, men };
    found.set(key, { first: { kind: 'line-violated', ...base }, count: 1, men });
  }
  return [...found.values()].map(({ first, count, men }) => ({
    ...first,
    count,
    men,
    text: crossingText(book, first, count, men),
  }));
}

function crossingText(book: Casebook, first: Accusation, count: number, men: number): string {
  const namer = makeNamer(book.model, first.event.tick);
  const who = nameOfActor(namer, first.event.actor);
  const often = count === 1 ? '' : `, and his men did so ${formatCount(count)} times in all`;
  const own = textOf(first.event.data['side']) === first.line ? ', his own side’s line' : '';
  return (
    `${who} crosses the line that ${stateOf(namer, first.line)} claims${atPlace(namer, first.place)}` +
    `${own}, ${men === 1 ? '1 man' : `up to ${formatCount(men)} men`}${often}.`
  );
}

/** The act and the office behind what men did: by the causes named, else by the office's latest act there. */
function behind(
  book: Casebook,
  event: KhasanEvent,
): { act: KhasanEvent | undefined; office: string } {
  const office = officeOfActor(book, event.actor);
  const act = actBehind(book, event) ?? latestActAt(book, office, event.place, event.tick);
  return { act, office: act?.actor ?? office };
}

/** First use of each kind of force by each side, in the order in which it was first used by anybody. */
export function firstUses(book: Casebook): Accusation[] {
  const found = new Map<string, Accusation>();
  const forces = new Set<Force>();
  for (const event of book.events) {
    const force = forceOf(event);
    if (force === undefined) continue;
    const office = officeOfActor(book, event.actor);
    const index = book.lookup.offices.get(office);
    const side = book.model.sides[index === undefined ? -1 : book.model.offices[index]!.side]?.id;
    const key = `${force}|${side ?? ''}`;
    if (found.has(key)) continue;
    const isFirst = !forces.has(force);
    forces.add(force);
    const { act, office: author } = behind(book, event);
    found.set(key, {
      kind: 'first-use',
      event,
      act,
      office: author,
      what: force,
      place: event.place,
      line: '',
      text: `${FORCE_WORDS[force]}, ${isFirst ? 'used first by this side' : 'used by this side as well'}: ${sayEvent(book, event)}`,
      count: 1,
      men: numberOf(event.data['men']),
    });
  }
  return [...found.values()];
}

const FORCE_WORDS: Readonly<Record<Force, string>> = {
  crossing: 'Men over the other side’s line',
  shot: 'An aimed shot',
  'small-arms': 'Rifles and machine guns',
  attack: 'An attack',
  tanks: 'Tanks',
  guns: 'Guns',
  aircraft: 'Aircraft',
};

function forceOf(event: KhasanEvent): Force | undefined {
  switch (event.kind) {
    case 'line-crossed':
      return event.data['line'] === event.data['side'] ? undefined : 'crossing';
    case 'shot-fired':
      return 'shot';
    case 'fire-opened':
      return event.data['weapon'] === 'tanks' ? 'tanks' : 'small-arms';
    case 'operation-started':
      return 'attack';
    case 'bombardment-fired':
      return 'guns';
    case 'air-strike-flown':
      return event.data['result'] === 'bombed' ? 'aircraft' : undefined;
    default:
      return undefined;
  }
}

/** Shots after the hour of the truce. */
export function afterTruce(book: Casebook): Accusation[] {
  return book.events
    .filter((event) => event.kind === 'shot-after-truce')
    .map((event) => {
      const { act, office } = behind(book, event);
      const namer = makeNamer(book.model, event.tick);
      return {
        kind: 'after-truce',
        event,
        act,
        office,
        what: '',
        place: event.place,
        line: '',
        text: `${nameOfActor(namer, event.actor)} fires after the hour of the truce${atPlace(namer, event.place)}.`,
        count: 1,
        men: 0,
      };
    });
}

/** One event that somebody answers for, before charges alike are put together. */
export interface Answer {
  readonly event: string;
  readonly kind: Accusation['kind'];
  /** Id of the office, `''` none. */
  readonly office: string;
  /** Id of the decision that the run names as its cause, `''` where it names none. */
  readonly act: string;
}

/** Everything in a run that somebody answers for, event by event, in order. */
export function answersOf(book: Casebook): Answer[] {
  const firsts = new Set(firstUses(book).map(({ event }) => event.id));
  const answers: Answer[] = [];
  for (const event of book.events) {
    const kinds: Accusation['kind'][] = [];
    if (event.kind === 'acted-without-authority') kinds.push('beyond-authority');
    if (event.kind === 'line-crossed') kinds.push('line-violated');
    if (firsts.has(event.id)) kinds.push('first-use');
    if (event.kind === 'shot-after-truce') kinds.push('after-truce');
    if (kinds.length === 0) continue;
    const isTold = event.kind === 'acted-without-authority';
    const act = isTold ? actOf(book, event) : actBehind(book, event);
    const office = isTold ? event.actor : behind(book, event).office;
    for (const kind of kinds) answers.push({ event: event.id, kind, office, act: act?.id ?? '' });
  }
  return answers;
}
