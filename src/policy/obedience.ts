import {
  FORCEFUL,
  P,
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  exp,
  type Act,
  type View,
} from '../engine/index.ts';
import type { Concern } from './situation.ts';
import { LEAVE, isBound, type Standing } from './standing.ts';
import type { Option } from './options.ts';

/**
 * Expected sanction 0–1 for doing it: nothing with leave or on an order, more without, most against a ban.
 * Assumption: the fearful expect punishment, the bold discount it; no word is two thirds as bad as a ban.
 */
export function sanctionOf(
  view: View,
  concern: Concern,
  option: Option,
  standing: Standing,
  chance: number,
): number {
  const { fear } = view.traits;
  if (option.act === 'wait') {
    for (const charge of view.charges) if (charge.area === option.area) return 0.25 + 0.5 * fear;
    return isBound(view, option.area) ? DUTY * (0.25 + 0.5 * fear) : 0;
  }
  for (const charge of view.charges) {
    if (charge.act === option.act && charge.area === option.area) return 0;
  }
  const severity = severityOf(view, concern, standing, option);
  if (severity <= 0) return 0;
  const side = view.model.sides[view.info.side]!;
  const caught =
    side.sanctionOnFailure + (side.sanctionOnSuccess - side.sanctionOnFailure) * chance;
  return severity * caught * dreadOf(view);
}

/**
 * How heavy a sanction looks to a man, 1 for an average one. Assumption: the fearful expect it, the bold discount it,
 * and both learn from what has come of their deeds.
 */
export function dreadOf(view: View): number {
  const { fear, initiative } = view.traits;
  return (0.35 + 0.9 * fear) * (1.25 - 0.75 * initiative) * learnt(view);
}

/** What a man's own deeds have taught him to expect: more where they were disowned, less where they were covered. */
function learnt({ precedent, params }: View): number {
  return precedent === 0 ? 1 : exp(params[PRECEDENT]! * precedent);
}

const PRECEDENT = P['answer.precedent'];

/**
 * How grave a step is that went wrong, 0–1: nothing with a paper; where the office needs none, something to
 * one who fears for himself and would rather have one. To look harms nobody: what endangers is what is found (E031).
 */
function severityOf(view: View, concern: Concern, standing: Standing, option: Option): number {
  if (standing.word === 'ban') return 1 - newIncident(view, concern, standing.tick);
  if (standing.word === 'none') return 0.65 * gravityOf(view, option);
  const bare = standing === LEAVE && view.info.superiors.length > 0 && !option.skill.harmless;
  return bare ? view.params[PAPER]! * view.traits.fear : 0;
}

const PAPER = P['decision.paper'];

/**
 * How grave an act without a word is beside one that uses force. Assumption: men who dig, post or look where they were
 * not told to have overstepped by four tenths of what men have who attack. Source: event E009, a request filed after the
 * height had been occupied, without harm to those who had gone there.
 */
function gravityOf({ model }: View, { skill }: Option): number {
  return skill.rung > model.actRungs.fortify ? 1 : 0.4;
}

/** Hours in which an act of the other side loses its newness. Assumption. */
const NEWNESS_HOURS = 36;

/**
 * Plausibility 0–1 of "this is a new incident, the ban does not speak of it": the other side must have
 * done something new there after the ban, the newer the better, and the man must be one to argue so.
 * Assumption: the plea weighs 0.85 for the boldest.
 */
function newIncident(view: View, concern: Concern, banTick: number): number {
  const since = view.enemySince[concern.area]!;
  if (since <= banTick) return 0;
  const hours = (view.tick - since) / TICKS_PER_HOUR;
  return 0.85 * view.traits.initiative * exp(-hours / NEWNESS_HOURS);
}

/** Order met by doing what a standing order makes a duty. Assumption: it binds less than an order of the day. */
const DUTY = 0.6;
/** Orders met by doing what was ordered. */
export const ORDERED = 1;
/**
 * Share of the risk of escalation that weighs on one who was ordered. Assumption: a quarter; he who gave the
 * order has answered for it.
 */
export const ORDERED_RISE = 0.25;

/**
 * The same for one who was given leave: half. Assumption: who gave it has answered for the step, and who asked for it
 * as well.
 */
export const LEAVE_RISE = 0.5;

/** Days in which the force of a ban fades to its lasting part. Assumption: an order of last week binds more. */
const BAN_DAYS = 10;

/**
 * Orders met: 1 for what was ordered; less than nothing for what was forbidden, the more so the fresher
 * the ban and the less the case can be called a new one; and a little for acting with no word at all.
 * Assumption: an order pulls strongly, a ban pushes for some days, silence a little.
 */
export function obedienceOf(
  view: View,
  concern: Concern,
  option: Option,
  standing: Standing,
): number {
  for (const charge of view.charges) {
    if (charge.act === option.act && charge.area === option.area) return ORDERED;
    // Who has nobody on the spot begins to carry out an attack order by bringing men there.
    const gathers = option.act === 'concentrate' && FORCEFUL.includes(charge.act);
    if (gathers && charge.area === concern.area && concern.ownNear < charge.men) return 0.8;
  }
  if (option.act === 'wait') return 0;
  if (standing.order?.duty === true) return DUTY;
  const help = isAskedFor(view, option) ? HELP : 0;
  if (standing.word === 'leave') return help;
  if (standing.word === 'none') return help - 0.4 * gravityOf(view, option);
  const days = (view.tick - standing.tick) / (24 * TICKS_PER_HOUR);
  const force = 0.45 + 0.5 * exp(-days / BAN_DAYS);
  return help - force * (1 - newIncident(view, concern, standing.tick));
}

/** What a neighbour's call for help pulls, in orders met. Assumption: a quarter; he has nothing to order. */
const HELP = 0.25;
const HELPING: readonly Act[] = ['reinforce', 'eject', 'assault', 'bombard'];

/** Whether the act would help a neighbour who has asked for it within the last day. */
function isAskedFor({ appealTick, tick }: View, { act, area }: Option): boolean {
  const asked = appealTick[area] ?? -1;
  return asked >= 0 && tick - asked < TICKS_PER_DAY && HELPING.includes(act);
}
