import {
  TICKS_PER_DAY,
  TRAITS,
  claimCoefficients,
  defaultParams,
  inPublic,
  type ClaimCoefficients,
  type KhasanEvent,
} from '../../engine/index.ts';
import type { Chronicle } from '../chronicle.ts';
import { numberOf, sideOf, textOf } from '../lookup.ts';
import { dayOf } from '../narrative/clock.ts';
import {
  CLAIM_COLUMNS,
  addOn,
  noClaims,
  sumTo,
  type ClaimColumn,
  type Days,
  type ReturnColumn,
} from './columns.ts';
import { countLoss, reportOfDay, type Counts } from './counting.ts';
import { incidentIn, incidentsOf, type Incident } from './incidents.ts';
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
const HEARD: ReadonlySet<string> = new Set([
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
]);

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
  /** Events of the tick at hand that matter. */
  tickEvents: KhasanEvent[];
  tick: number;
  day: number;
  /** `[side]` truth and own returns. */
  readonly own: readonly OwnBooks[];
  /** `[side]` losses of this side as the other side's top has been told of them, by the day they are of. */
  readonly claimed: readonly Days<ClaimColumn>[];
  /** What units have counted today. */
  counts: Counts;
  /** `side area` → battery that fires there, and the tick it was told. */
  readonly batteries: Map<string, { readonly unit: number; readonly tick: number }>;
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
    counts: new Map(),
    batteries: new Map(),
    men: { seen: 0, unseen: 0 },
  };
}

/** Takes an event in. Those of one tick are reckoned together when the next tick has begun. */
export function noteInLedgers(ledgers: Ledgers, event: KhasanEvent): void {
  if (!HEARD.has(event.kind)) return;
  if (event.tick !== ledgers.tick) closeTick(ledgers, event.tick);
  ledgers.tickEvents.push(event);
}

/** Reckons what is still open. To be called once, when the run is over; `tick` is its last. */
export function closeLedgers(ledgers: Ledgers, tick: number): void {
  closeTick(ledgers, tick);
  closeDay(ledgers);
}

function closeTick(ledgers: Ledgers, nextTick: number): void {
  if (ledgers.tickEvents.length > 0) reckonTick(ledgers);
  ledgers.tickEvents = [];
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
  const { chronicle, presence, tickEvents, tick } = ledgers;
  const { lookup } = chronicle;
  // The number of an event within its tick gives the order, whatever the order in which they came.
  const events = [...tickEvents].sort((a, b) => numberInTick(a) - numberInTick(b));
  const flights: Flight[] = [];
  for (const event of events) {
    const area = lookup.areas.get(event.place) ?? -1;
    const unit = lookup.units.get(event.actor) ?? -1;
    if (unit < 0) continue;
    placeUnit(presence, event.kind, unit, area);
    if (event.kind === 'bombardment-fired') {
      const side = sideOf(lookup, event.data['side']);
      ledgers.batteries.set(`${String(side)} ${String(area)}`, { unit, tick });
    } else if (event.kind === 'air-strike-flown' && textOf(event.data['result']) === 'bombed') {
      flights.push({ unit, area, aircraft: numberOf(event.data['aircraft']) });
    }
  }
  const c = coefficientsOf(chronicle);
  const incidents = incidentsOf(lookup, events);
  for (const incident of [...incidents, ...downed(chronicle, flights)]) {
    reckonLoss(ledgers, incident, flights, c);
  }
}

function numberInTick({ id }: KhasanEvent): number {
  return Number(id.slice(id.indexOf('.') + 1));
}

/** Aircraft that flew and are no longer there: no event tells them, the state of the run does. */
function downed({ run, model }: Chronicle, flights: readonly Flight[]): Incident[] {
  if (run === undefined) return [];
  const found = new Map<string, Incident>();
  for (const { unit, area, aircraft } of flights) {
    const lost = aircraft - run.world.units.aircraft[unit]!;
    if (lost <= 0) continue;
    const side = model.units.side[unit]!;
    incidentIn(found, side, model.units.id[unit]!, area, 'fire').aircraft += lost;
  }
  return [...found.values()];
}

function reckonLoss(
  ledgers: Ledgers,
  incident: Incident,
  flights: readonly Flight[],
  c: ClaimCoefficients,
): void {
  const { chronicle, presence, tick, day } = ledgers;
  const { model, setup, lookup } = chronicle;
  const { seed } = setup;
  const { side, area } = incident;
  const unit = lookup.units.get(incident.unit);
  const office = unit === undefined ? -1 : model.units.office[unit]!;
  const passes = passedShare(ledgers.ladder, office, traitsOf(chronicle), c);
  enterOwn(ledgers.own[side]!, { seed, tick, day, passes }, incident, c);
  const lookers = lookersOn(presence, 1 - side, area);
  const owner = ownerOf(ledgers, incident, flights);
  const isSeen = lookers.length > 0 || owner >= 0;
  ledgers.men[isSeen ? 'seen' : 'unseen'] += incident.killed + incident.wounded;
  if (!isSeen) return;
  countLoss(
    { seed, tick, incident, lookers, owner, luckKeys: model.units.luckKey },
    ledgers.counts,
    c,
  );
}

/** The battery or squadron whose shells or bombs did it, -1 where nobody is sure of it. */
function ownerOf(ledgers: Ledgers, incident: Incident, flights: readonly Flight[]): number {
  const { chronicle, batteries, tick } = ledgers;
  const { side, area, by } = incident;
  if (by === 'shells') {
    const battery = batteries.get(`${String(1 - side)} ${String(area)}`);
    return battery !== undefined && tick - battery.tick <= BOMBARDMENT_TICKS ? battery.unit : -1;
  }
  if (by !== 'bombs') return -1;
  const { model } = chronicle;
  const flight = flights.find((each) => each.area === area && model.units.side[each.unit] !== side);
  return flight?.unit ?? -1;
}

/** Units report, offices add up, and the top of each side has one more day of the other's losses. */
function closeDay(ledgers: Ledgers): void {
  const { chronicle, counts, day } = ledgers;
  if (counts.size === 0) return;
  const { model, setup } = chronicle;
  const c = coefficientsOf(chronicle);
  const reports = new Map<number, ReturnType<typeof accumulator>>();
  for (const unit of [...counts.keys()].sort((a, b) => a - b)) {
    const key = model.units.luckKey[unit]!;
    const report = reportOfDay(setup.seed, day * TICKS_PER_DAY, key, counts.get(unit)!, c);
    const sums = accumulator(reports, model.units.office[unit]!);
    for (const column of CLAIM_COLUMNS) sums[column] += report[column];
  }
  const tops = passUp(model, ledgers.ladder, reports, traitsOf(chronicle), c);
  for (const [side, top] of tops.entries()) {
    for (const column of CLAIM_COLUMNS) {
      addOn(ledgers.claimed[1 - side]!, noClaims, day, column, top[column]);
    }
  }
  ledgers.counts = new Map();
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
