import { EVENT_KINDS, type Model } from '../../engine/index.ts';
import type { TheatreStack } from '../../picture/index.ts';
import { changeAt, NO_CHANGE, type Film } from '../../protocol/index.ts';
import type { UnitNow } from '../state/run-view.ts';

const DEPARTED = EVENT_KINDS.indexOf('unit-departed');
const ARRIVED = EVENT_KINDS.indexOf('unit-arrived');

interface Leg {
  readonly next: number;
  /** Ticks at which it left and at which it comes. */
  readonly from: number;
  readonly to: number;
}

const STANDING: Leg = { next: -1, from: 0, to: 0 };

const known = new WeakMap<
  Film,
  ReadonlyMap<string, readonly [tick: number, isDeparture: boolean][]>
>();

/** When each unit set out and came, by its id. */
function movesOf(film: Film): ReadonlyMap<string, readonly [number, boolean][]> {
  let moves = known.get(film);
  if (moves === undefined) {
    const found = new Map<string, [number, boolean][]>();
    const { kinds, ticks, actors, names, count } = film.events;
    for (let number = 0; number < count; number++) {
      const kind = kinds[number];
      if (kind !== DEPARTED && kind !== ARRIVED) continue;
      const unit = names[actors[number]!]!;
      const list = found.get(unit) ?? [];
      list.push([ticks[number]!, kind === DEPARTED]);
      found.set(unit, list);
    }
    moves = found;
    known.set(film, moves);
  }
  return moves;
}

/** The leg that a unit off the map is on: the next place it comes to in this run, and when. */
function legOf(model: Model, film: Film, { unit, location }: UnitNow, tick: number): Leg {
  const past = (movesOf(film).get(model.units.id[unit]!) ?? []).filter(([at]) => at <= tick);
  const last = past[past.length - 1];
  if (last?.[1] !== true) return STANDING;
  const { ticks, values, width, starts } = film.units;
  const now = changeAt(film.units, unit, tick);
  if (now === NO_CHANGE) return STANDING;
  const locationAt = (change: number): number => values[change * width]!;
  let first = now;
  while (first > starts[unit]! && locationAt(first - 1) === location) first--;
  for (let change = now + 1; change < starts[unit + 1]!; change++) {
    const next = locationAt(change);
    if (next === location) continue;
    // A step onto the battlefield leads through the gate where it stands already.
    if (next < model.grid.count) return STANDING;
    const from = Math.max(ticks[first]!, last[0]);
    return { next: next - model.grid.count, from, to: ticks[change]! };
  }
  return STANDING;
}

/** Parts of a way by which columns on it are told apart. */
const PARTS = 4;

/** Units off the battlefield, gathered by place or by the stretch of the way they are on. */
export function theatreStacks(
  model: Model,
  film: Film,
  units: readonly UnitNow[],
  tick: number,
): TheatreStack[] {
  const groups = new Map<
    string,
    { at: Omit<TheatreStack, 'men' | 'units' | 'sidc'>; of: UnitNow[] }
  >();
  for (const unit of units) {
    if (unit.location < model.grid.count || unit.men <= 0) continue;
    const node = unit.location - model.grid.count;
    const { next, from, to } = legOf(model, film, unit, tick);
    const share =
      next < 0 || to <= from ? 0 : Math.round(((tick - from) / (to - from)) * PARTS) / PARTS;
    const side = model.units.side[unit.unit]!;
    const key = [side, node, next, share].join(' ');
    const group = groups.get(key) ?? { at: { node, next, share, side }, of: [] };
    group.of.push(unit);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ at, of }) => {
    const strongest = of.reduce((best, unit) => (unit.men > best.men ? unit : best));
    return {
      ...at,
      men: of.reduce((sum, { men }) => sum + men, 0),
      units: of.length,
      sidc: model.units.sidc[strongest.unit]!,
    };
  });
}
