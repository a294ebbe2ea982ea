import { main } from '../../dist/cli/index.js';

/** What a command answered: its exit code, and what it printed on either stream. */
export interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of the built program without a process of its own, as on a screen that is no terminal. */
export async function khasan(...words: string[]): Promise<Answer> {
  let out = '';
  let err = '';
  const code = await main(words, {
    screen: { isTerminal: false, colour: false, columns: 120 },
    print: (text) => (out += `${text}\n`),
    say: (text) => (err += `${text}\n`),
  });
  return { code, out, err };
}
