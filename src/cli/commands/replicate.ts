import type { Command } from 'commander';
import type { Batch, Plan, VariantResult } from '../../experiment/index.ts';
import { MEASURES } from '../../record/index.ts';
import { closeBatch, runBatch } from '../batch.ts';
import { aboutRuns, capitalised, startWords } from '../compare-table.ts';
import type { Context } from '../context.ts';
import { checkFrom, checkSeeds } from '../options.ts';
import { checkPlotFile } from '../plot-file.ts';
import { makeFolder, writeResults } from '../results-folder.ts';
import { addBatchOptions, addStartOptions, planOf, variantOf } from '../run-options.ts';
import type { BatchOptions } from '../run-options.ts';
import { openSession, type Session } from '../session.ts';
import { summariseVariant, valuesOf, type MeasureSummary } from '../summaries.ts';
import { measureTable } from '../measure-table.ts';

interface ReplicateOptions extends BatchOptions {
  readonly from: string;
  readonly out?: string;
  readonly output?: string;
}

const RUNS_DEFAULT = 200;

/** `khasan replicate`: many runs, and what each measure comes to over them. */
export function addReplicate(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  const command = program
    .command('replicate')
    .description('many runs; a table of measures')
    .argument('<scenario>', 'name of a built-in scenario, or a folder');
  addStartOptions(addBatchOptions(command, RUNS_DEFAULT))
    .option('--out <folder>', 'write runs.csv (a row a run) and summary.json there')
    .option('-o, --output <file>', 'draw every measure too: FILE.svg or FILE.html')
    .option('--json', 'print khasan.replicate/1 for machines')
    .action(async (name: string, options: ReplicateOptions) => {
      checkSeeds(options.seed, options.runs);
      const session = openSession(name, options.set);
      const from = checkFrom(session.model, options.from);
      // A folder that cannot be made should be known before the runs, not after them.
      if (options.out !== undefined) makeFolder(options.out);
      if (options.output !== undefined) checkPlotFile(options.output);
      const plan = planOf(session, [variantOf(session, options, from)]);
      const batch = await runBatch(context, session, plan, options.workers);
      report(context, session, { plan, batch, options });
      if (options.output !== undefined) {
        await drawMeasures(session, { batch, options }, options.output);
        context.say(`Written: ${options.output}`);
      }
      finish(closeBatch(context, plan, batch));
    });
}

interface Done {
  readonly plan: Plan;
  readonly batch: Batch;
  readonly options: ReplicateOptions;
}

function report(context: Context, session: Session, { plan, batch, options }: Done): void {
  const [result] = batch.variants;
  if (result === undefined) throw new Error('invariant broken: a batch without variants');
  const measures = summariseVariant(batch, result);
  const summary = summaryDocument(context, session, { plan, batch, options }, measures);
  if (options.out !== undefined) {
    writeResults(options.out, session.model, batch, summary);
    context.say(`Written: ${options.out}/runs.csv and ${options.out}/summary.json`);
  }
  if (options.json === true) context.print(JSON.stringify(summary));
  else context.print(describe(context, session, { batch, options }, result));
}

/** Draws every measure that means something for these runs, by theme. */
async function drawMeasures(
  session: Session,
  { batch, options }: Pick<Done, 'batch' | 'options'>,
  output: string,
): Promise<void> {
  // Pictures load a large package that nothing else here needs.
  const { plotSections, plottedMeasures, watchOf, writePlots } = await import('../plots.ts');
  const { model } = session;
  const result = batch.variants[0]!;
  const kindOfStart = options.from === 'free' ? 'free' : 'anchored';
  const specs = MEASURES.filter((spec) => spec.from === undefined || spec.from === kindOfStart);
  const plotted = plottedMeasures(specs, (id) => valuesOf(batch, result, id));
  writePlots(output, {
    title: `${model.title}: ${String(result.rows.length)} runs`,
    lead: [
      `${capitalised(startWords(model, options.from))}. ${aboutRuns(session, options.from, options.seed)}`,
    ],
    sections: plotSections(
      { model, claims: null, ...watchOf(model, options.from, batch) },
      plotted,
    ),
  });
}

/** `khasan.replicate/1`. */
function summaryDocument(
  context: Context,
  session: Session,
  { batch, options }: Done,
  measures: Readonly<Record<string, MeasureSummary>>,
): Record<string, unknown> {
  const { model, settings } = session;
  const result = batch.variants[0]!;
  return {
    schema: 'khasan.replicate/1',
    scenario: model.id,
    scenarioHash: model.hash,
    version: context.version,
    from: options.from,
    settings,
    runs: result.rows.length,
    asked: batch.asked,
    failed: result.failures.map(({ run, seed, message, replay }) => ({
      run,
      seed,
      message,
      replay,
    })),
    interrupted: batch.interrupted,
    seed: options.seed,
    workers: batch.workers,
    // The clock of `performance` starts with the process.
    seconds: performance.now() / 1000,
    measures,
  };
}

function describe(
  context: Context,
  session: Session,
  { batch, options }: Pick<Done, 'batch' | 'options'>,
  result: VariantResult,
): string {
  const { model, settings } = session;
  const runs = result.rows.length;
  const start = options.from === 'free' ? 'free from the first day' : `from ${options.from}`;
  const changed = settings.length === 0 ? '' : `; ${settings.join(', ')}`;
  const last = options.seed + Math.max(0, batch.done - 1);
  const seeds = `seeds ${String(options.seed)} to ${String(last)}`;
  const head = `${model.title}: ${String(runs)} runs, ${start}, ${seeds}${changed}`;
  if (runs === 0) return `${head}\nNo run was finished.`;
  return [
    head,
    'What the model says, not the archive. Figures carry two significant digits; hours are JST.',
    '',
    measureTable(context.screen, model, batch.measureIds, result),
  ].join('\n');
}
