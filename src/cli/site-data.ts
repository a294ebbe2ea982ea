import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Batch, VariantResult } from '../experiment/index.ts';
import { frontOf, recordFilm } from '../host/index.ts';
import {
  SITE_FILES,
  isSchema,
  pack,
  packBeliefs,
  packFilm,
  unpack,
  withoutBeliefs,
} from '../protocol/index.ts';
import type {
  Film,
  Names,
  SiteFront,
  SiteRecord,
  SiteRows,
  SiteScenario,
  SiteSources,
} from '../protocol/index.ts';
import { MEASURES, type ComparisonRow, type MeasureValue } from '../record/index.ts';
import { parseSources } from '../scenario/index.ts';
import { PACKAGE_ROOT } from './scenario-folder.ts';
import { openSession, type Session } from './session.ts';
import { milestonesOf } from './site-record.ts';
import { whatIfOf } from './site-whatif.ts';
import { valuesOf } from './summaries.ts';

/** The scenario that the explorer shows. */
export const SITE_SCENARIO = 'khasan-1938';
/** Folder of the built site, in the package. */
export const SITE_FOLDER = join(PACKAGE_ROOT, 'dist/site');

/**
 * Writes the data that the page needs before any run has been played: the scenario, and one run to look
 * at. Rows of earlier runs stay where they belong to the same scenario and version.
 * @returns whether rows of runs are there.
 */
export async function writeSiteData(version: string, folder = SITE_FOLDER): Promise<boolean> {
  const session = openSession(SITE_SCENARIO, []);
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeData(folder, 'scenario', await scenarioOf(session, version));
  writeData(folder, 'sources', sourcesOf(session));
  writeData(folder, 'milestones', milestonesOf(session));
  writeData(folder, 'whatIf', whatIfOf(session));
  const rows = rowsThere(folder, session, version);
  writeRuns(folder, session, version, rows);
  return rows !== null;
}

/** Writes the rows of a batch of free runs, and the most central of them as the run to look at first. */
export function writeSiteRows(
  session: Session,
  version: string,
  batch: Batch,
  result: VariantResult,
  rows: readonly ComparisonRow[],
  folder = SITE_FOLDER,
): void {
  const measures: Record<string, MeasureValue[]> = {};
  for (const { id } of MEASURES) measures[id] = valuesOf(batch, result, id).map(rounded);
  writeRuns(folder, session, version, {
    schema: 'khasan.site-rows/1',
    version,
    scenarioHash: session.model.hash,
    seed: result.rows[0]?.seed ?? 1,
    runs: result.rows.length,
    measures,
    records: recordsOf(rows),
  });
}

function recordsOf(rows: readonly ComparisonRow[]): SiteRows['records'] {
  const records: Record<string, SiteRecord> = {};
  for (const { id, measure, record, percentile, use } of rows) {
    const { low, high, value } = record;
    if (measure === null || typeof low !== 'number' || typeof high !== 'number') continue;
    const middle = typeof value === 'number' ? value : (low + high) / 2;
    records[measure] ??= { row: id, low, high, value: middle, percentile, use };
  }
  return records;
}

/** The run to look at when none has been played: the one that the README tells of. */
const FIRST_SEED = 12;

function writeRuns(folder: string, session: Session, version: string, rows: SiteRows | null): void {
  const front = rows === null || rows.runs === 0 ? NO_RUNS : frontOf(rows);
  const film = recordFilm(session.model, {
    seed: front.typicalSeed,
    from: 'free',
    settings: [],
    version,
  });
  if (rows !== null && !isOfThisEngine(rows, film)) {
    // The rules have changed since these rows were played: they tell of runs that nobody can open.
    rmSync(join(folder, 'data', SITE_FILES.rows), { force: true });
    writeRuns(folder, session, version, null);
    return;
  }
  writeData(folder, 'front', front);
  writeText(folder, 'film', packFilm(withoutBeliefs(film)));
  writeText(folder, 'beliefs', packBeliefs(film));
  if (rows !== null) writeData(folder, 'rows', rows);
}

const NO_RUNS: SiteFront = {
  schema: 'khasan.site-front/1',
  runs: 0,
  seed: FIRST_SEED,
  typicalSeed: FIRST_SEED,
  bannedAssaultSeeds: [],
};

/** Whether the run of a film measures what its row says. */
function isOfThisEngine(rows: SiteRows, film: Film): boolean {
  const run = film.head.seed - rows.seed;
  return Object.entries(rows.measures).every(
    ([id, values]) => values[run] === rounded(film.head.measures[id] ?? null),
  );
}

/** Runs of this version and scenario that the explorer has already. */
export function runsKept(session: Session, version: string, folder = SITE_FOLDER): number {
  return rowsThere(folder, session, version)?.runs ?? 0;
}

/** Rows on disk, if they were made by this version from this scenario. */
function rowsThere(folder: string, session: Session, version: string): SiteRows | null {
  const path = join(folder, 'data', SITE_FILES.rows);
  if (!existsSync(path)) return null;
  const rows = unpack(readFileSync(path, 'utf8'));
  if (!isSchema<SiteRows>(rows, 'khasan.site-rows/1')) return null;
  return rows.version === version && rows.scenarioHash === session.model.hash ? rows : null;
}

async function scenarioOf(session: Session, version: string): Promise<SiteScenario> {
  // Symbols are a large package; nothing else here needs it.
  const { symbolOf } = await import('../picture/index.ts');
  const { model, files } = session;
  const symbols: Record<string, string> = {};
  model.units.sidc.forEach((sidc, unit) => {
    const side = model.units.side[unit]!;
    symbols[`${String(side)} ${sidc}`] ??= symbolOf(sidc, side);
  });
  const officeNames: Record<string, Names> = {};
  for (const { id, names } of files.offices.offices) officeNames[id] = known(names);
  const nodeNames: Record<string, Names> = {};
  for (const { id, names } of files.theatre.nodes) nodeNames[id] = known(names);
  return {
    schema: 'khasan.site-scenario/1',
    version,
    model,
    map: files.map,
    officeNames,
    nodeNames,
    symbols,
  };
}

function sourcesOf(session: Session): SiteSources {
  const file = session.folder.history.find(({ path }) => path === 'sources.csv');
  const sources = file === undefined ? [] : parseSources(file.text, file.path).sources;
  return {
    schema: 'khasan.site-sources/1',
    sources: sources.map(({ key, title, address, kind, reliability, note }) => ({
      ...{ key, title, address, kind, reliability, note },
    })),
  };
}

function known(names: Readonly<Record<string, string | undefined>>): Names {
  return Object.fromEntries(
    Object.entries(names).flatMap(([lang, name]) => (name === undefined ? [] : [[lang, name]])),
  );
}

/** Four figures are more than a plot shows. */
function rounded(value: MeasureValue): MeasureValue {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
}

/** A reader never sees half a file. */
function writeData(folder: string, name: keyof typeof SITE_FILES, value: unknown): void {
  writeText(folder, name, pack(value));
}

function writeText(folder: string, name: keyof typeof SITE_FILES, text: string): void {
  const path = join(folder, 'data', SITE_FILES[name]);
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}
