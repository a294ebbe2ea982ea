import {
  ACTIVITIES,
  PICTURE_KINDS,
  exp,
  logistic,
  type Model,
  type View,
} from '../engine/index.ts';
import { distance } from '../hex/index.ts';

/** What an office makes of one place, from its own picture. Men and tubes as believed. */
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
  /** How much the office has at stake there, 0–1; the order in which places are thought about. */
  readonly stake: number;
}

const KINDS = PICTURE_KINDS.length;

/** Men below which a party is a patrol and does not count as holding a place. Assumption. */
const PARTY_MEN = 8;
/** Places a mind holds at once, and the stake below which one is not thought about. Assumption. */
const CONCERNS_MAX = 3;
const STAKE_MIN = 0.02;
/** Hexes within which troops count as being within reach of a place. Assumption: 4 km, an hour's march. */
const REACH_HEXES = 8;
/** Hours in which half the confidence in an unrepeated contact is gone. Assumption. */
const FADE_HOURS = 30;
/** Ticks in a day, in which a loss is felt as recent: ten days. */
const LATELY_TICKS = 10 * 96;

/** Confidence 0–1 in a contact of an age in ticks. */
function fade(age: number): number {
  return exp((-0.6931471805599453 * (age / 4)) / FADE_HOURS);
}

/** `[age]` the same for the ages that occur, worked out once: six weeks. */
const FADED = Float64Array.from({ length: 42 * 96 }, (_, age) => fade(age));

function confidence(view: View, area: number): number {
  const seen = view.enemyTick[area]!;
  if (seen < 0) return 0;
  const age = view.tick - seen;
  return FADED[age] ?? fade(age);
}

/**
 * The places an office thinks about, the one with most at stake first (ties by index): those it
 * answers for, if it has men in the field or knows of an enemy there, and disputed ones where it knows
 * of an enemy. At most three, and none with next to nothing at stake.
 */
export function concernsOf(view: View): Concern[] {
  const { areas } = view.model;
  const { charge, echelon } = view.info;
  const found: Concern[] = [];
  const present = hasMen(view);
  for (let area = 0; area < areas.length; area++) {
    const known = view.enemyTick[area]! >= 0 || view.lostTick[area]! >= 0;
    if (!known && !present) continue;
    const general = known && areas[area]!.disputed && echelon !== 'post';
    if (!general && !charge.includes(area)) continue;
    const concern = concernAt(view, area);
    if (concern.stake >= STAKE_MIN) enter(found, concern);
  }
  return found;
}

function hasMen(view: View): boolean {
  for (let area = 0; area < view.own.length; area++) if (view.own[area]! > 0) return true;
  return false;
}

/** Puts a concern in its place among those already found, behind its equals; one too many drops out. */
function enter(found: Concern[], concern: Concern): void {
  let place = found.length;
  while (place > 0 && found[place - 1]!.stake < concern.stake) place--;
  if (place === CONCERNS_MAX) return;
  for (let i = Math.min(found.length, CONCERNS_MAX - 1); i > place; i--) found[i] = found[i - 1]!;
  found[place] = concern;
}

/** Areas within reach of each area, per model: a table, not state. */
const reaches = new WeakMap<Model, readonly (readonly number[])[]>();

function withinReach(model: Model, area: number): readonly number[] {
  let table = reaches.get(model);
  if (table === undefined) {
    table = model.areas.map((from) =>
      model.areas.flatMap((to, index) =>
        distance(model.grid, from.hex, to.hex) <= REACH_HEXES ? [index] : [],
      ),
    );
    reaches.set(model, table);
  }
  return table[area]!;
}

/** Concerns of the view now being thought about, so that one decision works each place out once. */
let thought: View | undefined;
let intent = 0;
const concerns: (Concern | undefined)[] = [];

/** Begins a decision: forgets what was worked out for the one before. */
export function beginThought(view: View): void {
  thought = view;
  intent = logistic(view.intent);
  for (let area = 0; area < view.model.areas.length; area++) concerns[area] = undefined;
}

/** Share of the enemy in reach, beyond the place itself, that an attack by each echelon meets. Assumption. */
const WIDTH: Readonly<Record<string, number>> = {
  post: 0,
  regiment: 0,
  brigade: 0,
  division: 0.25,
  corps: 1,
  army: 1,
  capital: 1,
};

