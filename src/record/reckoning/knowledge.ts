import { holderOf, isAct, type KhasanEvent } from '../../engine/index.ts';
import { grantWords } from '../casebook/grants.ts';
import { eventsUpTo, letterOf, type Casebook, type Letter } from '../casebook/casebook.ts';
import { aboutMen, nameOfLetter, sayEvent } from '../casebook/say.ts';
import { areaOf, textOf } from '../lookup.ts';
import { formatMoment, formatSpan } from '../narrative/clock.ts';
import { makeNamer, nameOfOffice, peopleOf, type Namer } from '../narrative/names.ts';
import { activityPhrase } from '../narrative/phrases.ts';
import { actAtPlace } from '../narrative/tell-event.ts';
import type { Fact, Said } from './charge.ts';
import type { Testimony } from './witness.ts';

/** Letters that say whether something may be done. */
const PAPERS: ReadonlySet<string> = new Set(['order', 'grant', 'refusal', 'ban', 'agreement']);

/** What an act is about: who, what, where, when. */
export interface Matter {
  readonly office: string;
  readonly act: string;
  readonly place: string;
  readonly event: KhasanEvent;
}

const factOf = (book: Casebook, event: KhasanEvent): Fact => ({
  event: event.id,
  tick: event.tick,
  text: sayEvent(book, event),
});

/** Letters about a matter that were sent to its author, in the order in which they were sent. */
function lettersTo(book: Casebook, { office, act, place }: Matter): Letter[] {
  const letters: Letter[] = [];
  for (const event of book.events) {
    if (event.kind !== 'message-sent' || textOf(event.data['to']) !== office) continue;
    const letter = letterOf(book, event);
    if (letter === undefined || !PAPERS.has(letter.kind)) continue;
    const isAbout = letter.act === act && (letter.area === place || letter.area === '');
    if (isAbout || letter.kind === 'agreement') letters.push(letter);
  }
  return letters;
}

/** Whether a letter had been read when the event happened. */
function wasRead(book: Casebook, letter: Letter, event: KhasanEvent): boolean {
  return letter.read !== undefined && book.order.get(letter.read.id)! < book.order.get(event.id)!;
}

/** The papers an author had in hand about what he did, or a sentence that he had none. */
export function papersOf(book: Casebook, matter: Matter): Fact[] {
  const had = lettersTo(book, matter).filter((letter) => wasRead(book, letter, matter.event));
  const facts = had.map((letter) => factOf(book, letter.read!));
  const asked = eventsUpTo(book, matter.office, matter.event.tick).filter(
    (event) =>
      event.kind === 'permission-asked' &&
      textOf(event.data['act']) === matter.act &&
      event.place === matter.place &&
      book.order.get(event.id)! < book.order.get(matter.event.id)!,
  );
  for (const event of asked.slice(-2)) facts.push(factOf(book, event));
  facts.sort((a, b) => a.tick - b.tick);
  const standing = standingPapers(book, matter);
  facts.unshift(...standing);
  if (had.length > 0 || standing.length > 0 || matter.act === '') return facts;
  facts.push({ event: '', tick: matter.event.tick, ...lackWords(book, matter) });
  return facts;
}

/** What it means that an author had no paper: he needed none, or he lacked one. */
function lackWords(
  book: Casebook,
  { office, act, place, event }: Matter,
): { text: string; said: Said } {
  const said = (code: Said['code']): Said => ({ code, act, place, figure: 0, minutes: 0 });
  const namer = makeNamer(book.model, event.tick);
  const what = actAtPlace(namer, act, place);
  const index = book.lookup.offices.get(office);
  const info = index === undefined ? undefined : book.model.offices[index];
  const holder = info !== undefined && isAct(act) ? holderOf(book.model, info.side, act) : -1;
  if (holder === -1) {
    return { text: `He needed nobody’s leave to ${what}.`, said: said('no-leave-needed') };
  }
  if (holder === index)
    return { text: `The power to ${what} is his own.`, said: said('own-power') };
  return { text: `No paper about leave to ${what} had reached him.`, said: said('no-paper') };
}

