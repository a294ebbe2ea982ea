import { holderOf, type EventKind, type KhasanEvent } from '../../engine/index.ts';
import { ATTACKS, attackOf, isHeight } from '../assaults.ts';
import { operationOf, type Chronicle } from '../chronicle.ts';
import { areaOf, numberOf, sideOf, textOf } from '../lookup.ts';
import {
  NAME,
  SIDES,
  hearing,
  hoursOf,
  type EventOf,
  type MeasureFamily,
  type MeasureSpec,
  type MeasureValues,
} from '../measure.ts';

/**
 * How a height came to fall although the capital had forbidden it: on what the office stood that first ordered
 * the attack, and whether it had read the ban by then. A closed set, in the order of the definition.
 */
type Way =
  | 'reclassified'
  | 'other-ban'
  | 'late-ban'
  | 'standing-order'
  | 'leave'
  | 'empty-paper'
  | 'ordered';

const POWER =
  'The ban is spoken (`force-forbidden`) by the office of the capital that keeps the power to eject or to assault for itself';

function sideSpecs(side: 'su' | 'jp'): MeasureSpec[] {
  const who = NAME[side];
  return [
    {
      id: `bans.${side}.capital`,
      title: `${who} capital first forbids attacks`,
      kind: 'time',
      unit: 'hours',
      describe: `Tick of the first ban on ejection or assault. ${POWER}. Null where it never is.`,
    },
    {
      id: `bans.${side}.fall`,
      title: `${who} attack takes a forbidden height`,
      kind: 'flag',
      unit: '',
      describe: `Whether a disputed height, whoever held it before, falls to that side (\`height-taken\`) through an attack on it that is ordered (\`operation-ordered\`) after a ban on that act there. ${POWER}. No in runs without a ban; null where no office of the capital keeps either power.`,
    },
    {
      id: `bans.${side}.told`,
      title: `${who} capital learns that the forbidden height fell`,
      kind: 'number',
      unit: 'hours',
      describe: `Hours from that fall to the first message of the side that is read when the office of the capital that had forbidden the attack believes the height to be its side’s: how late the report is for a ban. Null where none falls, or where it never hears of it.`,
    },
    {
      id: `bans.${side}.way`,
      title: `What that ${who} attack stood on`,
      kind: 'category',
      unit: '',
      describe: `The authority of the office that first ordered the attack by which the first such height falls, along the chain of orders, when it gave its order. A ban that it knew: \`reclassified\` where it had read the capital’s and took the case for another, \`other-ban\` where that had not reached it and an older one or another office’s stood against the act. \`late-ban\`: it knew of none, and the capital’s had not reached it. Otherwise it had read the capital’s: \`standing-order\`; \`leave\` that goes back to the capital, or the capital’s own order; \`empty-paper\`, leave from one who had none. \`ordered\`: on an order whose author cannot be told. Null where none falls.`,
    },
  ];
}

/** What became of a capital's ban on attacks. */
export const bansFamily: MeasureFamily = {
  measures: SIDES.flatMap(sideSpecs),
  start: (chronicle) => {
    const desk = newDesk(chronicle);
    return {
      hears: [hearing(HEARD, (event) => note(desk, event))],
      finish: () => valuesOf(desk),
    };
  },
};

/** A ban of the capital or an order to attack on its way. */
interface Letter {
  /** Position of its act among `ATTACKS`. */
  readonly attack: number;
  /** -1 anywhere. */
  readonly area: number;
  /** How the order stands to the ban; `ban` where it is the ban. */
  readonly way: Way | 'ban';
}

const NO_LETTER: Letter = { attack: -1, area: -1, way: 'ban' };

interface Desk {
  readonly chronicle: Chronicle;
  /** `[side * ATTACKS + attack]` the office of the capital that keeps the power for itself, -1 none. */
  readonly speakers: Int16Array;
  /** `[side * ATTACKS * places + attack * places + area + 1]` 1 where the capital has forbidden it; area -1 anywhere. */
  readonly forbidden: Uint8Array;
  /** `[office * ATTACKS * places + …]` the same, 1 where the office has read it. */
  readonly read: Uint8Array;
  /** The event that the letters sent next stand on, and what is in them. */
  draftEvent: string;
  draft: Letter;
  /** Whether it is an order that passes on another. */
  draftBidden: boolean;
  /** Letters that have not been read, by message. */
  readonly letters: Map<string, Letter>;
  /** The way of the newest order that an office has read, by office, attack and area. */
  readonly bidden: Map<number, Way>;
  /** Office, attack and area, as one cell, and tick of the latest act said to have no paper that goes back to the holder. */
  bareCell: number;
  bareTick: number;
  /** The way of each operation that was forbidden when it was ordered, by number. */
  readonly operations: Map<number, Way>;
  /** `[side]` tick of the first ban, -1 none. */
  readonly firstTick: Int32Array;
  /** `[side]` the first height to fall. */
  readonly falls: (Fall | undefined)[];
}

