import { emit } from '../emit.ts';
import { groundCoefficients } from '../rules/coefficients.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import { MORALES, TASKS, TRAITS, codeOf } from '../vocabulary.ts';
import type { Operation, Run } from '../world/world.ts';
import { setHolder } from './casualties.ts';
import type { Occupancy } from './occupancy.ts';
import { endOperation, mayStart, scatterTicks } from './operations.ts';
import { isBattery } from './ranges.ts';
import { concertIn } from './state.ts';
import { isSurprised, surprise } from './surprise.ts';
import { assignTask } from './tasking.ts';

const ASSAULT = codeOf(TASKS, 'assault');
const BROKEN = codeOf(MORALES, 'broken');
const CAUTION = TRAITS.indexOf('caution');

/** Men from which an attack means open war between the lines. Assumption: a battalion. */
const OPEN_WAR_MEN = 300;

/** Takes every operation one step on: start, progress, success, failure. */
export function runOperations(run: Run, occupancy: Occupancy): void {
  const { world } = run;
  let ended = false;
  for (const operation of world.operations) {
    if (operation.phase === 'forming') tryStart(run, operation, occupancy);
    else if (operation.phase !== 'ended') follow(run, operation, occupancy);
    if (operation.phase === 'ended') ended = true;
  }
  if (ended) world.operations = world.operations.filter((operation) => operation.phase !== 'ended');
}

/**
 * The attack starts at H-hour when enough of its plan is in place, later when units are late, and at the end
 * of the longest wait with whatever is there. Commands under one plan whose concert is good go together: what
 * counts is how many of all their men are in place, and when one has begun the others wait no longer than for
 * their first company. A well-concerted attack waits for more of its men. Assumption: four men in ten are enough for the
 * hasty, nine for the best concerted.
 */
function tryStart(run: Run, operation: Operation, occupancy: Occupancy): void {
  const { world, model } = run;
  if (!mayStart(operation, world.tick)) return;
  const { men, ready } = countReady(run, operation);
  if (men === 0) {
    endOperation(run, operation, 'called-off', occupancy);
    return;
  }
  const slip = groundCoefficients(world.params).slipHours * TICKS_PER_HOUR;
  const late = world.tick >= operation.hHourTick + slip;
  if (ready === 0 || !(late || isPlanReady(run, operation))) {
    if (world.tick >= operation.hHourTick + 3 * slip)
      endOperation(run, operation, 'called-off', occupancy);
    return;
  }
  const enemyKey = (1 - operation.side) * model.grid.count + operation.targetHex;
  if (
    occupancy.men[enemyKey] === 0 &&
    world.ground.holder[operation.targetHex] === operation.side
  ) {
    // The place is one's own and nobody disputes it: there is nothing to attack.
    endOperation(run, operation, 'called-off', occupancy);
    return;
  }
  operation.phase = 'approach';
  operation.startedTick = world.tick;
  operation.headwayTick = world.tick;
  operation.menAtStart = men;
  operation.defendersAtStart = occupancy.men[enemyKey]!;
  if (men >= OPEN_WAR_MEN) world.tally.attackTick[operation.side] = world.tick;
  for (const unit of operation.units) {
    if (isBattery(run, unit)) continue;
    assignTask(
      run,
      unit,
      'assault',
      operation.targetHex,
      world.tick + scatterTicks(run, operation, unit),
      'free-fire',
      operation.event,
    );
  }
  emit(
    run,
    'operation-started',
    run.model.offices[operation.office]!.id,
    run.model.areas[operation.area]?.id ?? '',
    [operation.event],
    {
      operation: operation.id,
      act: operation.act,
      men,
      defenders: operation.defendersAtStart,
    },
  );
}

