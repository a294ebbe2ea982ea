import {
  CLIMATES,
  COVERS,
  POSTURES,
  RELIEFS,
  SEASONS,
  SKIES,
  SPECIALS,
  type BattleFacts,
} from './facts.ts';

/**
 * Columns of a table of battles from which forecasts are made. What stands in no list of this file is
 * never looked at by a forecast: the result, the ratings made in hindsight, and whatever else.
 */
export const NUMBER_COLUMNS = {
  year: [-3000, 3000],
  att_strength: [1, 1e8],
  def_strength: [1, 1e8],
  att_front_km: [0, 10_000],
  def_front_km: [0, 10_000],
  att_tanks: [0, 1e6],
  def_tanks: [0, 1e6],
  att_guns: [0, 1e6],
  def_guns: [0, 1e6],
  att_sorties: [0, 1e7],
  def_sorties: [0, 1e7],
  surprise: [-3, 3],
  air_superiority: [-1, 1],
} as const satisfies Readonly<Record<string, readonly [low: number, high: number]>>;
export type NumberColumn = keyof typeof NUMBER_COLUMNS;

/** Columns with a closed set of words. */
export const WORD_COLUMNS = {
  posture: POSTURES,
  posture2: POSTURES,
  relief: RELIEFS,
  cover: COVERS,
  special: SPECIALS,
  wet: ['D', 'W'],
  sky: SKIES,
  season: SEASONS,
  climate: CLIMATES,
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type WordColumn = keyof typeof WORD_COLUMNS;

/** Columns with any text. */
export const TEXT_COLUMNS = ['id', 'att_actor', 'def_actor'] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

/** Columns without which there is nothing to forecast. */
export const NEEDED_COLUMNS = ['id', 'year', 'att_strength', 'def_strength'] as const;

/** Columns that are read for the score alone, after all forecasts are made. */
export const RESULT_COLUMNS = {
  winner: [-1, 1],
  att_casualties: [0, 1e8],
  def_casualties: [0, 1e8],
  days: [0, 10_000],
} as const satisfies Readonly<Record<string, readonly [low: number, high: number]>>;
export type ResultColumn = keyof typeof RESULT_COLUMNS;

/** A row with its words and numbers read; `null` where the cell is empty or the column absent. */
export interface RowValues {
  readonly text: (column: TextColumn) => string;
  readonly number: (column: NumberColumn) => number | null;
  readonly word: <C extends WordColumn>(column: C) => (typeof WORD_COLUMNS)[C][number] | null;
}

/**
 * The facts of a row. Assumption: what a table does not say is taken as what is most common in it: a
 * prepared position, rolling and mixed ground, dry and sunny summer; equal numbers, or a division.
 */
export function factsOf(row: RowValues): BattleFacts {
  const attackerMen = row.number('att_strength');
  const defenderMen = row.number('def_strength');
  const front = row.number('att_front_km') ?? row.number('def_front_km');
  return {
    id: row.text('id'),
    year: row.number('year') ?? 1938,
    attackerMen: attackerMen ?? defenderMen ?? 10_000,
    defenderMen: defenderMen ?? attackerMen ?? 10_000,
    frontKm: front === null || front <= 0 ? null : front,
    attacker: {
      actor: row.text('att_actor'),
      tanks: row.number('att_tanks'),
      guns: row.number('att_guns'),
      sorties: row.number('att_sorties'),
    },
    defender: {
      actor: row.text('def_actor'),
      tanks: row.number('def_tanks'),
      guns: row.number('def_guns'),
      sorties: row.number('def_sorties'),
    },
    posture: row.word('posture') ?? 'PD',
    posture2: row.word('posture2'),
    relief: row.word('relief') ?? 'R',
    cover: row.word('cover') ?? 'M',
    special: row.word('special'),
    isWet: row.word('wet') === 'W',
    sky: row.word('sky') ?? 'S',
    season: row.word('season') ?? 'S',
    climate: row.word('climate') ?? 'T',
    surprise: row.number('surprise') ?? 0,
    airSuperiority: row.number('air_superiority'),
  };
}
