import { z } from 'zod';

/** Most runs of one experiment, over all its variants. */
export const EXPERIMENT_RUNS_MAX = 1_000_000;
/** Most variants of one experiment. */
export const VARIANTS_MAX = 100_000;
/** Most factors of one experiment: room for the whole register of parameters. */
const FACTORS_MAX = 400;

const ID = /^[a-z0-9][a-z0-9.-]*$/;
/** A name of a file in lower-case letters, digits, dots and dashes. */
export const ID_TEXT = z.string().min(1).max(60).regex(ID);
const id = ID_TEXT;
const text = z.string().min(1).max(4000);
/** A setting with its value, as `--set` takes it. */
const settings = z.array(text).max(2000);

const variant = z.strictObject({
  id,
  title: text.optional(),
  settings: settings.optional(),
});

export const DISTRIBUTIONS = ['uniform', 'log-uniform', 'triangular', 'normal'] as const;

/** What is held of a number before any run. */
export const DISTRIBUTION = z.strictObject({
  kind: z.enum(DISTRIBUTIONS),
  low: z.number(),
  high: z.number(),
  /** Of a triangular one. */
  mode: z.number().optional(),
  /** Of a normal one, which is cut at `low` and `high`. */
  mean: z.number().optional(),
  sd: z.number().positive().optional(),
  /** Round to whole numbers. */
  whole: z.boolean().optional(),
});

const factor = z.strictObject({
  id,
  title: text.optional(),
  /** A setting without its value, or several that take the same value. */
  setting: z.unknown(),
  unit: text.optional(),
  /** Numbers, words, true and false. */
  levels: z.array(z.unknown()).max(1000).optional(),
  distribution: DISTRIBUTION.optional(),
  /** Level of the reference; the first if not given, the middle of a distribution. */
  reference: z.unknown().optional(),
});

export const DESIGNS = [
  'replicates',
  'variants',
  'one-at-a-time',
  'full-factorial',
  'latin-hypercube',
  'sobol',
  'morris',
] as const;
export type DesignKind = (typeof DESIGNS)[number];

const design = z.strictObject({
  kind: z.enum(DESIGNS),
  points: z.int().min(2).max(VARIANTS_MAX).optional(),
  walks: z.int().min(2).max(VARIANTS_MAX).optional(),
  /** Values of each factor on which Morris's walks step; an even number. */
  levels: z.int().min(2).max(100).optional(),
  /** Seed of the points, apart from those of the runs. */
  seed: z.int().min(0).max(4294967295).optional(),
});

const stop = z.strictObject({
  /** Measure whose interval is watched. */
  measure: text,
  /** Width of its 95 % interval, in its unit, at which it is enough. */
  width: z.number().positive(),
  /** Runs of each variant between two looks. */
  every: z.int().min(2).max(100_000).optional(),
});

const budget = z.strictObject({
  /** No further block of runs is begun after so many minutes. */
  minutes: z.number().positive().optional(),
  /** Most runs of all variants together. */
  runs: z.int().min(1).max(EXPERIMENT_RUNS_MAX).optional(),
});

/** The shape of a file `khasan.experiment/1`. What its parts mean is checked by `readExperiment`. */
export const EXPERIMENT_SCHEMA = z.strictObject({
  format: z.string(),
  id,
  title: text,
  question: text.optional(),
  /** What the answer can and cannot say. */
  limits: text.optional(),
  scenario: text,
  /** `free`, or the id of an anchor. */
  start: z.unknown().optional(),
  keepTruce: z.boolean().optional(),
  /** Time from which on no run is played. */
  end: z.unknown().optional(),
  /** Settings of every variant. */
  settings: settings.optional(),
  variants: z.array(variant).min(1).max(1000).optional(),
  factors: z.array(factor).min(1).max(FACTORS_MAX).optional(),
  design,
  measures: z.array(z.unknown()).min(1).max(60),
  /** Seed of the first run of each variant. */
  seed: z.int().min(0).max(4294967295).optional(),
  /** Runs of each variant. */
  runs: z.int().min(1).max(EXPERIMENT_RUNS_MAX),
  luck: z.enum(['paired', 'independent']).optional(),
  stop: stop.optional(),
  budget: budget.optional(),
});

export type ExperimentFile = z.infer<typeof EXPERIMENT_SCHEMA>;