/** What the office makes of one area. */
export function concernAt(view: View, area: number): Concern {
  if (thought !== view) beginThought(view);
  return (concerns[area] ??= makeConcern(view, area));
}

function makeConcern(view: View, area: number): Concern {
  const { model } = view;
  const info = model.areas[area]!;
  const side = view.info.side;
  const ours = model.ground.owner[side * model.grid.count + info.hex] === side;
  const sure = confidence(view, area);
  const enemyMen = view.enemy[area * KINDS]! * sure;
  let enemyNear = 0;
  let ownNear = 0;
  for (const other of withinReach(model, area)) {
    const share = other === area ? 1 : 0.6;
    const believed = view.enemy[other * KINDS]!;
    if (believed > 0) enemyNear += share * confidence(view, other) * believed;
    ownNear += view.own[other]!;
  }
  const heldByUs = view.holder[area] === side || (view.own[area]! >= PARTY_MEN && enemyMen < 1);
  const theirs = view.holder[area] === 1 - side;
  const seen = view.enemy[area * KINDS]! >= PARTY_MEN;
  const lost = view.lostTick[area]! >= 0 && theirs;
  const heldByEnemy = !heldByUs && (enemyMen >= PARTY_MEN || (theirs && seen) || lost);
  const lostLately = view.lostTick[area]! >= 0 && view.tick - view.lostTick[area]! < LATELY_TICKS;
  const pressure = heldByEnemy ? 1 : heldByUs ? 0.1 + 0.6 * intent : 0.15 + 0.5 * intent;
  // Nobody disputes the rear: it matters only when the enemy stands in it.
  const matters = info.disputed || heldByEnemy ? 1 : 0.15;
  return {
    area,
    hex: info.hex,
    worth: info.worth,
    ours,
    enemyMen,
    enemyTanks: view.enemy[area * KINDS + 2]! * sure,
    works: view.enemy[area * KINDS + 3]!,
    activity: sure > 0.2 ? view.activity[area]! : 0,
    enemyNear,
    enemyMet: enemyMen + WIDTH[view.info.echelon]! * Math.max(0, enemyNear - enemyMen),
    ownHere: view.own[area]!,
    ownNear,
    ownTrench: view.ownTrench[area]!,
    heldByUs,
    heldByEnemy,
    lostLately,
    failedLately: heldByEnemy && attackedLately(view, area),
    intent,
    stake: info.worth * (ours ? 1 : 0.1) * pressure * matters,
  };
}

/** Hours within which an office remembers its own attack on a place, and those after H-hour that it takes to tell. Assumption. */
const ATTACK_MEMORY_HOURS = 96;
const ATTACK_TELLS_HOURS = 10;

function attackedLately(view: View, area: number): boolean {
  for (const deed of view.deeds) {
    if (deed.area !== area || (deed.act !== 'assault' && deed.act !== 'eject')) continue;
    const hours = (view.tick - deed.dueTick) / 4;
    if (hours > ATTACK_TELLS_HOURS && hours < ATTACK_MEMORY_HOURS) return true;
  }
  return false;
}

export const ATTACKING = ACTIVITIES.indexOf('attacking');
export const FIRING = ACTIVITIES.indexOf('firing');
export const DIGGING = ACTIVITIES.indexOf('digging');

const establishments = new WeakMap<Model, Float64Array>();

/** Men of the office and of all below it on paper; what a staff knows of its own army. */
export function establishmentMen(model: Model, office: number): number {
  let table = establishments.get(model);
  if (table === undefined) {
    table = new Float64Array(model.offices.length).fill(-1);
    establishments.set(model, table);
  }
  // Counted when first asked for: nobody needs to look into the other side's army for it.
  if (table[office]! < 0) table[office] = countMen(model, office);
  return table[office]!;
}

function countMen(model: Model, office: number): number {
  let men = 0;
  for (const unit of model.offices[office]!.units) men += model.units.men[unit]!;
  for (const subordinate of model.offices[office]!.subordinates) {
    if (model.offices[subordinate]!.superiors[0] === office) men += countMen(model, subordinate);
  }
  return men;
}
