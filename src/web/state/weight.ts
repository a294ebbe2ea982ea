import { EVENT_KINDS } from '../../engine/index.ts';
import type { EventKind, Model } from '../../engine/index.ts';
import type { EventColumns } from '../../protocol/index.ts';
import { isEverTold, weightOf } from '../../record/index.ts';
import { eventOf, type FilmEvent } from './run-view.ts';

/** `[event]` weights of all events of a run. */
export function weightsOf(events: EventColumns): Uint8Array {
  return Uint8Array.from(events.kinds, (kind, number) =>
    isEverTold(EVENT_KINDS[kind]!) ? weightOf(eventOf(events, number)) : 0,
  );
}

/**
 * Whether an office knows of an event: its own doings, what its men did or suffered, and the mail that it
 * has read.
 */
export function isKnownTo(model: Model, office: number, event: FilmEvent): boolean {
  const id = model.offices[office]?.id ?? '';
  if (event.kind === 'outside-event-happened') return false;
  if (event.actor === id) return true;
  const unit = model.units.id.indexOf(event.actor);
  return unit >= 0 && model.units.office[unit] === office;
}

/**
 * Seconds of the show, by hour of the run: quiet hours pass in no time, an hour of fighting takes four
 * seconds. `[hour]` seconds up to the beginning of that hour; one entry more than hours.
 */
export function paceOf(events: EventColumns, startTick: number, endTick: number): Float64Array {
  const hours = Math.max(1, Math.ceil((endTick - startTick) / 4));
  const seconds = new Float64Array(hours).fill(0.3 / 24);
  for (let number = 0; number < events.count; number++) {
    const hour = Math.floor((events.ticks[number]! - startTick) / 4);
    const kind = EVENT_KINDS[events.kinds[number]!]!;
    const more = PACE[kind];
    if (more === undefined || hour < 0 || hour >= hours) continue;
    seconds[hour] = Math.min(SECONDS_MOST, seconds[hour]! + more);
  }
  const sums = new Float64Array(hours + 1);
  for (let hour = 0; hour < hours; hour++) sums[hour + 1] = sums[hour]! + seconds[hour]!;
  // A long war is no longer to watch than a short one.
  const whole = sums[hours]!;
  const factor = whole > SHOW_SECONDS ? SHOW_SECONDS / whole : 1;
  return sums.map((sum) => sum * factor);
}

const SECONDS_MOST = 4;
const SHOW_SECONDS = 100;
const PACE: Readonly<Partial<Record<EventKind, number>>> = {
  'operation-started': 2.5,
  'operation-ended': 1.5,
  'casualties-taken': 0.4,
  'acted-without-authority': 1.5,
  'operation-ordered': 1,
  'shot-fired': 1.5,
  'height-taken': 0.4,
  'permission-granted': 0.6,
  'rung-reached': 0.8,
  'truce-agreed': 2,
  'line-ban-lifted': 1.5,
  'air-strike-flown': 0.5,
};
