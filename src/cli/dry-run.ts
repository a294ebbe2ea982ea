import {
  defaultWorkers,
  jobAt,
  playAgain,
  replayCommand,
  type Shard,
} from '../experiment/index.ts';
import { MEASURES } from '../record/index.ts';
import { exactly } from './figures.ts';
import type { ExperimentSession } from './experiment-session.ts';
import { formatDuration } from './progress.ts';

/** Runs that are played in order to tell how long the others will take. */
const TRIAL_RUNS = 3;
/** Of a row: a value, with its comma, in both tables and the log. */
const BYTES_PER_VALUE = 14;
const MEGABYTE = 1024 * 1024;

/** One line about what is going to be run. */
export function describePlan(
  session: ExperimentSession,
  shard: Shard | null,
  done: number,
): string {
  const { experiment, made } = session;
  const variants = made.plan.variants.length;
  const part = shard === null ? '' : `, part ${String(shard.index)} of ${String(shard.of)}`;
  const kept = done === 0 ? '' : `; ${exactly(done)} are there already`;
  return `${experiment.title}: ${exactly(variants)} × ${exactly(experiment.runs)} = ${exactly(variants * experiment.runs)} runs${part}${kept}.`;
}

/** What an experiment takes, from a few runs of it that are thrown away. */
export async function dryRun(
  session: ExperimentSession,
  workersAsked: number | undefined,
): Promise<string> {
  const { experiment, made, files, knockouts } = session;
  const { plan } = made;
  const jobs = plan.variants.length * experiment.runs;
  const workers = workersAsked ?? defaultWorkers(jobs);
  const trials = trialRuns(jobs, plan.variants.length);
  const own = { files, knockouts };
  // The first run of a process is slow, because the language is still learning the code.
  await playAgain(made, [0], { workers: 1, own });
  const before = performance.now();
  await playAgain(made, trials, { workers: 1, own });
  const seconds = (performance.now() - before) / 1000 / trials.length;
  const perWorker = process.memoryUsage().rss;
  const bytes = jobs * (8 * experiment.measures.length + 12);
  const compiledThere = plan.variants.filter(({ model }) => model === 'own').length;
  return [
    describePlan(session, null, 0),
    `  design    ${experiment.design.kind}, ${experiment.luck} luck, seeds ${exactly(experiment.seed)} to ${exactly(experiment.seed + experiment.runs - 1)}`,
    `  variants  ${firstOf(plan.variants.map(({ id }) => id))}`,
    `  measures  ${firstOf(experiment.measures.map(({ id }) => id))}`,
    ...(compiledThere === 0
      ? []
      : [
          `  models    ${exactly(compiledThere)} variants change files each in its own way and are compiled for each run`,
        ]),
    `  time      about ${formatDuration((seconds * jobs) / workers)} on ${String(workers)} threads: ${seconds.toFixed(2)} s a run, from ${String(trials.length)} runs`,
    `  memory    about ${megabytes(perWorker + (workers - 1) * (perWorker / 3) + bytes)} MB, of which ${megabytes(bytes)} MB grow with the runs`,
    `  disk      about ${megabytes(jobs * MEASURES.length * BYTES_PER_VALUE)} MB`,
    `  run 0     ${replayCommand(plan, jobAt(plan, 0))}`,
    'Nothing was written.',
  ].join('\n');
}

function trialRuns(jobs: number, variants: number): number[] {
  const spread = Math.max(1, Math.floor(variants / TRIAL_RUNS));
  const runs = Array.from({ length: TRIAL_RUNS }, (_, index) => (index * spread) % jobs);
  return [...new Set(runs)];
}

function megabytes(bytes: number): string {
  return exactly(Math.max(1, Math.round(bytes / MEGABYTE)));
}

function firstOf(names: readonly string[]): string {
  const shown = names.slice(0, 6).join(', ');
  return names.length > 6 ? `${shown} … and ${exactly(names.length - 6)} more` : shown;
}
