import { FORCEFUL, TICKS_PER_DAY, TICKS_PER_HOUR, type Order, type View } from '../engine/index.ts';
import { concernAt, thinking } from './situation.ts';

/** Hours after the hour set for it in which an attack that changed nothing is asked about. Assumption. */
const ASKED_AFTER_HOURS = 12;
const ASKED_UNTIL_HOURS = 72;

const NOBODY: readonly Order[] = [];

/**
 * Whom an office calls to the direct wire: the staff below at the other end of it, at most once a day, when ground
 * that it claims has been lost since it last called, or an attack that it ordered has changed nothing. Source: event
 * E055, a talk about a lost hill and an order that had not been carried out; Assumption for the hours.
 */
export function callsOf(view: View): readonly Order[] {
  const { partners } = thinking(view);
  if (partners.length === 0 || view.talksWith >= 0 || view.truceTick >= 0) return NOBODY;
  if (view.calledTick >= 0 && view.tick - view.calledTick < TICKS_PER_DAY) return NOBODY;
  if (!hasLost(view) && !waitsForDeed(view)) return NOBODY;
  return [{ kind: 'call', office: view.office, to: partners[0]! }];
}

/** Whether it has learnt in the last day, and since it last called, that ground which it claims is lost. */
function hasLost(view: View): boolean {
  const since = Math.max(view.calledTick, view.tick - TICKS_PER_DAY);
  const { ours } = thinking(view);
  for (let area = 0; area < ours.length; area++) {
    if (ours[area]! && view.lostTick[area]! > since) return true;
  }
  return false;
}

/** Whether an attack that it ordered should be over, and the enemy still holds the place. */
function waitsForDeed(view: View): boolean {
  for (const { act, area, dueTick } of view.deeds) {
    if (!FORCEFUL.includes(act) || area < 0 || dueTick <= view.calledTick) continue;
    const hours = (view.tick - dueTick) / TICKS_PER_HOUR;
    if (hours < ASKED_AFTER_HOURS || hours > ASKED_UNTIL_HOURS) continue;
    if (concernAt(view, area).heldByEnemy) return true;
  }
  return false;
}