/** A forbidden height that has fallen. */
interface Fall {
  readonly way: Way;
  readonly tick: number;
  readonly area: number;
  /** The office of the capital that had forbidden it. */
  readonly speaker: number;
  /** Tick at which that office has learnt of it, -1 not yet. */
  toldTick: number;
}

function newDesk(chronicle: Chronicle): Desk {
  const { sides, offices } = chronicle.model;
  const cells = ATTACKS.length * placesOf(chronicle);
  return {
    chronicle,
    speakers: Int16Array.from(sides.flatMap((_, side) => speakersOf(chronicle, side))),
    forbidden: new Uint8Array(sides.length * cells),
    read: new Uint8Array(offices.length * cells),
    draftEvent: '',
    draft: NO_LETTER,
    draftBidden: false,
    letters: new Map(),
    bidden: new Map(),
    bareCell: -1,
    bareTick: -1,
    operations: new Map(),
    firstTick: new Int32Array(sides.length).fill(-1),
    falls: sides.map(() => undefined),
  };
}

/** Areas, and anywhere. */
function placesOf({ model }: Chronicle): number {
  return model.areas.length + 1;
}

function speakersOf({ model }: Chronicle, side: number): number[] {
  return ATTACKS.map((attack) => {
    const holder = holderOf(model, side, attack);
    return model.offices[holder]?.echelon === 'capital' ? holder : -1;
  });
}

/** Kinds of event that this family hears. */
const HEARD = [
  'force-forbidden',
  'order-given',
  'acted-without-authority',
  'message-sent',
  'message-read',
  'operation-ordered',
  'height-taken',
] as const satisfies readonly EventKind[];

function note(desk: Desk, event: EventOf<(typeof HEARD)[number]>): void {
  switch (event.kind) {
    case 'force-forbidden':
      noteBan(desk, event);
      return;
    case 'order-given':
      noteOrder(desk, event);
      return;
    case 'acted-without-authority':
      noteBare(desk, event);
      return;
    case 'message-sent':
      // What is sent names first what it stands on: the ban, the order, or the copy of the ban just read.
      if (event.cause[0] === desk.draftEvent) {
        desk.letters.set(textOf(event.data['message']), desk.draft);
      }
      return;
    case 'message-read':
      noteTold(desk, event);
      noteRead(desk, event);
      return;
    case 'operation-ordered':
      noteAttack(desk, event);
      return;
    case 'height-taken':
      noteFall(desk, event);
      return;
  }
}

function noteBan(desk: Desk, event: KhasanEvent): void {
  const { chronicle, speakers, forbidden, read, firstTick } = desk;
  const { actorOffice, actorSide } = chronicle;
  const attack = attackOf(textOf(event.data['act']));
  if (actorOffice < 0 || attack < 0) return;
  if (speakers[actorSide * ATTACKS.length + attack] !== actorOffice) return;
  const area = areaOf(chronicle.lookup, event.place);
  forbidden[cellOf(desk, actorSide, attack, area)] = 1;
  read[cellOf(desk, actorOffice, attack, area)] = 1;
  if (firstTick[actorSide]! < 0) firstTick[actorSide] = event.tick;
  desk.draftEvent = event.id;
  desk.draft = { attack, area, way: 'ban' };
}

/** Where a side or an office, an attack and an area, -1 anywhere, stand in the tables. */
function cellOf(desk: Desk, whose: number, attack: number, area: number): number {
  return (whose * ATTACKS.length + attack) * placesOf(desk.chronicle) + area + 1;
}

/** Whether a ban of a table, of a side or an office, speaks to an attack on an area. */
function speaksTo(
  desk: Desk,
  bans: Uint8Array,
  whose: number,
  attack: number,
  area: number,
): boolean {
  if (bans[cellOf(desk, whose, attack, -1)] === 1) return true;
  return bans[cellOf(desk, whose, attack, area)] === 1;
}

function noteOrder(desk: Desk, event: KhasanEvent): void {
  const { chronicle } = desk;
  const attack = attackOf(textOf(event.data['act']));
  if (attack < 0 || chronicle.actorOffice < 0) return;
  const area = areaOf(chronicle.lookup, event.place);
  desk.draftEvent = event.id;
  const authority = textOf(event.data['authority']);
  desk.draft = { attack, area, way: wayOf(desk, attack, area, authority) };
  desk.draftBidden = authority === 'order';
}

