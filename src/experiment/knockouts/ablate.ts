import { compileScenario, type ParsedScenario, type Problem } from '../../scenario/index.ts';
import type { Failure } from '../ledger.ts';
import { replicate, type ReplicateOptions } from '../replicate.ts';
import { exchangeAuthor, type Exchange } from './exchange.ts';
import { horizonHoursOf, judgeAblation, type JudgedKnockout } from './judge.ts';
import { planAblation } from './plan.ts';
import type { Knockout } from './table.ts';

export interface AblateOptions extends ReplicateOptions {
  readonly scenario: string;
  readonly runs: number;
  readonly seed: number;
}

/** A row that is exact: in how many runs the charges followed the author. */
export interface ExactRow {
  readonly knockout: Knockout;
  /** Runs that were asked, and those that had an act to exchange. */
  readonly runs: number;
  readonly exchanged: number;
  readonly follows: number;
}

export interface Ablation {
  readonly judged: readonly JudgedKnockout[];
  readonly exact: readonly ExactRow[];
  /** Runs of the whole batch that broke, and whether it was interrupted. */
  readonly failures: readonly Failure[];
  readonly done: number;
  readonly asked: number;
  readonly interrupted: boolean;
  readonly workers: number;
}

/** Runs in which the author of an act is exchanged at most: the answer is exact, and more runs only repeat it. */
const EXCHANGES_MAX = 20;

/**
 * Runs a table of knock-outs with paired luck and judges it.
 * @returns the problems of the patches instead, if there are any; then nothing was run.
 */
export async function ablate(
  parsed: ParsedScenario,
  knockouts: readonly Knockout[],
  options: AblateOptions,
): Promise<{ readonly ablation?: Ablation; readonly problems: readonly Problem[] }> {
  const { ablation: layout, problems } = planAblation(parsed, knockouts, options);
  if (layout === undefined) return { problems };
  const { model } = compileScenario(parsed);
  if (model === undefined) throw new Error('invariant broken: patches of a scenario without model');
  const hasRuns = layout.plan.variants.length > 0;
  const batch = hasRuns ? await replicate(layout.models, layout.plan, options) : EMPTY;
  const judged = judgeAblation(layout, batch.measureIds, batch.variants, horizonHoursOf(model));
  const exact = knockouts
    .filter((knockout) => knockout.exact !== null)
    .map((knockout) => {
      const runs = Math.min(options.runs, EXCHANGES_MAX);
      const results: Exchange[] = [];
      for (let run = 0; run < runs && options.signal?.aborted !== true; run++) {
        results.push(exchangeAuthor(model, { from: knockout.from, seed: options.seed + run }));
      }
      const exchanged = results.filter((result) => result !== 'nothing-to-exchange');
      const follows = exchanged.filter((result) => result === 'follows').length;
      return { knockout, runs: results.length, exchanged: exchanged.length, follows };
    });
  const { done, asked, interrupted, workers } = batch;
  const failures = batch.variants.flatMap((variant) => variant.failures);
  return { ablation: { judged, exact, failures, done, asked, interrupted, workers }, problems: [] };
}

const EMPTY = { measureIds: [], variants: [], asked: 0, done: 0, interrupted: false, workers: 1 };
