import { TICKS_PER_HOUR } from '../time.ts';
import { STANCES, TASKS, codeOf, type Stance, type Task } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import { groundCoefficients } from '../rules/coefficients.ts';

const IDLE = codeOf(TASKS, 'idle');

/**
 * Gives a unit a task. A unit that has to move and is not ready starts later, by up to a day; one
 * that was already getting ready does not begin again.
 * @param target location the task is about (hex, or `grid.count + node`), -1 none.
 * @param startTick tick before which it does not begin.
 * @param causeEvent id of the event that set it, `''` none.
 */
export function assignTask(
  run: Run,
  unit: number,
  task: Task,
  target: number,
  startTick: number,
  stance: Stance,
  causeEvent: string,
): void {
  const { world } = run;
  const units = world.units;
  let start = Math.max(startTick, run.model.units.readyTick[unit]!);
  const moves = target >= 0 && target !== units.location[unit] && task !== 'strike';
  if (moves && units.readiness[unit]! < 1) {
    const hours = groundCoefficients(world.params).readinessHours * (1 - units.readiness[unit]!);
    let ready = world.tick + Math.round(hours * TICKS_PER_HOUR);
    const waiting = units.task[unit] !== IDLE && units.taskTick[unit]! > world.tick;
    if (waiting) ready = Math.min(ready, units.taskTick[unit]!);
    start = Math.max(start, ready);
  }
  const sameWay = units.taskTarget[unit] === target && units.nextLocation[unit]! >= 0;
  if (!sameWay) stopMove(run, unit);
  units.task[unit] = codeOf(TASKS, task);
  units.taskTarget[unit] = target;
  units.taskTick[unit] = start;
  units.stance[unit] = codeOf(STANCES, stance);
  units.causeEvent[unit] = causeEvent;
}

/** Takes a unit off its task and its operation; a step under way to the next hex is not finished. */
export function releaseUnit(run: Run, unit: number): void {
  const units = run.world.units;
  leaveOperation(run, unit);
  units.task[unit] = IDLE;
  units.taskTarget[unit] = -1;
  stopMove(run, unit);
}

/** Strikes a unit from the list of the operation it belongs to. */
export function leaveOperation(run: Run, unit: number): void {
  const id = run.world.units.operation[unit]!;
  if (id < 0) return;
  run.world.units.operation[unit] = -1;
  for (const operation of run.world.operations) {
    if (operation.id === id) operation.units = operation.units.filter((other) => other !== unit);
  }
}

/**
 * Breaks off the step under way on the battlefield. On the network a unit cannot turn round between
 * two nodes: it finishes the leg.
 */
function stopMove(run: Run, unit: number): void {
  const units = run.world.units;
  if (units.location[unit]! >= run.model.grid.count) return;
  units.nextLocation[unit] = -1;
}
