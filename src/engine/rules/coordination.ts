import { exp } from '../math.ts';
import type { GroundCoefficients } from './coefficients.ts';

export interface CoordinationInput {
  /** Hours between the decision and H-hour. */
  readonly preparationHours: number;
  /** Share 0–1 of those hours that had daylight for reconnaissance. */
  readonly daylightShare: number;
  /** 0–1, of the commander and staff. */
  readonly competence: number;
  /** Days the commander has been in post. */
  readonly daysInPost: number;
  /** Arms that must act together: infantry, tanks, guns, 1–3. */
  readonly arms: number;
}

/**
 * Coordination 0–1 of an attack: the share of time in which fire and movement coincide.
 * Source: adjudication sources 2.6 (Biddle 2004): 2–3 August off the march, without reconnaissance or
 * artillery. Assumption: preparation works with diminishing returns, faster for a good staff; a new
 * commander's staff gives half; every further arm makes it harder.
 */
export function coordination(input: CoordinationInput, c: GroundCoefficients): number {
  const useful = input.preparationHours * (0.4 + 0.6 * input.daylightShare);
  const prepared = 1 - exp((-useful * (0.4 + 1.2 * input.competence)) / c.preparationHours);
  const settled = 0.5 + 0.5 * Math.min(1, Math.max(0, input.daysInPost) / 90);
  const arms = 1 - 0.12 * (input.arms - 1);
  return Math.max(0.05, Math.min(1, 0.08 + 0.92 * prepared * settled * arms));
}
