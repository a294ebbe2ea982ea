import { FOR, binomialFrom, uniform } from '../draw.ts';
import { emit } from '../emit.ts';
import { groundCoefficients, type GroundCoefficients } from '../rules/coefficients.ts';
import { rallyChance } from '../rules/morale.ts';
import { leadersLostBeyond, ncoLossShare, officerLossShare } from '../rules/wounds.ts';
import { TICKS_PER_HOUR, nextHour } from '../time.ts';
import { MORALES, STANCES, TASKS, codeOf } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import { unsettle, type Occupancy } from './occupancy.ts';
import { areaAtHex, placeOfLocation } from './places.ts';
import { isBattery, roundsOnHand } from './ranges.ts';
import { leaveOperation } from './tasking.ts';

const STEADY = codeOf(MORALES, 'steady');
const SHAKEN = codeOf(MORALES, 'shaken');
const BROKEN = codeOf(MORALES, 'broken');
const DESTROYED = codeOf(MORALES, 'destroyed');
const IDLE = codeOf(TASKS, 'idle');
const RETURN_FIRE = codeOf(STANCES, 'return-fire');

/** Names what is drawn of the same men in the same tick, so that no two draws are one: of whom fire, shells and bombs kill, and of who led. */
export const WOUND_DRAW = { fire: 0, officers: 1, shells: 2, bombs: 3, ncos: 4 } as const;

/** What became of a tank that was put out of action. */
export type TankFate = 'burnt' | 'rear' | 'spot' | 'bogged';

function sideId(run: Run, unit: number): string {
  return run.model.sides[run.model.units.side[unit]!]!.id;
}

function placeOf(run: Run, unit: number): string {
  return placeOfLocation(run.model, run.world.units.location[unit]!);
}

/**
 * Takes men off a unit. Men are conserved: whoever is killed, wounded or missing leaves `men`. The
 * numbers are cut to the men there are. Nothing happens when all are 0.
 * @param cause what did it: `bullets`, `fragments`, `bombs`, `close-combat`, `shot`, `capture` …
 * @returns id of the event, or `''`.
 */
export function takeLosses(
  run: Run,
  unit: number,
  killed: number,
  wounded: number,
  missing: number,
  cause: string,
  causeEvents: readonly string[],
): string {
  const { world, model } = run;
  const units = world.units;
  const men = units.men[unit]!;
  const dead = Math.min(men, killed);
  const hurt = Math.min(men - dead, wounded);
  const gone = Math.min(men - dead - hurt, missing);
  const total = dead + hurt + gone;
  if (total <= 0) return '';
  const officers = dead > 0 ? officersAmong(run, unit, dead) : 0;
  const ncos = dead > officers ? ncosAmong(run, unit, dead - officers) : 0;
  units.men[unit] = men - total;
  unsettle(run);
  units.killed[unit] = units.killed[unit]! + dead;
  units.wounded[unit] = units.wounded[unit]! + hurt;
  units.missing[unit] = units.missing[unit]! + gone;
  units.officersKilled[unit] = units.officersKilled[unit]! + officers;
  units.ncosKilled[unit] = units.ncosKilled[unit]! + ncos;
  units.recentLoss[unit] = units.recentLoss[unit]! + total;
  const side = model.units.side[unit]!;
  world.tally.loss[side] = world.tally.loss[side]! + total;
  chargeOperation(run, unit, total);
  const event = emit(
    run,
    'casualties-taken',
    model.units.id[unit]!,
    placeOf(run, unit),
    causeEvents,
    { side: sideId(run, unit), killed: dead, wounded: hurt, missing: gone, officers, ncos, cause },
  );
  if (units.men[unit] === 0) destroyUnit(run, unit, [event]);
  return event;
}

function officersAmong({ world, model }: Run, unit: number, dead: number): number {
  const share = officerLossShare(groundCoefficients(world.params));
  const luck = model.units.luckKey[unit]!;
  const u = uniform(world.seed, FOR['kind-of-wound'], world.tick, luck, 0, WOUND_DRAW.officers);
  return binomialFrom(u, dead, share);
}

