import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync } from 'node:fs';
import { openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { CompactResult } from '../ledger.ts';

/** What a log belongs to; a log of another experiment is never gone on with. */
export interface LogHead {
  readonly schema: 'khasan.rows/1';
  /** Hash of all that the rows depend on. */
  readonly key: string;
}

/**
 * Rows of an experiment on disk, in the order in which they were finished: a line each, with a checksum. Memory
 * holds twelve bytes a run, where its line begins and how long it is.
 */
export interface RowLog {
  readonly file: number;
  /** Where the line of each job begins, −1 without a row. */
  readonly starts: Float64Array;
  readonly lengths: Uint32Array;
  end: number;
  syncedAt: number;
  /** Jobs with a row, and how many of these broke. */
  done: number;
  failed: number;
}

/** Rows older than this are safe even when the machine loses its power. */
const SYNC_MILLISECONDS = 1000;
const CHUNK_BYTES = 1 << 16;
const NEWLINE = 10;
/** Length of a checksum and the space behind it. */
const SUM_LENGTH = 9;

/**
 * Opens the log of a folder, or begins it. A last line that was torn when the process or the machine died is cut
 * off, and so is everything from the first line that does not agree with its checksum: those runs are done again.
 * @param jobs number of jobs; rows of later ones are left where they are and not looked at.
 * @returns `null` when the file belongs to something else.
 */
export function openRowLog(path: string, key: string, jobs: number): RowLog | null {
  const isNew = !existsSync(path);
  const log: RowLog = {
    file: openSync(path, isNew ? 'w+' : 'r+'),
    starts: new Float64Array(jobs).fill(-1),
    lengths: new Uint32Array(jobs),
    end: 0,
    syncedAt: performance.now(),
    done: 0,
    failed: 0,
  };
  let head: unknown;
  const end = eachLine(log.file, (content, start, length) => {
    if (start === 0) head = content;
    else index(log, content as CompactResult, start, length);
    return head !== undefined && isHeadOf(head, key);
  });
  if (head !== undefined && !isHeadOf(head, key)) {
    closeSync(log.file);
    return null;
  }
  ftruncateSync(log.file, end);
  log.end = end;
  if (end === 0) {
    const line = lineOf({ schema: 'khasan.rows/1', key } satisfies LogHead);
    writeSync(log.file, line, null, 'utf8');
    log.end = Buffer.byteLength(line);
    fsyncSync(log.file);
  }
  return log;
}

function isHeadOf(head: unknown, key: string): boolean {
  const given = head as Partial<LogHead>;
  return given.schema === 'khasan.rows/1' && given.key === key;
}

/** Notes where the row of a job is. A job that has two rows keeps the first. */
function index(log: RowLog, row: CompactResult, start: number, length: number): boolean {
  const job = row[0];
  if (job >= log.starts.length || log.starts[job] !== -1) return false;
  log.starts[job] = start;
  log.lengths[job] = length;
  log.done++;
  if (row.length === 3) log.failed++;
  return true;
}

function lineOf(content: unknown): string {
  const text = JSON.stringify(content);
  return `${crc32(text).toString(16).padStart(8, '0')} ${text}\n`;
}

/** What a line says, or `undefined` where it is damaged. */
function contentOf(line: string): unknown {
  const text = line.slice(SUM_LENGTH);
  if (line.slice(0, SUM_LENGTH) !== `${crc32(text).toString(16).padStart(8, '0')} `) {
    return undefined;
  }
  return JSON.parse(text) as unknown;
}

/**
 * Reads whole lines from the start until one is damaged or `take` says false.
 * @returns the byte behind the last whole line.
 */
function eachLine(
  file: number,
  take: (content: unknown, start: number, length: number) => boolean,
): number {
  const size = fstatSync(file).size;
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let rest = Buffer.alloc(0);
  let start = 0;
  for (let at = 0; at < size;) {
    const bytes = readSync(file, chunk, 0, CHUNK_BYTES, at);
    if (bytes === 0) break;
    at += bytes;
    rest = Buffer.concat([rest, chunk.subarray(0, bytes)]);
    let from = 0;
    for (;;) {
      const newline = rest.indexOf(NEWLINE, from);
      if (newline < 0) break;
      const content = contentOf(rest.toString('utf8', from, newline));
      if (content === undefined) return start;
      if (!take(content, start, newline - from)) return start;
      start += newline + 1 - from;
      from = newline + 1;
    }
    rest = Buffer.from(rest.subarray(from));
  }
  return start;
}

/** Writes rows behind the others. What time they took is left out: it would never be the same twice. */
export function appendRows(log: RowLog, results: readonly CompactResult[]): void {
  let text = '';
  let end = log.end;
  for (const result of results) {
    const row = timeless(result);
    const line = lineOf(row);
    const bytes = Buffer.byteLength(line);
    if (!index(log, row, end, bytes - 1)) continue;
    text += line;
    end += bytes;
  }
  if (text === '') return;
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(log.file, bytes, written, bytes.length - written, log.end + written);
  }
  log.end = end;
  if (performance.now() - log.syncedAt > SYNC_MILLISECONDS) syncRows(log);
}

function timeless(result: CompactResult): CompactResult {
  if (result.length === 3) return result;
  const [job, hash, events, endTick, , values] = result;
  return [job, hash, events, endTick, 0, values];
}

/** Waits until all rows written so far are on the disk. */
export function syncRows(log: RowLog): void {
  fsyncSync(log.file);
  log.syncedAt = performance.now();
}

/** Row of a job, `undefined` where there is none. */
export function readRow(log: RowLog, job: number): CompactResult | undefined {
  const start = log.starts[job] ?? -1;
  if (start < 0) return undefined;
  const bytes = Buffer.alloc(log.lengths[job]!);
  readSync(log.file, bytes, 0, bytes.length, start);
  const content = contentOf(bytes.toString('utf8'));
  if (content === undefined) throw new Error(`the row of run ${job} changed while it was read`);
  return content as CompactResult;
}

export function closeRowLog(log: RowLog): void {
  syncRows(log);
  closeSync(log.file);
}
