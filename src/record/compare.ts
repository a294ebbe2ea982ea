import { parseTime } from '../engine/index.ts';
import type { Claim, ClaimUse, ClaimValue, ParsedClaims } from '../scenario/index.ts';
import type { MeasureKind, MeasureSpec, MeasureValue } from './measure.ts';
import { measureOf } from './measures.ts';
import { midRank, quantile, sortedFigures, summarise, wilson, wordsOf } from './summary.ts';
import type { ShareInterval, Summary } from './summary.ts';
import {
  RECORDED,
  TARGETS,
  UNMEASURED,
  type Target,
  type TargetRule,
  type TargetStart,
} from './targets.ts';

/** Use of a row in words. */
export const USE_WORDS = {
  c: 'calibration',
  i: 'informed',
  p: 'prediction',
  none: 'none',
} as const;
export type UseWord = (typeof USE_WORDS)[ClaimUse];

/** What the record says, in the unit of the measure; times are hours since the scenario's start. */
export interface RecordedValue {
  readonly value: MeasureValue;
  readonly low: MeasureValue;
  readonly high: MeasureValue;
  readonly claims: readonly string[];
}

/** A claim and where it lies among the runs. */
export interface ClaimPlace {
  readonly claim: string;
  readonly value: MeasureValue;
  /** Mid-rank 0–1 among the runs; for flags and categories the share of runs that say the same. */
  readonly percentile: number | null;
}

export type Verdict = 'inside' | 'outside' | 'undecided' | 'printed' | 'not measured';

/** One recorded thing beside the runs. */
export interface ComparisonRow {
  /** Id of the target: `T1`, `D3`, `R-first.death`. */
  readonly id: string;
  /** `null` where the model cannot tell the thing. */
  readonly measure: string | null;
  readonly title: string;
  readonly kind: MeasureKind | null;
  readonly unit: string;
  readonly use: UseWord;
  readonly record: RecordedValue;
  readonly runs: Summary | null;
  /** As in `ClaimPlace`, of the recorded value. */
  readonly percentile: number | null;
  /** Whether the runs pass the target; `null` where it is only printed or nothing happened. */
  readonly inside: boolean | null;
  readonly verdict: Verdict;
  readonly rule: TargetRule;
  /** Whether the interval of the runs meets the recorded value or span; `null` without figures. */
  readonly in50: boolean | null;
  readonly in80: boolean | null;
  readonly in90: boolean | null;
  readonly in98: boolean | null;
  /** Flags: share of runs that say yes, with its 95 % interval. */
  readonly share: ShareInterval | null;
  /** Each claim named by the target. */
  readonly claims: readonly ClaimPlace[];
  /** False where the target asks for the recorded truce and the runs had none, or the reverse. */
  readonly asStated: boolean;
}

/** How many recorded figures the intervals of the runs meet. */
export interface Coverage {
  readonly use: UseWord;
  readonly rows: number;
  readonly in50: number;
  readonly in90: number;
}

/** Verdict on rows 1–8 of the delays together. Source: adjudication notes 11.2, below the table. */
export interface DelayVerdict {
  /** Rows with values. */
  readonly rows: number;
  readonly inside80: number;
  readonly outside98: number;
  /** At least five inside the 80 % band and none outside the 98 % band; `null` when not all were asked. */
  readonly met: boolean | null;
}

export interface Comparison {
  readonly rows: readonly ComparisonRow[];
  readonly coverage: readonly Coverage[];
  readonly delays: DelayVerdict;
}

export interface CompareInput {
  /** `free`, or the id of the anchor the runs started from. */
  readonly start: TargetStart;
  /** Whether the runs had the recorded hour of the truce. */
  readonly keepTruce: boolean;
  /** Values of a measure, one per run. */
  readonly values: (measureId: string) => readonly MeasureValue[];
  readonly claims: Pick<ParsedClaims, 'byId'>;
  /** `Model.startMinutes`. */
  readonly startMinutes: number;
}

