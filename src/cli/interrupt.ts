import { EXIT } from './errors.ts';

/** Listens for the user's wish to stop while a batch runs. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** Gives the signals back to the shell's own ways. */
  readonly release: () => void;
}

/**
 * The first SIGINT or SIGTERM ends the batch and keeps what is done; the second ends the program.
 * @param say called once, with a sentence for the user, at the first signal.
 */
export function catchInterrupt(say: (text: string) => void): Interrupt {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
    say('Stopping after the runs under way; what is done is kept. Once more ends it at once.');
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
