import { pairedDifference } from '../../experiment/index.ts';
import { differencePlot, type DifferenceData } from '../../picture/index.ts';
import type { BatchRow } from '../../protocol/index.ts';
import { measureOf } from '../../record/index.ts';
import { measureTitle, sayUnit } from '../i18n/measures.ts';
import { say } from '../i18n/words.ts';
import { lang } from '../state/store.ts';
import { differenceWords } from './difference-words.ts';

type Value = BatchRow['values'][string] | undefined;

/** A value as a figure: a flag as per cent, so that a mean is a share; `null` for words and what did not happen. */
function figureOf(value: Value): number | null {
  if (typeof value === 'boolean') return value ? 100 : 0;
  return typeof value === 'number' ? value : null;
}

/** What pairs say of one measure. */
export interface PairsFinding {
  readonly data: DifferenceData | null;
  readonly sentence: string;
  /** Pairs with a value in both, pairs that are the same run, all pairs. */
  readonly n: number;
  readonly same: number;
  readonly pairs: number;
  /** Seeds of the pairs that differ most, with the difference. */
  readonly widest: readonly { readonly seed: number; readonly difference: number }[];
}

const WIDEST = 5;
const LEVEL = 0.95;

/** The mean difference of one measure over pairs that share their luck, with its interval. */
export function findingOf(
  rows: readonly BatchRow[],
  measure: string,
  change: string,
): PairsFinding {
  const spec = measureOf(measure);
  const pairs = rows.filter((row) => row.other !== undefined);
  const base = pairs.map(({ values }) => figureOf(values[measure]));
  const other = pairs.map((row) => figureOf(row.other?.values[measure]));
  const same = pairs.filter((row) => row.hash === row.other?.hash).length;
  const widest = pairs
    .flatMap(({ seed }, index) => {
      const [from, to] = [base[index] ?? null, other[index] ?? null];
      return from === null || to === null || from === to ? [] : [{ seed, difference: to - from }];
    })
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || a.seed - b.seed)
    .slice(0, WIDEST);
  const { n, estimate, low, high, base: unchanged, other: changed } = pairedDifference(base, other);
  const facts = { n, same, pairs: pairs.length, widest };
  if (spec === undefined || n < 2) {
    const sentence = say(pairs.length < 2 ? 'whatif.few' : 'whatif.empty');
    return { ...facts, data: null, sentence };
  }
  // An axis about nothing says nothing.
  if (low === 0 && high === 0) return { ...facts, data: null, sentence: say('whatif.equal') };
  const named = measureTitle(measure);
  const title = lang.value === 'en' ? named.charAt(0).toLowerCase() + named.slice(1) : named;
  const unit =
    spec.kind === 'flag'
      ? say('difference.hundred')
      : spec.kind === 'time'
        ? say('difference.hours')
        : sayUnit(spec.unit);
  const bare: DifferenceData = {
    ...{ change, measure: title, unit, difference: estimate, low, high, changed, unchanged },
    level: LEVEL,
    pairs: n,
  };
  const data = { ...bare, ...differenceWords(bare) };
  return { ...facts, data, sentence: differencePlot(data).finding };
}
