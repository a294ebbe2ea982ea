import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../server/index.ts';
import type { Context } from './context.ts';
import { EXIT, mistake } from './errors.ts';
import { SITE_FOLDER } from './site-data.ts';

/** Year of the affair; free on most machines. */
export const PORT_DEFAULT = 1938;

/**
 * Serves the explorer to this machine until it is interrupted.
 * @throws a mistake when there is no built site or the port cannot be had.
 */
export async function serveSite(
  context: Context,
  { port, open }: { readonly port: number; readonly open: boolean },
): Promise<void> {
  if (!existsSync(join(SITE_FOLDER, 'index.html'))) {
    throw mistake({
      found: 'the explorer has not been built',
      remedy: 'build it with: npm run build',
      exitCode: EXIT.no,
    });
  }
  const server = await startServer({ folder: SITE_FOLDER, port }).catch((error: unknown) => {
    const code = (error as { code?: unknown }).code;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    throw mistake({
      found: `the port ${String(port)} ${code === 'EACCES' ? 'is not ours to take' : 'is in use'}`,
      where: '--port',
      remedy: `take another one: --port ${String(port === 0 ? PORT_DEFAULT : port + 1)}, or any free one: --port 0`,
    });
  });
  context.print(`The explorer: ${server.address}`);
  context.say('It is served to this machine alone. Ctrl+C ends it.');
  if (open) openBrowser(server.address);
  await interrupted();
  await server.close();
}

/** Resolves at the first signal to end. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    const onSignal = (): void => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
      resolve();
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}

/** Hands an address to the system's browser; where there is none, the printed address must do. */
function openBrowser(address: string): void {
  const [command, words] =
    process.platform === 'darwin'
      ? ['open', [address]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', address]]
        : ['xdg-open', [address]];
  const child = spawn(command, words, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
