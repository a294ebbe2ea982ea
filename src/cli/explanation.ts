import { formatMoment, type NotableEvent, type Step } from '../record/index.ts';
import { timeOfTick } from './clock.ts';
import type { Context } from './context.ts';
import type { ExplainedRun } from './commands/explain.ts';
import { paint, wrap, type Screen } from './terminal.ts';

/** A tree of causes as indented lines: each step above what led to it. */
export function explanationText(screen: Screen, run: ExplainedRun, step: Step): string {
  const lines = [
    `${run.session.model.title}, ${run.name.text}: what led to event ${step.event}`,
    '',
  ];
  addStep(screen, run, { step, depth: 0, lines });
  return lines.join('\n');
}

/** How a step stands to the one above it. */
const LEADS: Readonly<Record<Step['link'], string>> = {
  event: 'because: ',
  seen: 'had seen: ',
  deed: 'for this deed: ',
};

interface Place {
  readonly step: Step;
  readonly depth: number;
  readonly lines: string[];
}

function addStep(screen: Screen, run: ExplainedRun, { step, depth, lines }: Place): void {
  const indent = '  '.repeat(depth);
  const lead = depth === 0 ? '' : LEADS[step.link];
  const moment = paint(
    screen,
    'dim',
    `${formatMoment(run.session.model, step.tick)} [${step.event}]`,
  );
  lines.push(`${indent}${depth === 0 ? '' : '└ '}${moment}`);
  const body = `${indent}${depth === 0 ? '' : '  '}`;
  const again = step.told ? ' (what led to it: see above)' : '';
  lines.push(wrap(`${lead}${step.text}${again}`, screen.columns, body));
  const by = byLine(step);
  if (by !== '') lines.push(wrap(by, screen.columns, body));
  for (const cause of step.causes) addStep(screen, run, { step: cause, depth: depth + 1, lines });
}

/** Author and authority of a decision; what is no decision of its own goes without. */
function byLine(step: Step): string {
  if (step.authority !== '') return `by ${step.authorName}, ${step.authority}`;
  const named = step.authorName !== '' && !step.text.includes(step.authorName);
  return named && step.kind !== 'message-read' ? `goes back to ${step.authorName}` : '';
}

/** The events worth asking about, a line each. */
export function listText(
  screen: Screen,
  run: ExplainedRun,
  notable: readonly NotableEvent[],
): string {
  const { model } = run.session;
  const lines = [`${model.title}, ${run.name.text}: events worth asking about`, ''];
  for (const { event, tick, text } of notable) {
    const moment = formatMoment(model, tick).replace(/,.*$/, '');
    const head = `${event.padEnd(8)}${moment.padEnd(22)}`;
    const body = wrap(text, screen.columns, ' '.repeat(head.length));
    lines.push(head + body.slice(head.length));
  }
  lines.push(
    '',
    `Then: khasan explain ${run.name.text} EVENT. Papers: khasan explain ${run.name.text} --papers`,
  );
  return lines.join('\n');
}

function headOf(context: Context, run: ExplainedRun): Record<string, unknown> {
  const { model, settings } = run.session;
  return {
    schema: 'khasan.explain/1',
    scenario: model.id,
    scenarioHash: model.hash,
    version: context.version,
    run: run.name.text,
    from: run.from,
    settings,
  };
}

/** `khasan.explain/1` of one event. */
export function explanationDocument(
  context: Context,
  run: ExplainedRun,
  step: Step,
): Record<string, unknown> {
  const timed = ({ causes, ...rest }: Step): Record<string, unknown> => ({
    ...rest,
    time: timeOfTick(run.session.model, rest.tick),
    causes: causes.map(timed),
  });
  return { ...headOf(context, run), event: timed(step) };
}

/** `khasan.explain/1` without an event: what there is to ask about. */
export function listDocument(
  context: Context,
  run: ExplainedRun,
  notable: readonly NotableEvent[],
): Record<string, unknown> {
  const events = notable.map((each) => ({
    ...each,
    time: timeOfTick(run.session.model, each.tick),
  }));
  return { ...headOf(context, run), events };
}
