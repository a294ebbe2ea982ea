import { existsSync, readFileSync, statSync } from 'node:fs';
import { EVENT_KINDS, type KhasanEvent } from '../engine/index.ts';
import { SEED_MAX } from '../experiment/index.ts';
import { mistake, type Mistake } from './errors.ts';
import type { EventsHead } from './events-file.ts';

/** A run as a person names it: `khasan-1938@17`, or a file of events. */
export type NamedRun =
  | {
      readonly kind: 'seed';
      readonly text: string;
      readonly scenario: string;
      readonly seed: number;
    }
  | { readonly kind: 'file'; readonly text: string; readonly path: string };

/** Understands the name of a run. @throws a mistake where it is neither. */
export function parseRunName(text: string): NamedRun {
  const sign = text.lastIndexOf('@');
  if (sign > 0) {
    const digits = text.slice(sign + 1);
    const seed = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
    if (seed <= SEED_MAX) return { kind: 'seed', text, scenario: text.slice(0, sign), seed };
    throw mistake({
      found: `'${digits}' is no seed`,
      wanted: `a whole number from 0 to ${String(SEED_MAX)} after the @`,
      where: 'RUN',
    });
  }
  if (existsSync(text) && statSync(text).isFile()) return { kind: 'file', text, path: text };
  throw mistake({
    found: `there is no run '${text}'`,
    wanted: 'SCENARIO@SEED, as khasan-1938@1, or a file written by khasan run --events',
    where: 'RUN',
    remedy: `if it is a scenario, add a seed: ${text}@1`,
  });
}

/** Problems shown of a file; the first few say what is wrong with all. */
const PROBLEMS_SHOWN = 5;

/**
 * Reads a file of events (`khasan.events/1`).
 * @throws a mistake that lists what is wrong, by line.
 */
export function openEventsFileOf(path: string): { head: EventsHead; events: KhasanEvent[] } {
  const lines = readFileSync(path, 'utf8').split('\n');
  if (lines.at(-1) === '') lines.pop();
  const problems: string[] = [];
  const head = headOf(parsed(lines[0] ?? ''));
  if (head === undefined) {
    problems.push(`${path}:1:1 no head: wanted {"schema":"khasan.events/1","scenario":…}`);
  }
  const events: KhasanEvent[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || head === undefined) continue;
    const value = parsed(line);
    if (isEvent(value)) events.push(value);
    else problems.push(`${path}:${String(index + 1)}:1 this line is no event`);
  }
  if (head === undefined || problems.length > 0) throw unreadable(path, problems);
  return { head, events };
}

function unreadable(path: string, problems: readonly string[]): Mistake {
  const shown = problems.slice(0, PROBLEMS_SHOWN).map((line) => `  ${line}`);
  const more = problems.length - shown.length;
  if (more > 0) shown.push(`  … and ${String(more)} more`);
  return mistake({
    found: `'${path}' is no file of events:\n${shown.join('\n')}`,
    wanted: 'a file written by khasan run --events FILE',
    where: 'RUN',
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function headOf(value: unknown): EventsHead | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const head = value as Partial<EventsHead> & { schema?: unknown };
  const isHead = head.schema === 'khasan.events/1' && typeof head.scenario === 'string';
  return isHead ? (head as EventsHead) : undefined;
}

const KINDS: ReadonlySet<unknown> = new Set(EVENT_KINDS);

function isEvent(value: unknown): value is KhasanEvent {
  if (typeof value !== 'object' || value === null) return false;
  const { id, tick, kind, actor, place, cause, data } = value as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    typeof tick === 'number' &&
    KINDS.has(kind) &&
    typeof actor === 'string' &&
    typeof place === 'string' &&
    Array.isArray(cause) &&
    typeof data === 'object' &&
    data !== null
  );
}
