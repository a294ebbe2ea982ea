import { figure } from '../report/figures.ts';
import type { FrozenSet } from './frozen.ts';
import type { CalibrationOutcome } from './outcome.ts';

/** One prediction row beside the runs that a frozen set gives. */
export interface PredictionNote {
  readonly id: string;
  readonly title: string;
  /** Median and 90 % band of the runs, or of yes and no the share of yes in `p50`; `null` without runs. */
  readonly p05: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  /** Whether the record lies in the middle half of the runs, and in nine tenths of them. */
  readonly in50: boolean | null;
  readonly in90: boolean | null;
}

/** A change of a frozen parameter, with its reason: a calibration row or a source from outside. */
export interface LedgerEntry {
  /** Hash of the frozen set from here on. */
  readonly hash: string;
  readonly changed: readonly {
    readonly id: string;
    readonly from: number | null;
    readonly to: number;
  }[];
  readonly reason: string;
  /** What the runs said of the prediction rows with this set; empty where nobody has asked. */
  readonly predictions: readonly PredictionNote[];
}

/** The record of a calibration that the repository keeps: the outcome, and every change of the frozen set. */
export interface CalibrationRecord extends CalibrationOutcome {
  readonly ledger: readonly LedgerEntry[];
}

/** What differs between two frozen sets. */
export function changesBetween(before: FrozenSet, after: FrozenSet): LedgerEntry['changed'] {
  return Object.entries(after.values)
    .filter(([id, to]) => before.values[id] !== to)
    .map(([id, to]) => ({ id, from: before.values[id] ?? null, to }));
}

/** The rows marked prediction of the answers of `khasan compare --json`, as notes. */
export function predictionNotes(comparisons: readonly ComparedStart[]): PredictionNote[] {
  return comparisons.flatMap(({ measures }) =>
    measures
      .filter(({ use, measure }) => use === 'prediction' && measure !== null)
      .map(({ id, title, runs, share, in50, in90 }) => ({
        ...{ id, title, in50, in90 },
        p05: runs?.p05 ?? null,
        p50: share?.share ?? runs?.p50 ?? null,
        p95: runs?.p95 ?? null,
      })),
  );
}

/** As far as it is read here: one value `khasan.compare/1`. */
export interface ComparedStart {
  readonly measures: readonly {
    readonly id: string;
    readonly measure: string | null;
    readonly title: string;
    readonly use: string;
    readonly runs: { readonly p05?: number; readonly p50?: number; readonly p95?: number } | null;
    readonly share: { readonly share: number } | null;
    readonly in50: boolean | null;
    readonly in90: boolean | null;
  }[];
}

/** The ledger as a section of Markdown. */
export function ledgerPage(ledger: readonly LedgerEntry[]): string {
  const parts = ledger.map(({ hash, changed, reason, predictions }) => {
    const what = changed.map(({ id, from, to }) => `\`${id}\` ${from ?? '–'} → ${to}`).join(', ');
    const line = `- \`${hash}\`: ${what === '' ? 'as it was frozen' : what}. ${reason}`;
    return [line, ...predictionLines(predictions)].join('\n');
  });
  return `### Ledger of the frozen set\n\n${parts.join('\n')}\n`;
}

function predictionLines(predictions: readonly PredictionNote[]): string[] {
  if (predictions.length === 0) return [];
  const judged = predictions.filter(({ in90 }) => in90 !== null);
  const within = (key: 'in50' | 'in90'): number =>
    judged.filter((each) => each[key] === true).length;
  const rows = predictions.map(({ id, p05, p50, p95 }) =>
    p05 === null || p95 === null
      ? `${id} ${figure(p50)}`
      : `${id} ${figure(p05)} – ${figure(p50)} – ${figure(p95)}`,
  );
  return [
    `  Predictions: ${rows.join('; ')}.`,
    `  Of ${judged.length} with figures ${within('in50')} lie in the middle half of the runs and ${within('in90')} in nine tenths.`,
  ];
}
