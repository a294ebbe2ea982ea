import type { TargetStart } from '../targets.ts';

/** A claim that no target names and that a measure tells all the same. */
export interface FurtherQuestion {
  readonly claim: string;
  readonly measure: string;
  readonly start: TargetStart;
  readonly keepTruce: boolean;
}

const whole = (measure: string, ...claims: readonly string[]): FurtherQuestion[] =>
  claims.map((claim) => ({ claim, measure, start: 'a1', keepTruce: true }));

/**
 * Claims beside those of the targets, with the measure whose truth they can be set beside: the same kind of thing
 * over the whole battle. What a measure does not tell (periods, single sectors, officers apart) is left out, and
 * the command says so of each.
 */
export const FURTHER_QUESTIONS: readonly FurtherQuestion[] = [
  ...whole('losses.su.killed', 'L002', 'L014', 'L018', 'L024'),
  ...whole('losses.su.killed-missing', 'L025'),
  ...whole('losses.su.missing', 'L003', 'L017'),
  ...whole('losses.jp.killed-missing', 'L070'),
  ...whole('losses.jp.casualties', 'L073'),
  ...whole('losses.jp.wounded', 'L066'),
  ...whole('guns.su.lost', 'L043', 'L050'),
];
