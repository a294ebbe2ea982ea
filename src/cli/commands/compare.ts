import type { Command } from 'commander';
import type { Batch, Plan } from '../../experiment/index.ts';
import { closeBatch, runBatch } from '../batch.ts';
import { describeComparison } from '../compare-table.ts';
import { claimsOf, comparisonVariants, compareStart, type StartComparison } from '../comparison.ts';
import type { Context } from '../context.ts';
import { checkFrom, checkSeeds } from '../options.ts';
import { addBatchOptions, planOf, type BatchOptions } from '../run-options.ts';
import { openSession, type Session } from '../session.ts';
import { shapeSummary } from '../summaries.ts';

interface CompareOptions extends BatchOptions {
  readonly from: string;
}

const RUNS_DEFAULT = 200;

/** `khasan compare`: runs beside the record. */
export function addCompare(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  const command = program
    .command('compare')
    .description('many runs beside the record: where each recorded figure lies among them')
    .argument('<scenario>', 'name of a built-in scenario, or a folder');
  addBatchOptions(command, RUNS_DEFAULT)
    .option('--from <start>', 'free, an anchor of the scenario, or all', 'free')
    .option('--json', 'print khasan.compare/1 for machines')
    .action(async (name: string, options: CompareOptions) => {
      checkSeeds(options.seed, options.runs);
      const session = openSession(name, options.set);
      const starts = startsOf(session, options.from);
      const { plan, batch, comparisons } = await runComparison(context, session, starts, options);
      if (options.json === true) {
        const documents = comparisons.map((comparison) =>
          documentOf(context, session, { comparison, batch, options }),
        );
        context.print(JSON.stringify(options.from === 'all' ? setOf(documents) : documents[0]));
      } else for (const each of comparisons) printComparison(context, session, each, options.seed);
      finish(closeBatch(context, plan, batch));
    });
}

function startsOf(session: Session, from: string): string[] {
  const { model } = session;
  if (from === 'all') return ['free', ...model.anchors.map((anchor) => anchor.id)];
  return [checkFrom(model, from, ['all'])];
}

/** Runs what a comparison from some starts needs, and compares. */
export async function runComparison(
  context: Context,
  session: Session,
  starts: readonly string[],
  options: BatchOptions,
): Promise<{ plan: Plan; batch: Batch; comparisons: StartComparison[] }> {
  const claims = claimsOf(session);
  const variants = comparisonVariants(session, starts, options);
  const plan = planOf(session, variants);
  const batch = await runBatch(context, session, plan, options.workers);
  const comparisons = starts.map((from) => compareStart(session, claims, variants, batch, from));
  return { plan, batch, comparisons };
}

/** Prints one comparison as a table with its heading and its reading help. */
export function printComparison(
  context: Context,
  session: Session,
  comparison: StartComparison,
  seed: number,
): void {
  context.print(describeComparison(context.screen, session, comparison, seed));
  context.print('');
}

interface Compared {
  readonly comparison: StartComparison;
  readonly batch: Batch;
  readonly options: CompareOptions;
}

/** `khasan.compare/1`. */
function documentOf(
  context: Context,
  session: Session,
  { comparison, batch, options }: Compared,
): Record<string, unknown> {
  const { model, settings } = session;
  const { from, runs, rows, coverage, delays } = comparison;
  return {
    schema: 'khasan.compare/1',
    scenario: model.id,
    scenarioHash: model.hash,
    version: context.version,
    from,
    settings,
    runs,
    interrupted: batch.interrupted,
    seed: options.seed,
    workers: batch.workers,
    seconds: performance.now() / 1000,
    measures: rows.map((row) => ({
      ...row,
      runs: row.runs === null ? null : shapeSummary(row.runs),
    })),
    coverage: { ...coverage, delays },
  };
}

/** `khasan.compare-set/1`: one comparison for each start. */
function setOf(documents: readonly Record<string, unknown>[]): Record<string, unknown> {
  return { schema: 'khasan.compare-set/1', comparisons: documents };
}
