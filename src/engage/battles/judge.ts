import type { BattleFacts, BattleResult } from './facts.ts';
import { exampleOf, type Example, type Recipe } from './layer.ts';
import { forecastByMechanism } from './mechanism.ts';
import { bootstrap, forecastOutOfFold, scoreOf, type Interval, type Score } from './score.ts';

/** Sets of battles on which forecasts are judged. */
export const SCOPES = ['1914-', '1936-tanks', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** How battles are kept apart: campaigns, or whole wars. */
export const SPLITS = ['campaign', 'war'] as const;
export type Split = (typeof SPLITS)[number];

/** One recipe judged on one set of battles, none of which its fit has seen. */
export interface Judgement {
  readonly recipe: string;
  readonly scope: Scope;
  readonly split: Split;
  readonly score: Score;
  /** 95 % intervals under a bootstrap over campaigns. */
  readonly logLoss: Interval;
  readonly accuracy: Interval;
  /** Log-loss less that of the recipe compared with, paired; `null` for that recipe itself. */
  readonly logLossDifference: (Interval & { readonly mean: number }) | null;
}

/** Sets facts and results together, with what the rules say; leaves out rows without strengths. */
export function examplesOf(
  battles: readonly BattleFacts[],
  results: readonly BattleResult[],
  params: Float64Array,
): readonly Example[] {
  return battles.flatMap((facts, i) => {
    const result = results[i]!;
    return result.isComplete ? [exampleOf(facts, forecastByMechanism(facts, params), result)] : [];
  });
}

/**
 * Judges recipes on the same battles and splits.
 * @param against name of the recipe that the others are compared with.
 */
export function judge(
  examples: readonly Example[],
  recipes: readonly Recipe[],
  split: Split,
  against: string,
): readonly Judgement[] {
  const groupOf = (example: Example): string =>
    split === 'war' ? example.result.warGroup : example.result.cluster;
  const all = recipes.map((recipe) => ({
    recipe,
    scored: forecastOutOfFold(examples, recipe, groupOf),
  }));
  const yardstick = all.find(({ recipe }) => recipe.name === against)?.scored;
  return SCOPES.flatMap((scope) => {
    const places = examples.flatMap((example, i) => (isIn(scope, example.facts) ? [i] : []));
    // A table without earlier battles has nothing more to say of all years.
    const repeats = scope === 'all' && examples.every(({ facts }) => isIn('1914-', facts));
    if (places.length === 0 || repeats) return [];
    const chosen = places.map((i) => examples[i]!);
    return all.map(({ recipe, scored }): Judgement => {
      const here = places.map((i) => scored[i]!);
      const other = places.map((i) => (yardstick ?? scored)[i]!);
      const lossOf = (list: typeof here, at: readonly number[]): number =>
        scoreOf(at.map((i) => list[i]!)).logLoss;
      const difference = (at: readonly number[]): number => lossOf(here, at) - lossOf(other, at);
      const every = chosen.map((_, i) => i);
      return {
        recipe: recipe.name,
        scope,
        split,
        score: scoreOf(here),
        logLoss: bootstrap(chosen, (at) => lossOf(here, at)),
        accuracy: bootstrap(chosen, (at) => scoreOf(at.map((i) => here[i]!)).accuracy),
        logLossDifference:
          recipe.name === against || yardstick === undefined
            ? null
            : { ...bootstrap(chosen, difference), mean: difference(every) },
      };
    });
  });
}

function isIn(scope: Scope, facts: BattleFacts): boolean {
  if (scope === 'all') return true;
  if (scope === '1914-') return facts.year >= 1914;
  const hasTanks = (facts.attacker.tanks ?? 0) + (facts.defender.tanks ?? 0) > 0;
  return facts.year >= 1936 && hasTanks;
}
