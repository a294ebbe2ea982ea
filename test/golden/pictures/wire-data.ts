import type { WireAct, WireData, WireMessage, WireOffice } from '../../../src/record/index.ts';

/** Ticks in an hour. */
export const H = 4;

const offices: readonly WireOffice[] = [
  { id: 'west.king', name: 'The King', side: 1, echelon: 'capital', row: 0 },
  { id: 'west.foreign', name: 'Foreign Office', side: 1, echelon: 'capital', row: 1 },
  { id: 'west.army', name: 'Western Army', side: 1, echelon: 'army', row: 2 },
  { id: 'west.1d', name: '1st Division', side: 1, echelon: 'division', row: 3 },
  { id: 'east.post', name: 'Post on the hill', side: 0, echelon: 'post', row: 4 },
  { id: 'east.2d', name: '2nd Division <East>', side: 0, echelon: 'division', row: 5 },
  { id: 'east.council', name: 'Council', side: 0, echelon: 'capital', row: 6 },
];
const GROUPS = ['West town', 'West town', 'Armies', 'Divisions', 'Posts', 'Divisions', 'East town'];
export const [KING, FOREIGN, ARMY, DIVISION, POST, EAST, COUNCIL] = [0, 1, 2, 3, 4, 5, 6] as const;

let number = 0;

/** A message; what is not given is nothing. */
export function message(
  kind: WireMessage['kind'],
  from: number,
  to: number,
  sentTick: number,
  knownTick: number,
  others: Partial<WireMessage> = {},
): WireMessage {
  number++;
  return {
    id: `${kind}.${String(number)}`,
    event: `${String(sentTick)}.${String(number)}`,
    kind,
    from,
    to,
    act: 'assault',
    place: 'Hill',
    sentTick,
    knownTick,
    lost: false,
    answer: 'none',
    answeredTick: -1,
    afterTheDeed: false,
    forceMen: 0,
    word: '',
    ...others,
  };
}

/** An act that begins when it is ordered. */
export function act(
  office: number,
  tick: number,
  authority: WireAct['authority'],
  others: Partial<WireAct> = {},
): WireAct {
  number++;
  return {
    event: `${String(tick)}.${String(number)}`,
    office,
    act: 'assault',
    place: 'Hill',
    force: true,
    byOrder: false,
    men: 120,
    orderedTick: tick,
    tick,
    authority,
    paperTick: -1,
    aheadHours: null,
    ...others,
  };
}

/** An empty Wire of two small countries. */
export const EMPTY: WireData = {
  title: 'A hill by a lake',
  startMinutes: -16570620,
  sides: [
    { name: 'East', clockOffsetMinutes: 600 },
    { name: 'West', clockOffsetMinutes: 540 },
  ],
  fromTick: 0,
  toTick: 48 * H,
  offices,
  rows: [
    ...offices.map((office, index) => ({
      id: office.id,
      name: office.name,
      side: office.side,
      group: GROUPS[index]!,
      offices: [index],
      again: false,
    })),
    {
      id: 'west.foreign again',
      name: 'Foreign Office',
      side: 1,
      group: 'West town again',
      offices: [FOREIGN],
      again: true,
    },
  ],
  hillRow: 4,
  hill: { name: 'The Hill (Gora)', spans: [] },
  messages: [],
  acts: [],
  nights: [],
};

/** Two days with every kind of message, act and fate. */
export const EVERYTHING: WireData = {
  ...EMPTY,
  hill: {
    name: 'The Hill (Gora)',
    spans: [
      { fromTick: 0, toTick: 40, holder: 0 },
      { fromTick: 40, toTick: 48, holder: 'both' },
      { fromTick: 48, toTick: 120, holder: 1 },
      { fromTick: 120, toTick: 140, holder: 'none' },
      { fromTick: 140, toTick: 192, holder: 0 },
    ],
  },
  nights: [
    { fromTick: 0, toTick: 18 },
    { fromTick: 80, toTick: 114 },
  ],
  messages: [
    message('report', POST, EAST, 4, 8),
    message('report', EAST, COUNCIL, 9, 20),
    message('note', FOREIGN, COUNCIL, 12, 40, { answer: 'answered', word: 'withdraw' }),
    message('request', DIVISION, ARMY, 16, 24, { answer: 'refused' }),
    message('refusal', ARMY, DIVISION, 26, 34),
    message('order', DIVISION, ARMY, 30, 36, { act: 'alert' }),
    message('request', DIVISION, ARMY, 42, 52, { answer: 'granted', afterTheDeed: true }),
    message('request', ARMY, KING, 54, 70, { answer: 'limited' }),
    message('answer', COUNCIL, FOREIGN, 60, 88, { word: 'reject' }),
    message('grant', KING, ARMY, 84, 92, { answer: 'limited', forceMen: 60 }),
    message('grant', ARMY, DIVISION, 94, 100, { forceMen: 120 }),
    message('ban', COUNCIL, EAST, 96, 110, { act: 'bombard', place: '' }),
    message('request', EAST, COUNCIL, 112, -1, { lost: true, answer: 'unanswered' }),
    message('request', POST, EAST, 150, 158, { answer: 'unanswered' }),
    message('proposal', FOREIGN, COUNCIL, 130, 160, { place: '' }),
    message('agreement', COUNCIL, EAST, 166, 172, { place: '' }),
    message('report', EAST, COUNCIL, 180, -1),
  ],
  acts: [
    act(DIVISION, 40, 'against-ban', { paperTick: 100, aheadHours: 15 }),
    act(DIVISION, 44, 'initiative', { byOrder: true, men: 0 }),
    act(DIVISION, 116, 'unbacked'),
    act(DIVISION, 150, 'within'),
    act(DIVISION, 151, 'within'),
    act(EAST, 138, 'standing', { act: 'eject' }),
    act(EAST, 141, 'initiative', { paperTick: 400, aheadHours: 64.75 }),
    act(POST, 20, 'standing', { act: 'patrol', force: false }),
    act(POST, 160, 'within', { tick: -1 }),
  ],
};

/** The same in a window of three weeks: reports are left out, and the times are far apart. */
export const WEEKS: WireData = {
  ...EVERYTHING,
  toTick: 21 * 24 * H,
  messages: EVERYTHING.messages.map((each) => ({
    ...each,
    sentTick: each.sentTick * 10,
    knownTick: each.knownTick < 0 ? -1 : each.knownTick * 10,
  })),
  acts: EVERYTHING.acts.map((each) => ({
    ...each,
    orderedTick: each.orderedTick * 10,
    tick: each.tick < 0 ? -1 : each.tick * 10,
    paperTick: each.paperTick < 0 ? -1 : each.paperTick * 10,
    aheadHours: each.aheadHours === null ? null : each.aheadHours * 10,
  })),
};
