import { parseTime } from '../engine/index.ts';
import { readCsv, type CsvRecord, type CsvTable } from './csv.ts';
import { remedyFor } from './nearest.ts';
import { problemAt, type Finding, type Problem } from './problem.ts';

/**
 * The record as tables: who claims what of whom (`history/claims.csv`) and where it was read
 * (`history/sources.csv`). Texts come in as strings; nothing here opens a file. What the columns and
 * words mean stands in `history/README.md`.
 */
export const CLAIM_COLUMNS = [
  'id',
  'subject',
  'quantity',
  'value',
  'low',
  'high',
  'unit',
  'scope',
  'claimant',
  'about',
  'made',
  'as_of',
  'publicity',
  'status',
  'source',
  'locator',
  'rank',
  'use',
  'note',
] as const;
export const SOURCE_COLUMNS = ['key', 'title', 'address', 'kind', 'reliability', 'note'] as const;

export const CLAIMANTS = ['su', 'jp', 'neutral', 'historian'] as const;
export const CLAIM_ABOUTS = ['su', 'jp', 'both', 'other'] as const;
export const CLAIM_STATUSES = ['stated', 'second-hand', 'derived', 'memory', 'uncited'] as const;
export const CLAIM_RANKS = ['preferred', 'normal', 'deprecated'] as const;
/** May calibrate, informed, prediction, not compared. */
export const CLAIM_USES = ['c', 'i', 'p', 'none'] as const;
export const PUBLICITIES = ['', 'public', 'secret', 'published-later'] as const;
export const RELIABILITIES = ['strong', 'fair', 'weak', 'unverified'] as const;

export type Claimant = (typeof CLAIMANTS)[number];
export type ClaimAbout = (typeof CLAIM_ABOUTS)[number];
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];
export type ClaimRank = (typeof CLAIM_RANKS)[number];
export type ClaimUse = (typeof CLAIM_USES)[number];
export type Publicity = (typeof PUBLICITIES)[number];
export type Reliability = (typeof RELIABILITIES)[number];

/** A number, a text (time with offset, date, `yes`, side …), or `null` where there is no single figure. */
export type ClaimValue = number | string | null;

/** One claim: somebody's figure for one quantity. */
export interface Claim {
  readonly id: string;
  readonly subject: string;
  readonly quantity: string;
  readonly value: ClaimValue;
  readonly low: ClaimValue;
  readonly high: ClaimValue;
  readonly unit: string;
  readonly scope: string;
  readonly claimant: Claimant;
  /** Side the claim is about; with `claimant` it tells a return from a claim about the enemy. */
  readonly about: ClaimAbout;
  /** Date on which it was said, and the date it counts to; `''` unknown. */
  readonly made: string;
  readonly asOf: string;
  readonly publicity: Publicity;
  readonly status: ClaimStatus;
  /** Keys of `sources.csv`, at least one. */
  readonly sources: readonly string[];
  readonly locator: string;
  readonly rank: ClaimRank;
  readonly use: ClaimUse;
  readonly note: string;
  /** Line of the file, 1-based. */
  readonly line: number;
}

export interface Source {
  readonly key: string;
  readonly title: string;
  readonly address: string;
  readonly kind: string;
  readonly reliability: Reliability;
  readonly note: string;
  readonly line: number;
}

export interface ParsedClaims {
  /** In the order of the file. */
  readonly claims: readonly Claim[];
  readonly byId: ReadonlyMap<string, Claim>;
  readonly problems: readonly Problem[];
}

export interface ParsedSources {
  readonly sources: readonly Source[];
  readonly byKey: ReadonlyMap<string, Source>;
  readonly problems: readonly Problem[];
}

/**
 * Reads `claims.csv`. A row with a wrong word or value is reported and left out.
 * @param sources when given, a claim that names an unknown key is a problem.
 */
