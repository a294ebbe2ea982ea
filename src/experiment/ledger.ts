import { countJobs, jobAt, replayCommand, type Plan } from './plan.ts';
import type { MeasureValue } from '../record/index.ts';

/** What one run left behind. Rows hold no events and no world, so a batch of any length stays small. */
export interface Row {
  /** Number of the run within its variant, from 0. */
  readonly run: number;
  readonly seed: number;
  /** Hash of the whole run, 32 hexadecimal digits. */
  readonly hash: string;
  readonly events: number;
  readonly endTick: number;
  /** Time on the processor clock of the thread that ran it; the only figure that luck does not fix. */
  readonly milliseconds: number;
  /** Values in the order of the measures of the batch. */
  readonly values: readonly MeasureValue[];
}

/** A run that broke. It costs the batch this one row and nothing else. */
export interface Failure {
  readonly run: number;
  readonly seed: number;
  readonly message: string;
  readonly stack: string;
  /** Command line that repeats the run alone. */
  readonly replay: string;
}

/** A row on its way from a worker: index of the job, then the fields of `Row` that a worker knows. */
export type CompactRow = readonly [
  job: number,
  hash: string,
  events: number,
  endTick: number,
  milliseconds: number,
  values: readonly MeasureValue[],
];
/** A broken run on its way from a worker. */
export type CompactFailure = readonly [job: number, message: string, stack: string];
export type CompactResult = CompactRow | CompactFailure;

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly elapsedSeconds: number;
  /** Seconds still to go at the present rate; NaN before the first run has ended. */
  readonly remainingSeconds: number;
}

/** Where jobs come from and results go to: the ledger of a batch in memory, or that of an experiment on disk. */
export interface JobBook {
  readonly plan: Plan;
  /** Jobs that are still to be run, ascending. */
  readonly missing: () => number[];
  /** Takes results in, in any order; a job that comes twice counts once. */
  readonly enter: (results: readonly CompactResult[]) => void;
}

/** The ledger of a batch as a book of jobs. */
export function bookOf(ledger: Ledger): JobBook {
  return {
    plan: ledger.plan,
    missing: () => missingJobs(ledger),
    enter: (results) => enter(ledger, results),
  };
}

/** Where results of a batch are collected, by index of the job, whatever the order they come in. */
export interface Ledger {
  readonly plan: Plan;
  readonly results: (CompactResult | undefined)[];
  done: number;
  failed: number;
  readonly startedAt: number;
  readonly onProgress: (progress: Progress) => void;
}

export function openLedger(plan: Plan, onProgress: (progress: Progress) => void): Ledger {
  const results = new Array<CompactResult | undefined>(countJobs(plan)).fill(undefined);
  return { plan, results, done: 0, failed: 0, startedAt: performance.now(), onProgress };
}

export function isFailure(result: CompactResult): result is CompactFailure {
  return result.length === 3;
}

/** Enters results. A job entered twice (redone after its worker died) counts once. */
export function enter(ledger: Ledger, results: readonly CompactResult[]): void {
  for (const result of results) {
    const job = result[0];
    if (ledger.results[job] !== undefined) continue;
    ledger.results[job] = result;
    ledger.done++;
    if (isFailure(result)) ledger.failed++;
  }
  ledger.onProgress(progressOf(ledger));
}

function progressOf(ledger: Ledger): Progress {
  const { done, failed } = ledger;
  const total = ledger.results.length;
  const elapsedSeconds = (performance.now() - ledger.startedAt) / 1000;
  const remainingSeconds = done > 0 ? (elapsedSeconds / done) * (total - done) : Number.NaN;
  return { done, total, failed, elapsedSeconds, remainingSeconds };
}

/** Jobs without a result, ascending. */
export function missingJobs(ledger: Ledger): number[] {
  const missing: number[] = [];
  for (let job = 0; job < ledger.results.length; job++) {
    if (ledger.results[job] === undefined) missing.push(job);
  }
  return missing;
}

/** Results of one variant: its rows and its failures, both by number of the run. */
export interface VariantResult {
  readonly id: string;
  /** Runs asked for. */
  readonly asked: number;
  readonly rows: readonly Row[];
  readonly failures: readonly Failure[];
}

/** Sorts the ledger into its variants. */
export function closeLedger(ledger: Ledger): VariantResult[] {
  const { plan } = ledger;
  const rows: Row[][] = plan.variants.map(() => []);
  const failures: Failure[][] = plan.variants.map(() => []);
  for (const result of ledger.results) {
    if (result === undefined) continue;
    const job = jobAt(plan, result[0]);
    const { run } = job;
    const { seed } = job.setup;
    if (isFailure(result)) {
      const [, message, stack] = result;
      failures[job.variant]!.push({ run, seed, message, stack, replay: replayCommand(plan, job) });
    } else {
      const [, hash, events, endTick, milliseconds, values] = result;
      rows[job.variant]!.push({ run, seed, hash, events, endTick, milliseconds, values });
    }
  }
  return plan.variants.map((variant, index) => ({
    id: variant.id,
    asked: variant.runs,
    rows: rows[index]!,
    failures: failures[index]!,
  }));
}
