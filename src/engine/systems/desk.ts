import { oncePer } from '../once-per.ts';
import type { StandingOrder } from '../standing.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR } from '../time.ts';
import type { Charge, Message, OfficeState, Run } from '../world/world.ts';

/** Days after which a question that nobody answered is no longer waited for. Assumption. */
const QUESTION_DAYS = 5;
/** Days an office keeps an order it has not carried out, and remembers a refusal of its own capital or of the other side. Assumption. */
const MEMORY_DAYS = 10;

/**
 * Tells the engine that an office has decided on what it knew: what was new is no longer new, read
 * answers are put away, stale questions and orders are dropped. The driver calls it once for each
 * office that was due, before `step`.
 */
export function closeDecision(run: Run, office: number): void {
  const { world } = run;
  const offices = world.offices;
  deskChanged(run, office);
  offices.stirred[office] = 0;
  offices.decidedTick[office] = world.tick;
  offices.cycleTick[office] = world.tick + cycleTicks(run, office);
  const { tick } = world;
  offices.charges[office] = kept(offices.charges[office]!, isRemembered, tick);
  offices.standing[office] = kept(offices.standing[office]!, isInForce, tick);
  offices.pending[office] = kept(offices.pending[office]!, isAwaited, tick);
  offices.inbox[office] = kept(offices.inbox[office]!, staysOnDesk, tick);
}

/** What a desk keeps of a list: mostly all of it, and then it is the list itself. */
function kept<T>(list: T[], stays: (item: T, tick: number) => boolean, tick: number): T[] {
  for (const item of list) if (!stays(item, tick)) return thinned(list, stays, tick);
  return list;
}

function thinned<T>(list: T[], stays: (item: T, tick: number) => boolean, tick: number): T[] {
  return list.filter((item) => stays(item, tick));
}

function isRemembered(charge: Charge, tick: number): boolean {
  return tick - charge.tick < MEMORY_DAYS * TICKS_PER_DAY;
}

function isInForce(order: StandingOrder, tick: number): boolean {
  return order.untilTick > tick;
}

function isAwaited(request: Message, tick: number): boolean {
  return tick - request.sentTick < QUESTION_DAYS * TICKS_PER_DAY;
}

function staysOnDesk(message: Message, tick: number): boolean {
  const age = tick - message.sentTick;
  switch (message.kind) {
    case 'request':
    case 'note':
    case 'proposal':
    case 'finding':
    case 'admission':
    case 'sounding':
    case 'opinion':
    case 'parley':
      return age < 2 * QUESTION_DAYS * TICKS_PER_DAY;
    case 'refusal':
      return age < MEMORY_DAYS * TICKS_PER_DAY;
    default:
      return isRefusedOffer(message) && age < MEMORY_DAYS * TICKS_PER_DAY;
  }
}

/** Whether a message says that the other side will not have the terms that were offered to it. */
export function isRefusedOffer({ kind, act, word }: Message): boolean {
  return kind === 'answer' && act === 'propose' && word === 'reject';
}

/** When the offices decide next, worked out when a desk has changed. Scratch of a world, never part of it. */
interface Desks {
  readonly next: Float64Array;
  readonly stale: Uint8Array;
  /** The desks that are stale, each once, and the earliest of `next` when none is. */
  readonly changed: number[];
  earliest: number;
  coarse: boolean;
  /** Offices that wait for men of theirs to take the field, which no desk tells. */
  readonly waiting: number[];
}

const desksOf = oncePer((offices: OfficeState): Desks => {
  const count = offices.decidedTick.length;
  const found: Desks = {
    next: new Float64Array(count),
    stale: new Uint8Array(count),
    changed: [],
    earliest: 0,
    coarse: false,
    waiting: [],
  };
  for (let office = 0; office < count; office++) markStale(found, office);
  return found;
});

function markStale({ stale, changed }: Desks, office: number): void {
  if (stale[office] === 1) return;
  stale[office] = 1;
  changed.push(office);
}

/** The desks with everything worked out that has changed. */
function freshDesks(run: Run): Desks {
  const { world, model } = run;
  const found = desksOf(world.offices);
  const coarse = world.tick >= model.coarseFromTick;
  if (found.coarse !== coarse) {
    found.coarse = coarse;
    for (let office = 0; office < found.next.length; office++) markStale(found, office);
  }
  if (found.changed.length > 0) refresh(run, found);
  return found;
}

