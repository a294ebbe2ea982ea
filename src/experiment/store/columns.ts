import type { MeasureValue } from '../../record/index.ts';
import { measureOf } from '../../record/index.ts';
import type { Factor } from '../format/experiment.ts';

/** A cell of the table of runs. */
export type Cell = number | string | boolean | null;

/** A column of the table of runs, and what a reader of Parquet is told of it. */
export interface Column {
  readonly name: string;
  readonly type: 'INT32' | 'DOUBLE' | 'BOOLEAN' | 'STRING';
}

/** What stands before the factors in every row. */
const FIRST: readonly Column[] = [
  { name: 'run', type: 'INT32' },
  { name: 'variant', type: 'STRING' },
  { name: 'replicate', type: 'INT32' },
  // A seed has 32 bits without a sign, which a double holds exactly.
  { name: 'seed', type: 'DOUBLE' },
  { name: 'hash', type: 'STRING' },
  { name: 'end', type: 'STRING' },
  { name: 'events', type: 'INT32' },
  { name: 'error', type: 'STRING' },
];

/** The columns of an experiment: which run, each factor as `factor.ID`, each measure by its id. */
export function columnsOf(factors: readonly Factor[], measureIds: readonly string[]): Column[] {
  return [
    ...FIRST,
    ...factors.map((factor) => ({ name: `factor.${factor.id}`, type: typeOfFactor(factor) })),
    ...measureIds.map((name) => ({ name, type: typeOfMeasure(name) })),
  ];
}

function typeOfFactor({ levels, distribution }: Factor): Column['type'] {
  if (distribution !== null || levels.every((level) => typeof level === 'number')) return 'DOUBLE';
  return levels.every((level) => typeof level === 'boolean') ? 'BOOLEAN' : 'STRING';
}

function typeOfMeasure(id: string): Column['type'] {
  const kind = measureOf(id)?.kind;
  if (kind === 'flag') return 'BOOLEAN';
  return kind === 'number' || kind === 'time' ? 'DOUBLE' : 'STRING';
}

/** A value in the type of its column. */
export function cellOf(column: Column, value: MeasureValue): Cell {
  return value !== null && column.type === 'STRING' ? String(value) : value;
}
