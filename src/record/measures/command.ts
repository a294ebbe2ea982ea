import { FORCEFUL, type EventKind, type KhasanEvent } from '../../engine/index.ts';
import { tickOfJst, type Chronicle } from '../chronicle.ts';
import { numberOf, sideOf, textOf } from '../lookup.ts';
import {
  NAME,
  SIDES,
  hearing,
  hoursOf,
  shareOf,
  type EventOf,
  type MeasureFamily,
  type MeasureSpec,
  type MeasureValues,
} from '../measure.ts';

/** Acts that use force. */
const FORCE: readonly string[] = FORCEFUL;

const count = (id: string, title: string, unit: string, describe: string): MeasureSpec => ({
  id,
  title,
  kind: 'number',
  unit,
  describe,
});

function sideSpecs(side: 'su' | 'jp'): MeasureSpec[] {
  const who = NAME[side];
  const all = `by offices of that side, over the whole run`;
  return [
    count(`messages.${side}`, `${who} messages sent`, 'messages', `Messages sent ${all}.`),
    count(
      `messages.${side}.lost`,
      `${who} messages lost`,
      'messages',
      `Messages that never arrived, sent ${all}.`,
    ),
    count(
      `messages.${side}.minutes`,
      `Mean minutes of a ${who} message`,
      'min',
      'Mean time from sending to reading of all messages read by offices of that side; null without any.',
    ),
    count(`requests.${side}`, `${who} requests for leave`, 'requests', `Permissions asked ${all}.`),
    count(
      `requests.${side}.granted`,
      `${who} requests granted`,
      'requests',
      `Permissions granted ${all}.`,
    ),
    count(
      `requests.${side}.refused`,
      `${who} requests refused`,
      'requests',
      `Permissions refused ${all}.`,
    ),
    count(
      `deeds.${side}.covered`,
      `${who} deeds covered afterwards`,
      'deeds',
      `Requests after the deed that a superior granted, ${all}.`,
    ),
    count(
      `deeds.${side}.disowned`,
      `${who} deeds disowned`,
      'deeds',
      `Requests after the deed that a superior refused, ${all}.`,
    ),
    count(
      `requests.${side}.after-deed`,
      `${who} requests after the deed`,
      'requests',
      `Permissions asked for what is already done, ${all}.`,
    ),
    count(`orders.${side}`, `${who} orders given`, 'orders', `Orders given ${all}.`),
    count(`bans.${side}`, `${who} bans`, 'bans', `Acts forbidden ${all}.`),
    count(
      `unauthorised.${side}`,
      `${who} acts without authority`,
      'acts',
      `Acts of force without a paper that reaches back to the holder of the power, ${all}.`,
    ),
    count(
      `unauthorised.${side}.against-ban`,
      `${who} acts against a ban`,
      'acts',
      `Those among them that a known ban forbade.`,
    ),
    count(
      `inquiries.${side}.fault`,
      `${who} inquiries that found a fault`,
      'inquiries',
      `Inquiries on the spot that found men or works of their own side over the line it claims, ${all}.`,
    ),
    count(
      `inquiries.${side}.admitted`,
      `${who} faults admitted`,
      'admissions',
      `Such findings that were told to a superior, ${all}.`,
    ),
    count(
      `inquiries.${side}.rebuked`,
      `${who} rebukes for an admission`,
      'rebukes',
      `Rebukes of the one who told so, ${all}.`,
    ),
    {
      id: `unauthorised.${side}.first`,
      title: `First ${who} act without authority`,
      kind: 'time',
      unit: 'hours',
      describe: 'Tick of the first of them.',
    },
    {
      id: `unauthorised.${side}.first-office`,
      title: `Office of the first ${who} act without authority`,
      kind: 'category',
      unit: '',
      describe: 'Its author.',
    },
    count(
      `crossings.${side}.own-line`,
      `${who} crossings of the line that side claims`,
      'crossings',
      'Events in which men of that side leave the ground that is theirs even by their own line.',
    ),
    count(
      `crossings.${side}.their-line`,
      `${who} crossings of the line the other side claims`,
      'crossings',
      'Events in which men of that side enter ground that the other side claims: violations in the other side’s eyes.',
    ),
    count(
      `crossings.${side}.their-line.july`,
      `${who} crossings of the line the other side claims, 1–28 July`,
      'crossings',
      'The same up to 28 July 24:00 +09:00. Null where the run starts later.',
    ),
  ];
}