/** @param others the dead who were no officers. */
function ncosAmong({ world, model }: Run, unit: number, others: number): number {
  const c = groundCoefficients(world.params);
  const share = ncoLossShare(c) / (1 - officerLossShare(c));
  const luck = model.units.luckKey[unit]!;
  const u = uniform(world.seed, FOR['kind-of-wound'], world.tick, luck, 0, WOUND_DRAW.ncos);
  return binomialFrom(u, others, share);
}

/** Leaders that a unit has lost beyond those that go with its loss, of those it had. */
export function leadersLostOf(
  { world }: Run,
  unit: number,
  start: number,
  c: GroundCoefficients,
): number {
  const { killed, officersKilled, ncosKilled } = world.units;
  if (killed[unit]! <= 0) return 0;
  return leadersLostBeyond(officersKilled[unit]! + ncosKilled[unit]!, killed[unit]!, start, c);
}

function chargeOperation(run: Run, unit: number, total: number): void {
  const id = run.world.units.operation[unit]!;
  if (id < 0) return;
  for (const operation of run.world.operations) {
    if (operation.id === id) operation.loss += total;
  }
}

/** Puts tanks of a unit out of action. The count is cut to the tanks that run. */
export function loseTanks(
  run: Run,
  unit: number,
  count: number,
  cause: string,
  fate: TankFate,
  causeEvents: readonly string[],
): string {
  const units = run.world.units;
  const lost = Math.min(units.tanks[unit]!, count);
  if (lost <= 0) return '';
  units.tanks[unit] = units.tanks[unit]! - lost;
  const list = {
    burnt: units.tanksBurnt,
    rear: units.tanksRear,
    spot: units.tanksSpot,
    bogged: units.tanksBogged,
  }[fate];
  list[unit] = list[unit]! + lost;
  return emit(run, 'tanks-put-out', run.model.units.id[unit]!, placeOf(run, unit), causeEvents, {
    side: sideId(run, unit),
    count: lost,
    cause,
    fate,
  });
}

/** Takes guns off a unit: tubes first, then anti-tank guns where it has no others. */
export function loseGuns(
  run: Run,
  unit: number,
  count: number,
  cause: string,
  causeEvents: readonly string[],
): string {
  const units = run.world.units;
  const tubes = Math.min(units.guns[unit]!, count);
  const small = Math.min(units.antiTankGuns[unit]!, count - tubes);
  if (tubes + small <= 0) return '';
  if (tubes > 0 && isBattery(run, unit)) {
    // The shells of a gun are lost with it.
    const { shellsLost } = run.world.tally;
    const side = run.model.units.side[unit]!;
    shellsLost[side] = shellsLost[side]! + (roundsOnHand(run, unit) * tubes) / units.guns[unit]!;
  }
  units.guns[unit] = units.guns[unit]! - tubes;
  units.antiTankGuns[unit] = units.antiTankGuns[unit]! - small;
  units.gunsLost[unit] = units.gunsLost[unit]! + tubes + small;
  return emit(run, 'guns-lost', run.model.units.id[unit]!, placeOf(run, unit), causeEvents, {
    side: sideId(run, unit),
    count: tubes + small,
    cause,
  });
}

/** A unit breaks: it leaves its operation and its task, and runs until it rallies. */
export function breakUnit(run: Run, unit: number, causeEvents: readonly string[]): string {
  const { world, model } = run;
  const units = world.units;
  if (units.morale[unit]! >= BROKEN) return '';
  const u = uniform(world.seed, FOR.rally, world.tick, model.units.luckKey[unit]!);
  const hours = groundCoefficients(world.params).rallyHours * (0.5 + u);
  units.morale[unit] = BROKEN;
  unsettle(run);
  units.rallyTick[unit] = nextHour(world.tick + Math.round(hours * TICKS_PER_HOUR));
  dropTask(run, unit);
  return emit(run, 'unit-broke', model.units.id[unit]!, placeOf(run, unit), causeEvents, {
    side: sideId(run, unit),
    men: units.men[unit]!,
  });
}

