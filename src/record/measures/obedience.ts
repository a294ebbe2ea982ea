import {
  TICKS_PER_HOUR,
  isAct,
  isInHand,
  oncePer,
  type Act,
  type EventKind,
  type KhasanEvent,
  type Model,
  type Run,
} from '../../engine/index.ts';
import type { Chronicle } from '../chronicle.ts';
import { areaOf, textOf } from '../lookup.ts';
import {
  NAME,
  SIDES,
  hearing,
  shareOf,
  type EventOf,
  type MeasureFamily,
  type MeasureSpec,
  type MeasureValues,
} from '../measure.ts';

/** Orders that are followed: those that use force or ground, or make ready to. A closed set. */
const ORDERED: readonly Act[] = [
  'post',
  'fortify',
  'reinforce',
  'eject',
  'assault',
  'bombard',
  'strike',
  'withdraw',
  'concentrate',
];

/** What can be done in the stead of one of them: the same, and to look. To leave the place is no more and no less of anything. */
const INSTEAD: readonly Act[] = [...ORDERED.filter((act) => act !== 'withdraw'), 'patrol'];

/** Orders that speak to those who stand on the place. */
const ON_THE_SPOT: readonly Act[] = ['fortify', 'withdraw'];

/** Hours from reading an order within which it is carried out, or is not. Assumption: two nights. */
const HORIZON_HOURS = 48;
const HORIZON = HORIZON_HOURS * TICKS_PER_HOUR;

/** What becomes of an order. A closed set, in the order of the definition. */
const FATES = ['letter', 'more', 'less', 'not'] as const;
type Fate = (typeof FATES)[number];

const WHICH = `Orders to an office that it reads: ${ORDERED.join(', ')}. Left out: those that repeat one that is still open; that are in hand when they are read, as the engine has it; that speak of those on the place (fortify, withdraw) when nobody of the office or below it is there; that are superseded by an order to do something else there; and those read in the last ${String(HORIZON_HOURS)} hours of the run.`;

const TITLE: Readonly<Record<Fate, string>> = {
  letter: 'carried out to the letter',
  more: 'over-fulfilled',
  less: 'watered down',
  not: 'with nothing done',
};

const DEFINITION: Readonly<Record<Fate, string>> = {
  letter: `Share of orders after which the office orders the same act at the same place within ${String(HORIZON_HOURS)} hours, to its own men or to others: to pass an order on is to obey it. So does one that finds its troops gathered there.`,
  more: 'Share of orders that are not, and instead of which the first thing that the office orders there is on a higher rung of the ladder.',
  less: `Share of orders that are not, and instead of which the first thing there is on the same rung or a lower one. Counted as done instead are ${INSTEAD.join(', ')}; of an order to withdraw nothing is.`,
  not: 'Share of orders after which none of these happens there, for whatever reason, want of men included.',
};

function sideSpecs(side: 'su' | 'jp'): MeasureSpec[] {
  const who = NAME[side];
  const number = (id: string, title: string, unit: string, describe: string): MeasureSpec => {
    return { id: `obeyed.${side}${id}`, title, kind: 'number', unit, describe };
  };
  return [
    number('.orders', `${who} orders followed`, 'orders', WHICH),
    ...FATES.map((fate) =>
      number(
        `.${fate}`,
        `${who} orders ${TITLE[fate]}`,
        'share',
        `${DEFINITION[fate]} Of the orders that \`obeyed.${side}.orders\` counts; null without any.`,
      ),
    ),
    number(
      '.hours',
      `Hours from a ${who} order to its execution`,
      'hours',
      `Median over the orders that are carried out to the letter, from reading to ordering the act; null without any.`,
    ),
  ];
}

/** What becomes of orders to act: to the letter, more, less, or nothing. */
export const obedienceFamily: MeasureFamily = {
  measures: SIDES.flatMap(sideSpecs),
  start: (chronicle) => {
    const desk = newDesk(chronicle);
    return {
      hears: [hearing(HEARD, (event) => note(desk, event))],
      finish: (run) => {
        passOver(desk, run.world.tick);
        return valuesOf(desk);
      },
    };
  },
};

