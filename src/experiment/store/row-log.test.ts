import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CompactResult } from '../ledger.ts';
import { appendRows, closeRowLog, openRowLog, readRow, type RowLog } from './row-log.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'khasan-rows-'));
  path = join(folder, 'rows.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

const row = (job: number): CompactResult => [
  job,
  `hash ${job}`,
  5,
  9,
  1.5,
  [job / 3, null, 'höhe'],
];
const open = (jobs = 10, key = 'k'): RowLog => openRowLog(path, key, jobs)!;
const write = (rows: readonly CompactResult[]): void => {
  const log = open();
  appendRows(log, rows);
  closeRowLog(log);
};
const jobsIn = (log: RowLog): number[] =>
  Array.from(log.starts, (start, job) => (start < 0 ? -1 : job)).filter((job) => job >= 0);

describe('a log of rows', () => {
  it('gives back what was put in, without its times, whoever opened it last', () => {
    write([row(3), [0, 'the ford was deep', 'stack']]);
    const log = open();
    appendRows(log, [row(1)]);
    expect(jobsIn(log)).toEqual([0, 1, 3]);
    expect([log.done, log.failed]).toEqual([3, 1]);
    expect(readRow(log, 3)).toEqual([3, 'hash 3', 5, 9, 0, [1, null, 'höhe']]);
    expect(readRow(log, 0)).toEqual([0, 'the ford was deep', 'stack']);
    expect(readRow(log, 2)).toBeUndefined();
    closeRowLog(log);
  });

  it('counts a run once, within a process and across two', () => {
    write([row(1), row(1)]);
    const before = readFileSync(path, 'utf8');
    write([row(1)]);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('loses the torn line of a killed process, and nothing else', () => {
    write([row(1), row(2), row(3)]);
    const whole = readFileSync(path).length;
    for (const torn of [1, 2, 20, 40]) {
      truncateSync(path, whole - torn);
      const log = open();
      expect(jobsIn(log)).toEqual([1, 2]);
      appendRows(log, [row(3)]);
      closeRowLog(log);
      expect(readFileSync(path).length).toBe(whole);
    }
  });

  it('does not believe a line that was changed, nor what follows it', () => {
    write([row(1), row(2), row(3)]);
    writeFileSync(path, readFileSync(path, 'utf8').replace('hash 2', 'hash 9'));
    const log = open();
    expect(jobsIn(log)).toEqual([1]);
    closeRowLog(log);
  });

  it('survives a head that was torn, and noise at the end', () => {
    write([]);
    truncateSync(path, 12);
    write([row(4)]);
    appendFileSync(path, 'noise without an end');
    const log = open();
    expect(jobsIn(log)).toEqual([4]);
    closeRowLog(log);
  });

  it('is not gone on with by another experiment', () => {
    write([row(1)]);
    const before = readFileSync(path, 'utf8');
    expect(openRowLog(path, 'other', 10)).toBeNull();
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('keeps rows beyond the end of a shorter plan', () => {
    write([row(1), row(8)]);
    const short = open(5);
    expect(jobsIn(short)).toEqual([1]);
    appendRows(short, [row(0)]);
    closeRowLog(short);
    const long = open(10);
    expect(jobsIn(long)).toEqual([0, 1, 8]);
    closeRowLog(long);
  });

  it('is read across the edges of the chunks it is read in', () => {
    write(Array.from({ length: 10 }, (_, job) => [job, 'x'.repeat(20_000), 1, 1, 0, []]));
    const log = open();
    expect(log.done).toBe(10);
    expect(readRow(log, 7)?.[1]).toHaveLength(20_000);
    closeRowLog(log);
  });
});
