import type { Model } from '../../engine/index.ts';
import type { MeasureKind, MeasureValue } from '../../record/index.ts';
import type { Row, VariantResult } from '../ledger.ts';
import { holm, pairedDifference, type PairedDifference } from '../statistics/paired.ts';
import { restrictedTimes } from '../statistics/survival.ts';
import type { AblationPlan, PlannedRow } from './plan.ts';
import type { Expected, Knockout, KnockoutMeasure, Role } from './table.ts';

/** How a measured effect stands to the sign that was stated beforehand. */
export type Verdict = 'as stated' | 'none shown' | 'opposite';

/** A measure of a knock-out, judged. Effects are knock-out minus base. */
export interface JudgedMeasure {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly role: Role;
  readonly expected: Expected | null;
  /** Pairs in which both variants have a value. */
  readonly n: number;
  /** Means over those pairs; null without any. */
  readonly base: number | null;
  readonly knockout: number | null;
  readonly effect: number | null;
  /** 95 per cent interval of the mean effect. */
  readonly low: number | null;
  readonly high: number | null;
  /** Standard deviation of the base over runs. */
  readonly sd: number | null;
  /** Two-sided chance under no effect, and for a primary the same after Holm's correction over the table. */
  readonly p: number | null;
  readonly pHolm: number | null;
  /** Variance saved by sharing luck: see `PairedDifference.varianceRatio`. */
  readonly varianceRatio: number | null;
  /** Null for a distal measure about which nothing was stated. */
  readonly verdict: Verdict | null;
}

export interface JudgedKnockout {
  readonly knockout: Knockout;
  /** Pairs asked for, and those in which the fork's moment came. */
  readonly pairs: number;
  readonly reached: number;
  readonly failed: number;
  readonly measures: readonly JudgedMeasure[];
  /** Whether the effect was exactly zero in every pair of the negative control; null without one. */
  readonly controlIsZero: boolean | null;
  readonly works: boolean;
}

/** An effect below a tenth of the spread over runs is no mechanism at work, however sure. Source: the rules of the table. */
export const EFFECT_SD_MIN = 0.1;
const ALPHA = 0.05;

/** Judges every row of a table from the rows of its batch. */
export function judgeAblation(
  { rows }: AblationPlan,
  measureIds: readonly string[],
  results: readonly VariantResult[],
  horizonHours: number,
): JudgedKnockout[] {
  const drafts = rows.map((row) => compare(row, measureIds, results, horizonHours));
  const primaries = drafts.map(({ differences, knockout }) => {
    const index = knockout.measures.findIndex(({ role }) => role === 'primary');
    return index < 0 ? Number.NaN : (differences[index]?.p ?? Number.NaN);
  });
  const adjusted = holm(primaries);
  return drafts.map((draft, index) => judge(draft, adjusted[index]!));
}

interface Draft {
  readonly knockout: Knockout;
  readonly pairs: number;
  readonly reached: number;
  readonly failed: number;
  readonly differences: readonly PairedDifference[];
  readonly controlIsZero: boolean | null;
}

/** Whether a fork's moment came: a run in which it did not has no values at all. */
function wasReached(row: Row): boolean {
  return row.values.some((value) => value !== null);
}

function compare(
  row: PlannedRow,
  measureIds: readonly string[],
  results: readonly VariantResult[],
  horizonHours: number,
): Draft {
  const { knockout } = row;
  const base = results[row.base];
  const other = results[row.other];
  if (base === undefined || other === undefined) {
    return { knockout, pairs: 0, reached: 0, failed: 0, differences: [], controlIsZero: null };
  }
  const pairs = pairsOf(base, other);
  const reached = pairs.filter(([left, right]) => wasReached(left) && wasReached(right));
  const differences = knockout.measures.map(({ spec }) => {
    const at = measureIds.indexOf(spec.id);
    const column = (side: 0 | 1): (number | null)[] =>
      numbersOf(
        spec.kind,
        reached.map((pair) => pair[side].values[at] ?? null),
        horizonHours,
      );
    return pairedDifference(column(0), column(1));
  });
  const failed = base.failures.length + other.failures.length;
  const controlIsZero = controlOf(row, results);
  return {
    knockout,
    pairs: pairs.length,
    reached: reached.length,
    failed,
    differences,
    controlIsZero,
  };
}

