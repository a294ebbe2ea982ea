import { EVENT_KINDS, type EventValue } from '../engine/index.ts';
import type { Columns } from './columns.ts';
import type { EventColumns, Film } from './film.ts';
import { pack, unpack } from './pack.ts';
import { isFilm } from './site.ts';

/**
 * A film as a file: the same columns, written as steps from one change to the next and field by field.
 * Most steps are nought, which a compressed file carries for nothing.
 */
interface StepColumns {
  readonly width: number;
  readonly starts: Uint32Array;
  readonly ticks: Int32Array;
  /** `[field * changes + change]` step of a field from the change before in its row. */
  readonly values: Int32Array;
}

function toSteps({ width, starts, ticks, values }: Columns): StepColumns {
  const changes = ticks.length;
  const tickSteps = new Int32Array(changes);
  const steps = new Int32Array(changes * width);
  eachChange(starts, (change, isFirst) => {
    tickSteps[change] = ticks[change]! - (isFirst ? 0 : ticks[change - 1]!);
    for (let field = 0; field < width; field++) {
      const before = isFirst ? 0 : values[(change - 1) * width + field]!;
      steps[field * changes + change] = values[change * width + field]! - before;
    }
  });
  return { width, starts: gaps(starts), ticks: tickSteps, values: steps };
}

function fromSteps(file: StepColumns): Columns {
  const { width } = file;
  const starts = sums(file.starts);
  const changes = file.ticks.length;
  const ticks = new Uint16Array(changes);
  const values = new Int32Array(changes * width);
  eachChange(starts, (change, isFirst) => {
    ticks[change] = file.ticks[change]! + (isFirst ? 0 : ticks[change - 1]!);
    for (let field = 0; field < width; field++) {
      const before = isFirst ? 0 : values[(change - 1) * width + field]!;
      values[change * width + field] = file.values[field * changes + change]! + before;
    }
  });
  return { width, starts, ticks, values };
}

function eachChange(starts: Uint32Array, visit: (change: number, isFirst: boolean) => void): void {
  for (let row = 0; row + 1 < starts.length; row++) {
    const first = starts[row]!;
    for (let change = first; change < starts[row + 1]!; change++) visit(change, change === first);
  }
}

function gaps(ascending: Uint32Array): Uint32Array {
  return ascending.map((value, index) => value - (index === 0 ? 0 : ascending[index - 1]!));
}

function sums(steps: Uint32Array): Uint32Array {
  const found = new Uint32Array(steps.length);
  let sum = 0;
  steps.forEach((step, index) => (found[index] = sum += step));
  return found;
}

/** One field of all events of a kind; names of the form `report.12` as their words and steps of their numbers. */
type DataColumn =
  readonly EventValue[] | { readonly words: readonly string[]; readonly steps: readonly number[] };

const NUMBERED = /^([a-z-]+)\.(\d+)$/;

/** `[kind][field]` the data of events, kind by kind. */
function dataToColumns(events: EventColumns): Record<string, DataColumn[]> {
  const rows = new Map<number, (readonly EventValue[])[]>();
  events.data.forEach((row, event) => {
    const kind = events.kinds[event]!;
    const known = rows.get(kind);
    if (known === undefined) rows.set(kind, [row]);
    else known.push(row);
  });
  const columns: Record<string, DataColumn[]> = {};
  for (const [kind, list] of rows) {
    columns[kind] = list[0]!.map((_, field) => toColumn(list.map((row) => row[field] ?? null)));
  }
  return columns;
}

function toColumn(values: readonly EventValue[]): DataColumn {
  if (!values.every((value) => typeof value === 'string' && NUMBERED.test(value))) return values;
  let last = 0;
  const parts = values.map((value) => {
    const [, word = '', digits = ''] = NUMBERED.exec(String(value)) ?? [];
    const step = Number(digits) - last;
    last = Number(digits);
    return { word, step };
  });
  return { words: parts.map(({ word }) => word), steps: parts.map(({ step }) => step) };
}

function fromColumn(column: DataColumn): readonly EventValue[] {
  if (!('words' in column)) return column;
  let number = 0;
  return column.words.map((word, at) => `${word}.${String((number += column.steps[at]!))}`);
}

function dataFromColumns(
  kinds: Uint8Array,
  columns: Readonly<Record<string, readonly DataColumn[]>>,
): (readonly EventValue[])[] {
  const plain = new Map(
    Object.entries(columns).map(([kind, fields]) => [Number(kind), fields.map(fromColumn)]),
  );
  const next = new Map<number, number>();
  return Array.from(kinds, (kind) => {
    const at = next.get(kind) ?? 0;
    next.set(kind, at + 1);
    return (plain.get(kind) ?? []).map((column) => column[at] ?? null);
  });
}

type EventFile = Omit<EventColumns, 'data'> & {
  readonly data: Readonly<Record<string, readonly DataColumn[]>>;
};

