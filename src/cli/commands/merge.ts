import { join } from 'node:path';
import type { Command } from 'commander';
import {
  closeRowLog,
  finishFolder,
  mergeRows,
  openFolder,
  readShard,
  type ShardNote,
} from '../../experiment/index.ts';
import type { Context } from '../context.ts';
import { EXIT, mistake } from '../errors.ts';
import { describeResults } from '../experiment-answer.ts';
import { openExperiment } from '../experiment-session.ts';
import { makeFolder } from '../results-folder.ts';

/** `khasan merge`: the parts of an experiment that several machines ran, as if one had. */
export function addMerge(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  program
    .command('merge')
    .description(
      'put the parts of an experiment together, byte for byte as if one machine had run it',
    )
    .argument('<folder...>', 'folders that khasan experiment --shard filled')
    .requiredOption('--out <folder>', 'where the whole goes')
    .action((folders: string[], options: { readonly out: string }) => {
      finish(merge(context, folders, options.out));
    });
}

function merge(context: Context, folders: readonly string[], out: string): number {
  const parts = folders.map((folder) => {
    const part = readShard(folder);
    if (part !== null) return part;
    throw mistake({
      found: `'${folder}' holds no part of an experiment`,
      wanted: 'folders that khasan experiment --shard i/N --out FOLDER filled',
    });
  });
  const [first] = parts;
  if (first === undefined) throw new Error('invariant broken: no folder to merge');
  checkAlike(folders, parts);
  const file = { path: join(folders[0]!, 'experiment.yaml'), text: first.text };
  const session = openExperiment(context, file, first.note.runs);
  makeFolder(out);
  const opened = openFolder(out, session.source, session.text, false);
  if ('why' in opened) {
    throw mistake({
      found: `the folder '${out}' holds runs already`,
      where: '--out',
      remedy: 'name an empty folder',
    });
  }
  try {
    const { strangers, missing } = mergeRows(opened.log, folders, session.source);
    if (strangers.length > 0) {
      throw mistake({
        found: `the runs in ${strangers.join(', ')} are of another question, scenario or version`,
        remedy: 'run that part again with this version',
        exitCode: EXIT.no,
      });
    }
    if (missing > 0)
      throw incomplete(
        missing,
        parts.map(({ note }) => note),
      );
    const conducted = { runs: session.experiment.runs, ending: 'runs' } as const;
    const { model } = session.scenario;
    const { results } = finishFolder(out, { ...session.source, ...opened, model, conducted });
    context.print(describeResults(context, session, results));
    context.say(`Written: ${out}`);
    return results.failed === 0 ? EXIT.ok : EXIT.fault;
  } finally {
    closeRowLog(opened.log);
    opened.lock.release();
  }
}

function checkAlike(
  folders: readonly string[],
  parts: readonly { readonly note: ShardNote; readonly text: string }[],
): void {
  const first = parts[0]!;
  for (const [index, { note, text }] of parts.entries()) {
    if (note.runs === first.note.runs && text === first.text) continue;
    throw mistake({
      found: `'${folders[index]!}' is a part of another experiment than '${folders[0]!}'`,
      wanted: 'parts of the same file with the same --runs',
      exitCode: EXIT.no,
    });
  }
}

function incomplete(missing: number, notes: readonly ShardNote[]): Error {
  const have = notes.map(({ index, of }) => `${String(index)}/${String(of)}`).join(', ');
  return mistake({
    found: `${String(missing)} runs are in none of the parts (${have})`,
    remedy: 'add the missing parts, or end those that were interrupted with --resume',
    exitCode: EXIT.no,
  });
}
