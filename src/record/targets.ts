import type { ClaimUse } from '../scenario/index.ts';

/** Where runs must start for a target to be asked: freely, or from a recorded state. */
export type TargetStart = 'free' | 'a1' | 'a2' | 'a3';

/**
 * How the runs are judged by a target.
 * `median`: the median of the runs lies in the accepted range.
 * `share-at-least`, `share-at-most`: the share of runs that say yes against a bound, with its interval.
 * `band`: the record lies inside the 80 % band of the runs.
 * `print`: not judged.
 */
export type TargetRule =
  | { readonly judge: 'median'; readonly low: number; readonly high: number }
  | { readonly judge: 'share-at-least' | 'share-at-most'; readonly bound: number }
  | { readonly judge: 'band' }
  | { readonly judge: 'print' };

/** One recorded thing and the measure it is compared with. */
export interface Target {
  /** `T1` … `T20`, `D1` … as in the table of targets; `R-…` for other recorded things, printed only. */
  readonly id: string;
  /** Id of the measure, or `null` where the model cannot tell it. */
  readonly measure: string | null;
  readonly start: TargetStart;
  /** Whether the recorded hour of the truce is given to the runs. */
  readonly keepTruce: boolean;
  readonly use: ClaimUse;
  /** The first is the recorded value, the others are rival or partial claims shown beside it. */
  readonly claims: readonly string[];
  readonly rule: TargetRule;
  /** Weight in calibration. */
  readonly weight: number;
}

const PRINT: TargetRule = { judge: 'print' };
const BAND: TargetRule = { judge: 'band' };
const median = (low: number, high: number): TargetRule => ({ judge: 'median', low, high });
const atLeast = (bound: number): TargetRule => ({ judge: 'share-at-least', bound });
const atMost = (bound: number): TargetRule => ({ judge: 'share-at-most', bound });

interface Frame {
  readonly start: TargetStart;
  readonly keepTruce: boolean;
}
const FREE: Frame = { start: 'free', keepTruce: false };
const A1: Frame = { start: 'a1', keepTruce: false };
/** Rows over the whole battle: the recorded truce keeps the length of the fight out of the losses. */
const WHOLE: Frame = { start: 'a1', keepTruce: true };
const A2: Frame = { start: 'a2', keepTruce: false };
const A3: Frame = { start: 'a3', keepTruce: true };

function row(
  id: string,
  use: ClaimUse,
  frame: Frame,
  measure: string | null,
  rule: TargetRule,
  ...claims: string[]
): Target {
  return { id, measure, ...frame, use, claims: [id, ...claims], rule, weight: 1 };
}

/** What the rows are about that no measure of the model answers, by the id of the row. */
export const UNMEASURED: Readonly<Record<string, string>> = {
  T19: 'Japanese on the north end of the crest, Soviets on the south',
  D10: 'Attack order of 6 August to the tank battalions',
};

/**
 * The targets of the case, fixed before the first run. Accepted ranges and bounds are judgements about
 * how far off a model may be, not errors of the record. Source: adjudication notes, sections 11.2 and 15.
 */
