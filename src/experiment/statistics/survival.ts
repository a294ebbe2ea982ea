import { kaplanMeier as productLimit, type MeasureValue } from '../../record/index.ts';
import { LEVEL, meanInterval, type Interval } from './intervals.ts';

/** A moment at which something happened in some runs. */
export interface SurvivalStep {
  /** Hours, in the unit of the values. */
  readonly at: number;
  /** Runs in which it had not happened yet just before. */
  readonly atRisk: number;
  /** Runs in which it happened at this moment. */
  readonly happened: number;
  /** Share of runs in which it has not happened by this moment, with its interval. */
  readonly surviving: number;
  readonly low: number;
  readonly high: number;
}

/** How long something took to come about in each run; without `at` it had not by `watchedUntil`. */
export interface Waiting {
  readonly at: number | null;
  readonly watchedUntil: number;
}

/**
 * Kaplan and Meier's estimate of the share of runs in which a thing has not happened yet, with the numbers behind
 * each step. The estimate and its interval of 95 % are those of the record's room.
 */
export function kaplanMeier(waits: readonly Waiting[]): SurvivalStep[] {
  const runs = waits.map(({ at, watchedUntil }) => {
    const happened = at !== null && at <= watchedUntil;
    return { time: happened ? at : watchedUntil, happened };
  });
  const [, ...steps] = productLimit(runs, 0);
  return steps.map(({ time, share, low, high }) => ({
    at: time,
    atRisk: runs.filter((run) => run.time >= time).length,
    happened: runs.filter((run) => run.happened && run.time === time).length,
    surviving: share,
    low,
    high,
  }));
}

/**
 * Times cut off at a horizon, one per run: what did not happen, or later, counts as the horizon. So two
 * variants can be compared over all their runs, and not over those in which the thing came about.
 * @param horizon in the unit of the values: hours since the scenario's start for measures of kind `time`.
 */
export function restrictedTimes(values: readonly MeasureValue[], horizon: number): number[] {
  return values.map((value) => (typeof value === 'number' ? Math.min(value, horizon) : horizon));
}

/** Restricted mean time with Student's t interval. */
export function restrictedMeanInterval(
  values: readonly MeasureValue[],
  horizon: number,
  level = LEVEL,
): Interval {
  return meanInterval(restrictedTimes(values, horizon), level);
}

/** The area under a survival curve from 0 to the horizon: the restricted mean with censored runs in it. */
export function areaUnder(steps: readonly SurvivalStep[], horizon: number): number {
  let area = 0;
  let at = 0;
  let surviving = 1;
  for (const step of steps) {
    if (step.at > horizon) break;
    area += surviving * (step.at - at);
    ({ at, surviving } = step);
  }
  return area + surviving * (horizon - at);
}
