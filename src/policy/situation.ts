import {
  ACTIVITIES,
  ACTS,
  PICTURE_KINDS,
  codeOf,
  exp,
  logistic,
  type Act,
  type View,
} from '../engine/index.ts';
import { sortedByAct, type ByAct } from './by-act.ts';
import type { Skill } from './skill.ts';
import { reachesOf, staffOf, type Staff } from './staff.ts';

/** What an office makes of one place, from its own picture. Men and tubes as believed. Not to be kept. */
export interface Concern {
  readonly area: number;
  readonly hex: number;
  readonly worth: number;
  /** The office's side claims it by its own line. */
  readonly ours: boolean;
  readonly enemyMen: number;
  readonly enemyTanks: number;
  readonly works: number;
  /** Activity of the enemy there, code of `ACTIVITIES`. */
  readonly activity: number;
  /** Enemy men within reach of it, the place itself included. */
  readonly enemyNear: number;
  /** Enemy men an attack ordered by this office is sized against: the larger its command, the wider its front. */
  readonly enemyMet: number;
  readonly ownHere: number;
  readonly ownNear: number;
  readonly ownTrench: number;
  readonly heldByUs: boolean;
  readonly heldByEnemy: boolean;
  readonly lostLately: boolean;
  /** The office has attacked it in the last days, and the enemy is still there. */
  readonly failedLately: boolean;
  /** Chance 0–1 that the other side means to take it. */
  readonly intent: number;
  /** Whether fire has ceased, as far as the office has been told. */
  readonly ceased: boolean;
  /** How much the office has at stake there, 0–1; the order in which places are thought about. */
  readonly stake: number;
}

const KINDS = PICTURE_KINDS.length;

/** Men below which a party is a patrol and does not count as holding a place. Assumption. */
const PARTY_MEN = 8;
/** Places a mind holds at once, and the stake below which one is not thought about. Assumption. */
const CONCERNS_MAX = 3;
const STAKE_MIN = 0.02;
/** Hours in which half the confidence in an unrepeated contact is gone. Assumption. */
const FADE_HOURS = 30;
/** Ticks in a day, in which a loss is felt as recent: ten days. */
const LATELY_TICKS = 10 * 96;

/** Confidence 0–1 in a contact of an age in ticks. */
function fade(age: number): number {
  return exp((-0.6931471805599453 * (age / 4)) / FADE_HOURS);
}

/** `[age]` the same for the ages that occur, worked out once: four months. */
const FADED = Float64Array.from({ length: 123 * 96 }, (_, age) => fade(age));

function confidence(view: View, area: number): number {
  const seen = view.enemyTick[area]!;
  if (seen < 0) return 0;
  const age = view.tick - seen;
  return FADED[age] ?? fade(age);
}

/** Places found so far in a decision, the one with most at stake first; undefined where there are fewer. Scratch. */
const foremost = new Array<Concern | undefined>(CONCERNS_MAX).fill(undefined);

/**
 * The places an office thinks about, the one with most at stake first (ties by index): those it
 * answers for, if it has men in the field or knows of an enemy there, and disputed ones where it knows
 * of an enemy. At most three, and none with next to nothing at stake.
 * @returns them, and undefined where there are fewer. Not to be kept.
 */
export function concernsOf(view: View): readonly (Concern | undefined)[] {
  const { places, answers, claims } = thinking(view);
  foremost.fill(undefined);
  let least = STAKE_MIN;
  let present: boolean | undefined;
  for (const area of places) {
    // At stake there is at most what the place is worth to the side: less than enough, or no more than the third.
    if (claims[area]! < least) continue;
    const known = view.enemyTick[area]! >= 0 || view.lostTick[area]! >= 0;
    if (!known && !(answers[area]! && (present ??= hasMen(view)))) continue;
    const concern = glanceAt(view, area);
    if (concern.stake < STAKE_MIN) continue;
    enter(concern);
    least = foremost[CONCERNS_MAX - 1]?.stake ?? STAKE_MIN;
  }
  for (const concern of foremost) if (concern !== undefined) concernAt(view, concern.area);
  return foremost;
}

