import type { Command } from 'commander';
import type { Batch, Plan } from '../../experiment/index.ts';
import { closeBatch, runBatch } from '../batch.ts';
import { aboutRuns, capitalised, describeComparison, startWords } from '../compare-table.ts';
import { claimsOf, comparisonVariants, compareStart, type StartComparison } from '../comparison.ts';
import type { Context } from '../context.ts';
import { checkFrom, checkSeeds } from '../options.ts';
import { checkPlotFile } from '../plot-file.ts';
import { addBatchOptions, planOf, type BatchOptions } from '../run-options.ts';
import { openSession, type Session } from '../session.ts';
import { shapeSummary } from '../summaries.ts';

interface CompareOptions extends BatchOptions {
  readonly from: string;
  readonly output?: string;
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
    .option(
      '-o, --output <file>',
      'draw it too: distributions with the record, FILE.svg or FILE.html',
    )
    .option('--json', 'print khasan.compare/1 for machines')
    .action(async (name: string, options: CompareOptions) => {
      checkSeeds(options.seed, options.runs);
      if (options.output !== undefined) checkPlotFile(options.output);
      const session = openSession(name, options.set);
      const starts = startsOf(session, options.from);
      const { plan, batch, comparisons } = await runComparison(context, session, starts, options);
      if (options.json === true) {
        const documents = comparisons.map((comparison) =>
          documentOf(context, session, { comparison, batch, options }),
        );
        context.print(JSON.stringify(options.from === 'all' ? setOf(documents) : documents[0]));
      } else for (const each of comparisons) printComparison(context, session, each, options.seed);
      if (options.output !== undefined) {
        await drawComparisons(session, { comparisons, batch }, options);
        context.say(`Written: ${options.output}`);
      }
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

/** Draws comparisons as one sheet: how well the runs know themselves, then everything by theme. */
async function drawComparisons(
  session: Session,
  { comparisons, batch }: { comparisons: readonly StartComparison[]; batch: Batch },
  { seed, output = '' }: CompareOptions,
): Promise<void> {
  // Pictures load a large package that nothing else here needs.
  const { coverageSection, plotSections, plottedRows, watchOf, writePlots } =
    await import('../plots.ts');
  const { model } = session;
  const claims = claimsOf(session).byId;
  const sections = comparisons.flatMap((comparison) => {
    const start =
      comparisons.length === 1 ? '' : `${capitalised(startWords(model, comparison.from))}: `;
    return [
      ...coverageSection(comparison.rows),
      ...plotSections(
        { model, claims, ...watchOf(model, comparison.from, batch) },
        plottedRows(comparison.rows, comparison.values),
      ),
    ].map(({ heading, plots }) => ({ heading: `${start}${heading}`, plots }));
  });
  const starts = comparisons.map(({ from }) => startWords(model, from)).join('; ');
  const [first] = comparisons;
  writePlots(output, {
    title: `${model.title}: ${String(first?.runs ?? 0)} runs beside the record`,
    lead: [
      `${capitalised(starts)}. ${aboutRuns(session, first?.from ?? 'free', seed)}`,
      'Solid bar: the record. Flags: what is claimed besides, and by whom. Under each drawing the middle half of the runs as a thick line, nine in ten of them as a thin one, the median as a ring.',
    ],
    sections,
  });
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
