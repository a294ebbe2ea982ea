import { FOR, logNormal } from '../draw.ts';
import { exp } from '../math.ts';
import { oncePer } from '../once-per.ts';
import { P } from '../parameters.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR, onTheHalfHour } from '../time.ts';
import { ACTIVITIES, TRAITS } from '../vocabulary.ts';
import { PICTURE_KINDS, type OfficeState, type Run, type World } from '../world/world.ts';
import { emit } from '../emit.ts';
import { slowness } from '../rules/doubt.ts';
import { cycleFrom, deskChanged } from './desk.ts';

const KINDS = PICTURE_KINDS.length;
const PRESENT = ACTIVITIES.indexOf('present');
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

/** Rest of a staff between two decisions, in units of its time to decide. Assumption. */
const REST_FACTOR = 4;

/** News of the field: the office will think about it, and has something to report. */
export function hear(run: Run, office: number): void {
  run.world.offices.untold[office] = 1;
  stir(run, office);
}

/**
 * Something has come in that changes what the office thinks: it will decide as soon as its staff can, if
 * that is before its next cycle. Depends on nothing but the office's own mail and eyes.
 * @param order whether it is an order: that is not kept waiting for earlier orders to work.
 */
export function stir(run: Run, office: number, order = false): void {
  const { world, model } = run;
  const info = model.offices[office]!;
  const offices = world.offices;
  offices.stirred[office] = 1;
  deskChanged(run, office);
  const median =
    DECISION_MINUTES[info.echelon]! *
    world.params[P['decision.speed']]! *
    slowness(
      traitOf(world, office, 'fear'),
      traitOf(world, office, 'competence'),
      world.params[P['decision.doubt']]!,
    );
  const spread = logNormal(
    world.params[P['delay.sigma']]!,
    world.seed,
    FOR.planning,
    world.tick,
    info.luckKey,
  );
  const soon = onTheHalfHour(world.tick + Math.max(1, Math.round((median * spread) / 15)));
  // A staff that has just decided lets its orders work before it sits down again.
  const last = offices.decidedTick[office]!;
  const rested =
    order || last < 0 ? 0 : onTheHalfHour(last + Math.round((REST_FACTOR * median) / 15));
  const coarse = world.tick >= model.coarseFromTick;
  const due = coarse ? cycleFrom(run, office, soon) : Math.max(soon, rested);
  offices.cycleTick[office] = Math.min(due, cycleFrom(run, office, world.tick));
}

