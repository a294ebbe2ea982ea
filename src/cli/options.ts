import { InvalidArgumentError } from 'commander';
import { parseTime, TICK_MINUTES, type Model } from '../engine/index.ts';
import { SEED_MAX } from '../experiment/index.ts';
import { nearestOf } from '../scenario/index.ts';
import { spanOf } from './clock.ts';
import { mistake } from './errors.ts';

/** Most runs of one batch: their rows are held in memory until the summary. */
export const RUNS_MAX = 1_000_000;
const WORKERS_MAX = 256;

function wholeNumber(text: string, low: number, high: number): number {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  throw new InvalidArgumentError(
    `Wanted: a whole number from ${String(low)} to ${String(high)}, in digits.`,
  );
}

/** For `--runs`. */
export function parseRuns(text: string): number {
  return wholeNumber(text, 1, RUNS_MAX);
}

/** For `--seed`. */
export function parseSeed(text: string): number {
  return wholeNumber(text, 0, SEED_MAX);
}

/** For `--workers`. */
export function parseWorkers(text: string): number {
  return wholeNumber(text, 1, WORKERS_MAX);
}

/** For `--port`. */
export function parsePort(text: string): number {
  return wholeNumber(text, 0, 65_535);
}

/** For an option that may be given several times. */
export function collect(text: string, before: readonly string[]): string[] {
  return [...before, text];
}

/** The seeds of a batch must not run past the last one. */
export function checkSeeds(seed: number, runs: number): void {
  if (seed + runs - 1 <= SEED_MAX) return;
  throw mistake({
    found: `${String(runs)} runs from seed ${String(seed)} run past the last seed`,
    wanted: `seed + runs − 1 of at most ${String(SEED_MAX)}, because run k has the seed plus k`,
    where: '--seed',
  });
}

/**
 * `free` or an anchor of the scenario.
 * @param others further words that the option takes, for the message.
 */
export function checkFrom(model: Model, from: string, others: readonly string[] = []): string {
  const known = ['free', ...model.anchors.map((anchor) => anchor.id), ...others];
  if (known.includes(from)) return from;
  const nearest = nearestOf(from, known);
  throw mistake({
    found: `the scenario has no anchor '${from}'`,
    wanted: known.join(', '),
    where: '--from',
    ...(nearest === undefined ? {} : { remedy: `did you mean '${nearest}'?` }),
  });
}

/**
 * A time with its offset, as the tick in which it falls.
 * @param option the option that brought it, for the message.
 */
export function parseTick(model: Model, text: string, option: string): number {
  const time = parseTime(text);
  if (!time.ok) {
    throw mistake({
      found:
        time.problem === 'bare'
          ? `'${text}' does not say on which clock`
          : `'${text}' cannot be read as a time`,
      wanted: 'date, hour, minute and offset, as 1938-07-31T05:15+09:00 (JST) or …T06:15+10:00',
      where: option,
      ...(time.problem === 'bare' ? { remedy: `for JST write ${text}+09:00` } : {}),
    });
  }
  const tick = Math.floor((time.minutes - model.startMinutes) / TICK_MINUTES);
  if (tick >= 0 && tick <= model.endTick) return tick;
  throw mistake({
    found: `'${text}' lies outside the scenario`,
    wanted: `a time from ${spanOf(model)}`,
    where: option,
  });
}