export const TARGETS: readonly Target[] = [
  row('T1', 'c', A1, 'assault.zaozyornaya.loss', median(80, 220), 'L075', 'L076'),
  row('T1b', 'c', A1, 'assault.zaozyornaya.tanks-lost', median(0, 10), 'L034'),
  row('T1c', 'c', A1, 'assault.zaozyornaya.garrison-lost', median(0.7, 1), 'L033'),
  row('T2', 'c', A1, 'assault.zaozyornaya.crest-4h', atLeast(0.6), 'T2-hours'),
  row('T3', 'c', A2, 'attack.su.double.crest-36h', atMost(0.4)),
  { ...row('T4', 'c', A2, 'attack.su.double.casualties-su', median(200, 900)), weight: 0.5 },
  { ...row('T5', 'c', A2, 'attack.su.double.casualties-jp', median(20, 150)), weight: 0.5 },
  row('T6', 'i', A1, 'attack.su.joint.days', PRINT),
  row(
    'T7',
    'p',
    WHOLE,
    'losses.su.killed-missing',
    median(600, 1110),
    'L001',
    'L013',
    'L020',
    'L022',
  ),
  row('T8', 'p', WHOLE, 'losses.su.wounded', median(2000, 3600), 'L008', 'L021', 'L023'),
  row('T8-sick', 'i', WHOLE, 'losses.su.sick', PRINT, 'L009'),
  row('T9', 'p', WHOLE, 'losses.jp.killed', median(380, 720), 'L062', 'L063', 'L068', 'L071'),
  row(
    'T9-wounded',
    'p',
    WHOLE,
    'losses.jp.wounded',
    median(650, 1500),
    'L064',
    'L065',
    'L069',
    'L072',
  ),
  row('T10', 'i', WHOLE, 'losses.ratio', PRINT),
  row('T11', 'p', WHOLE, 'tanks.su.out.t26', median(50, 130), 'L045'),
  row('T11s-burnt', 'i', WHOLE, 'tanks.su.burnt', PRINT, 'L046'),
  row('T11s-rear', 'i', WHOLE, 'tanks.su.rear', PRINT, 'L047'),
  row('T11s-spot', 'i', WHOLE, 'tanks.su.spot', PRINT, 'L048'),
  row('T12', 'i', WHOLE, 'losses.75ir.share', PRINT, 'L074'),
  row('T13', 'p', A3, 'crest.truce.both', atLeast(0.3)),
  row('T14', 'i', WHOLE, 'losses.su.officers-share', PRINT, 'L004'),
  row('T15', 'i', FREE, 'truce.days', PRINT),
  row('T16', 'i', FREE, 'war.60-days', PRINT),
  row('T17', 'p', WHOLE, 'guns.su.lost', median(12, 60), 'L050', 'L043'),
  // The constant behind it was judged by one who had seen the row.
  row('T18', 'i', WHOLE, 'losses.su.ncos-share', PRINT, 'L005'),
  // A crest is shared in tenths; which end of it a side holds and how near the two stand is below that.
  row('T19', 'p', A3, null, atLeast(0.2), 'E111-crest', 'E111-gap'),
  row('T20', 'p', FREE, 'heights.truce-4-days.clear', atLeast(0.6)),
  // "At all" is a run in a hundred. Assumption: so that one freak in thousands does not count.
  row('D1', 'c', FREE, 'delay.1.after-deed', atLeast(0.01)),
  row('D1-works', 'c', FREE, 'delay.1.days', BAND),
  row('D2', 'c', FREE, 'delay.2.days', BAND),
  row('D3', 'c', FREE, 'delay.3.hours', BAND),
  row('D4-decide', 'c', FREE, 'delay.4.decide.hours', BAND),
  row('D4-act', 'c', FREE, 'delay.4.act.hours', BAND),
  row('D5', 'c', FREE, 'delay.5.hours', BAND),
  row('D6', 'c', FREE, 'delay.6.hours', BAND),
  row('D7', 'c', FREE, 'attack.su.answer.days', BAND),
  row('D8', 'c', FREE, 'delay.8.hours', BAND),
  row('D9', 'i', A1, 'attack.su.joint.days', PRINT),
  // Which message carried the order to which battalion is not among the events.
  row('D10', 'p', A3, null, BAND),
  row('D11', 'p', A3, 'attack.su.joint.slip', BAND),
  row('D12', 'p', FREE, 'delay.12.days', BAND),
  row('D13', 'p', FREE, 'delay.13.hours', BAND),
];

const noted = (measure: string, frame: Frame, ...claims: string[]): Target => ({
  id: `R-${measure}`,
  measure,
  ...frame,
  use: 'i',
  claims,
  rule: PRINT,
  weight: 0,
});

const two = (value: number): string => String(value).padStart(2, '0');
const AUGUST = Array.from({ length: 15 }, (_, index) => `08${two(index + 1)}`);

/**
 * Other recorded things that a measure tells. They were seen before the model was made: printed beside
 * the runs, never judged. Dates of a free run are not events of the record: a run may differ by weeks.
 */
export const RECORDED: readonly Target[] = [
  noted('first.sighting.jp', FREE, 'E012-date'),
  noted('first.shot', FREE, 'E018-hour'),
  noted('first.death', FREE, 'E018-hour', 'E018-date-b'),
  noted('notes.jp.first', FREE, 'E016-date', 'E016-date-b'),
  noted('first.assault', FREE, 'E051-hour'),
  noted('first.air-strike', FREE, 'E062-hour'),
  noted('first.bombardment', FREE, 'E069-date'),
  noted('alert.su', FREE, 'E049-date'),
  noted('attack.su.double', FREE, 'E063-date', 'E058-date'),
  noted('attack.su.joint', FREE, 'E083-hour', 'E083-hour-b'),
  noted('talks.jp.first', FREE, 'E072-date'),
  noted('truce.agreed', FREE, 'E106-end'),
  noted('truce.hour', FREE, 'E109-hour', 'E109-hour-b', 'E109-hour-c'),
  noted('assault.zaozyornaya.hours', A1, 'T2-hours'),
  // Destroyed or immobilised, whatever the type: the enemy's claim, and later counts of several kinds.
  noted('tanks.su.out', WHOLE, 'L042', 'L054', 'L049', 'L044'),
  noted('shells.su', WHOLE, 'L089'),
  noted('losses.jp.by-shells', WHOLE, 'L086'),
  ...['0731', ...AUGUST].map((day) =>
    noted(`holder.zaozyornaya.${day}`, WHOLE, `X-holder-zaozyornaya-${day}`),
  ),
];
