import type { EventKind, Model } from '../../engine/index.ts';
import { distance } from '../../hex/index.ts';
import { SECTOR_HEXES, type Lookup } from '../lookup.ts';

/** Kinds whose place is where the unit that acts or suffers stands. */
const TELLING: ReadonlySet<EventKind> = new Set<EventKind>([
  'unit-arrived',
  'casualties-taken',
  'tanks-put-out',
  'guns-lost',
  'fire-opened',
  'height-taken',
  'shot-fired',
]);

/** Units that count nothing of what they hit: they are behind, or in the air and gone. */
const BLIND_KINDS: readonly string[] = ['staff', 'supply', 'air'];

/** Where units were last, as the events of a run tell it: coarse, and enough to say who looked on. */
export interface Presence {
  readonly lookup: Lookup;
  /** `[unit]` index of the area in which an event last named it, -1 off the map or gone. */
  readonly area: Int16Array;
  /** `[side]` units that count what they see, ascending. */
  readonly eyes: readonly (readonly number[])[];
  /** `[unit]` 1 for those. */
  readonly counting: Uint8Array;
  /** `[side * areas + area]` who looks on there, as far as somebody has asked since one of them came or went. */
  readonly lookers: (readonly number[] | undefined)[];
}

/** Places of all units when a run begins, by the recorded state it begins from. */
export function openPresence(lookup: Lookup, from: string): Presence {
  const { model } = lookup;
  const locations = Int32Array.from(model.units.start);
  const anchor = model.anchors.find((candidate) => candidate.id === from);
  for (const placed of anchor?.units ?? []) locations[placed.unit] = placed.location;
  const eyes = model.sides.map((_side, side) => eyesOf(model, side));
  const counting = new Uint8Array(model.units.count);
  for (const unit of eyes.flat()) counting[unit] = 1;
  return {
    lookup,
    area: Int16Array.from(locations, (location) => areaOfLocation(model, location)),
    eyes,
    counting,
    lookers: model.sides.flatMap(() => model.areas.map(() => undefined)),
  };
}

function eyesOf({ units }: Model, side: number): number[] {
  const all = Array.from({ length: units.count }, (_, unit) => unit);
  return all.filter(
    (unit) => units.side[unit] === side && !BLIND_KINDS.includes(units.kind[unit]!),
  );
}

/** The area a location lies in, -1 where its named place is too far off for the two to be one sector. */
function areaOfLocation(model: Model, location: number): number {
  if (location < 0 || location >= model.grid.count) return -1;
  const area = model.ground.area[location]!;
  const place = model.areas[area];
  if (place === undefined) return -1;
  return distance(model.grid, place.hex, location) <= SECTOR_HEXES ? area : -1;
}

/** Notes where an event of a kind puts the unit that it names: in an area, -1 off the map. */
export function placeUnit(presence: Presence, kind: EventKind, unit: number, area: number): void {
  if (kind === 'unit-destroyed') move(presence, unit, -1);
  else if (TELLING.has(kind)) move(presence, unit, area);
}

function move(presence: Presence, unit: number, to: number): void {
  const { area, counting, lookup, lookers } = presence;
  const from = area[unit]!;
  if (from === to) return;
  area[unit] = to;
  if (counting[unit] === 0) return;
  const { model } = lookup;
  const row = model.units.side[unit]! * model.areas.length;
  for (let place = 0; place < model.areas.length; place++) {
    if (lookers[row + place] === undefined) continue;
    if (isNear(lookup, place, from) !== isNear(lookup, place, to)) {
      lookers[row + place] = undefined;
    }
  }
}

/** Whether what stands in an area (-1 none) is in the sector of a place. */
function isNear({ model, near }: Lookup, place: number, area: number): boolean {
  return area >= 0 && near[place * model.areas.length + area] === 1;
}

/** Units of a side in the sector of an area (within a kilometre), ascending. */
export function lookersOn(presence: Presence, side: number, place: number): readonly number[] {
  if (place < 0) return NOBODY;
  const { lookers, lookup } = presence;
  const cell = side * lookup.model.areas.length + place;
  return (lookers[cell] ??= findLookers(presence, side, place));
}

const NOBODY: readonly number[] = [];

function findLookers({ lookup, area, eyes }: Presence, side: number, place: number): number[] {
  return eyes[side]!.filter((unit) => isNear(lookup, place, area[unit]!));
}
