import type { KhasanEvent } from './events.ts';
import { emit } from './emit.ts';
import type { Model } from './model.ts';
import type { Order } from './orders.ts';
import { turnParties } from './systems/bait.ts';
import { canMeetAt, meetings, partiesTouch } from './systems/encounter.ts';
import { dueOffices, nextOfficeTick } from './systems/desk.ts';
import { execute } from './systems/execute.ts';
import { lookAround } from './systems/eyes.ts';
import { groundTick, nextGroundTick, underAttack } from './systems/ground.ts';
import { nextMailTick } from './systems/mailbag.ts';
import { deliverMail } from './systems/mailroom.ts';
import { nextOutsideTick, outsideEvents } from './systems/outside.ts';
import { settleContacts } from './systems/picture.ts';
import { purgeDay } from './systems/purge.ts';
import { beatTicks } from './systems/state.ts';
import { keepTruce, repeatTruce } from './systems/truce.ts';
import { TICKS_PER_DAY } from './time.ts';
import { applyAnchor } from './world/anchor.ts';
import { makeWorld, type RunSetup } from './world/create.ts';
import { FOLD_TICKS, foldWorld } from './world/fold-world.ts';
import { chainText } from './world/hash.ts';
import type { Run } from './world/world.ts';
import { STANCES, codeOf } from './vocabulary.ts';

export type { RunSetup } from './world/create.ts';

/** Makes the world of a run at its first tick. Throws on an unknown anchor. */
export function startRun(model: Model, setup: RunSetup, sink: (event: KhasanEvent) => void): Run {
  const run: Run = { model, world: makeWorld(model, setup), sink };
  const world = run.world;
  world.units.stance.fill(codeOf(STANCES, 'return-fire'));
  if (setup.from === 'free') {
    emit(run, 'run-started', '', '', [], { from: setup.from });
    tellAccounts(run);
    outsideEvents(run, -1);
  } else {
    const anchor = model.anchors.find((candidate) => candidate.id === setup.from);
    if (anchor === undefined) throw new Error(`no anchor '${setup.from}' in ${model.id}`);
    world.tick = anchor.tick;
    emit(run, 'run-started', '', '', [], { from: setup.from });
    tellAccounts(run);
    applyAnchor(run, anchor);
    if (setup.keepTruce === true && anchor.truceTick >= 0) giveTruce(run, anchor.truceTick);
  }
  return run;
}

/** Says which account the run takes of each disputed event on which an office's acts hang. */
function tellAccounts(run: Run): void {
  const { readings, offices } = run.model;
  readings.forEach(({ id, options }, index) => {
    if (!offices.some(({ byReading }) => byReading.some(({ reading }) => reading === index)))
      return;
    const value = run.world.readings[index]!;
    const claim = options.find((option) => option.value === value)?.claim ?? '';
    emit(run, 'account-taken', '', '', [], { reading: id, claim, value });
  });
}

/** The recorded hour of the truce, given from outside: both sides will stop then. */
function giveTruce(run: Run, truceTick: number): void {
  run.world.talks.truceTick = truceTick;
  run.world.offices.truceTold.fill(truceTick);
}

/**
 * The sequence of play. Offices that were due have decided; their orders are carried out, the ground
 * moves on, and the clock jumps to the next tick in which anything can happen, until some office is
 * due again.
 *
 * 1 outside: light, weather, other fronts; at the turn of a day, who is removed      2 messages arrive        3 offices decide (the caller)
 * 4 orders are carried out                    5–9 the ground: movement, works, observation, fire, supply
 * 10 meetings, own eyes, truce                11 every tenth day the hash of the world
 *
 * @returns the offices that are due now, ascending; empty when the run has ended.
 */
