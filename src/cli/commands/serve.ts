import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { EXIT } from '../errors.ts';
import { parsePort } from '../options.ts';
import { PORT_DEFAULT, serveSite } from '../serving.ts';

interface ServeOptions {
  readonly port: number;
  readonly open?: boolean;
}

/** `khasan serve`: the explorer in the browser. */
export function addServe(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  program
    .command('serve')
    .description('the explorer: the map, the runs and the papers in a browser')
    .option('--port <number>', 'port on this machine, 0 for any free one', parsePort, PORT_DEFAULT)
    .option('--open', 'open it in the browser of the system')
    .action(async (options: ServeOptions) => {
      await serveSite(context, { port: options.port, open: options.open === true });
      finish(EXIT.ok);
    });
}
