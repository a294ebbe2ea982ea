import {
  ACTS,
  BAIT_MEN_MAX,
  FORCEFUL,
  MORALES,
  TICKS_PER_HOUR,
  UNIT_KINDS,
  codeOf,
  type Act,
  type Charge,
  type Order,
  type OwnUnit,
  type View,
} from '../engine/index.ts';
import { distance } from '../hex/index.ts';
import { deedsByAct, hasDone, sittingOf, skillOf, thinking, type Concern } from './situation.ts';
import { menFor } from './men-wanted.ts';
import { NOBODYS, OURS, THEIRS, type Skill } from './skill.ts';

const BROKEN = codeOf(MORALES, 'broken');
const RIFLE = codeOf(UNIT_KINDS, 'rifle');

/** One thing an office could do about a place. */
export interface Option {
  readonly act: Act;
  /** What the act takes of this office. */
  readonly skill: Skill;
  readonly area: number;
  readonly men: number;
}

/** Options about one place, written over by those about the next: the first `count` of the list. */
export interface OptionList {
  count: number;
  readonly list: { -readonly [K in keyof Option]: Option[K] }[];
}

/** Adds an option to those about a place. */
export function addOption(options: OptionList, skill: Skill, area: number, men: number): void {
  const place = options.count++;
  const known = options.list[place];
  if (known === undefined) {
    options.list[place] = { act: skill.act, skill, area, men };
    return;
  }
  known.act = skill.act;
  known.skill = skill;
  known.area = area;
  known.men = men;
}

/** Whether the office did the same lately, and nothing has been lost there since that undid it. */
function didLately(view: View, { act, code, general, restTicks }: Skill, area: number): boolean {
  const { newest, older } = deedsByAct(view);
  const lost = view.lostTick[area]!;
  for (let i = newest[code]!; i >= 0; i = older[i]!) {
    const deed = view.deeds[i]!;
    if (view.tick - deed.tick >= restTicks) continue;
    if (lost > deed.tick && (act === 'post' || act === 'patrol')) continue;
    if (deed.area === area || deed.area < 0 || general) return true;
  }
  return false;
}

function isAmong(decided: readonly Order[], act: Act): boolean {
  for (const order of decided) {
    if ((order.kind === 'act' || order.kind === 'direct') && order.act === act) return true;
  }
  return false;
}

/**
 * Everything an office could sensibly do about a place, in the order of `ACTS`; `wait` is first.
 * @param decided what it has decided already in this sitting: the whole command is not set going twice.
 * @param options where to write them.
 */
export function optionsFor(
  view: View,
  concern: Concern,
  decided: readonly Order[] = [],
  options: OptionList = { count: 0, list: [] },
): OptionList {
  const { waiting, prospects } = thinking(view);
  options.count = 0;
  addOption(options, waiting, concern.area, 0);
  const men = view.info.establishmentMen;
  const truce = isUnderTruce(view);
  const lacking = view.lacks.length > 0;
  for (const skill of prospects[holdingOf(concern)]!) {
    const { act } = skill;
    const wanted = menFor(view, act, concern, men);
    if (wanted <= 0 || (lacking && view.lacks.includes(act))) continue;
    if ((truce && !isPeaceful(view, act, concern)) || didLately(view, skill, concern.area))
      continue;
    if (skill.general && isAmong(decided, act)) continue;
    if (!canMan(view, skill, concern) || waitsForOrder(view, skill, concern)) continue;
    addOption(options, skill, placeFor(view, act, concern), wanted);
  }
  return options;
}

function holdingOf({ heldByUs, heldByEnemy }: Concern): number {
  return heldByUs ? OURS : heldByEnemy ? THEIRS : NOBODYS;
}

/** Troops gather behind the place, not on it: at the nearest place that both sides call the office's own. */
function placeFor(view: View, act: Act, concern: Concern): number {
  if (act !== 'concentrate' || isToGather(view, concern.area)) return concern.area;
  const { model } = view;
  const side = view.info.side;
  let best = concern.area;
  let nearest = Infinity;
  for (let area = 0; area < model.areas.length; area++) {
    const info = model.areas[area]!;
    const own = model.ground.owner[side * model.grid.count + info.hex] === side;
    if (info.disputed || !own || view.holder[area] === 1 - side) continue;
    const far = distance(model.grid, info.hex, concern.hex);
    if (far > 1 && far < nearest) {
      best = area;
      nearest = far;
    }
  }
  return best;
}

/** Whether it has been ordered to gather on the place. */
function isToGather({ charges }: View, area: number): boolean {
  for (const charge of charges) {
    if (charge.act === 'concentrate' && charge.area === area) return true;
  }
  return false;
}

/** An office that has been told of a truce uses no force from some hours ahead of it. */
export function isUnderTruce(view: View): boolean {
  return view.truceTick >= 0 && view.tick >= view.truceTick - 8 * TICKS_PER_HOUR;
}

/**
 * What goes on under a truce. Once fire has ceased a post is put on ground that stands empty. Who has told his men to
 * leave a place does not send them back, and who has put a post there since does not call it away.
 */
function isPeaceful(view: View, act: Act, { area, ceased }: Concern): boolean {
  const undone = UNDONE_BY[act];
  if (act === 'stand-down') return true;
  if (undone === undefined || (act === 'post' && !ceased)) return false;
  return !hasDone(view, skillOf(view, undone).code, area, view.truceTick);
}

/** What goes on at a place under a truce, and what one's own earlier act undoes of it. */
const UNDONE_BY: Readonly<Partial<Record<Act, Act>>> = {
  withdraw: 'post',
  fortify: 'withdraw',
  post: 'withdraw',
};

