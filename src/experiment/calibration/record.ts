import { compareRuns, type ComparisonRow } from '../../record/index.ts';
import type { ParsedClaims } from '../../scenario/index.ts';
import type { Calibration, CalibrationRow } from './calibration.ts';

/** What the record says of a row, as numbers: yes is 1, no is 0. */
export interface RecordedSpan {
  readonly low: number;
  readonly high: number;
}

/**
 * The recorded value of every row: a number, or the two ends of a span where the record has no single one or where a time
 * was seen by several clocks. `null` where the record says nothing.
 */
export function recordedSpans(
  { rows }: Pick<Calibration, 'rows'>,
  claims: Pick<ParsedClaims, 'byId'>,
  startMinutes: number,
): (RecordedSpan | null)[] {
  return rows.map(({ target, start }) => {
    const { rows: compared } = compareRuns({
      start,
      keepTruce: target.keepTruce,
      values: () => [],
      claims,
      startMinutes,
    });
    const found = compared.find(({ id }) => id === target.id);
    return found === undefined ? null : spanOf(found);
  });
}

function spanOf({ record, kind }: ComparisonRow): RecordedSpan | null {
  const { value, low, high } = record;
  if (typeof value === 'boolean') return { low: value ? 1 : 0, high: value ? 1 : 0 };
  if (typeof value === 'number' && kind !== 'time') return { low: value, high: value };
  if (typeof low === 'number' && typeof high === 'number') return { low, high };
  return typeof value === 'number' ? { low: value, high: value } : null;
}

/** What is accepted of a row, in words and figures. */
export function acceptedWords({ target }: CalibrationRow): string {
  const { rule } = target;
  if (rule.judge === 'median') return `median ${rule.low}–${rule.high}`;
  if (rule.judge === 'share-at-least') return `share ≥ ${rule.bound * 100} %`;
  if (rule.judge === 'share-at-most') return `share ≤ ${rule.bound * 100} %`;
  return rule.judge === 'band' ? '80 % band' : 'printed';
}
