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
  ...whole('truth.su.died', 'L015'),
  ...whole('truth.su.aircraft', 'L060'),
];

/** A claim and what the runs themselves say of the same thing, by the same kind of speaker, on the same day. */
export interface SaidQuestion extends FurtherQuestion {
  /** Where the two are not quite of one kind, in a sentence; `''` where they are. */
  readonly unlike: string;
}

const said = (
  measure: string,
  claims: readonly string[],
  frame: Partial<Pick<SaidQuestion, 'start' | 'keepTruce' | 'unlike'>> = {},
): SaidQuestion[] =>
  claims.map((claim) => ({
    ...{ claim, measure, start: 'a1' as const, keepTruce: true, unlike: '' },
    ...frame,
  }));

const FROM_30_JULY = 'The record counts from 29 July, the runs from the evening of the 30th.';
const SETTLED = 'Set beside the return in which every missing man has been settled.';

/**
 * Claims with a measure of what is *said* in the runs: secret returns by secret returns, communiqués by communiqués,
 * a count of the enemy by the count of the same side. A claim about one sector or one company has none.
 */
export const SAID_QUESTIONS: readonly SaidQuestion[] = [
  ...said('return.jp.killed.settled', ['L062', 'L063'], { unlike: SETTLED }),
  ...said('return.su.wounded', ['L008']),
  ...said('return.jp.wounded', ['L064', 'L065']),
  ...said('return.su.killed.sep-4', ['L020']),
  ...said('return.su.wounded.sep-4', ['L021']),
  ...said('public.su.killed', ['L022']),
  ...said('public.su.wounded', ['L023']),
  ...said('public.su.killed.aug-1', ['L026'], { unlike: FROM_30_JULY }),
  ...said('public.su.wounded.aug-1', ['L027'], { unlike: FROM_30_JULY }),
  ...said('public.su.tanks.aug-1', ['L028'], { unlike: FROM_30_JULY }),
  ...said('public.su.guns.aug-1', ['L029'], { unlike: FROM_30_JULY }),
  ...said('public.jp.killed', ['L068']),
  ...said('public.jp.wounded', ['L069']),
  ...said('public.jp.killed.aug-3', ['L084'], { unlike: FROM_30_JULY }),
  ...said('public.jp.wounded.aug-3', ['L085'], { unlike: FROM_30_JULY }),
  ...said('claim.su.casualties.public.aug-3', ['L037'], { unlike: FROM_30_JULY }),
  ...said('claim.su.killed.public.aug-4', ['L038'], { start: 'a2', keepTruce: false }),
  ...said('claim.su.killed.public.aug-10', ['L039'], {
    start: 'a3',
    unlike:
      'The record counts bodies before the positions, the runs all the dead claimed since the 6th.',
  }),
  ...said('claim.su.tanks.public', ['L042']),
  ...said('claim.su.tanks.public.aug-10', ['L054']),
  ...said('claim.su.guns.public', ['L043']),
  ...said('claim.su.aircraft.public.aug-10', ['L059']),
  ...said('claim.jp.killed.public', ['L070'], {
    unlike: 'The record has killed and missing, the runs the dead alone.',
  }),
  ...said('claim.jp.killed', ['L071']),
  ...said('claim.jp.wounded', ['L072']),
  ...said('claim.jp.casualties.public.aug-1', ['L080'], { unlike: FROM_30_JULY }),
  ...said('claim.jp.guns.public.aug-1', ['L081'], {
    unlike: 'The record has guns left behind, the runs all guns claimed.',
  }),
];
