import { parseTime } from '../engine/index.ts';
import { problemAt, readCsv, remedyFor, type CsvRecord, type Finding } from '../scenario/index.ts';
import type { ParsedSources, Problem } from '../scenario/index.ts';

export { parseClaims, parseSources } from '../scenario/index.ts';
export type { Claim, ParsedClaims, ParsedSources, Source } from '../scenario/index.ts';

export const EVENT_COLUMNS = [
  'id',
  'start',
  'end',
  'clock',
  'place',
  'actors',
  'title',
  'kind',
  'quantity',
  'sources',
  'disputed',
  'precision',
] as const;

export const EVENT_PRECISIONS = [
  'hour',
  'hour-approximate',
  'day',
  'day-approximate',
  'month',
  'year',
] as const;
export type EventPrecision = (typeof EVENT_PRECISIONS)[number];

/** A dated event of the record: what happened in 1938, not in a run. */
export interface RecordedEvent {
  readonly id: string;
  /** A time with its offset, a date, a month or a year, as `precision` says. */
  readonly start: string;
  /** `''` where the event has no end of its own. */
  readonly end: string;
  /** Clock the source used or is presumed to have used; `''` for dates. */
  readonly clock: string;
  readonly place: string;
  readonly actors: string;
  readonly title: string;
  readonly kind: string;
  readonly quantity: string;
  readonly sources: readonly string[];
  /** What is disputed; `''` nothing. */
  readonly disputed: string;
  readonly precision: EventPrecision;
  /** Minutes UTC of `start`; `null` where it is not a time. */
  readonly startMinutes: number | null;
  readonly line: number;
}

export interface ParsedEvents {
  readonly events: readonly RecordedEvent[];
  readonly problems: readonly Problem[];
}

const COLUMN_NAMES: readonly string[] = EVENT_COLUMNS;
const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

/**
 * Reads `events.csv`. A row with a problem is reported and left out.
 * @param sources when given, an event that names an unknown key is a problem.
 */
export function parseEvents(text: string, path: string, sources?: ParsedSources): ParsedEvents {
  const table = readCsv(text, path);
  const problems = [...table.problems];
  const events: RecordedEvent[] = [];
  if (table.header.join(',') !== COLUMN_NAMES.join(',')) {
    const finding: Finding = {
      code: 'history-unreadable',
      message: `The header is "${table.header.join(',')}".`,
      remedy: `Write "${COLUMN_NAMES.join(',')}".`,
    };
    if (table.header.length > 0) problems.push(problemAt({ path, line: 1, column: 1 }, finding));
    return { events, problems };
  }
  for (const record of table.records) {
    const event = eventOf(record);
    const findings = findingsOf(event, events, sources);
    if (findings.length === 0) events.push(event);
    for (const finding of findings) {
      problems.push(problemAt({ path, line: record.line, column: 1 }, finding));
    }
  }
  return { events, problems };
}

function eventOf(record: CsvRecord): RecordedEvent {
  const cell = (column: (typeof EVENT_COLUMNS)[number]): string =>
    record.fields[COLUMN_NAMES.indexOf(column)] ?? '';
  const start = cell('start');
  const time = parseTime(start);
  return {
    id: cell('id'),
    start,
    end: cell('end'),
    clock: cell('clock'),
    place: cell('place'),
    actors: cell('actors'),
    title: cell('title'),
    kind: cell('kind'),
    quantity: cell('quantity'),
    sources: cell('sources').split(' '),
    disputed: cell('disputed'),
    precision: cell('precision') as EventPrecision,
    startMinutes: time.ok ? time.minutes : null,
    line: record.line,
  };
}

function findingsOf(
  event: RecordedEvent,
  before: readonly RecordedEvent[],
  sources: ParsedSources | undefined,
): Finding[] {
  const findings: Finding[] = [];
  if (event.id === '' || event.title === '') {
    findings.push({
      code: 'missing-key',
      message: 'The event has no id or no title.',
      remedy: 'Fill both columns.',
    });
  }
  if (before.some((other) => other.id === event.id)) {
    findings.push({
      code: 'duplicate-id',
      message: `"${event.id}" stands twice in the table.`,
      remedy: 'Ids are permanent: give the new event one of its own.',
    });
  }
  if (!EVENT_PRECISIONS.includes(event.precision)) {
    findings.push({
      code: 'unknown-value',
      message: `"${event.precision}" is no precision.`,
      remedy: remedyFor(event.precision, EVENT_PRECISIONS, 'precision'),
    });
  }
  // An end may be told less exactly than a start: a night fight ends on the next day.
  const times = [wrongTime(event.start, event.precision.startsWith('hour'))];
  if (event.end !== '') times.push(wrongTime(event.end, false));
  for (const finding of times) if (finding !== undefined) findings.push(finding);
  for (const key of event.sources) {
    if (sources === undefined || sources.byKey.has(key)) continue;
    const known = sources.sources.map((source) => source.key);
    findings.push({
      code: 'unknown-source',
      message: `"${key}" is no key of the list of sources.`,
      remedy: remedyFor(key, known, 'source'),
    });
  }
  return findings;
}

function wrongTime(text: string, isTimed: boolean): Finding | undefined {
  const time = parseTime(text);
  if (time.ok) return undefined;
  if (!isTimed && DATE.test(text)) return undefined;
  return {
    code: time.problem === 'bare' ? 'bare-time' : 'malformed-time',
    message: `"${text}" is no ${isTimed ? 'time with its offset' : 'date'}.`,
    remedy: 'Write an hour as 1938-07-31T05:15+09:00, a day as 1938-07-31.',
  };
}
