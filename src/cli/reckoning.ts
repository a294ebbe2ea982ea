import { closeSync, writeSync } from 'node:fs';
import type { RunSetup } from '../engine/index.ts';
import type { Charge, Fact, Reckoning } from '../record/index.ts';
import { timeOfTick } from './clock.ts';
import type { Context } from './context.ts';
import { openForWriting } from './events-file.ts';
import { reckoningPage } from './reckoning-page.ts';
import { reckoningText } from './reckoning-text.ts';
import type { Session } from './session.ts';

/** A reckoning with the hash of the run it is of. */
export interface Reckoned {
  readonly hash: string;
  readonly reckoning: Reckoning;
}

/** Prints a reckoning as text or data; writes it as a page where a file is asked for. */
export function publishReckoning(
  context: Context,
  session: Session,
  setup: RunSetup,
  reckoned: Reckoned,
  options: { readonly output?: string; readonly json?: boolean },
): void {
  const { model } = session;
  const { hash, reckoning } = reckoned;
  const { output } = options;
  if (output !== undefined) {
    const { version } = context;
    const command = ['khasan', ...context.argv].join(' ');
    const foot = { command, hash, version, from: setup.from, seed: setup.seed };
    const file = openForWriting(output, '--output');
    writeSync(file, reckoningPage(model, reckoning, foot));
    closeSync(file);
  }
  if (options.json === true) {
    context.print(JSON.stringify(reckoningDocument(context, session, setup, reckoned)));
  } else if (output !== undefined) {
    const count = String(reckoning.charges.length);
    context.say(`${output}: the reckoning of the run, ${count} charges`);
  } else {
    const start = setup.from === 'free' ? 'free from the first day' : `from ${setup.from}`;
    context.print(`${model.title}: the reckoning of one run, ${start}, seed ${String(setup.seed)}`);
    context.print(reckoningText(context.screen, model, reckoning));
  }
}

/** `khasan.reckoning/1`. */
function reckoningDocument(
  context: Context,
  session: Session,
  setup: RunSetup,
  { hash, reckoning }: Reckoned,
): Record<string, unknown> {
  const { model, settings } = session;
  const timed = (fact: Fact): Record<string, unknown> => ({
    ...fact,
    time: timeOfTick(model, fact.tick),
  });
  const shape = (charge: Charge): Record<string, unknown> => ({
    ...timed(charge),
    papers: charge.papers.map(timed),
    unread: charge.unread.map(timed),
    knew: charge.knew.map(timed),
    chain: charge.chain.map(timed),
  });
  return {
    schema: 'khasan.reckoning/1',
    scenario: model.id,
    scenarioHash: model.hash,
    seed: setup.seed,
    version: context.version,
    hash,
    from: setup.from,
    settings,
    heard: reckoning.heard,
    authors: reckoning.authors,
    charges: reckoning.charges.map(shape),
    unused: reckoning.unused,
  };
}