export function step(run: Run, orders: readonly Order[]): readonly number[] {
  const { world } = run;
  if (world.ended) return [];
  for (const order of orders) execute(run, order);
  // Only what is ordered to troops changes what the ground does next; words travel by mail.
  if (orders.some((order) => order.kind === 'act')) {
    world.nextGroundTick = Math.min(world.nextGroundTick, world.tick);
    world.groundDueTick = -1;
  }
  for (;;) {
    const before = world.tick;
    if (world.tick >= world.nextGroundTick) playGround(run);
    keepTruce(run);
    const next = nextTick(run);
    const isNewDay = turnsOver(before, next, TICKS_PER_DAY);
    if (turnsOver(before, next, FOLD_TICKS)) foldWorld(world.chain, world);
    world.tick = next;
    world.nextEvent = 0;
    if (next >= world.endTick) {
      world.tick = world.endTick;
      end(run, 'end-of-scenario');
      return [];
    }
    if (isSettled(run)) {
      end(run, 'settled');
      return [];
    }
    outsideEvents(run, before);
    if (isNewDay) {
      purgeDay(run);
      repeatTruce(run);
    }
    deliverMail(run);
    const due = dueOffices(run);
    if (due.length > 0) return due;
  }
}

/** Whether a new span of so many ticks begins after `before`, and not after `next`. */
function turnsOver(before: number, next: number, span: number): boolean {
  return Math.floor(next / span) !== Math.floor(before / span);
}

/**
 * Works on the ground up to now, and notes when it needs attention next. What men see of each other and of
 * their own side is gathered on the hour (in the coarse part every four): whatever happened between two
 * looks is looked at at the next.
 */
function playGround(run: Run): void {
  const { world } = run;
  const elapsed = world.groundTick < 0 ? 0 : world.tick - world.groundTick;
  world.groundTick = world.tick;
  const isSurveyed = groundTick(run, elapsed);
  const beat = beatTicks(run);
  const onTheBeat = world.tick % beat === 0;
  if (onTheBeat) {
    meetings(run);
    settleContacts(run);
    turnParties(run);
    lookAround(run);
  }
  const next = nextGroundTick(run, isSurveyed && !onTheBeat);
  world.groundDueTick = next;
  world.nextGroundTick = next;
  if (underAttack(run)) return;
  const nextBeat = (Math.floor(world.tick / beat) + 1) * beat;
  const look = !onTheBeat || (canMeetAt(run, nextBeat) && partiesTouch(run));
  if (look) world.nextGroundTick = Math.min(next, nextBeat);
}

function end(run: Run, reason: string): void {
  if (run.world.ended) return;
  run.world.ended = true;
  emit(run, 'run-ended', '', '', [], { reason });
}

/** The next tick in which anything can happen: never more than a day ahead. */
function nextTick(run: Run): number {
  const { world } = run;
  let next = Math.min(
    nextMailTick(run),
    nextOutsideTick(run),
    world.nextGroundTick,
    nextOfficeTick(run),
    (Math.floor(world.tick / TICKS_PER_DAY) + 1) * TICKS_PER_DAY,
  );
  if (world.talks.truceTick > world.tick) next = Math.min(next, world.talks.truceTick);
  return Math.max(world.tick + 1, next);
}

/** Days of truce, and of quiet within it, after which nothing of the affair is left to play. Assumption. */
const SETTLED_DAYS = 10;
const QUIET_DAYS = 5;

/** Whether the affair is over: a truce that has held, no attack planned, no force used for days. */
function isSettled(run: Run): boolean {
  const { world } = run;
  const truce = world.talks.truceTick;
  if (truce < 0 || world.tick - truce < SETTLED_DAYS * TICKS_PER_DAY) return false;
  if (world.operations.length > 0) return false;
  return world.tally.forceTick.every((tick) => world.tick - tick > QUIET_DAYS * TICKS_PER_DAY);
}

/** Hash of the whole run so far and of the state it has come to: 32 hexadecimal digits. */
export function runHash({ world }: Run): string {
  const chain = world.chain.slice();
  foldWorld(chain, world);
  return chainText(chain);
}
