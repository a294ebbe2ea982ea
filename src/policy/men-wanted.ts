import {
  ACTS,
  FORCEFUL,
  NOTICE_HEXES,
  TICKS_PER_DAY,
  codeOf,
  type Act,
  type View,
} from '../engine/index.ts';
import { distance } from '../hex/index.ts';
import { ATTACKING, DIGGING, FIRING, doubtOf, hasDone, type Concern } from './situation.ts';

const EJECT = codeOf(ACTS, 'eject');

/** Men that an assault on the place would take: three to one against what is believed there. Source: the rule of three to one of every staff college; Assumption for the doubling. */
export function wantedMen(concern: Concern): number {
  const strength = concern.enemyMet + 15 * concern.enemyTanks;
  // Who has failed once wants twice as many the next time.
  return Math.max(120, Math.round(strength * (concern.failedLately ? 6 : 3)));
}

/** Whether it has been ordered to use force on the place. */
function isToAttack({ charges }: View, area: number): boolean {
  for (const charge of charges) {
    if (charge.area === area && FORCEFUL.includes(charge.act)) return true;
  }
  return false;
}

/** Men up to whom an enemy on a place is a party to be thrown out, not a garrison to be assaulted. Assumption: a platoon. */
const PARTY_MEN = 50;

/** Whether the enemy on the place is a mere party that has not come back after it was thrown out. */
function isParty(view: View, { area, enemyMet, failedLately }: Concern): boolean {
  if (enemyMet >= PARTY_MEN || failedLately) return false;
  return !hasDone(view, EJECT, area, -Infinity);
}

/** Whether the enemy attacks or holds what one claims, and one's own attack on him has failed. */
function isLosing({ ours, heldByEnemy, failedLately, lostLately, activity }: Concern): boolean {
  return ours && heldByEnemy && (failedLately || lostLately) && activity >= FIRING;
}

/** Doubt of the other side's intent, 0–1, from which on a staff wants to look for itself. Assumption: from six to one either way. */
const DOUBT_MIN = 0.5;

/**
 * Whether there is something at a place to send officers for: ground that its side claims and the other disputes, men,
 * works or shots on it, and doubt of what the other side means; nobody of its own near who sees it, no report of the
 * last day where only the enemy is in question, and no attack or loss in hand that has settled it. Source: events E031 and E036; Assumption for the conditions.
 */
function isOpenQuestion(view: View, concern: Concern): boolean {
  const { area, activity, ownHere, works, heldByUs, heldByEnemy } = concern;
  if (!concern.ours || !view.model.areas[area]!.disputed) return false;
  if (activity >= ATTACKING || concern.lostLately || concern.failedLately) return false;
  const isUsed = heldByUs || heldByEnemy || ownHere > 0 || works > 0 || activity >= DIGGING;
  if (!isUsed || doubtOf(concern) < DOUBT_MIN || isToAttack(view, area)) return false;
  // What the enemy does is told by those who see him; on whose ground one's own men stand they do not say.
  const isOwn = heldByUs || ownHere > 0;
  const told = view.tick - view.enemyTick[area]! < TICKS_PER_DAY;
  return (isOwn || !told) && !hasEyesAt(view, concern);
}

/** Whether its own men stand before a party of the other side on the place. */
function isMetAt({ meetings }: View, area: number): boolean {
  for (const meeting of meetings) if (meeting.area === area) return true;
  return false;
}

/** Whether men of the office's own are so near a place that they see for it what stands there, as they see who holds it. */
function hasEyesAt({ units, model }: View, { hex }: Concern): boolean {
  for (const { location } of units) {
    if (location >= model.grid.count) continue;
    if (distance(model.grid, location, hex) <= NOTICE_HEXES) return true;
  }
  return false;
}

/**
 * Men an act would use here, or 0 where it makes no sense; who holds the place is no question any more. Assumption: numbers are round figures that
 * staffs asked for; ratios are rules of thumb of the time.
 */
export function menFor(view: View, act: Act, concern: Concern, establishment: number): number {
  switch (act) {
    case 'wait':
    case 'stand-down':
      return 0;
    case 'post':
      return concern.ours && establishment > 0 ? 12 : 0;
    case 'fortify':
      return concern.ownTrench < 0.9 ? 40 : 0;
    case 'patrol':
      return concern.ours && establishment > 0 ? 6 : 0;
    case 'reinforce': {
      if (!concern.ours || establishment === 0) return 0;
      const wanted = Math.max(40, concern.enemyNear * 0.7);
      return concern.ownHere >= wanted ? 0 : Math.round(Math.min(wanted - concern.ownHere, 1500));
    }
    case 'eject':
      return concern.ours && concern.enemyMen < 150 && concern.ownNear >= 20
        ? Math.max(45, Math.round(concern.enemyMen * 4))
        : 0;
    case 'assault':
      return concern.ours && concern.ownNear >= 100 && !isParty(view, concern)
        ? wantedMen(concern)
        : 0;
    case 'bombard':
      return concern.enemyMen >= 30 ? 400 : 0;
    case 'strike':
      return concern.enemyMen >= 100 ? 60 : 0;
    case 'withdraw':
      return Math.round(concern.ownHere);
    case 'concentrate': {
      const wanted = concern.heldByEnemy ? wantedMen(concern) : concern.enemyNear;
      const lacking =
        wanted > concern.ownNear || concern.intent > 0.5 || isToAttack(view, concern.area);
      const more = Math.round(1200 + 2.5 * concern.enemyNear);
      return lacking && establishment > concern.ownNear * 1.3 ? Math.min(establishment, more) : 0;
    }
    case 'alert':
      return concern.intent > 0.4 ? 1 : 0;
    case 'demand':
      return concern.ours ? 1 : 0;
    case 'propose':
      return concern.activity >= 4 || view.ownLoss > 100 ? 1 : 0;
    case 'provoke':
      return concern.ours && concern.activity < FIRING && establishment > 0 ? 4 : 0;
    case 'shoot':
      return isMetAt(view, concern.area) ? 1 : 0;
    case 'mobilise':
      return view.enemyMobilised || isLosing(concern) ? 1 : 0;
    case 'cross-line':
      return view.lineBanned && isLosing(concern) ? 1 : 0;
    case 'inquire':
      return isOpenQuestion(view, concern) ? 1 : 0;
  }
}
