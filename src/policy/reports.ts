import { TICKS_PER_HOUR, FOR, uniform, luckKeyOf, type Order, type View } from '../engine/index.ts';

/** Hours between reports of an office that has news, by echelon. Assumption: the busier, the rarer. */
const REPORT_HOURS: Readonly<Record<string, number>> = {
  post: 2,
  regiment: 3,
  brigade: 3,
  division: 4,
  corps: 6,
  army: 6,
  capital: 10,
};

/**
 * Reports upward. An office with news reports, unless it has lately done something without leave and
 * would rather have it finished before anybody can say no (29 July: ten hours). Assumption: the man of
 * initiative holds back for up to twelve hours.
 */
export function reportsOf(view: View, orders: readonly Order[]): Order[] {
  if (!view.stirred) return [];
  const gap = REPORT_HOURS[view.info.echelon]! * TICKS_PER_HOUR;
  if (view.reportTick >= 0 && view.tick - view.reportTick < gap && !isUrgent(view)) return [];
  if (holdsBack(view, orders)) return [];
  const offices = view.model.offices;
  // Staffs in a capital tell each other; everybody else reports upward.
  const capital = view.info.echelon === 'capital';
  return view.info.links
    .filter((link) => {
      const peer = capital && offices[link.to]!.echelon === 'capital';
      const own = offices[link.to]!.side === view.info.side;
      return view.info.superiors.includes(link.to) || (peer && own);
    })
    .map((link) => ({ kind: 'report', office: view.office, to: link.to }));
}

/** A place lost since the last report, cannot wait for the next. */
function isUrgent(view: View): boolean {
  for (let area = 0; area < view.model.areas.length; area++) {
    if (view.lostTick[area]! > view.reportTick) return true;
  }
  return false;
}

function holdsBack(view: View, orders: readonly Order[]): boolean {
  const now = orders.some(
    (order) =>
      (order.kind === 'act' || order.kind === 'direct') &&
      (order.authority === 'initiative' || order.authority === 'against-ban'),
  );
  const lately = view.deeds.some(
    (deed) => deed.unbidden && view.tick - deed.tick < 12 * TICKS_PER_HOUR,
  );
  if (!now && !lately) return false;
  const day = Math.floor(view.tick / 96);
  const u = uniform(
    view.seed,
    FOR.report,
    day,
    view.model.offices[view.office]!.luckKey,
    luckKeyOf('hold-back'),
  );
  return u < 0.8 * view.traits.initiative;
}
