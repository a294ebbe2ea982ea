import { problemAt, readCsv, type Finding, type Problem } from '../../scenario/index.ts';
import {
  NEEDED_COLUMNS,
  NUMBER_COLUMNS,
  RESULT_COLUMNS,
  WORD_COLUMNS,
  factsOf,
  type RowValues,
} from './columns.ts';
import type { BattleFacts, BattleResult } from './facts.ts';

/** A table of battles as read. */
export interface BattleTable {
  readonly battles: readonly BattleFacts[];
  /** In the order of `battles`; empty unless the results were asked for. */
  readonly results: readonly BattleResult[];
  /** All that is wrong with the file, in reading order. */
  readonly problems: readonly Problem[];
}

interface Row {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * Reads a table of battles. Columns may come in any order; those that no forecast uses are passed over
 * unread, unless the results are asked for.
 * @param path name of the file, for the problems.
 */
export function readBattles(text: string, path: string, withResults: boolean): BattleTable {
  const table = readCsv(text, path);
  const problems: Problem[] = [...table.problems];
  const complain = (line: number, column: string, finding: Finding): void => {
    const at = table.header.indexOf(column);
    // A column of a table is a field: the third value of a line is its column 3.
    problems.push(problemAt({ path, line, column: Math.max(1, at + 1) }, finding));
  };
  for (const column of NEEDED_COLUMNS) {
    if (table.header.length === 0 || table.header.includes(column)) continue;
    complain(1, column, {
      code: 'missing-key',
      message: `The column '${column}' is not there.`,
      remedy: `Add it to the first line; ${NEEDED_COLUMNS.join(', ')} are needed.`,
    });
  }
  const seen = new Map<string, number>();
  const battles: BattleFacts[] = [];
  const results: BattleResult[] = [];
  for (const record of table.records) {
    const cells = new Map(table.header.map((name, i) => [name, (record.fields[i] ?? '').trim()]));
    const row: Row = { line: record.line, cells };
    checkId(row, seen, complain);
    for (const [column, range] of Object.entries(NUMBER_COLUMNS)) {
      checkNumber(row, column, range, complain);
    }
    for (const [column, words] of Object.entries(WORD_COLUMNS)) {
      checkWord(row, column, words, complain);
    }
    checkStrengths(row, complain);
    battles.push(factsOf(valuesOf(row)));
    if (!withResults) continue;
    for (const [column, range] of Object.entries(RESULT_COLUMNS)) {
      checkNumber(row, column, range, complain);
    }
    results.push(resultOf(row));
  }
  return { battles, results, problems };
}

type Complain = (line: number, column: string, finding: Finding) => void;

function checkId(row: Row, seen: Map<string, number>, complain: Complain): void {
  const id = row.cells.get('id');
  if (id === undefined) return;
  const before = seen.get(id);
  if (id === '') {
    complain(row.line, 'id', {
      code: 'missing-key',
      message: 'The row has no id.',
      remedy: 'Give every battle an id of its own.',
    });
  } else if (before !== undefined) {
    complain(row.line, 'id', {
      code: 'duplicate-id',
      message: `The id '${id}' stands in line ${String(before)} already.`,
      remedy: 'Give every battle an id of its own.',
    });
  }
  seen.set(id, row.line);
}

function checkNumber(
  row: Row,
  column: string,
  [low, high]: readonly [number, number],
  complain: Complain,
): void {
  const text = row.cells.get(column) ?? '';
  if (text === '') return;
  const value = numberOf(text);
  if (value === null) {
    complain(row.line, column, {
      code: 'wrong-type',
      message: `'${text}' is no number (${column}).`,
      remedy: 'Write digits with a point, or leave the cell empty.',
    });
  } else if (value < low || value > high) {
    complain(row.line, column, {
      code: 'out-of-range',
      message: `${text} is outside ${String(low)} to ${String(high)} (${column}).`,
      remedy: 'Correct the number, or leave the cell empty.',
    });
  }
}

function checkWord(row: Row, column: string, words: readonly string[], complain: Complain): void {
  const text = row.cells.get(column) ?? '';
  if (text === '' || words.includes(text)) return;
  complain(row.line, column, {
    code: 'unknown-value',
    message: `'${text}' is not a value of ${column}.`,
    remedy: `Use one of ${words.join(', ')}, or leave the cell empty.`,
  });
}

function checkStrengths(row: Row, complain: Complain): void {
  for (const column of ['att_strength', 'def_strength']) {
    if (!row.cells.has(column) || row.cells.get(column) !== '') continue;
    complain(row.line, column, {
      code: 'missing-key',
      severity: 'warning',
      message: `No strength is given (${column}); the other side’s is taken.`,
      remedy: 'Fill it in if it is known.',
    });
  }
}

/** Digits as people and tables write them; `null` for anything else. */
function numberOf(text: string): number | null {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}

function valuesOf(row: Row): RowValues {
  return {
    text: (column) => row.cells.get(column) ?? '',
    number: (column) => numberOf(row.cells.get(column) ?? ''),
    word: (column) => {
      const text = row.cells.get(column) ?? '';
      return WORD_COLUMNS[column].find((word) => word === text) ?? null;
    },
  };
}

function resultOf(row: Row): BattleResult {
  const number = (column: string): number | null => numberOf(row.cells.get(column) ?? '');
  const share = (casualties: string, strength: string): number | null => {
    const lost = number(casualties);
    const men = number(strength);
    return lost === null || men === null || men <= 0 ? null : lost / men;
  };
  const id = row.cells.get('id') ?? '';
  const cluster = row.cells.get('cluster') ?? '';
  return {
    id,
    isComplete: number('att_strength') !== null && number('def_strength') !== null,
    winner: number('winner'),
    attackerLoss: share('att_casualties', 'att_strength'),
    defenderLoss: share('def_casualties', 'def_strength'),
    // A battle without a campaign is a campaign of its own.
    cluster: cluster === '' ? `battle ${id}` : cluster,
    warGroup: row.cells.get('war_group') ?? '',
    days: number('days'),
  };
}
