import { EVENT_KINDS, type EventKind, type Model } from '../../engine/index.ts';
import type { Film } from '../../protocol/index.ts';
import { eventOf, type FilmEvent } from './run-view.ts';
import { isKnownTo } from './weight.ts';

const HOUR = 4;

/** Numbers of the events of some kinds, in order. */
export function eventsOfKinds(film: Film, kinds: readonly EventKind[]): number[] {
  const codes = kinds.map((kind) => EVENT_KINDS.indexOf(kind));
  const found: number[] = [];
  for (let number = 0; number < film.events.count; number++) {
    if (codes.includes(film.events.kinds[number]!)) found.push(number);
  }
  return found;
}

/**
 * The moment a run opens at: two hours before the largest assault without a paper, else before the first
 * assault, else the first shot, else the first day.
 */
export function firstMoment(film: Film): number {
  const starts = eventsOfKinds(film, ['operation-started']).map((n) => eventOf(film.events, n));
  const ordered = new Map(
    eventsOfKinds(film, ['operation-ordered']).map((n) => {
      const event = eventOf(film.events, n);
      return [Number(event.data['operation']), String(event.data['authority'])];
    }),
  );
  const unbidden = starts.filter((event) => {
    const authority = ordered.get(Number(event.data['operation']));
    return authority === 'initiative' || authority === 'against-ban';
  });
  const men = (event: FilmEvent): number => Number(event.data['men']);
  const largest = unbidden.reduce<FilmEvent | null>(
    (best, event) => (best === null || men(event) > men(best) ? event : best),
    null,
  );
  const shot = eventsOfKinds(film, ['shot-fired', 'fire-opened'])[0];
  const moment =
    largest?.tick ?? starts[0]?.tick ?? (shot === undefined ? undefined : film.events.ticks[shot]!);
  if (moment === undefined) return film.head.startTick;
  return Math.max(film.head.startTick, moment - 2 * HOUR);
}

/** Numbers of the events that matter to these eyes: the steps of the arrows and of the log. */
export function stepsOf(
  film: Film,
  model: Model,
  weights: Uint8Array,
  office: number,
  least: number,
): number[] {
  const found: number[] = [];
  for (let number = 0; number < film.events.count; number++) {
    const isMail = film.events.kinds[number] === MAIL_READ;
    if (weights[number]! < least && !(office >= 0 && isMail)) continue;
    if (office >= 0 && !isKnownTo(model, office, eventOf(film.events, number))) continue;
    found.push(number);
  }
  return found;
}

const MAIL_READ = EVENT_KINDS.indexOf('message-read');
