import type { EventKind, EventValue } from '../../engine/index.ts';
import type { Chronicle } from '../chronicle.ts';
import { textOf } from '../lookup.ts';
import {
  hearing,
  shareOf,
  type EventOf,
  type MeasureFamily,
  type MeasureSpec,
  type MeasureValues,
} from '../measure.ts';

/** Hours after which an order that has not come counts as not given. */
const HORIZON_HOURS = 72;
/** What an army in the field is made of: neither a capital nor a party on a hill. */
const FIELD: readonly string[] = ['army', 'corps', 'division', 'brigade', 'regiment'];

const measures: readonly MeasureSpec[] = [
  {
    id: 'reaction.su.hours',
    title: 'Soviet army: hours from belief in an intrusion to an order on it',
    kind: 'number',
    unit: 'hours',
    from: 'free',
    describe:
      'Offices of the Soviet army from regiment to army, border troops excluded, and the heights in their charge that both sides claim. From the moment at which such an office first learns of an enemy there, by its own men or by a report of somebody who knew of him, to its first order for that place that is carried out; 72 hours where none comes within them. Mean over offices and heights; null where none learns of any.',
  },
  {
    id: 'reaction.su.pairs',
    title: 'Soviet army: offices and heights with a belief in an intrusion',
    kind: 'number',
    unit: 'pairs',
    from: 'free',
    describe: 'Pairs over which that mean is taken.',
  },
  {
    id: 'reaction.su.ask-share',
    title: 'Soviet army: share of decisions on an intrusion that ask for leave',
    kind: 'number',
    unit: 'share',
    from: 'free',
    describe:
      'Of those pairs with any decision within 72 hours, the share in which the first is a request for leave, and not an order. Null without any.',
  },
];

/** How long an army takes from knowing of an intrusion to doing something about it. */
export const reactionFamily: MeasureFamily = {
  measures,
  start: (chronicle) => {
    const watch = openWatch(chronicle);
    return {
      hears: [hearing(HEARD, (event) => note(watch, event))],
      finish: (run) => valuesOf(watch, run.world.tick),
    };
  },
};

interface Watch {
  readonly chronicle: Chronicle;
  /** Heights that both sides claim, by id. */
  readonly heights: ReadonlyMap<string, number>;
  /** `[office * heights + height]` tick of the first belief, order, request; -1 none. */
  readonly known: Int32Array;
  readonly ordered: Int32Array;
  readonly asked: Int32Array;
  /** What its sender knew, by report under way: a bit for each height. */
  readonly reports: Map<string, number>;
}

function openWatch(chronicle: Chronicle): Watch {
  const { model } = chronicle;
  const heights = model.areas.filter((area) => area.kind === 'height' && area.disputed);
  const cells = model.offices.length * heights.length;
  return {
    chronicle,
    heights: new Map(heights.map((area, index) => [area.id, index])),
    known: new Int32Array(cells).fill(-1),
    ordered: new Int32Array(cells).fill(-1),
    asked: new Int32Array(cells).fill(-1),
    reports: new Map(),
  };
}

/** Kinds of event that this family hears. */
const HEARD = [
  'contact-reported',
  'order-given',
  'operation-ordered',
  'permission-asked',
  'message-sent',
  'message-read',
  'message-lost',
] as const satisfies readonly EventKind[];

function note(watch: Watch, event: EventOf<(typeof HEARD)[number]>): void {
  const office = watch.chronicle.actorOffice;
  if (office < 0) return;
  const { data, tick } = event;
  switch (event.kind) {
    case 'contact-reported':
      mark(watch, watch.known, office, event.place, tick);
      return;
    case 'order-given':
    case 'operation-ordered':
      mark(watch, watch.ordered, office, event.place, tick);
      return;
    case 'permission-asked':
      mark(watch, watch.asked, office, event.place, tick);
      return;
    case 'message-sent':
      if (isReport(data['message'])) send(watch, office, data['message']);
      return;
    case 'message-read':
      if (isReport(data['message'])) receive(watch, office, data['message'], tick);
      return;
    case 'message-lost':
      watch.reports.delete(textOf(data['message']));
      return;
  }
}

/** Enters the first time that something is so of an office and a height: an order only once there is a belief. */
function mark(watch: Watch, table: Int32Array, office: number, place: string, tick: number): void {
  const height = watch.heights.get(place);
  if (height === undefined) return;
  const cell = office * watch.heights.size + height;
  if (table[cell]! >= 0 || (table !== watch.known && watch.known[cell]! < 0)) return;
  table[cell] = tick;
}

function isReport(message: EventValue | undefined): message is string {
  return typeof message === 'string' && message.startsWith('report.');
}

function send(watch: Watch, office: number, message: string): void {
  let knows = 0;
  const width = watch.heights.size;
  for (let height = 0; height < width; height++) {
    if (watch.known[office * width + height]! >= 0) knows |= 1 << height;
  }
  if (knows !== 0) watch.reports.set(message, knows);
}

function receive(watch: Watch, office: number, message: string, tick: number): void {
  const knows = watch.reports.get(message);
  if (knows === undefined) return;
  watch.reports.delete(message);
  const width = watch.heights.size;
  for (let height = 0; height < width; height++) {
    const cell = office * width + height;
    if ((knows & (1 << height)) !== 0 && watch.known[cell]! < 0) watch.known[cell] = tick;
  }
}

/** Pairs of an office of the field army and a height in its charge. */
function measuredCells(
  { model, lookup }: Chronicle,
  heights: ReadonlyMap<string, number>,
): ReadonlySet<number> {
  const cells = new Set<number>();
  model.offices.forEach(({ side, chains, echelon, charge }, office) => {
    if (side !== lookup.su || chains[0] !== 'army' || !FIELD.includes(echelon)) return;
    for (const area of charge) {
      const height = heights.get(model.areas[area]!.id);
      if (height !== undefined) cells.add(office * heights.size + height);
    }
  });
  return cells;
}

function valuesOf(
  { chronicle, heights, known, ordered, asked }: Watch,
  endTick: number,
): MeasureValues {
  const measured = measuredCells(chronicle, heights);
  const horizon = HORIZON_HOURS * 4;
  let pairs = 0;
  let ticks = 0;
  let first = 0;
  let decided = 0;
  known.forEach((since, cell) => {
    // A belief in the last three days has not had its time.
    if (since < 0 || since + horizon > endTick || !measured.has(cell)) return;
    const waited = (tick: number): number => (tick < 0 ? horizon : Math.min(horizon, tick - since));
    const toOrder = waited(ordered[cell]!);
    const toRequest = waited(asked[cell]!);
    pairs++;
    ticks += toOrder;
    if (Math.min(toOrder, toRequest) < horizon) decided++;
    if (toRequest < toOrder) first++;
  });
  const hours = shareOf(ticks, pairs);
  return {
    'reaction.su.hours': hours === null ? null : hours / 4,
    'reaction.su.pairs': pairs,
    'reaction.su.ask-share': shareOf(first, decided),
  };
}
