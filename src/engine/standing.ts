import { ACTIVITIES, type Act, type Activity } from './vocabulary.ts';

/**
 * When a standing order is to be carried out: predicates over what the one who has it believes, combined by
 * all, any and not. A closed set, plain data; nothing in it is an expression to be parsed.
 */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  /** At least so many of the enemy's men believed at the place. */
  | { readonly kind: 'enemy-men'; readonly atLeast: number }
  /** The enemy thought to be doing something at least as grave. */
  | { readonly kind: 'enemy-activity'; readonly atLeast: Activity }
  /** The enemy believed to hold the place, which one's own line gives one. */
  | { readonly kind: 'enemy-holds' }
  /** The other side's intent to take the ground believed at least so likely, 0–1. */
  | { readonly kind: 'intent'; readonly atLeast: number };

/** What somebody believes of a place, as far as a condition asks. */
export interface Belief {
  readonly enemyMen: number;
  /** Code of `ACTIVITIES`. */
  readonly activity: number;
  readonly heldByEnemy: boolean;
  /** 0–1. */
  readonly intent: number;
}

/** An order that stands until something happens: what, where, upon what, with what force, until when. */
export interface StandingOrder {
  readonly when: Condition;
  readonly act: Act;
  readonly area: number;
  /** Most men it is good for: the licence to go beyond the smallest answer. */
  readonly forceMenMax: number;
  /** Whether it must be carried out once the condition is met: not to act is disobedience then. */
  readonly duty: boolean;
  readonly by: number;
  readonly to: number;
  readonly tick: number;
  /** First tick at which it is no longer in force. */
  readonly untilTick: number;
  readonly event: string;
  /** Whether whoever issued it had the power, back to its holder. */
  readonly backed: boolean;
}

/** Whether a condition is met by a belief. */
export function isMet(condition: Condition, belief: Belief): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => isMet(part, belief));
    case 'any':
      return condition.of.some((part) => isMet(part, belief));
    case 'not':
      return !isMet(condition.of, belief);
    case 'enemy-men':
      return belief.enemyMen >= condition.atLeast;
    case 'enemy-activity':
      return belief.activity >= ACTIVITIES.indexOf(condition.atLeast);
    case 'enemy-holds':
      return belief.heldByEnemy;
    case 'intent':
      return belief.intent >= condition.atLeast;
  }
}

/** Most parts that a condition may have; a longer one is no order that a man can keep in mind. */
const PARTS_MAX = 16;

/** Whether something from outside is a condition of the closed set, of sensible size and numbers. */
export function isCondition(value: unknown): value is Condition {
  return partsOf(value) <= PARTS_MAX;
}

/** Number of parts, or more than may be where something is not of the set. */
function partsOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > 4) return Infinity;
  const { kind, of, atLeast } = value as Record<string, unknown>;
  switch (kind) {
    case 'all':
    case 'any':
      if (!Array.isArray(of) || of.length === 0) return Infinity;
      return of.reduce((sum: number, part) => sum + partsOf(part, depth + 1), 1);
    case 'not':
      return 1 + partsOf(of, depth + 1);
    case 'enemy-holds':
      return 1;
    case 'enemy-activity':
      return (ACTIVITIES as readonly unknown[]).includes(atLeast) ? 1 : Infinity;
    case 'enemy-men':
      return Number.isInteger(atLeast) && (atLeast as number) >= 0 ? 1 : Infinity;
    case 'intent':
      return typeof atLeast === 'number' && atLeast >= 0 && atLeast <= 1 ? 1 : Infinity;
    default:
      return Infinity;
  }
}

/** A condition in plain English, as it stands after "when". */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.map(conditionText).join(' and ');
    case 'any':
      return condition.of.map(conditionText).join(', or ');
    case 'not':
      return `it is not so that ${conditionText(condition.of)}`;
    case 'enemy-men':
      return condition.atLeast <= 1
        ? 'anybody of the other side is believed there'
        : `at least ${String(condition.atLeast)} men of the other side are believed there`;
    case 'enemy-activity':
      return `the other side is thought to be ${condition.atLeast} there, or worse`;
    case 'enemy-holds':
      return 'the other side is believed to hold it';
    case 'intent':
      return `the other side is thought to mean to take the ground (${String(Math.round(100 * condition.atLeast))} % or more)`;
  }
}
