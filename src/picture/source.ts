import type { Model } from '../engine/index.ts';
import type { Frame, LonLat } from './projection.ts';
import type { Sheet } from './sheet.ts';

/**
 * What a picture needs of a map file: drawn features that the compiled model does not carry. Stated
 * here as a shape, because pictures know nothing of files; a parsed map file fits it as it is.
 */
export interface MapSource {
  readonly attribution: string;
  readonly frame: Frame;
  readonly places: readonly PlaceSource[];
  readonly lines: readonly LineSource[];
  readonly waters: readonly WaterSource[];
  readonly steep: readonly SteepSource[];
  readonly ways: readonly WaySource[];
  readonly crossings: readonly CrossingSource[];
}

/** `[column, row]`. */
export type HexAt = readonly [column: number, row: number];

export interface Names {
  readonly en: string;
}

export interface PlaceSource {
  readonly id: string;
  readonly kind: 'height' | 'village' | 'neck' | 'crossing' | 'station' | 'ground';
  readonly at: HexAt;
  readonly names: Names;
  /** 1 is always named, 3 where there is room. */
  readonly rank: number;
  /** Worth of holding it, 0–1. */
  readonly worth?: number | undefined;
  readonly metres?: number | undefined;
  /** Words of the moment that stand under the name, as who holds it. */
  readonly moment?: string | undefined;
  readonly positionErrorMetres: number;
}

export interface LineSource {
  readonly id: string;
  /** Id of the side that claims it. */
  readonly side: string;
  readonly label: string;
  /** Hand of a walker from the first point to the last on which the claimant's ground lies. */
  readonly claimantOn: 'left' | 'right';
  readonly points: readonly LonLat[];
}

export interface WaterSource {
  readonly id: string;
  readonly kind: 'lake' | 'sea' | 'river';
  readonly names: Names;
  readonly points: readonly LonLat[];
}

export interface SteepSource {
  readonly hex: HexAt;
  readonly direction: string;
}

export interface WaySource {
  readonly id: string;
  readonly kind: 'track' | 'road' | 'rail';
  readonly names?: Names | undefined;
  readonly hexes: readonly HexAt[];
}

export interface CrossingSource {
  readonly id: string;
  readonly names: Names;
  readonly between: readonly [HexAt, HexAt];
  readonly kind: 'ferry' | 'ford' | 'bridge';
}

/** The parts of a compiled scenario that a map shows. */
export type MapModel = Pick<
  Model,
  'title' | 'startMinutes' | 'sides' | 'grid' | 'ground' | 'units'
>;

/** What every layer of a plate is drawn from. */
export interface Plate {
  readonly sheet: Sheet;
  readonly model: MapModel;
  readonly source: MapSource;
}

/** Index of the hex at a column and row. */
export function hexIndex(plate: Plate, [column, row]: HexAt): number {
  return row * plate.model.grid.columns + column;
}

/** Position of a side in the scenario's list by its id. */
export function sideIndex(plate: Plate, id: string): number {
  return plate.model.sides.findIndex((side) => side.id === id);
}
