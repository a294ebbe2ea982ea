import type { KhasanEvent } from '../../engine/index.ts';
import { numberOf, textOf } from '../lookup.ts';
import { formatCount, formatMoment, formatSpan } from '../narrative/clock.ts';
import {
  adjectiveOf,
  atPlace,
  capitalised,
  makeNamer,
  nameOfActor,
  nameOfOffice,
  nameOfPlace,
  type Namer,
} from '../narrative/names.ts';
import { isPlaceless } from '../narrative/phrases.ts';
import { actAtPlace, sentenceOf } from '../narrative/tell-event.ts';
import { letterOf, type Casebook, type Letter } from './casebook.ts';

/** One sentence for an event of any kind, without its moment. */
export function sayEvent(book: Casebook, event: KhasanEvent): string {
  const namer = makeNamer(book.model, event.tick);
  const letter = letterOf(book, event);
  if (letter !== undefined) return capitalised(sayLetter(namer, letter, event));
  return sentenceOf(namer, event) ?? capitalised(sayPlainly(namer, event));
}

function sayPlainly(namer: Namer, event: KhasanEvent): string {
  const { actor, place, data, kind } = event;
  const who = actor === '' ? 'nature' : nameOfActor(namer, actor);
  switch (kind) {
    case 'run-started':
      return 'the run begins.';
    case 'run-ended':
      return 'the run ends.';
    case 'weather-changed':
      return `the weather turns: ${textOf(data['weather'])}.`;
    case 'unit-departed':
      return `${who} sets out for ${nameOfPlace(namer, data['to'])}.`;
    case 'unit-arrived':
      return `${who} comes to ${nameOfPlace(namer, place)}.`;
    case 'works-improved':
      return `${adjectiveOf(namer, data['side'])} men dig${atPlace(namer, place)}.`;
    case 'unit-rallied':
      return `${who} is brought together again${atPlace(namer, place)}.`;
    case 'order-given': {
      const how = isPlaceless(data['act']) ? 'decides' : 'sends his own men';
      return `${who} ${how} to ${actAtPlace(namer, data['act'], place)}${noLeave(data['authority'])}.`;
    }
    case 'order-refused':
      return `an order of ${who} cannot be carried out (${textOf(data['reason'])}).`;
    case 'message-lost':
      return `a message of ${who} to ${nameOfOffice(namer, textOf(data['to']))} is lost.`;
    case 'casualties-taken':
      return `${who} loses men${atPlace(namer, place)}.`;
    default:
      return `${who}: ${kind.replaceAll('-', ' ')}${atPlace(namer, place)}.`;
  }
}

function noLeave(authority: unknown): string {
  if (authority === 'initiative') return ', on no authority but his own';
  return authority === 'against-ban' ? ', against a ban' : '';
}

/** What a message is called, with what it says: `the order to attack Zaozyornaya`. */
export function nameOfLetter(namer: Namer, { kind, act, area }: Letter): string {
  const what = actAtPlace(namer, act, area);
  switch (kind) {
    case 'order':
      return `the order to ${what}`;
    case 'request':
      return act === 'propose' ? 'the question of terms' : `the request for leave to ${what}`;
    case 'grant':
      return `the leave to ${what}`;
    case 'refusal':
      return `the refusal of leave to ${what}`;
    case 'ban':
      return `the ban: not to ${what}`;
    case 'note':
      return `the note${atPlace(namer, area, 'about')}`;
    case 'agreement':
      return 'the word that fire shall cease';
    case 'answer':
      return 'the answer to the note';
    case 'proposal':
      return 'the offer of terms';
    case 'finding':
      return `the finding${atPlace(namer, area)}`;
    case 'admission':
      return `the word that its own side is over the line${atPlace(namer, area)}`;
    case 'rebuke':
      return 'a rebuke';
    case 'sounding':
      return `the question what he thinks of it: to ${what}`;
    case 'opinion':
      return `the opinion on it: to ${what}`;
    case 'parley':
      return `the offer to meet${atPlace(namer, area)}`;
    default:
      return 'a report';
  }
}

function sayLetter(namer: Namer, letter: Letter, event: KhasanEvent): string {
  const what = nameOfLetter(namer, letter);
  if (event.kind === 'message-sent') {
    return `${nameOfOffice(namer, letter.from)} sends ${nameOfOffice(namer, letter.to)} ${what}.`;
  }
  const took = formatSpan(numberOf(event.data['minutes']));
  return (
    `${nameOfOffice(namer, letter.to)} reads ${what} from ${nameOfOffice(namer, letter.from)}, ` +
    `sent on ${formatMoment(namer.model, letter.sent.tick)}; it took ${took}.`
  );
}

/** `about 52 men`, or `nobody`. */
export function aboutMen(men: number): string {
  if (men < 0.5) return 'nobody';
  return men < 1.5 ? 'one man' : `about ${formatCount(men)} men`;
}
