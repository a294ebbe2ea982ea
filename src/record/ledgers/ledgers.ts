import {
  TICKS_PER_DAY,
  TRAITS,
  claimCoefficients,
  defaultParams,
  inPublic,
  type ClaimCoefficients,
  type EventKind,
  type KhasanEvent,
} from '../../engine/index.ts';
import type { Chronicle } from '../chronicle.ts';
import { areaOf, numberOf, sideOf, textOf } from '../lookup.ts';
import { dayOf } from '../narrative/clock.ts';
import {
  CLAIM_COLUMNS,
  addOn,
  noClaims,
  sumTo,
  type ClaimColumn,
  type Days,
  type ReturnColumn,
  type Sums,
} from './columns.ts';
import { clearCounts, countLoss, noCounts, reportOfDay, type Counts } from './counting.ts';
import {
  addToDay,
  inOrder,
  incidentIn,
  noteLoss,
  type Incident,
  type LossesOfDay,
} from './incidents.ts';
import { enterOwn, openBooks, type OwnBooks } from './own.ts';
import {
  accumulator,
  ladderOf,
  passUp,
  passedShare,
  type Ladder,
  type TraitOf,
} from './pass-up.ts';
import { lookersOn, openPresence, placeUnit, type Presence } from './presence.ts';

/** Ticks for which a bombardment told once goes on. Source: model, 7.21, one event a target and hour. */
const BOMBARDMENT_TICKS = 4;

/** Kinds of event that a ledger hears of; all others pass by. */
export const LEDGER_KINDS = [
  'unit-arrived',
  'casualties-taken',
  'tanks-put-out',
  'guns-lost',
  'fire-opened',
  'height-taken',
  'shot-fired',
  'unit-broke',
  'unit-destroyed',
  'bombardment-fired',
  'air-strike-flown',
] as const satisfies readonly EventKind[];

/** A flight in the tick at hand: how many set out, so that those that did not come back can be told. */
interface Flight {
  readonly unit: number;
  readonly area: number;
  readonly aircraft: number;
}

/**
 * Two ledgers of a run, folded from its events and with no way back into it: what each side lost and what it knows of
 * that, and what each side counts of the other. Offices add up once a day, at midnight of the Japanese clock.
 */
export interface Ledgers {
  readonly chronicle: Chronicle;
  readonly presence: Presence;
  readonly ladder: Ladder;
  /** Events of the tick at hand that matter, by their number in it. */
  readonly tickEvents: KhasanEvent[];
  tick: number;
  day: number;
  /** `[side]` truth and own returns. */
  readonly own: readonly OwnBooks[];
  /** `[side]` losses of this side as the other side's top has been told of them, by the day they are of. */
  readonly claimed: readonly Days<ClaimColumn>[];
  /** What units have counted today. */
  readonly counts: Counts;
  /** What units have lost today. */
  readonly lossesOfDay: LossesOfDay;
  /** By `cellOf` side and area: battery that fires there, and the tick it was told. */
  readonly batteries: Map<number, { readonly unit: number; readonly tick: number }>;
  /** Men killed or wounded in sight of the other side, and out of it. */
  readonly men: { seen: number; unseen: number };
}

/** Opens the ledgers of a run. */
export function openLedgers(chronicle: Chronicle): Ledgers {
  const { model, lookup, setup } = chronicle;
  return {
    chronicle,
    presence: openPresence(lookup, setup.from),
    ladder: ladderOf(model),
    tickEvents: [],
    tick: chronicle.startTick,
    day: dayOf(model, chronicle.startTick),
    own: model.sides.map(openBooks),
    claimed: model.sides.map(() => new Map()),
    counts: noCounts(model.units.count),
    lossesOfDay: new Map(),
    batteries: new Map(),
    men: { seen: 0, unseen: 0 },
  };
}

/** Takes an event of one of `LEDGER_KINDS` in. Those of one tick are reckoned together when the next tick has begun. */
export function noteInLedgers(ledgers: Ledgers, event: KhasanEvent): void {
  if (event.tick !== ledgers.tick) closeTick(ledgers, event.tick);
  putInOrder(ledgers.tickEvents, event);
}

/** Puts an event among those of its tick by its number in it: mostly at the end, whatever the order in which they come. */
function putInOrder(events: KhasanEvent[], event: KhasanEvent): void {
  let at = events.length;
  for (; at > 0 && comesBefore(event, events[at - 1]!); at--) events[at] = events[at - 1]!;
  events[at] = event;
}

function comesBefore(a: KhasanEvent, b: KhasanEvent): boolean {
  // Ids of one tick begin alike, so that the longer one has the higher number.
  const longer = a.id.length - b.id.length;
  return longer !== 0 ? longer < 0 : a.id < b.id;
}