function pairsOf(base: VariantResult, other: VariantResult): (readonly [Row, Row])[] {
  const byRun = new Map(other.rows.map((row) => [row.run, row]));
  return base.rows.flatMap((row) => {
    const partner = byRun.get(row.run);
    return partner === undefined ? [] : [[row, partner] as const];
  });
}

/** Times are restricted at the horizon, flags count as 0 and 1. */
function numbersOf(
  kind: MeasureKind,
  values: readonly MeasureValue[],
  horizonHours: number,
): (number | null)[] {
  if (kind === 'time') return restrictedTimes(values, horizonHours);
  return values.map((value) =>
    typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : null,
  );
}

/** In a control the two runs of a pair may not differ in any measure. */
function controlOf(row: PlannedRow, results: readonly VariantResult[]): boolean | null {
  const base = results[row.controlBase];
  const other = results[row.controlOther];
  if (base === undefined || other === undefined) return null;
  return pairsOf(base, other).every(
    ([left, right]) => JSON.stringify(left.values) === JSON.stringify(right.values),
  );
}

function judge(draft: Draft, pHolm: number): JudgedKnockout {
  const { knockout, differences, ...counts } = draft;
  const measures = knockout.measures.map((measure, index) =>
    judgeMeasure(measure, differences[index], measure.role === 'primary' ? pHolm : null),
  );
  const primary = measures.find(({ role }) => role === 'primary');
  return { ...counts, knockout, measures, works: primary !== undefined && isAtWork(primary) };
}

function isAtWork({ verdict, effect, sd }: JudgedMeasure): boolean {
  if (verdict !== 'as stated' || effect === null) return false;
  // A base that never varies has no spread to be small against.
  return sd === null || sd === 0 || Math.abs(effect) >= EFFECT_SD_MIN * sd;
}

const plain = (value: number): number | null => (Number.isFinite(value) ? value : null);

function judgeMeasure(
  { spec, role, expected }: KnockoutMeasure,
  difference: PairedDifference | undefined,
  pHolm: number | null,
): JudgedMeasure {
  const unit = spec.kind === 'flag' ? 'share of runs' : spec.unit;
  const head = { id: spec.id, title: spec.title, unit, role, expected };
  const hasPairs = difference !== undefined && difference.n > 0;
  if (!hasPairs) {
    const none = { base: null, knockout: null, effect: null, low: null, high: null, sd: null };
    const verdict = expected === null ? null : 'none shown';
    return { ...head, n: 0, ...none, p: null, pHolm: null, varianceRatio: null, verdict };
  }
  const chance = pHolm ?? difference.p;
  return {
    ...head,
    n: difference.n,
    base: plain(difference.base),
    knockout: plain(difference.other),
    effect: plain(difference.estimate),
    low: plain(difference.low),
    high: plain(difference.high),
    sd: plain(difference.sdBase),
    p: plain(difference.p),
    pHolm: pHolm === null ? null : plain(pHolm),
    varianceRatio: plain(difference.varianceRatio),
    verdict: verdictOf(expected, difference.estimate, chance),
  };
}

/** NaN as the chance (a single pair) shows nothing. */
export function verdictOf(
  expected: Expected | null,
  effect: number,
  chance: number,
): Verdict | null {
  if (expected === null) return null;
  if (!(chance < ALPHA) || effect === 0) return 'none shown';
  return effect > 0 === (expected === 'up') ? 'as stated' : 'opposite';
}

/** Hours from the scenario's start to 31 August 24:00 JST, to which things that do not happen are reckoned. */
export function horizonHoursOf(model: Model): number {
  return (HORIZON_MINUTES - model.startMinutes) / 60;
}

/** 31 August 1938 24:00 JST in minutes since 1970. Source: the rules of the table. */
const HORIZON_MINUTES = Date.UTC(1938, 7, 31, 15) / 60000;
