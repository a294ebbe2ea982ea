import type { Model } from '../engine/index.ts';
import type { Film } from './film.ts';

/** Names of things by language, as the scenario has them: `en` always, others where known. */
export type Names = Readonly<Record<string, string>>;

/**
 * What the page needs of a scenario, written when the site is built: the compiled model, the drawn map,
 * names in other languages, symbols. `Map` is the shape that `picture` draws from.
 */
export interface SiteScenario<MapFile = unknown> {
  readonly schema: 'khasan.site-scenario/1';
  readonly version: string;
  readonly model: Model;
  readonly map: MapFile;
  /** Names of offices by id, and of persons where the scenario translates them. */
  readonly officeNames: Readonly<Record<string, Names>>;
  /** Names of the places beyond the map by id. */
  readonly nodeNames: Readonly<Record<string, Names>>;
  /** Unit symbols by `side code`, as the inside of an SVG group 200 wide. */
  readonly symbols: Readonly<Record<string, string>>;
}

/** How the run that the page opens with was chosen, and what the shipped runs say. */
export interface SiteFront {
  readonly schema: 'khasan.site-front/1';
  /** Runs the shipped table of measures holds; 0 when none has been played yet. */
  readonly runs: number;
  /** First seed of those runs: run *k*, counted from 0, has the seed `seed + k`. */
  readonly seed: number;
  /** Seed of the run shown first: the most central of the runs, or the first seed when there are none. */
  readonly typicalSeed: number;
  /** Runs in which an assault was ordered against a ban, and the seeds of them. */
  readonly bannedAssaultSeeds: readonly number[];
}

/** What is on record of a measure, and where it lies among the shipped runs. */
export interface SiteRecord {
  /** Id of the row in the table of the record: `T1`, `R-first.death`. */
  readonly row: string;
  readonly low: number;
  readonly high: number;
  readonly value: number;
  /** Share 0–1 of runs below the record, null where nothing happened. */
  readonly percentile: number | null;
  /** What the row was used for: calibration, prediction … */
  readonly use: string;
}

/** Measures of the shipped runs, `[measure][run]`. */
export interface SiteRows {
  readonly schema: 'khasan.site-rows/1';
  readonly version: string;
  readonly scenarioHash: string;
  readonly seed: number;
  readonly runs: number;
  readonly measures: Readonly<Record<string, readonly (number | string | boolean | null)[]>>;
  /** By id of measure; only figures and times that the record tells of free runs. */
  readonly records: Readonly<Record<string, SiteRecord>>;
}

/** The sources of the record, for the page that lists them. */
export interface SiteSources {
  readonly schema: 'khasan.site-sources/1';
  readonly sources: readonly {
    readonly key: string;
    readonly title: string;
    readonly address: string;
    readonly kind: string;
    readonly reliability: string;
    readonly note: string;
  }[];
}

/** Somebody's figure for one thing, as the record has it. */
export interface SiteClaim {
  readonly id: string;
  /** The figure in words, with its unit; a time as it stands, with its offset. */
  readonly figure: string;
  readonly claimant: string;
  readonly status: string;
  /** Keys of the list of sources. */
  readonly sources: readonly string[];
  readonly note: string;
}

/** One thing of the record that a measure tells of a run. */
export interface SiteMilestone {
  /** Id of the row in the table of the record. */
  readonly row: string;
  readonly measure: string;
  /** Whether the figures are hours since the scenario's start. */
  readonly isTime: boolean;
  readonly unit: string;
  /** `null` where the record gives a span only. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  /** From where the runs start that the row is asked of: `free`, or an anchor. */
  readonly start: string;
  readonly use: string;
  /** The recorded event in words, `''` where the row is no event. */
  readonly title: string;
  /** What is disputed, `''` nothing. */
  readonly disputed: string;
  /** The recorded claim first, then its rivals. */
  readonly claims: readonly SiteClaim[];
}

/** What the record says of a measure, for the pages that set it among many runs. */
export interface SiteRecorded {
  readonly measure: string;
  /** Id of the row in the table of the record. */
  readonly row: string;
  /** From where the runs start that the row is asked of: `free`, or an anchor. */
  readonly start: string;
  readonly use: string;
  /** A figure, a word or yes and no; `null` where the record gives a span only, or nothing. */
  readonly value: number | string | boolean | null;
  readonly low: number | string | boolean | null;
  readonly high: number | string | boolean | null;
}

/** The record beside one run, and all that it tells of measures. */
export interface SiteMilestones {
  readonly schema: 'khasan.site-milestones/1';
  readonly milestones: readonly SiteMilestone[];
  readonly recorded: readonly SiteRecorded[];
}

/** Names of the files in the folder `data` of the site. */
export const SITE_FILES = {
  scenario: 'scenario.json',
  front: 'front.json',
  film: 'film.json',
  /** What offices believe in that film; fetched after the first picture. */
  beliefs: 'beliefs.json',
  rows: 'rows.json',
  sources: 'sources.json',
  milestones: 'milestones.json',
  whatIf: 'whatif.json',
} as const;

/** Whether unpacked data is what the file of that name should hold: its schema says so. */
export function isSchema<T extends { readonly schema: string }>(
  value: unknown,
  schema: T['schema'],
): value is T {
  return (
    typeof value === 'object' && value !== null && 'schema' in value && value.schema === schema
  );
}

/** Whether unpacked data is a film of a version that this page reads. */
export function isFilm(value: unknown): value is Film {
  if (typeof value !== 'object' || value === null || !('head' in value)) return false;
  return isSchema<Film['head']>(value.head, 'khasan.film/1');
}
