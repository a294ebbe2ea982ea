import { FEATURES } from './features.ts';
import type { Feature, Recipe } from './layer.ts';

const MECHANISM: readonly Feature[] = [
  'mechanism log odds',
  'mechanism ln attacker loss',
  'mechanism ln defender loss',
];
const FACTS = FEATURES.filter((name) => !MECHANISM.includes(name));

const plain = { armies: false, factPenalty: 0, armyPenalty: 1, knowsDays: false } as const;

/**
 * The rules alone: the chance through two fitted numbers, as the force ratio has in its baseline (how
 * far the odds are to be believed, and how much better than the rules attackers are at choosing their
 * hour), and the losses through a line in their logarithm.
 */
export const MECHANISM_ALONE: Recipe = {
  ...plain,
  name: 'mechanism alone',
  chance: ['mechanism log odds'],
  attackerLoss: ['mechanism ln attacker loss'],
  defenderLoss: ['mechanism ln defender loss'],
};

/**
 * The rules with the statistical layer on top. Penalties are priors, set beforehand: one standard
 * deviation of a fact moves the log-odds, or the logarithm of a loss, by about 0.3 (1/√10); an army by
 * about 0.5 (1/√4).
 */
export const WITH_LAYER: Recipe = {
  name: 'mechanism with layer',
  chance: FEATURES,
  attackerLoss: FEATURES,
  defenderLoss: FEATURES,
  armies: true,
  factPenalty: 10,
  armyPenalty: 4,
  knowsDays: false,
};

/** Baselines that a forecast has to be set beside, fitted anew on the same rows and splits. */
export const BASELINES: readonly Recipe[] = [
  {
    ...plain,
    name: 'attacker always wins, constant losses',
    chance: [],
    attackerLoss: [],
    defenderLoss: [],
  },
  {
    ...plain,
    name: 'force ratio, fitted',
    chance: ['ln force ratio'],
    attackerLoss: ['ln force ratio', 'ln attacker strength'],
    defenderLoss: ['ln force ratio', 'ln attacker strength'],
  },
  {
    ...plain,
    name: 'all facts, logistic',
    chance: FACTS,
    attackerLoss: FACTS,
    defenderLoss: FACTS,
    factPenalty: 1,
  },
];

/** What a part of the layer is worth: the same with one thing left out, or known. */
export const VARIANTS: readonly Recipe[] = [
  { ...WITH_LAYER, name: 'layer, armies unknown', armies: false },
  { ...WITH_LAYER, ...without(MECHANISM), name: 'layer, no mechanism' },
  { ...WITH_LAYER, ...without(['surprise']), name: 'layer, surprise unknown' },
  {
    ...WITH_LAYER,
    ...without(['air superiority', 'attacker sorties', 'defender sorties']),
    name: 'layer, air unknown',
  },
  { ...WITH_LAYER, name: 'layer, penalties a third', factPenalty: 10 / 3, armyPenalty: 4 / 3 },
  { ...WITH_LAYER, name: 'layer, penalties threefold', factPenalty: 30, armyPenalty: 12 },
  { ...WITH_LAYER, name: 'layer, days known', knowsDays: true },
];

function without(
  names: readonly Feature[],
): Pick<Recipe, 'chance' | 'attackerLoss' | 'defenderLoss'> {
  const left = FEATURES.filter((name) => !names.includes(name));
  return { chance: left, attackerLoss: left, defenderLoss: left };
}
