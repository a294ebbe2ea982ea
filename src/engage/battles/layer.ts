import { exp, ln, logistic } from '../../engine/index.ts';
import { quantileOf, type Band } from '../odds.ts';
import type { BattleFacts, BattleResult } from './facts.ts';
import { FEATURES, armyOf, featuresOf } from './features.ts';
import type { MechanismForecast } from './mechanism.ts';
import { residualsWithoutGroup, ridgeLinear, ridgeLogistic } from './ridge.ts';

export type Feature = (typeof FEATURES)[number];

/** Which facts a fit may use, and how strongly it is held back. */
export interface Recipe {
  readonly name: string;
  readonly chance: readonly Feature[];
  readonly attackerLoss: readonly Feature[];
  readonly defenderLoss: readonly Feature[];
  /** Whether each army gets a quality of its own. */
  readonly armies: boolean;
  /** Penalties on a standardised fact and on an army: 1 over the variance of the prior. */
  readonly factPenalty: number;
  readonly armyPenalty: number;
  /** Whether losses may use the days the battle lasted, which nobody knows beforehand. */
  readonly knowsDays: boolean;
}

/** A battle with all that a fit looks at. */
export interface Example {
  readonly facts: BattleFacts;
  readonly features: readonly number[];
  readonly result: BattleResult;
}

export function exampleOf(
  facts: BattleFacts,
  mechanism: MechanismForecast,
  result: BattleResult,
): Example {
  return { facts, features: featuresOf(facts, mechanism), result };
}

