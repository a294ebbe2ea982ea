import type { Act, Authority, View } from '../engine/index.ts';
import type { Score, Worth } from './score.ts';
import type { Concern } from './situation.ts';

/** One thing an office could have done about a place, and what it was worth to it before chance. */
export interface DecisionOption {
  readonly act: Act;
  /** Whether it was to ask for leave, not to do it. */
  readonly ask: boolean;
  readonly men: number;
  readonly utility: number;
  /** Parts of the worth, in units of utility, as they add up; see docs/model.md. */
  readonly parts: Worth;
  /** How the office stood to it by what it knew. */
  readonly word: Score['word'];
}

/** Why an office decided about a place as it did. Kept only where somebody asks for it. */
export interface DecisionRecord {
  readonly office: number;
  readonly tick: number;
  readonly area: number;
  /** What it believed of the place. */
  readonly belief: {
    readonly enemyMen: number;
    readonly enemyNear: number;
    readonly ownNear: number;
    readonly heldByUs: boolean;
    readonly heldByEnemy: boolean;
    /** 0–1, that the other side means to take the ground. */
    readonly intent: number;
  };
  readonly options: readonly DecisionOption[];
  /** Position in `options` of what was chosen. */
  readonly chosen: number;
  /** What it acted upon, as it thought; `''` where it waited or asked. */
  readonly authority: Authority | '';
}

/** Receives decision records; nothing in a decision depends on it. */
export type DecisionLog = (record: DecisionRecord) => void;

/** What of a concern a record tells. */
export function beliefOf(
  view: View,
  concern: Concern,
): Pick<DecisionRecord, 'office' | 'tick' | 'area' | 'belief'> {
  const { area, enemyMen, enemyNear, ownNear, heldByUs, heldByEnemy, intent } = concern;
  return {
    office: view.office,
    tick: view.tick,
    area,
    belief: { enemyMen, enemyNear, ownNear, heldByUs, heldByEnemy, intent },
  };
}

/** The parts of a worth alone, as a record tells them. */
export function partsOf(score: Score): Worth {
  const { utility: _sum, climb: _rungs, word: _word, ...parts } = score;
  return parts;
}
