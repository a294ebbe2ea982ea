import { ln, logistic } from '../../engine/index.ts';
import { weightedSlopes } from '../statistics/least-squares.ts';
import { effectiveSize, weightedMean } from '../statistics/weighted.ts';

/** Draws from the prior and what their runs came to. */
export interface DrawTable {
  /** `[draw][parameter]`: share of the prior that lies below the value, strictly between 0 and 1. */
  readonly places: readonly (readonly number[])[];
  /** `[draw][replicate][row]`; NaN where the thing did not happen or the run broke. */
  readonly outcomes: readonly (readonly (readonly number[])[])[];
}

/** What a row is held against. */
export interface Aim {
  /** Recorded value, or the two ends of a recorded span; inside it nothing is amiss. */
  readonly low: number;
  readonly high: number;
  /** One unit of distance, in the unit of the row; above 0. */
  readonly scale: number;
  readonly weight: number;
}

/** A weighted sample of the posterior. */
export interface Posterior {
  /** Distance at which the weight of a run is nothing. */
  readonly tolerance: number;
  /** Runs with a value of every row, and those of them that have weight. */
  readonly complete: number;
  readonly accepted: number;
  /** Effective number of runs and of draws. */
  readonly effectiveRuns: number;
  readonly effectiveDraws: number;
  /** Weight of each draw: that of its runs together. */
  readonly drawWeights: readonly number[];
  /** `[parameter][run]`: places in the prior after the adjustment, and the weight of each run. */
  readonly places: readonly (readonly number[])[];
  readonly weights: readonly number[];
}

interface NearRun {
  readonly draw: number;
  readonly gaps: readonly number[];
  readonly distance: number;
}

/** Runs for each slope of the adjustment below which it is left out. */
const RUNS_PER_SLOPE_MIN = 4;

/** How far an outcome is from what is recorded, in units of the scale; 0 inside a span. */
export function gapOf({ low, high, scale }: Aim, outcome: number): number {
  return (outcome - Math.max(low, Math.min(high, outcome))) / scale;
}

/**
 * Approximate Bayesian computation by rejection with local-linear regression adjustment (Beaumont, Zhang and Balding
 * 2002). Every run is held against the record by itself, because the record is one outcome too: its distance is the
 * root of the weighted sum of squared gaps, its weight Epanechnikov's of the distance over that of the share `accept`.
 * A draw weighs what its runs weigh together, so that luck is averaged over its replicates. The adjustment is made on
 * the log-odds of the place in the prior and so never leaves the prior.
 * @param without a draw that is left out, for the check of the machinery.
 */
export function posteriorOf(
  table: DrawTable,
  aims: readonly Aim[],
  { accept, without = -1 }: { readonly accept: number; readonly without?: number },
): Posterior {
  const runs = nearRuns(table, aims, without);
  const kept = Math.max(1, Math.ceil(accept * runs.length));
  const tolerance = runs[Math.min(kept, runs.length - 1)]?.distance ?? 0;
  const near = runs.filter(({ distance }) => distance < tolerance);
  // Where many runs are equally near, none is nearer than the last one kept.
  const used = near.length > 0 ? near : runs.slice(0, kept);
  const weights = used.map(({ distance }) =>
    near.length > 0 ? 1 - (distance / tolerance) ** 2 : 1,
  );
  const drawWeights = table.places.map(() => 0);
  for (const [index, { draw }] of used.entries()) {
    drawWeights[draw] = drawWeights[draw]! + weights[index]!;
  }
  return {
    tolerance,
    complete: runs.length,
    accepted: used.length,
    effectiveRuns: effectiveSize(weights),
    effectiveDraws: effectiveSize(drawWeights),
    drawWeights,
    places: adjusted(table, used, weights),
    weights,
  };
}

function nearRuns(table: DrawTable, aims: readonly Aim[], without: number): NearRun[] {
  const runs = table.outcomes.flatMap((replicates, draw): NearRun[] => {
    if (draw === without) return [];
    return replicates.flatMap((outcomes) => {
      if (outcomes.some((outcome) => Number.isNaN(outcome))) return [];
      const gaps = aims.map((aim, row) => gapOf(aim, outcomes[row]!));
      const squares = gaps.reduce((sum, gap, row) => sum + aims[row]!.weight * gap * gap, 0);
      return [{ draw, gaps, distance: Math.sqrt(squares) }];
    });
  });
  return runs.sort((a, b) => a.distance - b.distance);
}

/** What is left over after a line has been laid through `n` figures is too small by this: slopes take freedom away. */
function freedomFactor(n: number, slopes: number): number {
  return Math.sqrt(n / Math.max(1, n - slopes));
}

/** `[parameter][run]`: places moved to where the runs would have agreed with the record, as far as a line can tell. */
function adjusted(
  table: DrawTable,
  runs: readonly NearRun[],
  weights: readonly number[],
): number[][] {
  const count = table.places[0]?.length ?? 0;
  const odds = runs.map(({ draw }) => table.places[draw]!.map((u) => ln(u / (1 - u))));
  const rows = runs[0]?.gaps.length ?? 0;
  const gaps = runs.map((run) => run.gaps);
  const slopes =
    runs.length < RUNS_PER_SLOPE_MIN * (rows + 1) ? null : weightedSlopes(gaps, odds, weights);
  const spread = slopes === null ? 1 : freedomFactor(effectiveSize(weights), rows + 1);
  return Array.from({ length: count }, (_, parameter) => {
    const slope = slopes?.[parameter] ?? [];
    const moved = odds.map(
      (line, run) =>
        line[parameter]! - slope.reduce((sum, each, row) => sum + each * gaps[run]![row]!, 0),
    );
    const middle = weightedMean(moved, weights);
    return moved.map((value) => logistic(middle + spread * (value - middle)));
  });
}