const measures: readonly MeasureSpec[] = [
  ...SIDES.flatMap(sideSpecs),
  count(
    'orders.refused',
    'Orders the rules refused',
    'orders',
    'Orders that the engine found illegal; an office that decides well gives none.',
  ),
  count('challenges', 'Challenges at the line', 'challenges', 'All challenges.'),
  count(
    'challenges.shot-share',
    'Share of challenges followed by a shot',
    'share',
    'Challenges after which an aimed shot is fired or fire opened at the same place within an hour, over all; null without any.',
  ),
  count(
    'division.jp.granted',
    'Share of the Japanese division’s force requests granted',
    'share',
    'Requests of offices of division level for an act of force that are granted, over those made; null without any.',
  ),
];

/** Messages, requests, orders, authority and crossings. */
export const commandFamily: MeasureFamily = {
  measures,
  start: (chronicle) => {
    const desk = newDesk(chronicle);
    return {
      hears: [
        hearing(HEARD, (event) => note(desk, event)),
        hearing(HEARD_OF_OFFICES, (event) => noteOffice(desk, event)),
      ],
      finish: () => valuesOf(desk),
    };
  },
};

/** What is counted. Texts are ids of measures. */
interface Desk {
  readonly chronicle: Chronicle;
  readonly sums: Map<string, number>;
  readonly su: SideDesk;
  readonly jp: SideDesk;
  /** Challenges not yet followed by a shot and less than an hour old. */
  openChallenges: { tick: number; place: string }[];
  shotChallenges: number;
  divisionAsked: number;
  divisionGranted: number;
  readonly julyEndTick: number;
}

/** What is counted of one side. */
interface SideDesk {
  readonly side: 'su' | 'jp';
  /** By id of measure, with a `*` where the side stands in it. */
  readonly sums: Map<string, number>;
  messagesSent: number;
  messagesRead: number;
  /** Minutes that the messages read were under way, all together. */
  readMinutes: number;
  unauthorisedTick: number;
  unauthorisedOffice: string;
}

function newSideDesk(side: 'su' | 'jp'): SideDesk {
  return {
    side,
    sums: new Map(),
    messagesSent: 0,
    messagesRead: 0,
    readMinutes: 0,
    unauthorisedTick: -1,
    unauthorisedOffice: '',
  };
}

function newDesk(chronicle: Chronicle): Desk {
  const sums = new Map<string, number>();
  for (const spec of measures) if (spec.kind === 'number') sums.set(spec.id, 0);
  return {
    chronicle,
    sums,
    su: newSideDesk('su'),
    jp: newSideDesk('jp'),
    openChallenges: [],
    shotChallenges: 0,
    divisionAsked: 0,
    divisionGranted: 0,
    julyEndTick: tickOfJst(chronicle.model, 7, 29, 0),
  };
}

/** Counts one more, for all or for a side. */
function bump({ sums }: Desk | SideDesk, id: string): void {
  sums.set(id, (sums.get(id) ?? 0) + 1);
}

/** Kinds of event that this family hears. */
const HEARD = [
  'order-refused',
  'challenge-made',
  'shot-fired',
  'fire-opened',
  'line-crossed',
] as const satisfies readonly EventKind[];

function note(desk: Desk, event: EventOf<(typeof HEARD)[number]>): void {
  switch (event.kind) {
    case 'order-refused':
      bump(desk, 'orders.refused');
      return;
    case 'challenge-made':
      bump(desk, 'challenges');
      desk.openChallenges.push({ tick: event.tick, place: event.place });
      return;
    case 'shot-fired':
    case 'fire-opened':
      noteShot(desk, event);
      return;
    case 'line-crossed':
      noteCrossing(desk, event);
      return;
  }
}

/** Kinds of event that count for the side of whoever acts. */
const HEARD_OF_OFFICES = [
  'message-sent',
  'message-lost',
  'message-read',
  'permission-asked',
  'permission-granted',
  'permission-refused',
  'order-given',
  'force-forbidden',
  'acted-without-authority',
  'inquiry-found',
  'fault-admitted',
  'admission-rebuked',
] as const satisfies readonly EventKind[];

