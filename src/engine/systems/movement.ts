import { directionTo } from '../../hex/index.ts';
import { FOR, binomialFrom, uniform } from '../draw.ts';
import { emit } from '../emit.ts';
import { groundCoefficients, type GroundCoefficients } from '../rules/coefficients.ts';
import { linkHours, marchSlowing } from '../rules/movement.ts';
import { marchFatigue } from '../rules/supply.ts';
import { bogChance } from '../rules/tanks.ts';
import { TICK_MINUTES, TICKS_PER_HOUR, onTheHalfHour } from '../time.ts';
import { MORALES, TASKS, TERRAINS, codeOf } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import { loseTanks, setHolder } from './casualties.ts';
import { nextRoundEnemies } from './detour.ts';
import { noteChange, type Occupancy } from './occupancy.ts';
import { isAttacking } from './operations.ts';
import { barsOf, linkBetween, minutesOfStep, nextOnWay, NO_WAY } from './paths.ts';
import { areaAtHex, placeOfLocation } from './places.ts';
import { waitsForRails } from './rails.ts';
import { canFireFrom } from './ranges.ts';
import { hexesFrom } from './sight.ts';
import { lightNow, suppressionNow, weatherNow } from './state.ts';

const IDLE = codeOf(TASKS, 'idle');
const MARCH = codeOf(TASKS, 'march');
const WITHDRAW = codeOf(TASKS, 'withdraw');
const ASSAULT = codeOf(TASKS, 'assault');
const BOMBARD = codeOf(TASKS, 'bombard');
const STRIKE = codeOf(TASKS, 'strike');
const BROKEN = codeOf(MORALES, 'broken');
const DESTROYED = codeOf(MORALES, 'destroyed');
const FORTIFY = codeOf(TASKS, 'fortify');
const PATROL = codeOf(TASKS, 'patrol');
const BAIT = codeOf(TASKS, 'bait');
const MARSH = codeOf(TERRAINS, 'marsh');

/**
 * Ticks at which marching columns are moved on, several hexes at once where their pace allows. Assumption:
 * an hour is fine enough for a march, as it is for looks; attacks go by the tick.
 */
const MARCH_TICKS = TICKS_PER_HOUR;
/** Steps a unit can make at once: motors on a road need four minutes a hex. */
const STEPS_MAX = 20;
/** Suppression above which men do not get forward. Source: adjudication sources 4. */
const PINNED = 0.5;

/** Units that moved in the last call of `moveUnits`, ascending. Scratch. */
export const movedUnits = new Int32Array(1024);

/**
 * Moves every unit whose hour has come: arrivals first, then the next step. Units are taken in the
 * order of their index. Returns how many came to another place on the battlefield; who they are stands
 * in `movedUnits`.
 */
export function moveUnits(run: Run, occupancy: Occupancy): number {
  const { world } = run;
  const c = groundCoefficients(world.params);
  const units = world.units;
  const { location, nextLocation, task, taskTarget } = units;
  const { awake, awakeCount } = occupancy;
  let moved = 0;
  for (let i = 0; i < awakeCount; i++) {
    const unit = awake[i]!;
    if (nextLocation[unit]! < 0) {
      // Most stand where they are to be.
      if (task[unit] === IDLE || taskTarget[unit] === location[unit]) continue;
      if (!wantsToMove(run, unit)) continue;
    }
    if (units.morale[unit] === DESTROYED || units.men[unit]! <= 0) continue;
    if (inStep(run, unit, world.tick) !== world.tick) continue;
    let came = false;
    for (let steps = 0; steps < STEPS_MAX; steps++) {
      if (units.nextLocation[unit]! < 0) {
        if (!wantsToMove(run, unit) || !depart(run, unit, occupancy, c, steps)) break;
      }
      if (units.arriveTick[unit]! > world.tick) break;
      if (!arrive(run, unit, occupancy, c)) break;
      came = true;
    }
    if (came && moved < movedUnits.length) movedUnits[moved++] = unit;
  }
  return moved;
}

