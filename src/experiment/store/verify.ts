import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Model } from '../../engine/index.ts';
import type { ExperimentPlan } from '../experiment-plan.ts';
import { csvCell } from '../../record/index.ts';
import type { Experiment } from '../format/experiment.ts';
import type { CompactResult, JobBook } from '../ledger.ts';
import { runJobs, type RunJobsOptions } from '../replicate.ts';
import { drawOrder, LUCK_FOR } from '../statistics/luck.ts';
import { columnsOf } from './columns.ts';
import { engineHash } from './engine-hash.ts';
import { hashesOf, type Manifest } from './manifest.ts';
import { rowOf } from './table.ts';

/** One thing that does not agree with the certificate. */
export interface Disagreement {
  readonly what: string;
  readonly found: string;
  readonly wanted: string;
}

/** Files of a folder that are not what the certificate says. */
export function verifyFiles(folder: string, manifest: Manifest): Disagreement[] {
  const found = hashesOf(folder);
  return Object.entries(manifest.files)
    .filter(([name, wanted]) => found[name] !== wanted)
    .map(([name, wanted]) => ({ what: name, found: found[name] ?? 'no such file', wanted }));
}

/** Where scenario or program are not those of the certificate: then other hashes are no wonder. */
export function verifyOrigin(manifest: Manifest, version: string, model: Model): Disagreement[] {
  return [
    { what: 'version', found: version, wanted: manifest.version },
    { what: 'engine', found: engineHash(), wanted: manifest.engineHash },
    { what: 'scenario', found: model.hash, wanted: manifest.scenario.hash },
  ].filter(({ found, wanted }) => found !== wanted);
}

export interface VerifySource {
  readonly experiment: Experiment;
  readonly made: ExperimentPlan;
  /** Scenario without any setting. */
  readonly model: Model;
  readonly measureIds: readonly string[];
}

/** Which runs are played again: `count` of all, chosen by lot, the same ones every time. */
export function sampleOfRuns(runsInAll: number, count: number, seed: number): number[] {
  return drawOrder(seed, LUCK_FOR.sample, 0, runsInAll)
    .slice(0, count)
    .sort((a, b) => a - b);
}

/** Plays runs again and compares every cell of their rows with `runs.csv`. */
export async function verifyRuns(
  folder: string,
  source: VerifySource,
  runs: readonly number[],
  options: RunJobsOptions,
): Promise<Disagreement[]> {
  const { made, experiment, measureIds, model } = source;
  const results = await playAgain(made, runs, options);
  const columns = columnsOf(experiment.factors, measureIds);
  const table = { experiment, plan: made.plan, model, measureIds };
  const again = new Map(
    results.map((result) => {
      const cells = rowOf(table, columns, result).map(csvCell).join(',');
      return [result[0], { cells, hash: result[1] }];
    }),
  );
  const disagreements: Disagreement[] = [];
  let line = -1;
  for await (const text of createInterface({ input: createReadStream(join(folder, 'runs.csv')) })) {
    const row = again.get(line);
    if (line >= 0 && row !== undefined && row.cells !== text) {
      const wanted = text.split(',')[4] ?? '';
      disagreements.push({ what: `run ${String(line)}`, found: row.hash, wanted });
    }
    again.delete(line);
    line++;
  }
  for (const [run, { hash }] of again) {
    disagreements.push({ what: `run ${String(run)}`, found: hash, wanted: 'a row in runs.csv' });
  }
  return disagreements;
}

/** Plays some runs of a plan, whatever has been played before, and gives their rows by number. */
export async function playAgain(
  { plan, models }: ExperimentPlan,
  runs: readonly number[],
  options: RunJobsOptions,
): Promise<CompactResult[]> {
  const results = new Map<number, CompactResult>();
  const book: JobBook = {
    plan,
    missing: () => runs.filter((run) => !results.has(run)),
    enter: (rows) => {
      for (const row of rows) if (!results.has(row[0])) results.set(row[0], row);
    },
  };
  await runJobs(book, models, options);
  return runs.flatMap((run) => {
    const row = results.get(run);
    return row === undefined ? [] : [row];
  });
}