function noteOffice(desk: Desk, event: EventOf<(typeof HEARD_OF_OFFICES)[number]>): void {
  const { lookup, actorSide } = desk.chronicle;
  if (actorSide < 0) return;
  const own = actorSide === lookup.su ? desk.su : desk.jp;
  const { side } = own;
  const { data } = event;
  switch (event.kind) {
    case 'message-sent':
      own.messagesSent++;
      return;
    case 'message-lost':
      bump(own, 'messages.*.lost');
      return;
    case 'message-read':
      own.readMinutes += numberOf(data['minutes']);
      own.messagesRead++;
      return;
    case 'permission-asked':
      bump(own, 'requests.*');
      if (data['afterTheDeed'] === true) bump(own, 'requests.*.after-deed');
      if (isDivisionForce(desk, event.actor, textOf(data['act']), side)) desk.divisionAsked++;
      return;
    case 'permission-granted':
      bump(own, 'requests.*.granted');
      if (data['afterTheDeed'] === true) bump(own, 'deeds.*.covered');
      if (isDivisionForce(desk, textOf(data['to']), textOf(data['act']), side)) {
        desk.divisionGranted++;
      }
      return;
    case 'permission-refused':
      bump(own, 'requests.*.refused');
      if (data['afterTheDeed'] === true) bump(own, 'deeds.*.disowned');
      return;
    case 'order-given':
      bump(own, 'orders.*');
      return;
    case 'force-forbidden':
      bump(own, 'bans.*');
      return;
    case 'inquiry-found':
      if (data['fault'] === true) bump(own, 'inquiries.*.fault');
      return;
    case 'fault-admitted':
      bump(own, 'inquiries.*.admitted');
      return;
    case 'admission-rebuked':
      bump(own, 'inquiries.*.rebuked');
      return;
    case 'acted-without-authority':
      bump(own, 'unauthorised.*');
      if (data['ban'] === true) bump(own, 'unauthorised.*.against-ban');
      if (own.unauthorisedTick < 0) {
        own.unauthorisedTick = event.tick;
        own.unauthorisedOffice = event.actor;
      }
      return;
  }
}

function isDivisionForce(desk: Desk, office: string, act: string, side: 'su' | 'jp'): boolean {
  if (side !== 'jp' || !FORCE.includes(act)) return false;
  const index = desk.chronicle.lookup.offices.get(office);
  return index !== undefined && desk.chronicle.model.offices[index]!.echelon === 'division';
}

/** A shot answers the challenges made at its place within the last hour. */
function noteShot(desk: Desk, event: KhasanEvent): void {
  if (desk.openChallenges.length === 0) return;
  const fresh = desk.openChallenges.filter((challenge) => event.tick - challenge.tick <= 4);
  desk.openChallenges = fresh.filter((challenge) => challenge.place !== event.place);
  desk.shotChallenges += fresh.length - desk.openChallenges.length;
}

/** The line of a crossing is named by the side that claims it. */
function noteCrossing(desk: Desk, event: KhasanEvent): void {
  const { lookup } = desk.chronicle;
  const index = sideOf(lookup, event.data['side']);
  if (index < 0) return;
  const own = index === lookup.su ? desk.su : desk.jp;
  const isOwn = sideOf(lookup, event.data['line']) === index;
  bump(own, isOwn ? 'crossings.*.own-line' : 'crossings.*.their-line');
  if (!isOwn && event.tick < desk.julyEndTick) bump(own, 'crossings.*.their-line.july');
}

function valuesOf(desk: Desk): MeasureValues {
  const values: MeasureValues = Object.fromEntries(desk.sums);
  const startsLate = desk.chronicle.startTick >= desk.julyEndTick;
  for (const { side, sums, ...own } of [desk.su, desk.jp]) {
    for (const [id, sum] of sums) values[id.replace('*', side)] = sum;
    values[`messages.${side}`] = own.messagesSent;
    values[`messages.${side}.minutes`] = shareOf(own.readMinutes, own.messagesRead);
    values[`unauthorised.${side}.first`] = hoursOf(own.unauthorisedTick);
    values[`unauthorised.${side}.first-office`] =
      own.unauthorisedOffice === '' ? null : own.unauthorisedOffice;
    if (startsLate) values[`crossings.${side}.their-line.july`] = null;
  }
  values['challenges.shot-share'] = shareOf(desk.shotChallenges, desk.sums.get('challenges')!);
  values['division.jp.granted'] = shareOf(desk.divisionGranted, desk.divisionAsked);
  return values;
}