/** One fitted regression. Plain data. */
export interface Regression {
  readonly features: readonly Feature[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  readonly intercept: number;
  readonly weights: readonly number[];
  /** Weight of ln(days); 0 where the days are not used. */
  readonly daysWeight: number;
  /** Quality of each army: for the chance one list, own minus enemy; for losses own and enemy apart. */
  readonly armies: Readonly<Record<string, number>>;
  readonly enemies: Readonly<Record<string, number>>;
  /** 10, 50 and 90 % quantiles of target − fit over battles of campaigns that the fit did not see. */
  readonly residuals: Band;
}

/** The statistical layer: what goes from facts and mechanism to a forecast. */
export interface Layer {
  readonly recipe: string;
  readonly battles: number;
  readonly chance: Regression;
  readonly attackerLoss: Regression;
  readonly defenderLoss: Regression;
}

/** What is forecast of a battle. */
export interface BattleForecast {
  readonly id: string;
  /** 0–1, given that the battle is decided. */
  readonly chance: number;
  /** Fractions of strength. */
  readonly attackerLoss: Band;
  readonly defenderLoss: Band;
}

type Target = 'chance' | 'attackerLoss' | 'defenderLoss';

/** Fits a layer to examples. Draws and unknown results are left out of what they cannot tell. */
export function fitLayer(examples: readonly Example[], recipe: Recipe): Layer {
  return {
    recipe: recipe.name,
    battles: examples.length,
    chance: fitOne(examples, recipe, 'chance'),
    attackerLoss: fitOne(examples, recipe, 'attackerLoss'),
    defenderLoss: fitOne(examples, recipe, 'defenderLoss'),
  };
}

/** What a layer says of a battle. */
export function applyLayer(
  layer: Layer,
  facts: BattleFacts,
  features: readonly number[],
  days: number | null = null,
): BattleForecast {
  const attackerLoss = valueOf(layer.attackerLoss, 'attackerLoss', facts, features, days);
  const defenderLoss = valueOf(layer.defenderLoss, 'defenderLoss', facts, features, days);
  return {
    id: facts.id,
    chance: logistic(valueOf(layer.chance, 'chance', facts, features, days)),
    attackerLoss: bandAbout(attackerLoss, layer.attackerLoss.residuals),
    defenderLoss: bandAbout(defenderLoss, layer.defenderLoss.residuals),
  };
}

function bandAbout(lnLoss: number, residuals: Band): Band {
  const at = (residual: number): number => Math.min(1, exp(lnLoss + residual));
  return { p10: at(residuals.p10), p50: at(residuals.p50), p90: at(residuals.p90) };
}

/** Own and enemy army of the side whose losses are meant; of the attacker where it is the chance. */
function armiesOf(target: Target, facts: BattleFacts): readonly [own: string, enemy: string] {
  const attacker = armyOf(facts.attacker.actor, facts.year);
  const defender = armyOf(facts.defender.actor, facts.year);
  return target === 'defenderLoss' ? [defender, attacker] : [attacker, defender];
}

function valueOf(
  fit: Regression,
  target: Target,
  facts: BattleFacts,
  features: readonly number[],
  days: number | null,
): number {
  let value = fit.intercept + fit.daysWeight * ln(Math.max(1, days ?? 1));
  fit.features.forEach((name, j) => {
    const x = (features[FEATURES.indexOf(name)]! - fit.means[j]!) / fit.deviations[j]!;
    value += fit.weights[j]! * x;
  });
  const [own, enemy] = armiesOf(target, facts);
  return value + (fit.armies[own] ?? 0) + (fit.enemies[enemy] ?? 0);
}

/** ln loss, or whether the attacker won; `null` where the row does not tell. */
function targetOf(example: Example, target: Target): number | null {
  const { winner, attackerLoss, defenderLoss } = example.result;
  if (target === 'chance') return winner === null || winner === 0 ? null : winner > 0 ? 1 : 0;
  const loss = target === 'attackerLoss' ? attackerLoss : defenderLoss;
  return loss === null || loss <= 0 ? null : ln(loss);
}

/** Places of the columns of a regression: intercept, facts, days, armies, enemies. */
interface Columns {
  readonly features: readonly Feature[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  readonly days: number;
  readonly armies: ReadonlyMap<string, number>;
  readonly enemies: ReadonlyMap<string, number>;
  readonly width: number;
}

function columnsOf(examples: readonly Example[], recipe: Recipe, target: Target): Columns {
  const features = recipe[target];
  const values = features.map((name) =>
    examples.map((example) => example.features[FEATURES.indexOf(name)]!),
  );
  const means = values.map((list) => list.reduce((sum, x) => sum + x, 0) / list.length);
  const deviations = values.map((list, j) => {
    const square = list.reduce((sum, x) => sum + (x - means[j]!) * (x - means[j]!), 0);
    return Math.sqrt(square / list.length) + 1e-9;
  });
  let width = 1 + features.length;
  const days = recipe.knowsDays && target !== 'chance' ? width++ : -1;
  const armies = new Map<string, number>();
  const enemies = new Map<string, number>();
  for (const { facts } of recipe.armies ? examples : []) {
    const [own, enemy] = armiesOf(target, facts);
    if (own !== '' && !armies.has(own)) armies.set(own, width++);
    // For the chance an army is worth as much against one as it is for the other.
    const list = target === 'chance' ? armies : enemies;
    if (enemy !== '' && !list.has(enemy)) list.set(enemy, width++);
  }
  return { features, means, deviations, days, armies, enemies, width };
}

function rowOf(example: Example, columns: Columns, target: Target): Float64Array {
  const row = new Float64Array(columns.width);
  row[0] = 1;
  columns.features.forEach((name, j) => {
    const x = example.features[FEATURES.indexOf(name)]!;
    row[1 + j] = (x - columns.means[j]!) / columns.deviations[j]!;
  });
  if (columns.days >= 0) row[columns.days] = ln(Math.max(1, example.result.days ?? 1));
  const [own, enemy] = armiesOf(target, example.facts);
  const ownAt = columns.armies.get(own);
  const enemyAt = (target === 'chance' ? columns.armies : columns.enemies).get(enemy);
  if (ownAt !== undefined) row[ownAt] = row[ownAt]! + 1;
  if (enemyAt !== undefined) row[enemyAt] = row[enemyAt]! + (target === 'chance' ? -1 : 1);
  return row;
}

function fitOne(all: readonly Example[], recipe: Recipe, target: Target): Regression {
  const examples = all.filter((example) => targetOf(example, target) !== null);
  const columns = columnsOf(examples, recipe, target);
  const rows = examples.map((example) => rowOf(example, columns, target));
  const targets = Float64Array.from(examples, (example) => targetOf(example, target)!);
  const penalties = new Float64Array(columns.width).fill(recipe.armyPenalty);
  penalties.fill(recipe.factPenalty, 1, 1 + columns.features.length);
  penalties[0] = 0;
  if (columns.days >= 0) penalties[columns.days] = 1;
  const fit = target === 'chance' ? ridgeLogistic : ridgeLinear;
  const weights = fit(rows, targets, penalties);
  const named = (places: ReadonlyMap<string, number>, sign = 1): Record<string, number> =>
    Object.fromEntries([...places].map(([name, at]) => [name, sign * weights[at]!]));
  const groups = examples.map(({ result }) => result.cluster);
  return {
    features: columns.features,
    means: columns.means,
    deviations: columns.deviations,
    intercept: weights[0]!,
    weights: columns.features.map((_, j) => weights[1 + j]!),
    daysWeight: columns.days >= 0 ? weights[columns.days]! : 0,
    armies: named(columns.armies),
    enemies: target === 'chance' ? named(columns.armies, -1) : named(columns.enemies),
    residuals:
      target === 'chance'
        ? { p10: 0, p50: 0, p90: 0 }
        : residualBand(residualsWithoutGroup(rows, targets, penalties, groups)),
  };
}

function residualBand(residuals: Float64Array): Band {
  residuals.sort();
  return {
    p10: quantileOf(residuals, 0.1),
    p50: quantileOf(residuals, 0.5),
    p90: quantileOf(residuals, 0.9),
  };
}
