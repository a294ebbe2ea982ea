import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashText } from '../engine/index.ts';

/**
 * What the command line answers to the shell. `no`: the question was understood and the answer is no
 * (an invalid scenario, a check that fails). `interrupted` is the shell's own code for SIGINT.
 */
export const EXIT = { ok: 0, no: 1, usage: 2, fault: 3, interrupted: 130 } as const;

/** What a person needs in order to put a mistake right, in the order in which it is printed. */
export interface MistakeParts {
  /** What was found, as a sentence without a full stop: `there is no scenario 'khasan-1983'`. */
  readonly found: string;
  /** What would have been right. */
  readonly wanted?: string;
  /** File, line or option. */
  readonly where?: string;
  /** What to do about it. */
  readonly remedy?: string;
  readonly exitCode?: number;
}

/** An error that is the user's: printed as its message alone, never with a stack trace. */
export interface Mistake extends Error {
  readonly name: 'KhasanMistake';
  readonly exitCode: number;
}

/** Makes the error to throw when the user's input is at fault. Default exit code: wrong use. */
export function mistake(parts: MistakeParts): Mistake {
  const lines = [parts.found];
  if (parts.wanted !== undefined) lines.push(`  wanted: ${parts.wanted}`);
  if (parts.where !== undefined) lines.push(`  where:  ${parts.where}`);
  if (parts.remedy !== undefined) lines.push(`  do:     ${parts.remedy}`);
  const error = new Error(lines.join('\n'));
  const exitCode = parts.exitCode ?? EXIT.usage;
  return Object.assign(error, { name: 'KhasanMistake' as const, exitCode });
}

export function isMistake(error: unknown): error is Mistake {
  return error instanceof Error && error.name === 'KhasanMistake';
}

/** What broke, for the file that lets us repeat it. */
export interface Fault {
  readonly version: string;
  /** Command lines that show the fault, the shortest first. */
  readonly replay: readonly string[];
  readonly message: string;
  readonly stack: string;
}

/**
 * Writes the file that repeats a fault of ours, to the working folder or, where that cannot be
 * written, to the system's folder for passing files. The name follows from the fault, so repeating it
 * does not fill the disk.
 * @returns where the file is, or null where no folder could be written.
 */
export function writeFaultFile(fault: Fault, folders = [process.cwd(), tmpdir()]): string | null {
  const platform = `${process.platform} ${process.arch}, Node ${process.versions.node}`;
  const text = `${JSON.stringify({ schema: 'khasan.fault/1', platform, ...fault }, null, 2)}\n`;
  const name = `khasan-fault-${hashText(fault.replay.join('\n') + fault.message)}.json`;
  for (const folder of folders) {
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    } catch {
      // The next folder may do; the fault itself is reported in any case.
    }
  }
  return null;
}

/** Sentences for the screen about a fault of ours. */
export function describeFault(fault: Fault, file: string | null): string {
  const lines = [
    `khasan: this is a fault in Khasan, not in what you asked: ${fault.message}`,
    ...(fault.replay[0] === undefined ? [] : [`It comes again with: ${fault.replay[0]}`]),
    file === null
      ? 'No file could be written about it; please send the lines above.'
      : `Please send the file ${file}; it holds all that is needed to repeat it.`,
  ];
  return lines.join('\n');
}