/** Reckons what is still open. To be called once, when the run is over; `tick` is its last. */
export function closeLedgers(ledgers: Ledgers, tick: number): void {
  closeTick(ledgers, tick);
  closeDay(ledgers);
}

function closeTick(ledgers: Ledgers, nextTick: number): void {
  if (ledgers.tickEvents.length > 0) reckonTick(ledgers);
  ledgers.tickEvents.length = 0;
  ledgers.tick = nextTick;
  const day = dayOf(ledgers.chronicle.model, nextTick);
  if (day !== ledgers.day) {
    closeDay(ledgers);
    ledgers.day = day;
  }
}

/** Coefficients as the run has them; a fork may have changed them half-way. */
function coefficientsOf({ run, setup }: Chronicle): ClaimCoefficients {
  if (run !== undefined) return claimCoefficients(run.world.params);
  const params = defaultParams();
  for (const [index, value] of setup.params ?? []) params[index] = value;
  return claimCoefficients(params);
}

/** Traits as they show in the run, or as the scenario gives them where no run is at hand. */
function traitsOf({ run, model }: Chronicle): TraitOf {
  if (run === undefined) return (office, trait) => model.offices[office]!.traits[trait];
  const { traits } = run.world.offices;
  return (office, trait) => traits[office * TRAITS.length + TRAITS.indexOf(trait)]!;
}

function reckonTick(ledgers: Ledgers): void {
  const { chronicle, tickEvents } = ledgers;
  const { lookup } = chronicle;
  const flights: Flight[] = [];
  const incidents: Incident[] = [];
  for (const event of tickEvents) {
    const area = areaOf(lookup, event.place);
    const index = lookup.units.get(event.actor) ?? -1;
    if (index >= 0) noteWhereabouts(ledgers, event, index, area, flights);
    noteLoss(incidents, lookup, event, { unit: event.actor, index, area });
  }
  for (const incident of downed(chronicle, flights)) incidents.push(incident);
  if (incidents.length === 0) return;
  const c = coefficientsOf(chronicle);
  for (const incident of incidents) {
    addToDay(ledgers.lossesOfDay, incident);
    claimLoss(ledgers, incident, flights, c);
  }
}

/** Notes where a unit is, what it shells from there, and whether it has flown. */
function noteWhereabouts(
  ledgers: Ledgers,
  event: KhasanEvent,
  unit: number,
  area: number,
  flights: Flight[],
): void {
  const { chronicle, presence, batteries, tick } = ledgers;
  const { kind, data } = event;
  placeUnit(presence, kind, unit, area);
  if (kind === 'bombardment-fired') {
    const side = sideOf(chronicle.lookup, data['side']);
    batteries.set(cellOf(chronicle, side, area), { unit, tick });
  } else if (kind === 'air-strike-flown' && textOf(data['result']) === 'bombed') {
    flights.push({ unit, area, aircraft: numberOf(data['aircraft']) });
  }
}

/** Number of a side and an area together, either of which may be -1. */
function cellOf({ model }: Chronicle, side: number, area: number): number {
  return side * (model.areas.length + 1) + area + 1;
}

/** Aircraft that flew and are no longer there: no event tells them, the state of the run does. */
function downed({ run, model, lookup }: Chronicle, flights: readonly Flight[]): Incident[] {
  const incidents: Incident[] = [];
  if (run === undefined) return incidents;
  for (const { unit: index, area, aircraft } of flights) {
    const lost = aircraft - run.world.units.aircraft[index]!;
    if (lost <= 0) continue;
    const side = model.units.side[index]!;
    const flier = { unit: model.units.id[index]!, index, area };
    incidentIn(incidents, lookup, side, flier, 'fire').aircraft += lost;
  }
  return incidents;
}

/** Lets the units of the other side count a loss that they have seen. */
function claimLoss(
  ledgers: Ledgers,
  incident: Incident,
  flights: readonly Flight[],
  c: ClaimCoefficients,
): void {
  const { chronicle, presence, counts, men, tick } = ledgers;
  const { side, area } = incident;
  const lookers = lookersOn(presence, 1 - side, area);
  const owner = ownerOf(ledgers, incident, flights);
  const isSeen = lookers.length > 0 || owner >= 0;
  men[isSeen ? 'seen' : 'unseen'] += incident.killed + incident.wounded;
  if (!isSeen) return;
  countLoss({ seed: chronicle.setup.seed, tick, incident, lookers, owner }, counts, c);
}

