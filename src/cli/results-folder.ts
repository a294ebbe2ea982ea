import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '../engine/index.ts';
import type { Batch, Row } from '../experiment/index.ts';
import { csvCell } from '../record/index.ts';
import { timeOfTick } from './clock.ts';
import { mistake } from './errors.ts';

/** Makes a folder for results. @throws a mistake when that cannot be done. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw mistake({
      found: `the folder '${path}' cannot be made: ${error instanceof Error ? error.message : ''}`,
      wanted: 'a folder that can be written to',
      where: '--out',
    });
  }
}

/** `runs.csv`: a head of names, then a row for each run, measures in the order of the batch. */
export function formatRuns(model: Model, batch: Batch): string {
  const head = ['variant', 'run', 'seed', 'hash', 'end', 'events', ...batch.measureIds];
  const lines = [head.map(csvCell).join(',')];
  for (const { id, rows } of batch.variants) {
    for (const row of rows) lines.push(formatRow(model, id, row));
  }
  return `${lines.join('\n')}\n`;
}

function formatRow(model: Model, variant: string, row: Row): string {
  const end = timeOfTick(model, row.endTick);
  const { run, seed, hash, events, values } = row;
  return [variant, run, seed, hash, end, events, ...values].map(csvCell).join(',');
}

/** Writes the rows and their summary. A reader never sees half a file. */
export function writeResults(
  folder: string,
  model: Model,
  batch: Batch,
  summary: Readonly<Record<string, unknown>>,
): void {
  writeWhole(join(folder, 'runs.csv'), formatRuns(model, batch));
  writeWhole(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
}

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}
