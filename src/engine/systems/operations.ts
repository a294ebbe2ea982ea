import { P } from '../parameters.ts';
import { emit } from '../emit.ts';
import { groundCoefficients } from '../rules/coefficients.ts';
import { coordination } from '../rules/coordination.ts';
import { FOR, uniform } from '../draw.ts';
import { TICK_MINUTES, TICKS_PER_DAY, TICKS_PER_HOUR, nextHour } from '../time.ts';
import { LIGHTS, MORALES, STANCES, TASKS, UNIT_KINDS, codeOf, type Act } from '../vocabulary.ts';
import type { Operation, Run } from '../world/world.ts';
import { flee, retreatHex } from './retreat.ts';
import type { Occupancy } from './occupancy.ts';
import { assemblyFor, homeAfter, loadOf, resetAssembly } from './assembly.ts';
import { travelMinutes } from './paths.ts';
import { isBattery } from './ranges.ts';
import { assignTask, releaseUnit } from './tasking.ts';

const ASSAULT = codeOf(TASKS, 'assault');
const BROKEN = codeOf(MORALES, 'broken');
const FREE_FIRE = codeOf(STANCES, 'free-fire');
const CIVIL = codeOf(LIGHTS, 'civil');
const TANK = codeOf(UNIT_KINDS, 'tank');

/** Minutes of preparatory fire of a fully concerted attack; the rest in proportion. Assumption. */
const PREPARATION_FIRE_MINUTES = 60;

export interface OperationPlan {
  readonly office: number;
  readonly act: Act;
  readonly area: number;
  readonly targetHex: number;
  readonly units: readonly number[];
  readonly hHourTick: number;
  readonly preparationHours: number;
  /** Id of the plan several offices share, or `''`. */
  readonly plan: string;
  /** 0–1, of the commander and staff. */
  readonly competence: number;
  /** Event that ordered it. */
  readonly event: string;
}

/**
 * Sets up an attack on a hex: works out its concert of arms, sends the units to assembly places two
 * hexes from the target, and gives the batteries their part. The order itself has been recorded by the
 * caller.
 */
export function createOperation(run: Run, plan: OperationPlan): Operation {
  const { world, model } = run;
  const operation: Operation = {
    id: world.nextOperation++,
    office: plan.office,
    side: model.offices[plan.office]!.side,
    act: plan.act,
    area: plan.area,
    targetHex: plan.targetHex,
    units: [...plan.units],
    hHourTick: plan.hHourTick,
    orderedTick: world.tick,
    coordination: concertOf(run, plan),
    plan: plan.plan,
    event: plan.event,
    phase: 'forming',
    startedTick: -1,
    menAtStart: 0,
    defendersAtStart: 0,
    loss: 0,
    takenTick: -1,
    headwayTick: -1,
  };
  world.operations.push(operation);
  resetAssembly(run);
  for (const unit of plan.units) {
    if (isBattery(run, unit)) supportWith(run, operation, unit);
    else formUp(run, operation, unit);
    world.units.operation[unit] = operation.id;
  }
  return operation;
}

/** Coordination 0–1 from preparation, daylight for reconnaissance, staff and arms. */
function concertOf(run: Run, plan: OperationPlan): number {
  const { world, model } = run;
  let infantry = 0;
  let tanks = 0;
  let guns = 0;
  for (const unit of plan.units) {
    if (model.units.kindCode[unit] === TANK) tanks = 1;
    else if (isBattery(run, unit)) guns = 1;
    else infantry = 1;
  }
  const ticks = Math.round(plan.preparationHours * TICKS_PER_HOUR);
  let lit = 0;
  for (let tick = plan.hHourTick - ticks; tick < plan.hHourTick; tick++) {
    // Before the first tick the days are taken to be like the first one.
    const known = tick >= 0 ? tick : tick - TICKS_PER_DAY * Math.floor(tick / TICKS_PER_DAY);
    if ((model.sky.light[known] ?? 4) >= CIVIL) lit++;
  }
  const concert = coordination(
    {
      preparationHours: plan.preparationHours,
      daylightShare: ticks > 0 ? lit / ticks : 0,
      competence: plan.competence,
      daysInPost: (world.tick - world.offices.sinceTick[plan.office]!) / TICKS_PER_DAY,
      arms: Math.max(1, infantry + tanks + guns),
    },
    groundCoefficients(world.params),
  );
  return Math.max(concert, world.params[P['rule.concertFloor']]!);
}

/** A battery fires before H-hour, the longer the better the concert, and goes on through the assault. */
function supportWith(run: Run, operation: Operation, unit: number): void {
  const minutes = PREPARATION_FIRE_MINUTES * operation.coordination;
  const start =
    operation.hHourTick - Math.round(minutes / TICK_MINUTES) + scatterTicks(run, operation, unit);
  assignTask(run, unit, 'bombard', operation.targetHex, start, 'return-fire', operation.event);
}

/**
 * Sends a unit to its assembly place, no sooner than it must go: two hours in hand. Assumption: a staff
 * allows seven tenths on top of the march, and two hours.
 */
