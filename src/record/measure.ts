import type { EventKind, KhasanEvent, Run } from '../engine/index.ts';
import type { Chronicle } from './chronicle.ts';

/** A value of a measure in one run; `null` where the thing did not happen or cannot be asked. */
export type MeasureValue = number | string | boolean | null;

/**
 * What a measure's values are. `time`: hours since the scenario's start, exact to the quarter hour.
 * `number`: anything counted or measured, durations included. `flag`: yes or no. `category`: a word.
 */
export type MeasureKind = 'number' | 'time' | 'flag' | 'category';

export interface MeasureSpec {
  /** Permanent name, dotted, most significant word first: `losses.su.killed`. */
  readonly id: string;
  /** A line of a table. */
  readonly title: string;
  readonly kind: MeasureKind;
  /** `men`, `hours`, `days`, `share` … ; `''` for flags and categories. */
  readonly unit: string;
  /** Kind of run in which the measure means something; both where absent. */
  readonly from?: 'free' | 'anchored';
  /** Exact definition, in whole sentences. */
  readonly describe: string;
}

/** The two sides as the ids of measures name them, and what is theirs in titles. */
export const SIDES = ['su', 'jp'] as const;
export const NAME = { su: 'Soviet', jp: 'Japanese' } as const;

/** Values by id of measure. */
export type MeasureValues = Record<string, MeasureValue>;

/** An event of one of some kinds. */
export type EventOf<Kind extends EventKind> = KhasanEvent & { readonly kind: Kind };

/** Kinds of event that somebody hears, and what he does with one. Made by `hearing`. */
export interface Hearing {
  readonly kinds: readonly EventKind[];
  /** Called for each event of these kinds, after the chronicle has taken it in. */
  readonly onEvent: (event: KhasanEvent) => void;
}

/** Hears events of some kinds and no others. */
export function hearing<Kind extends EventKind>(
  kinds: readonly Kind[],
  onEvent: (event: EventOf<Kind>) => void,
): Hearing {
  // Events of other kinds never come to it: `startMeasures` calls by kind.
  return { kinds, onEvent: onEvent as Hearing['onEvent'] };
}

/** What a family gathers during one run. */
export interface FamilyFold {
  /** What it hears, in the order in which it wants to be called; nothing where absent. */
  readonly hears?: readonly Hearing[];
  /** Called once when the run is over (or was stopped). */
  readonly finish: (run: Run) => MeasureValues;
}

/** Measures that belong together: their definitions, and how they are gathered. */
export interface MeasureFamily {
  readonly measures: readonly MeasureSpec[];
  readonly start: (chronicle: Chronicle) => FamilyFold;
}

/** Hours since the scenario's start of a tick, `null` for -1. */
export function hoursOf(tick: number): number | null {
  return tick < 0 ? null : tick / 4;
}

/** Hours between two ticks, `null` where either is -1. */
export function hoursBetween(from: number, to: number): number | null {
  return from < 0 || to < 0 ? null : (to - from) / 4;
}

/** Days between two ticks, `null` where either is -1. */
export function daysBetween(from: number, to: number): number | null {
  return from < 0 || to < 0 ? null : (to - from) / 96;
}

/** `part / whole`, `null` where the whole is 0. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
