import type { Command } from 'commander';
import type { Batch } from '../../experiment/index.ts';
import type { StartComparison } from '../comparison.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../errors.ts';
import { parsePort, parseRuns, parseWorkers } from '../options.ts';
import { openSession, type Session } from '../session.ts';
import { wrap } from '../terminal.ts';
import { closeBatch } from '../batch.ts';
import { serveSite, PORT_DEFAULT } from '../serving.ts';
import { runsKept, SITE_SCENARIO, writeSiteRows } from '../site-data.ts';
import { printComparison, runComparison } from './compare.ts';

const FREE_RUNS = 500;
/** Enough for the interval of a share near its bound to clear it. */
const ANCHORED_RUNS = 200;
const SEED = 1;
/** Fewer runs than this say nothing of what is typical. Assumption. */
const KEPT_LEAST = 20;

interface StartOptions {
  readonly serve: boolean;
  readonly runs: number;
  readonly anchoredRuns: number;
  readonly workers?: number;
  readonly port: number;
  readonly open?: boolean;
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
    .option('--port <number>', 'port of the explorer', parsePort, PORT_DEFAULT)
    .option('--open', 'open the explorer in the browser of the system')
    .action(async (options: StartOptions) => {
      const session = openSession(SITE_SCENARIO, []);
      welcome(context, session, options);
      const anchors = session.model.anchors.map((anchor) => anchor.id);
      const free = await compareAndPrint(context, session, ['free'], options.runs, options);
      let { exitCode } = free;
      if (exitCode === EXIT.ok) {
        keepForExplorer(context, session, free);
        const { anchoredRuns } = options;
        ({ exitCode } = await compareAndPrint(context, session, anchors, anchoredRuns, options));
      }
      if (exitCode === EXIT.ok) {
        farewell(context);
        if (options.serve) {
          await serveSite(context, { port: options.port, open: options.open === true });
        }
      }
      finish(exitCode);
    });
}

/** Runs that have been compared and printed. */
interface Told {
  readonly exitCode: number;
  readonly batch: Batch;
  readonly comparisons: readonly StartComparison[];
}

async function compareAndPrint(
  context: Context,
  session: Session,
  starts: readonly string[],
  runs: number,
  { workers }: StartOptions,
): Promise<Told> {
  const options = { seed: SEED, set: [], runs, ...(workers === undefined ? {} : { workers }) };
  const { plan, batch, comparisons } = await runComparison(context, session, starts, options);
  for (const comparison of comparisons) {
    if (comparison.runs > 0) printComparison(context, session, comparison, SEED);
  }
  return { exitCode: closeBatch(context, plan, batch), batch, comparisons };
}

/** Hands the free runs to the explorer. Where its folder cannot be written, it shows what it has. */
function keepForExplorer(context: Context, session: Session, { batch, comparisons }: Told): void {
  const [free] = batch.variants;
  if (free === undefined || free.rows.length < KEPT_LEAST) return;
  try {
    // A short look does not take the place of a long one.
    if (runsKept(session, context.version) > free.rows.length) return;
    writeSiteRows(session, context.version, batch, free, comparisons[0]?.rows ?? []);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    context.say(`The explorer keeps its earlier runs: these could not be written (${why}).`);
  }
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

function farewell(context: Context): void {
  context.print(
    [
      'Go on with:',
      '  npx khasan run khasan-1938 --seed 208 --turns  one run, told by its turns',
      '  npx khasan map khasan-1938 -o map.svg          the map',
      '  npx khasan compare khasan-1938 --from a1       one comparison, with other seeds or settings',
      '  npx khasan serve                               map, hours and papers of a run in the browser',
      '  npx khasan --help                              all commands',
    ].join('\n'),
  );
}
