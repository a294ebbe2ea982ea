import { InvalidArgumentError, type Command } from 'commander';
import {
  closeRowLog,
  EXPERIMENT_RUNS_MAX,
  finishFolder,
  unfinish,
  writeShardNote,
  type OpenFolder,
  type Shard,
} from '../../experiment/index.ts';
import type { Context } from '../context.ts';
import { describePlan, dryRun } from '../dry-run.ts';
import { EXIT, mistake } from '../errors.ts';
import { describeResults } from '../experiment-answer.ts';
import { conductWithBar, openResults } from '../experiment-run.ts';
import { openExperiment, readExperimentFile } from '../experiment-session.ts';
import type { ExperimentSession } from '../experiment-session.ts';
import { parseRuns, parseWorkers } from '../options.ts';

interface ExperimentOptions {
  readonly runs?: number;
  readonly out?: string;
  readonly resume?: boolean;
  readonly workers?: number;
  readonly dryRun?: boolean;
  readonly shard?: Shard;
  readonly json?: boolean;
}

/** `khasan experiment`: a designed experiment from a file, into a folder of results. */
export function addExperiment(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  program
    .command('experiment')
    .description('a designed experiment from a file; tables, report and certificate in a folder')
    .argument('<file>', 'YAML of format khasan.experiment/1, as in experiments/')
    .option(
      '--runs <number>',
      'runs of each variant, in the place of what the file says',
      parseRuns,
    )
    .option('--out <folder>', 'where results go; default: results/ and the id of the experiment')
    .option('--resume', 'go on with what the folder holds; begins where it holds nothing')
    .option('--workers <number>', 'threads; default: as many as processors', parseWorkers)
    .option('--dry-run', 'check the file and say what it takes, in runs, time and memory')
    .option('--shard <i/N>', 'run only every N-th run, beginning with the i-th', parseShard)
    .option('--json', 'print khasan.results/1 for machines')
    .action(async (path: string, options: ExperimentOptions) => {
      const session = openExperiment(context, readExperimentFile(path), options.runs);
      checkOptions(session, options);
      if (options.dryRun === true) {
        context.print(await dryRun(session, options.workers));
        return;
      }
      finish(await runExperiment(context, session, options));
    });
}

function parseShard(text: string): Shard {
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text.trim());
  const index = Number(match?.[1]);
  const of = Number(match?.[2]);
  if (match !== null && index >= 1 && index <= of) return { index, of };
  throw new InvalidArgumentError('Wanted: i/N with i from 1 to N, for example 1/2.');
}

function checkOptions(session: ExperimentSession, options: ExperimentOptions): void {
  const { experiment, made } = session;
  const inAll = experiment.runs * made.plan.variants.length;
  if (inAll > EXPERIMENT_RUNS_MAX) {
    throw mistake({
      found: `${String(made.plan.variants.length)} variants of ${String(experiment.runs)} runs are ${String(inAll)} runs`,
      wanted: `at most ${String(EXPERIMENT_RUNS_MAX)}`,
      where: '--runs',
    });
  }
  const endsEarly = experiment.stop !== null || experiment.budgetMinutes !== null;
  if (options.shard !== undefined && endsEarly) {
    throw mistake({
      found: 'an experiment that may end early cannot be run in parts',
      wanted: 'a file without "stop" and without "budget: minutes"',
      where: '--shard',
      remedy: 'no part knows what the others have found; fix the number of runs instead',
    });
  }
}

async function runExperiment(
  context: Context,
  session: ExperimentSession,
  options: ExperimentOptions,
): Promise<number> {
  const folder = options.out ?? `results/${session.experiment.id}`;
  const opened = openResults(folder, session, options.resume === true);
  try {
    unfinish(folder);
    if (options.shard !== undefined) {
      writeShardNote(folder, options.shard, session.experiment.runs);
    }
    context.say(describePlan(session, options.shard ?? null, opened.log.done));
    const conducted = await conductWithBar(context, session, opened, {
      ...options,
      label: 'Running',
    });
    if (conducted.ending === 'interrupted') {
      context.say(`Kept: ${String(opened.log.done)} runs. The same command with --resume goes on.`);
      return EXIT.interrupted;
    }
    if (options.shard !== undefined) return endShard(context, folder, opened);
    const { results } = finishFolder(folder, {
      ...session.source,
      ...opened,
      model: session.scenario.model,
      conducted,
    });
    context.print(
      options.json === true ? JSON.stringify(results) : describeResults(context, session, results),
    );
    context.say(
      `Written: ${folder}/report.html, runs.csv, runs.parquet, results.json, manifest.json`,
    );
    if (results.failed === 0) return EXIT.ok;
    context.say(`${String(results.failed)} runs broke; ${folder}/failures has a file for each.`);
    return EXIT.fault;
  } finally {
    closeRowLog(opened.log);
    opened.lock.release();
  }
}

function endShard(context: Context, folder: string, { log }: OpenFolder): number {
  context.say(`${folder} holds ${String(log.done)} runs. khasan merge puts the parts together.`);
  return EXIT.ok;
}
