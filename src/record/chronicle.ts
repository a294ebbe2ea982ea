import {
  daysFromCivil,
  type EventKind,
  type KhasanEvent,
  type Model,
  type Run,
  type RunSetup,
} from '../engine/index.ts';
import { actorOf, areaOf, lookupOf, numberOf, sideOf, textOf, type Lookup } from './lookup.ts';

/** An attack or other joint act as its events tell it. Ticks are -1 where the thing has not happened. */
export interface OperationRecord {
  readonly id: number;
  readonly office: number;
  readonly side: number;
  readonly area: number;
  readonly act: string;
  readonly plan: string;
  readonly authority: string;
  readonly orderedTick: number;
  readonly hHourTick: number;
  startedTick: number;
  /** Men in it when it started, and enemy men at its target then. */
  men: number;
  defenders: number;
  endedTick: number;
  outcome: string;
  /** Own killed, wounded and missing up to its end. */
  loss: number;
  takenTick: number;
}

/** Losses of one side in one area within one tick. */
export interface LossEntry {
  readonly tick: number;
  readonly side: number;
  readonly area: number;
  killed: number;
  wounded: number;
  missing: number;
  tanks: number;
}

/** Who stands on an area's place: a side's index, or one of these. */
export const HELD_BY_NONE = -1;
export const HELD_BY_BOTH = 2;

interface Watch {
  readonly tick: number;
  readonly take: () => void;
}

/**
 * What several families of measures need to know of a run so far: operations, holders, losses in time
 * and place, the truce. It is folded from the events; the events themselves are not kept.
 */
export interface Chronicle {
  readonly lookup: Lookup;
  readonly model: Model;
  readonly setup: RunSetup;
  readonly isFree: boolean;
  /**
   * The run itself, for measures of what no event tells (beliefs, works); `undefined` where only events are at
   * hand, and for those of the first moment.
   */
  run: Run | undefined;
  /** First tick of the run. */
  readonly startTick: number;
  /** Tick of the latest event, and the office (-1 none) and side (-1 none) of its actor. */
  tick: number;
  actorOffice: number;
  actorSide: number;
  /** In the order in which they were ordered. */
  readonly operations: OperationRecord[];
  /** In the order of time. */
  readonly losses: LossEntry[];
  /** `[area]` index of the side, `HELD_BY_NONE` or `HELD_BY_BOTH`. */
  readonly holder: Int8Array;
  /** Tick of the agreement in the run, -1; tick of the hour agreed or given from outside, -1. */
  truceAgreedTick: number;
  truceTick: number;
  /** Moments at which somebody wants to look at the state, by time. */
  readonly watches: Watch[];
}

/** Minutes east of Greenwich of the clock of Japan, Korea and Manchukuo, in which noon is told. */
export const JST_MINUTES = 540;

export function openChronicle(model: Model, setup: RunSetup): Chronicle {
  const anchor = model.anchors.find((candidate) => candidate.id === setup.from);
  const startTick = anchor?.tick ?? 0;
  return {
    lookup: lookupOf(model),
    model,
    setup,
    isFree: anchor === undefined,
    run: undefined,
    startTick,
    tick: startTick,
    actorOffice: -1,
    actorSide: -1,
    operations: [],
    losses: [],
    holder: firstHolders(model, setup.from),
    truceAgreedTick: -1,
    truceTick: setup.keepTruce === true ? (anchor?.truceTick ?? -1) : -1,
    watches: [],
  };
}

/** Holders at the start: the side that stands on the hex, and in an anchor whom the record names. */
function firstHolders(model: Model, from: string): Int8Array {
  const anchor = model.anchors.find((candidate) => candidate.id === from);
  const locations = Int32Array.from(model.units.start);
  for (const placed of anchor?.units ?? []) locations[placed.unit] = placed.location;
  return Int8Array.from(model.areas, ({ hex }) => {
    const named = anchor?.holders.find((holder) => holder.hex === hex);
    if (named !== undefined) return named.side;
    const unit = locations.lastIndexOf(hex);
    return unit < 0 ? HELD_BY_NONE : model.units.side[unit]!;
  });
}

