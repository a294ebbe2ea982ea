import { oncePer, type EventValue, type Model } from '../engine/index.ts';
import { distance } from '../hex/index.ts';

/** Who acts in an event. */
export interface Actor {
  /** Index of the office, -1 where a unit or nature acts. */
  readonly office: number;
  /** Index of the side, -1 none. */
  readonly side: number;
}

/** Finds things of a model by their ids, as events name them. Made once per model. */
export interface Lookup {
  readonly model: Model;
  readonly units: ReadonlyMap<string, number>;
  readonly offices: ReadonlyMap<string, number>;
  readonly areas: ReadonlyMap<string, number>;
  /** Offices and units by id, as events name who acts. */
  readonly actors: ReadonlyMap<string, Actor>;
  readonly sides: ReadonlyMap<string, number>;
  /** Indices of the two sides of the record, -1 in a scenario without them. */
  readonly su: number;
  readonly jp: number;
  /** `[office]` the division office it is or stands under by its own chain, -1 none. */
  readonly division: Int16Array;
  /** `[area * areas + area]` 1 where two areas lie within a kilometre: one sector of the fight. */
  readonly near: Uint8Array;
}

/** Hexes of 500 m between the middles of two places of one sector. Assumption: the two hills of the
 * record are 2 km apart and were two sectors; what lies within 1 km of a hill belongs to its fight. */
export const SECTOR_HEXES = 2;

/** The lookup of a model. */
export const lookupOf = oncePer((model: Model): Lookup => {
  const sides = indexOf(model.sides.map((side) => side.id));
  return {
    model,
    units: indexOf(model.units.id),
    offices: indexOf(model.offices.map((office) => office.id)),
    areas: indexOf(model.areas.map((area) => area.id)),
    actors: actorsOf(model),
    sides,
    su: sides.get('su') ?? -1,
    jp: sides.get('jp') ?? -1,
    division: divisions(model),
    near: sectors(model),
  };
});

function actorsOf({ units, offices }: Model): Map<string, Actor> {
  const actors = new Map<string, Actor>();
  units.id.forEach((id, unit) => actors.set(id, { office: -1, side: units.side[unit]! }));
  offices.forEach(({ id, side }, office) => actors.set(id, { office, side }));
  return actors;
}

function indexOf(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}

function divisions(model: Model): Int16Array {
  return Int16Array.from(model.offices, (_office, start) => {
    let office = start;
    // A chain is never longer than the list of offices; the bound guards against a circle.
    for (let step = 0; step < model.offices.length; step++) {
      const info = model.offices[office];
      if (info === undefined) return -1;
      if (info.echelon === 'division') return office;
      office = info.superiors[0] ?? -1;
    }
    return -1;
  });
}

function sectors(model: Model): Uint8Array {
  const count = model.areas.length;
  const near = new Uint8Array(count * count);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < count; b++) {
      const hexes = distance(model.grid, model.areas[a]!.hex, model.areas[b]!.hex);
      near[a * count + b] = hexes <= SECTOR_HEXES ? 1 : 0;
    }
  }
  return near;
}

/** Index of the area of a place, -1 for a node of the theatre or `''`. */
export function areaOf(lookup: Lookup, place: string): number {
  return lookup.areas.get(place) ?? -1;
}

/** Index of the side that an event's text names, -1 unknown. */
export function sideOf(lookup: Lookup, value: EventValue | undefined): number {
  return typeof value === 'string' ? (lookup.sides.get(value) ?? -1) : -1;
}

/** The office or unit with this id, as far as it acts for a side. */
export function actorOf(lookup: Lookup, id: string): Actor {
  return lookup.actors.get(id) ?? NATURE;
}

const NATURE: Actor = { office: -1, side: -1 };

/** A number of an event's data, 0 where it is none. */
export function numberOf(value: EventValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}

/** A text of an event's data, `''` where it is none. */
export function textOf(value: EventValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
