import type { EventKind, EventValue, KhasanEvent, Model } from '../../engine/index.ts';
import { numberOf } from '../lookup.ts';
import { formatCount, formatMoment, formatSpan } from './clock.ts';
import {
  adjectiveOf,
  atPlace,
  capitalised,
  makeNamer,
  nameOfActor,
  nameOfOffice,
  nameOfPlace,
  nameOfPost,
  peopleOf,
  stateOf,
  surnameIn,
  type Namer,
} from './names.ts';
import {
  actDone,
  activityPhrase,
  answerPhrase,
  demandPhrase,
  isPlaceless,
  outcomePhrase,
  stepPhrase,
  termsPhrase,
  toAct,
} from './phrases.ts';

type Teller = (namer: Namer, event: KhasanEvent) => string | null;

const men = (value: number): string => (value === 1 ? '1 man' : `${formatCount(value)} men`);
const plural = (value: number, one: string, many: string): string =>
  value === 1 ? `1 ${one}` : `${formatCount(value)} ${many}`;

/** One sentence for each kind worth telling. A kind without an entry is not told. */
const TELLERS: Readonly<Partial<Record<EventKind, Teller>>> = {
  'account-taken': ({ model }, { data }) => {
    const reading = model.readings.find((each) => each.id === data['reading']);
    return `A disputed account hangs over this run. ${reading?.title ?? String(data['reading'])}: here it is ${String(data['value'])}.`;
  },
  'outside-event-happened': ({ model }, { data }) => {
    const outside = model.exogenous.find((each) => each.id === data['id']);
    return outside === undefined ? null : `${outside.title.replace(/\.$/, '')}.`;
  },
  'contact-reported': (namer, { actor, place, data }) =>
    `${nameOfOffice(namer, actor)} learns of ${activityPhrase(data['activity'])}${atPlace(namer, place)}, about ${men(numberOf(data['men']))}.`,
  'line-crossed': (namer, { actor, place, data }) =>
    `${nameOfActor(namer, actor)}, ${men(numberOf(data['men']))}, crosses the line that ${stateOf(namer, data['line'])} claims${atPlace(namer, place)}.`,
  'challenge-made': (namer, { actor, place, data }) =>
    `${numberOf(data['time']) > 1 ? 'Again a challenge' : 'A challenge'}${atPlace(namer, place)}: ${nameOfActor(namer, actor)} to ${nameOfActor(namer, String(data['challenged']))}.`,
  'warning-given': (namer, { actor, place, data }) =>
    `A warning${atPlace(namer, place)}: ${nameOfActor(namer, actor)} to ${nameOfActor(namer, String(data['warned']))}.`,
  'party-detained': (namer, { actor, place, data }) =>
    `${capitalised(men(numberOf(data['men'])))} of ${nameOfActor(namer, String(data['party']))} led off${atPlace(namer, place)} by ${nameOfActor(namer, actor)}.`,
  'shot-fired': (namer, { actor, place, data }) =>
    `A single shot${atPlace(namer, place)}: ${nameOfActor(namer, actor)} at ${nameOfActor(namer, String(data['at']))}${shotReason(namer, data)}.`,
  'death-blamed': (namer, { data }) =>
    `By ${stateOf(namer, data['side'])}’s reading the man died on ${data['ground'] === data['side'] ? 'its own ground' : 'the other side’s ground'}; it blames ${data['blamed'] === data['side'] ? 'its own men' : stateOf(namer, data['blamed'])}.`,
  'help-asked': (namer, { actor, place, data }) =>
    `${nameOfOffice(namer, actor)} asks ${nameOfOffice(namer, String(data['of']))} for help${atPlace(namer, place)}.`,
  'wire-talk-opened': (namer, { actor, data }) =>
    `${nameOfOffice(namer, actor)} calls ${nameOfOffice(namer, String(data['to']))} to the direct wire.`,
  'inquiry-found': (namer, { actor, place, data }) =>
    `The staff officers of ${nameOfOffice(namer, actor)} find ${data['fault'] === true ? 'men or works of their own side over the line' : 'nobody of their own side over the line'}${atPlace(namer, place)}.`,
  'fault-admitted': (namer, { actor, place, data }) =>
    `${nameOfOffice(namer, actor)} tells ${nameOfOffice(namer, String(data['to']))} that its own side is over the line${atPlace(namer, place)}.`,
  'admission-rebuked': (namer, { actor, place, data }) =>
    `${nameOfOffice(namer, actor)} rebukes ${nameOfOffice(namer, String(data['to']))} for what it said of the line${atPlace(namer, place)}.`,
  'opinion-asked': (namer, { actor, place, data }) =>
    `${nameOfOffice(namer, actor)} asks ${nameOfOffice(namer, String(data['of']))} what he thinks of it: to ${actAtPlace(namer, data['act'], place)}.`,
  'opinion-given': (namer, { actor, place, data }) =>
    `Asked by ${nameOfOffice(namer, String(data['to']))}, ${nameOfOffice(namer, actor)} is ${data['agrees'] === true ? 'for' : 'against'} it: to ${actAtPlace(namer, data['act'], place)}.`,
  'assertion-rebuked': (namer, { actor, place, data }) =>
    `${nameOfOffice(namer, actor)} rebukes ${nameOfOffice(namer, String(data['to']))}, who had claimed the consent of others to ${actAtPlace(namer, data['act'], place)}: they are against it.`,
  'parley-offered': (namer, { actor, place, data }) =>
    data['to'] === ''
      ? `${nameOfOffice(namer, actor)} sends an officer with a white flag forward${atPlace(namer, place)}; he finds nobody.`
      : `${nameOfOffice(namer, actor)} sends an officer with a white flag to ${nameOfOffice(namer, String(data['to']))}${atPlace(namer, place)}.`,
  'parley-refused': (namer, { actor, place, data }) =>
    `${nameOfOffice(namer, actor)} sends back the officer of ${nameOfOffice(namer, String(data['to']))}${atPlace(namer, place)}.`,
  'parley-held': (namer, { actor, place, data }) =>
    `${nameOfOffice(namer, actor)} and ${nameOfOffice(namer, String(data['with']))} meet between the lines${atPlace(namer, place)}.`,
  'positions-surveyed': (namer, { actor, place, data }) =>
    `They look together at who stands where${atPlace(namer, place)}: ${men(numberOf(data['own']))} of ${nameOfOffice(namer, actor)}’s side, ${formatCount(numberOf(data['theirs']))} of ${nameOfOffice(namer, String(data['with']))}’s; ${data['holder'] === '' ? 'neither holds it' : `${stateOf(namer, data['holder'])} holds it`}.`,
  'lines-separated': (namer, { place, data }) =>
    `Both sides go back ${String(data['metres'])} metres from each other${atPlace(namer, place)}.`,
  'rules-changed': (namer, { actor, data }) =>
    `${nameOfOffice(namer, actor)} lays down for ${nameOfOffice(namer, String(data['to']))} how parties of the other side are met: from ${stepPhrase(data['first'])} to ${stepPhrase(data['last'])}.`,
  'fire-opened': (namer, { actor, place }) =>
    `${nameOfActor(namer, actor)} opens fire${atPlace(namer, place)}.`,
  'casualties-taken': tellCasualties,
  'tanks-put-out': (namer, { actor, place, data }) =>
    `${nameOfActor(namer, actor)} loses ${plural(numberOf(data['count']), 'tank', 'tanks')}${tankCause(data['cause'])}${atPlace(namer, place)}.`,
  'guns-lost': (namer, { actor, place, data }) =>
    `${nameOfActor(namer, actor)} loses ${plural(numberOf(data['count']), 'gun', 'guns')}${atPlace(namer, place)}.`,
  'unit-broke': (namer, { actor, place }) =>
    `${nameOfActor(namer, actor)} breaks and runs back${atPlace(namer, place)}.`,
  'unit-destroyed': (namer, { actor, place }) =>
    `${nameOfActor(namer, actor)} is no more${atPlace(namer, place)}.`,
  'height-taken': tellTaking,
  'crest-contested': (namer, { place, data }) =>
    `Both sides stand on ${nameOfPlace(namer, place)}; ${tenthsOf(numberOf(data['share']))} of the crest are in ${adjectiveOf(namer, namer.model.sides[0]?.id)} hands.`,
  'operation-ordered': (namer, { actor, place, data, tick }) =>
    `${nameOfOffice(namer, actor)} orders an attack${atPlace(namer, place, 'on')}${purposeOf(data['act'])} with ${men(numberOf(data['men']))}${hHour(namer, numberOf(data['hHour']), tick)}${authorityNote(data['authority'])}.`,
  'operation-started': tellStart,
  'operation-ended': (namer, { actor, place, data }) =>
    `The attack of ${nameOfOffice(namer, actor)}${atPlace(namer, place, 'on')} ${outcomePhrase(data['outcome'])}${priceOf(numberOf(data['loss']), numberOf(data['minutes']))}.`,
  'bombardment-fired': (namer, { actor, place, data }) =>
    `${nameOfActor(namer, actor)} fires ${plural(numberOf(data['rounds']), 'shell', 'shells')}${atPlace(namer, place, data['guns'] === true ? 'on the guns at' : 'on')}.`,
  'air-strike-flown': (namer, { place, data }) =>
    data['result'] === 'turned-back'
      ? `${plural(numberOf(data['aircraft']), adjectiveOf(namer, data['side']) + ' aircraft', adjectiveOf(namer, data['side']) + ' aircraft')} sent against ${nameOfPlace(namer, place)} turn back.`
      : `${formatCount(numberOf(data['aircraft']))} ${adjectiveOf(namer, data['side'])} aircraft bomb ${nameOfPlace(namer, place)}.`,
  'order-given': (namer, { actor, place, data }) =>
    data['to'] === '' || data['to'] === undefined
      ? data['act'] === 'provoke' || data['act'] === 'inquire'
        ? `${nameOfOffice(namer, actor)} ${actDone(data['act'])}${atPlace(namer, place)}.`
        : null
      : `${nameOfOffice(namer, actor)} orders ${nameOfOffice(namer, String(data['to']))} to ${actAtPlace(namer, data['act'], place)}${authorityNote(data['authority'])}.`,
  'standing-order-issued': (namer, { actor, place, data }) =>
    `${nameOfOffice(namer, actor)} ${data['duty'] === true ? 'orders' : 'allows'} ${nameOfOffice(namer, String(data['to']))} to throw the enemy out${atPlace(namer, place, 'of')} without asking, when ${String(data['when'])}.`,
  'message-intercepted': (namer, { actor, data }) =>
    `${nameOfOffice(namer, actor)} picks up a message of ${nameOfOffice(namer, String(data['from']))}.`,
  'permission-asked': (namer, { actor, place, data }) =>
    `${nameOfOffice(namer, actor)} asks ${nameOfOffice(namer, String(data['of']))} for leave to ${actAtPlace(namer, data['act'], place)}${data['afterTheDeed'] === true ? ', after the deed' : ''}${data['asserts'] === true ? ', claiming the consent of others' : ''}.`,
  'permission-granted': (namer, { actor, place, data }) =>
    data['afterTheDeed'] === true
      ? `${nameOfOffice(namer, actor)} covers ${nameOfOffice(namer, String(data['to']))}, who ${actDone(data['act'])}${atPlace(namer, place)} unbidden.`
      : `${nameOfOffice(namer, actor)} gives ${nameOfOffice(namer, String(data['to']))} leave to ${actAtPlace(namer, data['act'], place)}.`,
  'permission-refused': (namer, { actor, place, data }) =>
    data['afterTheDeed'] === true
      ? `${nameOfOffice(namer, actor)} disowns ${nameOfOffice(namer, String(data['to']))}, who ${actDone(data['act'])}${atPlace(namer, place)} unbidden.`
      : `${nameOfOffice(namer, actor)} refuses ${nameOfOffice(namer, String(data['to']))} leave to ${actAtPlace(namer, data['act'], place)}.`,
  'force-forbidden': (namer, { actor, place, data }) =>
    `${nameOfOffice(namer, actor)} forbids ${nameOfOffice(namer, String(data['to']))} to ${actAtPlace(namer, data['act'], place)}.`,
  'acted-without-authority': (namer, { actor, place, data }) =>
    `${nameOfOffice(namer, actor)} ${actDone(data['act'])}${isPlaceless(data['act']) ? '' : atPlace(namer, place)} ${data['ban'] === true ? 'against a ban' : 'without leave'}${holderNote(namer, data['holder'])}.`,
  'note-handed': (namer, { actor, place, data }) =>
    `${nameOfOffice(namer, actor)} hands ${nameOfOffice(namer, String(data['to']))} a note ${demandPhrase(data['demand'])}${atPlace(namer, place, data['demand'] === 'withdraw' ? 'from' : 'at')}.`,
  'note-answered': (namer, { actor, data }) =>
    `${nameOfOffice(namer, actor)} ${answerPhrase(data['answer'])} the note of ${nameOfOffice(namer, String(data['to']))}.`,
  'talks-proposed': (namer, { actor, data }) =>
    `${nameOfOffice(namer, actor)} offers ${termsPhrase(data['terms'])}.`,
  'truce-agreed': ({ model }, { data }) =>
    `A truce is agreed: fire is to cease on ${formatMoment(model, numberOf(data['hour']))}, the terms being ${termsPhrase(data['line'])}.`,
  'fire-ceased': (namer, { actor }) => `The troops of ${nameOfOffice(namer, actor)} cease fire.`,
  'shot-after-truce': (namer, { actor, place }) =>
    `${nameOfActor(namer, actor)} fires after the hour of the truce${atPlace(namer, place)}.`,
  'alert-raised': (namer, { actor }) =>
    `${nameOfOffice(namer, actor)} puts the forces below on the alert.`,
  'rail-cut': (namer, { place, data }) =>
    `The railway${atPlace(namer, place)} is broken; trains can pass again from ${formatMoment(namer.model, numberOf(data['hour']))}.`,
  'ships-called': (namer, { actor, data }) =>
    `${nameOfOffice(namer, actor)} calls up transports; from ${formatMoment(namer.model, numberOf(data['hour']))} they carry troops.`,
  'formation-concentrating': (namer, { actor, data }) =>
    `${nameOfOffice(namer, actor)} concentrates ${men(numberOf(data['men']))} at ${nameOfPlace(namer, data['to'])}.`,
  'person-removed': tellRemoval,
  'person-appointed': (namer, { actor }) =>
    `A successor takes over ${nameOfPost(namer, actor)} from its deputy.`,
  'rung-reached': (namer, { data }) => {
    const rung = namer.model.rungs.find((each) => each.id === data['rung']);
    return `${stateOf(namer, data['side'])} goes up the ladder: ${lowered(rung?.title ?? String(data['rung']))}.`;
  },
  'ground-vacated': (namer, { place, data }) =>
    `${peopleOf(namer, data['side'])} leave ${nameOfPlace(namer, place)}.`,
  'line-ban-lifted': (namer, { actor, data }) =>
    `${nameOfOffice(namer, actor)} lets ${adjectiveOf(namer, data['side'])} troops, guns and aircraft go and fire beyond the line that ${stateOf(namer, data['side'])} claims.`,
};

