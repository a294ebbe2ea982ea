import type { EventKind, KhasanEvent } from '../../engine/index.ts';
import { isHeight } from '../assaults.ts';
import { operationOf, type Chronicle, type OperationRecord } from '../chronicle.ts';
import { areaOf, sideOf, textOf } from '../lookup.ts';
import {
  daysBetween,
  hearing,
  hoursBetween,
  type EventOf,
  type MeasureFamily,
  type MeasureSpec,
  type MeasureValues,
} from '../measure.ts';

const lag = (id: string, title: string, unit: 'hours' | 'days', describe: string): MeasureSpec => ({
  id,
  title,
  kind: 'number',
  unit,
  describe,
});

/** How far before its order a sighting can have led to an attack. Assumption: a day. */
const SIGHTING_TICKS = 96;
/** Battalions made ready on 16 July, whose arrival at the river is timed. Source: S03, claim JP25-battalions. */
const READY_BATTALIONS = 4;

const measures: readonly MeasureSpec[] = [
  {
    id: 'delay.1.after-deed',
    title: '1 Leave asked after the deed',
    kind: 'flag',
    unit: '',
    from: 'free',
    describe: 'Whether a Soviet office asks leave to post, patrol or fortify after the deed.',
  },
  lag(
    'delay.1.days',
    '1 First request to first order for works',
    'days',
    'From the first Soviet request to post, patrol or fortify to the first Soviet order to fortify at or after it.',
  ),
  lag(
    'delay.2.days',
    '2 Digging seen to first Japanese note',
    'days',
    'From the first contact report of a Japanese office whose activity is digging to the first note handed by Japan.',
  ),
  lag(
    'delay.3.hours',
    '3 Order to concentrate to lead units at the river',
    'hours',
    'From the first Japanese concentration to the first arrival, after it, of a unit under the division or a brigade or regiment of it on the map or at a gate of it.',
  ),
  lag(
    'delay.3.four-battalions.hours',
    'Order to concentrate to the fourth battalion at the river',
    'hours',
    'The same to the arrival of rifle units of a fourth battalion.',
  ),
  lag(
    'delay.4.decide.hours',
    '4 Sighting to the decision to eject',
    'hours',
    'For the first Japanese attack of infantry on a height: from the first Japanese contact report of that place within the 24 hours before the order to the order.',
  ),
  lag(
    'delay.4.act.hours',
    '4 Decision to attack',
    'hours',
    'For the same attack: from the order to its start. Null where it does not start.',
  ),
  lag(
    'delay.5.hours',
    '5 Japanese pull back to Soviets back on the height',
    'hours',
    'From the hour at which Japan leaves a named height that it had taken from the Soviets, or from which it had ejected them, to the Soviets’ next taking of that height. Where they come back before the Japanese are seen to be gone, from the end of the ejection.',
  ),
  lag(
    'delay.6.hours',
    '6 Division orders the attack to its report upward',
    'hours',
    'For the attack of row 4: from the order to the next report of its division to its superior.',
  ),
  lag(
    'delay.8.hours',
    '8 Moscow orders an air strike to the first raid',
    'hours',
    'From the first order for a strike by an office of the Soviet capital to the first Soviet air strike at or after it.',
  ),
  lag(
    'delay.12.days',
    '12 First offer to agreement',
    'days',
    'From the first offer of terms by either side to the agreement on a truce.',
  ),
  lag(
    'delay.13.hours',
    '13 Agreement to the end of fire',
    'hours',
    'From the agreement on a truce to the last event of firing within 48 hours of it; 0 where nobody fires any more.',
  ),
];

/** First ticks of the things between which delays run, -1 not yet. */
interface Stops {
  readonly chronicle: Chronicle;
  requestAfter: boolean;
  request: number;
  works: number;
  digging: number;
  note: number;
  concentrate: number;
  arrival: number;
  fourth: number;
  readonly battalions: string[];
  /** Japanese contact reports by area and tick, consecutive equal ones left out. */
  readonly sightings: { tick: number; area: number }[];
  attack: OperationRecord | undefined;
  attackSighting: number;
  report: number;
  vacated: number;
  vacatedArea: number;
  /** Whether `vacated` is the end of an ejection whose troops have yet to leave. */
  goingHome: boolean;
  /** Heights that Japan has taken from the Soviets. */
  readonly taken: Set<number>;
  back: number;
  strikeOrder: number;
  strike: number;
  offer: number;
  lastFire: number;
}