/** Sets runs beside everything recorded that can be asked of runs with this start. */
export function compareRuns(input: CompareInput): Comparison {
  const asked = [...TARGETS, ...RECORDED].filter((target) => target.start === input.start);
  const rows = asked.map((target) => rowOf(target, input));
  return { rows, coverage: coverageOf(rows), delays: delaysOf(rows) };
}

function rowOf(target: Target, input: CompareInput): ComparisonRow {
  const spec = target.measure === null ? undefined : measureOf(target.measure);
  const values = spec === undefined ? [] : input.values(spec.id);
  const figures = sortedFigures(values);
  const words = wordsOf(values);
  const record = recordOf(target, spec, input);
  const asStated = target.keepTruce === input.keepTruce;
  const shared = spec?.kind === 'flag' ? yesShare(words) : null;
  const meets = (from: number, to: number): boolean | null => meetsBand(figures, record, from, to);
  const facts = { figures, shared, in80: meets(0.1, 0.9) };
  const verdict = spec === undefined ? 'not measured' : judge(target, facts, asStated);
  return {
    id: target.id,
    measure: target.measure,
    title: spec?.title ?? UNMEASURED[target.id] ?? target.id,
    kind: spec?.kind ?? null,
    unit: spec?.unit ?? '',
    use: USE_WORDS[target.use],
    record,
    runs: spec === undefined ? null : summarise(spec, values),
    percentile: placeOf(record.value, figures, words),
    inside: verdict === 'inside' ? true : verdict === 'outside' ? false : null,
    verdict,
    rule: target.rule,
    in50: meets(0.25, 0.75),
    in80: facts.in80,
    in90: meets(0.05, 0.95),
    in98: meets(0.01, 0.99),
    share: shared,
    claims: target.claims.map((id) => {
      const claim = input.claims.byId.get(id);
      const value = claim === undefined ? null : inUnit(claim.value, claim, spec, input).value;
      return { claim: id, value, percentile: placeOf(value, figures, words) };
    }),
    asStated,
  };
}

interface Facts {
  readonly figures: readonly number[];
  readonly shared: ShareInterval | null;
  readonly in80: boolean | null;
}

function judge(target: Target, facts: Facts, asStated: boolean): Verdict {
  const { rule } = target;
  if (rule.judge === 'print' || !asStated) return 'printed';
  if (rule.judge === 'median') {
    const middle = quantile(facts.figures, 0.5);
    if (middle === null) return 'undecided';
    return middle >= rule.low && middle <= rule.high ? 'inside' : 'outside';
  }
  if (rule.judge === 'band') {
    return facts.in80 === null ? 'undecided' : facts.in80 ? 'inside' : 'outside';
  }
  const { shared } = facts;
  if (shared === null) return 'undecided';
  // The interval decides: while it holds the bound, more runs are needed.
  if (shared.low < rule.bound && shared.high > rule.bound) return 'undecided';
  const isAbove = shared.share >= rule.bound;
  return isAbove === (rule.judge === 'share-at-least') ? 'inside' : 'outside';
}

function yesShare(words: readonly string[]): ShareInterval | null {
  return wilson(words.filter((word) => word === 'yes').length, words.length);
}

/** Whether the band between two quantiles of the runs meets the recorded span. */
function meetsBand(
  figures: readonly number[],
  record: RecordedValue,
  from: number,
  to: number,
): boolean | null {
  const low = quantile(figures, from);
  const high = quantile(figures, to);
  if (low === null || high === null) return null;
  if (typeof record.low !== 'number' || typeof record.high !== 'number') return null;
  return record.low <= high && record.high >= low;
}

function placeOf(
  value: MeasureValue,
  figures: readonly number[],
  words: readonly string[],
): number | null {
  if (typeof value === 'number') return midRank(figures, value);
  if (value === null || words.length === 0) return null;
  const word = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
  return words.filter((each) => each === word).length / words.length;
}

