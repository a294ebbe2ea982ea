import { EVENT_FIELDS, EVENT_KINDS, MORALES } from '../../engine/index.ts';
import type { EventKind, EventValue, KhasanEvent, Model } from '../../engine/index.ts';
import { NO_CHANGE, changeAt } from '../../protocol/index.ts';
import type { EventColumns, Film } from '../../protocol/index.ts';

/** A unit at a moment. */
export interface UnitNow {
  readonly unit: number;
  readonly location: number;
  readonly men: number;
  readonly killed: number;
  readonly wounded: number;
  readonly missing: number;
  readonly tanks: number;
  readonly guns: number;
  /** Code of `MORALES`. */
  readonly morale: number;
  /** Code of `TASKS`. */
  readonly task: number;
}

const DESTROYED = MORALES.indexOf('destroyed');

/** Units that exist at a tick, destroyed ones left out. */
export function unitsAt(film: Film, tick: number): UnitNow[] {
  const { units } = film;
  const found: UnitNow[] = [];
  for (let unit = 0; unit < units.starts.length - 1; unit++) {
    const now = unitAt(film, unit, tick);
    if (now !== null && now.morale !== DESTROYED) found.push(now);
  }
  return found;
}

/** One unit at a tick, `null` before the run has it. */
export function unitAt(film: Film, unit: number, tick: number): UnitNow | null {
  const { units } = film;
  const change = changeAt(units, unit, tick);
  if (change === NO_CHANGE) return null;
  const at = change * units.width;
  const v = units.values;
  return {
    unit,
    location: v[at]!,
    men: v[at + 1]!,
    killed: v[at + 2]!,
    wounded: v[at + 3]!,
    missing: v[at + 4]!,
    tanks: v[at + 5]!,
    guns: v[at + 6]!,
    morale: v[at + 7]!,
    task: v[at + 8]!,
  };
}

/** What an office believes of one area at a moment. */
export interface Belief {
  readonly area: number;
  readonly men: number;
  readonly guns: number;
  readonly tanks: number;
  /** Tick the belief is of, -1 when the office has never heard of anybody there. */
  readonly seenTick: number;
  /** Code of `ACTIVITIES`. */
  readonly activity: number;
  /** Hands the news went through. */
  readonly retold: number;
  /** Side believed to hold the place, -1 unknown or nobody. */
  readonly holder: number;
  /** Own men believed there. */
  readonly own: number;
}

/** What an office believes of an area at a tick; `null` before the first news. */
export function beliefAt(
  film: Film,
  model: Model,
  office: number,
  area: number,
  tick: number,
): Belief | null {
  const { beliefs } = film;
  const change = changeAt(beliefs, office * model.areas.length + area, tick);
  if (change === NO_CHANGE) return null;
  const at = change * beliefs.width;
  const v = beliefs.values;
  return {
    area,
    men: v[at]!,
    guns: v[at + 1]!,
    tanks: v[at + 2]!,
    seenTick: v[at + 4]!,
    activity: v[at + 5]!,
    retold: v[at + 6]!,
    holder: v[at + 7]!,
    own: v[at + 8]!,
  };
}

export function beliefsAt(film: Film, model: Model, office: number, tick: number): Belief[] {
  return model.areas.flatMap((_, area) => beliefAt(film, model, office, area, tick) ?? []);
}

/** Men of each side by area, the truth: `[area * 2 + side]`. */
export function menByArea(model: Model, units: readonly UnitNow[]): Int32Array {
  const found = new Int32Array(model.areas.length * 2);
  for (const { unit, location, men } of units) {
    if (location >= model.grid.count) continue;
    const at = model.ground.area[location]! * 2 + model.units.side[unit]!;
    found[at] = found[at]! + men;
  }
  return found;
}

/** How an office's picture of the other side stands to the truth. */
export interface PictureCheck {
  /** Places with enemy. */
  readonly there: number;
  /** Areas with enemy that the office does not know of, and how many stand in each. */
  readonly unknown: readonly { readonly area: number; readonly men: number }[];
  /** Areas where it believes in an enemy that is not there. */
  readonly phantoms: readonly number[];
  /** Men believed over men there, over all places; `null` where nobody is there. */
  readonly ratio: number | null;
}

/** A party below this many men is a patrol of a moment, not something a staff counts. Assumption. */
const MEN_LEAST = 1;

export function checkPicture(
  model: Model,
  side: number,
  beliefs: readonly Belief[],
  truth: Int32Array,
): PictureCheck {
  let there = 0;
  const unknown: { area: number; men: number }[] = [];
  const phantoms: number[] = [];
  let believedMen = 0;
  let trueMen = 0;
  const believed = new Map(beliefs.map((belief) => [belief.area, belief]));
  model.areas.forEach((_, area) => {
    const men = truth[area * 2 + (1 - side)]!;
    const belief = believed.get(area);
    const thought = belief !== undefined && belief.seenTick >= 0 ? belief.men : 0;
    trueMen += men;
    believedMen += thought;
    if (men >= MEN_LEAST) {
      there++;
      if (thought < MEN_LEAST) unknown.push({ area, men });
    } else if (thought >= MEN_LEAST) phantoms.push(area);
  });
  return { there, unknown, phantoms, ratio: trueMen > 0 ? believedMen / trueMen : null };
}

/** An event of a film, its number kept. */
export interface FilmEvent extends KhasanEvent {
  readonly number: number;
}

/** Takes an event out of its columns. Causes become ids of the form `#number`. */
export function eventOf(events: EventColumns, number: number): FilmEvent {
  const kind: EventKind = EVENT_KINDS[events.kinds[number]!]!;
  const values = events.data[number]!;
  const data: Record<string, EventValue> = {};
  EVENT_FIELDS[kind].forEach((field, index) => (data[field] = values[index] ?? null));
  return {
    number,
    id: `#${String(number)}`,
    tick: events.ticks[number]!,
    kind,
    actor: events.names[events.actors[number]!]!,
    place: events.names[events.places[number]!]!,
    cause: causesOf(events, number).map((cause) => `#${String(cause)}`),
    data,
  };
}

export function causesOf(events: EventColumns, number: number): number[] {
  const from = events.causeStarts[number]!;
  return [...events.causes.subarray(from, events.causeStarts[number + 1])];
}

/** `[event]` numbers of the events each one led to. */
export function effectsOf(events: EventColumns): number[][] {
  const effects: number[][] = Array.from({ length: events.count }, () => []);
  for (let number = 0; number < events.count; number++) {
    for (const cause of causesOf(events, number)) effects[cause]!.push(number);
  }
  return effects;
}

/** First event after a tick, as its number; `count` when there is none. */
export function eventAfter(events: EventColumns, tick: number): number {
  let low = 0;
  let high = events.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events.ticks[middle]! <= tick) low = middle + 1;
    else high = middle;
  }
  return low;
}
