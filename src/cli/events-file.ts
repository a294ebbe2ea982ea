import { closeSync, openSync, writeSync } from 'node:fs';
import type { KhasanEvent, Model } from '../engine/index.ts';
import type { DecisionRecord } from '../policy/index.ts';
import { timeOfTick } from './clock.ts';
import { mistake } from './errors.ts';

/** A file of events under way. */
export interface EventsFile {
  readonly write: (event: KhasanEvent) => void;
  readonly close: () => void;
}

/** First line of a file of events: what the events are of. */
export interface EventsHead {
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly seed: number;
  readonly version: string;
}

/** Events are written in pieces of about this many characters. */
const PIECE_LENGTH = 65536;

/**
 * Opens a file of events (`khasan.events/1`): one JSON value a line, a head first.
 * @throws a mistake when the file cannot be written.
 */
export function openEventsFile(path: string, model: Model, head: EventsHead): EventsFile {
  const lines = openLines(path, '--events', { schema: 'khasan.events/1', ...head });
  return { write: (event) => lines.write(eventLine(model, event)), close: lines.close };
}

/** A file of decisions under way. */
export interface DecisionsFile {
  readonly write: (record: DecisionRecord) => void;
  readonly close: () => void;
}

/**
 * Opens a file of decisions (`khasan.decisions/1`): one JSON value a line, a head first; offices and places
 * by their ids.
 * @throws a mistake when the file cannot be written.
 */
export function openDecisionsFile(path: string, model: Model, head: EventsHead): DecisionsFile {
  const lines = openLines(path, '--decisions', { schema: 'khasan.decisions/1', ...head });
  return {
    write: ({ office, tick, area, ...rest }) =>
      lines.write({
        office: model.offices[office]!.id,
        tick,
        time: timeOfTick(model, tick),
        place: model.areas[area]!.id,
        ...rest,
      }),
    close: lines.close,
  };
}

interface Lines {
  readonly write: (line: object) => void;
  readonly close: () => void;
}

function openLines(path: string, option: string, head: object): Lines {
  const file = openForWriting(path, option);
  let piece = `${JSON.stringify(head)}\n`;
  const flush = (): void => {
    writeSync(file, piece);
    piece = '';
  };
  return {
    write: (line) => {
      piece += `${JSON.stringify(line)}\n`;
      if (piece.length > PIECE_LENGTH) flush();
    },
    close: () => {
      flush();
      closeSync(file);
    },
  };
}

/** An event as it is written: with its time beside its tick, the fields in a fixed order. */
export function eventLine(model: Model, event: KhasanEvent): Record<string, unknown> {
  const { id, tick, kind, actor, place, cause, data } = event;
  return { id, tick, time: timeOfTick(model, tick), kind, actor, place, cause, data };
}

/** Opens a file anew. @throws a mistake that names the option when that cannot be done. */
export function openForWriting(path: string, option: string): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    throw mistake({
      found: `'${path}' cannot be written: ${error instanceof Error ? error.message : ''}`,
      wanted: 'a file in a folder that exists and may be written to',
      where: option,
    });
  }
}
