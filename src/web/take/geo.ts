import { MORALES, TASKS, TERRAINS, type Model } from '../../engine/index.ts';
import { centreOf, columnOf, cornerOf, rowOf, type Point } from '../../hex/index.ts';
import { unproject, type MapSource } from '../../picture/index.ts';
import { valueAt, type Film } from '../../protocol/index.ts';
import { beliefsAt, unitsAt, type UnitNow } from '../state/run-view.ts';
import { CLOCKS, clockOf, utcOfTick } from '../state/time-words.ts';

/** Degrees east and north. */
type Position = readonly [longitude: number, latitude: number];

interface Feature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: Position }
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] };
  readonly properties: Readonly<Record<string, string | number | null>>;
}

/** A moment of a run as GeoJSON (RFC 7946), with what it is and whose the map is inside. */
export interface GeoMoment {
  readonly type: 'FeatureCollection';
  readonly name: string;
  readonly attribution: string;
  readonly khasan: Readonly<Record<string, string | number>>;
  readonly features: readonly Feature[];
}

export interface GeoWish {
  readonly model: Model;
  readonly film: Film;
  readonly map: MapSource;
  readonly tick: number;
  /** Index of an office, or -1 for the truth. */
  readonly office: number;
}

/**
 * Units and the holders of hexes at a tick, in degrees of WGS 84. Through an office's eyes: its own units, the
 * other side as it believes in it, and the holders it believes in; what it does not know is not there.
 */
export function geoMoment(wish: GeoWish): GeoMoment {
  const { model, film, map, tick, office } = wish;
  const { seed, from, settings, runHash, scenarioHash, version } = film.head;
  const units = unitsAt(film, tick).filter(
    ({ unit }) => office < 0 || model.units.office[unit] === office,
  );
  return {
    type: 'FeatureCollection',
    name: `${model.title}, ${utcOfTick(model.startMinutes, tick)}`,
    attribution: map.attribution,
    khasan: {
      note: 'A run of a model, not a history.',
      ...{ version, scenarioHash, seed, from, settings: settings.join(';'), runHash, tick },
      utc: utcOfTick(model.startMinutes, tick),
      tokyo: clockOf(model.startMinutes, tick, CLOCKS.tokyo),
      eyes: model.offices[office]?.id ?? 'truth',
    },
    features: [
      ...units.flatMap((unit) => unitFeature(wish, unit)),
      ...(office < 0 ? heldHexes(wish) : [...believedHexes(wish), ...contacts(wish)]),
    ],
  };
}

/** Millionths of a degree are a tenth of a metre. */
const millionths = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

function onGlobe({ map }: GeoWish, point: Point): Position {
  const [longitude, latitude] = unproject(map.frame, point);
  return [millionths(longitude), millionths(latitude)];
}

function placeOf(wish: GeoWish, location: number): { at: Position; place: string } | null {
  const { model } = wish;
  if (location < model.grid.count) {
    const at = onGlobe(wish, centreOf(model.grid, location));
    return { at, place: model.areas[model.ground.area[location]!]?.id ?? '' };
  }
  const node = model.theatre.nodes[location - model.grid.count];
  return node === undefined ? null : { at: [node.longitude, node.latitude], place: node.id };
}

function unitFeature(wish: GeoWish, now: UnitNow): Feature[] {
  const { units, sides, offices } = wish.model;
  const { unit, location, men, killed, wounded, missing, tanks, guns } = now;
  const found = placeOf(wish, location);
  if (found === null) return [];
  return [
    {
      type: 'Feature',
      id: `unit ${units.id[unit]!}`,
      geometry: { type: 'Point', coordinates: found.at },
      properties: {
        is: 'unit',
        unit: units.id[unit]!,
        name: units.name[unit]!,
        side: sides[units.side[unit]!]!.id,
        office: offices[units.office[unit]!]?.id ?? null,
        sidc: units.sidc[unit]!,
        place: found.place,
        ...{ men, killed, wounded, missing, tanks, guns },
        morale: MORALES[now.morale]!,
        task: TASKS[now.task]!,
      },
    },
  ];
}

function hexFeature(wish: GeoWish, hex: number, properties: Feature['properties']): Feature {
  const { grid, ground, areas } = wish.model;
  // The corners go round against the clock as one sees them, as the format wants an outer ring.
  const ring = [0, 1, 2, 3, 4, 5, 0].map((corner) => onGlobe(wish, cornerOf(grid, hex, corner)));
  return {
    type: 'Feature',
    id: `hex ${String(hex)}`,
    geometry: { type: 'Polygon', coordinates: [ring] },
    properties: {
      is: 'hex',
      ...{ hex, column: columnOf(grid, hex), row: rowOf(grid, hex) },
      place: areas[ground.area[hex]!]?.id ?? '',
      terrain: TERRAINS[ground.terrain[hex]!] ?? null,
      ...properties,
    },
  };
}

/** Hexes that somebody holds, with what is dug there. */
function heldHexes(wish: GeoWish): Feature[] {
  const { model, film, tick } = wish;
  const found: Feature[] = [];
  for (let hex = 0; hex < model.grid.count; hex++) {
    const holder = valueAt(film.holders, hex, 0, tick, -1);
    if (holder < 0) continue;
    const trench = valueAt(film.works, holder * model.grid.count + hex, 0, tick);
    const wire = valueAt(film.works, holder * model.grid.count + hex, 1, tick);
    found.push(hexFeature(wish, hex, { heldBy: model.sides[holder]!.id, trench, wire }));
  }
  return found;
}

function believedHexes(wish: GeoWish): Feature[] {
  const { model, film, tick, office } = wish;
  return beliefsAt(film, model, office, tick)
    .filter(({ holder }) => holder >= 0)
    .map(({ area, holder }) =>
      hexFeature(wish, model.areas[area]!.hex, { believedHeldBy: model.sides[holder]!.id }),
    );
}

/** The other side as the office believes in it: one point a place, of an age and through so many hands. */
function contacts(wish: GeoWish): Feature[] {
  const { model, film, tick, office } = wish;
  const enemy = model.sides[1 - model.offices[office]!.side]!.id;
  return beliefsAt(film, model, office, tick)
    .filter(({ seenTick, men }) => seenTick >= 0 && men >= 1)
    .map(({ area, men, guns, tanks, seenTick, retold }) => ({
      type: 'Feature',
      id: `contact ${model.areas[area]!.id}`,
      geometry: {
        type: 'Point',
        coordinates: onGlobe(wish, centreOf(model.grid, model.areas[area]!.hex)),
      },
      properties: {
        is: 'belief',
        side: enemy,
        place: model.areas[area]!.id,
        ...{ men, guns, tanks, hands: retold },
        ageHours: (tick - seenTick) / 4,
      },
    }));
}
