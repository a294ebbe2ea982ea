import { exp } from '../math.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import { MORALES, TASKS, codeOf } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import { flyStrikes, nextStrikeTick } from './air.ts';
import { fireBatteries, isFiring, settleShelling } from './artillery.ts';
import { rallyUnits } from './casualties.ts';
import { fight, fought } from './combat.ts';
import { moveUnits, nextMovementTick } from './movement.ts';
import { observe, ROUTINE_TICKS } from './observation.ts';
import { occupancyOf, type Occupancy } from './occupancy.ts';
import { nextOperationTick, runOperations } from './operations.ts';
import { SUPPLY_TICKS, needsSupply, supplyUnits } from './supply.ts';
import { WORKS_TICKS, digIn, isDigging } from './works.ts';
import { FIRE_HEXES } from './combat-bodies.ts';
import { distance } from '../../hex/index.ts';

const BROKEN = codeOf(MORALES, 'broken');
const BOMBARD = codeOf(TASKS, 'bombard');

/**
 * The ground, in the order of the sequence of play: movement, operations, works, observation,
 * artillery and air, fire-fights, rally, supply. What is reckoned by the hour or two hours happens at
 * fixed ticks, so that it does not matter at which other ticks the clock has stopped.
 * @param elapsedTicks ticks since the last call; 0 in the first.
 */
export function groundTick(run: Run, elapsedTicks: number): void {
  const { world } = run;
  fadeLosses(run, elapsedTicks);
  let occupancy = occupancyOf(run);
  const moved = moveUnits(run, occupancy);
  if (moved > 0) occupancy = occupancyOf(run);
  if (world.operations.length > 0) runOperations(run, occupancy);
  if (elapsedTicks > 0 && world.tick % WORKS_TICKS === 0) digIn(run);
  const attack = underAttack(run);
  const hour = world.tick % TICKS_PER_HOUR === 0;
  if (bothSidesIn(run, occupancy)) {
    const lightChanged = run.model.sky.light[world.tick] !== run.model.sky.light[world.tick - 1];
    const routine = world.tick % ROUTINE_TICKS === 0 || lightChanged;
    const report = routine || (moved > 0 && hour) || (attack && hour);
    if (report || moved > 0 || attack) observe(run, occupancy, report);
  }
  const ticks = attack ? 1 : hour ? TICKS_PER_HOUR : 0;
  if (ticks > 0) fireBatteries(run, occupancy, ticks);
  flyStrikes(run, occupancy);
  fight(run, occupancy);
  if (ticks > 0) settleShelling(run, occupancy, fought, ticks);
  rallyUnits(run);
  if (elapsedTicks > 0 && world.tick % SUPPLY_TICKS === 0) supplyUnits(run, occupancy);
}

/** Losses of the last half hour fade with that time. */
function fadeLosses(run: Run, elapsedTicks: number): void {
  if (elapsedTicks <= 0) return;
  const factor = exp(-elapsedTicks / 2);
  const recent = run.world.units.recentLoss;
  for (let unit = 0; unit < recent.length; unit++) {
    if (recent[unit]! > 0) recent[unit] = recent[unit]! < 0.05 ? 0 : recent[unit]! * factor;
  }
}

/** Whether an attack is going forward anywhere. */
function underAttack(run: Run): boolean {
  for (const operation of run.world.operations) {
    if (operation.phase === 'approach' || operation.phase === 'assault') return true;
  }
  return false;
}

function bothSidesIn(run: Run, occupancy: Occupancy): boolean {
  const n = run.model.grid.count;
  let sides = 0;
  for (let i = 0; i < occupancy.keyCount; i++) sides |= occupancy.keys[i]! < n ? 1 : 2;
  return sides === 3;
}

/** Whether the ground must be worked on in the very next tick: an attack is going forward. */
export function groundBusy(run: Run): boolean {
  return underAttack(run);
}

/**
 * The next tick in which something on the ground needs attention: an arrival, an H-hour, a raid, a
 * rally, and the round hours while there is fire, digging or making good to reckon.
 */
export function nextGroundTick(run: Run): number {
  const { world } = run;
  if (groundBusy(run)) return world.tick + 1;
  let next = Math.min(
    nextMovementTick(run),
    nextOperationTick(run),
    Math.max(world.tick + 1, nextStrikeTick(run)),
    nextRallyTick(run),
    nextLightTick(run),
    nextMultiple(world.tick, ROUTINE_TICKS),
  );
  if (inContact(run)) next = Math.min(next, nextMultiple(world.tick, TICKS_PER_HOUR));
  if (isAnyDigging(run) || needsSupply(run)) {
    next = Math.min(next, nextMultiple(world.tick, WORKS_TICKS));
  }
  return next;
}

function nextMultiple(tick: number, of: number): number {
  return (Math.floor(tick / of) + 1) * of;
}

function nextRallyTick(run: Run): number {
  const units = run.world.units;
  let next = Infinity;
  for (let unit = 0; unit < run.model.units.count; unit++) {
    if (units.morale[unit] === BROKEN) next = Math.min(next, units.rallyTick[unit]!);
  }
  return Math.max(run.world.tick + 1, next);
}

/** The next tick in which the light changes, at most a day ahead. */
function nextLightTick(run: Run): number {
  const light = run.model.sky.light;
  const now = light[run.world.tick];
  let tick = run.world.tick + 1;
  while (tick < light.length && tick < run.world.tick + 96 && light[tick] === now) tick++;
  return tick;
}

function isAnyDigging(run: Run): boolean {
  for (let unit = 0; unit < run.model.units.count; unit++) if (isDigging(run, unit)) return true;
  return false;
}

/** Whether bodies of both sides stand within reach of each other's small arms, or batteries fire. */
function inContact(run: Run): boolean {
  const { world, model } = run;
  const n = model.grid.count;
  for (let unit = 0; unit < model.units.count; unit++) {
    if (world.units.task[unit] === BOMBARD && isFiring(run, unit)) return true;
  }
  const occupancy = occupancyOf(run);
  for (let i = 0; i < occupancy.keyCount; i++) {
    const key = occupancy.keys[i]!;
    if (key >= n) continue;
    for (let j = 0; j < occupancy.keyCount; j++) {
      const other = occupancy.keys[j]!;
      if (other >= n && distance(model.grid, key, other - n) <= FIRE_HEXES) return true;
    }
  }
  return false;
}
