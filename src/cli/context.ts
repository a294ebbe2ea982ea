import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screenOf, type Screen } from './terminal.ts';
import { PACKAGE_ROOT } from './scenario-folder.ts';

/** What every command is given besides its own options. */
export interface Context {
  readonly version: string;
  /** The words of the command line, for the file about a fault. */
  readonly argv: readonly string[];
  readonly screen: Screen;
  /** Writes to the standard output: the answer, and nothing else. */
  readonly print: (text: string) => void;
  /** Writes to the standard error: everything about how the answer came to be. */
  readonly say: (text: string) => void;
}

/** Where a call of the command line writes. */
export type Output = Pick<Context, 'screen' | 'print' | 'say'>;

/** The streams of this process. */
export function standardOutput(): Output {
  return {
    screen: screenOf(process.stdout),
    print: (text) => void process.stdout.write(`${text}\n`),
    say: (text) => void process.stderr.write(`${text}\n`),
  };
}

export function makeContext(argv: readonly string[], output: Output): Context {
  const packageFile = readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8');
  const { version } = JSON.parse(packageFile) as { version: string };
  return { version, argv, ...output };
}
