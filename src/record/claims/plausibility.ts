import type { Claim } from '../../scenario/index.ts';
import { formatCount } from '../narrative/clock.ts';
import type { MeasureValue } from '../measure.ts';

/**
 * How a claim stands to the runs' truth. `ordinary`: in the middle half. `possible`: in nine runs of ten.
 * `rare`: outside that, and some run comes as far. `never`: no run does. `not-asked`: too few runs have a value.
 */
export type Plausibility = 'ordinary' | 'possible' | 'rare' | 'never' | 'not-asked';

export interface Judgement {
  readonly claim: string;
  readonly measure: string;
  /** `free`, or the anchor the runs start from; whether the recorded hour of the truce is given to them. */
  readonly start: string;
  readonly keepTruce: boolean;
  /** The claim's figure in the unit of the measure: hours since the scenario's start for a time. */
  readonly value: MeasureValue;
  /** Runs, and those of them in which the measure has a value. */
  readonly runs: number;
  readonly n: number;
  /** Quantiles of the runs' truth; null for flags and words. */
  readonly p05: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  /** Mid-rank 0–1 of the claim among the runs; for flags and words the share of runs that say the same. */
  readonly percentile: number | null;
  readonly verdict: Plausibility;
  readonly sentence: string;
  /** What keeps the verdict from meaning more, in sentences. */
  readonly limits: readonly string[];
}

/** Runs with a value below which nothing is said. Assumption: with twenty, one in twenty can just be seen. */
const RUNS_MIN = 20;

/** Where a claim is to be looked for among runs. */
export interface Question {
  readonly claim: Claim;
  readonly measure: string;
  readonly title: string;
  readonly unit: string;
  readonly start: string;
  readonly keepTruce: boolean;
  readonly value: MeasureValue;
  /** Set where the claim is put beside what is said in the runs: how the two differ in kind, `''` where they do not. */
  readonly unlike?: string;
}

/** Judges a claim by the values of a measure, one a run. */
export function judgeClaim(question: Question, values: readonly MeasureValue[]): Judgement {
  const { claim, measure, start, keepTruce, value } = question;
  const figures = values.filter((each): each is number => typeof each === 'number').sort(ascending);
  const given = values.filter((each) => each !== null);
  const isFigure = typeof value === 'number';
  const n = isFigure ? figures.length : given.length;
  const percentile =
    n === 0 ? null : isFigure ? midRank(figures, value) : shareOfSame(given, value);
  const verdict =
    percentile === null || n < RUNS_MIN
      ? 'not-asked'
      : isFigure
        ? verdictOf(figures, value, percentile)
        : verdictOfShare(percentile);
  const quantile = (share: number): number | null =>
    isFigure && figures.length > 0 ? quantileOf(figures, share) : null;
  const judgement = {
    ...{ claim: claim.id, measure, start, keepTruce, value, runs: values.length, n },
    ...{ p05: quantile(0.05), p50: quantile(0.5), p95: quantile(0.95), percentile, verdict },
  };
  return {
    ...judgement,
    sentence: sentenceFor(question, judgement),
    limits: limitsOf(question, judgement),
  };
}

const ascending = (a: number, b: number): number => a - b;

/** Share of figures below the value, ties by half. */
function midRank(sorted: readonly number[], value: number): number {
  let below = 0;
  let same = 0;
  for (const figure of sorted) {
    if (figure < value) below++;
    else if (figure === value) same++;
  }
  return (below + same / 2) / sorted.length;
}

function shareOfSame(given: readonly MeasureValue[], value: MeasureValue): number {
  return given.filter((each) => each === value).length / given.length;
}

/** Type 7 of Hyndman and Fan, as everywhere in the project. */
function quantileOf(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const left = sorted[low]!;
  const right = sorted[Math.min(low + 1, sorted.length - 1)]!;
  return left + (right - left) * (at - low);
}

function verdictOf(sorted: readonly number[], value: number, percentile: number): Plausibility {
  if (value < sorted[0]! || value > sorted[sorted.length - 1]!) return 'never';
  if (percentile < 0.05 || percentile > 0.95) return 'rare';
  return percentile < 0.25 || percentile > 0.75 ? 'possible' : 'ordinary';
}

/** Assumption: half of the runs is ordinary, one in ten possible. */
function verdictOfShare(share: number): Plausibility {
  if (share === 0) return 'never';
  if (share < 0.1) return 'rare';
  return share < 0.5 ? 'possible' : 'ordinary';
}

type Bare = Omit<Judgement, 'sentence' | 'limits'>;