/** Whose will a single shot was. */
function shotReason(namer: Namer, data: KhasanEvent['data']): string {
  if (data['why'] === 'order')
    return `, on the order of ${nameOfOffice(namer, String(data['by']))}`;
  return data['why'] === 'nerves' ? ', by a man who lost his nerve' : '';
}

/** "attack at Zaozyornaya"; an alarm has no place. */
export function actAtPlace(namer: Namer, act: EventValue | undefined, place: string): string {
  return isPlaceless(act) ? toAct(act) : `${toAct(act)}${atPlace(namer, place)}`;
}

function tellCasualties(namer: Namer, { actor, place, data }: KhasanEvent): string | null {
  const parts: string[] = [];
  for (const word of ['killed', 'wounded', 'missing'] as const) {
    const count = numberOf(data[word]);
    if (count > 0) parts.push(`${formatCount(count)} ${word}`);
  }
  if (parts.length === 0) return null;
  return `${nameOfActor(namer, actor)}: ${parts.join(', ')}${atPlace(namer, place)}.`;
}

function tellTaking(namer: Namer, { place, data }: KhasanEvent): string {
  const from = data['from'];
  const whence = from === '' || from === undefined ? '' : ` from ${peopleOf(namer, from)}`;
  const verb = whence === '' ? 'occupy' : 'take';
  return `${peopleOf(namer, data['side'])} ${verb} ${nameOfPlace(namer, place)}${whence}.`;
}

