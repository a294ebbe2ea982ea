import { exp } from '../math.ts';
import type { Model } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { TICKS_PER_DAY } from '../time.ts';
import { LIGHTS, MORALES, STANCES, TASKS, codeOf } from '../vocabulary.ts';
import type { Run, World } from '../world/world.ts';
import { flyStrikes, strikeTick } from './air.ts';
import { fireBatteries, settleShelling } from './artillery.ts';
import { rallyUnits } from './casualties.ts';
import { FIRE_HEXES } from './combat-bodies.ts';
import { isOpenWar } from './combat-contact.ts';
import { fight, fought } from './combat.ts';
import { moveUnits, movementTick } from './movement.ts';
import { ROUTINE_TICKS, lookAtMoved, observe } from './observation.ts';
import { occupancyAtTick, occupancyNow, placeAwake, type Occupancy } from './occupancy.ts';
import { runOperations } from './operation-course.ts';
import { mayStart, nextOperationTick } from './operations.ts';
import { hexesFrom } from './sight.ts';
import { SUPPLY_TICKS, beatTicks, lullTicks } from './state.ts';
import { supplyUnits } from './supply.ts';
import { WORKS_TICKS, digIn, isDigging } from './works.ts';

const BROKEN = codeOf(MORALES, 'broken');
const CIVIL = codeOf(LIGHTS, 'civil');
const DESTROYED = codeOf(MORALES, 'destroyed');
const IDLE = codeOf(TASKS, 'idle');
const BOMBARD = codeOf(TASKS, 'bombard');
const FORTIFY = codeOf(TASKS, 'fortify');
const STRIKE = codeOf(TASKS, 'strike');
const FREE_FIRE = codeOf(STANCES, 'free-fire');

/**
 * The ground, in the order of the sequence of play: movement, operations, works, observation,
 * artillery and air, fire-fights, rally, supply. What is reckoned by the hour or two hours happens at
 * fixed ticks, so that it does not matter at which other ticks the clock has stopped.
 * @param elapsedTicks ticks since the last call; 0 in the first.
 * @returns whether the units have been surveyed and nothing was found to do, so that `nextGroundTick` need not
 * look at them again.
 */
export function groundTick(run: Run, elapsedTicks: number): boolean {
  const { world } = run;
  const known = world.groundDueTick;
  if (elapsedTicks > 0 && known > world.tick) {
    fadeLosses(run, occupancyNow(run), elapsedTicks);
    return false;
  }
  const occupancy = occupancyAtTick(run);
  fadeLosses(run, occupancy, elapsedTicks);
  if (elapsedTicks > 0 && known < 0 && !isDue(run, occupancy)) return true;
  const losses = lossesOf(run);
  const moved = moveUnits(run, occupancy);
  if (moved > 0) placeAwake(run, occupancy);
  if (world.operations.length > 0) runOperations(run, occupancy);
  if (elapsedTicks > 0 && world.tick % WORKS_TICKS === 0) digIn(run, occupancy);
  const attack = underAttack(run);
  const beat = beatTicks(run);
  const onTheBeat = world.tick % beat === 0;
  if (occupancy.counts[0]! > 0 && occupancy.counts[1]! > 0) {
    const full = isRoutineLook(run) || (attack && onTheBeat);
    if (full || attack) observe(run, occupancy, full);
    else if (moved > 0) lookAtMoved(run, occupancy, moved);
    const ticks = attack ? 1 : onTheBeat ? beat : 0;
    if (ticks > 0) fireBatteries(run, occupancy, ticks);
    flyStrikes(run, occupancy);
    fight(run, occupancy, attack);
    if (ticks > 0) settleShelling(run, occupancy, fought, ticks);
  } else flyStrikes(run, occupancy);
  rallyUnits(run, occupancy);
  if (elapsedTicks > 0 && world.tick % SUPPLY_TICKS === 0) supplyUnits(run, occupancy);
  if (lossesOf(run) !== losses) placeAwake(run, occupancy);
  return false;
}

/** Men of both sides lost so far. */
function lossesOf(run: Run): number {
  return run.world.tally.loss[0]! + run.world.tally.loss[1]!;
}

/** Every four hours, and when day and night change. */
function isRoutineLook(run: Run): boolean {
  const { tick } = run.world;
  return tick % ROUTINE_TICKS === 0 || isDay(run, tick) !== isDay(run, tick - 1);
}

function isDay({ model }: Run, tick: number): boolean {
  return (model.sky.light[tick] ?? 0) >= CIVIL;
}

/**
 * Losses of the last half hour fade with that time. Assumption: what is left below a twentieth of a man is
 * forgotten.
 */
function fadeLosses(run: Run, occupancy: Occupancy, elapsedTicks: number): void {
  const losses = lossesOf(run);
  if (elapsedTicks <= 0 || (faded.world === run.world && faded.losses === losses)) return;
  const factor = exp(-elapsedTicks / 2);
  const recent = run.world.units.recentLoss;
  const { awake, awakeCount } = occupancy;
  let isLeft = false;
  for (let i = 0; i < awakeCount; i++) {
    const unit = awake[i]!;
    if (recent[unit]! <= 0) continue;
    recent[unit] = recent[unit]! < 0.05 ? 0 : recent[unit]! * factor;
    isLeft = true;
  }
  if (isLeft) return;
  faded.world = run.world;
  faded.losses = losses;
}

/** World whose recent losses have all faded, and its losses at that time. Scratch. */
const faded = { world: undefined as World | undefined, losses: 0 };

