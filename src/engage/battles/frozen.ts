import { FEATURES } from './features.ts';
import type { Feature, Layer, Regression } from './layer.ts';

/** A layer as it is kept in a source file: tables that a person can read. */
export interface FrozenLayer {
  readonly recipe: string;
  readonly battles: number;
  /** `[name, then for each target: mean, deviation, weight]`, targets in the order of `TARGETS`. */
  readonly facts: readonly (readonly [string, ...number[]])[];
  /** For each target: intercept, then the 10, 50 and 90 % quantiles of what is left. */
  readonly ends: readonly (readonly number[])[];
  /** `[name, chance, attacker loss as own and as enemy, defender loss as own and as enemy]`. */
  readonly armies: readonly (readonly [string, number, number, number, number, number])[];
}

const TARGETS = ['chance', 'attackerLoss', 'defenderLoss'] as const;

const round = (value: number): number => Number(value.toPrecision(5));

/** Writes a layer down, to five figures. */
export function freezeLayer(layer: Layer): FrozenLayer {
  const fits = TARGETS.map((target) => layer[target]);
  const names = FEATURES.filter((name) => fits.some(({ features }) => features.includes(name)));
  const armies = new Set(
    fits.flatMap(({ armies: own, enemies }) => [...Object.keys(own), ...Object.keys(enemies)]),
  );
  return {
    recipe: layer.recipe,
    battles: layer.battles,
    facts: names.map((name) => [name, ...fits.flatMap((fit) => factOf(fit, name))]),
    ends: fits.map(({ intercept, residuals: { p10, p50, p90 } }) =>
      [intercept, p10, p50, p90].map(round),
    ),
    armies: [...armies].sort().map((name) => {
      const [chance, attacker, defender] = fits as [Regression, Regression, Regression];
      const of = (list: Readonly<Record<string, number>>): number => round(list[name] ?? 0);
      return [
        name,
        of(chance.armies),
        of(attacker.armies),
        of(attacker.enemies),
        of(defender.armies),
        of(defender.enemies),
      ];
    }),
  };
}

/** Mean, deviation and weight of a fact; weight 0 where the fit does not use it. */
function factOf(fit: Regression, name: Feature): number[] {
  const j = fit.features.indexOf(name);
  return j < 0 ? [0, 1, 0] : [fit.means[j]!, fit.deviations[j]!, fit.weights[j]!].map(round);
}

/** The layer that was written down. */
export function thawLayer(frozen: FrozenLayer): Layer {
  const fitOf = (target: number): Regression => {
    const features = frozen.facts.map(([name]) => {
      const known = FEATURES.find((each) => each === name);
      if (known === undefined) throw new Error(`The fitted layer names an unknown fact: ${name}`);
      return known;
    });
    const at = (part: number) => frozen.facts.map((fact) => fact[1 + 3 * target + part] as number);
    const [intercept = 0, p10 = 0, p50 = 0, p90 = 0] = frozen.ends[target] ?? [];
    const own = target === 0 ? 1 : target === 1 ? 2 : 4;
    const list = (column: number, sign: number): Record<string, number> =>
      Object.fromEntries(frozen.armies.map((army) => [army[0], sign * (army[column] as number)]));
    return {
      features,
      means: at(0),
      deviations: at(1),
      weights: at(2),
      intercept,
      daysWeight: 0,
      armies: list(own, 1),
      enemies: target === 0 ? list(1, -1) : list(own + 1, 1),
      residuals: { p10, p50, p90 },
    };
  };
  return {
    recipe: frozen.recipe,
    battles: frozen.battles,
    chance: fitOf(0),
    attackerLoss: fitOf(1),
    defenderLoss: fitOf(2),
  };
}
