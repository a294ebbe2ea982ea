import type { MeasureSpec, Moment } from '../../record/index.ts';
import type { DesignKind, DISTRIBUTIONS } from './schema.ts';

/** A value that a factor can take. */
export type Level = number | string | boolean;

export interface Distribution {
  readonly kind: (typeof DISTRIBUTIONS)[number];
  readonly low: number;
  readonly high: number;
  readonly mode: number;
  readonly mean: number;
  readonly sd: number;
  readonly whole: boolean;
}

/** Something that an experiment changes on purpose. */
export interface Factor {
  readonly id: string;
  readonly title: string;
  /** Settings without their value: `param:ID`, `scenario:PATH`; all take the same level. */
  readonly targets: readonly string[];
  readonly unit: string;
  /** Empty where there is a distribution. */
  readonly levels: readonly Level[];
  readonly distribution: Distribution | null;
  readonly reference: Level;
}

/** A measure of an experiment, and how what did not happen is taken. */
export interface Target {
  /** Name in tables: the id of the measure, with what is asked of it. */
  readonly id: string;
  readonly spec: MeasureSpec;
  readonly title: string;
  readonly unit: string;
  /**
   * A thing that does not happen, or later, counts as this: hours since the scenario's start for a time,
   * the measure's unit for a number. `null`: only runs with a value are counted.
   */
  readonly cap: number | null;
  /** What a run without a value counts as; `null`: as the cap where there is one, else it is left out. */
  readonly none: number | null;
  /** The word of a category whose share is wanted, `null` for other kinds. */
  readonly word: string | null;
}

/** A variant of an experiment: what is set, and where it stands in the design. */
export interface DesignVariant {
  readonly id: string;
  readonly title: string;
  /** All settings of the variant besides those of the experiment. */
  readonly settings: readonly string[];
  /** Level of each factor, in the order of the factors. */
  readonly levels: readonly Level[];
}

export interface Design {
  readonly kind: DesignKind;
  readonly points: number;
  readonly walks: number;
  readonly levels: number;
  readonly seed: number;
}

/** An experiment that can be run: names and units checked, variants laid out. */
export interface Experiment {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly limits: string;
  /** Name of a built-in scenario, or path of a folder. */
  readonly scenario: string;
  /** `free`, or the id of an anchor. */
  readonly start: string;
  /** Moment of each run at which all variants part from one saved state; `null`: they differ from the start. */
  readonly fork: Moment | null;
  readonly keepTruce: boolean;
  /** First tick that no run plays any more; `null`: runs go on to the end of the scenario. */
  readonly endTick: number | null;
  readonly settings: readonly string[];
  readonly factors: readonly Factor[];
  readonly design: Design;
  /** The first is the reference of designs that have one. */
  readonly variants: readonly DesignVariant[];
  readonly measures: readonly Target[];
  readonly seed: number;
  /** Runs of each variant, at most. */
  readonly runs: number;
  readonly luck: 'paired' | 'independent';
  readonly stop: {
    readonly target: string;
    readonly width: number;
    readonly every: number;
  } | null;
  readonly budgetMinutes: number | null;
}

/** Designs in which every variant is set against the first. */
export function hasReference({ kind }: Pick<Design, 'kind'>): boolean {
  return kind === 'variants' || kind === 'one-at-a-time' || kind === 'full-factorial';
}
