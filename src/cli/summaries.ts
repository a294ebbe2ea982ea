import type { Batch, VariantResult } from '../experiment/index.ts';
import { MEASURES, summarise } from '../record/index.ts';
import type { MeasureKind, MeasureValue, Summary } from '../record/index.ts';

/** One measure over many runs, as `khasan.replicate/1` has it. */
export interface MeasureSummary {
  readonly kind: MeasureKind;
  readonly unit: string;
  /** Runs in which the measure has a value. */
  readonly n: number;
  /** Share 0–1 of runs in which the measure has a value: in which the thing occurred. */
  readonly happened: number;
  /** Mean of figures; share of yes for a flag; null for a category. */
  readonly mean: number | null;
  readonly sd: number | null;
  readonly p05: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p95: number | null;
  /** Share of each word for a category, null for the other kinds. */
  readonly shares: Readonly<Record<string, number>> | null;
}

/** Values of one measure over the runs of a variant, in the order of the runs. */
export function valuesOf(
  batch: Pick<Batch, 'measureIds'>,
  result: VariantResult,
  id: string,
): MeasureValue[] {
  const position = batch.measureIds.indexOf(id);
  return result.rows.map((row) => row.values[position] ?? null);
}

/** Sums up every measure by its id, in the order of tables. */
export function summariseVariant(
  batch: Pick<Batch, 'measureIds'>,
  result: VariantResult,
): Record<string, MeasureSummary> {
  const summaries: Record<string, MeasureSummary> = {};
  for (const spec of MEASURES) {
    summaries[spec.id] = shapeSummary(summarise(spec, valuesOf(batch, result, spec.id)));
  }
  return summaries;
}

/** A summary in the shape in which machines get it. */
export function shapeSummary(summary: Summary): MeasureSummary {
  const { kind, unit, n, happened, mean, sd, p05, p25, p50, p75, p95, shares } = summary;
  return {
    kind,
    unit,
    n: happened,
    happened: n === 0 ? 0 : happened / n,
    mean: kind === 'flag' && happened > 0 ? (shares?.['yes'] ?? 0) : mean,
    sd,
    p05,
    p25,
    p50,
    p75,
    p95,
    shares: kind === 'category' ? shares : null,
  };
}