/** Whether an attack is going forward anywhere: then the ground must be worked on in the very next tick. */
export function underAttack(run: Run): boolean {
  for (const operation of run.world.operations) {
    if (operation.phase === 'approach' || operation.phase === 'assault') return true;
  }
  return false;
}

/**
 * The next tick in which something on the ground needs attention: an arrival, an H-hour, a raid, a
 * rally, and the round hours while there is fire, digging or making good to reckon.
 * @param isSurveyed whether nothing has changed since the units were last surveyed, in this tick.
 */
export function nextGroundTick(run: Run, isSurveyed = false): number {
  const { world } = run;
  if (underAttack(run)) return world.tick + 1;
  if (!isSurveyed) surveyUnits(run, occupancyNow(run));
  let next = Math.max(world.tick + 1, Math.min(survey.next, nextOperationTick(run)));
  next = Math.min(next, nextLightTick(run), nextMultiple(world.tick, ROUTINE_TICKS));
  if (survey.bombards) next = Math.min(next, nextMultiple(world.tick, beatTicks(run)));
  const lull = nextMultiple(world.tick, lullTicks(run));
  if (lull < next && hasQuietFire(run)) next = lull;
  if (survey.works) next = Math.min(next, nextMultiple(world.tick, WORKS_TICKS));
  return next;
}

/**
 * Whether anything happens on the ground in this tick. The clock also stops for messages and offices;
 * at such ticks the ground rests, whatever it would find to do.
 */
function isDue(run: Run, occupancy: Occupancy): boolean {
  const { world } = run;
  const { tick } = world;
  if (underAttack(run) || isRoutineLook(run)) return true;
  if (world.operations.some((operation) => mayStart(operation, tick))) return true;
  surveyUnits(run, occupancy);
  if (survey.next <= tick) return true;
  if (survey.works && tick % WORKS_TICKS === 0) return true;
  if (survey.bombards && tick % beatTicks(run) === 0) return true;
  return tick % lullTicks(run) === 0 && hasQuietFire(run);
}

/** Whether shots are exchanged without an attack, by lines in contact that need no order. */
function hasQuietFire(run: Run): boolean {
  return (survey.free || isOpenWar(run)) && inContact(run, occupancyNow(run));
}

/** What the units have before them, written by `surveyUnits`. */
const survey = { next: Infinity, bombards: false, works: false, free: false };

/** One pass over the units: the next tick for any of them, and whether there is work by the hour. */
function surveyUnits(run: Run, occupancy: Occupancy): void {
  const { units } = run.world;
  const { location, nextLocation, arriveTick, morale, stance, taskTick, taskTarget } = units;
  const { awake, awakeCount } = occupancy;
  let next = Infinity;
  let bombards = false;
  let free = false;
  let works = false;
  for (let i = 0; i < awakeCount; i++) {
    const unit = awake[i]!;
    if (morale[unit] === DESTROYED) continue;
    const task = units.task[unit]!;
    const moves = nextLocation[unit]! >= 0;
    const isBound = moves || (task !== IDLE && taskTarget[unit] !== location[unit]);
    // Whoever moves does so at the tick that he waits for, or later.
    if (isBound && (moves ? arriveTick[unit]! : taskTick[unit]!) < next) {
      next = Math.min(next, movementTick(run, unit));
    }
    if (morale[unit] === BROKEN) next = Math.min(next, units.rallyTick[unit]!);
    if (task === STRIKE) next = Math.min(next, strikeTick(run, unit));
    if (task === BOMBARD) bombards = true;
    if (stance[unit] === FREE_FIRE) free = true;
    works ||= hasWorks(run, unit);
  }
  survey.next = next;
  survey.bombards = bombards;
  survey.free = free;
  survey.works = works;
}

/** Whether a unit digs, or is to rest or be supplied. */
function hasWorks(run: Run, unit: number): boolean {
  const { fatigueDays, ammunition, tanksBogged, task } = run.world.units;
  return (
    fatigueDays[unit]! > 0 ||
    ammunition[unit]! < 1 ||
    tanksBogged[unit]! > 0 ||
    (task[unit] === FORTIFY && isDigging(run, unit))
  );
}

function nextMultiple(tick: number, of: number): number {
  return (Math.floor(tick / of) + 1) * of;
}

/** `[tick]` the next tick in which day or night begins; the end of the sky where there is none. */
const lightTicks = oncePer(({ sky: { light } }: Model): Int32Array => {
  const next = new Int32Array(light.length);
  for (let tick = light.length - 1; tick >= 0; tick--) {
    const isLast = tick + 1 === light.length;
    const changes = isLast || light[tick]! >= CIVIL !== light[tick + 1]! >= CIVIL;
    next[tick] = changes ? tick + 1 : next[tick + 1]!;
  }
  return next;
});

/** The next tick in which day or night begins, at most a day ahead. */
function nextLightTick({ model, world: { tick } }: Run): number {
  const last = Math.max(tick + 1, Math.min(model.sky.light.length, tick + TICKS_PER_DAY));
  return Math.min(lightTicks(model)[tick] ?? last, last);
}

/** Whether bodies of both sides stand within reach of each other's small arms. */
function inContact(run: Run, occupancy: Occupancy): boolean {
  const n = run.model.grid.count;
  for (let i = 0; i < occupancy.counts[0]!; i++) {
    const far = hexesFrom(run.model, occupancy.keys[0][i]!);
    for (let j = 0; j < occupancy.counts[1]!; j++) {
      if (far[occupancy.keys[1][j]! - n]! <= FIRE_HEXES) return true;
    }
  }
  return false;
}