export function parseClaims(text: string, path: string, sources?: ParsedSources): ParsedClaims {
  const table = readCsv(text, path);
  const problems = [...table.problems];
  const claims: Claim[] = [];
  const byId = new Map<string, Claim>();
  if (!headerFits(table, CLAIM_COLUMNS, path, problems)) return { claims, byId, problems };
  for (const record of table.records) {
    const row: Row = { record, columns: CLAIM_COLUMNS, path, problems, broken: false };
    const claim = claimOf(row, sources);
    if (byId.has(claim.id)) complain(row, 'id', duplicate(claim.id));
    if (row.broken) continue;
    claims.push(claim);
    byId.set(claim.id, claim);
  }
  return { claims, byId, problems };
}

/** Reads `sources.csv`. A row with a wrong word is reported and left out. */
export function parseSources(text: string, path: string): ParsedSources {
  const table = readCsv(text, path);
  const problems = [...table.problems];
  const sources: Source[] = [];
  const byKey = new Map<string, Source>();
  if (!headerFits(table, SOURCE_COLUMNS, path, problems)) return { sources, byKey, problems };
  for (const record of table.records) {
    const row: Row = { record, columns: SOURCE_COLUMNS, path, problems, broken: false };
    const source: Source = {
      key: required(row, 'key'),
      title: required(row, 'title'),
      address: cell(row, 'address'),
      kind: required(row, 'kind'),
      reliability: word(row, 'reliability', RELIABILITIES),
      note: cell(row, 'note'),
      line: record.line,
    };
    if (byKey.has(source.key)) complain(row, 'key', duplicate(source.key));
    if (row.broken) continue;
    sources.push(source);
    byKey.set(source.key, source);
  }
  return { sources, byKey, problems };
}

interface Row {
  readonly record: CsvRecord;
  readonly columns: readonly string[];
  readonly path: string;
  readonly problems: Problem[];
  broken: boolean;
}

function claimOf(row: Row, sources: ParsedSources | undefined): Claim {
  const claim: Claim = {
    id: required(row, 'id'),
    subject: required(row, 'subject'),
    quantity: required(row, 'quantity'),
    value: value(row, 'value'),
    low: value(row, 'low'),
    high: value(row, 'high'),
    unit: required(row, 'unit'),
    scope: cell(row, 'scope'),
    claimant: word(row, 'claimant', CLAIMANTS),
    about: word(row, 'about', CLAIM_ABOUTS),
    made: cell(row, 'made'),
    asOf: cell(row, 'as_of'),
    publicity: word(row, 'publicity', PUBLICITIES),
    status: word(row, 'status', CLAIM_STATUSES),
    sources: required(row, 'source').split(' '),
    locator: cell(row, 'locator'),
    rank: word(row, 'rank', CLAIM_RANKS),
    use: word(row, 'use', CLAIM_USES),
    note: cell(row, 'note'),
    line: row.record.line,
  };
  checkValues(row, claim);
  if (sources !== undefined) checkSources(row, claim, sources);
  return claim;
}

const NUMBER = /^-?\d+(\.\d+)?$/;
/** Who can hold a place. */
const HOLDERS: readonly string[] = ['su', 'jp', 'both', 'none'];
const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

function cell(row: Row, column: string): string {
  return row.record.fields[row.columns.indexOf(column)] ?? '';
}

function required(row: Row, column: string): string {
  const text = cell(row, column);
  if (text === '') {
    complain(row, column, {
      code: 'missing-key',
      message: `The record has no ${column}.`,
      remedy: `Fill the column ${column}.`,
    });
  }
  return text;
}

function word<T extends string>(row: Row, column: string, known: readonly T[]): T {
  const text = cell(row, column);
  const found = known.find((candidate) => candidate === text);
  if (found !== undefined) return found;
  complain(row, column, {
    code: 'unknown-value',
    message: `"${text}" is no ${column}.`,
    remedy: remedyFor(text, known, column),
  });
  return known[0]!;
}

