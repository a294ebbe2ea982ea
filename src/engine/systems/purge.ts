import { FOR, binomialFrom, logNormal, uniform } from '../draw.ts';
import { emit } from '../emit.ts';
import type { PoolInfo, PurgeInfo } from '../office-model.ts';
import { P } from '../parameters.ts';
import { addDread, dailyRate } from '../rules/purge.ts';
import { TICKS_PER_DAY } from '../time.ts';
import { TRAITS } from '../vocabulary.ts';
import { drawTraits } from '../world/create.ts';
import { settleTraits, skillRelief } from '../world/staffs.ts';
import type { Run } from '../world/world.ts';
import { idOf } from './office-records.ts';

/** Counts the draws of one office on one day. */
const STAFF_REMOVED = 0;
const HEAD_REMOVED = 1;
const STAFF_REPLACED = 2;
const STAFF_SETTLED = 3;

/**
 * The turn of a day: who is removed, who arrives, and what that does to the offices. Each draw is keyed by
 * the office and the day, so that more removals in one office leave the luck of the others alone.
 */
export function purgeDay(run: Run): void {
  const { world } = run;
  for (const purge of run.model.purges) {
    const rate = rateOn(run, purge, world.tick);
    for (const pool of purge.pools) passDay(run, purge, pool, rate, world.tick, true);
    for (const pool of purge.pools) {
      arrive(run, purge, pool.office);
      removeHead(run, purge, pool, rate);
    }
    settle(run, purge);
  }
}

/**
 * Brings the staffs of a run that begins at a recorded state to what they have become since the first day.
 * Heads stay, since the record says who they are; nothing is told, since it was before.
 */
export function thinStaffs(run: Run): void {
  const { world } = run;
  for (const purge of run.model.purges) {
    for (let tick = TICKS_PER_DAY; tick <= world.tick; tick += TICKS_PER_DAY) {
      const rate = rateOn(run, purge, tick);
      for (const pool of purge.pools) passDay(run, purge, pool, rate, tick, false);
    }
    settle(run, purge);
  }
}

/** Somebody appointed from outside sits down in an office: he is what he is, and has no predecessor to learn from. */
export function seatFromOutside(run: Run, office: number): void {
  const { offices } = run.world;
  offices.rebukedTick[office] = -1;
  if (offices.successorTick[office]! >= 0) {
    offices.successorTick[office] = -1;
    fill(run, office, 1);
  }
  showTraits(run, office);
}

/** An office shows what the man in it is now: his own traits, less what staff, hand-over and fear take. */
export function showTraits(run: Run, office: number): void {
  const { offices, params, tick } = run.world;
  const base = office * TRAITS.length;
  offices.traits.set(offices.ownTraits.subarray(base, base + TRAITS.length), base);
  for (const purge of run.model.purges) {
    const pool = purge.pools.find((each) => each.office === office);
    if (pool !== undefined) settleTraits(offices, purge, pool, params, tick);
  }
}

function settle(run: Run, purge: PurgeInfo): void {
  const { offices, params, tick } = run.world;
  for (const pool of purge.pools) settleTraits(offices, purge, pool, params, tick);
}

/** Chance that a post loses its holder on the day that ends at a tick. */
function rateOn(run: Run, purge: PurgeInfo, tick: number): number {
  if (tick > purge.waveDays * TICKS_PER_DAY) return dailyRate(purge.yearShare, 1);
  const drawn = purge.waveReading < 0 ? 1 : run.world.readings[purge.waveReading]!;
  return dailyRate(purge.yearShare, purge.waveFactor * drawn);
}

/** A day in the staff under a head: fear fades, newcomers arrive and learn, people are removed. */
function passDay(
  run: Run,
  purge: PurgeInfo,
  pool: PoolInfo,
  rate: number,
  tick: number,
  tell: boolean,
): void {
  const { offices, seed } = run.world;
  const { office } = pool;
  const key = run.model.offices[office]!.luckKey;
  const count = (n: number, trials: number, chance: number): number =>
    binomialFrom(uniform(seed, FOR.purge, tick, key, 0, n), trials, chance);
  offices.dread[office] = offices.dread[office]! * (1 - 1 / purge.fearFadeDays);
  const head = offices.successorTick[office]! < 0 ? 1 : 0;
  const settled = count(STAFF_SETTLED, offices.staffGreen[office]!, 1 / purge.settleDays);
  offices.staffGreen[office] = offices.staffGreen[office]! - settled;
  const staff = offices.staffFilled[office]! - head;
  const empty = pool.posts - 1 - staff;
  const come = count(STAFF_REPLACED, empty, 1 / purge.replaceDays);
  const gone = Math.min(staff, count(STAFF_REMOVED, pool.posts - 1, rate));
  if (gone > 0) {
    const green = offices.staffGreen[office];
    offices.staffGreen[office] = green - Math.round((gone * green) / staff);
    offices.dread[office] = addDread(
      offices.dread[office],
      (purge.staffFear * gone) / Math.max(1, pool.posts - 1),
    );
    fill(run, office, -gone);
    if (tell) tellStaff(run, 'staff-removed', office, gone);
  }
  if (come > 0) {
    offices.staffGreen[office] = offices.staffGreen[office] + come;
    fill(run, office, come);
    if (tell) tellStaff(run, 'staff-replaced', office, come);
  }
}

