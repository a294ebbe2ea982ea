import type { MeasureValue } from '../../record/index.ts';
import { exp, ln, normalQuantile } from '../../engine/index.ts';
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
 * Kaplan and Meier's estimate (1958) of the share of runs in which a thing has not happened yet, with
 * Greenwood's variance on the log(−log) scale, which keeps the interval within 0 and 1.
 */
export function kaplanMeier(waits: readonly Waiting[], level = LEVEL): SurvivalStep[] {
  const ends = waits
    .map(({ at, watchedUntil }) => ({
      at: at !== null && at <= watchedUntil ? at : watchedUntil,
      happened: at !== null && at <= watchedUntil,
    }))
    .sort((a, b) => a.at - b.at);
  const z = normalQuantile((1 + level) / 2);
  const steps: SurvivalStep[] = [];
  let surviving = 1;
  let greenwood = 0;
  let from = 0;
  while (from < ends.length) {
    const { at } = ends[from]!;
    let to = from;
    let happened = 0;
    for (; to < ends.length && ends[to]!.at === at; to++) if (ends[to]!.happened) happened++;
    const atRisk = ends.length - from;
    from = to;
    if (happened === 0) continue;
    surviving *= 1 - happened / atRisk;
    greenwood += happened / (atRisk * (atRisk - happened));
    steps.push({ at, atRisk, happened, surviving, ...bounds(surviving, greenwood, z) });
  }
  return steps;
}

function bounds(surviving: number, greenwood: number, z: number): { low: number; high: number } {
  if (surviving <= 0 || surviving >= 1) return { low: surviving, high: surviving };
  const log = ln(surviving);
  const half = (z * Math.sqrt(greenwood)) / Math.abs(log);
  return { low: exp(log * exp(half)), high: exp(log * exp(-half)) };
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
