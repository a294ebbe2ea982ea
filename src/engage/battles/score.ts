import { FOR, ln, uniform } from '../../engine/index.ts';
import { quantileOf } from '../odds.ts';
import { applyLayer, fitLayer, type BattleForecast, type Example, type Recipe } from './layer.ts';

/** A forecast made without the battle's campaign (or war), beside what happened. */
export interface Scored {
  readonly example: Example;
  readonly forecast: BattleForecast;
}

/**
 * Forecasts every example from a fit to the examples of all other groups.
 * @param groupOf what must not be on both sides of a split.
 */
export function forecastOutOfFold(
  examples: readonly Example[],
  recipe: Recipe,
  groupOf: (example: Example) => string,
): readonly Scored[] {
  const groups = examples.map(groupOf);
  const forecasts = new Map<Example, BattleForecast>();
  for (const group of new Set(groups)) {
    const layer = fitLayer(
      examples.filter((_, i) => groups[i] !== group),
      recipe,
    );
    examples.forEach((example, i) => {
      if (groups[i] !== group) return;
      const days = recipe.knowsDays ? example.result.days : null;
      forecasts.set(example, applyLayer(layer, example.facts, example.features, days));
    });
  }
  return examples.map((example) => ({ example, forecast: forecasts.get(example)! }));
}

/** How good a set of forecasts is. Shares 0–1; `NaN` where nothing can be judged. */
export interface Score {
  readonly decided: number;
  readonly accuracy: number;
  readonly logLoss: number;
  readonly brier: number;
  readonly attacker: LossScore;
  readonly defender: LossScore;
}

export interface LossScore {
  readonly battles: number;
  readonly medianLnError: number;
  readonly withinTwo: number;
  /** Share inside the 80 % interval. */
  readonly covered: number;
}

export function scoreOf(scored: readonly Scored[]): Score {
  const decided = scored.filter(({ example }) => isDecided(example));
  const each = decided.map(({ example, forecast }) => {
    const won = example.result.winner === 1;
    const p = Math.max(1e-6, Math.min(1 - 1e-6, forecast.chance));
    const miss = (won ? 1 : 0) - p;
    return { right: p > 0.5 === won, loss: -ln(won ? p : 1 - p), square: miss * miss };
  });
  return {
    decided: decided.length,
    accuracy: mean(each.map(({ right }) => Number(right))),
    logLoss: mean(each.map(({ loss }) => loss)),
    brier: mean(each.map(({ square }) => square)),
    attacker: lossScore(scored, 'attackerLoss'),
    defender: lossScore(scored, 'defenderLoss'),
  };
}

function isDecided({ result }: Example): boolean {
  return result.winner === 1 || result.winner === -1;
}

function lossScore(scored: readonly Scored[], side: 'attackerLoss' | 'defenderLoss'): LossScore {
  const errors: number[] = [];
  let covered = 0;
  for (const { example, forecast } of scored) {
    const actual = example.result[side];
    if (actual === null || actual <= 0) continue;
    const band = forecast[side];
    errors.push(Math.abs(ln(band.p50 / actual)));
    if (band.p10 <= actual && actual <= band.p90) covered++;
  }
  return {
    battles: errors.length,
    medianLnError: quantileOf(Float64Array.from(errors).sort(), 0.5),
    withinTwo: mean(errors.map((error) => Number(error <= ln(2)))),
    covered: covered / errors.length,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A figure with the 95 % interval that drawing campaigns anew gives it. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * 95 % interval of a figure of the forecasts under a bootstrap over campaigns: campaigns are drawn with
 * replacement, each with all its battles.
 */
export function bootstrap(
  examples: readonly Example[],
  figureOf: (chosen: readonly number[]) => number,
  resamples = 1000,
): Interval {
  const members = new Map<string, number[]>();
  examples.forEach(({ result }, i) => {
    members.set(result.cluster, [...(members.get(result.cluster) ?? []), i]);
  });
  const campaigns = [...members.values()];
  const figures = new Float64Array(resamples);
  for (let draw = 0; draw < resamples; draw++) {
    const chosen: number[] = [];
    for (let k = 0; k < campaigns.length; k++) {
      const u = uniform(1, FOR.survey, draw, k);
      for (const i of campaigns[Math.floor(u * campaigns.length)]!) chosen.push(i);
    }
    figures[draw] = figureOf(chosen);
  }
  figures.sort();
  return { low: quantileOf(figures, 0.025), high: quantileOf(figures, 0.975) };
}
