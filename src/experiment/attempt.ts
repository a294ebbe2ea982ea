import type { Model } from '../engine/index.ts';
import { parseScenario, type SourceFile } from '../scenario/index.ts';
import { prepare, type Knockouts, type Prepared } from './apply-settings.ts';
import { simulateFork } from './fork.ts';
import type { CompactResult } from './ledger.ts';
import type { simulate } from './one-run.ts';
import { jobAt, type Plan } from './plan.ts';

/** Plays a run. The default is `simulate`; a bench or a test may put something else in its place. */
export type Runner = (...args: Parameters<typeof simulate>) => ReturnType<typeof simulate>;

/** From what a thread compiles the variants that bring no model. Plain data, so it can be handed over. */
export interface OwnModels {
  readonly files: readonly SourceFile[];
  readonly knockouts: Knockouts;
}

/** What a thread needs in order to run jobs. */
export interface Workplace {
  /** What `Variant.model` counts through. */
  readonly models: readonly Model[];
  readonly own: OwnModels | undefined;
  readonly plan: Plan;
  /** Order in which a row lists its values. */
  readonly measureIds: readonly string[];
  readonly runner: Runner;
}

/** Runs one job. A run that throws becomes a result as well: one bad run never stops a batch. */
export type Attempt = (job: number) => CompactResult;

/** Sets a place up to run jobs one after the other. */
export function attempts(place: Workplace): Attempt {
  const compile = compilerOf(place);
  return (job) => {
    const startedAt = performance.now();
    try {
      const { setup, variant } = jobAt(place.plan, job);
      const { model, changes } = compile(variant);
      const whole = { ...setup, ...changes };
      const { fork, untilTick } = place.plan.variants[variant]!;
      const result =
        fork === undefined
          ? place.runner(model, whole, untilTick === undefined ? {} : { untilTick })
          : simulateFork(model, whole, {
              base: baseOf(place, fork.base),
              baseSetup: { ...fork.setup, seed: setup.seed },
              moment: fork.moment,
            });
      const values = place.measureIds.map((id) => result.measures[id] ?? null);
      const milliseconds = performance.now() - startedAt;
      return [job, result.hash, result.events, result.endTick, milliseconds, values];
    } catch (error) {
      const stack = error instanceof Error ? (error.stack ?? '') : '';
      return [job, error instanceof Error ? error.message : String(error), stack];
    }
  };
}

function baseOf({ models }: Workplace, index: number): Model {
  const model = models[index];
  if (model === undefined) throw new Error(`invariant broken: no model ${index} to fork from`);
  return model;
}

/** Gives the model of a variant. Of those compiled here the last one is kept; files are parsed once. */
function compilerOf({ models, own, plan }: Workplace): (variant: number) => Prepared {
  let parsed: ReturnType<typeof parseScenario> | undefined;
  let last: { readonly variant: number; readonly prepared: Prepared } | undefined;
  return (index) => {
    const variant = plan.variants[index]!;
    const at = variant.model ?? 0;
    if (at !== 'own') {
      const model = models[at];
      if (model === undefined) throw new Error(`invariant broken: variant ${index} has no model`);
      return { model, changes: {} };
    }
    if (last?.variant === index) return last.prepared;
    if (own === undefined) throw new Error('invariant broken: no files to compile from');
    parsed ??= parseScenario(own.files);
    const texts = [...plan.settings, ...(variant.settings ?? [])];
    const { prepared, problems } = prepare(parsed, texts, own.knockouts);
    if (prepared === undefined) {
      const first = problems[0];
      throw new Error(
        `the settings make no scenario: ${first?.path ?? ''} ${first?.message ?? ''}`,
      );
    }
    last = { variant: index, prepared };
    return prepared;
  };
}
