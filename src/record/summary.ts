import type { MeasureKind, MeasureSpec, MeasureValue } from './measure.ts';

/**
 * What many runs say of one measure. Figures are `null` where the kind does not have them or nothing
 * happened; runs in which the thing did not happen count in `n` and nowhere else.
 */
export interface Summary {
  readonly kind: MeasureKind;
  readonly unit: string;
  /** Runs. */
  readonly n: number;
  /** Runs in which the measure has a value. */
  readonly happened: number;
  readonly mean: number | null;
  /** Sample standard deviation (divisor happened − 1); `null` below two values. */
  readonly sd: number | null;
  readonly p05: number | null;
  readonly p10: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  /** Flags: `yes`, `no`. Categories: each word that came up. Shares 0–1 of `happened`, words in order. */
  readonly shares: Readonly<Record<string, number>> | null;
}

/** Sums up the values of a measure, one per run in any order. Keeps none of them. */
export function summarise(
  spec: Pick<MeasureSpec, 'kind' | 'unit'>,
  values: readonly MeasureValue[],
): Summary {
  const isFigure = spec.kind === 'number' || spec.kind === 'time';
  const figures = isFigure ? sortedFigures(values) : [];
  const words = isFigure ? [] : wordsOf(values);
  const at = (p: number): number | null => quantile(figures, p);
  return {
    kind: spec.kind,
    unit: spec.unit,
    n: values.length,
    happened: isFigure ? figures.length : words.length,
    mean: meanOf(figures),
    sd: standardDeviation(figures),
    p05: at(0.05),
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
    shares: isFigure ? null : sharesOf(words),
  };
}

/** The figures among the values, ascending. */
export function sortedFigures(values: readonly MeasureValue[]): number[] {
  const figures: number[] = [];
  for (const value of values) if (typeof value === 'number') figures.push(value);
  return figures.sort((a, b) => a - b);
}

/** Flags and categories as words, in the order of the runs. */
export function wordsOf(values: readonly MeasureValue[]): string[] {
  const words: string[] = [];
  for (const value of values) {
    if (typeof value === 'boolean') words.push(value ? 'yes' : 'no');
    else if (typeof value === 'string') words.push(value);
  }
  return words;
}

/**
 * Quantile of ascending figures by linear interpolation between order statistics: h = (n − 1)p, the
 * "type 7" of Hyndman and Fan (1996), the default of R and NumPy. `null` of no figures.
 */
export function quantile(sorted: readonly number[], p: number): number | null {
  if (sorted.length === 0) return null;
  const h = (sorted.length - 1) * p;
  const below = Math.floor(h);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (h - below) * (high - low);
}

/**
 * Mid-rank of a figure among ascending ones, 0–1: the share below it and half the share equal to it.
 * `null` of no figures.
 */
export function midRank(sorted: readonly number[], figure: number): number | null {
  if (sorted.length === 0) return null;
  let below = 0;
  let equal = 0;
  for (const each of sorted) {
    if (each < figure) below++;
    else if (each === figure) equal++;
  }
  return (below + equal / 2) / sorted.length;
}

/**
 * Restricted mean time: the mean of the values, each no more than the horizon, where a thing that did
 * not happen counts as the horizon. `null` without runs. Source: design of the knock-out table.
 * @param horizonHours in the unit of the values, hours since the scenario's start for times.
 */
export function restrictedMean(
  values: readonly MeasureValue[],
  horizonHours: number,
): number | null {
  let sum = 0;
  for (const value of values) {
    sum += typeof value === 'number' ? Math.min(value, horizonHours) : horizonHours;
  }
  return values.length === 0 ? null : sum / values.length;
}

/** Share with its 95 % interval after Wilson (1927), which stays within 0–1 and holds for few runs. */
export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/** Interval of `hits` among `runs`; `null` without runs. */
export function wilson(hits: number, runs: number): ShareInterval | null {
  if (runs === 0) return null;
  const share = hits / runs;
  const z2 = Z * Z;
  const centre = (share + z2 / (2 * runs)) / (1 + z2 / runs);
  const spread = share * (1 - share) + z2 / (4 * runs);
  const half = (Z * Math.sqrt(spread / runs)) / (1 + z2 / runs);
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

function meanOf(figures: readonly number[]): number | null {
  if (figures.length === 0) return null;
  let sum = 0;
  for (const figure of figures) sum += figure;
  return sum / figures.length;
}

function standardDeviation(figures: readonly number[]): number | null {
  const mean = meanOf(figures);
  if (mean === null || figures.length < 2) return null;
  let squares = 0;
  for (const figure of figures) squares += (figure - mean) * (figure - mean);
  return Math.sqrt(squares / (figures.length - 1));
}

function sharesOf(words: readonly string[]): Record<string, number> {
  const shares: Record<string, number> = {};
  const sorted = [...words].sort();
  let from = 0;
  while (from < sorted.length) {
    let to = from;
    while (sorted[to] === sorted[from]) to++;
    shares[sorted[from]!] = (to - from) / sorted.length;
    from = to;
  }
  return shares;
}
