import { Command, CommanderError } from 'commander';
import { isMistake, describeFault, EXIT, writeFaultFile } from './errors.ts';
import { makeContext, standardOutput, type Context, type Output } from './context.ts';
import { addAblate } from './commands/ablate.ts';
import { addCalibrate } from './commands/calibrate.ts';
import { addCheck } from './commands/check.ts';
import { addClaims } from './commands/claims.ts';
import { addCompare } from './commands/compare.ts';
import { addExplain } from './commands/explain.ts';
import { addEngage } from './commands/engage.ts';
import { addExperiment } from './commands/experiment.ts';
import { addMap } from './commands/map.ts';
import { addMerge } from './commands/merge.ts';
import { addReplicate } from './commands/replicate.ts';
import { addRun } from './commands/run.ts';
import { addScenarios } from './commands/scenarios.ts';
import { addServe } from './commands/serve.ts';
import { addStart } from './commands/start.ts';
import { addVerify } from './commands/verify.ts';
import { addWire } from './commands/wire.ts';

const SUMMARY =
  'Makes a border conflict executable: sourced scenarios, thousands of runs, set beside the record.';
const AFTER_HELP = `
Begin with:
  khasan run khasan-1938                 one run, told as a dated story
  khasan compare khasan-1938             many runs beside the record
  khasan serve                           the explorer in the browser
  khasan COMMAND --help                  the options of a command

Exit codes: 0 well, 1 the answer is no, 2 wrong use, 3 a fault of ours, 130 interrupted.`;

/** Sets a command up; it reports its exit code through `finish`. */
export type AddCommand = (
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
) => void;

const COMMANDS: readonly AddCommand[] = [
  addScenarios,
  addCheck,
  addRun,
  addReplicate,
  addCompare,
  addExperiment,
  addCalibrate,
  addMerge,
  addVerify,
  addMap,
  addExplain,
  addAblate,
  addServe,
  addWire,
  addEngage,
  addClaims,
  addStart,
];

/**
 * The command line. Takes the words after the program's name and returns the exit code; never throws
 * and never ends the process (but for an impatient second interrupt), so that tests and other programs
 * can call it.
 */
export async function main(argv: readonly string[], output?: Output): Promise<number> {
  if (output === undefined) endQuietlyWhenNobodyReads();
  const context = makeContext(argv, output ?? standardOutput());
  let exitCode: number = EXIT.ok;
  const program = makeProgram(context);
  for (const add of COMMANDS) add(program, context, (code) => (exitCode = code));
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(context, error);
  }
}

function makeProgram(context: Context): Command {
  return new Command('khasan')
    .description(SUMMARY)
    .version(context.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help about a command')
    .addHelpText('after', AFTER_HELP)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.print(text.trimEnd()),
      writeErr: (text) => context.say(text.trimEnd()),
      outputError: (text, write) => write(text.replace(/^error: /, 'khasan: ')),
      getOutHelpWidth: () => Math.min(100, context.screen.columns),
      getErrHelpWidth: () => Math.min(100, context.screen.columns),
    });
}

/** Turns whatever was thrown into sentences and an exit code. */
function explain(context: Context, error: unknown): number {
  // Commander has already written its message; help and version end in this way as well.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (isMistake(error)) {
    context.say(`khasan: ${error.message}`);
    return error.exitCode;
  }
  const fault = {
    version: context.version,
    replay: [['khasan', ...context.argv].join(' ')],
    message: error instanceof Error ? error.message : String(error),
    stack: error instanceof Error ? (error.stack ?? '') : '',
  };
  context.say(describeFault(fault, writeFaultFile(fault)));
  return EXIT.fault;
}

/** `khasan run … | head` closes our output early; that is no fault. */
function endQuietlyWhenNobodyReads(): void {
  if (process.stdout.listenerCount('error') > 0) return;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });
}
