import { Option, type Command } from 'commander';
import type { Plan, Variant } from '../experiment/index.ts';
import { collect, parseRuns, parseSeed, parseWorkers } from './options.ts';
import type { Session } from './session.ts';

/** Options that say how a run begins; the same in every command that runs something. */
export interface SetupOptions {
  readonly seed: number;
  readonly set: readonly string[];
  readonly keepTruce?: boolean;
}

/** Options of commands that run many times. */
export interface BatchOptions extends SetupOptions {
  readonly runs: number;
  readonly workers?: number;
  readonly json?: boolean;
}

/** `--seed` and `--set`. */
export function addSetupOptions(command: Command): Command {
  return command
    .option('--seed <number>', 'seed of the (first) run', parseSeed, 1)
    .addOption(settingOption());
}

/** `--set`, which may be given several times. */
export function settingOption(): Option {
  const flags = '--set <setting>';
  const words = 'param:ID=VALUE, reading:ID=VALUE or scenario:PATH=VALUE; may be repeated';
  return new Option(flags, words).argParser(collect).default([], 'none');
}

/** `--from` and `--keep-truce`, for commands that take one start. */
export function addStartOptions(command: Command): Command {
  return command
    .option('--from <start>', 'free, or an anchor of the scenario', 'free')
    .option('--keep-truce', 'from an anchor: give the recorded hour of the truce from outside');
}

/** `--runs` and `--workers`, with the options of a setup. */
export function addBatchOptions(command: Command, runs: number): Command {
  return addSetupOptions(command)
    .option('--runs <number>', 'how many runs; run k has the seed plus k', parseRuns, runs)
    .option('--workers <number>', 'threads; default: as many as processors', parseWorkers);
}

/** The variant that runs a session from one of its starts. */
export function variantOf(session: Session, options: BatchOptions, from: string): Variant {
  const keepTruce = options.keepTruce === true && from !== 'free' ? { keepTruce: true } : {};
  const setup = { ...session.changes, from, ...keepTruce };
  return { id: from, setup, seed: options.seed, runs: options.runs };
}

/** The plan of a batch over some starts of a session. */
export function planOf(session: Session, variants: readonly Variant[]): Plan {
  return { scenario: session.folder.name, settings: session.settings, variants };
}