/** Whether a unit has somewhere to go now. */
function wantsToMove(run: Run, unit: number): boolean {
  const { world } = run;
  const units = world.units;
  const task = units.task[unit]!;
  if (task === IDLE || task === STRIKE) return false;
  const target = units.taskTarget[unit]!;
  if (target < 0 || target === units.location[unit]) return false;
  if (units.taskTick[unit]! > world.tick || units.morale[unit]! >= BROKEN) return false;
  return task !== BOMBARD || !canFireFrom(run, unit, units.location[unit]!, target);
}

/**
 * Begins the next step of a march. The fraction of a tick is settled by a draw, so that the mean pace is
 * kept whatever the length of a step. Assumption: who rides tires three tenths as fast as who walks.
 * @param steps steps the unit has already made in this tick.
 * @returns whether the unit is under way.
 */
function depart(
  run: Run,
  unit: number,
  occupancy: Occupancy,
  c: GroundCoefficients,
  steps: number,
): boolean {
  const { world, model } = run;
  const units = world.units;
  const at = units.location[unit]!;
  const goal = units.taskTarget[unit]!;
  // Who has got among the enemy on his way throws him out before he goes on.
  if (units.task[unit] === ASSAULT && hasEnemies(run, unit, at, occupancy)) return false;
  const next =
    units.task[unit] === ASSAULT
      ? nextRoundEnemies(run, unit, goal, occupancy)
      : nextOnWay(run, unit, goal);
  if (next !== NO_WAY && waitsForRails(run, unit, next)) {
    units.taskTick[unit] = world.tick + waitTicks(MARCH);
    return false;
  }
  if (next === NO_WAY || isBarred(run, unit, next, occupancy)) {
    const task = units.task[unit]!;
    const halts = task === MARCH || task === PATROL || task === ASSAULT;
    if (next !== NO_WAY && halts) haltBefore(run, unit);
    else units.taskTick[unit] = world.tick + waitTicks(task);
    return false;
  }
  const minutes = legMinutes(run, unit, next, c);
  const u = uniform(world.seed, FOR.navigation, world.tick, model.units.luckKey[unit]!, 0, steps);
  // A step made on goes from the hour at which the last one ended, not from the hour it was looked at.
  const from = steps > 0 ? units.arriveTick[unit]! : world.tick;
  units.nextLocation[unit] = next;
  units.arriveTick[unit] = from + Math.floor(minutes / TICK_MINUTES + u);
  units.readiness[unit] = 1;
  if (at < model.grid.count) {
    const effort = model.units.moveClass[unit]! <= 1 ? 1 : 0.3;
    units.fatigueDays[unit] = units.fatigueDays[unit]! + effort * marchFatigue(minutes);
  }
  if (steps > 0 || units.task[unit] === ASSAULT) return true;
  const to = placeOfLocation(model, units.taskTarget[unit]!);
  emit(run, 'unit-departed', model.units.id[unit]!, placeOfLocation(model, at), causes(run, unit), {
    to,
  });
  return true;
}

function causes(run: Run, unit: number): readonly string[] {
  const event = run.world.units.causeEvent[unit]!;
  return event === '' ? [] : [event];
}

/**
 * A hex with enemies is entered in an attack only: the goal of the attack, and what bars the way to it where there
 * is no way round.
 */
function isBarred(run: Run, unit: number, next: number, occupancy: Occupancy): boolean {
  return hasEnemies(run, unit, next, occupancy) && !isAttacking(run, unit);
}

function hasEnemies({ model }: Run, unit: number, hex: number, occupancy: Occupancy): boolean {
  const n = model.grid.count;
  return hex < n && occupancy.men[(1 - model.units.side[unit]!) * n + hex]! > 0;
}

/** Minutes to the next location in this light and weather, with this unit's tiredness. */
function legMinutes(run: Run, unit: number, next: number, c: GroundCoefficients): number {
  const { world, model } = run;
  const n = model.grid.count;
  const at = world.units.location[unit]!;
  const moveClass = model.units.moveClass[unit]!;
  if (at < n && next < n) {
    const direction = directionTo(model.grid, at, next);
    const fatigue = world.units.fatigueDays[unit]!;
    const slow = marchSlowing(lightNow(run), weatherNow(run), fatigue, moveClass, c);
    return minutesOfStep(run, moveClass, at * 6 + direction, c) * slow;
  }
  if (at < n || next < n) return TICK_MINUTES;
  const bars = barsOf(run, model.units.side[unit]!);
  const index = linkBetween(model, at - n, next - n, moveClass, bars, c);
  const link = model.theatre.links[index]!;
  const hours = linkHours(link.kind, link.lengthKm, moveClass, c);
  const queue = (24 * (menOnLink(run, at, next) + world.units.men[unit]!)) / link.capacityMenPerDay;
  return (hours + queue) * 60;
}

