import type { MeasureSpec, Target, TargetStart } from '../../record/index.ts';
import type { Distribution } from '../format/experiment.ts';

/** A parameter that is calibrated, with what is held of it before any run. */
export interface Calibrated {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** What the model has now. */
  readonly frozen: number;
  readonly prior: Distribution;
}

/** A row of the record that parameters may be chosen on, and the measure that tells it. */
export interface CalibrationRow {
  readonly target: Target;
  readonly spec: MeasureSpec;
  readonly start: TargetStart;
}

/** A kind of run that some rows are asked of. */
export interface CalibrationStart {
  readonly from: TargetStart;
  /** Time at which these runs stop, as the file gives it; `null`: at the end of the scenario. */
  readonly end: string | null;
}

/** A calibration that can be run: names, uses and ranges checked. */
export interface Calibration {
  readonly id: string;
  readonly title: string;
  /** Name of a built-in scenario, or path of a folder. */
  readonly scenario: string;
  readonly rows: readonly CalibrationRow[];
  /** In the order of the file. */
  readonly starts: readonly CalibrationStart[];
  readonly parameters: readonly Calibrated[];
  /** Points drawn from the prior, and runs of each from every start. */
  readonly draws: number;
  readonly replicates: number;
  /** Share of the runs, the nearest to the record, that the posterior is made of. */
  readonly accept: number;
  /** Synthetic records of the check of the machinery. */
  readonly check: number;
  readonly screening: { readonly walks: number; readonly replicates: number } | null;
  readonly sobol: {
    readonly parameters: number;
    readonly points: number;
    readonly replicates: number;
  } | null;
  readonly seed: number;
}
