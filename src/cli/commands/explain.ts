import type { Command } from 'commander';
import type { KhasanEvent } from '../../engine/index.ts';
import { simulate } from '../../experiment/index.ts';
import { explainEvent, notableEvents, papersOfRun } from '../../record/index.ts';
import { nearestOf } from '../../scenario/index.ts';
import type { Context } from '../context.ts';
import { EXIT, mistake } from '../errors.ts';
import { explanationDocument, explanationText, listDocument, listText } from '../explanation.ts';
import { papersText } from '../papers-text.ts';
import { checkFrom } from '../options.ts';
import { openEventsFileOf, parseRunName, type NamedRun } from '../run-name.ts';
import { addStartOptions, settingOption } from '../run-options.ts';
import { openSession, type Session } from '../session.ts';

interface ExplainOptions {
  readonly from: string;
  readonly keepTruce?: boolean;
  readonly set: readonly string[];
  readonly papers?: boolean;
  readonly json?: boolean;
}

/** A run whose events are at hand. */
export interface ExplainedRun {
  readonly session: Session;
  readonly events: readonly KhasanEvent[];
  readonly name: NamedRun;
  readonly from: string;
}

/** `khasan explain`: what led to an event of a run; without an event, which events there are to ask about. */
export function addExplain(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  const command = program
    .command('explain')
    .description('what led to an event of a run, back to what its authors had read and seen')
    .argument('<run>', 'SCENARIO@SEED, or a file written by run --events')
    .argument('[event]', 'id of an event; without one, lists the events worth asking about');
  addStartOptions(command)
    .addOption(settingOption())
    .option('--papers', 'instead: what every office may and may not do, and what it was told')
    .option('--json', 'print khasan.explain/1 for machines')
    .action((name: string, event: string | undefined, options: ExplainOptions) => {
      const run = openRun(context, parseRunName(name), options);
      if (options.papers === true) printPapers(context, run, options);
      else if (event === undefined) printList(context, run, options);
      else printEvent(context, run, event, options);
      finish(EXIT.ok);
    });
}

function openRun(context: Context, name: NamedRun, options: ExplainOptions): ExplainedRun {
  if (name.kind === 'file') return openRunFile(context, name, options);
  const session = openSession(name.scenario, options.set);
  const from = checkFrom(session.model, options.from);
  const keepTruce = options.keepTruce === true ? { keepTruce: true } : {};
  const events: KhasanEvent[] = [];
  const setup = { ...session.changes, ...keepTruce, seed: name.seed, from };
  simulate(session.model, setup, { onEvent: (event) => void events.push(event) });
  return { session, events, name, from };
}

/** A file says which run it is of; options that would make another run are wrong use. */
function openRunFile(
  context: Context,
  name: NamedRun & { readonly kind: 'file' },
  options: ExplainOptions,
): ExplainedRun {
  const { head, events } = openEventsFileOf(name.path);
  const session = openSession(head.scenario, options.set);
  if (session.model.hash !== head.scenarioHash) {
    context.say(
      `khasan: ${name.path} was written for scenario ${head.scenarioHash}; this one is ` +
        `${session.model.hash}. Names may differ; give the --set of the run.`,
    );
  }
  return { session, events, name, from: String(events[0]?.data['from'] ?? 'free') };
}

function printList(context: Context, run: ExplainedRun, options: ExplainOptions): void {
  const notable = notableEvents(run.session.model, run.events);
  context.print(
    options.json === true
      ? JSON.stringify(listDocument(context, run, notable))
      : listText(context.screen, run, notable),
  );
}

function printPapers(context: Context, run: ExplainedRun, options: ExplainOptions): void {
  const papers = papersOfRun(run.session.model, run.events);
  if (options.json === true) {
    context.print(JSON.stringify({ ...listDocument(context, run, []), papers }));
  } else context.print(papersText(context.screen, run.session.model, papers));
}

function printEvent(
  context: Context,
  run: ExplainedRun,
  id: string,
  options: ExplainOptions,
): void {
  const step = explainEvent(run.session.model, run.events, id);
  if (step === undefined) throw unknownEvent(run, id);
  context.print(
    options.json === true
      ? JSON.stringify(explanationDocument(context, run, step))
      : explanationText(context.screen, run, step),
  );
}

function unknownEvent(run: ExplainedRun, id: string): Error {
  const ids = notableEvents(run.session.model, run.events).map(({ event }) => event);
  const nearest = nearestOf(id, ids);
  return mistake({
    found: `the run has no event '${id}'`,
    wanted: 'tick.number, as 1854.1',
    where: 'EVENT',
    remedy:
      nearest === undefined
        ? `list them: khasan explain ${run.name.text}`
        : `did you mean '${nearest}'? All: khasan explain ${run.name.text}`,
  });
}