/** Something is going on before an office's own men: it decides at once, not at its next sitting. */
export function callOnSpot(run: Run, office: number): void {
  const { world } = run;
  if (world.tick >= run.model.coarseFromTick) return;
  world.offices.stirred[office] = 1;
  const soon = onTheHalfHour(world.tick + 1);
  world.offices.cycleTick[office] = Math.min(soon, cycleFrom(run, office, world.tick));
  deskChanged(run, office);
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

/** Log-odds by which another's opinion must be graver than one's own to be news. Assumption. */
const GRAVER = 0.5;

/**
 * Somebody tells an office what he thinks of the other side's intent: it comes part of the way to a graver
 * opinion; a milder one moves nobody.
 * @param told log-odds.
 * @returns whether it was news.
 */
export function raiseIntent(run: Run, office: number, told: number): boolean {
  const graver = told - intentAt(run.world, office, run.world.tick);
  if (graver <= 0) return false;
  shiftIntent(run, office, run.world.params[P['intent.heed']]! * graver);
  return graver >= GRAVER;
}

/**
 * Somebody who has looked for himself tells an office that he thinks less ill of the other side: it comes part of the
 * way to his milder opinion, and no way at all where it is a graver one.
 * @param told log-odds.
 * @param open share 0–1 of the usual heed that it gives him.
 */
export function lowerIntent(run: Run, office: number, told: number, open: number): void {
  const milder = told - intentAt(run.world, office, run.world.tick);
  if (milder < 0) shiftIntent(run, office, run.world.params[P['intent.heed']]! * open * milder);
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

/** Hours within which ground that one's own men left counts as lost when the other side stands on it. Assumption. */
const LOST_WITHIN_HOURS = 24;

/**
 * Enters who holds a place into an office's picture. Ground that was the office's own within the last
 * day and is the enemy's now is felt as lost, also where it stood empty in between.
 * @param holder side, or -1 nobody.
 * @returns whether it is news: one's own men coming and going is none.
 */
export function learnHolder(run: Run, office: number, area: number, holder: number): boolean {
  const { world, model } = run;
  const offices = world.offices;
  const cell = office * model.areas.length + area;
  const { side } = model.offices[office]!;
  const before = offices.holder[cell]!;
  if (before === side) offices.heldTick[cell] = world.tick;
  if (holder === before) return false;
  offices.holder[cell] = holder;
  const held = offices.heldTick[cell]!;
  const fresh = held >= 0 && world.tick - held <= LOST_WITHIN_HOURS * TICKS_PER_HOUR;
  if (holder === 1 - side && fresh) {
    offices.lostTick[cell] = world.tick;
    shiftIntent(run, office, world.params[P['intent.attack']]!);
  }
  return holder === 1 - side || before === 1 - side;
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
 * Enters a sighting into an office's picture. Material news (an enemy where none was, twice as many, a
 * graver activity, an enemy gone) moves its intent belief. Assumption: what counts as gone, as more and as
 * few are judgements of a staff, not counts.
 * @returns whether it was material and new, so that the office is to `hear` of it.
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
  // The gravest thing seen of them in the last day stands until it is old.
  const lately = beforeTick >= 0 && sighting.tick - beforeTick < TICKS_PER_DAY;
  const stood = lately ? offices.activity[cell]! : Math.min(offices.activity[cell]!, PRESENT);
  const activity = Math.max(sighting.activity, stood);
  const graver = activity > stood && activity > PRESENT;
  const info = model.offices[office]!;
  const hex = model.areas[sighting.area]!.hex;
  const mine = model.ground.owner[info.side * model.grid.count + hex] === info.side;
  // In his own country the enemy comes and goes; only masses and deeds there are news.
  const few = info.echelon === 'post' ? 5 : 20;
  const arrived = before < 5 && sighting.men >= 5;
  const more = mine ? arrived || sighting.men > 2 * before + few : sighting.men > 2 * before + 200;
  const gone = sighting.men < 0.3 * before && before >= 5;
  const present = sighting.men > 0 || sighting.tanks > 0 || sighting.guns > 0;
  offices.enemy[cell * KINDS] = sighting.men;
  offices.enemy[cell * KINDS + 1] = sighting.guns;
  offices.enemy[cell * KINDS + 2] = sighting.tanks;
  offices.enemy[cell * KINDS + 3] = sighting.works;
  offices.enemyTick[cell] = sighting.tick;
  offices.activity[cell] = present ? activity : 0;
  offices.retold[cell] = sighting.retold;
  const material =
    (present && ((graver && (mine || activity >= MASSING)) || more)) || (gone && mine);
  if (!material) return false;
  // Only what the other side does on ground that this office's side claims is held against it.
  if (present) offices.enemySince[cell] = sighting.tick;
  if (present && mine) {
    shiftIntent(run, office, intentWeight(world, activity));
  } else if (gone) {
    shiftIntent(run, office, -world.params[P['intent.presence']]!);
  }
  return present ? isNews(world, cell, sighting.men, activity, sighting.tick, few) : true;
}

/** Days for which an enemy who comes and goes, and shots where shots were heard, are nothing new. Assumption. */
const NOTED_DAYS = 2;

/**
 * Whether an enemy is worth a report: more than twice the men, or a graver doing, than what was passed on of the
 * place in the last two days. Who goes out of sight and comes back is known.
 */
function isNews(
  { offices }: World,
  cell: number,
  men: number,
  activity: number,
  tick: number,
  few: number,
): boolean {
  const noted = offices.notedTick[cell]!;
  const lately = noted >= 0 && tick - noted < NOTED_DAYS * TICKS_PER_DAY;
  const menBefore = lately ? offices.notedMen[cell]! : 0;
  const activityBefore = lately ? offices.notedActivity[cell]! : PRESENT;
  const news = !lately || activity > activityBefore || men > 2 * menBefore + few;
  if (!news) return false;
  offices.notedTick[cell] = tick;
  offices.notedMen[cell] = Math.max(menBefore, men);
  offices.notedActivity[cell] = Math.max(activityBefore, activity);
  return true;
}

/** Hours in which half of what is no longer seen is written off. Assumption: a day of watching. */
const WRITE_OFF_HOURS = 24;

/** Share 0–1 of an earlier count that still stands when less is seen now. */
export function keptShare(world: World, seenTick: number): number {
  if (seenTick < 0) return 0;
  const ticks = world.tick - seenTick;
  return KEPT[ticks] ?? keptAfter(ticks);
}

function keptAfter(ticks: number): number {
  return exp((-0.6931471805599453 * ticks) / (WRITE_OFF_HOURS * TICKS_PER_HOUR));
}

/** `[ticks]` the same for the last days. */
const KEPT = Float64Array.from({ length: 3 * TICKS_PER_DAY }, (_, ticks) => keptAfter(ticks));

/** `[office]` 1 where something may have been seen since the last hour. Scratch: where nothing is known, it may. */
const lookersOf = oncePer((offices: OfficeState): Uint8Array =>
  new Uint8Array(offices.decidedTick.length).fill(1),
);

/**
 * An office's own men see enemies in a hex. What is seen in several hexes of one area in one tick adds
 * up; of several looks within the hour the one that saw most counts. Called by the observation system
 * with its errors of counting; `settleContacts` must follow.
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
  const { offices, tick } = run.world;
  const { glimpse, glimpseNow: now } = offices;
  const cell = office * run.model.areas.length + run.model.ground.area[hex]!;
  const at = cell * KINDS;
  lookersOf(offices)[office] = 1;
  if (offices.glimpseTick[cell] !== tick) for (let i = at; i < at + KINDS; i++) now[i] = 0;
  offices.glimpseTick[cell] = tick;
  now[at] = now[at]! + men;
  now[at + 1] = now[at + 1]! + guns;
  now[at + 2] = now[at + 2]! + tanks;
  now[at + 3] = Math.max(now[at + 3]!, works);
  for (let kind = at; kind < at + KINDS; kind++) {
    glimpse[kind] = Math.max(glimpse[kind]!, now[kind]!);
  }
  offices.glimpseActivity[cell] = Math.max(offices.glimpseActivity[cell]!, activity);
}

/** The sighting that is being entered. Scratch. */
const seenNow = blankSighting();

/** A sighting to be written over, so that none need be made for each area. */
export function blankSighting(): { -readonly [K in keyof Sighting]: Sighting[K] } {
  return { area: 0, men: 0, guns: 0, tanks: 0, works: 0, activity: 0, tick: 0, retold: 0 };
}

/** Enters what was seen since the last hour into the pictures, each area of each office once. */
export function settleContacts(run: Run): void {
  const lookers = lookersOf(run.world.offices);
  for (let office = 0; office < lookers.length; office++) {
    if (lookers[office] === 0) continue;
    lookers[office] = 0;
    settleContactsOf(run, office);
  }
}

function settleContactsOf(run: Run, office: number): void {
  const { world, model } = run;
  const { glimpse, glimpseTick, glimpseActivity, enemy: believed } = world.offices;
  const sighting = seenNow;
  sighting.tick = world.tick;
  const first = office * model.areas.length;
  for (let cell = first; cell < first + model.areas.length; cell++) {
    if (glimpseTick[cell]! < 0) continue;
    const at = cell * KINDS;
    // What was counted yesterday and is not seen today may be asleep or dug in: it is written off slowly.
    const kept = keptShare(world, world.offices.enemyTick[cell]!);
    sighting.area = cell - first;
    sighting.men = Math.max(glimpse[at]!, kept * believed[at]!);
    sighting.guns = Math.max(glimpse[at + 1]!, kept * believed[at + 1]!);
    sighting.tanks = Math.max(glimpse[at + 2]!, kept * believed[at + 2]!);
    sighting.works = Math.max(glimpse[at + 3]!, kept * believed[at + 3]!);
    sighting.activity = glimpseActivity[cell]!;
    for (let i = at; i < at + KINDS; i++) glimpse[i] = 0;
    glimpseTick[cell] = -1;
    glimpseActivity[cell] = 0;
    if (!learnOf(run, office, sighting)) continue;
    hear(run, office);
    tellContact(run, office, sighting);
  }
}

function tellContact(run: Run, office: number, sighting: Sighting): void {
  const { model } = run;
  const place = model.areas[sighting.area]!.id;
  emit(run, 'contact-reported', model.offices[office]!.id, place, [], {
    office: model.offices[office]!.id,
    area: place,
    men: Math.round(sighting.men),
    tanks: Math.round(sighting.tanks),
    guns: Math.round(sighting.guns),
    activity: ACTIVITIES[sighting.activity]!,
  });
}
