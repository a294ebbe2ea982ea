import { formatTime, TICK_MINUTES, type Model } from '../engine/index.ts';

/**
 * Offset of the clock on which the command line writes times: Japanese time, which both sides' accounts
 * of the battlefield are set beside each other in.
 */
export const FIELD_CLOCK_MINUTES = 540;

/** Time of a tick on the field clock, `1938-07-31T05:15+09:00`. */
export function timeOfTick(model: Model, tick: number): string {
  return formatTime(model.startMinutes + tick * TICK_MINUTES, FIELD_CLOCK_MINUTES);
}

/** First and last time of a scenario, for sentences. */
export function spanOf(model: Model): string {
  return `${timeOfTick(model, 0)} to ${timeOfTick(model, model.endTick)}`;
}