/** Delays of command, by the rows of the table of measured delays. */
export const delaysFamily: MeasureFamily = {
  measures,
  start: (chronicle) => {
    const stops: Stops = {
      chronicle,
      requestAfter: false,
      request: -1,
      works: -1,
      digging: -1,
      note: -1,
      concentrate: -1,
      arrival: -1,
      fourth: -1,
      battalions: [],
      sightings: [],
      attack: undefined,
      attackSighting: -1,
      report: -1,
      vacated: -1,
      vacatedArea: -1,
      goingHome: false,
      taken: new Set(),
      back: -1,
      strikeOrder: -1,
      strike: -1,
      offer: -1,
      lastFire: -1,
    };
    return {
      hears: [
        hearing(SOVIET_KINDS, (event) => noteSoviet(stops, event)),
        hearing(JAPANESE_KINDS, (event) => noteJapanese(stops, event)),
        hearing(['talks-proposed'], ({ tick }) => {
          if (stops.offer < 0) stops.offer = tick;
        }),
        hearing(FIRING, ({ tick }) => noteFire(stops, tick)),
        hearing(['operation-ended'], (event) => noteEjection(stops, event)),
        hearing(['height-taken', 'ground-vacated'], (event) => noteGround(stops, event)),
      ],
      finish: () => valuesOf(stops),
    };
  },
};

const OCCUPY: readonly string[] = ['post', 'fortify', 'patrol'];

/** Kinds of event that count where a Soviet office or unit acts. */
const SOVIET_KINDS = [
  'permission-asked',
  'order-given',
  'air-strike-flown',
] as const satisfies readonly EventKind[];

function noteSoviet(stops: Stops, event: EventOf<(typeof SOVIET_KINDS)[number]>): void {
  const { actorSide, lookup } = stops.chronicle;
  if (actorSide < 0 || actorSide !== lookup.su) return;
  const { data, tick } = event;
  const act = textOf(data['act']);
  switch (event.kind) {
    case 'permission-asked':
      if (!OCCUPY.includes(act)) return;
      if (stops.request < 0) stops.request = tick;
      if (data['afterTheDeed'] === true) stops.requestAfter = true;
      return;
    case 'order-given':
      if (act === 'fortify' && stops.request >= 0 && stops.works < 0) stops.works = tick;
      if (act === 'strike' && stops.strikeOrder < 0 && isCapital(stops, event.actor)) {
        stops.strikeOrder = tick;
      }
      return;
    case 'air-strike-flown':
      if (stops.strikeOrder >= 0 && stops.strike < 0) stops.strike = tick;
      return;
  }
}

function isCapital(stops: Stops, office: string): boolean {
  const index = stops.chronicle.lookup.offices.get(office);
  return index !== undefined && stops.chronicle.model.offices[index]!.echelon === 'capital';
}

/** Kinds of event that count where a Japanese office or unit acts. */
const JAPANESE_KINDS = [
  'contact-reported',
  'note-handed',
  'formation-concentrating',
  'order-given',
  'unit-arrived',
  'operation-ordered',
  'message-sent',
] as const satisfies readonly EventKind[];

function noteJapanese(stops: Stops, event: EventOf<(typeof JAPANESE_KINDS)[number]>): void {
  const { actorSide, lookup } = stops.chronicle;
  if (actorSide < 0 || actorSide !== lookup.jp) return;
  const { data, tick } = event;
  switch (event.kind) {
    case 'contact-reported':
      if (stops.digging < 0 && data['activity'] === 'digging') stops.digging = tick;
      noteSighting(stops, event);
      return;
    case 'note-handed':
      if (stops.digging >= 0 && stops.note < 0) stops.note = tick;
      return;
    case 'formation-concentrating':
      if (stops.concentrate < 0) stops.concentrate = tick;
      return;
    case 'order-given':
      if (data['act'] === 'concentrate' && stops.concentrate < 0) stops.concentrate = tick;
      return;
    case 'unit-arrived':
      if (stops.concentrate >= 0) noteArrival(stops, event);
      return;
    case 'operation-ordered':
      if (stops.attack === undefined) noteAttack(stops, event);
      return;
    case 'message-sent':
      if (stops.attack !== undefined && stops.report < 0) noteReport(stops, event);
      return;
  }
}

function noteSighting(stops: Stops, event: KhasanEvent): void {
  if (stops.attack !== undefined) return;
  const area = areaOf(stops.chronicle.lookup, event.place);
  const { sightings } = stops;
  // What is too old to lead to an attack now is dropped, so the list stays short.
  while (sightings.length > 0 && event.tick - sightings[0]!.tick > SIGHTING_TICKS)
    sightings.shift();
  if (!sightings.some((each) => each.area === area && each.tick === event.tick)) {
    sightings.push({ tick: event.tick, area });
  }
}

function noteAttack(stops: Stops, event: KhasanEvent): void {
  const act = textOf(event.data['act']);
  const attack = stops.chronicle.operations[stops.chronicle.operations.length - 1];
  if ((act !== 'eject' && act !== 'assault') || attack === undefined) return;
  if (!isHeight(stops.chronicle, attack.area)) return;
  stops.attack = attack;
  const seen = stops.sightings.find(
    (sighting) => sighting.area === attack.area && event.tick - sighting.tick <= SIGHTING_TICKS,
  );
  stops.attackSighting = seen?.tick ?? -1;
}