/** What a head is removed for, where it is something of the run. */
const REMOVED_FOR: Readonly<Record<string, string>> = {
  'lost-ground': ' for the ground lost in his charge',
  rebuked: ' for the fault that he admitted',
};

function tellRemoval(namer: Namer, { actor, data }: KhasanEvent): string {
  const name = surnameIn(namer, actor, data['person']);
  const post = nameOfPost(namer, actor);
  const whom = name === '' ? `The head of ${post} is removed` : `${name} is removed from ${post}`;
  return `${whom}${REMOVED_FOR[String(data['reason'])] ?? ''}; a deputy leads it.`;
}

function tellStart(namer: Namer, { actor, place, data }: KhasanEvent): string {
  const defenders = numberOf(data['defenders']);
  const held = defenders > 0 ? `, held by about ${formatCount(defenders)}` : '';
  return `${men(numberOf(data['men']))} of ${nameOfOffice(namer, actor)} go forward${atPlace(namer, place, 'on')}${held}.`;
}

function purposeOf(act: unknown): string {
  return act === 'eject' ? ', to throw the enemy out and come back,' : '';
}

function hHour(namer: Namer, hour: number, now: number): string {
  return hour <= now ? '' : `, to start on ${formatMoment(namer.model, hour)}`;
}

function authorityNote(authority: unknown): string {
  if (authority === 'standing-order') return ', under a standing order';
  if (authority === 'initiative') return ', on no authority but his own';
  return authority === 'against-ban' ? ', against a ban' : '';
}

