import { FOR, uniform } from '../draw.ts';
import { emit } from '../emit.ts';
import { logistic } from '../math.ts';
import type { Model } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { P } from '../parameters.ts';
import { canDetain, nextStep, tenseChance, tensionOf, yieldChance } from '../rules/engagement.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR } from '../time.ts';
import { ENGAGEMENT_STEPS, LIGHTS, MORALES, STANCES, TASKS, codeOf } from '../vocabulary.ts';
import { RULE_PARTS, type Meeting, type Run } from '../world/world.ts';
import { goHome } from './bait.ts';
import { takeLosses } from './casualties.ts';
import { forgetMeetings, isOverLine, meetingOf, nearDispute } from './meeting-book.ts';
import { occupancyNow } from './occupancy.ts';
import { callOnSpot, hear, intentAt, shiftIntent, traitOf } from './picture.ts';
import { hexesFrom } from './sight.ts';
import { fireShot } from './single-shot.ts';
import { beatTicks } from './state.ts';

const BROKEN = codeOf(MORALES, 'broken');
const FREE_FIRE = codeOf(STANCES, 'free-fire');
const PATROL = codeOf(TASKS, 'patrol');
const CIVIL = codeOf(LIGHTS, 'civil');
const CHALLENGE = codeOf(ENGAGEMENT_STEPS, 'challenge');

/**
 * Parties of both sides near the line in peace: at every look they may meet, and a meeting once begun goes
 * on by one exchange a look. The side on whose ground (by its own line) the other stands speaks, by the rules of
 * engagement of its office. A shot is one man's: fire-fights belong to the combat system.
 */
