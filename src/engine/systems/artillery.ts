import { distance } from '../../hex/index.ts';
import { FOR, binomialFrom, uniform } from '../draw.ts';
import { emit } from '../emit.ts';
import {
  POSITION_AREA,
  crouchCover,
  fragmentExposure,
  lethalArea,
  missionReserve,
  missionRounds,
  observationFactor,
  roundsPerLoad,
  shellCasualtyChance,
  shellWeight,
  type FireMission,
} from '../rules/artillery.ts';
import {
  fatigueFactor,
  groundCoefficients,
  type GroundCoefficients,
} from '../rules/coefficients.ts';
import { recoveryRate, suppressionAfter } from '../rules/suppression.ts';
import { isRock } from '../rules/works.ts';
import { killedShare } from '../rules/wounds.ts';
import { TICK_MINUTES, TICKS_PER_DAY, TICKS_PER_HOUR } from '../time.ts';
import { LIGHTS, MORALES, STANCES, TASKS, codeOf } from '../vocabulary.ts';
import type { Operation, Run } from '../world/world.ts';
import { gunsToAnswer, noteFiring } from './counter-battery.ts';
import { WOUND_DRAW, loseGuns, takeLosses } from './casualties.ts';
import { beginLooks, isObserved } from './fire-observation.ts';
import type { Occupancy } from './occupancy.ts';
import { isAttacking, operationOf } from './operations.ts';
import { placeOfLocation } from './places.ts';
import { damageRails } from './rails.ts';
import { canFireFrom, isBattery } from './ranges.ts';
import {
  beatTicks,
  concertIn,
  isLineBanned,
  lightNow,
  setSuppression,
  suppressionNow,
  weatherNow,
} from './state.ts';

const BOMBARD = codeOf(TASKS, 'bombard');
const IDLE = codeOf(TASKS, 'idle');
const BROKEN = codeOf(MORALES, 'broken');
const HOLD_FIRE = codeOf(STANCES, 'hold-fire');

/** Longest a battery fires on one target without a new order. Assumption: six hours. */
const MISSION_TICKS = 6 * TICKS_PER_HOUR;

/** An attack of the enemy within so many hexes of the target is answered. Assumption: 1.5 km. */
const ANSWER_HEXES = 3;

/** Light below which it is night for a battery: fire is seen by its flashes only. Assumption: darker than nautical twilight. */
const NAUTICAL = codeOf(LIGHTS, 'nautical');
const CIVIL = codeOf(LIGHTS, 'civil');

/** `[target key]` sums of the fire of this call: weighted lethal rounds, and rounds. Scratch. */
let lethalRounds = new Float64Array(0);
let rawRounds = new Float64Array(0);
const targets: number[] = [];

/**
 * `[target key]` rounds that are to be told of: what batteries that begin, or begin another hour, will
 * fire up to the full hour; and the first of these batteries. Scratch.
 */
let toldRounds = new Float64Array(0);
let toldBattery = new Int32Array(0);

/** Whether a battery can fire in this tick: has its task, the range, leave and a steady crew. */
function isReady(run: Run, unit: number): boolean {
  const { world, model } = run;
  const units = world.units;
  if (units.taskTick[unit]! > world.tick) return false;
  if (!isBattery(run, unit) || units.morale[unit]! >= BROKEN) return false;
  if (units.stance[unit] === HOLD_FIRE) return false;
  const target = units.taskTarget[unit]!;
  if (!canFireFrom(run, unit, units.location[unit]!, target)) return false;
  const side = model.units.side[unit]!;
  const beyond = model.ground.owner[side * model.grid.count + target] !== side;
  return !isLineBanned(run, side) || !beyond;
}

/**
 * Fire of all batteries with a task over `ticks` quarters of an hour: losses and guns lost at the
 * targets, and the weight of the shells, which the fire-fight of the same tick takes up.
 */
export function fireBatteries(run: Run, occupancy: Occupancy, ticks: number): void {
  const { world, model } = run;
  const c = groundCoefficients(world.params);
  makeRoom(2 * model.grid.count);
  targets.length = 0;
  const { task } = world.units;
  const { awake, awakeCount } = occupancy;
  beginLooks(run);
  noteFiring(run, occupancy);
  for (let i = 0; i < awakeCount; i++) {
    const unit = awake[i]!;
    if (task[unit] !== BOMBARD) continue;
    if (isOver(run, unit)) endMission(run, unit);
    else if (isReady(run, unit)) shoot(run, unit, occupancy, ticks, c);
  }
  for (const key of targets) {
    if (toldRounds[key]! > 0) announce(run, key);
    toldRounds[key] = 0;
    strike(run, key, occupancy, ticks, c);
    lethalRounds[key] = 0;
    rawRounds[key] = 0;
  }
}

function makeRoom(keys: number): void {
  if (lethalRounds.length >= keys) return;
  lethalRounds = new Float64Array(keys);
  rawRounds = new Float64Array(keys);
  toldRounds = new Float64Array(keys);
  toldBattery = new Int32Array(keys);
}

