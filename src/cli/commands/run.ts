import type { Command } from 'commander';
import type { KhasanEvent, RunSetup } from '../../engine/index.ts';
import { simulate, type RunResult } from '../../experiment/index.ts';
import { tellRun } from '../../record/index.ts';
import { timeOfTick } from '../clock.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../errors.ts';
import { openEventsFile, type EventsFile } from '../events-file.ts';
import { checkFrom, parseTick } from '../options.ts';
import { addSetupOptions, addStartOptions, type SetupOptions } from '../run-options.ts';
import { openSession, type Session } from '../session.ts';

interface RunOptions extends SetupOptions {
  readonly from: string;
  readonly until?: string;
  readonly events?: string;
  readonly json?: boolean;
}

/** `khasan run`: one run, told as a dated story, or its outcome as data. */
export function addRun(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  const command = program
    .command('run')
    .description('one run, told as a dated story')
    .argument('<scenario>', 'name of a built-in scenario, or a folder');
  addStartOptions(addSetupOptions(command))
    .option('--until <time>', 'stop at this time, with offset: 1938-07-31T12:00+09:00')
    .option('--events <file>', 'write every event to a file, one JSON value a line')
    .option('--json', 'print khasan.run/1 for machines')
    .action((name: string, options: RunOptions) => {
      const session = openSession(name, options.set);
      const from = checkFrom(session.model, options.from);
      const keepTruce = options.keepTruce === true ? { keepTruce: true } : {};
      const setup = { ...session.changes, ...keepTruce, seed: options.seed, from };
      const { result, events } = playRun(context, session, setup, options);
      if (options.json === true)
        context.print(JSON.stringify(outcome(context, session, setup, result)));
      else context.print(tell(context, session, setup, { result, events }));
      finish(EXIT.ok);
    });
}

interface Played {
  readonly result: RunResult;
  readonly events: readonly KhasanEvent[];
}

/** Plays the run. Events are kept for the story alone; the file of events is written as they happen. */
function playRun(context: Context, session: Session, setup: RunSetup, options: RunOptions): Played {
  const { model } = session;
  const untilTick =
    options.until === undefined ? undefined : parseTick(model, options.until, '--until');
  const events: KhasanEvent[] = [];
  let file: EventsFile | undefined;
  if (options.events !== undefined) {
    const { version } = context;
    const head = { scenario: model.id, scenarioHash: model.hash, seed: setup.seed, version };
    file = openEventsFile(options.events, model, head);
  }
  try {
    const onEvent = (event: KhasanEvent): void => {
      file?.write(event);
      if (options.json !== true) events.push(event);
    };
    const result = simulate(model, setup, {
      onEvent,
      ...(untilTick === undefined ? {} : { untilTick }),
    });
    return { result, events };
  } finally {
    file?.close();
  }
}

/** `khasan.run/1`. */
function outcome(
  context: Context,
  session: Session,
  setup: RunSetup,
  result: RunResult,
): Record<string, unknown> {
  const { model } = session;
  return {
    schema: 'khasan.run/1',
    scenario: model.id,
    scenarioHash: model.hash,
    seed: setup.seed,
    version: context.version,
    hash: result.hash,
    from: setup.from,
    settings: session.settings,
    start: timeOfTick(model, startTick(session, setup)),
    end: timeOfTick(model, result.endTick),
    measures: result.measures,
    events: result.events,
  };
}

function startTick(session: Session, setup: RunSetup): number {
  return session.model.anchors.find((anchor) => anchor.id === setup.from)?.tick ?? 0;
}

function tell(context: Context, session: Session, setup: RunSetup, played: Played): string {
  const { model, settings } = session;
  const from = setup.from === 'free' ? 'free from the first day' : `from ${setup.from}`;
  const changed = settings.length === 0 ? '' : `, with ${settings.join(', ')}`;
  const { hash, events, endTick } = played.result;
  return [
    model.title,
    `One run of the model, ${from}, seed ${String(setup.seed)}${changed}. It is not what happened.`,
    '',
    ...tellRun(model, played.events),
    '',
    `${String(events)} events to ${timeOfTick(model, endTick)}. Run hash ${hash}, ` +
      `scenario ${model.hash}, khasan ${context.version}.`,
  ].join('\n');
}
