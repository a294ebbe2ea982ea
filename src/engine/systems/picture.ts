import { FOR, logNormal } from '../draw.ts';
import { exp } from '../math.ts';
import { P } from '../parameters.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR } from '../time.ts';
import { TRAITS } from '../vocabulary.ts';
import { ACTIVITIES, PICTURE_KINDS, type Run, type World } from '../world/world.ts';
import { emit } from '../emit.ts';
import { cycleFrom } from './desk.ts';

const KINDS = PICTURE_KINDS.length;
const DIGGING = ACTIVITIES.indexOf('digging');
const MASSING = ACTIVITIES.indexOf('massing');
const FIRING = ACTIVITIES.indexOf('firing');
const ATTACKING = ACTIVITIES.indexOf('attacking');

/** Value 0–1 of a trait of the person now in an office. */
export function traitOf(world: World, office: number, trait: (typeof TRAITS)[number]): number {
  return world.offices.traits[office * TRAITS.length + TRAITS.indexOf(trait)]!;
}

/**
 * Median minutes a staff takes to reach a decision on news, by echelon.
 * Source: adjudication sources 11.1 (grade J): regiment 30, division 90, army 120, capital 180.
 */
const DECISION_MINUTES: Readonly<Record<string, number>> = {
  post: 10,
  regiment: 30,
  brigade: 45,
  division: 90,
  corps: 90,
  army: 120,
  capital: 180,
};

/**
 * News has come in that changes what the office thinks: it will decide as soon as its staff can, if
 * that is before its next cycle. Depends on nothing but the office's own mail and eyes.
 */
export function stir(run: Run, office: number): void {
  const { world, model } = run;
  const info = model.offices[office]!;
  const offices = world.offices;
  offices.stirred[office] = 1;
  offices.newsTick[office] = world.tick;
  const median = DECISION_MINUTES[info.echelon]! * world.params[P['decision.speed']]!;
  const spread = logNormal(
    world.params[P['delay.sigma']]!,
    world.seed,
    FOR.planning,
    world.tick,
    info.luckKey,
  );
  const due = world.tick + Math.max(1, Math.round((median * spread) / 15));
  offices.cycleTick[office] = Math.min(due, cycleFrom(run, office, world.tick));
}

/** Log-odds that the other side means to take the disputed ground, as the office sees it now. */
export function intentAt(world: World, office: number, tick: number): number {
  const base = world.params[P['intent.baseLogOdds']]!;
  const days = (tick - world.offices.intentTick[office]!) / TICKS_PER_DAY;
  const fade = exp((-0.6931471805599453 * days) / world.params[P['intent.halfLifeDays']]!);
  return base + world.offices.intent[office]! * fade;
}

/** Moves the intent belief by a weight (log-odds); the belief is held within ±5. */
export function shiftIntent(run: Run, office: number, weight: number): void {
  const { world } = run;
  const base = world.params[P['intent.baseLogOdds']]!;
  const now = intentAt(world, office, world.tick) - base;
  world.offices.intent[office] = Math.max(-5, Math.min(5, now + weight));
  world.offices.intentTick[office] = world.tick;
}

/** Weight on the intent belief of seeing this activity for the first time. */
function intentWeight(world: World, activity: number): number {
  const params = world.params;
  if (activity === ATTACKING) return params[P['intent.attack']]!;
  if (activity === FIRING) return params[P['intent.shots']]!;
  if (activity === MASSING) return params[P['intent.massing']]!;
  if (activity === DIGGING) return params[P['intent.works']]!;
  return params[P['intent.presence']]!;
}

/** What one office learns of one area, whoever tells it. Counts of men, guns, tanks; works 0–1. */
export interface Sighting {
  readonly area: number;
  readonly men: number;
  readonly guns: number;
  readonly tanks: number;
  readonly works: number;
  /** Code of `ACTIVITIES`. */
  readonly activity: number;
  /** Tick the news is of. */
  readonly tick: number;
  /** Hands it passed through. */
  readonly retold: number;
}

/**
 * Enters a sighting into an office's picture. Material news (an enemy where none was, half as many
 * again, a graver activity, a long silence broken) stirs the office and moves its intent belief.
 * @returns whether it was material.
 */