/** Whether an attack of a side goes forward on a hex, or on one no farther from it than so many. */
function isAttackBy(run: Run, side: number, hex: number, hexes: number): boolean {
  for (const { phase, side: own, targetHex } of run.world.operations) {
    if (own !== side || (phase !== 'approach' && phase !== 'assault')) continue;
    if (distance(run.model.grid, targetHex, hex) <= hexes) return true;
  }
  return false;
}

function missionOf(
  run: Run,
  operation: Operation | undefined,
  side: number,
  target: number,
): FireMission {
  if (operation?.phase === 'forming') return 'plan';
  const supports =
    operation !== undefined ||
    isAttackBy(run, side, target, 0) ||
    isAttackBy(run, 1 - side, target, ANSWER_HEXES);
  return supports ? 'support' : 'own';
}

/** A mission on own account ends when its time is over; batteries of an attack end with the attack. */
function isOver(run: Run, unit: number): boolean {
  const { units, tick } = run.world;
  return units.operation[unit]! < 0 && tick - units.taskTick[unit]! >= MISSION_TICKS;
}

function endMission(run: Run, unit: number): void {
  run.world.units.task[unit] = IDLE;
  run.world.units.taskTarget[unit] = -1;
}

/** Assumption: fire lifted off the crest keeps three tenths of its effect there. */
function shoot(
  run: Run,
  unit: number,
  occupancy: Occupancy,
  ticks: number,
  c: GroundCoefficients,
): void {
  const { world, model } = run;
  const units = world.units;
  const n = model.grid.count;
  const wanted = units.taskTarget[unit]!;
  const side = model.units.side[unit]!;
  const calibre = model.units.calibreMm[unit]!;
  const operation = operationOf(run, unit);
  const mission = missionOf(run, operation, side, wanted);
  const load = roundsPerLoad(calibre, c);
  const spare = Math.max(0, units.ammunition[unit]! - missionReserve(mission, c)) * load;
  if (spare <= 0) {
    // No more can be spared for it: the battery is free for what matters more.
    if (mission === 'own') endMission(run, unit);
    return;
  }
  const guns = mission === 'plan' ? -1 : gunsToAnswer(run, unit, occupancy, c);
  const target = guns < 0 ? wanted : guns;
  const key = (1 - side) * n + target;
  const observed = isObserved(run, key, occupancy, c);
  const suppressed = 1 - c.fireLoss * suppressionNow(run, unit, c);
  const rate =
    missionRounds(calibre, mission, !observed || lightNow(run) < NAUTICAL, c) *
    suppressed *
    fatigueFactor(units.fatigueDays[unit]!, c);
  const tubes = units.guns[unit]!;
  const each = Math.min(rate * ticks * TICK_MINUTES, spare);
  const rounds = each * tubes;
  if (rounds <= 0) return;
  units.ammunition[unit] = Math.max(0, units.ammunition[unit]! - each / load);
  world.tally.shellsFired[side] = world.tally.shellsFired[side]! + rounds;
  noteRounds(run, unit, key, rate, spare, ticks);
  units.firedTick[unit] = world.tick;
  world.tally.forceTick[side] = world.tick;
  // With own men in the target hex the fire is lifted off the crest.
  const own = occupancy.men[side * n + target]! > 0 ? 0.3 : 1;
  const factor =
    accuracyOn(run, key, observed, c) * c.onTargetShare * own * concertOf(run, operation);
  if (rawRounds[key] === 0) targets.push(key);
  rawRounds[key] = rawRounds[key]! + rounds * factor;
  lethalRounds[key] = lethalRounds[key]! + rounds * factor * lethalArea(calibre);
}

/** Ticks for which a target that has been ranged in on is fired at by the map. Assumption: three days. */
const RANGED_TICKS = 3 * TICKS_PER_DAY;

/**
 * Part of its effect that fire keeps for want of eyes and light. Fire that is seen by day ranges the side's batteries in on
 * the hex: then the map is as good for some days as a look at night. Assumption: the tenth that adjudication sources 3 leave to fire
 * that nobody observes is for targets that nobody has ranged in on.
 */
function accuracyOn(run: Run, key: number, observed: boolean, c: GroundCoefficients): number {
  const { world } = run;
  const { rangedTick } = world.ground;
  const light = lightNow(run);
  const seen = observationFactor(observed, light, weatherNow(run), c);
  if (observed && light >= CIVIL) {
    rangedTick[key] = world.tick;
    return seen;
  }
  const ranged = rangedTick[key]!;
  const isRanged = ranged >= 0 && world.tick - ranged <= RANGED_TICKS;
  return isRanged ? Math.max(seen, c.rangedFactor) : seen;
}

/**
 * Part of its effect that a battery keeps in an attack: without reconnaissance and contact with the
 * infantry most shells fall where nobody is. Fire on its own account is taken as prepared. Assumption:
 * even without concert three shells in ten do what they should; on its own account, eight.
 */
function concertOf(run: Run, operation: Operation | undefined): number {
  return operation === undefined ? 0.8 : 0.3 + 0.7 * concertIn(run, operation);
}

/**
 * Notes what a battery will fire up to the full hour, when it begins or when an hour begins.
 * @param rate rounds per tube and minute; `spare` rounds per tube that it may fire.
 */
