import type { RunSetup } from '../engine/index.ts';
import type { Moment } from '../record/index.ts';

/** One way of running the scenario, many times: what changes between its runs is the seed alone. */
export interface Variant {
  /** Name of the variant in tables: `free`, the id of an anchor, or a setting. */
  readonly id: string;
  readonly setup: Omit<RunSetup, 'seed'>;
  /** Seed of run 0, a whole number from 0 to 4 294 967 295. */
  readonly seed: number;
  readonly runs: number;
  /**
   * Index into the models of the batch; 0 where absent. Variants that change a file have one of their own,
   * or `'own'`: whoever runs the variant compiles it, because there are too many to hold.
   */
  readonly model?: number | 'own';
  /**
   * The variant parts from another at a moment of each run: up to there the run is that of the model `base` counts
   * to, with `params` of its own.
   */
  readonly fork?: {
    readonly moment: Moment;
    readonly base: number;
    readonly setup: Omit<RunSetup, 'seed'>;
  };
  /** First tick that its runs do not play any more; the end of the scenario where absent. */
  readonly untilTick?: number;
  /** Settings of this variant besides those of the plan; for the line that replays a run. */
  readonly settings?: readonly string[];
}

/** Variants of one scenario, run one after the other as a single numbered list of jobs. */
export interface Plan {
  /** Name or folder as the command line takes it; for the line that replays a run. */
  readonly scenario: string;
  /** The `--set` texts behind the setups; for the line that replays a run. */
  readonly settings: readonly string[];
  readonly variants: readonly Variant[];
  /**
   * Numbers the jobs run by run instead of variant by variant: run 0 of every variant, then run 1 of every
   * variant … All variants then have the same number of runs, and more runs leave the numbers of the first ones alone.
   */
  readonly byRun?: boolean;
}

/** A job: which run of which variant, and how the engine is to begin it. */
export interface Job {
  /** Index into `Plan.variants`. */
  readonly variant: number;
  /** Number of the run within its variant, from 0. */
  readonly run: number;
  readonly setup: RunSetup;
}

/** Largest seed: seeds are one 32-bit word of the key of every draw. */
export const SEED_MAX = 4294967295;

/**
 * Seed of run `run` of a variant: the variant's seed plus the run's number. So raising the number of
 * runs keeps the first ones, and any run can be repeated alone. Two batches share luck exactly where
 * their ranges of seeds overlap.
 */
export function seedOfRun(variant: Variant, run: number): number {
  return (variant.seed + run) >>> 0;
}

/** Number of jobs of a plan. */
export function countJobs(plan: Plan): number {
  return plan.variants.reduce((sum, variant) => sum + variant.runs, 0);
}

/** The job at `index` of the list, 0-based. Throws outside the list: that is a mistake of ours. */
export function jobAt(plan: Plan, index: number): Job {
  const count = plan.variants.length;
  if (plan.byRun === true) return jobOf(plan, index % count, Math.floor(index / count), index);
  let run = index;
  for (const [position, variant] of plan.variants.entries()) {
    if (run < variant.runs) return jobOf(plan, position, run, index);
    run -= variant.runs;
  }
  return jobOf(plan, count, run, index);
}

function jobOf(plan: Plan, position: number, run: number, index: number): Job {
  const variant = plan.variants[position];
  if (variant === undefined || run >= variant.runs) {
    throw new Error(`invariant broken: job ${String(index)} of ${String(countJobs(plan))}`);
  }
  return { variant: position, run, setup: { ...variant.setup, seed: seedOfRun(variant, run) } };
}

/** The command line that repeats a job alone. */
export function replayCommand(plan: Plan, job: Job): string {
  const words = ['khasan', 'run', plan.scenario, '--seed', String(job.setup.seed)];
  if (job.setup.from !== 'free') words.push('--from', job.setup.from);
  if (job.setup.keepTruce === true) words.push('--keep-truce');
  const own = plan.variants[job.variant]?.settings ?? [];
  for (const setting of [...plan.settings, ...own]) words.push('--set', setting);
  return words.map(quoteForShell).join(' ');
}

/** Quotes a word for a POSIX shell where it needs it. */
function quoteForShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