/** Men of an attack on foot and in tanks, and those of them at their place of assembly. Not to be kept. */
function countReady(run: Run, operation: Operation): typeof strength {
  const { units } = run.world;
  strength.men = strength.ready = 0;
  for (const unit of operation.units) {
    if (isBattery(run, unit)) continue;
    strength.men += units.men[unit]!;
    if (units.location[unit] === units.taskTarget[unit]) strength.ready += units.men[unit]!;
  }
  return strength;
}
const strength = { men: 0, ready: 0 };

/** Concert from which on commands under one plan wait for each other. Assumption: four tenths; below it each goes when it is ready. */
const TOGETHER_FROM = 0.4;

/** Whether enough of all commands under the plan of an attack are in place, or one of them has begun. */
function isPlanReady(run: Run, operation: Operation): boolean {
  const concert = concertIn(run, operation);
  let men = 0;
  let ready = 0;
  for (const other of run.world.operations) {
    if (other !== operation && (concert < TOGETHER_FROM || !isOnePlan(other, operation))) continue;
    if (other.phase !== 'forming') return true;
    const count = countReady(run, other);
    men += count.men;
    ready += count.ready;
  }
  return ready >= (0.4 + 0.5 * concert) * men;
}

function isOnePlan(a: Operation, b: Operation): boolean {
  return a.plan === b.plan && a.plan !== '' && a.phase !== 'ended';
}

/** Loss share at which this office breaks off: the cautious sooner. Source: adjudication sources 2.5 (tolerance as the link to the political layer). */
function bearable(run: Run, operation: Operation): number {
  const caution = run.world.offices.traits[operation.office * TRAITS.length + CAUTION]!;
  return groundCoefficients(run.world.params).bearLossShare * (1.6 - 1.2 * caution);
}

function follow(run: Run, operation: Operation, occupancy: Occupancy): void {
  const { world, model } = run;
  const n = model.grid.count;
  const hex = operation.targetHex;
  const own = occupancy.fit[operation.side * n + hex]!;
  if (operation.phase === 'approach' && menIn(run, operation, hex) > 0) {
    operation.phase = 'assault';
    operation.headwayTick = world.tick;
    if (isSurprised(run, operation, occupancy)) surprise(run, operation, occupancy);
  }
  if (
    operation.phase === 'assault' &&
    own > 0 &&
    occupancy.men[(1 - operation.side) * n + hex] === 0
  ) {
    operation.takenTick = world.tick;
    const first = occupancy.head[operation.side * n + hex]!;
    setHolder(run, hex, first, operation.id, [operation.event]);
    endOperation(run, operation, 'taken', occupancy);
    return;
  }
  if (menLeft(run, operation) === 0) {
    endOperation(run, operation, 'repulsed', occupancy);
    return;
  }
  const stale = groundCoefficients(world.params).staleHours * TICKS_PER_HOUR;
  const tooDear = operation.loss > bearable(run, operation) * operation.menAtStart;
  const winning = ownTenths(run, operation) >= 6;
  if ((tooDear && !winning) || world.tick - operation.headwayTick >= stale) {
    const outcome =
      ownTenths(run, operation) > 0 && own > 0 ? 'contested' : tooDear ? 'repulsed' : 'called-off';
    endOperation(run, operation, outcome, occupancy);
  }
}

/** Tenths of the crest in the operation's hands, read only where its men stand there with enemies. */
function ownTenths(run: Run, operation: Operation): number {
  const share = run.world.ground.share[operation.targetHex]!;
  return operation.side === 0 ? share : 10 - share;
}

function menIn(run: Run, operation: Operation, hex: number): number {
  let men = 0;
  for (const unit of operation.units) {
    if (run.world.units.location[unit] === hex && run.world.units.task[unit] === ASSAULT) {
      men += run.world.units.men[unit]!;
    }
  }
  return men;
}

/** Fit men who still take part (broken units have left the list). */
function menLeft(run: Run, operation: Operation): number {
  let men = 0;
  for (const unit of operation.units) {
    if (run.world.units.task[unit] === ASSAULT && run.world.units.morale[unit]! < BROKEN) {
      men += run.world.units.men[unit]!;
    }
  }
  return men;
}
