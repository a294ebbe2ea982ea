import { BELIEF_PARAMETERS } from './parameters/belief.ts';
import { CHOICE_PARAMETERS } from './parameters/choice.ts';
import { CLAIM_PARAMETERS } from './parameters/claims.ts';
import { GROUND_PARAMETERS } from './parameters/ground.ts';
import { MEETING_PARAMETERS } from './parameters/meetings.ts';
import { STAFF_PARAMETERS } from './parameters/staffs.ts';
import { SWITCH_PARAMETERS } from './parameters/switches.ts';

/** Evidence grade: A read in the cited source, B computed from data, C standard value, J judgement, K record of the case. */
export type Grade = 'A' | 'B' | 'C' | 'J' | 'K';

export interface ParameterSpec {
  /** Permanent name, dotted: `fire.nonEffectiveShare`. Settings say `param:fire.nonEffectiveShare=0.5`. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly low: number;
  readonly start: number;
  readonly high: number;
  readonly grade: Grade;
  /** Where the value comes from, or the reason for it where it is an assumption. */
  readonly source: string;
}

/** Every tunable number of the model, in one list. Rules take numbers; systems look them up here. */
export const PARAMETERS = [
  ...GROUND_PARAMETERS,
  ...STAFF_PARAMETERS,
  ...BELIEF_PARAMETERS,
  ...CHOICE_PARAMETERS,
  ...MEETING_PARAMETERS,
  ...SWITCH_PARAMETERS,
  ...CLAIM_PARAMETERS,
] as const;
export type ParameterId = (typeof PARAMETERS)[number]['id'];

/** Whether a parameter only takes a rule out of the model: no design of sensitivity varies such. */
export function isSwitch(id: string): boolean {
  return SWITCH_PARAMETERS.some((parameter) => parameter.id === id);
}

/** Index of each parameter in `World.params`. */
export const P = Object.fromEntries(
  PARAMETERS.map((parameter, index) => [parameter.id, index]),
) as Readonly<Record<ParameterId, number>>;

/** A fresh vector of starting values. */
export function defaultParams(): Float64Array {
  return Float64Array.from(PARAMETERS, (parameter) => parameter.start);
}