/** A unit gives way in order: shaken, out of its operation, without a task. */
export function shakeUnit(run: Run, unit: number): void {
  const units = run.world.units;
  if (units.morale[unit] === STEADY) units.morale[unit] = SHAKEN;
  dropTask(run, unit);
}

function dropTask(run: Run, unit: number): void {
  const units = run.world.units;
  leaveOperation(run, unit);
  units.task[unit] = IDLE;
  units.taskTarget[unit] = -1;
  units.nextLocation[unit] = -1;
  units.stance[unit] = Math.min(units.stance[unit]!, RETURN_FIRE);
}

/** Broken units whose time has come rally, or run on for another hour. Assumption: officers gather them by the whole hour. */
export function rallyUnits(run: Run, occupancy: Occupancy): void {
  const { world, model } = run;
  const units = world.units;
  const { morale } = units;
  const { awake, awakeCount } = occupancy;
  for (let i = 0; i < awakeCount; i++) {
    const unit = awake[i]!;
    if (morale[unit] !== BROKEN || units.rallyTick[unit]! > world.tick) continue;
    const men = units.men[unit]!;
    const start = Math.max(1, model.units.men[unit]!);
    const lost = 1 - men / start;
    const u = uniform(world.seed, FOR.rally, world.tick, model.units.luckKey[unit]!, 0, 1);
    const leaders = leadersLostOf(run, unit, start, groundCoefficients(world.params));
    if (u > rallyChance(model.units.cohesion[unit]!, lost, leaders)) {
      units.rallyTick[unit] = nextHour(world.tick);
      continue;
    }
    units.morale[unit] = SHAKEN;
    unsettle(run);
    units.rallyTick[unit] = -1;
    units.nextLocation[unit] = -1;
    units.recentLoss[unit] = 0;
    emit(run, 'unit-rallied', model.units.id[unit]!, placeOf(run, unit), [], {
      side: sideId(run, unit),
      men,
    });
  }
}

/** Everything left of a unit falls into the enemy's hands. */
export function captureUnit(run: Run, unit: number, causeEvents: readonly string[]): void {
  const units = run.world.units;
  loseGuns(run, unit, units.guns[unit]! + units.antiTankGuns[unit]!, 'capture', causeEvents);
  loseTanks(
    run,
    unit,
    units.tanks[unit]! + units.tanksBogged[unit]!,
    'capture',
    'burnt',
    causeEvents,
  );
  takeLosses(run, unit, 0, 0, units.men[unit]!, 'capture', causeEvents);
}

function destroyUnit(run: Run, unit: number, causeEvents: readonly string[]): void {
  const units = run.world.units;
  if (units.morale[unit] === DESTROYED) return;
  const place = placeOf(run, unit);
  loseGuns(run, unit, units.guns[unit]! + units.antiTankGuns[unit]!, 'abandoned', causeEvents);
  units.morale[unit] = DESTROYED;
  unsettle(run);
  dropTask(run, unit);
  emit(run, 'unit-destroyed', run.model.units.id[unit]!, place, causeEvents, {
    side: sideId(run, unit),
  });
}

/**
 * A side is alone on a hex now. A change at the hex of a named place is the event `height-taken`.
 * @param unit a unit of the side that stands there; `operation` id of the attack, or -1.
 */
export function setHolder(
  run: Run,
  hex: number,
  unit: number,
  operation: number,
  causeEvents: readonly string[],
): void {
  const { world, model } = run;
  const side = model.units.side[unit]!;
  const before = world.ground.holder[hex]!;
  if (before === side) return;
  world.ground.holder[hex] = side;
  const area = areaAtHex(model, hex);
  if (area < 0) return;
  emit(run, 'height-taken', model.units.id[unit]!, model.areas[area]!.id, causeEvents, {
    side: model.sides[side]!.id,
    from: before < 0 ? '' : model.sides[before]!.id,
    operation,
  });
}