function noteRounds(
  run: Run,
  unit: number,
  key: number,
  rate: number,
  spare: number,
  ticks: number,
): void {
  const { world } = run;
  const fired = world.units.firedTick[unit]!;
  const beat = beatTicks(run);
  const since = world.tick % beat;
  const begins = fired < 0 || world.tick - fired > beat;
  if (since !== 0 && !begins) return;
  if (toldRounds[key] === 0) toldBattery[key] = unit;
  const span = Math.max(ticks, beat - since) * TICK_MINUTES;
  toldRounds[key] = toldRounds[key]! + Math.min(rate * span, spare) * world.units.guns[unit]!;
}

/** One event a target and hour for all batteries of a side; `by` and the actor are the first of them. */
function announce(run: Run, key: number): void {
  const { world, model } = run;
  const battery = toldBattery[key]!;
  const id = model.units.id[battery]!;
  const place = placeOfLocation(model, key % model.grid.count);
  const cause = world.units.causeEvent[battery]!;
  emit(run, 'bombardment-fired', id, place, cause === '' ? [] : [cause], {
    side: model.sides[model.units.side[battery]!]!.id,
    rounds: Math.round(toldRounds[key]!),
    by: id,
    guns: world.units.taskTarget[battery] !== key % model.grid.count,
  });
}

/**
 * Assumption: men who go forward and are wholly pinned show four tenths of themselves to fragments. Men in
 * works crouch while nobody comes, and as far as they are kept down.
 */
function strike(
  run: Run,
  key: number,
  occupancy: Occupancy,
  ticks: number,
  c: GroundCoefficients,
): void {
  const { world, model } = run;
  const n = model.grid.count;
  const minutes = ticks * TICK_MINUTES;
  const lethal = lethalRounds[key]! * c.lethalScale;
  const each = lethal / Math.max(1e-9, rawRounds[key]!);
  damageRails(run, key % n, rawRounds[key]!, key < n ? 1 : 0, []);
  occupancy.shellGain[key] =
    c.shellGain * shellWeight(rawRounds[key]! / minutes, each, POSITION_AREA);
  if (occupancy.head[key]! < 0) return;
  const works = world.ground.trench[key]! * c.worksEffect;
  const rock = isRock(model.ground.terrain[key % n]!);
  const exposedStill = fragmentExposure(false, works, rock, c);
  const exposedForward = fragmentExposure(true, works, rock, c);
  const gunChance = shellCasualtyChance(1, lethal, c.gunLossFactor, POSITION_AREA);
  // Men stand to when an attack goes for them or for their neighbours.
  const manned = isAttackBy(run, key < n ? 1 : 0, key % n, 1);
  for (let unit = occupancy.head[key]!; unit >= 0; unit = occupancy.next[unit]!) {
    const attacking = isAttacking(run, unit) && world.units.nextLocation[unit]! >= 0;
    const s = attacking || manned ? suppressionNow(run, unit, c) : 1;
    const down = attacking ? 1 - 0.6 * s : crouchCover(works, s, c);
    const exposure = (attacking ? exposedForward : exposedStill) * down;
    const chance = shellCasualtyChance(1, lethal, exposure, POSITION_AREA);
    const luck = model.units.luckKey[unit]!;
    const u = uniform(world.seed, FOR.artillery, world.tick, luck);
    const hit = binomialFrom(u, world.units.men[unit]!, chance);
    if (hit > 0) {
      const dead = binomialFrom(
        uniform(world.seed, FOR['kind-of-wound'], world.tick, luck, 0, WOUND_DRAW.shells),
        hit,
        killedShare('fragments', false, c),
      );
      takeLosses(run, unit, dead, hit - dead, 0, 'fragments', []);
    }
    gunsHit(run, unit, gunChance);
  }
}

function gunsHit(run: Run, unit: number, chance: number): void {
  const units = run.world.units;
  const guns = units.tanks[unit]! > 0 ? 0 : units.guns[unit]! + units.antiTankGuns[unit]!;
  if (guns <= 0) return;
  const u = uniform(
    run.world.seed,
    FOR.artillery,
    run.world.tick,
    run.model.units.luckKey[unit]!,
    0,
    1,
  );
  loseGuns(run, unit, binomialFrom(u, guns, chance), 'fragments', []);
}

/** Suppression of bodies that were shelled but not in a fire-fight (which takes the shells with it). */
export function settleShelling(
  run: Run,
  occupancy: Occupancy,
  fought: Uint8Array,
  ticks: number,
): void {
  const c = groundCoefficients(run.world.params);
  for (const key of targets) {
    const gain = occupancy.shellGain[key]!;
    if (gain <= 0 || fought[key] === 1) continue;
    const recovery = recoveryRate(0, gain, c);
    for (let unit = occupancy.head[key]!; unit >= 0; unit = occupancy.next[unit]!) {
      const start = suppressionNow(run, unit, c);
      const end = suppressionAfter(start, gain, recovery, ticks * TICK_MINUTES);
      setSuppression(run, unit, end, run.world.tick + ticks);
    }
  }
}
