import { parseTime, TICKS_PER_HOUR } from '../../engine/index.ts';
import type { Moment } from '../../record/index.ts';
import { valueAt, type NodePath } from '../../scenario/index.ts';
import type { Target } from './experiment.ts';
import { note, type Notebook } from './notebook.ts';

/**
 * Hours since the scenario's start of a time that a file gives.
 * @param within hours after which it has to lie, and which it must not go beyond.
 * @returns `null`, with the problem written down, where it is no time or lies outside.
 */
export function hoursAt(
  book: Notebook,
  at: NodePath,
  given: unknown,
  within: { readonly from: number; readonly to: number },
): number | null {
  if (book.scenario === null) return null;
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  const time = parseTime(text);
  const hours = time.ok ? (time.minutes - book.scenario.model.startMinutes) / 60 : Number.NaN;
  if (hours > within.from && hours <= within.to) return hours;
  note(book, at, {
    code: time.ok ? 'time-outside-span' : 'malformed-time',
    message: `"${text}" is no time within ${within.from > 0 ? 'the runs' : 'the scenario'}.`,
    remedy: 'Write date, hour, minute and offset, as 1938-08-31T24:00+09:00.',
  });
  return null;
}

/** The first tick that no run plays any more: what `end` says, `null` where it says nothing. */
export function readEnd(book: Notebook, at: NodePath, start: string): number | null {
  const given = valueAt(book.source.tree, at);
  if (given === undefined || book.scenario === null) return null;
  const { model } = book.scenario;
  const from = model.anchors.find(({ id }) => id === start)?.tick ?? 0;
  const within = { from: from / TICKS_PER_HOUR, to: model.endTick / TICKS_PER_HOUR };
  const hours = hoursAt(book, at, given, within);
  return hours === null ? null : Math.ceil(hours * TICKS_PER_HOUR);
}

/** What has not happened when the runs end counts as then, not as the end of the scenario. */
export function upTo(endTick: number | null, measures: readonly Target[]): Target[] {
  const hours = endTick === null ? Infinity : endTick / TICKS_PER_HOUR;
  return measures.map((measure) => {
    const { spec, cap } = measure;
    return spec.kind === 'time' && cap !== null
      ? { ...measure, cap: Math.min(cap, hours) }
      : measure;
  });
}

/** Only runs that are played from their start can be cut short. */
export function checkEndOfFork(book: Notebook, fork: Moment | null): void {
  if (fork === null) return;
  note(
    book,
    ['end'],
    {
      code: 'unknown-key',
      message: 'Runs that fork at a moment go on to the end of the scenario.',
      remedy: 'Take "end" out.',
    },
    'key',
  );
}
