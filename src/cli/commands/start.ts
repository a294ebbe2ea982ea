import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { EXIT } from '../errors.ts';
import { parseRuns, parseWorkers } from '../options.ts';
import { openSession, type Session } from '../session.ts';
import { wrap } from '../terminal.ts';
import { closeBatch } from '../batch.ts';
import { printComparison, runComparison } from './compare.ts';

const SCENARIO = 'khasan-1938';
const FREE_RUNS = 500;
/** Enough for the interval of a share near its bound to clear it. */
const ANCHORED_RUNS = 200;
const SEED = 1;

interface StartOptions {
  readonly serve: boolean;
  readonly runs: number;
  readonly anchoredRuns: number;
  readonly workers?: number;
}

/**
 * `khasan start`, which `npm start` runs: the main job for somebody who sees Khasan for the first
 * time. Not in the help, because `compare` is the command for everything after.
 */
export function addStart(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  program
    .command('start', { hidden: true })
    .description('the main job: runs of khasan-1938 beside the record')
    .option('--no-serve', 'stop after the tables')
    .option('--runs <number>', 'free runs', parseRuns, FREE_RUNS)
    .option('--anchored-runs <number>', 'runs from each recorded state', parseRuns, ANCHORED_RUNS)
    .option('--workers <number>', 'threads', parseWorkers)
    .action(async (options: StartOptions) => {
      const session = openSession(SCENARIO, []);
      welcome(context, session, options);
      const anchors = session.model.anchors.map((anchor) => anchor.id);
      let exitCode = await compareAndPrint(context, session, ['free'], options.runs, options);
      if (exitCode === EXIT.ok) {
        exitCode = await compareAndPrint(context, session, anchors, options.anchoredRuns, options);
      }
      if (exitCode === EXIT.ok) farewell(context, options);
      finish(exitCode);
    });
}

async function compareAndPrint(
  context: Context,
  session: Session,
  starts: readonly string[],
  runs: number,
  { workers }: StartOptions,
): Promise<number> {
  const options = { seed: SEED, set: [], runs, ...(workers === undefined ? {} : { workers }) };
  const { plan, batch, comparisons } = await runComparison(context, session, starts, options);
  for (const comparison of comparisons) {
    if (comparison.runs > 0) printComparison(context, session, comparison, SEED);
  }
  return closeBatch(context, plan, batch);
}

function welcome(context: Context, session: Session, { runs, anchoredRuns }: StartOptions): void {
  const { model, files } = session;
  const columns = Math.min(context.screen.columns, 100);
  context.print(`${model.title}\n`);
  context.print(wrap(files.scenario.summary, columns));
  context.print('');
  context.print(
    wrap(
      `What follows: ${String(runs)} runs of the whole crisis, then ${String(anchoredRuns)} of the fight ` +
        'from each recorded state, each beside the record. A row is one thing the record tells: what it ' +
        'says, where 90 % of the runs lie, and where the record stands among them.',
      columns,
    ),
  );
  context.print('');
}

function farewell(context: Context, { serve }: StartOptions): void {
  context.print(
    [
      'Go on with:',
      '  npx khasan run khasan-1938 --seed 7            one run, told as a dated story',
      '  npx khasan map khasan-1938 -o map.svg          the map',
      '  npx khasan compare khasan-1938 --from a1       one comparison, with other seeds or settings',
      '  npx khasan --help                              all commands',
    ].join('\n'),
  );
  if (serve) context.print('\nThe explorer in the browser is not part of this version.');
}
