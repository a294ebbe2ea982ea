import { EVENT_KINDS } from '../../engine/index.ts';
import type { EventKind, Model } from '../../engine/index.ts';
import type { EventColumns } from '../../protocol/index.ts';
import { eventOf, type FilmEvent } from './run-view.ts';

/** How much an event matters in the log: 0 not told, 1 detail, 2 shown, 3 a turn of the affair. */
export type Weight = 0 | 1 | 2 | 3;

const WEIGHTS: Readonly<Partial<Record<EventKind, Weight>>> = {
  'outside-event-happened': 2,
  'contact-reported': 1,
  'line-crossed': 1,
  'challenge-made': 1,
  'shot-fired': 3,
  'fire-opened': 1,
  'casualties-taken': 2,
  'tanks-put-out': 2,
  'guns-lost': 2,
  'unit-broke': 2,
  'unit-destroyed': 2,
  'height-taken': 2,
  'crest-contested': 2,
  'operation-ordered': 3,
  'operation-started': 3,
  'operation-ended': 3,
  'bombardment-fired': 1,
  'air-strike-flown': 2,
  'order-given': 1,
  'order-refused': 1,
  'permission-asked': 2,
  'permission-granted': 3,
  'permission-refused': 2,
  'force-forbidden': 3,
  'acted-without-authority': 3,
  'note-handed': 2,
  'note-answered': 2,
  'talks-proposed': 3,
  'truce-agreed': 3,
  'shot-after-truce': 3,
  'alert-raised': 2,
  'formation-concentrating': 1,
  'rung-reached': 3,
  'ground-vacated': 1,
};

/** Acts whose papers decide whether there is a battle; papers about others are detail. */
const FORCE: readonly string[] = ['eject', 'assault', 'bombard', 'strike', 'post', 'withdraw'];

export function weightOf(event: FilmEvent): Weight {
  const weight = WEIGHTS[event.kind] ?? 0;
  const isPaper =
    event.kind === 'permission-asked' ||
    event.kind === 'permission-refused' ||
    event.kind === 'permission-granted' ||
    event.kind === 'force-forbidden' ||
    event.kind === 'acted-without-authority';
  if (isPaper && !FORCE.includes(String(event.data['act']))) return 1;
  if (event.kind === 'order-given' && FORCE.slice(0, 4).includes(String(event.data['act']))) {
    return event.data['to'] === '' ? 1 : 2;
  }
  if (event.kind === 'casualties-taken') {
    const { killed, wounded, missing } = event.data;
    return Number(killed) + Number(wounded) + Number(missing) >= HEAVY_LOSS ? 2 : 1;
  }
  if (event.kind === 'height-taken' && event.data['from'] === '') return 1;
  return weight;
}

/** Men lost at once from which a loss is told among the main things. Assumption: a section. */
const HEAVY_LOSS = 10;

/** `[event]` weights of all events of a run. */
export function weightsOf(events: EventColumns): Uint8Array {
  return Uint8Array.from(events.kinds, (kind, number) =>
    WEIGHTS[EVENT_KINDS[kind]!] === undefined ? 0 : weightOf(eventOf(events, number)),
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
  'air-strike-flown': 0.5,
};
