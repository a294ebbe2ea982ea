import type { MeasureValue } from '../record/index.ts';
import type { ParsedScenario, Problem } from '../scenario/index.ts';
import { prepare, type Knockouts } from './apply-settings.ts';
import type { Failure, VariantResult } from './ledger.ts';
import type { Plan, Variant } from './plan.ts';
import { replicate, type ReplicateOptions } from './replicate.ts';

/** Two variants of one scenario that are to share their luck. */
export interface PairedPlan {
  /** Name or folder as the command line takes it; for the line that replays a run. */
  readonly scenario: string;
  /** `free`, or the id of an anchor. */
  readonly from: string;
  readonly keepTruce?: boolean;
  /** Settings of either variant, as `--set` takes them; `mechanism:` where `knockouts` has the id. */
  readonly base: readonly string[];
  readonly other: readonly string[];
  /** Seed of pair 0; pair k has this plus k, in both variants. */
  readonly seed: number;
  readonly pairs: number;
}

/** Values of both variants by pair. A pair in which either run broke is left out of all lists. */
export interface PairedRuns {
  readonly seeds: readonly number[];
  /** By id of measure, one value a pair, in the order of `seeds`. */
  readonly base: Readonly<Record<string, readonly MeasureValue[]>>;
  readonly other: Readonly<Record<string, readonly MeasureValue[]>>;
  /** Hash of each run: equal in both variants where the settings changed nothing at all in it. */
  readonly baseHashes: readonly string[];
  readonly otherHashes: readonly string[];
  readonly failures: readonly Failure[];
  readonly interrupted: boolean;
}

export interface PairedOptions extends ReplicateOptions {
  readonly knockouts?: Knockouts;
}

/**
 * Runs two variants with the same seeds: since a draw is a function of what it is for, both meet the same
 * luck wherever they ask the same question.
 * @returns the problems of the settings instead, if there are any; then nothing was run.
 */
export async function runPaired(
  parsed: ParsedScenario,
  plan: PairedPlan,
  options: PairedOptions = {},
): Promise<{ readonly runs?: PairedRuns; readonly problems: readonly Problem[] }> {
  const base = prepare(parsed, plan.base, options.knockouts);
  const other = prepare(parsed, plan.other, options.knockouts);
  if (base.prepared === undefined || other.prepared === undefined) {
    return { problems: [...base.problems, ...other.problems] };
  }
  const sides = [base.prepared, other.prepared];
  const variants = sides.map(({ changes }, index): Variant => {
    const keepTruce = plan.keepTruce === true && plan.from !== 'free' ? { keepTruce: true } : {};
    return {
      id: index === 0 ? 'base' : 'other',
      setup: { ...changes, from: plan.from, ...keepTruce },
      seed: plan.seed,
      runs: plan.pairs,
      model: index,
      settings: index === 0 ? plan.base : plan.other,
    };
  });
  const whole: Plan = { scenario: plan.scenario, settings: [], variants };
  const models = sides.map(({ model }) => model);
  const batch = await replicate(models, whole, options);
  const [left, right] = batch.variants;
  const runs = pairUp(batch.measureIds, left!, right!);
  return { runs: { ...runs, interrupted: batch.interrupted }, problems: [] };
}

function pairUp(
  measureIds: readonly string[],
  base: VariantResult,
  other: VariantResult,
): Omit<PairedRuns, 'interrupted'> {
  const otherByRun = new Map(other.rows.map((row) => [row.run, row]));
  const pairs = base.rows.flatMap((row) => {
    const partner = otherByRun.get(row.run);
    return partner === undefined ? [] : [[row, partner] as const];
  });
  const columns = (side: 0 | 1): Record<string, MeasureValue[]> =>
    Object.fromEntries(
      measureIds.map((id, index) => [id, pairs.map((pair) => pair[side].values[index] ?? null)]),
    );
  return {
    seeds: pairs.map(([row]) => row.seed),
    base: columns(0),
    other: columns(1),
    baseHashes: pairs.map(([row]) => row.hash),
    otherHashes: pairs.map(([, row]) => row.hash),
    failures: [...base.failures, ...other.failures],
  };
}
