import type { Command } from 'commander';
import {
  ablate,
  KNOCKOUTS_FILE,
  readKnockouts,
  type Ablation,
  type Knockout,
} from '../../experiment/index.ts';
import { formatProblem, nearestOf, parseScenario, type Problem } from '../../scenario/index.ts';
import { ablationTable } from '../ablation-table.ts';
import type { Context } from '../context.ts';
import { describeFault, EXIT, mistake, writeFaultFile } from '../errors.ts';
import { catchInterrupt } from '../interrupt.ts';
import { checkSeeds, parseRuns, parseSeed, parseWorkers } from '../options.ts';
import { openProgress } from '../progress.ts';
import { openSession, type Session } from '../session.ts';

interface AblateOptions {
  readonly runs: number;
  readonly seed: number;
  readonly workers?: number;
  readonly only?: string;
  readonly json?: boolean;
}

/** Pairs for each mechanism: the number that the acceptance of the table asks for. */
const RUNS_DEFAULT = 1000;

/** `khasan ablate`: switches each mechanism off by data and says what that changes. */
export function addAblate(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  program
    .command('ablate')
    .description('switch each mechanism off, with paired luck: the table of knock-outs')
    .argument('<scenario>', 'name of a built-in scenario, or a folder')
    .option('--runs <number>', 'pairs of runs for each mechanism', parseRuns, RUNS_DEFAULT)
    .option('--seed <number>', 'seed of the first pair', parseSeed, 1)
    .option('--workers <number>', 'threads; default: as many as processors', parseWorkers)
    .option('--only <ids>', 'some rows of the table, as M04,M11')
    .option('--json', 'print khasan.ablate/1 for machines')
    .action(async (name: string, options: AblateOptions) => {
      checkSeeds(options.seed, options.runs);
      const session = openSession(name, []);
      const knockouts = choose(openKnockouts(session, name), options.only);
      const ablation = await run(context, session, knockouts, options);
      if (options.json === true) {
        context.print(JSON.stringify(documentOf(context, session, ablation, options)));
      } else context.print(ablationTable(context.screen, session.model, ablation, options));
      finish(close(context, ablation));
    });
}

function openKnockouts(session: Session, name: string): readonly Knockout[] {
  const { folder } = session;
  const file = folder.files.find(({ path }) => path === KNOCKOUTS_FILE);
  if (file === undefined) {
    throw mistake({
      found: `the scenario '${name}' has no table of knock-outs`,
      wanted: `a file ${KNOCKOUTS_FILE} in its folder`,
      remedy: 'docs/knockouts.md tells its format',
      exitCode: EXIT.no,
    });
  }
  const { knockouts, problems } = readKnockouts(file, parseScenario(folder.files));
  if (knockouts === undefined) throw refused(problems);
  return knockouts;
}

function refused(problems: readonly Problem[]): Error {
  const lines = problems.map((problem) => `  ${formatProblem(problem)}\n      ${problem.remedy}`);
  return mistake({
    found: `the table of knock-outs cannot be used:\n${lines.join('\n')}`,
    exitCode: EXIT.no,
  });
}

function choose(all: readonly Knockout[], only: string | undefined): readonly Knockout[] {
  if (only === undefined) return all;
  const ids = only.split(',').map((id) => id.trim());
  const known = all.map(({ id }) => id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    const nearest = nearestOf(id, known);
    throw mistake({
      found: `the table has no row '${id}'`,
      wanted: known.join(', '),
      where: '--only',
      ...(nearest === undefined ? {} : { remedy: `did you mean '${nearest}'?` }),
    });
  }
  return all.filter(({ id }) => ids.includes(id));
}

async function run(
  context: Context,
  session: Session,
  knockouts: readonly Knockout[],
  options: AblateOptions,
): Promise<Ablation> {
  const rows = knockouts.filter(({ missing, exact }) => missing === '' && exact === null).length;
  const bar = openProgress('Running', options.runs * Math.max(1, rows));
  const interrupt = catchInterrupt((text) => {
    bar.close();
    context.say(text);
  });
  try {
    const { workers, runs, seed } = options;
    const { ablation, problems } = await ablate(parseScenario(session.folder.files), knockouts, {
      scenario: session.folder.name,
      runs,
      seed,
      ...(workers === undefined ? {} : { workers }),
      signal: interrupt.signal,
      onProgress: bar.show,
    });
    if (ablation === undefined) throw refused(problems);
    return ablation;
  } finally {
    interrupt.release();
    bar.close();
  }
}

function close(context: Context, ablation: Ablation): number {
  if (ablation.interrupted) {
    const done = `${String(ablation.done)} of ${String(ablation.asked)} runs done`;
    context.say(`Interrupted: ${done}. The table is of the pairs that are whole.`);
  }
  const [first] = ablation.failures;
  if (first === undefined) return ablation.interrupted ? EXIT.interrupted : EXIT.ok;
  const replay = ablation.failures.map((failure) => failure.replay);
  const fault = { version: context.version, replay, message: first.message, stack: first.stack };
  context.say(describeFault(fault, writeFaultFile(fault)));
  return EXIT.fault;
}

/** `khasan.ablate/1`. */
function documentOf(
  context: Context,
  { model }: Session,
  ablation: Ablation,
  options: AblateOptions,
): Record<string, unknown> {
  const exact = new Map(ablation.exact.map((row) => [row.knockout.id, row]));
  return {
    schema: 'khasan.ablate/1',
    scenario: model.id,
    scenarioHash: model.hash,
    version: context.version,
    runs: options.runs,
    seed: options.seed,
    interrupted: ablation.interrupted,
    mechanisms: ablation.judged.map((judged) => {
      const { id, title, start, from, moment, missing, notes } = judged.knockout;
      const told = exact.get(id);
      const follows = told !== undefined && told.exchanged > 0 && told.follows === told.exchanged;
      return {
        id,
        title,
        start,
        from,
        at: moment,
        patch: judged.knockout.patch,
        pairs: judged.pairs,
        reached: judged.reached,
        failed: judged.failed,
        measures: judged.measures,
        ...(told === undefined
          ? {}
          : { exact: { runs: told.runs, exchanged: told.exchanged, follows: told.follows } }),
        controlIsZero: judged.controlIsZero,
        missing: missing === '' ? null : missing,
        notes,
        works: judged.works || follows,
      };
    }),
  };
}
