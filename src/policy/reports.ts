import {
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  FOR,
  uniform,
  luckKeyOf,
  type Order,
  type View,
} from '../engine/index.ts';

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

/**
 * Reports upward of an office that has untold news: it reports, unless it has lately done something
 * without leave and would rather have it finished before anybody can say no (29 July: ten hours).
 * Assumption: the man of initiative holds back for up to twelve hours.
 */
export function reportsOf(view: View, orders: readonly Order[]): Order[] {
  const gap = REPORT_HOURS[view.info.echelon]! * TICKS_PER_HOUR;
  const urgent = isUrgent(view);
  if (view.reportTick >= 0 && view.tick - view.reportTick < gap && !urgent) return [];
  if (holdsBack(view, orders)) return [];
  const offices = view.model.offices;
  // Staffs in a capital tell each other; everybody else reports upward, to a second master once a day.
  const capital = view.info.echelon === 'capital';
  const today =
    Math.floor(view.reportTick / TICKS_PER_DAY) === Math.floor(view.tick / TICKS_PER_DAY);
  const reports: Order[] = [];
  for (const link of view.info.links) {
    const first = view.info.superiors[0] === link.to;
    const second = view.info.superiors.includes(link.to) && !today;
    const other = offices[link.to]!;
    const peer = capital && other.echelon === 'capital' && other.side === view.info.side;
    if (first || second || peer || (urgent && isNeighbour(view, link.to))) {
      reports.push({ kind: 'report', office: view.office, to: link.to });
    }
  }
  return reports;
}

/**
 * Whether an office is of another chain of the same side, with a wire to it: neither above nor below. What
 * cannot wait is told to such neighbours too; everything else they learn through their own chain.
 */
function isNeighbour({ info, model }: View, office: number): boolean {
  const other = model.offices[office]!;
  return (
    other.side === info.side &&
    other.chains[0] !== info.chains[0] &&
    !info.superiors.includes(office) &&
    !info.subordinates.includes(office)
  );
}

/** A place lost since the last report, cannot wait for the next. */
function isUrgent(view: View): boolean {
  for (let area = 0; area < view.model.areas.length; area++) {
    if (view.lostTick[area]! > view.reportTick) return true;
  }
  return false;
}

/** Assumption: four in five of the boldest hold back. */
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
