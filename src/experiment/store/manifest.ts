import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { renameSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Ending } from '../conduct.ts';
import type { Experiment } from '../format/experiment.ts';
import type { Plan } from '../plan.ts';
import { engineHash, sha256 } from './engine-hash.ts';

/** The certificate of a folder of results: all that somebody else needs in order to get the same bytes. */
export interface Manifest {
  readonly schema: 'khasan.manifest/1';
  readonly experiment: { readonly id: string; readonly title: string; readonly sha256: string };
  /** Version of the program, and hash of the code that makes a run. */
  readonly version: string;
  readonly engineHash: string;
  /** Scenario without any setting. */
  readonly scenario: { readonly name: string; readonly hash: string };
  readonly start: string;
  readonly fork: Experiment['fork'];
  readonly keepTruce: boolean;
  /** First tick that no run plays; `null`: the end of the scenario. */
  readonly endTick: number | null;
  readonly settings: readonly string[];
  readonly design: Experiment['design'];
  readonly luck: Experiment['luck'];
  /** Seed of run 0 of each variant; run k has this plus k. */
  readonly variants: readonly {
    readonly id: string;
    readonly seed: number;
    readonly settings: readonly string[];
  }[];
  readonly measures: readonly string[];
  /** Runs of each variant, of all together, and how many broke. */
  readonly runs: number;
  readonly runsInAll: number;
  readonly failed: number;
  readonly ending: Ending;
  /** SHA-256 of each file of the folder that does not change when it is made again. */
  readonly files: Readonly<Record<string, string>>;
}

export const RESULT_FILES = [
  'runs.csv',
  'runs.parquet',
  'results.json',
  'report.html',
  'answer.md',
  'experiment.yaml',
] as const;

export interface ManifestSource {
  readonly experiment: Experiment;
  readonly plan: Plan;
  readonly version: string;
  readonly scenarioHash: string;
  readonly measureIds: readonly string[];
}

/**
 * Hash of all that a row depends on, so that rows are never mixed with those of another question. Not in it are
 * the number of runs, what is reported of them, and when to stop: these can be changed, and the rows stay good.
 */
export function rowsKey({
  experiment,
  plan,
  version,
  scenarioHash,
  measureIds,
}: ManifestSource): string {
  const { start, fork, keepTruce, endTick } = experiment;
  const { settings } = plan;
  const variants = plan.variants.map(({ id, seed, settings: own }) => [id, seed, own]);
  const parts = {
    version,
    engine: engineHash(),
    scenarioHash,
    start,
    fork,
    keepTruce,
    endTick,
    settings,
  };
  return sha256(JSON.stringify({ ...parts, variants, measureIds }));
}

/** Makes the certificate of a folder in which every other file has been written. */
export function makeManifest(
  folder: string,
  source: ManifestSource,
  outcome: { readonly runs: number; readonly failed: number; readonly ending: Ending },
): Manifest {
  const { experiment, plan, version, scenarioHash, measureIds } = source;
  const text = readFileSync(join(folder, 'experiment.yaml'));
  return {
    schema: 'khasan.manifest/1',
    experiment: { id: experiment.id, title: experiment.title, sha256: sha256(text) },
    version,
    engineHash: engineHash(),
    scenario: { name: plan.scenario, hash: scenarioHash },
    start: experiment.start,
    fork: experiment.fork,
    keepTruce: experiment.keepTruce,
    endTick: experiment.endTick,
    settings: plan.settings,
    design: experiment.design,
    luck: experiment.luck,
    variants: plan.variants.map(({ id, seed, settings }) => ({
      id,
      seed,
      settings: settings ?? [],
    })),
    measures: measureIds,
    ...outcome,
    runsInAll: outcome.runs * plan.variants.length,
    files: hashesOf(folder),
  };
}

/** SHA-256 of the files of a folder by name; those that are not there are left out. */
export function hashesOf(folder: string): Record<string, string> {
  const hashes: Record<string, string> = {};
  for (const name of RESULT_FILES) {
    const path = join(folder, name);
    if (existsSync(path)) hashes[name] = hashOfFile(path);
  }
  return hashes;
}

/** SHA-256 of a file of any length. */
function hashOfFile(path: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(1 << 16);
  const file = openSync(path, 'r');
  for (;;) {
    const bytes = readSync(file, chunk, 0, chunk.length, null);
    if (bytes === 0) break;
    hash.update(chunk.subarray(0, bytes));
  }
  closeSync(file);
  return hash.digest('hex');
}

/** Reads the certificate of a folder; `null` where there is none that this program understands. */
export function readManifest(folder: string): Manifest | null {
  try {
    const value = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    // The file is whatever lies there; only its schema makes it a certificate.
    return (value.schema as string) === 'khasan.manifest/1' ? value : null;
  } catch {
    return null;
  }
}

/** Writes a text so that a reader never sees half of it. */
export function writeWhole(path: string, text: string | Uint8Array): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}
