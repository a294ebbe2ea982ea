import type { Command } from 'commander';
import type { KhasanEvent, Run, RunSetup } from '../../engine/index.ts';
import { simulate, type RunResult } from '../../experiment/index.ts';
import { reckon, tellRun, testify, type Testimony } from '../../record/index.ts';
import { timeOfTick } from '../clock.ts';
import type { Context } from '../context.ts';
import { EXIT, mistake } from '../errors.ts';
import { openDecisionsFile, openEventsFile } from '../events-file.ts';
import { ledgersText } from '../ledgers-text.ts';
import { checkFrom, parseTick } from '../options.ts';
import { publishReckoning } from '../reckoning.ts';
import { addSetupOptions, addStartOptions, type SetupOptions } from '../run-options.ts';
import { openSession, type Session } from '../session.ts';

interface RunOptions extends SetupOptions {
  readonly from: string;
  readonly until?: string;
  readonly events?: string;
  readonly decisions?: string;
  readonly reckoning?: boolean;
  readonly turns?: boolean;
  readonly output?: string;
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
    .option('--decisions <file>', 'write why each office decided as it did, one JSON value a line')
    .option('--turns', 'tell only the turns: force, who allowed it, who went without leave, talks')
    .option('--reckoning', 'who acted beyond authority, over which line, with which force first')
    .option('-o, --output <file>', 'with --reckoning: write it as a page (HTML) to hand out')
    .option('--json', 'print khasan.run/1, or khasan.reckoning/1, for machines')
    .action((name: string, options: RunOptions) => {
      checkReckoning(options);
      checkTurns(options);
      const session = openSession(name, options.set);
      const from = checkFrom(session.model, options.from);
      const keepTruce = options.keepTruce === true ? { keepTruce: true } : {};
      const setup = { ...session.changes, ...keepTruce, seed: options.seed, from };
      const played = playRun(context, session, setup, options);
      if (options.reckoning === true) printReckoning(context, session, setup, played, options);
      else if (options.json === true)
        context.print(JSON.stringify(outcome(context, session, setup, played.result)));
      else context.print(tell(context, session, setup, played, options.turns === true));
      finish(EXIT.ok);
    });
}

/** A file for a page that nobody asked for is a slip that should be told. */
function checkReckoning(options: RunOptions): void {
  if (options.output === undefined || options.reckoning === true) return;
  throw mistake({
    found: 'there is nothing to write to a file',
    wanted: '--reckoning, whose page goes there',
    where: '--output',
    remedy: `add --reckoning; the events of a run are written with --events ${options.output}`,
  });
}

/** A choice for the story where none is told is a slip too. */
function checkTurns({ turns, json, reckoning }: RunOptions): void {
  if (turns !== true || (json !== true && reckoning !== true)) return;
  throw mistake({
    found: 'there is no story to tell the turns of',
    wanted: '--turns without --json and --reckoning',
    where: '--turns',
    remedy: 'leave one of them out',
  });
}

interface Played {
  readonly result: RunResult;
  readonly events: readonly KhasanEvent[];
  /** What the run said about events whose reckoning needs more than they tell. */
  readonly testimonies: ReadonlyMap<string, Testimony>;
}

/**
 * Plays the run. Events are kept for the story and the reckoning; the file of events is written as they
 * happen.
 */
function playRun(context: Context, session: Session, setup: RunSetup, options: RunOptions): Played {
  const { model } = session;
  const untilTick =
    options.until === undefined ? undefined : parseTick(model, options.until, '--until');
  const events: KhasanEvent[] = [];
  const testimonies = new Map<string, Testimony>();
  const keeps = options.json !== true || options.reckoning === true;
  const { version } = context;
  const head = { scenario: model.id, scenarioHash: model.hash, seed: setup.seed, version };
  const file = options.events === undefined ? null : openEventsFile(options.events, model, head);
  const decisions =
    options.decisions === undefined ? null : openDecisionsFile(options.decisions, model, head);
  try {
    const onEvent = (event: KhasanEvent): void => {
      file?.write(event);
      if (keeps) events.push(event);
    };
    const onMoment = (event: KhasanEvent, run: Run): void => {
      const testimony = testify(run, event);
      if (testimony !== undefined) testimonies.set(event.id, testimony);
    };
    const result = simulate(model, setup, {
      onEvent,
      ...(options.reckoning === true ? { onMoment } : {}),
      ...(decisions === null ? {} : { onDecision: decisions.write }),
      ...(untilTick === undefined ? {} : { untilTick }),
    });
    return { result, events, testimonies };
  } finally {
    file?.close();
    decisions?.close();
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

function tell(
  context: Context,
  session: Session,
  setup: RunSetup,
  played: Played,
  turnsOnly: boolean,
): string {
  const { model, settings } = session;
  const from = setup.from === 'free' ? 'free from the first day' : `from ${setup.from}`;
  const changed = settings.length === 0 ? '' : `, with ${settings.join(', ')}`;
  const { hash, events, endTick, measures } = played.result;
  const ledgers = ledgersText(context.screen, measures);
  return [
    model.title,
    `One run of the model, ${from}, seed ${String(setup.seed)}${changed}. It is not what happened.`,
    '',
    ...tellRun(model, played.events, turnsOnly),
    '',
    ...(ledgers === '' ? [] : [ledgers, '']),
    `${String(events)} events to ${timeOfTick(model, endTick)}. Run hash ${hash}, ` +
      `scenario ${model.hash}, khasan ${context.version}.`,
  ].join('\n');
}

/** The reckoning as text, as data, or as a page. */
function printReckoning(
  context: Context,
  session: Session,
  setup: RunSetup,
  played: Played,
  options: RunOptions,
): void {
  const { result, events, testimonies } = played;
  const reckoning = reckon(session.model, events, testimonies);
  publishReckoning(context, session, setup, { hash: result.hash, reckoning }, options);
}