export function meetings(run: Run): void {
  const { tick } = run.world;
  if (tick % beatTicks(run) !== 0 || !canMeetAt(run, tick)) return;
  forgetMeetings(run);
  gatherParties(run);
  for (const first of parties[0]!) {
    const second = touchedBy(run, first);
    if (second >= 0) meet(run, first, second);
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
  const [own, others] = parties;
  if (others!.length === 0) return false;
  for (let i = 0; i < own!.length; i++) if (touchedBy(run, own![i]!) >= 0) return true;
  return false;
}

/** Scratch: by side, the parties in the disputed tract, ascending. */
const parties: number[][] = [[], []];

function gatherParties(run: Run): void {
  const { awake, awakeCount } = occupancyNow(run);
  const { location } = run.world.units;
  const { side } = run.model.units;
  const near = nearDispute(run.model);
  const canGo = goesInParties(run.model);
  const hexes = run.model.grid.count;
  parties[0]!.length = 0;
  parties[1]!.length = 0;
  for (let i = 0; i < awakeCount; i++) {
    const unit = awake[i]!;
    const at = location[unit]!;
    if (at >= hexes || near[at] === 0 || canGo[unit] === 0) continue;
    if (canMeet(run, unit)) parties[side[unit]!]!.push(unit);
  }
}

/**
 * The first party of side 1 that touches one of side 0, or -1: in the same hex or next to it, at least one of
 * the two on ground that the other's side claims.
 */
function touchedBy(run: Run, first: number): number {
  const { location } = run.world.units;
  const a = location[first]!;
  const far = hexesFrom(run.model, a);
  const isOver = isOverLine(run, 0, a);
  const others = parties[1]!;
  for (let i = 0; i < others.length; i++) {
    const b = location[others[i]!]!;
    if (far[b]! <= 1 && (isOver || isOverLine(run, 1, b))) return others[i]!;
  }
  return -1;
}

/** `[unit]` 1 for foot and horse that go in parties. */
const goesInParties = oncePer(({ units }: Model): Uint8Array =>
  Uint8Array.from(units.kind, (kind) =>
    kind === 'rifle' || kind === 'border-guard' || kind === 'gendarme' || kind === 'cavalry'
      ? 1
      : 0,
  ),
);

function canMeet({ world: { units } }: Run, unit: number): boolean {
  if (units.men[unit]! <= 0 || units.morale[unit]! >= BROKEN) return false;
  return units.operation[unit]! < 0 && units.stance[unit]! < FREE_FIRE;
}

/** Draws of one look at two parties; the number says what for. */
function rollFor(run: Run, first: number, second: number, n: number): number {
  const keys = run.model.units.luckKey;
  return uniform(run.world.seed, FOR.meeting, run.world.tick, keys[first]!, keys[second], n);
}

function meet(run: Run, first: number, second: number): void {
  const { world } = run;
  // Men who fired at each other in the last day keep their distance.
  const fired = Math.max(world.units.firedTick[first]!, world.units.firedTick[second]!);
  if (fired >= 0 && world.tick - fired < TICKS_PER_DAY) return;
  let meeting = meetingOf(run, first, second);
  if (meeting === undefined) {
    const hours = beatTicks(run) / TICKS_PER_HOUR;
    const chance = Math.min(1, hours * world.params[P['meeting.chancePerHour']]!);
    if (rollFor(run, first, second, 0) > chance) return;
    meeting = begin(run, first, second);
  }
  if (meeting.over === 0) exchange(run, meeting);
}

/** A meeting begins. Where both stand on ground that the other's side claims, the one whose mind is less at ease speaks. */
function begin(run: Run, first: number, second: number): Meeting {
  const { world, model } = run;
  const { location, men, task } = world.units;
  const firstOver = isOverLine(run, 0, location[first]!);
  const secondOver = isOverLine(run, 1, location[second]!);
  const firstSpeaks =
    firstOver && secondOver ? tension(run, first) >= tension(run, second) : secondOver;
  const [host, guest] = firstSpeaks ? [first, second] : [second, first];
  const guestHex = location[guest]!;
  const area = model.ground.area[guestHex]!;
  const event = emit(run, 'parties-met', model.units.id[host]!, model.areas[area]!.id, [], {
    host: model.units.id[host]!,
    guest: model.units.id[guest]!,
    errand: TASKS[task[guest]!]!,
  });
  const meeting: Meeting = {
    host,
    guest,
    hostHex: location[host]!,
    guestHex,
    area,
    hostMen: men[host]!,
    guestMen: men[guest]!,
    startTick: world.tick,
    step: -1,
    times: 0,
    tick: world.tick,
    event,
    over: 0,
  };
  world.meetings.push(meeting);
  return meeting;
}

/** One exchange of a meeting: the guest may go, the host takes the next step of his rules, or loses his nerve. */
function exchange(run: Run, meeting: Meeting): void {
  const { world, model } = run;
  const { host, guest } = meeting;
  const params = world.params;
  if (meeting.step >= CHALLENGE && yields(run, meeting)) {
    meeting.over = 1;
    goHome(run, guest, meeting.event);
    return;
  }
  const tense = tension(run, host);
  const roll = (n: number): number => rollFor(run, host, guest, n);
  const at = model.units.office[host]! * RULE_PARTS;
  const { rules } = world.offices;
  const ladder = { first: rules[at]!, challenges: rules[at + 1]!, last: rules[at + 2]! };
  const skip = roll(4) < tenseChance(params[P['meeting.skipChance']]!, tense);
  const next = nextStep(ladder, meeting.step, meeting.times, skip);
  if (next < 0) {
    meeting.over = 1;
    return;
  }
  meeting.times = next === meeting.step ? meeting.times + 1 : 1;
  meeting.step = next;
  meeting.tick = world.tick;
  take(run, meeting);
  // Whatever his rules say, a frightened man may shoot.
  if (meeting.over === 1 || roll(1) > tenseChance(params[P['meeting.shotChance']]!, tense)) return;
  const cause = [meeting.event];
  fireShot(run, meeting, { shooter: host, target: guest, why: 'nerves', by: '', cause });
}

/** Takes the step that a meeting has come to. */
function take(run: Run, meeting: Meeting): void {
  const { host, guest } = meeting;
  const { units } = run.model;
  const place = run.model.areas[meeting.area]!.id;
  const cause = [meeting.event];
  const step = ENGAGEMENT_STEPS[meeting.step]!;
  if (step === 'challenge') {
    meeting.event = emit(run, 'challenge-made', units.id[host]!, place, cause, {
      challenger: units.id[host]!,
      challenged: units.id[guest]!,
      time: meeting.times,
    });
  } else if (step === 'warn') {
    meeting.event = emit(run, 'warning-given', units.id[host]!, place, cause, {
      warner: units.id[host]!,
      warned: units.id[guest]!,
    });
  } else if (step === 'detain') detain(run, meeting);
  else if (step === 'fire') {
    fireShot(run, meeting, { shooter: host, target: guest, why: 'rules', by: '', cause });
    return;
  }
  callThose(run, meeting);
}

/** Men led off of a party at most. Assumption: those who stand nearest. */
const DETAINED_MEN = 3;
/** Weight of having men taken, against shots. Assumption: half. */
const TAKEN_WEIGHT = 0.5;

/** The host tries to lead some of the guest's men off, if it is strong enough. */
function detain(run: Run, meeting: Meeting): void {
  const { world, model } = run;
  const { host, guest, hostMen, guestMen } = meeting;
  if (!canDetain(hostMen, guestMen)) return;
  if (rollFor(run, host, guest, 5) > world.params[P['meeting.detainChance']]!) return;
  const men = Math.min(DETAINED_MEN, world.units.men[guest]!);
  const place = model.areas[meeting.area]!.id;
  meeting.event = emit(run, 'party-detained', model.units.id[host]!, place, [meeting.event], {
    side: model.sides[model.units.side[host]!]!.id,
    party: model.units.id[guest]!,
    men,
  });
  meeting.over = 1;
  takeLosses(run, guest, 0, 0, men, 'capture', [meeting.event]);
  const office = model.units.office[guest]!;
  shiftIntent(run, office, TAKEN_WEIGHT * world.params[P['intent.shots']]!);
  hear(run, office);
  hear(run, model.units.office[host]!);
}

/** Offices with men in the meeting that know an order for such a moment are asked for it. */
function callThose(run: Run, { host, guest, over }: Meeting): void {
  if (over === 1) return;
  const { offices, units } = run.model;
  for (const unit of [host, guest]) {
    const office = units.office[unit]!;
    if (offices[office]!.repertoire.includes('shoot')) callOnSpot(run, office);
  }
}

/** Whether a patrol that has been called on turns back. A post stays on its hill, and who was sent to be seen stays to be seen. */
function yields(run: Run, { host, guest }: Meeting): boolean {
  const { world, model } = run;
  if (world.units.task[guest] !== PATROL) return false;
  const office = model.units.office[guest]!;
  const caution = traitOf(world, office, 'caution');
  const honour = traitOf(world, office, 'honour');
  const chance = yieldChance(world.params[P['meeting.yieldChance']]!, caution, honour);
  return rollFor(run, host, guest, 3) < chance;
}

/** Readiness 0–1 of a party to see harm in the other: its commander's fear and belief in bad intent. */
function tension(run: Run, unit: number): number {
  const office = run.model.units.office[unit]!;
  const intent = logistic(intentAt(run.world, office, run.world.tick));
  return tensionOf(traitOf(run.world, office, 'fear'), intent);
}
