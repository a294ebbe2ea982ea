import type { Batch, Variant, VariantResult } from '../experiment/index.ts';
import { compareRuns, RECORDED, TARGETS } from '../record/index.ts';
import type {
  ComparisonRow,
  DelayVerdict,
  MeasureValue,
  TargetStart,
  UseWord,
} from '../record/index.ts';
import { parseClaims, type ParsedClaims } from '../scenario/index.ts';
import { EXIT, mistake } from './errors.ts';
import { variantOf, type BatchOptions } from './run-options.ts';
import type { Session } from './session.ts';
import { valuesOf } from './summaries.ts';

/** How many recorded figures lie within the middle 50 % and 90 % of the runs. */
export interface CoverageCount {
  readonly rows: number;
  readonly in50: number;
  readonly in90: number;
}

/** Runs from one start beside the record. */
export interface StartComparison {
  /** `free`, or the id of an anchor. */
  readonly from: string;
  /** Runs of each treatment. */
  readonly runs: number;
  /** Every row compared with the runs that it asks for: with the recorded truce, or without. */
  readonly rows: readonly ComparisonRow[];
  /** Values of each row that has a measure, a run each, by the id of the row. */
  readonly values: ReadonlyMap<string, readonly MeasureValue[]>;
  readonly coverage: Readonly<Record<UseWord, CoverageCount>>;
  readonly delays: DelayVerdict;
}

/** The claims of the record that a session rests on. @throws a mistake where there are none. */
export function claimsOf(session: Pick<Session, 'folder'>): ParsedClaims {
  const file = session.folder.history.find(({ path }) => path === 'claims.csv');
  if (file !== undefined) return parseClaims(file.text, file.path);
  throw mistake({
    found: `there is no record to compare '${session.folder.name}' with`,
    wanted: 'history/claims.csv in the folder of the scenario',
    exitCode: EXIT.no,
  });
}

/** Whether rows of the record ask for runs from this start with the recorded hour of the truce given. */
function treatmentsOf(from: string): boolean[] {
  const asked = [...TARGETS, ...RECORDED].filter(({ start }) => start === from);
  return [false, true].filter((keepTruce) =>
    asked.some((target) => target.keepTruce === keepTruce && target.measure !== null),
  );
}

/**
 * The variants that a comparison from some starts needs: one for each start, two where some rows give
 * the truce from outside and others do not.
 */
export function comparisonVariants(
  session: Session,
  starts: readonly string[],
  options: BatchOptions,
): Variant[] {
  return starts.flatMap((from) => {
    const treatments = treatmentsOf(from);
    if (treatments.length === 0) {
      throw mistake({
        found: `the record has nothing to set beside runs from '${from}'`,
        where: '--from',
        exitCode: EXIT.no,
      });
    }
    return treatments.map((keepTruce) => {
      const variant = variantOf(session, { ...options, keepTruce }, from);
      return keepTruce ? { ...variant, id: `${from} with the recorded truce` } : variant;
    });
  });
}

/** Compares the variants of a batch from one start with the record. */
export function compareStart(
  session: Session,
  claims: ParsedClaims,
  variants: readonly Variant[],
  batch: Batch,
  from: string,
): StartComparison {
  const rowsById = new Map<string, ComparisonRow>();
  const values = new Map<string, readonly MeasureValue[]>();
  let delays: DelayVerdict = { rows: 0, inside80: 0, outside98: 0, met: null };
  let runs = Infinity;
  for (const [index, variant] of variants.entries()) {
    if (variant.setup.from !== from) continue;
    const result = batch.variants[index]!;
    const comparison = compareOne(session, claims, variant, batch, result);
    runs = Math.min(runs, result.rows.length);
    if (variant.setup.keepTruce !== true) delays = comparison.delays;
    for (const row of comparison.rows) {
      // A row stands in the place it has in the table of targets, from the runs that it asks for.
      if (!row.asStated && rowsById.has(row.id)) continue;
      rowsById.set(row.id, row);
      if (row.measure !== null) values.set(row.id, valuesOf(batch, result, row.measure));
    }
  }
  const rows = [...rowsById.values()];
  const counted = runs === Infinity ? 0 : runs;
  return { from, runs: counted, rows, values, coverage: coverageOf(rows), delays };
}

function compareOne(
  session: Session,
  claims: ParsedClaims,
  variant: Variant,
  batch: Batch,
  result: VariantResult,
): ReturnType<typeof compareRuns> {
  return compareRuns({
    start: variant.setup.from as TargetStart,
    keepTruce: variant.setup.keepTruce === true,
    values: (id) => valuesOf(batch, result, id),
    claims,
    startMinutes: session.model.startMinutes,
  });
}

function coverageOf(rows: readonly ComparisonRow[]): Record<UseWord, CoverageCount> {
  const count = (use: UseWord): CoverageCount => {
    const counted = rows.filter((row) => row.use === use && row.in90 !== null);
    return {
      rows: counted.length,
      in50: counted.filter((row) => row.in50 === true).length,
      in90: counted.filter((row) => row.in90 === true).length,
    };
  };
  return {
    calibration: count('calibration'),
    informed: count('informed'),
    prediction: count('prediction'),
    none: count('none'),
  };
}
