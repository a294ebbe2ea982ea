import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { formatTime, TICK_MINUTES, type Model } from '../../engine/index.ts';
import { csvCell } from '../../record/index.ts';
import type { Experiment } from '../format/experiment.ts';
import { isFailure, type CompactResult, type CompactRow } from '../ledger.ts';
import { jobAt, type Plan } from '../plan.ts';
import { cellOf, columnsOf, type Cell, type Column } from './columns.ts';
import { readRow, type RowLog } from './row-log.ts';

/** Rows of a group of the Parquet file: as many as are held in memory at once. */
const GROUP_ROWS = 1000;

/** Clock on which the end of a run is written, as the command line does: Japanese time. */
const CLOCK_MINUTES = 540;

export interface TableSource {
  readonly experiment: Experiment;
  readonly plan: Plan;
  readonly model: Model;
  readonly measureIds: readonly string[];
  readonly log: RowLog;
  /** Jobs of the table, from 0; each has a row. */
  readonly jobs: number;
}

/**
 * Writes `runs.csv` and `runs.parquet`: a row a run, by number of the run. Nothing in them depends on who ran
 * what where, or how long it took. A reader never sees half a file.
 */
export function writeTables(folder: string, source: TableSource): void {
  const columns = columnsOf(source.experiment.factors, source.measureIds);
  const csvPath = join(folder, 'runs.csv');
  const parquetPath = join(folder, 'runs.parquet');
  const csv = openSync(`${csvPath}.part`, 'w');
  const parquet = new ParquetWriter({
    writer: fileWriter(`${parquetPath}.part`),
    schema: schemaOf(columns),
    createdBy: 'khasan',
    kvMetadata: [{ key: 'experiment', value: source.experiment.id }],
  });
  writeSync(csv, `${columns.map(({ name }) => csvCell(name)).join(',')}\n`);
  for (let from = 0; from < source.jobs; from += GROUP_ROWS) {
    const rows = rowsOf(source, columns, from, Math.min(source.jobs, from + GROUP_ROWS));
    writeSync(csv, rows.map((row) => `${row.map(csvCell).join(',')}\n`).join(''));
    const columnData = columns.map(({ name }, at) => ({ name, data: rows.map((row) => row[at]!) }));
    void parquet.write({ columnData, rowGroupSize: GROUP_ROWS });
  }
  void parquet.finish();
  fsyncSync(csv);
  closeSync(csv);
  renameSync(`${csvPath}.part`, csvPath);
  renameSync(`${parquetPath}.part`, parquetPath);
}

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  const leaves = columns.map(({ name, type }): SchemaElement => {
    const nullable = { name, repetition_type: 'OPTIONAL' as const };
    if (type === 'STRING') return { ...nullable, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    return { ...nullable, type };
  });
  return [{ name: 'runs', num_children: leaves.length }, ...leaves];
}

function rowsOf(
  source: TableSource,
  columns: readonly Column[],
  from: number,
  to: number,
): Cell[][] {
  const rows: Cell[][] = [];
  for (let job = from; job < to; job++) {
    const result = readRow(source.log, job);
    if (result === undefined) throw new Error(`invariant broken: run ${job} has no row`);
    rows.push(rowOf(source, columns, result));
  }
  return rows;
}

/** The cells of a run, in the order of the columns. */
export function rowOf(
  source: Omit<TableSource, 'log' | 'jobs'>,
  columns: readonly Column[],
  result: CompactResult,
): Cell[] {
  const { experiment, plan, model } = source;
  const { variant, run, setup } = jobAt(plan, result[0]);
  const { id, levels } = experiment.variants[variant]!;
  const head = [result[0], id, run, setup.seed];
  const values = isFailure(result)
    ? [null, null, null, oneLine(result[1]), ...levels, ...source.measureIds.map(() => null)]
    : [...courseOf(model, result), null, ...levels, ...result[5]];
  return [...head, ...values].map((value, index) => cellOf(columns[index]!, value));
}

/** Hash, end and number of events; nothing where a run never came to the moment at which it was to fork. */
function courseOf(model: Model, [, hash, events, endTick]: CompactRow): Cell[] {
  return hash === '' ? [null, null, null] : [hash, timeAt(model, endTick), events];
}

/** A row is a line of the CSV, whatever a message looks like. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function timeAt(model: Model, tick: number): string {
  return formatTime(model.startMinutes + tick * TICK_MINUTES, CLOCK_MINUTES);
}