/** Men of all units now between two nodes in this direction: they pass first. */
function menOnLink(run: Run, from: number, to: number): number {
  const units = run.world.units;
  let men = 0;
  for (let unit = 0; unit < run.model.units.count; unit++) {
    if (units.nextLocation[unit] === to && units.location[unit] === from) men += units.men[unit]!;
  }
  return men;
}

/** Comes to the next location. Returns false when the unit could not get there yet. */
function arrive(run: Run, unit: number, occupancy: Occupancy, c: GroundCoefficients): boolean {
  const { world, model } = run;
  const units = world.units;
  const n = model.grid.count;
  const next = units.nextLocation[unit]!;
  const from = units.location[unit]!;
  const side = model.units.side[unit]!;
  if (next < n) {
    if (isBarred(run, unit, next, occupancy)) {
      units.nextLocation[unit] = -1;
      units.taskTick[unit] = world.tick + waitTicks(units.task[unit]!);
      return false;
    }
    if (units.task[unit] === ASSAULT && suppressionNow(run, unit, c) > PINNED) {
      units.arriveTick[unit] = world.tick + 1;
      return false;
    }
  }
  units.location[unit] = next;
  units.nextLocation[unit] = -1;
  noteChange(occupancy, side);
  if (from < n) occupancy.men[side * n + from] = occupancy.men[side * n + from]! - units.men[unit]!;
  if (next < n) {
    occupancy.men[side * n + next] = occupancy.men[side * n + next]! + units.men[unit]!;
    enter(run, unit, from, next, occupancy, c);
  }
  // A bait counts its hours from where it is seen.
  if (units.task[unit] === BAIT) units.taskTick[unit] = world.tick;
  const there = next === units.taskTarget[unit] && units.task[unit] !== ASSAULT;
  if (there || from >= n !== next >= n) {
    emit(
      run,
      'unit-arrived',
      model.units.id[unit]!,
      placeOfLocation(model, next),
      causes(run, unit),
      {
        from: placeOfLocation(model, from),
      },
    );
  }
  finish(run, unit, next);
  return true;
}

/** A march or a withdrawal ends at its goal; other tasks go on there. */
function finish(run: Run, unit: number, location: number): void {
  const units = run.world.units;
  if (units.taskTarget[unit] !== location) return;
  if (units.task[unit] === MARCH || units.task[unit] === WITHDRAW) {
    endMarch(run, unit);
  }
}

/**
 * A column that finds the enemy on its way has come as far as it can; a patrol looks at him from where it
 * stands, and goes home from there; who is on the way to his place of assembly forms up where he has come to.
 * Assumption: nobody fights his way there without an order to attack.
 */
function haltBefore(run: Run, unit: number): void {
  const { units } = run.world;
  if (units.task[unit] !== MARCH) {
    units.taskTarget[unit] = units.location[unit]!;
    return;
  }
  const here = placeOfLocation(run.model, units.location[unit]!);
  emit(run, 'unit-arrived', run.model.units.id[unit]!, here, causes(run, unit), { from: here });
  endMarch(run, unit);
}

function endMarch({ world: { units } }: Run, unit: number): void {
  units.task[unit] = IDLE;
  units.taskTarget[unit] = -1;
}

/** Where there is no way, or the way is held, an attack looks again after an hour, everybody else after four. Assumption. */
function waitTicks(task: number): number {
  return (task === ASSAULT ? 1 : 4) * TICKS_PER_HOUR;
}

