import { directionTo, neighbourOf } from '../../hex/index.ts';
import { FOR, uniform } from '../draw.ts';
import { emit } from '../emit.ts';
import { logistic } from '../math.ts';
import { P } from '../parameters.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR } from '../time.ts';
import { ACTIVITIES, LIGHTS, MORALES, STANCES, TASKS, codeOf } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import { takeLosses } from './casualties.ts';
import { rearOf } from './forces.ts';
import { occupancyNow } from './occupancy.ts';
import { beatTicks } from './state.ts';
import { assignTask } from './tasking.ts';
import { hear, intentAt, noteContact, traitOf } from './picture.ts';

const BROKEN = codeOf(MORALES, 'broken');
const FREE_FIRE = codeOf(STANCES, 'free-fire');
const PATROL = codeOf(TASKS, 'patrol');
const CIVIL = codeOf(LIGHTS, 'civil');
const FIRING = ACTIVITIES.indexOf('firing');

/**
 * Parties of both sides on one hill in peace: at every look they may meet. The side on whose ground
 * (by its own line) the other stands challenges; now and then a meeting ends in a shot. A shot is one
 * man's: fire-fights belong to the combat system.
 */
export function meetings(run: Run): void {
  const { tick } = run.world;
  if (tick % beatTicks(run) !== 0 || !canMeetAt(run, tick)) return;
  gatherParties(run);
  for (const first of parties[0]!) {
    for (const second of parties[1]!) {
      if (!touch(run, first, second)) continue;
      meet(run, first, second);
      break;
    }
  }
}

/** Whether parties may meet in a tick: by day or in civil twilight, before the hour of a truce. */
export function canMeetAt(run: Run, tick: number): boolean {
  const { truceTick } = run.world.talks;
  if (truceTick >= 0 && tick >= truceTick) return false;
  return (run.model.sky.light[tick] ?? 0) >= CIVIL;
}

/** Whether parties of both sides stand close enough to meet, so that the clock must stop at the hour. */
export function partiesTouch(run: Run): boolean {
  gatherParties(run);
  for (const first of parties[0]!) {
    for (const second of parties[1]!) if (touch(run, first, second)) return true;
  }
  return false;
}

/** Scratch: by side, the parties in the disputed tract, ascending. */
const parties: number[][] = [[], []];

function gatherParties(run: Run): void {
  const { world, model } = run;
  const { awake, awakeCount } = occupancyNow(run);
  parties[0]!.length = 0;
  parties[1]!.length = 0;
  for (let i = 0; i < awakeCount; i++) {
    const unit = awake[i]!;
    const at = world.units.location[unit]!;
    if (at >= model.grid.count || !nearDispute(run, at)) continue;
    if (canMeet(run, unit)) parties[model.units.side[unit]!]!.push(unit);
  }
}

/** A party on disputed ground, or next to it. */
function nearDispute(run: Run, hex: number): boolean {
  const { ground, grid } = run.model;
  if (ground.disputed[hex] === 1) return true;
  for (let direction = 0; direction < 6; direction++) {
    const other = neighbourOf(grid, hex, direction);
    if (other >= 0 && ground.disputed[other] === 1) return true;
  }
  return false;
}

/** Same hex or neighbours, at least one of the two on disputed ground. */
function touch(run: Run, first: number, second: number): boolean {
  const { world, model } = run;
  const a = world.units.location[first]!;
  const b = world.units.location[second]!;
  if (model.ground.disputed[a] === 0 && model.ground.disputed[b] === 0) return false;
  return a === b || directionTo(model.grid, a, b) >= 0;
}

/** Hours between the times at which patrols that have reached their goal turn for home. Assumption. */
const PATROL_HOURS = 4;

/** A patrol that has seen its goal goes back to its side's nearest place in the rear. */
export function turnPatrols(run: Run): void {
  const { world } = run;
  if (world.tick % (PATROL_HOURS * TICKS_PER_HOUR) !== 0) return;
  const { awake, awakeCount } = occupancyNow(run);
  for (let i = 0; i < awakeCount; i++) {
    const unit = awake[i]!;
    if (world.units.task[unit] !== PATROL) continue;
    if (world.units.location[unit] !== world.units.taskTarget[unit]) continue;
    const cause = world.units.causeEvent[unit]!;
    assignTask(run, unit, 'withdraw', rearOf(run, unit), world.tick + 1, 'return-fire', cause);
  }
}

function canMeet(run: Run, unit: number): boolean {
  const { units } = run.world;
  const at = units.location[unit]!;
  if (at >= run.model.grid.count || units.men[unit]! <= 0) return false;
  if (units.morale[unit]! >= BROKEN || units.operation[unit]! >= 0) return false;
  const foot = run.model.units.kind[unit]!;
  const party =
    foot === 'rifle' || foot === 'border-guard' || foot === 'gendarme' || foot === 'cavalry';
  return party && units.stance[unit]! < FREE_FIRE;
}

function meet(run: Run, first: number, second: number): void {
  const { world, model } = run;
  const params = world.params;
  const keys = model.units.luckKey;
  const roll = (n: number): number =>
    uniform(world.seed, FOR.meeting, world.tick, keys[first]!, keys[second], n);
  // Men who fired at each other in the last day keep their distance.
  const fired = Math.max(world.units.firedTick[first]!, world.units.firedTick[second]!);
  if (fired >= 0 && world.tick - fired < TICKS_PER_DAY) return;
  const hours = beatTicks(run) / TICKS_PER_HOUR;
  if (roll(0) > Math.min(1, hours * params[P['meeting.chancePerHour']]!)) return;
  const place = model.areas[model.ground.area[world.units.location[first]!]!]!.id;
  // The one whose mind is less at ease speaks first and, at worst, fires.
  const firstTense = tension(run, first);
  const secondTense = tension(run, second);
  const [challenger, challenged, tense] =
    firstTense >= secondTense ? [first, second, firstTense] : [second, first, secondTense];
  const event = emit(run, 'challenge-made', model.units.id[challenger]!, place, [], {
    challenger: model.units.id[challenger]!,
    challenged: model.units.id[challenged]!,
  });
  const unprovoked = 1 - params[P['rule.challengeFirst']]!;
  if (roll(1) > params[P['meeting.shotChance']]! * 4 * tense * tense + unprovoked) return;
  const shot = emit(run, 'shot-fired', model.units.id[challenger]!, place, [event], {
    side: model.sides[model.units.side[challenger]!]!.id,
    at: model.units.id[challenged]!,
  });
  world.units.firedTick[challenger] = world.tick;
  world.units.firedTick[challenged] = world.tick;
  if (roll(2) < 0.5) takeLosses(run, challenged, 1, 0, 0, 'shot', [shot]);
  const office = model.units.office[challenged]!;
  noteContact(
    run,
    office,
    world.units.location[challenger]!,
    world.units.men[challenger]!,
    0,
    0,
    0,
    FIRING,
  );
  hear(run, model.units.office[challenger]!);
}

/** Readiness 0–1 of a party to see harm in the other: its commander's fear and belief in bad intent. */
function tension(run: Run, unit: number): number {
  const office = run.model.units.office[unit]!;
  const intent = logistic(intentAt(run.world, office, run.world.tick));
  return 0.5 * traitOf(run.world, office, 'fear') + 0.5 * intent;
}
