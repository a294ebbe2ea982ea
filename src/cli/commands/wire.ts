import { closeSync, writeSync } from 'node:fs';
import { Option, type Command } from 'commander';
import type { KhasanEvent, RunSetup } from '../../engine/index.ts';
import { simulate } from '../../experiment/index.ts';
import type { WireTableRow } from '../../picture/index.ts';
import { wireOf, type Fold, type WireData } from '../../record/index.ts';
import { nearestOf } from '../../scenario/index.ts';
import { timeOfTick } from '../clock.ts';
import type { Context } from '../context.ts';
import { EXIT, mistake } from '../errors.ts';
import { openForWriting } from '../events-file.ts';
import { checkFrom, parseTick } from '../options.ts';
import { addSetupOptions, addStartOptions, type SetupOptions } from '../run-options.ts';
import { openSession, type Session } from '../session.ts';
import { formatTable } from '../tables.ts';

interface WireOptions extends SetupOptions {
  readonly from: string;
  readonly fromTime?: string;
  readonly to?: string;
  readonly hill?: string;
  readonly rows: Fold;
  readonly table?: boolean;
  readonly output?: string;
  readonly json?: boolean;
}

/** `khasan wire`: who asked whom, what became of it, and who acted first, as a picture and a table. */
export function addWire(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  const command = program
    .command('wire')
    .description('permission and mail of one run as a timetable chart (SVG), or as a table')
    .argument('<scenario>', 'name of a built-in scenario, or a folder');
  addStartOptions(addSetupOptions(command))
    .option('--from-time <time>', 'first hour shown, with offset: 1938-07-31T00:00+09:00')
    .option('--to <time>', 'last hour shown')
    .option('--hill <place>', 'height on the middle line; default: the one of the greatest worth')
    .addOption(
      new Option('--rows <rows>', 'a row for each office, or for each level of a chain')
        .choices(['offices', 'levels'])
        .default('offices'),
    )
    .option('--table', 'print the same view as a table instead of the picture')
    .option('-o, --output <file>', 'write the picture to a file instead of the standard output')
    .option('--json', 'print khasan.wire/1 for machines: the table, and the picture or its file')
    .action(async (name: string, options: WireOptions) => {
      const session = openSession(name, options.set);
      const data = playWire(session, options);
      await answer(context, session, data, options);
      finish(EXIT.ok);
    });
}

/** Plays the run to its end, since an answer may come after the window, and reads the Wire out of it. */
function playWire(session: Session, options: WireOptions): WireData {
  const { model } = session;
  const from = checkFrom(model, options.from);
  const keepTruce = options.keepTruce === true ? { keepTruce: true } : {};
  const setup: RunSetup = { ...session.changes, ...keepTruce, seed: options.seed, from };
  const window = windowOf(session, options);
  const hill = hillOf(session, options.hill);
  const events: KhasanEvent[] = [];
  simulate(model, setup, { onEvent: (event) => events.push(event) });
  return wireOf(model, setup, events, { ...window, ...hill, fold: options.rows });
}

function windowOf(
  { model }: Session,
  { fromTime, to }: WireOptions,
): { readonly fromTick?: number; readonly toTick?: number } {
  const fromTick = fromTime === undefined ? undefined : parseTick(model, fromTime, '--from-time');
  const toTick = to === undefined ? undefined : parseTick(model, to, '--to');
  if (toTick !== undefined && toTick <= (fromTick ?? 0)) {
    throw mistake({
      found: `'${to ?? ''}' is not after '${fromTime ?? timeOfTick(model, 0)}'`,
      wanted: 'a window that ends after it begins',
      where: '--to',
    });
  }
  return {
    ...(fromTick === undefined ? {} : { fromTick }),
    ...(toTick === undefined ? {} : { toTick }),
  };
}

function hillOf({ model }: Session, hill: string | undefined): { readonly hill?: string } {
  if (hill === undefined) return {};
  const known = model.areas.map(({ id }) => id);
  if (known.includes(hill)) return { hill };
  const nearest = nearestOf(hill, known);
  throw mistake({
    found: `the scenario has no place '${hill}'`,
    wanted: known.join(', '),
    where: '--hill',
    ...(nearest === undefined ? {} : { remedy: `did you mean '${nearest}'?` }),
  });
}

async function answer(
  context: Context,
  session: Session,
  data: WireData,
  options: WireOptions,
): Promise<void> {
  const { drawWire, wireFinding, wireTable, WIRE_COLUMNS } = await import('../../picture/index.ts');
  const { model } = session;
  const { output, seed, from } = options;
  const caption = `${model.title}: one run of the model, seed ${String(seed)}, from ${from}`;
  const svg = drawWire(data, { caption });
  if (output !== undefined) {
    const file = openForWriting(output, '--output');
    writeSync(file, svg);
    closeSync(file);
  }
  const rows = wireTable(data);
  const finding = wireFinding(data);
  if (options.json === true) {
    context.print(
      JSON.stringify({
        schema: 'khasan.wire/1',
        scenario: model.id,
        scenarioHash: model.hash,
        version: context.version,
        seed,
        from,
        settings: session.settings,
        start: timeOfTick(model, data.fromTick),
        end: timeOfTick(model, data.toTick),
        finding,
        rows,
        ...(output === undefined ? { svg } : { output }),
      }),
    );
  } else if (options.table === true) {
    context.print(`${caption}\n${finding}\nTimes are on the Japanese clock (UTC+9).\n`);
    context.print(tableOf(context, rows, WIRE_COLUMNS));
  } else if (output === undefined) context.print(svg.trimEnd());
  else context.say(`${output}: ${finding}`);
}

function tableOf(
  { screen }: Context,
  rows: readonly WireTableRow[],
  columns: readonly (keyof WireTableRow)[],
): string {
  const heads = columns.map((title) => ({ title, align: 'left' as const }));
  return formatTable(
    screen,
    heads,
    rows.map((row) => columns.map((column) => row[column])),
  );
}