function sentenceFor({ unit, title }: Question, judgement: Bare): string {
  const { value, n, runs, p05, p50, p95, percentile, verdict } = judgement;
  if (verdict === 'not-asked' || percentile === null) {
    return `Only ${String(n)} of ${String(runs)} runs have a value for “${title}”; that says nothing.`;
  }
  if (typeof value !== 'number') {
    return `${percentOf(percentile)} of the runs say the same (“${title}”).`;
  }
  const band =
    `${title}: the runs have ${figure(p50!)} ${unit}, in nine runs of ten between ` +
    `${figure(p05!)} and ${figure(p95!)}`;
  const side = percentile < 0.5 ? 'low' : 'high';
  const far = percentOf(percentile < 0.5 ? percentile : 1 - percentile);
  switch (verdict) {
    case 'ordinary':
      return `${band}: the claim is an ordinary outcome.`;
    case 'possible':
      return `${band}: the claim is on the ${side} side, and possible.`;
    case 'rare':
      return `${band}: the claim is ${side}; ${far} of the runs go so far.`;
    default:
      return `${band}: no run is so ${side} as the claim.`;
  }
}

function percentOf(share: number): string {
  return `${String(Math.round(share * 100))} per cent`;
}

/** Two significant figures. */
function figure(value: number): string {
  if (Math.abs(value) >= 20) return (value < 0 ? '−' : '') + formatCount(Math.abs(value));
  return String(Number(value.toPrecision(2))).replace('-', '−');
}

const KIND_OF_CLAIM = {
  enemy: 'A claim about the enemy: whoever counts the other side counts much twice.',
  public: 'Said in public at the time, for a purpose.',
  uncited: 'The source names none of its own.',
  memory: 'From memory, not verified.',
} as const;

/** Why the verdict is not worth more than it is. */
function limitsOf(question: Question, { runs, n }: Bare): string[] {
  const { claim, start, keepTruce } = question;
  const limits = question.unlike === undefined ? kindLimits(claim) : saidLimits(question.unlike);
  if (claim.status === 'uncited') limits.push(KIND_OF_CLAIM.uncited);
  if (claim.status === 'memory') limits.push(KIND_OF_CLAIM.memory);
  if (start !== 'free') {
    const truce = keepTruce ? ', with the recorded hour of the truce' : '';
    limits.push(`Of runs from the recorded state ${start}${truce}.`);
  }
  if (n < runs)
    limits.push(`Of the ${String(n)} runs of ${String(runs)} in which it happens at all.`);
  return limits;
}

/** What is said in runs hangs on rules of reporting that nothing was fitted to. */
function saidLimits(unlike: string): string[] {
  const limits = ['How losses are reported is assumed, and was not fitted to what was said.'];
  if (unlike !== '') limits.push(unlike);
  return limits;
}

/** What a claim's use, its speaker and its openness take from a comparison with the truth. */
function kindLimits(claim: Claim): string[] {
  const limits: string[] = [];
  if (claim.use === 'c') {
    limits.push('Constants were chosen with this figure in view: agreement says nothing for it.');
  } else if (claim.use === 'i') {
    limits.push('The figure had been seen when constants were chosen.');
  }
  if (claim.claimant !== claim.about && (claim.claimant === 'su' || claim.claimant === 'jp')) {
    limits.push(KIND_OF_CLAIM.enemy);
  }
  if (claim.publicity === 'public') limits.push(KIND_OF_CLAIM.public);
  return limits;
}

const isNear = (verdict: Plausibility): boolean => verdict === 'ordinary' || verdict === 'possible';

/** Whether the runs say more or less than a claim that lies at their edge. */
function sideOfClaim({ percentile }: Judgement): string {
  return percentile !== null && percentile < 0.5 ? 'more' : 'less';
}

/**
 * What a claim is worth when it is set beside both: what happened in the runs, and what was said of it in them.
 * @param truth `undefined` where no measure tells the thing as of the claim's day.
 */
export function weighClaim(truth: Judgement | undefined, said: Judgement): string {
  if (said.verdict === 'not-asked') return 'Too few runs to set it beside what is said in them.';
  const isSaid = isNear(said.verdict);
  if (truth === undefined || truth.verdict === 'not-asked') {
    return isSaid
      ? 'It is what such an office would have said in the runs.'
      : `It is not what such an office would have said in the runs: that is ${sideOfClaim(said)}.`;
  }
  if (isNear(truth.verdict)) {
    return isSaid
      ? 'It could be the truth, and it could be what was said of another one: the two lie too close to tell.'
      : 'It is nearer to what happens in the runs than to what is said in them: whoever made it counted better than the model’s offices, or the model’s truth is off.';
  }
  return isSaid
    ? 'It is not what happens in the runs, but what is said of it: counting and passing on are enough to explain it.'
    : 'It is neither what happens in the runs nor what is said in them: counting does not explain it.';
}
