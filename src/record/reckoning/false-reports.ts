import type { KhasanEvent } from '../../engine/index.ts';
import type { Casebook } from '../casebook/casebook.ts';
import { aboutMen } from '../casebook/say.ts';
import { textOf } from '../lookup.ts';
import { formatSpan } from '../narrative/clock.ts';
import { makeNamer, nameOfOffice, nameOfPlace, peopleOf } from '../narrative/names.ts';
import type { Accusation } from './charge.ts';
import type { ReportLine, Testimony } from './witness.ts';

/**
 * From when on a number told is false and not merely rough. Assumption: a factor of two and forty men, a
 * platoon; men counted hills at night by their fires, and nobody was blamed for a third more or less.
 */
const FACTOR = 2;
const MEN = 40;

/** News older than this is stale, not false: the place has changed since. Assumption. */
const FRESH_HOURS = 6;

/** What decides whether a line of a report is false. */
export type ReportLineLike = Pick<
  ReportLine,
  'toldMen' | 'trueMen' | 'toldHolder' | 'knownHolder' | 'trueHolder' | 'ageHours'
>;

/** What is wrong with a line of a report: `''` where it is near enough. */
export type Falsehood = 'claimed' | 'holder' | 'too-many' | 'too-few' | '';

/** What is wrong with a line; that its author knew better comes before all else. */
export function falsehoodOf(line: ReportLineLike): Falsehood {
  if (line.toldHolder !== '' && line.toldHolder !== line.knownHolder) return 'claimed';
  if (line.ageHours > FRESH_HOURS) return '';
  const isHeld = line.toldHolder !== '' && line.trueHolder !== '';
  if (isHeld && line.toldHolder !== line.trueHolder) return 'holder';
  const difference = line.toldMen - line.trueMen;
  if (difference >= MEN && line.toldMen >= FACTOR * line.trueMen) return 'too-many';
  if (-difference >= MEN && line.trueMen >= FACTOR * line.toldMen) return 'too-few';
  return '';
}

/**
 * Reports that did not fit the facts when they were sent: a place said to be taken by one who knew better; else
 * miscounted, coloured by the hands it went through, or out of date with its author. The first of each author, place
 * and kind stands for all.
 */
export function falseReports(
  book: Casebook,
  testimonies: ReadonlyMap<string, Testimony>,
): Accusation[] {
  const found = new Map<string, { event: KhasanEvent; line: ReportLine; count: number }>();
  for (const event of book.events) {
    for (const line of testimonies.get(event.id)?.report ?? []) {
      const what = falsehoodOf(line);
      if (what === '') continue;
      const key = `${event.actor}|${line.area}|${what}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { event, line, count: 1 });
      else known.count++;
    }
  }
  return [...found.values()].map(({ event, line, count }) => ({
    kind: 'false-report',
    event,
    act: undefined,
    office: event.actor,
    what: falsehoodOf(line),
    place: line.area,
    line: '',
    text: textFor(book, event, line, count),
    count,
    men: 0,
  }));
}

function textFor(book: Casebook, event: KhasanEvent, line: ReportLine, count: number): string {
  const namer = makeNamer(book.model, event.tick);
  const place = nameOfPlace(namer, line.area);
  const to = nameOfOffice(namer, textOf(event.data['to']));
  const hands =
    line.hands === 0
      ? 'as his own men saw it'
      : `as it had come to him through ${String(line.hands)} ${line.hands === 1 ? 'hand' : 'hands'}`;
  const age = line.ageHours === 0 ? '' : `, news ${formatSpan(line.ageHours * 60)} old`;
  const often = count === 1 ? '' : ` So in ${String(count)} reports.`;
  if (falsehoodOf(line) === 'claimed') {
    return `${nameOfOffice(namer, event.actor)} reports to ${to} that ${place} is taken; he knew that ${peopleOf(namer, line.knownHolder)} held it.${often}`;
  }
  const told =
    falsehoodOf(line) === 'holder'
      ? `that ${peopleOf(namer, line.toldHolder)} hold ${place}; ${peopleOf(namer, line.trueHolder)} held it`
      : `${aboutMen(line.toldMen)} of the enemy at ${place}; there ${line.trueMen < 1.5 ? 'was' : 'were'} ${aboutMen(line.trueMen)}`;
  return `${nameOfOffice(namer, event.actor)} reports to ${to} ${told} (${hands}${age}).${often}`;
}
