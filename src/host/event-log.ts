import { EVENT_FIELDS, EVENT_KINDS, type EventValue, type KhasanEvent } from '../engine/index.ts';
import type { EventColumns } from '../protocol/index.ts';

/** Gathers the events of a run as columns. */
export interface EventLog {
  readonly add: (event: KhasanEvent) => void;
  readonly finish: () => EventColumns;
}

const KIND_CODES = new Map(EVENT_KINDS.map((kind, code) => [kind, code]));

export function openEventLog(): EventLog {
  const kinds: number[] = [];
  const ticks: number[] = [];
  const actors: number[] = [];
  const places: number[] = [];
  const causeStarts = [0];
  const causes: number[] = [];
  const data: EventValue[][] = [];
  const names: string[] = [];
  const codes = new Map<string, number>();
  const numbers = new Map<string, number>();
  const codeOf = (name: string): number => {
    let code = codes.get(name);
    if (code === undefined) {
      code = names.push(name) - 1;
      codes.set(name, code);
    }
    return code;
  };
  return {
    add: (event) => {
      numbers.set(event.id, kinds.length);
      kinds.push(KIND_CODES.get(event.kind)!);
      ticks.push(event.tick);
      actors.push(codeOf(event.actor));
      places.push(codeOf(event.place));
      for (const cause of event.cause) {
        const number = numbers.get(cause);
        if (number !== undefined) causes.push(number);
      }
      causeStarts.push(causes.length);
      data.push(EVENT_FIELDS[event.kind].map((field) => rounded(event.data[field] ?? null)));
    },
    finish: () => ({
      count: kinds.length,
      kinds: Uint8Array.from(kinds),
      ticks: Uint16Array.from(ticks),
      actors: Uint16Array.from(actors),
      places: Uint16Array.from(places),
      names,
      causeStarts: Uint32Array.from(causeStarts),
      causes: Uint32Array.from(causes),
      data,
    }),
  };
}

/** Figures for eyes: a thousandth is finer than anything that is shown. */
function rounded(value: EventValue): EventValue {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
}
