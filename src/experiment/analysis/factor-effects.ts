import { elementaryEffects, morrisWalks } from '../design/morris-walks.ts';
import { saltelliOutcomes } from '../design/saltelli.ts';
import type { Experiment, Level } from '../format/experiment.ts';
import { bootstrapInterval, type Interval } from '../statistics/intervals.ts';
import { meanOf, rankCorrelation } from '../statistics/moments.ts';
import {
  morrisIndex,
  sobolIndices,
  type MorrisIndex,
  type SobolIndex,
} from '../statistics/sensitivity.ts';
import { presentOf } from './sample.ts';

/** What each factor does to a measure, by the kind of sample. Factors are in the order of the file. */
export type FactorEffects =
  | { readonly kind: 'rank'; readonly points: number; readonly factors: readonly RankEffect[] }
  | { readonly kind: 'morris'; readonly points: number; readonly factors: readonly MorrisEffect[] }
  | { readonly kind: 'sobol'; readonly points: number; readonly factors: readonly SobolEffect[] };

interface Named {
  readonly factor: string;
}
/** Spearman's rank correlation of the factor with the measure, with a bootstrap interval. */
export type RankEffect = Named & { readonly correlation: Interval };
export type MorrisEffect = Named & MorrisIndex;
export type SobolEffect = Named & SobolIndex;

/**
 * Works out what the factors do. The outcome of a point is the mean over its runs; since every point met the
 * same luck, what the luck does is the same everywhere and does not pass for a factor's effect.
 * @param columns `[variant][run]`
 */
export function factorEffects(
  experiment: Experiment,
  columns: readonly Float64Array[],
): FactorEffects {
  const outcomes = columns.map((column) => meanOf(presentOf(column)));
  const { kind } = experiment.design;
  if (kind === 'morris') return morrisEffects(experiment, outcomes);
  if (kind === 'sobol') return sobolEffects(experiment, outcomes);
  return rankEffects(experiment, outcomes);
}

function rankEffects(
  { factors, variants }: Experiment,
  outcomes: readonly number[],
): FactorEffects {
  const points = indicesOf(outcomes.map((outcome) => [outcome]));
  return {
    kind: 'rank',
    points: points.length,
    factors: factors.map(({ id, levels }, factor) => {
      const xs = points.map((point) => rankable(variants[point]!.levels[factor]!, levels));
      const ys = points.map((point) => outcomes[point]!);
      const over = (indices: Int32Array): number => {
        const pick = (list: readonly number[]): number[] => Array.from(indices, (i) => list[i]!);
        return rankCorrelation(pick(xs), pick(ys));
      };
      const estimate = rankCorrelation(xs, ys);
      return {
        factor: id,
        correlation: { estimate, ...bootstrapInterval(points.length, over, { stream: factor }) },
      };
    }),
  };
}

/** Words and yes-or-no stand in the order of the levels. */
function rankable(level: Level, levels: readonly Level[]): number {
  return typeof level === 'number' ? level : levels.indexOf(level);
}

function morrisEffects(
  { factors, design }: Experiment,
  outcomes: readonly number[],
): FactorEffects {
  const stops = factors.length + 1;
  const walks = morrisWalks(design.walks, factors.length, design.levels, design.seed);
  const byWalk = walks.map((_, walk) => outcomes.slice(walk * stops, (walk + 1) * stops));
  const effects = elementaryEffects(walks, byWalk);
  return {
    kind: 'morris',
    points: walks.length,
    factors: factors.map(({ id }, factor) => ({
      factor: id,
      ...morrisIndex(effects[factor] ?? [], factor),
    })),
  };
}

function sobolEffects({ factors }: Experiment, outcomes: readonly number[]): FactorEffects {
  const width = factors.length + 2;
  const groups = Array.from({ length: outcomes.length / width }, (_, group) =>
    outcomes.slice(group * width, (group + 1) * width),
  );
  const whole = indicesOf(groups).flatMap((group) => groups[group]!);
  const indices = sobolIndices(saltelliOutcomes(whole, factors.length));
  return {
    kind: 'sobol',
    points: whole.length / width,
    factors: factors.map(({ id }, factor) => ({ factor: id, ...indices[factor]! })),
  };
}

/** Groups in which every outcome is there; a point without a value takes its group with it. */
function indicesOf(groups: readonly (readonly number[])[]): number[] {
  return groups.flatMap((group, index) =>
    group.some((value) => Number.isNaN(value)) ? [] : [index],
  );
}
