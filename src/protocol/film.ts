import type { EventValue } from '../engine/index.ts';
import type { Columns } from './columns.ts';

/** What a change of a unit's row holds, in this order. */
export const UNIT_FIELDS = [
  'location',
  'men',
  'killed',
  'wounded',
  'missing',
  'tanks',
  'guns',
  'morale',
  'task',
] as const;
/** What a change of an office's belief about one area holds. `seenTick` is the tick the belief is of. */
export const BELIEF_FIELDS = [
  'men',
  'guns',
  'tanks',
  'works',
  'seenTick',
  'activity',
  'retold',
  'holder',
  'own',
] as const;
/** Trenches and wire of one side in one hex, in hundredths. */
export const WORKS_FIELDS = ['trench', 'wire'] as const;

export type UnitField = (typeof UNIT_FIELDS)[number];
export type BeliefField = (typeof BELIEF_FIELDS)[number];

/** Events of a run as columns. Names and places are indices into `names`. */
export interface EventColumns {
  readonly count: number;
  /** `[event]` position of the kind in `EVENT_KINDS`. */
  readonly kinds: Uint8Array;
  readonly ticks: Uint16Array;
  readonly actors: Uint16Array;
  readonly places: Uint16Array;
  readonly names: readonly string[];
  /** `[event + 1]` first cause of each event in `causes`; `causes` are numbers of earlier events. */
  readonly causeStarts: Uint32Array;
  readonly causes: Uint32Array;
  /** `[event]` the data in the order of `EVENT_FIELDS`. */
  readonly data: readonly (readonly EventValue[])[];
}

/** Which run a film shows. A run is its scenario, seed and settings; the rest tells whether it is the same. */
export interface FilmHead {
  readonly schema: 'khasan.film/1';
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly version: string;
  readonly seed: number;
  readonly from: string;
  readonly settings: readonly string[];
  readonly runHash: string;
  readonly startTick: number;
  readonly endTick: number;
  /** Value of every measure by its id. */
  readonly measures: Readonly<Record<string, number | string | boolean | null>>;
}

/**
 * A run as a screen needs it: columns of changes and the list of events. It is the truth of the run, for
 * spectators. Somebody who sits in an office must never be sent one.
 */
export interface Film {
  readonly head: FilmHead;
  /** `[unit]`, fields `UNIT_FIELDS`. */
  readonly units: Columns;
  /** `[office * areas + area]`, fields `BELIEF_FIELDS`. */
  readonly beliefs: Columns;
  /** `[side * hexes + hex]`, fields `WORKS_FIELDS`. */
  readonly works: Columns;
  /** `[hex]` side that holds it, or -1. */
  readonly holders: Columns;
  readonly events: EventColumns;
}

/** Buffers of a film, to be handed over instead of copied. */
export function buffersOf(film: Film): ArrayBuffer[] {
  const tables = [film.units, film.beliefs, film.works, film.holders];
  const { kinds, ticks, actors, places, causeStarts, causes } = film.events;
  return [
    ...tables.flatMap((table) => [table.starts, table.ticks, table.values]),
    ...[kinds, ticks, actors, places, causeStarts, causes],
  ].map((array) => array.buffer as ArrayBuffer);
}
