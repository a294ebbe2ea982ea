import { TICKS_PER_DAY, TICKS_PER_HOUR, type Order, type View } from '../engine/index.ts';
import { FIRING, concernAt, thinking } from './situation.ts';

/** Times its own men near a place by which the enemy must be stronger for an office to ask for help. Assumption. */
const OUTNUMBERED = 2;

/** Hours for which who has asked for help waits for it. Assumption. */
const WAITS_HOURS = 48;

const NOTHING: readonly Order[] = [];

/**
 * Whom an office asks for help, the strongest neighbour of another chain: where a place that it answers for has just
 * been lost, or is under fire from twice its own strength. Source: event E044, a company of the army beside the border
 * guards within hours of the loss of a height; Assumption for the numbers.
 */
export function appealsOf(view: View): readonly Order[] {
  const { neighbours, answers } = thinking(view);
  if (neighbours.length === 0 || view.units.length === 0 || view.truceTick >= 0) return NOTHING;
  for (const asked of view.appealedTick) {
    if (asked >= 0 && view.tick - asked < WAITS_HOURS * TICKS_PER_HOUR) return NOTHING;
  }
  for (let area = 0; area < answers.length; area++) {
    if (!answers[area]! || !needsHelp(view, area)) continue;
    return [{ kind: 'appeal', office: view.office, to: neighbours[0]!, area }];
  }
  return NOTHING;
}

function needsHelp(view: View, area: number): boolean {
  const lost = view.lostTick[area]!;
  if (lost < 0 && view.activity[area]! < FIRING) return false;
  const { ours, heldByUs, activity, enemyNear, ownNear } = concernAt(view, area);
  if (!ours) return false;
  if (!heldByUs && lost >= 0 && view.tick - lost < TICKS_PER_DAY) return true;
  return activity >= FIRING && enemyNear > OUTNUMBERED * ownNear;
}