/** Authority of the first day that speaks to the act. */
function standingPapers(book: Casebook, { office, act, place, event }: Matter): Fact[] {
  const index = book.lookup.offices.get(office);
  const area = areaOf(book.lookup, place);
  if (index === undefined) return [];
  const namer = makeNamer(book.model, event.tick);
  return book.model.offices[index]!.grants.filter(
    (grant) => grant.act === act && (grant.area === -1 || grant.area === area),
  ).map((grant) => ({
    event: '',
    tick: 0,
    text: `${grantWords(namer, grant)}, in force from the first day.`,
    said: { code: 'standing', act, place, figure: 0, minutes: 0 },
  }));
}

/** Papers that had been sent to the author when he acted, and that he had not read. */
export function unreadOf(book: Casebook, matter: Matter): Fact[] {
  const namer = makeNamer(book.model, matter.event.tick);
  return lettersTo(book, matter)
    .filter(
      (letter) =>
        book.order.get(letter.sent.id)! < book.order.get(matter.event.id)! &&
        !wasRead(book, letter, matter.event),
    )
    .map((letter) => ({
      event: letter.sent.id,
      tick: letter.sent.tick,
      text: `${capital(nameOfLetter(namer, letter))}, sent by ${nameOfOffice(namer, letter.from)} on ${formatMoment(book.model, letter.sent.tick)}, ${fateOf(book, letter)}.`,
    }));
}

function fateOf(book: Casebook, { read }: Letter): string {
  if (read === undefined) return 'never reached him';
  return `reached him on ${formatMoment(book.model, read.tick)}, after the act`;
}

/** What an author knew when he acted: his own men's last sight of the place, his mail, and his belief. */
export function knowledgeOf(
  book: Casebook,
  matter: Matter,
  testimony: Testimony | undefined,
): Fact[] {
  const before = eventsUpTo(book, matter.office, matter.event.tick);
  const facts: Fact[] = [];
  const sighting = before
    .filter((event) => event.kind === 'contact-reported' && event.place === matter.place)
    .at(-1);
  if (sighting !== undefined) facts.push(factOf(book, sighting));
  const report = before
    .filter((event) => event.kind === 'message-read' && letterOf(book, event)?.kind === 'report')
    .at(-1);
  if (report !== undefined) facts.push(factOf(book, report));
  facts.sort((a, b) => a.tick - b.tick);
  const belief = testimony?.belief;
  const { tick } = matter.event;
  if (belief === undefined) return facts;
  const namer = makeNamer(book.model, tick);
  if (belief.enemyTick >= 0) {
    const age = formatSpan((tick - belief.enemyTick) * 15);
    facts.push({
      event: '',
      tick,
      text:
        `He took ${activityPhrase(belief.activity)} to be there, ${aboutMen(belief.enemyMen)}, ` +
        `by news ${tick === belief.enemyTick ? 'of the hour' : `${age} old`}` +
        `${holderWords(namer, belief.holder)}.`,
      said: {
        ...{ code: 'believed', act: belief.activity, place: matter.place },
        ...{ figure: Math.round(belief.enemyMen), minutes: (tick - belief.enemyTick) * 15 },
      },
    });
  }
  const percent = Math.round(belief.intent * 20) * 5;
  const side = otherSide(book, matter.office);
  facts.push({
    event: '',
    tick,
    text: `He gave about ${String(percent)} per cent to ${peopleOf(namer, side)} meaning to take the disputed ground.`,
    said: { code: 'intent', act: '', place: '', figure: percent, minutes: 0 },
  });
  return facts;
}

function holderWords(namer: Namer, holder: string): string {
  return holder === '' ? '' : `, and ${peopleOf(namer, holder)} to hold the place`;
}

function otherSide(book: Casebook, office: string): string {
  const index = book.lookup.offices.get(office);
  const side = index === undefined ? 0 : book.model.offices[index]!.side;
  return book.model.sides[1 - side]?.id ?? '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
