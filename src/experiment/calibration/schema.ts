import { z } from 'zod';
import { DISTRIBUTION, EXPERIMENT_RUNS_MAX, ID_TEXT } from '../format/schema.ts';

const text = z.string().min(1).max(4000);
const replicates = z.int().min(1).max(1000);

/** The shape of a file `khasan.calibration/1`. What its parts mean is checked by `readCalibration`. */
export const CALIBRATION_SCHEMA = z.strictObject({
  format: z.string(),
  id: ID_TEXT,
  title: text,
  scenario: text,
  /** Ids of rows of the record. */
  rows: z.array(z.unknown()).min(1).max(60),
  /** Kinds of run that the rows ask for: `a1: { end: TIME }`. */
  starts: z.record(z.string(), z.strictObject({ end: z.unknown().optional() })),
  /** Names of parameters, or mappings with a prior of their own. */
  parameters: z.array(z.unknown()).min(1).max(60),
  draws: z.int().min(10).max(EXPERIMENT_RUNS_MAX),
  replicates,
  accept: z.number().gt(0).max(0.5).optional(),
  check: z.int().min(0).max(10_000).optional(),
  screening: z
    .strictObject({ walks: z.int().min(2).max(1000), replicates: replicates.optional() })
    .optional(),
  sobol: z
    .strictObject({
      parameters: z.int().min(1).max(16).optional(),
      points: z.int().min(2).max(100_000),
      replicates: replicates.optional(),
    })
    .optional(),
  seed: z.int().min(0).max(1_000_000_000).optional(),
});
export type CalibrationFile = z.infer<typeof CALIBRATION_SCHEMA>;

/** A parameter of the file that has a prior of its own. */
export const CALIBRATED_SCHEMA = z.strictObject({ parameter: text, prior: DISTRIBUTION });
