import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import {
  defaultWorkers,
  readManifest,
  sampleOfRuns,
  verifyFiles,
  verifyOrigin,
  verifyRuns,
  type Disagreement,
} from '../../experiment/index.ts';
import type { Context } from '../context.ts';
import { EXIT, mistake } from '../errors.ts';
import { openExperiment, readExperimentFile } from '../experiment-session.ts';
import { parseRuns, parseSeed, parseWorkers } from '../options.ts';

interface VerifyOptions {
  readonly runs: number;
  readonly seed: number;
  readonly workers?: number;
}

const RUNS_DEFAULT = 10;

/** `khasan verify`: does a folder of results still come out as its certificate says? */
export function addVerify(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  program
    .command('verify')
    .description('play a sample of the runs of a folder again and compare every value')
    .argument('<folder>', 'folder that khasan experiment filled')
    .option('--runs <number>', 'how many runs to play again', parseRuns, RUNS_DEFAULT)
    .option('--seed <number>', 'which runs: another seed takes other ones', parseSeed, 1)
    .option('--workers <number>', 'threads; default: as many as processors', parseWorkers)
    .action(async (folder: string, options: VerifyOptions) => {
      finish(await verify(context, folder, options));
    });
}

async function verify(context: Context, folder: string, options: VerifyOptions): Promise<number> {
  const manifest = readManifest(folder);
  const path = join(folder, 'experiment.yaml');
  if (manifest === null || !existsSync(path)) {
    throw mistake({
      found: `'${folder}' has no certificate`,
      wanted:
        'a folder that khasan experiment has finished, with manifest.json and experiment.yaml',
    });
  }
  const files = verifyFiles(folder, manifest);
  const session = openExperiment(context, readExperimentFile(path), manifest.runs);
  const origin = verifyOrigin(manifest, context.version, session.scenario.model);
  const sample = sampleOfRuns(manifest.runsInAll, options.runs, options.seed);
  const { model } = session.scenario;
  const { measureIds } = session.source;
  const source = { experiment: session.experiment, made: session.made, model, measureIds };
  const runs = await verifyRuns(folder, source, sample, {
    workers: Math.min(options.workers ?? defaultWorkers(sample.length), sample.length),
    own: { files: session.files, knockouts: session.knockouts },
  });
  context.print(describe(folder, sample.length, { files, origin, runs }));
  return files.length + runs.length === 0 ? EXIT.ok : EXIT.no;
}

interface Found {
  readonly files: readonly Disagreement[];
  readonly origin: readonly Disagreement[];
  readonly runs: readonly Disagreement[];
}

function describe(folder: string, played: number, { files, origin, runs }: Found): string {
  const lines: string[] = [];
  for (const { what, found, wanted } of [...files, ...origin, ...runs]) {
    lines.push(`  ${what}: ${found}`, `    certified: ${wanted}`);
  }
  const same = played - runs.length;
  lines.push(`${folder}: ${String(same)} of ${String(played)} runs came out the same again.`);
  if (files.length > 0) lines.push('Files were changed after they had been certified.');
  if (origin.length > 0) {
    lines.push(
      'The program or the scenario is not the certified one; other runs would be no wonder.',
    );
  }
  return lines.join('\n');
}
