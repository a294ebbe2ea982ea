import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVENT_COLUMNS, parseClaims, parseEvents, parseSources } from './index.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../history/${name}`, import.meta.url), 'utf8');

const GOOD: Readonly<Record<string, string>> = {
  id: 'E051',
  start: '1938-07-31T03:00+09:00',
  title: 'Night attack',
  sources: 'S01',
  precision: 'hour',
};

function table(...rows: Readonly<Record<string, string>>[]): string {
  const lines = rows.map((row) => EVENT_COLUMNS.map((column) => row[column] ?? '').join(','));
  return [EVENT_COLUMNS.join(','), ...lines].join('\n');
}

describe('parseEvents', () => {
  it('reads an event with its moment', () => {
    const { events, problems } = parseEvents(table(GOOD), 'e.csv');
    expect(problems).toEqual([]);
    expect(events[0]).toMatchObject({ id: 'E051', sources: ['S01'], end: '', line: 2 });
    const utc = Date.parse('1938-07-31T03:00:00+09:00') / 60_000;
    expect(events[0]?.startMinutes).toBe(utc);
  });

  const wrong: readonly [code: string, change: Readonly<Record<string, string>>][] = [
    ['bare-time', { start: '1938-07-31T03:00' }],
    ['malformed-time', { start: '1938-07-31' }],
    ['malformed-time', { end: 'noon' }],
    ['malformed-time', { start: '' }],
    ['unknown-value', { precision: 'minute' }],
    ['unknown-source', { sources: 'S99' }],
    ['missing-key', { title: '' }],
  ];
  it.each(wrong)('reports %s for %o', (code, change) => {
    const sources = parseSources('key,title,address,kind,reliability,note\nS01,A,,book,fair,', 's');
    const { events, problems } = parseEvents(table({ ...GOOD, ...change }), 'e.csv', sources);
    expect(problems[0]).toMatchObject({ code, path: 'e.csv', line: 2 });
    expect(events).toEqual([]);
  });

  it('reports an id that stands twice', () => {
    const { events, problems } = parseEvents(table(GOOD, GOOD), 'e.csv');
    expect(problems.map((problem) => problem.code)).toEqual(['duplicate-id']);
    expect(events.length).toBe(1);
  });

  it('refuses another header', () => {
    expect(parseEvents('id,when\nE1,x\n', 'e.csv').problems[0]?.code).toBe('history-unreadable');
  });
});

describe('the record of events', () => {
  const sources = parseSources(read('sources.csv'), 'sources.csv');
  const claims = parseClaims(read('claims.csv'), 'claims.csv', sources);
  const { events, problems } = parseEvents(read('events.csv'), 'events.csv', sources);

  it('is free of problems and runs from E001 to E121', () => {
    expect(problems).toEqual([]);
    expect(events.map((event) => event.id)).toEqual(
      Array.from({ length: 121 }, (_, index) => `E${String(index + 1).padStart(3, '0')}`),
    );
  });

  it('has each date or hour as a claim with the same value', () => {
    const differing = events.filter((event) => {
      const claim = claims.byId.get(`${event.id}-${event.startMinutes === null ? 'date' : 'hour'}`);
      return claim?.value !== event.start;
    });
    expect(differing.map((event) => event.id)).toEqual([]);
  });

  it('names a clock wherever it names an hour', () => {
    expect(
      events.filter((event) => (event.startMinutes === null) !== (event.clock === '')),
    ).toEqual([]);
  });

  it('ends no event before it starts', () => {
    const backwards = events.filter(
      ({ start, end }) =>
        end.length === start.length && end !== '' && Date.parse(end) < Date.parse(start),
    );
    expect(backwards).toEqual([]);
  });
});