/** An act at a place, as an order names it. */
interface Letter {
  readonly act: Act;
  readonly area: number;
}

/** An order that has been read and whose time is not over. */
interface OpenOrder extends Letter {
  readonly office: number;
  readonly side: number;
  readonly readTick: number;
  /** So far. */
  fate: Fate;
  /** Tick at which it was carried out to the letter. */
  doneTick: number;
  superseded: boolean;
}

/** What became of the orders of one side. */
interface Tally {
  readonly fates: Record<Fate, number>;
  /** `[ticks]` orders carried out to the letter so long after they were read. */
  readonly waits: Int32Array;
}

interface Desk {
  readonly chronicle: Chronicle;
  /** Orders under way, by message. */
  readonly letters: Map<string, Letter>;
  /** Orders whose time is not over, in the order in which they were read. */
  readonly waiting: OpenOrder[];
  /** Those of them of which nobody knows yet whether they are carried out, by office and area. */
  readonly open: Map<number, OpenOrder>;
  /** `[side]` */
  readonly tallies: readonly Tally[];
}

function newDesk(chronicle: Chronicle): Desk {
  return {
    chronicle,
    letters: new Map(),
    waiting: [],
    open: new Map(),
    tallies: chronicle.model.sides.map(() => ({
      fates: { letter: 0, more: 0, less: 0, not: 0 },
      waits: new Int32Array(HORIZON + 1),
    })),
  };
}

/** Kinds of event that this family hears. */
const HEARD = [
  'message-sent',
  'message-read',
  'message-lost',
  'order-given',
  'operation-ordered',
] as const satisfies readonly EventKind[];

function note(desk: Desk, event: EventOf<(typeof HEARD)[number]>): void {
  passOver(desk, event.tick - 1);
  switch (event.kind) {
    case 'message-sent':
      noteSent(desk, event);
      return;
    case 'message-read':
      noteRead(desk, event);
      return;
    case 'message-lost':
      desk.letters.delete(textOf(event.data['message']));
      return;
    case 'order-given':
    case 'operation-ordered':
      noteDeed(desk, event);
      return;
  }
}

function noteSent(desk: Desk, { data, place }: KhasanEvent): void {
  const message = textOf(data['message']);
  const act = textOf(data['act']);
  if (!message.startsWith('order.') || !isAct(act)) return;
  desk.letters.set(message, { act, area: areaOf(desk.chronicle.lookup, place) });
}

function noteRead(desk: Desk, event: KhasanEvent): void {
  const { chronicle, letters, waiting, open } = desk;
  const { actorOffice: office, actorSide: side, run } = chronicle;
  const message = textOf(event.data['message']);
  if (!message.startsWith('order.') || office < 0) return;
  const letter = letters.get(message);
  if (letter === undefined) return;
  letters.delete(message);
  const { act, area } = letter;
  if (area < 0 || (run !== undefined && isInHand(run, { to: office, act, area }))) return;
  const cell = cellOf(desk, office, area);
  const before = open.get(cell);
  // Who is told again what he has been told has not been told anything else.
  if (before?.act === act) return;
  if (before !== undefined) {
    before.superseded = true;
    open.delete(cell);
  }
  if (!ORDERED.includes(act)) return;
  if (run !== undefined && ON_THE_SPOT.includes(act) && !isThere(run, office, letter)) return;
  const order: OpenOrder = {
    act,
    area,
    office,
    side,
    readTick: event.tick,
    fate: 'not',
    doneTick: -1,
    superseded: false,
  };
  waiting.push(order);
  open.set(cell, order);
}

function cellOf({ chronicle }: Desk, office: number, area: number): number {
  return office * chronicle.model.areas.length + area;
}

/** Whether men of an office or of those below it stand where an order has them dig in, or leave. */
function isThere({ world, model }: Run, office: number, { act, area }: Letter): boolean {
  const { hex } = model.areas[area]!;
  const { location, men } = world.units;
  for (const unit of troopsOf(model)[office]!) {
    if (men[unit]! <= 0) continue;
    // Places beyond the map are in no area.
    const at = location[unit]!;
    if (act === 'fortify' ? at === hex : model.ground.area[at] === area) return true;
  }
  return false;
}