function hasMen({ own }: View): boolean {
  for (let area = 0; area < own.length; area++) if (own[area]! > 0) return true;
  return false;
}

/** Puts a concern in its place among those already found, behind its equals; one too many drops out. */
function enter(concern: Concern): void {
  let place = CONCERNS_MAX;
  while (place > 0 && (foremost[place - 1]?.stake ?? 0) < concern.stake) place--;
  if (place === CONCERNS_MAX) return;
  for (let i = CONCERNS_MAX - 1; i > place; i--) foremost[i] = foremost[i - 1];
  foremost[place] = concern;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** The view now being thought about, and what is the same for all places in it. */
let thought: View | undefined;
let staff: Staff;
let reach: readonly (readonly number[])[];
let intent = 0;
/** Decisions begun, and `[area]` what has been worked out of each place, and in which of them. */
let thoughts = 0;
const concerns: Draft<Concern>[] = [];
const glanced: number[] = [];
const reckoned: number[] = [];

/** Begins a decision: forgets what was worked out for the one before. */
export function beginThought(view: View): void {
  thought = view;
  thoughts++;
  staff = staffOf(view);
  reach = reachesOf(view.model);
  intent = logistic(view.intent);
}

/** Names the decision now being made, for what is worked out once in it. */
export function sittingOf(view: View): number {
  if (thought !== view) beginThought(view);
  return thoughts;
}

/** The staff of the office that is thinking. */
export function thinking(view: View): Staff {
  if (thought !== view) beginThought(view);
  return staff;
}

/** What an act takes of the office that is thinking. */
export function skillOf(view: View, act: Act): Skill {
  return thinking(view).skills.get(act)!;
}

/** What the office makes of one area: worked out once in a decision, and good for that decision only. */
export function concernAt(view: View, area: number): Concern {
  const concern = glanceAt(view, area);
  if (reckoned[area] !== thoughts) {
    reckoned[area] = thoughts;
    reckonNear(view, concern);
  }
  return concern;
}

/** The same without the forces near it: enough to tell what is at stake. */
function glanceAt(view: View, area: number): Draft<Concern> {
  if (thought !== view) beginThought(view);
  const concern = (concerns[area] ??= blankConcern());
  if (glanced[area] !== thoughts) {
    glanced[area] = thoughts;
    locate(view, area, concern);
    judge(view, concern);
  }
  return concern;
}

function blankConcern(): Draft<Concern> {
  return {
    area: 0,
    hex: 0,
    worth: 0,
    ours: false,
    enemyMen: 0,
    enemyTanks: 0,
    works: 0,
    activity: 0,
    enemyNear: 0,
    enemyMet: 0,
    ownHere: 0,
    ownNear: 0,
    ownTrench: 0,
    heldByUs: false,
    heldByEnemy: false,
    lostLately: false,
    failedLately: false,
    intent: 0,
    ceased: false,
    stake: 0,
  };
}

/**
 * The place itself, and who is believed to be there. Assumption: below one in five a belief about doings
 * is not acted on.
 */
function locate(view: View, area: number, concern: Draft<Concern>): void {
  const { hex, worth } = view.model.areas[area]!;
  const sure = confidence(view, area);
  concern.area = area;
  concern.hex = hex;
  concern.worth = worth;
  concern.ours = staff.ours[area]!;
  concern.enemyMen = view.enemy[area * KINDS]! * sure;
  concern.enemyTanks = view.enemy[area * KINDS + 2]! * sure;
  concern.works = view.enemy[area * KINDS + 3]!;
  concern.activity = sure > 0.2 ? view.activity[area]! : 0;
  concern.ownHere = view.own[area]!;
  concern.ownTrench = view.ownTrench[area]!;
}

/**
 * Who holds it, and what is at stake. Assumption: the pressures are judgements: a held enemy is certain, a
 * feared one as likely as his intent.
 */
function judge(view: View, concern: Draft<Concern>): void {
  const { area, ownHere, enemyMen } = concern;
  const { side } = view.info;
  const holder = view.holder[area]!;
  const lostTick = view.lostTick[area]!;
  const heldByUs = holder === side || (ownHere >= PARTY_MEN && enemyMen < 1);
  const theirs = holder === 1 - side;
  const seen = view.enemy[area * KINDS]! >= PARTY_MEN;
  const lost = lostTick >= 0 && theirs;
  const heldByEnemy = !heldByUs && (enemyMen >= PARTY_MEN || (theirs && seen) || lost);
  const pressure = heldByEnemy ? 1 : heldByUs ? 0.1 + 0.6 * intent : 0.15 + 0.5 * intent;
  // Nobody disputes the rear: it matters only when the enemy stands in it.
  const matters = view.model.areas[area]!.disputed || heldByEnemy ? 1 : 0.15;
  concern.heldByUs = heldByUs;
  concern.heldByEnemy = heldByEnemy;
  concern.lostLately = lostTick >= 0 && view.tick - lostTick < LATELY_TICKS;
  concern.failedLately = heldByEnemy && attackedLately(view, area);
  concern.intent = intent;
  concern.ceased = view.truceTick >= 0 && view.tick >= view.truceTick;
  concern.stake = staff.claims[area]! * pressure * matters;
}

/**
 * The forces of both sides within reach of the place. Assumption: six tenths of those in reach could be
 * there in time.
 */
function reckonNear(view: View, concern: Draft<Concern>): void {
  const { area, enemyMen } = concern;
  const { enemy, own } = view;
  let enemyNear = 0;
  let ownNear = 0;
  for (const other of reach[area]!) {
    const believed = enemy[other * KINDS]!;
    const share = other === area ? 1 : 0.6;
    if (believed > 0) enemyNear += share * confidence(view, other) * believed;
    ownNear += own[other]!;
  }
  concern.enemyNear = enemyNear;
  concern.enemyMet = enemyMen + staff.width * Math.max(0, enemyNear - enemyMen);
  concern.ownNear = ownNear;
}

/** Hours within which an office remembers its own attack on a place, and those after H-hour that it takes to tell. Assumption. */
const ATTACK_MEMORY_HOURS = 96;
const ATTACK_TELLS_HOURS = 10;

const ASSAULT = codeOf(ACTS, 'assault');
const EJECT = codeOf(ACTS, 'eject');

function attackedLately(view: View, area: number): boolean {
  return wasAttacked(view, ASSAULT, area) || wasAttacked(view, EJECT, area);
}

function wasAttacked(view: View, act: number, area: number): boolean {
  const { newest, older } = deedsByAct(view);
  for (let i = newest[act]!; i >= 0; i = older[i]!) {
    const deed = view.deeds[i]!;
    if (deed.area !== area) continue;
    const hours = (view.tick - deed.dueTick) / 4;
    if (hours > ATTACK_TELLS_HOURS && hours < ATTACK_MEMORY_HOURS) return true;
  }
  return false;
}

/** `[office]` deeds as they were sorted last. Scratch: the same list gives the same. */
const deeds: ByAct[] = [];

/** Where each act stands among the office's own recent doings. */
export function deedsByAct(view: View): ByAct {
  return sortedByAct(deeds, view.office, view.deeds);
}

/** Whether the office has done an act (its code) on a place from a tick on, as far as it remembers. */
export function hasDone(view: View, act: number, area: number, since: number): boolean {
  const { newest, older } = deedsByAct(view);
  for (let i = newest[act]!; i >= 0; i = older[i]!) {
    const deed = view.deeds[i]!;
    if (deed.area === area && deed.tick >= since) return true;
  }
  return false;
}

export const ATTACKING = ACTIVITIES.indexOf('attacking');
export const FIRING = ACTIVITIES.indexOf('firing');
export const DIGGING = ACTIVITIES.indexOf('digging');

/** How far the other side's intent is in doubt, 0–1. Assumption: the variance of a yes or no, at its largest 1. */
export function doubtOf({ intent }: Concern): number {
  return 4 * intent * (1 - intent);
}