/** A report of the division that stands behind the attack, to its superior. */
function noteReport(stops: Stops, event: KhasanEvent): void {
  const { lookup, model } = stops.chronicle;
  const division = lookup.division[stops.attack!.office] ?? -1;
  const info = model.offices[division];
  if (info?.id !== event.actor) return;
  const isReport = textOf(event.data['message']).startsWith('report');
  const superior = model.offices[info.superiors[0] ?? -1]?.id;
  if (isReport && event.data['to'] === superior) stops.report = event.tick;
}

function noteArrival(stops: Stops, event: KhasanEvent): void {
  if (stops.fourth >= 0) return;
  const { lookup, model } = stops.chronicle;
  const unit = lookup.units.get(event.actor);
  if (unit === undefined || !isAtRiver(stops.chronicle, event.place)) return;
  if (lookup.division[model.units.office[unit]!]! < 0) return;
  if (stops.arrival < 0) stops.arrival = event.tick;
  if (model.units.kind[unit] !== 'rifle') return;
  const formation = model.units.formation[unit]!;
  if (stops.battalions.includes(formation)) return;
  stops.battalions.push(formation);
  if (stops.battalions.length === READY_BATTALIONS) stops.fourth = event.tick;
}

/** Whether a place is on the map, or a node of the theatre that opens onto it. */
function isAtRiver(chronicle: Chronicle, place: string): boolean {
  if (chronicle.lookup.areas.has(place)) return true;
  return chronicle.model.theatre.nodes.some((node) => node.id === place && node.gateHex >= 0);
}

/** Events in which somebody fires. */
const FIRING = [
  'fire-opened',
  'shot-fired',
  'bombardment-fired',
  'air-strike-flown',
  'casualties-taken',
  'shot-after-truce',
] as const satisfies readonly EventKind[];
/** Time after the agreement in which fire still counts as that of the battle. */
const SILENCE_TICKS = 2 * 96;

function noteFire(stops: Stops, tick: number): void {
  const agreed = stops.chronicle.truceAgreedTick;
  if (agreed >= 0 && tick - agreed <= SILENCE_TICKS) stops.lastFire = tick;
}

/** A height left by Japan, of its own accord or after an ejection, and the Soviets back on it. */
function noteGround(stops: Stops, event: EventOf<'height-taken' | 'ground-vacated'>): void {
  const { lookup } = stops.chronicle;
  const area = areaOf(lookup, event.place);
  const side = sideOf(lookup, event.data['side']);
  if (side < 0 || !isHeight(stops.chronicle, area)) return;
  if (event.kind === 'height-taken' && side === lookup.jp) {
    const from = sideOf(lookup, event.data['from']);
    if (from === lookup.su) stops.taken.add(area);
  }
  if (event.kind === 'ground-vacated' && side === lookup.jp) noteLeft(stops, area, event.tick);
  const isBack = event.kind === 'height-taken' && side === lookup.su && area === stops.vacatedArea;
  if (isBack && stops.back < 0) stops.back = event.tick;
}

/** The first height they leave after taking it, or the one from which their ejection has just ended. */
function noteLeft(stops: Stops, area: number, tick: number): void {
  const goesHome = area === stops.vacatedArea && stops.goingHome;
  if (stops.back >= 0 || !(goesHome || (stops.vacated < 0 && stops.taken.has(area)))) return;
  stops.vacated = tick;
  stops.vacatedArea = area;
  stops.goingHome = false;
}

function noteEjection(stops: Stops, event: KhasanEvent): void {
  const { chronicle } = stops;
  const operation = operationOf(chronicle, Number(event.data['operation']));
  if (operation === undefined || stops.vacated >= 0) return;
  const isDone = operation.act === 'eject' && operation.outcome === 'taken';
  if (!isDone || operation.side !== chronicle.lookup.jp || !isHeight(chronicle, operation.area))
    return;
  stops.vacated = event.tick;
  stops.vacatedArea = operation.area;
  stops.goingHome = true;
}

function valuesOf(stops: Stops): MeasureValues {
  const { chronicle, attack } = stops;
  const agreed = chronicle.truceAgreedTick;
  const ordered = attack?.orderedTick ?? -1;
  return {
    'delay.1.after-deed': chronicle.isFree ? stops.requestAfter : null,
    'delay.1.days': daysBetween(stops.request, stops.works),
    'delay.2.days': daysBetween(stops.digging, stops.note),
    'delay.3.hours': hoursBetween(stops.concentrate, stops.arrival),
    'delay.3.four-battalions.hours': hoursBetween(stops.concentrate, stops.fourth),
    'delay.4.decide.hours': hoursBetween(stops.attackSighting, ordered),
    'delay.4.act.hours': hoursBetween(ordered, attack?.startedTick ?? -1),
    'delay.5.hours': hoursBetween(stops.vacated, stops.back),
    'delay.6.hours': hoursBetween(ordered, stops.report),
    'delay.8.hours': hoursBetween(stops.strikeOrder, stops.strike),
    'delay.12.days': daysBetween(stops.offer, agreed),
    'delay.13.hours': hoursBetween(agreed, Math.max(agreed, stops.lastFire)),
  };
}