export function learnOf(run: Run, office: number, sighting: Sighting): boolean {
  const { world, model } = run;
  const offices = world.offices;
  const cell = office * model.areas.length + sighting.area;
  const before = offices.enemy[cell * KINDS]!;
  const beforeTick = offices.enemyTick[cell]!;
  // Old news, and the same news by another road, change nothing.
  if (sighting.tick < beforeTick) return false;
  if (sighting.tick === beforeTick && sighting.retold > 0) return false;
  const fresh = beforeTick >= 0 && sighting.tick - beforeTick < TICKS_PER_DAY;
  const graver = sighting.activity > offices.activity[cell]! || !fresh;
  const more = sighting.men > 1.5 * before + 5;
  const gone = sighting.men < 0.3 * before && before >= 5;
  const present = sighting.men > 0 || sighting.tanks > 0 || sighting.guns > 0;
  offices.enemy[cell * KINDS] = sighting.men;
  offices.enemy[cell * KINDS + 1] = sighting.guns;
  offices.enemy[cell * KINDS + 2] = sighting.tanks;
  offices.enemy[cell * KINDS + 3] = sighting.works;
  offices.enemyTick[cell] = sighting.tick;
  offices.activity[cell] = present ? sighting.activity : 0;
  offices.retold[cell] = sighting.retold;
  const material = (present && (graver || more)) || gone;
  if (material) {
    const info = model.offices[office]!;
    const mine = model.ground.owner[info.side * model.grid.count + model.areas[sighting.area]!.hex];
    // Only what the other side does on ground that this office's side claims is held against it.
    if (present) offices.enemySince[cell] = sighting.tick;
    if (present && mine === info.side) {
      shiftIntent(run, office, intentWeight(world, sighting.activity));
    } else if (gone) {
      shiftIntent(run, office, -world.params[P['intent.presence']]!);
    }
    stir(run, office);
  }
  return material;
}

/** Hours in which half of what is no longer seen is written off. Assumption: a day of watching. */
const WRITE_OFF_HOURS = 24;

function keptShare(world: World, seenTick: number): number {
  if (seenTick < 0) return 0;
  return exp((-0.6931471805599453 * (world.tick - seenTick)) / (WRITE_OFF_HOURS * TICKS_PER_HOUR));
}

/**
 * An office's own men see enemies in a hex. Estimates of one tick in one area add up; a new tick
 * replaces what was believed before. Called by the observation system with its errors of counting.
 */
export function noteContact(
  run: Run,
  office: number,
  hex: number,
  men: number,
  guns: number,
  tanks: number,
  works: number,
  activity: number,
): void {
  const { world, model } = run;
  const area = model.ground.area[hex]!;
  const offices = world.offices;
  const cell = office * model.areas.length + area;
  const same = offices.enemyTick[cell] === world.tick;
  const enemy = cell * KINDS;
  // What was counted yesterday and is not seen today may be asleep or dug in: it is written off slowly.
  const kept = same ? 0 : keptShare(world, offices.enemyTick[cell]!);
  const sighting: Sighting = {
    area,
    men: same ? offices.enemy[enemy]! + men : Math.max(men, kept * offices.enemy[enemy]!),
    guns: same
      ? offices.enemy[enemy + 1]! + guns
      : Math.max(guns, kept * offices.enemy[enemy + 1]!),
    tanks: same
      ? offices.enemy[enemy + 2]! + tanks
      : Math.max(tanks, kept * offices.enemy[enemy + 2]!),
    works: Math.max(works, kept * offices.enemy[enemy + 3]!, same ? offices.enemy[enemy + 3]! : 0),
    activity: Math.max(activity, same ? offices.activity[cell]! : 0),
    tick: world.tick,
    retold: 0,
  };
  if (learnOf(run, office, sighting)) {
    emit(run, 'contact-reported', model.offices[office]!.id, model.areas[area]!.id, [], {
      office: model.offices[office]!.id,
      area: model.areas[area]!.id,
      men: Math.round(sighting.men),
      tanks: Math.round(sighting.tanks),
      guns: Math.round(sighting.guns),
      activity: ACTIVITIES[sighting.activity]!,
    });
  }
}
