import type { BattleFacts } from './facts.ts';
import { featuresOf } from './features.ts';
import { FITTED_LAYER, FITTED_MECHANISM } from './fitted-layer.ts';
import { thawLayer } from './frozen.ts';
import { applyLayer, type BattleForecast, type Layer } from './layer.ts';
import { forecastByMechanism, MECHANISM_PLAN, type MechanismPlan } from './mechanism.ts';

/** What makes a forecast: the rules and the fitted layer on top, or the rules with two fitted numbers. */
export const FORECASTERS = ['fitted', 'none'] as const;
export type Forecaster = (typeof FORECASTERS)[number];

/** The layer of a forecaster. */
export function fittedLayer(forecaster: Forecaster): Layer {
  return thawLayer(forecaster === 'fitted' ? FITTED_LAYER : FITTED_MECHANISM);
}

/** Forecasts a battle from what was known before it. */
export function forecastBattle(
  facts: BattleFacts,
  params: Float64Array,
  layer: Layer,
  plan: MechanismPlan = MECHANISM_PLAN,
): BattleForecast {
  const mechanism = forecastByMechanism(facts, params, plan);
  return applyLayer(layer, facts, featuresOf(facts, mechanism));
}
