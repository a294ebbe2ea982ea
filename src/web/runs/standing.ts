import { quantile } from './distribute.ts';

/** Where something recorded lies among runs. `beyond`: on the far side of every one of them. */
export type Place = 'inside' | 'edge' | 'beyond';

export interface Standing {
  readonly place: Place;
  /** Shares 0–1 of the runs below, within and above what is recorded. */
  readonly below: number;
  readonly within: number;
  readonly above: number;
}

/** The part of the runs that counts as their middle: nine tenths. */
export const MIDDLE = { from: 0.05, to: 0.95 } as const;

/**
 * Sets a recorded figure, or the span that the record allows, among the figures of runs.
 * @param sorted figures of the runs in which the thing happened, ascending; at least one.
 */
export function standingOf(sorted: readonly number[], low: number, high: number): Standing {
  const count = sorted.length;
  const below = sorted.filter((figure) => figure < low).length / count;
  const above = sorted.filter((figure) => figure > high).length / count;
  const isInside = high >= quantile(sorted, MIDDLE.from) && low <= quantile(sorted, MIDDLE.to);
  const place = isInside ? 'inside' : below === 1 || above === 1 ? 'beyond' : 'edge';
  return { place, below, above, within: Math.max(0, 1 - below - above) };
}

/** A share as eyes take it, without a false 0 or 100: `62 %`, `<1 %`, with a space that does not break. */
export function shareWords(share: number): string {
  if (share > 0 && share < 0.01) return '<1\u00a0%';
  if (share < 1 && share > 0.99) return '>99\u00a0%';
  return `${String(Math.round(share * 100))}\u00a0%`;
}