/**
 * The first claim, in the unit of the measure. A time whose claims differ has the span of them all: no
 * clock of 1938 was so good that one of them could be called the record.
 */
function recordOf(
  target: Target,
  spec: MeasureSpec | undefined,
  input: CompareInput,
): RecordedValue {
  const spans: Span[] = [];
  for (const id of target.claims) {
    const claim = input.claims.byId.get(id);
    if (claim !== undefined) spans.push(spanOf(claim, spec, input));
  }
  const first = spans[0];
  if (first === undefined) return { value: null, low: null, high: null, claims: target.claims };
  let { low, high } = first;
  if (spec?.kind === 'time') {
    for (const span of spans) {
      if (typeof span.low === 'number' && typeof low === 'number') low = Math.min(low, span.low);
      if (typeof span.high === 'number' && typeof high === 'number')
        high = Math.max(high, span.high);
    }
  }
  return { value: first.value, low, high, claims: target.claims };
}

interface Span {
  readonly value: MeasureValue;
  readonly low: MeasureValue;
  readonly high: MeasureValue;
}

function spanOf(claim: Claim, spec: MeasureSpec | undefined, input: CompareInput): Span {
  const value = inUnit(claim.value, claim, spec, input);
  const low = claim.low === null ? value.low : inUnit(claim.low, claim, spec, input).low;
  const high = claim.high === null ? value.high : inUnit(claim.high, claim, spec, input).high;
  return { value: value.value, low, high };
}

/** A claimed figure in the unit of the measure; a date is the whole day of the Japanese clock. */
function inUnit(
  figure: ClaimValue,
  claim: Claim,
  spec: MeasureSpec | undefined,
  input: CompareInput,
): Span {
  if (figure === null) return { value: null, low: null, high: null };
  if (claim.unit === 'flag') {
    const value = figure === 'yes';
    return { value, low: value, high: value };
  }
  if (spec?.kind !== 'time' || typeof figure === 'number') {
    return { value: figure, low: figure, high: figure };
  }
  const hours = (text: string): number | null => {
    const time = parseTime(text);
    return time.ok ? (time.minutes - input.startMinutes) / 60 : null;
  };
  if (claim.unit === 'time') {
    const value = hours(figure);
    return { value, low: value, high: value };
  }
  const morning = hours(`${figure}T00:00+09:00`);
  if (morning === null) return { value: null, low: null, high: null };
  return { value: morning + 12, low: morning, high: morning + 24 };
}

function coverageOf(rows: readonly ComparisonRow[]): Coverage[] {
  const uses: readonly ClaimUse[] = ['c', 'i', 'p'];
  return uses.map((use) => {
    const counted = rows.filter((row) => row.use === USE_WORDS[use] && row.in90 !== null);
    return {
      use: USE_WORDS[use],
      rows: counted.length,
      in50: counted.filter((row) => row.in50 === true).length,
      in90: counted.filter((row) => row.in90 === true).length,
    };
  });
}

/** Rows of the delays, with the targets that make up each. */
const DELAY_ROWS: readonly (readonly string[])[] = [
  ['D1', 'D1-works'],
  ['D2'],
  ['D3'],
  ['D4-decide', 'D4-act'],
  ['D5'],
  ['D6'],
  ['D7'],
  ['D8'],
];

function delaysOf(rows: readonly ComparisonRow[]): DelayVerdict {
  let asked = 0;
  let inside80 = 0;
  let outside98 = 0;
  for (const ids of DELAY_ROWS) {
    const parts = rows.filter((row) => ids.includes(row.id) && row.verdict !== 'undecided');
    if (parts.length < ids.length) continue;
    asked++;
    if (parts.every((part) => part.inside === true)) inside80++;
    if (parts.some((part) => part.in98 === false)) outside98++;
  }
  const met = asked < DELAY_ROWS.length ? null : inside80 >= 5 && outside98 === 0;
  return { rows: asked, inside80, outside98, met };
}