/** Tick of an hour of a day of 1938 on the Japanese clock; negative before the scenario's start. */
export function tickOfJst(model: Model, month: number, day: number, hour: number): number {
  const minutes = daysFromCivil(1938, month, day) * 1440 + hour * 60 - JST_MINUTES;
  return Math.floor((minutes - model.startMinutes) / 15);
}

/** Hour of the day, 0 up to 24, on the Japanese clock at a tick. */
export function jstHourOf(model: Model, tick: number): number {
  const minutes = model.startMinutes + tick * 15 + JST_MINUTES;
  return (minutes - Math.floor(minutes / 1440) * 1440) / 60;
}

/** Calls `take` once when the run has passed the end of a tick; never if it stops before. */
export function watchAt(chronicle: Chronicle, tick: number, take: () => void): void {
  if (tick < chronicle.tick) return;
  const { watches } = chronicle;
  let at = watches.length;
  while (at > 0 && watches[at - 1]!.tick > tick) at--;
  watches.splice(at, 0, { tick, take });
}

/** Looks at the state for every watch that lies before a tick. */
export function passTo(chronicle: Chronicle, tick: number): void {
  const { watches } = chronicle;
  while (watches.length > 0 && watches[0]!.tick < tick) watches.shift()!.take();
}

/** Kinds of event that can change who holds an area. */
export const HOLDER_KINDS = [
  'height-taken',
  'crest-contested',
  'ground-vacated',
  'operation-ended',
] as const satisfies readonly EventKind[];

/** Takes an event in. Watches before its tick see the state without it. */
export function takeIn(chronicle: Chronicle, event: KhasanEvent): void {
  passTo(chronicle, event.tick);
  chronicle.tick = event.tick;
  const { data, place, actor } = event;
  const { lookup } = chronicle;
  const { office, side } = actorOf(lookup, actor);
  chronicle.actorOffice = office;
  chronicle.actorSide = side;
  switch (event.kind) {
    case 'casualties-taken':
    case 'tanks-put-out':
      addLoss(chronicle, event, areaOf(lookup, place));
      return;
    case 'operation-ordered':
      openOperation(chronicle, event, areaOf(lookup, place));
      return;
    case 'operation-started':
    case 'operation-ended':
      changeOperation(chronicle, event);
      return;
    case 'height-taken':
      takeHeight(chronicle, event, areaOf(lookup, place));
      return;
    case 'crest-contested':
      contest(chronicle, areaOf(lookup, place), numberOf(data['share']));
      return;
    case 'ground-vacated':
      vacate(chronicle, areaOf(lookup, place), sideOf(lookup, data['side']));
      return;
    case 'truce-agreed':
      if (chronicle.truceAgreedTick < 0) chronicle.truceAgreedTick = event.tick;
      chronicle.truceTick = numberOf(data['hour']);
      return;
    default:
      return;
  }
}

function addLoss(chronicle: Chronicle, event: KhasanEvent, area: number): void {
  const { data, tick } = event;
  const side = sideOf(chronicle.lookup, data['side']);
  let entry = chronicle.losses[chronicle.losses.length - 1];
  if (entry?.tick !== tick || entry.side !== side || entry.area !== area) {
    entry = { tick, side, area, killed: 0, wounded: 0, missing: 0, tanks: 0 };
    chronicle.losses.push(entry);
  }
  entry.killed += numberOf(data['killed']);
  entry.wounded += numberOf(data['wounded']);
  entry.missing += numberOf(data['missing']);
  entry.tanks += numberOf(data['count']);
}

