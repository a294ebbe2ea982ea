/**
 * What can be recorded of a run. A closed union: the kind names the fact in the past tense, and
 * `EVENT_FIELDS` fixes which data it carries, in which order, so that hashing, documents and readers
 * agree. Texts in `data` are ids.
 */
export const EVENT_FIELDS = {
  'run-started': ['from'],
  'account-taken': ['reading', 'claim', 'value'],
  'outside-event-happened': ['id'],
  'weather-changed': ['weather'],
  'unit-departed': ['to'],
  'unit-arrived': ['from'],
  'works-improved': ['side', 'trench', 'wire'],
  'contact-reported': ['office', 'area', 'men', 'tanks', 'guns', 'activity'],
  'line-crossed': ['line', 'side', 'men'],
  'parties-met': ['host', 'guest', 'errand'],
  'challenge-made': ['challenger', 'challenged', 'time'],
  'warning-given': ['warner', 'warned'],
  'party-detained': ['side', 'party', 'men'],
  'shot-fired': ['side', 'at', 'why', 'by'],
  'death-blamed': ['side', 'dead', 'ground', 'blamed'],
  'fire-opened': ['side', 'weapon'],
  'casualties-taken': ['side', 'killed', 'wounded', 'missing', 'officers', 'ncos', 'cause'],
  'tanks-put-out': ['side', 'count', 'cause', 'fate'],
  'guns-lost': ['side', 'count', 'cause'],
  'unit-broke': ['side', 'men'],
  'unit-rallied': ['side', 'men'],
  'unit-destroyed': ['side'],
  'height-taken': ['side', 'from', 'operation'],
  'crest-contested': ['share'],
  'operation-ordered': ['operation', 'plan', 'act', 'area', 'men', 'hHour', 'authority'],
  'operation-started': ['operation', 'act', 'men', 'defenders'],
  'operation-ended': ['operation', 'outcome', 'loss', 'minutes'],
  'bombardment-fired': ['side', 'rounds', 'by', 'guns'],
  'air-strike-flown': ['side', 'aircraft', 'result'],
  'order-given': ['act', 'area', 'to', 'authority'],
  'standing-order-issued': ['act', 'area', 'to', 'when', 'duty', 'force', 'days'],
  'message-intercepted': ['message', 'of', 'from'],
  'order-refused': ['order', 'reason'],
  'message-sent': ['message', 'to', 'act', 'area', 'about'],
  'message-read': ['message', 'from', 'minutes'],
  'message-lost': ['message', 'to'],
  'permission-asked': ['act', 'area', 'of', 'men', 'afterTheDeed', 'asserts'],
  'permission-granted': ['act', 'area', 'to', 'force', 'afterTheDeed'],
  'permission-refused': ['act', 'area', 'to', 'afterTheDeed'],
  'force-forbidden': ['act', 'to'],
  'rules-changed': ['to', 'first', 'challenges', 'last'],
  'acted-without-authority': ['act', 'area', 'ban', 'holder'],
  'note-handed': ['to', 'demand'],
  'note-answered': ['to', 'answer'],
  'talks-proposed': ['terms'],
  'truce-agreed': ['hour', 'line'],
  'fire-ceased': ['side'],
  'shot-after-truce': ['side'],
  'alert-raised': ['side', 'level'],
  'ships-called': ['hour'],
  'rail-cut': ['hour'],
  'formation-concentrating': ['office', 'to', 'men'],
  'person-removed': ['person', 'reason', 'filled'],
  'person-appointed': ['person', 'filled'],
  'staff-removed': ['count', 'filled'],
  'staff-replaced': ['count', 'filled'],
  'rung-reached': ['side', 'rung'],
  'ground-vacated': ['side'],
  'run-ended': ['reason'],
  'wire-talk-opened': ['to'],
  'help-asked': ['of'],
  'line-ban-lifted': ['side'],
  'inquiry-found': ['area', 'fault'],
  'fault-admitted': ['area', 'to'],
  'admission-rebuked': ['area', 'to'],
  'opinion-asked': ['act', 'area', 'of'],
  'opinion-given': ['act', 'area', 'to', 'agrees'],
  'assertion-rebuked': ['act', 'area', 'to'],
  'parley-offered': ['to'],
  'parley-refused': ['to'],
  'parley-held': ['with'],
  'positions-surveyed': ['with', 'holder', 'own', 'theirs'],
  'lines-separated': ['with', 'metres'],
} as const;

export type EventKind = keyof typeof EVENT_FIELDS;
export const EVENT_KINDS = Object.keys(EVENT_FIELDS) as readonly EventKind[];

export type EventValue = string | number | boolean | null;

/** One fact of a run. */
export interface KhasanEvent {
  /** `tick.seq`: unique within the run, and ordered. */
  readonly id: string;
  readonly tick: number;
  readonly kind: EventKind;
  /** Id of the office or unit that did it, or `''` for nature. */
  readonly actor: string;
  /** Id of the area or node, or `''`. */
  readonly place: string;
  /** Ids of the events that led to it. */
  readonly cause: readonly string[];
  readonly data: Readonly<Record<string, EventValue>>;
}
