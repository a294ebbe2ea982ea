import { appendRows, closeRowLog, readRow, type RowLog } from './row-log.ts';
import type { CompactResult } from '../ledger.ts';
import { missingRuns } from '../conduct.ts';
import { openShardLog } from './folder.ts';
import type { ManifestSource } from './manifest.ts';

const ROWS_AT_ONCE = 500;

/** What came of putting parts together. */
export interface Merged {
  /** Folders whose rows belong to another question, scenario or version. */
  readonly strangers: readonly string[];
  /** Runs that no part has. */
  readonly missing: number;
}

/** Copies the rows of parts into one log. A row that several parts have is taken once. */
export function mergeRows(
  into: RowLog,
  folders: readonly string[],
  source: ManifestSource,
): Merged {
  const strangers: string[] = [];
  for (const folder of folders) {
    const part = openShardLog(folder, source);
    if (part === null) {
      strangers.push(folder);
      continue;
    }
    copyRows(into, part);
    closeRowLog(part);
  }
  return { strangers, missing: missingRuns(into, into.starts.length, null).length };
}

function copyRows(into: RowLog, part: RowLog): void {
  let waiting: CompactResult[] = [];
  for (let job = 0; job < part.starts.length; job++) {
    if (part.starts[job] === -1 || into.starts[job] !== -1) continue;
    waiting.push(readRow(part, job)!);
    if (waiting.length < ROWS_AT_ONCE) continue;
    appendRows(into, waiting);
    waiting = [];
  }
  appendRows(into, waiting);
}