function openOperation(chronicle: Chronicle, event: KhasanEvent, area: number): void {
  const { data } = event;
  const office = chronicle.lookup.offices.get(event.actor) ?? -1;
  chronicle.operations.push({
    id: numberOf(data['operation']),
    office,
    side: office < 0 ? -1 : chronicle.model.offices[office]!.side,
    area,
    act: textOf(data['act']),
    plan: textOf(data['plan']),
    authority: textOf(data['authority']),
    orderedTick: event.tick,
    hHourTick: numberOf(data['hHour']),
    startedTick: -1,
    men: numberOf(data['men']),
    defenders: 0,
    endedTick: -1,
    outcome: '',
    loss: 0,
    takenTick: -1,
  });
}

function changeOperation(chronicle: Chronicle, event: KhasanEvent): void {
  const { data } = event;
  const operation = operationOf(chronicle, numberOf(data['operation']));
  if (operation === undefined) return;
  if (event.kind === 'operation-started') {
    operation.startedTick = event.tick;
    operation.men = numberOf(data['men']);
    operation.defenders = numberOf(data['defenders']);
  } else {
    operation.endedTick = event.tick;
    operation.outcome = textOf(data['outcome']);
    operation.loss = numberOf(data['loss']);
    // Ground that its side held before changes no hands, and the attack has reached it all the same.
    const hasReached = operation.outcome === 'taken' && operation.startedTick >= 0;
    if (hasReached && operation.takenTick < 0) operation.takenTick = event.tick;
    leaveCrest(chronicle, operation);
  }
}

/** The operation of a number; the newest first, since numbers are given in order. */
export function operationOf(chronicle: Chronicle, id: number): OperationRecord | undefined {
  for (let i = chronicle.operations.length - 1; i >= 0; i--) {
    if (chronicle.operations[i]!.id === id) return chronicle.operations[i];
  }
  return undefined;
}

function takeHeight(chronicle: Chronicle, event: KhasanEvent, area: number): void {
  const { data } = event;
  const side = sideOf(chronicle.lookup, data['side']);
  if (area >= 0 && side >= 0) chronicle.holder[area] = side;
  const id = data['operation'];
  const operation = typeof id === 'number' && id >= 0 ? operationOf(chronicle, id) : undefined;
  // Units that only gather for an attack may walk over an empty place: that is no success of it.
  const isUnderWay = operation !== undefined && operation.startedTick >= 0;
  if (isUnderWay && operation.area === area && operation.takenTick < 0) {
    operation.takenTick = event.tick;
  }
}

/** Both sides stand on a crest; `share` 0–1 of it is in the hands of side 0. */
function contest(chronicle: Chronicle, area: number, share: number): void {
  if (area < 0) return;
  chronicle.holder[area] = share <= 0 ? 1 : share >= 1 ? 0 : HELD_BY_BOTH;
}

/** An attack that is beaten off leaves a contested crest; one stopped by the truce stays on it. */
function leaveCrest(chronicle: Chronicle, operation: OperationRecord): void {
  const { area, side, outcome, endedTick } = operation;
  if (area < 0 || side < 0 || chronicle.holder[area] !== HELD_BY_BOTH) return;
  const isTruce = chronicle.truceTick >= 0 && endedTick >= chronicle.truceTick;
  if (outcome === 'repulsed' || (outcome === 'called-off' && !isTruce)) {
    chronicle.holder[area] = 1 - side;
  }
}

function vacate(chronicle: Chronicle, area: number, side: number): void {
  if (area < 0 || side < 0) return;
  const holder = chronicle.holder[area];
  if (holder === side) chronicle.holder[area] = HELD_BY_NONE;
  if (holder === HELD_BY_BOTH) chronicle.holder[area] = 1 - side;
}

/** Id of the side that holds an area's place, `none` or `both`; `null` for an area that is not there. */
export function holderName(chronicle: Chronicle, area: string): string | null {
  const index = chronicle.lookup.areas.get(area);
  if (index === undefined) return null;
  const holder = chronicle.holder[index]!;
  if (holder === HELD_BY_BOTH) return 'both';
  return chronicle.model.sides[holder]?.id ?? 'none';
}
