import { MORALES, cos, sin, type Model, type World } from '../engine/index.ts';
import type { Point } from '../hex/index.ts';
import { overlap, type Box } from './svg.ts';

/** A unit that stands somewhere. */
export interface PlacedUnit {
  readonly id: string;
  readonly side: number;
  /** Letters-and-digits symbol code of 15 characters. */
  readonly sidc: string;
  /** Hex, or beyond the map. */
  readonly location: number;
  readonly men: number;
}

/** Units where the scenario puts them. */
export function unitsAtStart(model: Pick<Model, 'units'>): PlacedUnit[] {
  const { units } = model;
  return units.id.map((id, unit) => ({
    id,
    side: units.side[unit]!,
    sidc: units.sidc[unit]!,
    location: units.start[unit]!,
    men: units.men[unit]!,
  }));
}

/** Units where a run has brought them; destroyed ones are gone. */
export function unitsOfRun(model: Pick<Model, 'units'>, world: Pick<World, 'units'>): PlacedUnit[] {
  const destroyed = MORALES.indexOf('destroyed');
  return unitsAtStart(model)
    .map((unit, index) => ({
      ...unit,
      location: world.units.location[index]!,
      men: world.units.men[index]!,
    }))
    .filter((_, index) => world.units.morale[index] !== destroyed);
}

/** Units of one side in one hex, drawn as one symbol. */
export interface Stack {
  readonly hex: number;
  readonly side: number;
  readonly units: readonly PlacedUnit[];
}

/** Stacks on the map by hex, then side; within one, the strongest unit first. */
export function stacksOf(units: readonly PlacedUnit[], hexCount: number): Stack[] {
  const byPlace = new Map<number, PlacedUnit[]>();
  for (const unit of units) {
    if (unit.location >= hexCount) continue;
    const key = unit.location * 2 + unit.side;
    byPlace.set(key, [...(byPlace.get(key) ?? []), unit]);
  }
  return [...byPlace.keys()]
    .sort((a, b) => a - b)
    .map((key) => ({
      hex: Math.floor(key / 2),
      side: key % 2,
      units: (byPlace.get(key) ?? []).sort((a, b) => b.men - a.men || (a.id < b.id ? -1 : 1)),
    }));
}

/** A stack with its place on the sheet. */
export interface StandingStack {
  readonly stack: Stack;
  /** Middle of the symbol, and of the hex it belongs to. */
  readonly at: Point;
  readonly home: Point;
  /** Stands so far off that a stroke must lead back to its hex. */
  readonly isAside: boolean;
  readonly box: Box;
}

/**
 * Finds a place for the symbol of each stack, `width` wide: its hex, or the nearest free step aside.
 * `homeOf` gives the middle of a hex, `null` where it is not in sight; symbols keep off the `marks`.
 */
export function arrangeStacks(
  stacks: readonly Stack[],
  homeOf: (hex: number) => Point | null,
  width: number,
  marks: readonly Box[],
): StandingStack[] {
  const standing: StandingStack[] = [];
  const taken: Box[] = [...marks];
  for (const stack of stacks) {
    const home = homeOf(stack.hex);
    if (home === null) continue;
    const { at, isAside } = standingOf(home, stack.side, width, (point) => {
      const box = boxAt(stack, point, width);
      return !taken.some((other) => overlap(box, other));
    });
    const box = boxAt(stack, at, width);
    taken.push(box);
    standing.push({ stack, at, home, isAside, box });
  }
  return standing;
}

/** Room of a symbol with its figures. */
function boxAt(stack: Stack, at: Point, width: number): Box {
  return {
    left: at.x - width * 0.52,
    right: at.x + width * (stack.units.length > 1 ? 0.85 : 0.52),
    top: at.y - width * 0.56,
    bottom: at.y + width * 0.7,
  };
}

/** Distances to step aside, in widths of a symbol, nearest first; and into how many directions. */
const RINGS = [
  { reach: 0, directions: 1 },
  { reach: 0.75, directions: 8 },
  { reach: 1.15, directions: 12 },
  { reach: 1.6, directions: 12 },
  { reach: 2.1, directions: 16 },
] as const;
/** From here on a symbol is not in its hex any more, and a stroke leads back. */
const STROKE_REACH = 1.1;

interface Standing {
  readonly at: Point;
  readonly isAside: boolean;
}

/** Where a stack is drawn: the first free step from its hex, each side trying its own hand first. */
function standingOf(
  centre: Point,
  side: number,
  width: number,
  isFree: (at: Point) => boolean,
): Standing {
  const hand = side === 0 ? 1 : -1;
  for (const { reach, directions } of RINGS) {
    for (let index = 0; index < directions; index++) {
      // East, then alternately above and below, round to the west.
      const turn =
        ((index % 2 === 0 ? 1 : -1) * Math.ceil(index / 2) * 2 * 3.14159265) / directions;
      const at = {
        x: centre.x + cos(turn) * hand * reach * width,
        y: centre.y + sin(turn) * reach * width,
      };
      if (isFree(at)) return { at, isAside: reach >= STROKE_REACH };
    }
  }
  return { at: centre, isAside: false };
}