/** Ticks as steps, causes as how many events back. */
function eventsToSteps(events: EventColumns): EventFile {
  const causes = new Uint32Array(events.causes.length);
  for (let event = 0; event < events.count; event++) {
    for (let at = events.causeStarts[event]!; at < events.causeStarts[event + 1]!; at++) {
      causes[at] = event - events.causes[at]!;
    }
  }
  const ticks = events.ticks.map((tick, at) => tick - (at === 0 ? 0 : events.ticks[at - 1]!));
  const causeStarts = gaps(events.causeStarts);
  return { ...events, ticks, causes, causeStarts, data: dataToColumns(events) };
}

function causesFromSteps(
  file: Pick<EventFile, 'causeStarts' | 'causes'>,
): Pick<EventColumns, 'causeStarts' | 'causes'> {
  const causeStarts = sums(file.causeStarts);
  const causes = new Uint32Array(file.causes.length);
  for (let event = 0; event + 1 < causeStarts.length; event++) {
    for (let at = causeStarts[event]!; at < causeStarts[event + 1]!; at++) {
      causes[at] = event - file.causes[at]!;
    }
  }
  return { causeStarts, causes };
}

function eventsFromSteps(file: EventFile): EventColumns {
  const ticks = new Uint16Array(file.ticks.length);
  let tick = 0;
  file.ticks.forEach((step, at) => (ticks[at] = tick += step));
  return {
    ...file,
    ...causesFromSteps(file),
    ticks,
    data: dataFromColumns(file.kinds, file.data),
  };
}

const TABLES = ['units', 'beliefs', 'works', 'holders'] as const;

/** Writes a film. */
export function packFilm(film: Film): string {
  const tables = TABLES.map((name) => [name, toSteps(film[name])] as const);
  return pack({
    head: film.head,
    ...Object.fromEntries(tables),
    events: eventsToSteps(film.events),
  });
}

/** Kinds of event whose data tell of mail: they are many, and the first picture needs none of them. */
const MAIL: readonly number[] = (['message-sent', 'message-read', 'contact-reported'] as const).map(
  (kind) => EVENT_KINDS.indexOf(kind),
);
const isMail = (kind: number): boolean => MAIL.includes(kind);

/**
 * A film without what offices believe, what mail says and what led to what: enough for the first picture, at
 * half the weight. The rest goes into a file of its own (`packBeliefs`) and is put back by `withBeliefs`.
 */
export function withoutBeliefs(film: Film): Film {
  const { width, starts } = film.beliefs;
  const nothing: Columns = {
    ...film.beliefs,
    width,
    starts: starts.map(() => 0),
    ticks: new Uint16Array(0),
    values: new Int32Array(0),
  };
  const { events } = film;
  return {
    ...film,
    beliefs: nothing,
    events: {
      ...events,
      causeStarts: events.causeStarts.map(() => 0),
      causes: new Uint32Array(0),
      data: events.data.map((row, event) => (isMail(events.kinds[event]!) ? [] : row)),
    },
  };
}

/** Whether a film holds all of its run, not only what the first picture needs. */
export function isWhole({ beliefs, events }: Film): boolean {
  return beliefs.ticks.length > 0 || events.causes.length > 0;
}

interface BeliefsFile {
  readonly runHash: string;
  readonly beliefs: StepColumns;
  readonly events: Pick<EventFile, 'causeStarts' | 'causes' | 'data'>;
}

/** Writes what `withoutBeliefs` leaves out of a film, named by its run. */
export function packBeliefs(film: Film): string {
  const { events } = film;
  const { causeStarts, causes, data } = eventsToSteps(events);
  const mail = Object.entries(data).filter(([kind]) => isMail(Number(kind)));
  const file: BeliefsFile = {
    runHash: film.head.runHash,
    beliefs: toSteps(film.beliefs),
    events: { causeStarts, causes, data: Object.fromEntries(mail) },
  };
  return pack(file);
}

/** The film with what `packBeliefs` wrote; the film as it is where that is of another run. */
export function withBeliefs(film: Film, text: string): Film {
  const file = unpack(text) as Partial<BeliefsFile> | null;
  if (file?.runHash !== film.head.runHash || file.beliefs === undefined) return film;
  if (file.events === undefined) return film;
  const { events } = film;
  const { causeStarts, causes } = causesFromSteps(file.events);
  const mail = dataFromColumns(events.kinds, file.events.data);
  const data = events.data.map((row, event) => (isMail(events.kinds[event]!) ? mail[event]! : row));
  return {
    ...film,
    beliefs: fromSteps(file.beliefs),
    events: { ...events, causeStarts, causes, data },
  };
}

/** Reads what `packFilm` wrote; `null` when it is of another kind or version. */
export function unpackFilm(text: string): Film | null {
  const file = unpack(text);
  if (!isFilm(file)) return null;
  const steps = file as unknown as Record<(typeof TABLES)[number], StepColumns>;
  return {
    head: file.head,
    units: fromSteps(steps.units),
    beliefs: fromSteps(steps.beliefs),
    works: fromSteps(steps.works),
    holders: fromSteps(steps.holders),
    events: eventsFromSteps(file.events as unknown as EventFile),
  };
}