/** How an order of the office that acts, to others or to its own men, stands to the ban of its capital. */
function wayOf(desk: Desk, attack: number, area: number, authority: string): Way {
  const { actorOffice } = desk.chronicle;
  if (authority === 'order') {
    return desk.bidden.get(cellOf(desk, actorOffice, attack, area)) ?? 'ordered';
  }
  const hasRead = speaksTo(desk, desk.read, actorOffice, attack, area);
  if (authority === 'against-ban') return hasRead ? 'reclassified' : 'other-ban';
  if (!hasRead) return 'late-ban';
  if (authority === 'standing-order') return 'standing-order';
  // Who has read the ban and cites nothing takes it not to speak of the case.
  return authority === 'initiative' ? 'reclassified' : 'leave';
}

/** Said of an order to others after it, and of an attack of one's own men before it. */
function noteBare(desk: Desk, event: KhasanEvent): void {
  const { lookup, actorOffice } = desk.chronicle;
  const attack = attackOf(textOf(event.data['act']));
  if (attack < 0 || actorOffice < 0) return;
  if (event.cause[0] === desk.draftEvent && desk.draft.way === 'leave' && !desk.draftBidden) {
    desk.draft = { ...desk.draft, way: 'empty-paper' };
  }
  desk.bareCell = cellOf(desk, actorOffice, attack, areaOf(lookup, event.place));
  desk.bareTick = event.tick;
}

function noteRead(desk: Desk, event: KhasanEvent): void {
  if (desk.letters.size === 0) return;
  const message = textOf(event.data['message']);
  const letter = desk.letters.get(message);
  const { actorOffice } = desk.chronicle;
  if (letter === undefined || actorOffice < 0) return;
  desk.letters.delete(message);
  const cell = cellOf(desk, actorOffice, letter.attack, letter.area);
  if (letter.way !== 'ban') {
    desk.bidden.set(cell, letter.way);
    return;
  }
  desk.read[cell] = 1;
  // It goes on to all below at once.
  desk.draftEvent = event.id;
  desk.draft = letter;
}

function noteAttack(desk: Desk, event: KhasanEvent): void {
  const { lookup, actorOffice, actorSide } = desk.chronicle;
  const attack = attackOf(textOf(event.data['act']));
  const area = areaOf(lookup, event.place);
  if (attack < 0 || actorOffice < 0) return;
  if (!speaksTo(desk, desk.forbidden, actorSide, attack, area)) return;
  const authority = textOf(event.data['authority']);
  const way = wayOf(desk, attack, area, authority);
  const isBare =
    desk.bareTick === event.tick && desk.bareCell === cellOf(desk, actorOffice, attack, area);
  const isEmpty = way === 'leave' && authority !== 'order' && isBare;
  desk.operations.set(numberOf(event.data['operation']), isEmpty ? 'empty-paper' : way);
}

function noteFall(desk: Desk, event: KhasanEvent): void {
  const { chronicle, operations, falls, speakers } = desk;
  const number = event.data['operation'];
  const way = typeof number === 'number' ? operations.get(number) : undefined;
  const side = sideOf(chronicle.lookup, event.data['side']);
  if (way === undefined || side < 0 || falls[side] !== undefined) return;
  const area = areaOf(chronicle.lookup, event.place);
  const operation = operationOf(chronicle, numberOf(number));
  // Who gathers for an attack, or passes over another height, takes nothing by it.
  if (operation === undefined || operation.startedTick < 0 || operation.area !== area) return;
  if (!isHeight(chronicle, area) || !chronicle.model.areas[area]!.disputed) return;
  const speaker = speakers[side * ATTACKS.length + attackOf(operation.act)]!;
  falls[side] = { way, tick: event.tick, area, speaker, toldTick: -1 };
}

/** Whether the capital knows by now that its men hold the height that it had forbidden them to attack. */
function noteTold({ chronicle, falls }: Desk, { tick }: KhasanEvent): void {
  const { actorSide, run, model } = chronicle;
  const fall = falls[actorSide];
  if (fall === undefined || fall.toldTick >= 0 || run === undefined) return;
  const believed = run.world.offices.holder[fall.speaker * model.areas.length + fall.area];
  if (believed === actorSide) fall.toldTick = tick;
}

function valuesOf({ chronicle, speakers, firstTick, falls }: Desk): MeasureValues {
  const values: MeasureValues = {};
  for (const name of SIDES) {
    const side = chronicle.lookup[name];
    if (side < 0) continue;
    const kept = ATTACKS.some((_, attack) => speakers[side * ATTACKS.length + attack]! >= 0);
    values[`bans.${name}.capital`] = hoursOf(firstTick[side]!);
    const fall = falls[side];
    values[`bans.${name}.fall`] = kept ? fall !== undefined : null;
    values[`bans.${name}.told`] =
      fall === undefined || fall.toldTick < 0 ? null : hoursOf(fall.toldTick - fall.tick);
    values[`bans.${name}.way`] = fall?.way ?? null;
  }
  return values;
}
