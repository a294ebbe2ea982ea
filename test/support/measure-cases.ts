import { expect, it } from 'vitest';
import type { EventValue, KhasanEvent } from '../../src/engine/index.ts';
import type { MeasureValue } from '../../src/record/index.ts';
import { DAY, HOUR, fact, measureEvents } from './record-run.ts';

/** One case: events, and what some measures say afterwards. */
export type Case = readonly [
  name: string,
  events: readonly KhasanEvent[],
  values: Readonly<Record<string, MeasureValue>>,
];

export const Z = 'zaozyornaya';
export const B = 'bezymyannaya';
/** Noon of 31 July on the Japanese clock; the model starts at midnight of 1 July by it. */
export const NOON_31_JULY = 30 * DAY + 12 * HOUR;

/** Losses of a unit of a side at a place. */
export const loss = (
  tick: number,
  side: string,
  place: string,
  data: Readonly<Record<string, EventValue>>,
): KhasanEvent => fact(tick, 'casualties-taken', `${side}.unit`, place, { side, ...data });

/** A test for each case: the measures of its events say what they should. */
export function check(cases: readonly Case[]): void {
  it.each(cases)('%s', (_name, events, values) => {
    expect(measureEvents(events)).toMatchObject(values);
  });
}
