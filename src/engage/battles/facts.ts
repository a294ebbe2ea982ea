/** What is known of a battle before it is fought, as far as the standard scenario and the layer ask. */
export interface BattleFacts {
  readonly id: string;
  readonly year: number;
  /** All ranks on each side. */
  readonly attackerMen: number;
  readonly defenderMen: number;
  /** Kilometres at the start; `null` where nobody says. */
  readonly frontKm: number | null;
  readonly attacker: ArmyFacts;
  readonly defender: ArmyFacts;
  readonly posture: Posture;
  /** What a part of the defence is in besides, or `null`. */
  readonly posture2: Posture | null;
  readonly relief: Relief;
  readonly cover: Cover;
  readonly special: Special | null;
  readonly isWet: boolean;
  readonly sky: Sky;
  readonly season: Season;
  readonly climate: Climate;
  /** −3 (defender, complete) to 3 (attacker, complete); 0 where nothing is known beforehand. */
  readonly surprise: number;
  /** −1 defender, 0 neither, 1 attacker; `null` where nobody says. */
  readonly airSuperiority: number | null;
}

/** Means of one side; `null` where nobody says. */
export interface ArmyFacts {
  /** Whose army, as the table names it; `''` where it does not. */
  readonly actor: string;
  readonly tanks: number | null;
  readonly guns: number | null;
  readonly sorties: number | null;
}

/** Hasty, prepared, fortified, delay, withdrawal. */
export const POSTURES = ['HD', 'PD', 'FD', 'DL', 'WD'] as const;
export type Posture = (typeof POSTURES)[number];
/** Rugged, rolling, flat. */
export const RELIEFS = ['G', 'R', 'F'] as const;
export type Relief = (typeof RELIEFS)[number];
/** Wooded, mixed, bare, desert. */
export const COVERS = ['W', 'M', 'B', 'D'] as const;
export type Cover = (typeof COVERS)[number];
/** Urban, marsh, dunes. */
export const SPECIALS = ['U', 'M', 'D'] as const;
export type Special = (typeof SPECIALS)[number];
/** Sunny, overcast, light and heavy rain. */
export const SKIES = ['S', 'O', 'L', 'H'] as const;
export type Sky = (typeof SKIES)[number];
/** Spring, summer, autumn, winter. */
export const SEASONS = ['$', 'S', 'F', 'W'] as const;
export type Season = (typeof SEASONS)[number];
/** Tropical, temperate or desert, and extreme, as the table codes them. */
export const CLIMATES = ['T', 'D', 'E'] as const;
export type Climate = (typeof CLIMATES)[number];

/** What came of a battle, as far as a table says it. Never seen by what makes the forecast. */
export interface BattleResult {
  readonly id: string;
  /** Whether the table gives the strength of both sides; others are not judged. */
  readonly isComplete: boolean;
  /** 1 attacker, 0 draw, −1 defender; `null` where the table does not say. */
  readonly winner: number | null;
  /** Fractions of strength; `null` where the table does not say. */
  readonly attackerLoss: number | null;
  readonly defenderLoss: number | null;
  /** Battles that must stay on one side of a split, and the war. */
  readonly cluster: string;
  readonly warGroup: string;
  /** Days that the battle lasted, known afterwards. */
  readonly days: number | null;
}
