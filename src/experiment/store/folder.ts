import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '../../engine/index.ts';
import { analyse, type Results } from '../analysis/results.ts';
import { readSample } from '../analysis/sample.ts';
import type { Conducted, Shard } from '../conduct.ts';
import { isFailure } from '../ledger.ts';
import { jobAt, replayCommand } from '../plan.ts';
import { answerPage } from '../report/answer.ts';
import { reportPage } from '../report/page.ts';
import { engineHash } from './engine-hash.ts';
import {
  makeManifest,
  rowsKey,
  writeWhole,
  type Manifest,
  type ManifestSource,
} from './manifest.ts';
import { lockFolder, type FolderLock } from './lock.ts';
import { openRowLog, readRow, type RowLog } from './row-log.ts';
import { writeTables } from './table.ts';

const LOG_NAME = 'rows.log';
const SHARD_NAME = 'shard.json';

/** A folder of results that is being worked on. */
export interface OpenFolder {
  readonly log: RowLog;
  readonly lock: FolderLock;
}

/** Why a folder cannot be worked on. */
export type FolderRefusal =
  | { readonly why: 'in-use'; readonly pid: number }
  /** It holds rows, and nobody said to go on with them. */
  | { readonly why: 'has-rows' }
  /** It holds rows of another question, or of another version of scenario or program. */
  | { readonly why: 'other-rows' };

/**
 * Opens a folder for an experiment, making it where it is not there.
 * @param text the experiment's file as it was written; it is kept beside the rows.
 */
export function openFolder(
  folder: string,
  source: ManifestSource,
  text: string,
  resume: boolean,
): OpenFolder | FolderRefusal {
  mkdirSync(folder, { recursive: true });
  const lock = lockFolder(folder);
  if (typeof lock === 'number') return { why: 'in-use', pid: lock };
  const path = join(folder, LOG_NAME);
  if (existsSync(path) && !resume) {
    lock.release();
    return { why: 'has-rows' };
  }
  const jobs = source.plan.variants.length * source.experiment.runs;
  const log = openRowLog(path, rowsKey(source), jobs);
  if (log === null) {
    lock.release();
    return { why: 'other-rows' };
  }
  writeWhole(join(folder, 'experiment.yaml'), text);
  return { log, lock };
}

/** Names that a finished folder has besides the rows; taken away while it is not finished. */
const FINISHED = [
  ...['manifest.json', 'report.html', 'answer.md', 'results.json'],
  ...['runs.csv', 'runs.parquet'],
];

/** Takes away what an earlier, shorter run of the experiment has left, so that nobody takes it for this one. */
export function unfinish(folder: string): void {
  for (const name of FINISHED) rmSync(join(folder, name), { force: true });
}

export interface Finish extends ManifestSource {
  /** Scenario without any setting. */
  readonly model: Model;
  readonly log: RowLog;
  readonly conducted: Conducted;
}

/** Writes everything that follows from the rows. The certificate comes last: where it is, all is there. */
export function finishFolder(
  folder: string,
  finish: Finish,
): { manifest: Manifest; results: Results } {
  const { experiment, plan, model, log, measureIds, version, conducted } = finish;
  const { runs, ending } = conducted;
  const jobs = runs * plan.variants.length;
  unfinish(folder);
  writeTables(folder, { experiment, plan, model, measureIds, log, jobs });
  const sample = readSample(log, experiment, measureIds, runs);
  const results = analyse(experiment, sample, ending);
  writeWhole(join(folder, 'results.json'), `${JSON.stringify(results, null, 1)}\n`);
  const page = { experiment, plan, model, version, engineHash: engineHash(), results, sample };
  writeWhole(join(folder, 'report.html'), reportPage(page));
  writeWhole(join(folder, 'answer.md'), answerPage(page));
  writeFailures(folder, finish, jobs);
  const manifest = makeManifest(folder, finish, { runs, failed: results.failed, ending });
  writeWhole(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  return { manifest, results };
}

/** A file for each run that broke, with the line that repeats it. */
function writeFailures(folder: string, { plan, log, version }: Finish, jobs: number): void {
  const path = join(folder, 'failures');
  rmSync(path, { recursive: true, force: true });
  if (log.failed === 0) return;
  for (let job = 0; job < jobs; job++) {
    const row = readRow(log, job);
    if (row === undefined || !isFailure(row)) continue;
    const [, message, stack] = row;
    const replay = [replayCommand(plan, jobAt(plan, job))];
    const fault = { schema: 'khasan.fault/1', version, run: job, replay, message, stack };
    mkdirSync(path, { recursive: true });
    const name = `run-${String(job).padStart(7, '0')}.json`;
    writeWhole(join(path, name), `${JSON.stringify(fault, null, 2)}\n`);
  }
}

/** What a folder with a part of an experiment says of itself. */
export interface ShardNote extends Shard {
  readonly schema: 'khasan.shard/1';
  /** Runs of each variant in the whole experiment. */
  readonly runs: number;
}

/** Notes that a folder holds a part. */
export function writeShardNote(folder: string, shard: Shard, runs: number): void {
  const note: ShardNote = { schema: 'khasan.shard/1', ...shard, runs };
  writeWhole(join(folder, SHARD_NAME), `${JSON.stringify(note)}\n`);
}

/** The part that a folder holds and the text of its experiment, or `null` where it holds none. */
export function readShard(folder: string): { note: ShardNote; text: string } | null {
  try {
    const note = JSON.parse(readFileSync(join(folder, SHARD_NAME), 'utf8')) as ShardNote;
    const text = readFileSync(join(folder, 'experiment.yaml'), 'utf8');
    return (note.schema as string) === 'khasan.shard/1' ? { note, text } : null;
  } catch {
    return null;
  }
}

/** The rows of a part, `null` where they belong to something else. */
export function openShardLog(folder: string, source: ManifestSource): RowLog | null {
  const jobs = source.plan.variants.length * source.experiment.runs;
  return openRowLog(join(folder, LOG_NAME), rowsKey(source), jobs);
}