/** Whoever changes what lies on an office's desk (mail, orders, the hour of its next sitting) says so here. */
export function deskChanged(run: Run, office: number): void {
  markStale(desksOf(run.world.offices), office);
}

function refresh(run: Run, found: Desks): void {
  const { next, stale, changed, waiting } = found;
  let moved = false;
  let still = 0;
  for (const office of waiting) if (stale[office] === 0) waiting[still++] = office;
  waiting.length = still;
  for (let office = changed.pop(); office !== undefined; office = changed.pop()) {
    const before = next[office]!;
    const tick = decisionTick(run, office);
    next[office] = tick;
    stale[office] = 0;
    if (waitsForMen(run, office)) waiting.push(office);
    if (tick < found.earliest) found.earliest = tick;
    else if (before === found.earliest && tick > before) moved = true;
  }
  if (moved) found.earliest = earliestOf(next);
}

function earliestOf(ticks: Float64Array): number {
  let earliest = Infinity;
  for (const tick of ticks) if (tick < earliest) earliest = tick;
  return earliest;
}

/** Whether an office has never sat and has no other reason to than men in the field. */
function waitsForMen(run: Run, office: number): boolean {
  const { decidedTick, stirred, inbox } = run.world.offices;
  if (decidedTick[office]! >= 0 || stirred[office] === 1) return false;
  return run.model.offices[office]!.units.length > 0 && !hasOpenMail(inbox[office]!);
}

/** Tick at which some office decides next, as things stand, or `Infinity`. Men may have marched since it was last asked for. */
export function nextOfficeTick(run: Run): number {
  const { next, waiting } = desksOf(run.world.offices);
  for (const office of waiting) {
    if (hasMenInField(run, office) !== next[office]! < Infinity) deskChanged(run, office);
  }
  return freshDesks(run).earliest;
}

const NOBODY: readonly number[] = [];

/** Offices whose staff has come to the point, ascending. */
export function dueOffices(run: Run): readonly number[] {
  const { next, earliest } = freshDesks(run);
  if (earliest > run.world.tick) return NOBODY;
  const due: number[] = [];
  for (let office = 0; office < next.length; office++) {
    if (next[office]! <= run.world.tick) due.push(office);
  }
  return due;
}

/** Hours after which a staff looks again at an order it has not been able to carry out. Assumption. */
const RECONSIDER_HOURS = 4;

/**
 * Tick at which an office decides next, as things stand: at its next staff cycle when something is new
 * or open (sooner when `stir` has set it so), at the first cycle after four hours when an order waits,
 * after a day in any case once it has decided; else never, unless it has men in the field. Depends on
 * the office's own desk alone, so that the hour of a decision tells nothing about others.
 */
function decisionTick(run: Run, office: number): number {
  const { world } = run;
  const offices = world.offices;
  const cycle = offices.cycleTick[office]!;
  if (offices.stirred[office] === 1 || hasOpenMail(offices.inbox[office]!)) return cycle;
  const decided = offices.decidedTick[office]!;
  if (decided < 0) return hasMenInField(run, office) ? cycle : Infinity;
  const waits = offices.charges[office]!.length > 0;
  const earliest = decided + (waits ? RECONSIDER_HOURS * TICKS_PER_HOUR : TICKS_PER_DAY);
  return cycleFrom(run, office, earliest);
}

/** First staff cycle of an office at or after a tick. */
export function cycleFrom(run: Run, office: number, tick: number): number {
  const next = run.world.offices.cycleTick[office]!;
  if (next >= tick) return next;
  const cycle = cycleTicks(run, office);
  return next + Math.ceil((tick - next) / cycle) * cycle;
}

function cycleTicks(run: Run, office: number): number {
  // In the coarse part of a scenario every staff sits once a day.
  if (run.world.tick >= run.model.coarseFromTick) return TICKS_PER_DAY;
  return Math.max(1, Math.round(run.model.offices[office]!.cycleMinutes / 15));
}

function hasOpenMail(inbox: readonly Message[]): boolean {
  for (const message of inbox) {
    if (message.kind !== 'refusal' && !isRefusedOffer(message)) return true;
  }
  return false;
}

function hasMenInField(run: Run, office: number): boolean {
  const { offices, grid } = run.model;
  const { location } = run.world.units;
  for (const unit of offices[office]!.units) if (location[unit]! < grid.count) return true;
  return false;
}
