import type { KhasanEvent, Model } from '../../engine/index.ts';
import { textOf } from '../lookup.ts';
import { makeNamer, nameOfOffice } from '../narrative/names.ts';
import { actBehind, officeOfActor, openCasebook, type Casebook } from './casebook.ts';
import { authorityWords, causeTree, type CauseNode } from './causes.ts';
import { sayEvent } from './say.ts';

/** A step of an explanation, with what led to it. */
export interface Step {
  readonly event: string;
  readonly tick: number;
  readonly kind: string;
  readonly text: string;
  /** Id of the office whose decision it is or goes back to, `''` nobody's. */
  readonly author: string;
  readonly authorName: string;
  /** How the decision stood to authority as its author knew it, in words; `''` for what is none. */
  readonly authority: string;
  /** See `CauseNode`. */
  readonly link: CauseNode['link'];
  /** Told elsewhere in the tree already. */
  readonly told: boolean;
  readonly causes: readonly Step[];
}

/** An event worth asking about. */
export interface NotableEvent {
  readonly event: string;
  readonly tick: number;
  readonly kind: string;
  readonly text: string;
}

/** What led to an event of a run, as a tree; `undefined` where the run has no such event. */
export function explainEvent(
  model: Model,
  events: readonly KhasanEvent[],
  id: string,
): Step | undefined {
  const book = openCasebook(model, events);
  const event = book.byId.get(id);
  return event === undefined ? undefined : stepOf(book, causeTree(book, event));
}

function stepOf(book: Casebook, node: CauseNode): Step {
  const { event, link, told } = node;
  const author = actBehind(book, event)?.actor ?? officeOfActor(book, event.actor);
  return {
    event: event.id,
    tick: event.tick,
    kind: event.kind,
    text: sayEvent(book, event),
    author,
    authorName: author === '' ? '' : nameOfOffice(makeNamer(book.model, event.tick), author),
    authority: authorityOf(event),
    link,
    told,
    causes: node.causes.map((cause) => stepOf(book, cause)),
  };
}

function authorityOf(event: KhasanEvent): string {
  if (event.kind === 'acted-without-authority') {
    return event.data['ban'] === true ? 'against a ban he knew' : 'without authority';
  }
  return authorityWords(event);
}

/** Kinds that are always worth asking about; of others the first of each actor and place. */
const ALWAYS: ReadonlySet<string> = new Set([
  'shot-fired',
  'death-blamed',
  'party-detained',
  'person-removed',
  'message-intercepted',
  'operation-ordered',
  'operation-started',
  'operation-ended',
  'acted-without-authority',
  'permission-granted',
  'permission-refused',
  'force-forbidden',
  'wire-talk-opened',
  'help-asked',
  'inquiry-found',
  'fault-admitted',
  'admission-rebuked',
  'opinion-given',
  'assertion-rebuked',
  'parley-refused',
  'parley-held',
  'positions-surveyed',
  'note-handed',
  'note-answered',
  'talks-proposed',
  'truce-agreed',
  'shot-after-truce',
  'alert-raised',
  'ships-called',
  'formation-concentrating',
  'rung-reached',
  'line-ban-lifted',
]);
const FIRST: ReadonlySet<string> = new Set([
  'line-crossed',
  'challenge-made',
  'standing-order-issued',
  'works-improved',
  'fire-opened',
  'bombardment-fired',
  'air-strike-flown',
]);

/** The events of a run worth asking about, in order. */
export function notableEvents(model: Model, events: readonly KhasanEvent[]): NotableEvent[] {
  const book = openCasebook(model, events);
  const known = new Set<string>();
  const notable: NotableEvent[] = [];
  for (const event of events) {
    if (!isNotable(event, known)) continue;
    const { id, tick, kind } = event;
    notable.push({ event: id, tick, kind, text: sayEvent(book, event) });
  }
  return notable;
}

function isNotable(event: KhasanEvent, known: Set<string>): boolean {
  if (ALWAYS.has(event.kind)) return true;
  // Ground that nobody held changes hands with every patrol.
  if (event.kind === 'height-taken') return textOf(event.data['from']) !== '';
  if (!FIRST.has(event.kind)) return false;
  const key = `${event.kind}|${textOf(event.data['side'])}|${event.place}`;
  if (known.has(key)) return false;
  known.add(key);
  return true;
}
