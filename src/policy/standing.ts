import { isMeant, isMet, type Grant, type StandingOrder, type View } from '../engine/index.ts';
import { sortedByAct, type ByAct } from './by-act.ts';
import type { Option } from './options.ts';
import { concernAt } from './situation.ts';

/** How an office stands to an act by what it knows itself, and since when. */
export interface Standing {
  readonly word: 'leave' | 'none' | 'ban';
  readonly tick: number;
  /** The standing order under which it has leave, if it is one. */
  readonly order?: StandingOrder;
  /** Whether somebody else gave the leave, and so answers for the step with it. */
  readonly isShared?: boolean;
}

/** Its own affair, or done on an order. */
export const LEAVE: Standing = { word: 'leave', tick: 0 };
const NO_WORD: Standing = { word: 'none', tick: 0 };

/**
 * The newest word on the act, a standing order whose condition it believes to be met being one; where there
 * is none, leave if the office needs nobody's.
 */
export function standingOf(view: View, option: Option): Standing {
  const word = wordOn(view, option);
  const order = inForce(view, option);
  if (order !== undefined && order.tick > (word?.tick ?? -1)) {
    return { word: 'leave', tick: order.tick, order };
  }
  if (word?.kind === 'ban') return { word: 'ban', tick: word.tick };
  if (word !== undefined) {
    return { word: 'leave', tick: word.tick, isShared: word.by !== view.office };
  }
  return option.skill.ownPower ? LEAVE : NO_WORD;
}

/** `[office]` words and standing orders as they were sorted last. Scratch: the same list gives the same. */
const words: ByAct[] = [];
const orders: ByAct[] = [];

/** The newest grant or ban that speaks to the option, as `wordOn` of the engine finds it. */
function wordOn({ grants, office }: View, option: Option): Grant | undefined {
  const { newest, older } = sortedByAct(words, office, grants);
  for (let i = newest[option.skill.code]!; i >= 0; i = older[i]!) {
    const grant = grants[i]!;
    if (isMeant(grant, option)) return grant;
  }
  return undefined;
}

/** The standing order that speaks to an act, if it runs still and its condition is believed to be met. */
function inForce(view: View, option: Option): StandingOrder | undefined {
  if (view.standing.length === 0) return undefined;
  const order = standingOn(view, option);
  if (order === undefined || order.untilTick <= view.tick) return undefined;
  return isMet(order.when, concernAt(view, option.area)) ? order : undefined;
}

/** The newest standing order given to the office that speaks to the option, as the engine finds it. */
function standingOn({ standing, office }: View, option: Option): StandingOrder | undefined {
  const { newest, older } = sortedByAct(orders, office, standing);
  for (let i = newest[option.skill.code]!; i >= 0; i = older[i]!) {
    const order = standing[i]!;
    if (order.to !== office || order.area !== option.area) continue;
    if (order.forceMenMax >= option.men) return order;
  }
  return undefined;
}

/** Whether a standing order that must be carried out now speaks to the place. */
export function isBound(view: View, area: number): boolean {
  for (const order of view.standing) {
    if (order.to !== view.office || order.area !== area || !order.duty) continue;
    if (order.untilTick > view.tick && isMet(order.when, concernAt(view, area))) return true;
  }
  return false;
}
