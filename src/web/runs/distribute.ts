/** A value of a measure in one run; `null` where the thing did not happen. */
export type Value = number | string | boolean | null;

/** A column of the plot: what it stands for, and the runs in it by their seeds. */
export interface Column {
  readonly label: string;
  /** Where the column begins on the axis of a figure; its position for words. */
  readonly from: number;
  readonly seeds: readonly number[];
}

export interface Distribution {
  readonly columns: readonly Column[];
  /** Breadth of a column on the axis; 1 for words. */
  readonly step: number;
  /** Figures in ascending order; empty for words. */
  readonly sorted: readonly number[];
  readonly happened: number;
}

const COLUMNS_MOST = 32;
/** Hours that a column of times may be broad. */
const HOUR_STEPS = [1, 2, 3, 6, 12, 24, 48, 120] as const;

export interface DistributionWish {
  /** Whether the figures are hours since the scenario's start. */
  readonly isTime?: boolean;
  /** Figures that the axis must reach as well. */
  readonly reach?: readonly number[];
}

/** Sorts the values of a measure into columns: equal steps for figures, one for each word. */
export function distribute(
  values: readonly Value[],
  seeds: readonly number[],
  { isTime = false, reach = [] }: DistributionWish = {},
): Distribution {
  const known = values.flatMap((value, run) => (value === null ? [] : [{ value, run }]));
  const numbers = known.filter(
    (each): each is { value: number; run: number } => typeof each.value === 'number',
  );
  if (numbers.length < known.length || numbers.length === 0) {
    const byWord = new Map<string, number[]>();
    for (const { value, run } of known) {
      const word = String(value);
      byWord.set(word, [...(byWord.get(word) ?? []), seeds[run]!]);
    }
    const columns = [...byWord]
      .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
      .map(([label, list], from) => ({ label, from, seeds: list }));
    return { columns, step: 1, sorted: [], happened: known.length };
  }
  const sorted = numbers.map(({ value }) => value).sort((a, b) => a - b);
  const low = Math.min(sorted[0]!, ...reach);
  const high = Math.max(sorted.at(-1)!, ...reach);
  const isWhole = numbers.every(({ value }) => Number.isInteger(value));
  const step = stepFor((high - low) / COLUMNS_MOST, isWhole, isTime);
  const first = Math.floor(low / step);
  const count = Math.floor(high / step) - first + 1;
  const columns = Array.from({ length: count }, (_, index) => ({
    label: '',
    from: (first + index) * step,
    seeds: [] as number[],
  }));
  for (const { value, run } of numbers) {
    columns[Math.floor(value / step) - first]!.seeds.push(seeds[run]!);
  }
  return { columns, step, sorted, happened: known.length };
}

/** A round step that is at least so large: hours and days for times, else 1, 2 or 5 of a power of ten. */
function stepFor(least: number, isWhole: boolean, isTime: boolean): number {
  if (isTime) return HOUR_STEPS.find((each) => each >= least) ?? Math.ceil(least / 24) * 24;
  if (!(least > 0)) return isWhole ? 1 : 0.1;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= least) ?? least;
  return isWhole ? Math.max(1, step) : step;
}

/** Quantile of ascending figures, by a straight line between neighbours. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at));
}