/** Share of the men it was ordered with below which an attack is not begun: it waits for more. Assumption. */
const FORCE_SHARE_MIN = 0.3;

/** Whether an office has at hand what an attack that it was ordered to make takes at least, or others to make it. */
function hasForce(view: View, charge: Charge, concern: Concern): boolean {
  const skill = skillOf(view, charge.act);
  if (!FORCEFUL.includes(charge.act) || skill.delegable) return true;
  return freeMen(view, skill, concern) >= FORCE_SHARE_MIN * charge.men;
}

/** Hours for which an order to attack keeps an office from attacking elsewhere of its own accord. Assumption. */
const EFFORT_HOURS = 48;

/**
 * Whether an order in hand stands against the act: one to attack here, as long as the men for it are wanting; for an
 * assault, a fresh one to make it elsewhere. Assumption: unity of effort, as the regulations of both armies have it.
 */
function waitsForOrder(view: View, { act }: Skill, concern: Concern): boolean {
  if (act !== 'assault' && act !== 'eject') return false;
  for (const charge of view.charges) {
    const isHere = charge.area === concern.area;
    if (isHere && charge.act === act && !hasForce(view, charge, concern)) return true;
    if (isHere || act !== 'assault' || charge.act !== 'assault') continue;
    if (view.tick - charge.tick < EFFORT_HOURS * TICKS_PER_HOUR) return true;
  }
  return false;
}

/** Men whom an office has put into attacks in this sitting. Scratch. */
const bound = { men: 0, sitting: 0 };

/** Notes that men have been put into an attack: for the next place of the sitting they are not free. */
export function bindMen(view: View, men: number): void {
  const sitting = sittingOf(view);
  if (bound.sitting !== sitting) bound.men = 0;
  bound.sitting = sitting;
  bound.men += men;
}

/** `[act]` free men for it, and the decision in which they were counted. */
const counted = new Float64Array(ACTS.length);
const countedIn = new Int32Array(ACTS.length);

/** Free men (aircraft for a strike) of the office's own that could carry out an act on a place. */
export function freeMen(view: View, skill: Skill, concern: Concern): number {
  if (view.units.length === 0) return 0;
  if (isOfPlace(skill)) return countFree(view, skill, concern);
  const sitting = sittingOf(view);
  if (countedIn[skill.code] !== sitting) {
    countedIn[skill.code] = sitting;
    counted[skill.code] = countFree(view, skill, concern);
  }
  const taken = bound.sitting === sitting && skill.able[RIFLE]! ? bound.men : 0;
  return Math.max(0, counted[skill.code]! - taken);
}

/** Who can dig in or leave hangs on the place; for all else the same men are free wherever it is. */
function isOfPlace({ act }: Skill): boolean {
  return act === 'fortify' || act === 'withdraw';
}

/** Whether there are any: sooner told than how many. */
function hasFree(view: View, skill: Skill, concern: Concern): boolean {
  const sitting = sittingOf(view);
  if (bound.sitting === sitting || countedIn[skill.code] === sitting) {
    return freeMen(view, skill, concern) > 0;
  }
  for (const unit of view.units) if (freeIn(view, unit, skill, concern) > 0) return true;
  if (isOfPlace(skill)) return false;
  countedIn[skill.code] = sitting;
  counted[skill.code] = 0;
  return false;
}

function countFree(view: View, skill: Skill, concern: Concern): number {
  let free = 0;
  for (const unit of view.units) free += freeIn(view, unit, skill, concern);
  return free;
}

/** Men (aircraft for a strike) of a unit that are free for an act on a place. */
function freeIn({ model }: View, unit: OwnUnit, skill: Skill, concern: Concern): number {
  const { act, able, onTheSpot } = skill;
  if (unit.busy || unit.morale >= BROKEN || !able[unit.kindCode]!) return 0;
  const onMap = unit.location < model.grid.count;
  if (onTheSpot && !onMap) return 0;
  if (act === 'bombard' && !unit.spareShells) return 0;
  if (act === 'provoke' && unit.men > BAIT_MEN_MAX) return 0;
  if (act === 'fortify' && unit.location !== concern.hex) return 0;
  const isThere = onMap && model.ground.area[unit.location] === concern.area;
  if (act === 'withdraw' && !isThere) return 0;
  return act === 'strike' ? unit.aircraft : unit.men;
}

/** Whether the office, or somebody below it, can put hands to the act. */
function canMan(view: View, skill: Skill, concern: Concern): boolean {
  return skill.talk || canTell(view, skill, concern) || hasFree(view, skill, concern);
}

/**
 * The same for what it has been told to do: that is passed on also to those who have yet to march. An order to use force
 * that comes when the truce is known has been overtaken by it, whoever wrote it, and lies there unheeded.
 */
export function canObey(view: View, charge: Charge, concern: Concern): boolean {
  if (isUnderTruce(view) && FORCEFUL.includes(charge.act)) return false;
  if (charge.act === 'cross-line' && !view.lineBanned) return false;
  const skill = skillOf(view, charge.act);
  if (skill.talk || skill.delegable) return true;
  return freeMen(view, skill, concern) > 0 && hasForce(view, charge, concern);
}

/** Whether there is somebody below it to be told to do the act. */
function canTell(view: View, skill: Skill, concern: Concern): boolean {
  if (!skill.delegable) return false;
  // A staff orders those on the spot only where it believes that it has some there.
  if (skill.onTheSpot && concern.ownNear <= 0) return false;
  // A division does not send patrols of six men: it leaves that to those on the line.
  return skill.act !== 'patrol' || view.info.echelon === 'regiment';
}
