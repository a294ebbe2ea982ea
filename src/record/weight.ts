import { FORCEFUL, type EventKind, type KhasanEvent } from '../engine/index.ts';
import { numberOf, textOf } from './lookup.ts';

/** How much an event matters where a run is told: 0 not told, 1 detail, 2 shown, 3 a turn of the affair. */
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
  'height-taken': 3,
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
  'wire-talk-opened': 2,
  'help-asked': 2,
  'inquiry-found': 2,
  'fault-admitted': 3,
  'admission-rebuked': 3,
  'opinion-asked': 1,
  'opinion-given': 2,
  'assertion-rebuked': 3,
  'parley-offered': 1,
  'parley-refused': 2,
  'parley-held': 3,
  'positions-surveyed': 2,
  'lines-separated': 2,
  'note-handed': 2,
  'note-answered': 2,
  'talks-proposed': 3,
  'truce-agreed': 3,
  'shot-after-truce': 3,
  'alert-raised': 2,
  'ships-called': 2,
  'rail-cut': 2,
  'formation-concentrating': 1,
  'rung-reached': 3,
  'ground-vacated': 1,
  'line-ban-lifted': 3,
};

const FORCE: readonly string[] = FORCEFUL;
/** Acts whose papers decide whether there is a battle; papers about others are detail. */
const DECISIVE: readonly string[] = [...FORCEFUL, 'post', 'withdraw', 'cross-line'];

/** Whether events of a kind are ever told. */
export function isEverTold(kind: EventKind): boolean {
  return WEIGHTS[kind] !== undefined;
}

/** How much an event matters. Assumption: force and who allowed it are the turns; other papers are detail. */
export function weightOf(event: KhasanEvent): Weight {
  const weight = WEIGHTS[event.kind] ?? 0;
  const isPaper =
    event.kind === 'permission-asked' ||
    event.kind === 'permission-refused' ||
    event.kind === 'permission-granted' ||
    event.kind === 'force-forbidden' ||
    event.kind === 'acted-without-authority';
  if (isPaper && !DECISIVE.includes(textOf(event.data['act']))) return 1;
  if (event.kind === 'order-given' && FORCE.includes(textOf(event.data['act']))) {
    return event.data['to'] === '' ? 1 : 2;
  }
  if (event.kind === 'casualties-taken') {
    const { killed, wounded, missing } = event.data;
    return numberOf(killed) + numberOf(wounded) + numberOf(missing) >= HEAVY_LOSS ? 2 : 1;
  }
  if (event.kind === 'height-taken') return event.data['from'] === '' ? 1 : 3;
  return weight;
}

/** Men lost at once from which a loss is told among the main things. Assumption: a section. */
const HEAVY_LOSS = 10;