function formUp(run: Run, operation: Operation, unit: number): void {
  const { world, model } = run;
  const night = (model.sky.light[operation.hHourTick] ?? 4) < CIVIL;
  const goal = assemblyFor(run, unit, operation.targetHex, night);
  const minutes = 1.7 * travelMinutes(run, unit, goal) + 120;
  const latest = operation.hHourTick - Math.ceil(minutes / TICK_MINUTES);
  const start = Number.isFinite(minutes) ? Math.max(world.tick, latest) : world.tick;
  assignTask(run, unit, 'assault', goal, start, 'return-fire', operation.event);
  loadOf(run, unit, goal);
}

/** Delay of a unit against its plan, ticks: without concert the arms come as they come. */
export function scatterTicks(run: Run, operation: Operation, unit: number): number {
  const { world, model } = run;
  const u = uniform(world.seed, FOR.planning, operation.hHourTick, model.units.luckKey[unit]!);
  const hours = groundCoefficients(world.params).scatterHours * (1 - operation.coordination) * u;
  return Math.floor(hours * TICKS_PER_HOUR);
}

/** Whether a unit goes forward in an attack now: its operation has begun and it has its part in it. */
export function isAttacking(run: Run, unit: number): boolean {
  return attackOf(run, unit) !== undefined;
}

/** The operation in which a unit goes forward in an attack now. */
export function attackOf(run: Run, unit: number): Operation | undefined {
  const { units, tick } = run.world;
  if (units.operation[unit]! < 0 || units.task[unit] !== ASSAULT) return undefined;
  if (units.taskTick[unit]! > tick) return undefined;
  const operation = operationOf(run, unit);
  const goesOn = operation?.phase === 'approach' || operation?.phase === 'assault';
  return goesOn ? operation : undefined;
}

/** The operation a unit belongs to. */
export function operationOf(run: Run, unit: number): Operation | undefined {
  const id = run.world.units.operation[unit]!;
  if (id < 0) return undefined;
  for (const operation of run.world.operations) if (operation.id === id) return operation;
  return undefined;
}

function idOf(run: Run, operation: Operation): string {
  return run.model.offices[operation.office]!.id;
}

function placeOf(run: Run, operation: Operation): string {
  return run.model.areas[operation.area]?.id ?? '';
}

/** Calls an operation off from outside: a truce, a ban, a new order. */
export function callOff(run: Run, operation: Operation): void {
  if (operation.phase !== 'ended') endOperation(run, operation, 'called-off', undefined);
}

/**
 * Ends an attack. Who holds ground digs in there (or goes home after an ejection); who stands
 * among enemies at the foot of the crest falls back; everybody is free for new orders.
 */
export function endOperation(
  run: Run,
  operation: Operation,
  outcome: 'taken' | 'repulsed' | 'called-off' | 'contested',
  occupancy: Occupancy | undefined,
): void {
  const { world } = run;
  const units = world.units;
  const began = operation.startedTick >= 0;
  operation.phase = 'ended';
  const event = emit(
    run,
    'operation-ended',
    idOf(run, operation),
    placeOf(run, operation),
    [operation.event],
    {
      operation: operation.id,
      outcome,
      loss: operation.loss,
      minutes: began ? (world.tick - operation.startedTick) * TICK_MINUTES : 0,
    },
  );
  const holds = outcome === 'taken' || outcome === 'contested';
  const { units: members } = operation;
  operation.units = [];
  for (const unit of members) {
    const there = units.location[unit] === operation.targetHex;
    const stance = units.stance[unit]!;
    releaseUnit(run, unit);
    if (stance === FREE_FIRE) units.stance[unit] = codeOf(STANCES, 'return-fire');
    if (isBattery(run, unit) || units.morale[unit]! >= BROKEN) continue;
    if (operation.act === 'eject' && outcome === 'taken') {
      const home = homeAfter(run, unit, operation.targetHex);
      if (home >= 0) assignTask(run, unit, 'withdraw', home, world.tick, 'return-fire', event);
    } else if (holds && there) {
      assignTask(run, unit, 'fortify', operation.targetHex, world.tick, 'return-fire', event);
    } else if (there && occupancy !== undefined) {
      const hex = retreatHex(run, unit, occupancy);
      if (hex >= 0) flee(run, unit, hex);
    }
  }
}

/** Whether an attack that has been formed up may begin now: at its H-hour, and later on every whole hour. */
export function mayStart({ phase, hHourTick }: Operation, tick: number): boolean {
  if (phase !== 'forming' || tick < hHourTick) return false;
  return tick === hHourTick || tick % TICKS_PER_HOUR === 0;
}

/** The next tick at which a waiting attack needs attention: its H-hour, then every hour; `Infinity` when there is none. */
export function nextOperationTick(run: Run): number {
  let next = Infinity;
  for (const operation of run.world.operations) {
    if (operation.phase !== 'forming') continue;
    const { tick } = run.world;
    next = Math.min(next, operation.hHourTick > tick ? operation.hHourTick : nextHour(tick));
  }
  return next;
}