function holderNote(namer: Namer, holder: unknown): string {
  return typeof holder === 'string' && holder !== ''
    ? `; the power lies with ${nameOfOffice(namer, holder)}`
    : '';
}

function tankCause(cause: unknown): string {
  if (cause === 'marsh') return ' in soft ground';
  if (cause === 'capture') return ' to the enemy’s hands';
  return cause === 'close-assault' || cause === 'close-combat'
    ? ' to infantry at close quarters'
    : '';
}

function priceOf(loss: number, minutes: number): string {
  const after = minutes > 0 ? ` after ${formatSpan(minutes)}` : '';
  return loss > 0 ? `${after}, for ${formatCount(loss)} lost` : after;
}

function lowered(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/** A share in words: `nine tenths`. */
function tenthsOf(share: number): string {
  const words = [
    'none',
    'one tenth',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
  ];
  const tenths = Math.round(share * 10);
  if (tenths >= 10) return 'all';
  return tenths < 2 ? words[tenths]! : `${words[tenths]!} tenths`;
}

/** The sentence without its moment; `null` for what is not worth telling. */
export function sentenceOf(namer: Namer, event: KhasanEvent): string | null {
  const sentence = TELLERS[event.kind]?.(namer, event) ?? null;
  return sentence === null ? null : capitalised(sentence);
}

/**
 * One readable sentence with its day and both clocks, "31 July 03:15 JST, 04:15 Vladivostok: The
 * Japanese take Zaozyornaya from the Soviets."; `null` for what is not worth telling alone: marches,
 * mail, weather, works.
 */
export function tellEvent(model: Model, event: KhasanEvent): string | null {
  const sentence = sentenceOf(makeNamer(model, event.tick), event);
  return sentence === null ? null : `${formatMoment(model, event.tick)}: ${sentence}`;
}
