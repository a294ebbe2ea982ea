import {
  conduct,
  defaultWorkers,
  missingRuns,
  openFolder,
  type Conducted,
  type FolderRefusal,
  type OpenFolder,
  type Shard,
} from '../experiment/index.ts';
import type { Context } from './context.ts';
import { mistake } from './errors.ts';
import type { ExperimentSession } from './experiment-session.ts';
import { catchInterrupt } from './interrupt.ts';
import { openProgress } from './progress.ts';
import { makeFolder } from './results-folder.ts';

/** Opens the folder of an experiment for work. @throws a mistake where it cannot be worked on. */
export function openResults(
  folder: string,
  session: ExperimentSession,
  resume: boolean,
): OpenFolder {
  makeFolder(folder);
  const opened = openFolder(folder, session.source, session.text, resume);
  if ('why' in opened) throw folderMistake(folder, opened);
  return opened;
}

/** What the conduct of an experiment takes from the command line. */
export interface ConductWishes {
  readonly workers?: number;
  readonly shard?: Shard;
  /** First words of the bar. */
  readonly label: string;
}

/** Runs what a folder misses, with a bar and the time left, and hears an interrupt. */
export async function conductWithBar(
  context: Context,
  session: ExperimentSession,
  { log }: OpenFolder,
  options: ConductWishes,
): Promise<Conducted> {
  const shard = options.shard ?? null;
  const jobs = session.experiment.runs * session.made.plan.variants.length;
  const missing = missingRuns(log, jobs, shard).length;
  const bar = openProgress(options.label, log.done + missing);
  const interrupt = catchInterrupt((text) => {
    bar.close();
    context.say(text);
  });
  try {
    return await conduct(session.experiment, session.made, log, {
      workers: Math.min(options.workers ?? defaultWorkers(missing), Math.max(1, missing)),
      shard,
      files: session.files,
      knockouts: session.knockouts,
      signal: interrupt.signal,
      onProgress: bar.show,
    });
  } finally {
    interrupt.release();
    bar.close();
  }
}

function folderMistake(folder: string, refusal: FolderRefusal): Error {
  const where = '--out';
  if (refusal.why === 'in-use') {
    return mistake({
      found: `process ${String(refusal.pid)} is working on the folder '${folder}'`,
      where,
      remedy: `wait for it, or name another folder; if it is no Khasan, delete ${folder}/in-use`,
    });
  }
  if (refusal.why === 'has-rows') {
    return mistake({
      found: `the folder '${folder}' holds runs already`,
      where,
      remedy: 'add --resume to go on with them, or name another folder',
    });
  }
  return mistake({
    found: `the runs in '${folder}' are of another question, scenario or version`,
    where,
    remedy: 'name another folder; runs are never mixed',
  });
}