/** Posts filled, more or fewer. */
function fill(run: Run, office: number, change: number): void {
  const { staffFilled } = run.world.offices;
  staffFilled[office] = staffFilled[office]! + change;
}

function tellStaff(
  run: Run,
  kind: 'staff-removed' | 'staff-replaced',
  office: number,
  count: number,
): void {
  const filled = run.world.offices.staffFilled[office]!;
  emit(run, kind, idOf(run, office), '', [], { count, filled });
}

/**
 * The head of an office is removed: by the rate of the day, for ground lost in his charge, or for a fault that he
 * admitted and was rebuked for. Assumption: a rebuke puts him in as much danger as lost ground, for as many days.
 */
function removeHead(run: Run, purge: PurgeInfo, pool: PoolInfo, rate: number): void {
  const { world, model } = run;
  const { offices } = world;
  const { office, headKept } = pool;
  if (headKept || offices.successorTick[office]! >= 0) return;
  const key = model.offices[office]!.luckKey;
  const u = uniform(world.seed, FOR.purge, world.tick, key, 0, HEAD_REMOVED);
  const lost = hasLostGround(run, purge, office) ? purge.blamePerDay : 0;
  const rebuked = wasRebuked(run, purge, office) ? purge.blamePerDay : 0;
  if (u >= rate + lost + rebuked) return;
  const sigma = world.params[P['delay.sigma']]!;
  const vacancy = purge.vacancyDays * logNormal(sigma, world.seed, FOR.succession, world.tick, key);
  const person = offices.person[office]!;
  offices.person[office] = DEPUTY;
  offices.successorTick[office] = world.tick + Math.max(1, Math.round(vacancy * TICKS_PER_DAY));
  fill(run, office, -1);
  emit(run, 'person-removed', idOf(run, office), '', [], {
    person,
    reason: u < rate ? 'purge' : u < rate + lost ? 'lost-ground' : 'rebuked',
    filled: offices.staffFilled[office]!,
  });
  seat(run, purge, office, purge.deputyDiscount);
  frighten(run, purge, office);
}

/** Names of those who come after the persons of the scenario; nobody can say who they would have been. */
const DEPUTY = 'Deputy';
const SUCCESSOR = 'Successor';

/** A successor takes over from the deputy once he is there. */
function arrive(run: Run, purge: PurgeInfo, office: number): void {
  const { world } = run;
  const { offices } = world;
  const due = offices.successorTick[office]!;
  if (due < 0 || due > world.tick) return;
  offices.successorTick[office] = -1;
  offices.person[office] = SUCCESSOR;
  fill(run, office, 1);
  emit(run, 'person-appointed', idOf(run, office), '', [], {
    person: SUCCESSOR,
    filled: offices.staffFilled[office]!,
  });
  seat(run, purge, office, purge.successorDiscount);
}

/** Puts a new man into an office: drawn as its first one was, with less competence and no days in post. */
function seat(run: Run, purge: PurgeInfo, office: number, discount: number): void {
  const { world, model } = run;
  const { offices, params } = world;
  const info = model.offices[office]!;
  const relief = skillRelief(params);
  const before = world.tick - offices.sinceTick[office]!;
  offices.sinceTick[office] = world.tick - Math.round(relief * before);
  offices.rebukedTick[office] = -1;
  offices.handOverTick[office] = world.tick + Math.round(purge.handOverDays * TICKS_PER_DAY);
  drawTraits(
    offices.ownTraits,
    office,
    { ...info.traits, competence: info.traits.competence * (1 - (1 - relief) * discount) },
    params[P['person.traitSpread']]!,
    { seed: world.seed, tick: world.tick, luckKey: info.luckKey },
  );
}

/** The office itself, its neighbours under the same superior and its subordinates fear for themselves. */
function frighten(run: Run, purge: PurgeInfo, office: number): void {
  const { model, world } = run;
  const superior = model.offices[office]!.superiors[0];
  for (const pool of purge.pools) {
    const above = model.offices[pool.office]!.superiors;
    const isNear =
      pool.office === office ||
      above.includes(office) ||
      (superior !== undefined && above[0] === superior);
    if (!isNear) continue;
    const { dread } = world.offices;
    dread[pool.office] = addDread(dread[pool.office]!, purge.headFear);
  }
}

/** Whether the head of the office has of late been rebuked for what he admitted. */
function wasRebuked({ world }: Run, purge: PurgeInfo, office: number): boolean {
  const tick = world.offices.rebukedTick[office]!;
  return tick >= 0 && tick > world.tick - purge.blameDays * TICKS_PER_DAY;
}

/** Whether the office has learnt of late that a height in its charge was lost. */
function hasLostGround(run: Run, purge: PurgeInfo, office: number): boolean {
  const { model, world } = run;
  const since = world.tick - purge.blameDays * TICKS_PER_DAY;
  for (const area of model.offices[office]!.charge) {
    if (model.areas[area]!.kind !== 'height') continue;
    const lost = world.offices.lostTick[office * model.areas.length + area]!;
    if (lost >= 0 && lost > since) return true;
  }
  return false;
}