/** The battery or squadron whose shells or bombs did it, -1 where nobody is sure of it. */
function ownerOf(ledgers: Ledgers, incident: Incident, flights: readonly Flight[]): number {
  const { chronicle, batteries, tick } = ledgers;
  const { side, area, by } = incident;
  if (by === 'shells') {
    const battery = batteries.get(cellOf(chronicle, 1 - side, area));
    return battery !== undefined && tick - battery.tick <= BOMBARDMENT_TICKS ? battery.unit : -1;
  }
  if (by !== 'bombs') return -1;
  const { model } = chronicle;
  const flight = flights.find((each) => each.area === area && model.units.side[each.unit] !== side);
  return flight?.unit ?? -1;
}

/** Closes the day in both ledgers. */
function closeDay(ledgers: Ledgers): void {
  const c = coefficientsOf(ledgers.chronicle);
  const traitOf = traitsOf(ledgers.chronicle);
  enterLosses(ledgers, traitOf, c);
  addUpClaims(ledgers, traitOf, c);
}

/** Enters the losses of the day into the books of each side. */
function enterLosses(ledgers: Ledgers, traitOf: TraitOf, c: ClaimCoefficients): void {
  const { chronicle, ladder, own, lossesOfDay, day } = ledgers;
  const { model, setup } = chronicle;
  for (const loss of inOrder(lossesOfDay)) {
    const office = loss.index < 0 ? -1 : model.units.office[loss.index]!;
    const passes = passedShare(ladder, office, traitOf, c);
    enterOwn(own[loss.side]!, { seed: setup.seed, day, passes }, loss, c);
  }
  lossesOfDay.clear();
}

/** Units report, offices add up, and the top of each side has one more day of the other's losses. */
function addUpClaims(ledgers: Ledgers, traitOf: TraitOf, c: ClaimCoefficients): void {
  const { chronicle, counts, day } = ledgers;
  const { model, setup } = chronicle;
  const reports = new Map<number, Sums<ClaimColumn>>();
  for (let unit = 0; unit < model.units.count; unit++) {
    if (counts.isAny[unit] === 0) continue;
    const key = model.units.luckKey[unit]!;
    const report = reportOfDay(setup.seed, day * TICKS_PER_DAY, key, unit, counts, c);
    const sums = accumulator(reports, model.units.office[unit]!);
    for (const column of CLAIM_COLUMNS) sums[column] += report[column];
  }
  if (reports.size === 0) return;
  clearCounts(counts);
  const tops = passUp(model, ledgers.ladder, reports, traitOf, c);
  for (const [side, top] of tops.entries()) {
    for (const column of CLAIM_COLUMNS) {
      addOn(ledgers.claimed[1 - side]!, noClaims, day, column, top[column]);
    }
  }
}

/** Losses of a side in truth, up to the end of a day. */
export function truthOf(ledgers: Ledgers, side: number, column: ReturnColumn, day: number): number {
  return sumTo(ledgers.own[side]!.truth, column, day);
}

/** Losses of a side by its own secret return whose last day is this one. */
export function returnOf(
  ledgers: Ledgers,
  side: number,
  column: ReturnColumn,
  day: number,
): number {
  return Math.round(sumTo(ledgers.own[side]!.told, column, day));
}

/** Losses of a side as the top of the other side believes them, by reports whose last day is this one. */
export function claimOf(ledgers: Ledgers, side: number, column: ClaimColumn, day: number): number {
  return Math.round(sumTo(ledgers.claimed[side]!, column, day));
}

/** What a side would say in public on a day of its own losses; `killed` has those who died of wounds in it. */
export function publicReturnOf(
  ledgers: Ledgers,
  side: number,
  column: Exclude<ReturnColumn, 'died'>,
  day: number,
): number {
  const c = coefficientsOf(ledgers.chronicle);
  const { told } = ledgers.own[side]!;
  const known = day - c.delayDays;
  const dead = column === 'killed' ? sumTo(told, 'died', known) : 0;
  const figure = sumTo(told, column, known) + dead;
  return Math.round(inPublic(figure, 'own', capitalHonour(ledgers, side), c));
}

/** What the other side would say in public on a day of the losses of a side. */
export function publicClaimOf(
  ledgers: Ledgers,
  side: number,
  column: ClaimColumn,
  day: number,
): number {
  const c = coefficientsOf(ledgers.chronicle);
  const figure = sumTo(ledgers.claimed[side]!, column, day - c.delayDays);
  return Math.round(inPublic(figure, 'enemy', capitalHonour(ledgers, 1 - side), c));
}

function capitalHonour({ chronicle }: Ledgers, side: number): number {
  const office = chronicle.model.sides[side]!.capitalOffice;
  return office < 0 || chronicle.model.offices[office] === undefined
    ? 0
    : traitsOf(chronicle)(office, 'honour');
}
