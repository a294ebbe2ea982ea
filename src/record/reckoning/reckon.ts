import type { KhasanEvent, Model } from '../../engine/index.ts';
import { openCasebook, type Casebook } from '../casebook/casebook.ts';
import { causeTree, stepsOf } from '../casebook/causes.ts';
import { sayEvent } from '../casebook/say.ts';
import { makeNamer, nameOfOffice } from '../narrative/names.ts';
import { afterTruce, beyondAuthority, firstUses, linesViolated } from './accuse.ts';
import {
  CHARGE_KINDS,
  FORCES,
  type Accusation,
  type Author,
  type Charge,
  type ChargeKind,
  type Fact,
  type Reckoning,
} from './charge.ts';
import { falseReports } from './false-reports.ts';
import { knowledgeOf, papersOf, unreadOf } from './knowledge.ts';
import type { Testimony } from './witness.ts';

/** Steps of a chain that a charge shows: the latest ones, since what is far back led to everything. */
const CHAIN_MAX = 12;

/**
 * The reckoning of a run: who did what without authority, over which line, with which force first, and what
 * he knew. It follows from the events alone; testimonies add beliefs and false reports.
 * @param testimonies by id of the event, from `testify`; absent where only the events are at hand.
 */
export function reckon(
  model: Model,
  events: readonly KhasanEvent[],
  testimonies?: ReadonlyMap<string, Testimony>,
): Reckoning {
  const book = openCasebook(model, events);
  const heard = testimonies ?? new Map<string, Testimony>();
  const accusations = [
    ...beyondAuthority(book),
    ...linesViolated(book),
    ...firstUses(book),
    ...falseReports(book, heard),
    ...afterTruce(book),
  ];
  const charges = accusations
    .map((accusation) => chargeOf(book, accusation, heard))
    .sort((a, b) => rank(a) - rank(b) || orderOf(book, a) - orderOf(book, b));
  const used = new Set(charges.filter(({ kind }) => kind === 'first-use').map(({ what }) => what));
  return {
    charges,
    authors: tally(charges),
    heard: testimonies !== undefined,
    unused: FORCES.filter((force) => !used.has(force)),
  };
}

const rank = (charge: Charge): number => CHARGE_KINDS.indexOf(charge.kind);
const orderOf = (book: Casebook, charge: Charge): number => book.order.get(charge.event) ?? 0;

function chargeOf(
  book: Casebook,
  accusation: Accusation,
  testimonies: ReadonlyMap<string, Testimony>,
): Charge {
  const { event, act, office, place } = accusation;
  // The paper, the knowledge and the chain are those of the decision, not of the man who carried it out.
  const decided = act ?? event;
  const actName = act === undefined ? '' : String(act.data['act']);
  const matter = {
    office,
    act: accusation.kind === 'beyond-authority' ? accusation.what : actName,
    place: act === undefined ? place : act.place,
    event: decided,
  };
  const isReport = accusation.kind === 'false-report';
  const testimony = testimonies.get(decided.id) ?? testimonies.get(event.id);
  return {
    kind: accusation.kind,
    event: event.id,
    tick: event.tick,
    author: authorOf(book, office, event),
    what: accusation.what,
    place,
    line: accusation.line,
    text: accusation.text,
    count: accusation.count,
    men: accusation.men,
    papers: isReport ? [] : act === undefined ? [noOrder(event)] : papersOf(book, matter),
    unread: isReport || act === undefined ? [] : unreadOf(book, matter),
    knew: isReport ? [] : knowledgeOf(book, matter, testimony),
    chain: chainOf(book, event, act),
  };
}

function noOrder(event: KhasanEvent): Fact {
  return {
    event: '',
    tick: event.tick,
    text: 'No order of an office stands behind it: his men did it as they stood.',
    said: { code: 'no-order', act: '', place: '', figure: 0, minutes: 0 },
  };
}

function authorOf(book: Casebook, office: string, event: KhasanEvent): Author {
  const index = book.lookup.offices.get(office);
  if (index === undefined) return { office: '', name: 'nobody in the run', side: '' };
  const side = book.model.sides[book.model.offices[index]!.side]!.id;
  return { office, name: nameOfOffice(makeNamer(book.model, event.tick), office), side };
}

function chainOf(book: Casebook, event: KhasanEvent, act: KhasanEvent | undefined): Fact[] {
  const ids = new Set<string>();
  const steps = [act, event]
    .flatMap((root) => (root === undefined ? [] : stepsOf(book, causeTree(book, root))))
    // That an act had no authority is the charge itself, not a step towards it.
    .filter(({ kind }) => kind !== 'acted-without-authority')
    .filter(({ id }) => (ids.has(id) ? false : ids.add(id)))
    .sort((a, b) => book.order.get(a.id)! - book.order.get(b.id)!);
  return steps
    .slice(-CHAIN_MAX)
    .map((step) => ({ event: step.id, tick: step.tick, text: sayEvent(book, step) }));
}

function tally(charges: readonly Charge[]): Reckoning['authors'] {
  const none = Object.fromEntries(CHARGE_KINDS.map((kind) => [kind, 0])) as Record<
    ChargeKind,
    number
  >;
  const found = new Map<string, { author: Author; counts: Record<ChargeKind, number> }>();
  for (const { author, kind } of charges) {
    const entry = found.get(author.office) ?? { author, counts: { ...none } };
    entry.counts[kind]++;
    found.set(author.office, entry);
  }
  // The gravest first: acts beyond authority, then all together; ties by id.
  const weight = ({ counts }: { counts: Record<ChargeKind, number> }): number =>
    counts['beyond-authority'] * 1000 + CHARGE_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  return [...found.values()].sort(
    (a, b) => weight(b) - weight(a) || (a.author.office < b.author.office ? -1 : 1),
  );
}