/** A figure: a number where the text is one, otherwise the text itself, `null` when empty. */
function value(row: Row, column: string): ClaimValue {
  const text = cell(row, column);
  if (text === '') return null;
  // A year alone looks like a number; only in a claim whose unit is `date` it is a year.
  return NUMBER.test(text) && cell(row, 'unit') !== 'date' ? Number(text) : text;
}

/** A claim has a value or a span; numbers lie within their span; times carry their offset. */
function checkValues(row: Row, claim: Claim): void {
  const { value: figure, low, high, unit } = claim;
  if (figure === null && (low === null || high === null)) {
    complain(row, 'value', {
      code: 'missing-key',
      message: 'The claim has neither a value nor a span.',
      remedy: 'Fill value, or both low and high.',
    });
  }
  const isOutside =
    (typeof figure === 'number' && typeof low === 'number' && figure < low) ||
    (typeof figure === 'number' && typeof high === 'number' && figure > high) ||
    (typeof low === 'number' && typeof high === 'number' && low > high);
  if (isOutside) {
    complain(row, 'value', {
      code: 'out-of-range',
      message: 'Value, low and high are not in order.',
      remedy: 'Write low ≤ value ≤ high.',
    });
  }
  for (const text of [figure, low, high]) {
    const problem = text === null ? undefined : wrongText(text, unit);
    if (problem !== undefined) complain(row, 'value', problem);
  }
}

/** What is wrong with a figure of this unit, if anything. */
function wrongText(figure: number | string, unit: string): Finding | undefined {
  if (unit === 'time') {
    const time = typeof figure === 'string' ? parseTime(figure) : undefined;
    if (time?.ok === true) return undefined;
    const isBare = time?.problem === 'bare';
    return {
      code: isBare ? 'bare-time' : 'malformed-time',
      message: `"${String(figure)}" is no time with its offset.`,
      remedy: 'Write it as 1938-07-31T05:15+09:00.',
    };
  }
  if (unit === 'date' && typeof figure === 'string' && DATE.test(figure)) return undefined;
  if (unit === 'flag' && (figure === 'yes' || figure === 'no')) return undefined;
  if (unit === 'side' && HOLDERS.includes(String(figure))) return undefined;
  const isNumeric = unit !== 'date' && unit !== 'flag' && unit !== 'side';
  if (isNumeric && typeof figure === 'number') return undefined;
  return {
    code: 'wrong-type',
    message: `"${String(figure)}" is no figure in the unit ${unit}.`,
    remedy:
      'Write a number; a date as 1938-07-31; a flag as yes or no; a side as su, jp, both or none.',
  };
}

function checkSources(row: Row, claim: Claim, sources: ParsedSources): void {
  for (const key of claim.sources) {
    if (sources.byKey.has(key)) continue;
    const known = sources.sources.map((source) => source.key);
    complain(row, 'source', {
      code: 'unknown-source',
      message: `"${key}" is no key of the list of sources.`,
      remedy: remedyFor(key, known, 'source'),
    });
  }
}

function complain(row: Row, column: string, finding: Finding): void {
  row.broken = true;
  const position = {
    path: row.path,
    line: row.record.line,
    column: row.columns.indexOf(column) + 1,
  };
  row.problems.push(problemAt(position, finding));
}

function duplicate(id: string): Finding {
  return {
    code: 'duplicate-id',
    message: `"${id}" stands twice in the table.`,
    remedy: 'Ids are permanent: give the new row one of its own.',
  };
}

function headerFits(
  table: CsvTable,
  columns: readonly string[],
  path: string,
  problems: Problem[],
): boolean {
  const fits = table.header.join(',') === columns.join(',');
  if (!fits && table.header.length > 0) {
    const finding: Finding = {
      code: 'history-unreadable',
      message: `The header is "${table.header.join(',')}".`,
      remedy: `Write "${columns.join(',')}".`,
    };
    problems.push(problemAt({ path, line: 1, column: 1 }, finding));
  }
  return fits;
}
