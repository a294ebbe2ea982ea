import {
  ACTIVITIES,
  logistic,
  saidHolder,
  PICTURE_KINDS,
  viewFor,
  type KhasanEvent,
  type Run,
} from '../../engine/index.ts';
import { lookupOf } from '../lookup.ts';

/** What an office believed at the moment of an event, as the run had it. */
export interface Belief {
  /** Enemy men believed at the place of the event, and when that was true; tick -1 never seen. */
  readonly enemyMen: number;
  readonly enemyTick: number;
  /** Word of `ACTIVITIES`. */
  readonly activity: string;
  /** Side believed to hold the place, `''` nobody or not known. */
  readonly holder: string;
  /** Chance 0–1 it gave to the other side's meaning to take the disputed ground. */
  readonly intent: number;
}

/** A report at the moment it left, with the truth of that moment beside it, for one place. */
export interface ReportLine {
  /** Id of the area. */
  readonly area: string;
  readonly toldMen: number;
  readonly trueMen: number;
  /** Side told to hold the place, the one that the author believed in, and the side that stood there alone, `''` neither. */
  readonly toldHolder: string;
  readonly knownHolder: string;
  readonly trueHolder: string;
  /** Hands the news had passed through before this one; 0: his own men's eyes. */
  readonly hands: number;
  /** Hours since the news was true. */
  readonly ageHours: number;
}

/** What only the run itself can tell about an event, and only at that moment. */
export interface Testimony {
  readonly belief: Belief | undefined;
  readonly report: readonly ReportLine[];
}

/** Kinds of event whose author's beliefs are worth keeping. */
const WITNESSED: ReadonlySet<string> = new Set([
  'order-given',
  'operation-ordered',
  'acted-without-authority',
  'permission-asked',
  'permission-granted',
  'permission-refused',
  'force-forbidden',
]);

/**
 * Asks the run what an event's author believed, and what a report that leaves now says beside the truth.
 * To be called for each event as it happens; it changes nothing. `undefined` where there is nothing to keep.
 */
export function testify(run: Run, event: KhasanEvent): Testimony | undefined {
  const isReport =
    event.kind === 'message-sent' && String(event.data['message']).startsWith('report.');
  if (!isReport && !WITNESSED.has(event.kind)) return undefined;
  const office = lookupOf(run.model).offices.get(event.actor);
  if (office === undefined) return undefined;
  return isReport
    ? { belief: undefined, report: reportLines(run, office) }
    : { belief: beliefAt(run, office, event.place), report: [] };
}

function beliefAt(run: Run, office: number, place: string): Belief | undefined {
  const area = lookupOf(run.model).areas.get(place);
  if (area === undefined) return undefined;
  const view = viewFor(run, office);
  return {
    enemyMen: view.enemy[area * PICTURE_KINDS.length]!,
    enemyTick: view.enemyTick[area]!,
    activity: ACTIVITIES[view.activity[area]!] ?? 'none',
    holder: run.model.sides[view.holder[area]!]?.id ?? '',
    intent: logistic(view.intent),
  };
}

function reportLines(run: Run, office: number): ReportLine[] {
  const { model, world } = run;
  const { side } = model.offices[office]!;
  const view = viewFor(run, office);
  const counts = menByArea(run);
  const lines: ReportLine[] = [];
  for (const [area, info] of model.areas.entries()) {
    const seen = view.enemyTick[area]!;
    const known = view.holder[area]!;
    if (seen < 0 && known < 0) continue;
    const holder = saidHolder(run, office, area);
    const own = counts[side * model.areas.length + area]!;
    const trueMen = counts[(1 - side) * model.areas.length + area]!;
    const stands = own > 0 === trueMen > 0 ? -1 : own > 0 ? side : 1 - side;
    lines.push({
      area: info.id,
      toldMen: view.enemy[area * PICTURE_KINDS.length]!,
      trueMen,
      toldHolder: model.sides[holder]?.id ?? '',
      knownHolder: model.sides[known]?.id ?? '',
      trueHolder: model.sides[stands]?.id ?? '',
      hands: world.offices.retold[office * model.areas.length + area]!,
      ageHours: seen < 0 ? 0 : (world.tick - seen) / 4,
    });
  }
  return lines;
}

/** `[side * areas + area]` men on the battlefield. */
function menByArea(run: Run): Float64Array {
  const { model, world } = run;
  const counts = new Float64Array(2 * model.areas.length);
  for (let unit = 0; unit < model.units.count; unit++) {
    const at = world.units.location[unit]!;
    if (at >= model.grid.count || model.units.readyTick[unit]! > world.tick) continue;
    const area = model.ground.area[at]!;
    if (area < 0) continue;
    const cell = model.units.side[unit]! * model.areas.length + area;
    counts[cell] = counts[cell]! + world.units.men[unit]!;
  }
  return counts;
}