/** `[office]` units of it and of the offices that stand under it by their own chain. */
const troopsOf = oncePer(({ offices, units }: Model): readonly (readonly number[])[] => {
  const troops = offices.map((): number[] => []);
  for (let unit = 0; unit < units.count; unit++) {
    let office = units.office[unit]!;
    // A chain is never longer than the list of offices; the bound guards against a circle.
    for (let step = 0; step < offices.length && office >= 0; step++) {
      troops[office]!.push(unit);
      office = offices[office]!.superiors[0] ?? -1;
    }
  }
  return troops;
});

function noteDeed(desk: Desk, event: KhasanEvent): void {
  const { chronicle, open } = desk;
  const { actorOffice: office, lookup, model } = chronicle;
  const act = textOf(event.data['act']);
  const area = areaOf(lookup, event.place);
  if (office < 0 || area < 0 || !isAct(act)) return;
  const cell = cellOf(desk, office, area);
  const order = open.get(cell);
  if (order === undefined) return;
  if (act === order.act) {
    order.fate = 'letter';
    order.doneTick = event.tick;
    open.delete(cell);
    return;
  }
  // What is done first in its stead counts, unless the order is carried out after all.
  if (order.fate !== 'not' || order.act === 'withdraw' || !INSTEAD.includes(act)) return;
  order.fate = model.actRungs[act] > model.actRungs[order.act] ? 'more' : 'less';
}

/** Enters the orders whose time is over when a tick has passed, and drops them. */
function passOver(desk: Desk, tick: number): void {
  const { chronicle, waiting, open, tallies } = desk;
  for (;;) {
    const order = waiting[0];
    if (order === undefined || order.readTick + HORIZON > tick) return;
    waiting.shift();
    const cell = cellOf(desk, order.office, order.area);
    if (open.get(cell) === order) open.delete(cell);
    if (order.superseded) continue;
    if (order.fate !== 'letter') remind(chronicle.run, order);
    const { fates, waits } = tallies[order.side]!;
    fates[order.fate]++;
    if (order.fate === 'letter') waits[order.doneTick - order.readTick]!++;
  }
}

/** Troops that had gathered already when they were told to make no event; the office remembers that it was done. */
function remind(run: Run | undefined, order: OpenOrder): void {
  if (run === undefined) return;
  const { act, area, office, readTick } = order;
  for (const deed of run.world.offices.deeds[office]!) {
    if (deed.act !== act || deed.area !== area) continue;
    if (deed.tick < readTick || deed.tick > readTick + HORIZON) continue;
    order.fate = 'letter';
    order.doneTick = deed.tick;
  }
}

function valuesOf({ chronicle, tallies }: Desk): MeasureValues {
  const values: MeasureValues = {};
  for (const name of SIDES) {
    const tally = tallies[chronicle.lookup[name]];
    if (tally === undefined) continue;
    const { fates, waits } = tally;
    const orders = FATES.reduce((sum, fate) => sum + fates[fate], 0);
    values[`obeyed.${name}.orders`] = orders;
    for (const fate of FATES) values[`obeyed.${name}.${fate}`] = shareOf(fates[fate], orders);
    values[`obeyed.${name}.hours`] = medianHours(waits, fates.letter);
  }
  return values;
}

/** Median of so many waits, counted by their ticks; null of none. */
function medianHours(waits: Int32Array, count: number): number | null {
  if (count === 0) return null;
  const low = waitAt(waits, Math.ceil(count / 2));
  const high = waitAt(waits, Math.floor(count / 2) + 1);
  return (low + high) / 2 / TICKS_PER_HOUR;
}

/** The wait of a rank, the first being 1, ticks. */
function waitAt(waits: Int32Array, rank: number): number {
  let passed = 0;
  return waits.findIndex((count) => (passed += count) >= rank);
}
