import { closeSync, writeSync } from 'node:fs';
import type { Command } from 'commander';
import { startRun } from '../../engine/index.ts';
import { playOut } from '../../policy/index.ts';
import { timeOfTick } from '../clock.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../errors.ts';
import { openForWriting } from '../events-file.ts';
import { checkFrom, parseSeed, parseTick } from '../options.ts';
import { settingOption } from '../run-options.ts';
import { openSession, type Session } from '../session.ts';

interface MapOptions {
  readonly at?: string;
  readonly seed: number;
  readonly from: string;
  readonly set: readonly string[];
  readonly output?: string;
  readonly json?: boolean;
}

/** `khasan map`: the map as a picture, at the start or in the middle of a run. */
export function addMap(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  program
    .command('map')
    .description('draw the map as SVG: the first hour, or a moment of one run')
    .argument('<scenario>', 'name of a built-in scenario, or a folder')
    .option('--at <time>', 'draw the run at this time, with offset: 1938-08-06T16:00+09:00')
    .option('--seed <number>', 'seed of the run', parseSeed, 1)
    .option('--from <start>', 'free, or an anchor of the scenario', 'free')
    .addOption(settingOption())
    .option('-o, --output <file>', 'write the picture to a file instead of the standard output')
    .option('--json', 'print khasan.map/1 for machines: where the picture is, or the picture')
    .action(async (name: string, options: MapOptions) => {
      const session = openSession(name, options.set);
      const { svg, tick } = await drawAt(session, options);
      const { output } = options;
      if (output !== undefined) {
        const file = openForWriting(output, '--output');
        writeSync(file, svg);
        closeSync(file);
      }
      const time = timeOfTick(session.model, tick);
      if (options.json === true) {
        const { id, hash } = session.model;
        const head = { schema: 'khasan.map/1', scenario: id, scenarioHash: hash, time };
        context.print(
          JSON.stringify({ ...head, ...(output === undefined ? { svg } : { output }) }),
        );
      } else if (output === undefined) context.print(svg.trimEnd());
      else context.say(`${output}: the map at ${time}`);
      finish(EXIT.ok);
    });
}

/** The picture, and the tick it shows: the first decision of the run at or after the time asked for. */
async function drawAt(
  session: Session,
  options: MapOptions,
): Promise<{ readonly svg: string; readonly tick: number }> {
  // Symbols are a large package; no other command needs them.
  const { drawMap, unitsOfRun } = await import('../../picture/index.ts');
  const { model, files } = session;
  const from = checkFrom(model, options.from);
  if (options.at === undefined && from === 'free') {
    return { svg: drawMap(model, files.map), tick: 0 };
  }
  const setup = { ...session.changes, seed: options.seed, from };
  const run = startRun(model, setup, () => undefined);
  if (options.at !== undefined) {
    const untilTick = parseTick(model, options.at, '--at');
    if (untilTick > run.world.tick) playOut(run, untilTick);
  }
  const { tick } = run.world;
  const notes = [`A run of the model, not the record: seed ${String(options.seed)}, from ${from}.`];
  return {
    svg: drawMap(model, files.map, { units: unitsOfRun(model, run.world), tick, notes }),
    tick,
  };
}