/** What comes with entering a hex: lines crossed, the ground taken over, tanks bogged. */
function enter(
  run: Run,
  unit: number,
  from: number,
  hex: number,
  occupancy: Occupancy,
  c: GroundCoefficients,
): void {
  const { world, model } = run;
  const n = model.grid.count;
  const side = model.units.side[unit]!;
  for (let line = 0; line < 2; line++) {
    const own = model.ground.owner[line * n + hex] === side;
    const wasOwn = from >= n || model.ground.owner[line * n + from] === side;
    if (own || !wasOwn) continue;
    emit(
      run,
      'line-crossed',
      model.units.id[unit]!,
      placeOfLocation(model, hex),
      causes(run, unit),
      {
        line: model.sides[line]!.id,
        side: model.sides[side]!.id,
        men: world.units.men[unit]!,
      },
    );
  }
  const enemies = occupancy.men[(1 - side) * n + hex]! > 0;
  // Whoever comes into a held hex begins at the foot: the whole crest is the defenders'.
  if (enemies && occupancy.men[side * n + hex] === world.units.men[unit]) {
    world.ground.share[hex] = side === 0 ? 0 : 10;
  }
  // A patrol looks at ground and goes home, a bait is seen on it; neither holds it.
  const task = world.units.task[unit];
  const isOwn = world.ground.holder[hex] === side;
  if (!enemies && !isOwn && task !== PATROL && task !== BAIT && !passesBy(run, unit, hex)) {
    setHolder(run, hex, unit, world.units.operation[unit]!, causes(run, unit));
  }
  if (world.units.tanks[unit]! > 0 && model.ground.terrain[hex] === MARSH) {
    const u = uniform(world.seed, FOR.bog, world.tick, model.units.luckKey[unit]!, hex);
    const bogged = binomialFrom(
      u,
      world.units.tanks[unit]!,
      bogChance(model.grid.hexWidthMetres / 1000, c),
    );
    loseTanks(run, unit, bogged, 'marsh', 'bogged', causes(run, unit));
  }
}

/**
 * Whether a column goes over a named place that is nobody's on its way to another. Assumption: it holds nothing that
 * it does not stand on, but what it finds in the enemy's name.
 */
function passesBy({ model, world }: Run, unit: number, hex: number): boolean {
  const { task, taskTarget } = world.units;
  if (task[unit] === ASSAULT || taskTarget[unit] === hex) return false;
  return world.ground.holder[hex]! < 0 && areaAtHex(model, hex) >= 0;
}

/** Tick at which the movement of a unit needs attention next; `Infinity` while it stays where it is. */
export function movementTick(run: Run, unit: number): number {
  const units = run.world.units;
  if (units.nextLocation[unit]! >= 0) return inStep(run, unit, units.arriveTick[unit]!);
  return isWaiting(run, unit) ? inStep(run, unit, units.taskTick[unit]!) : Infinity;
}

/**
 * The first tick from this one on at which the unit is moved: attacks and flights by the tick, parties that go next
 * door by the half hour, marches in step.
 */
function inStep(run: Run, unit: number, tick: number): number {
  if (run.world.units.morale[unit] === BROKEN || isAttacking(run, unit)) return tick;
  if (goesNextDoor(run, unit)) return onTheHalfHour(tick);
  return Math.ceil(tick / MARCH_TICKS) * MARCH_TICKS;
}

/** Hexes that a party walks without falling into column. Assumption: a kilometre. */
const NEXT_DOOR_HEXES = 2;

/** Whether a unit is sent to a place close by, to hold it or to look at it. */
function goesNextDoor({ model, world }: Run, unit: number): boolean {
  const task = world.units.task[unit]!;
  if (task !== FORTIFY && task !== PATROL) return false;
  const at = world.units.location[unit]!;
  const target = world.units.taskTarget[unit]!;
  const n = model.grid.count;
  return at < n && target < n && hexesFrom(model, at)[target]! <= NEXT_DOOR_HEXES;
}

/** Whether a unit stands and has somewhere to go, now or when its hour comes. */
function isWaiting(run: Run, unit: number): boolean {
  const units = run.world.units;
  const task = units.task[unit]!;
  if (task === IDLE || task === STRIKE || units.morale[unit]! >= BROKEN) return false;
  const target = units.taskTarget[unit]!;
  if (target < 0 || target === units.location[unit] || units.men[unit]! <= 0) return false;
  return task !== BOMBARD || !canFireFrom(run, unit, units.location[unit]!, target);
}
