import type { Model } from '../../engine/index.ts';
import { csvCell, measureOf } from '../../record/index.ts';
import type { BatchRow, Film, SiteRows } from '../../protocol/index.ts';
import { tell } from '../i18n/tell.ts';
import { authorityOf } from '../state/papers.ts';
import { eventOf } from '../state/run-view.ts';
import { CLOCKS, clockOf, dayOfTick, utcOfTick } from '../state/time-words.ts';

type Cell = string | number | boolean | null;

/** A head and rows as comma-separated values (RFC 4180). */
export function toCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** Every measure of one run. */
export function measuresTable(film: Film): string {
  const rows = Object.entries(film.head.measures).map(([id, value]) => {
    const spec = measureOf(id);
    return [id, spec?.title ?? '', value, spec?.unit ?? ''];
  });
  return toCsv(['measure', 'title', 'value', 'unit'], rows);
}

/** Events of the log, by number, with the sentence that the page tells of each. */
export function logTable(model: Model, film: Film, numbers: readonly number[]): string {
  const start = model.startMinutes;
  const rows = numbers.map((number) => {
    const event = eventOf(film.events, number);
    const { day, month } = dayOfTick(start, event.tick);
    const date = `1938-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return [
      ...[number, utcOfTick(start, event.tick), date, clockOf(start, event.tick, CLOCKS.tokyo)],
      ...[event.kind, event.actor, event.place, authorityOf(event), tell(event)],
    ];
  });
  const head = ['event', 'utc', 'tokyo_day', 'tokyo_hour', 'kind', 'actor', 'place', 'authority'];
  return toCsv([...head, 'told'], rows);
}

/** Measures of many runs, one row a run: those that were shipped, then those that this page has played. */
export function runsTable(rows: SiteRows | null, played: readonly BatchRow[]): string {
  const ids = [
    ...new Set([
      ...Object.keys(rows?.measures ?? {}),
      ...played.flatMap(({ values }) => Object.keys(values)),
    ]),
  ];
  const shipped = Array.from({ length: rows?.runs ?? 0 }, (_, run) => [
    'shipped',
    rows!.seed + run,
    ...ids.map((id) => rows!.measures[id]?.[run] ?? null),
  ]);
  const live = played.map(({ seed, values }) => [
    'page',
    seed,
    ...ids.map((id) => values[id] ?? null),
  ]);
  return toCsv(['from', 'seed', ...ids], [...shipped, ...live]);
}
