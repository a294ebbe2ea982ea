import {
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  FOR,
  uniform,
  luckKeyOf,
  type Order,
  type View,
} from '../engine/index.ts';
import { thinking } from './situation.ts';

/** Hours between reports of an office that has news, by echelon. Assumption: the busier, the rarer. */
const REPORT_HOURS: Readonly<Record<string, number>> = {
  post: 3,
  regiment: 6,
  brigade: 6,
  division: 8,
  corps: 12,
  army: 12,
  capital: 24,
};

const NOTHING: readonly Order[] = [];

/**
 * Reports upward of an office that has untold news: it reports, unless it has lately done something
 * without leave and would rather have it finished before anybody can say no (29 July: ten hours).
 * Assumption: the man of initiative holds back for up to twelve hours.
 */
export function reportsOf(view: View, orders: readonly Order[]): readonly Order[] {
  const gap = REPORT_HOURS[view.info.echelon]! * TICKS_PER_HOUR;
  const urgent = isUrgent(view);
  const asked = reportsAtWire(view);
  if (view.reportTick >= 0 && view.tick - view.reportTick < gap && !urgent) return asked;
  if (holdsBack(view, orders)) return asked;
  const today =
    Math.floor(view.reportTick / TICKS_PER_DAY) === Math.floor(view.tick / TICKS_PER_DAY);
  const reports = [...asked];
  for (const { office: to, when } of thinking(view).hearers) {
    if (to === view.talksWith) continue;
    if (when === 'always' || (when === 'urgent' ? urgent : !today)) {
      reports.push({ kind: 'report', office: view.office, to });
    }
  }
  return reports;
}

/** At the wire a man answers what he is asked. */
function reportsAtWire({ office, talksWith }: View): readonly Order[] {
  return talksWith < 0 ? NOTHING : [{ kind: 'report', office, to: talksWith }];
}

/** A place lost since the last report, cannot wait for the next. */
function isUrgent(view: View): boolean {
  for (let area = 0; area < view.model.areas.length; area++) {
    if (view.lostTick[area]! > view.reportTick) return true;
  }
  return false;
}

/** Luck key of holding a report back. */
const HOLD_BACK = luckKeyOf('hold-back');

/** Assumption: four in five of the boldest hold back. */
function holdsBack(view: View, orders: readonly Order[]): boolean {
  if (!isUnbidden(orders) && !wasUnbidden(view)) return false;
  const day = Math.floor(view.tick / 96);
  const u = uniform(
    view.seed,
    FOR.report,
    day,
    view.model.offices[view.office]!.luckKey,
    HOLD_BACK,
  );
  return u < 0.8 * view.traits.initiative;
}

/** Whether something is being ordered now without leave. */
function isUnbidden(orders: readonly Order[]): boolean {
  for (const order of orders) {
    if (order.kind !== 'act' && order.kind !== 'direct') continue;
    if (order.authority === 'initiative' || order.authority === 'against-ban') return true;
  }
  return false;
}

/** Whether something was done without leave in the last hours. */
function wasUnbidden({ deeds, tick }: View): boolean {
  for (const deed of deeds)
    if (deed.unbidden && tick - deed.tick < 12 * TICKS_PER_HOUR) return true;
  return false;
}
