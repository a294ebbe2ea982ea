import type { Model } from '../engine/index.ts';
import type { Moment } from '../record/index.ts';
import { expandMechanisms, prepare, type Knockouts, type Prepared } from './apply-settings.ts';
import { drawWord, LUCK_FOR } from './statistics/luck.ts';
import type { Experiment } from './format/experiment.ts';
import type { OpenScenario } from './format/notebook.ts';
import type { Plan, Variant } from './plan.ts';

/** Models that are compiled beforehand and shared by all workers; further ones are compiled where they run. */
const MODELS_SHARED_MAX = 24;

export interface ExperimentPlan {
  readonly plan: Plan;
  /** What `Variant.model` counts through. */
  readonly models: readonly Model[];
}

/** The seeds of one in `count` parts of all there are, so that unpaired variants never meet. */
function seedOf(experiment: Experiment, index: number): number {
  if (experiment.luck === 'paired' || index === 0) return experiment.seed;
  const stride = Math.floor(4294967296 / experiment.variants.length);
  const shuffled = drawWord(experiment.seed, LUCK_FOR.independentSeeds, 0, 0) % stride;
  return (experiment.seed + index * stride + shuffled) >>> 0;
}

/** The trunk from which all variants part: the experiment's own settings, and nothing of any variant. */
function forkOf(
  experiment: Experiment,
  scenario: OpenScenario,
  knockouts: Knockouts,
  models: Model[],
): { moment: Moment; base: number; setup: Prepared['changes'] } | undefined {
  if (experiment.fork === null) return undefined;
  const { prepared } = prepare(scenario.parsed, experiment.settings, knockouts);
  if (prepared === undefined) throw new Error('invariant broken: checked settings do not compile');
  const base = models.push(prepared.model) - 1;
  return { moment: experiment.fork, base, setup: prepared.changes };
}

/**
 * Makes the plan of an experiment: jobs run by run, every variant with the seeds of the others unless its luck is its
 * own. Variants that change files in the same way share a model.
 */
export function planExperiment(
  experiment: Experiment,
  scenario: OpenScenario,
  scenarioName: string,
  knockouts: Knockouts,
): ExperimentPlan {
  const models: Model[] = [];
  const known = new Map<string, number>();
  const { start, keepTruce, endTick } = experiment;
  // Written out, so that a row hangs on what a knock-out is and not on its name, and can be played alone.
  const shared = expandMechanisms(experiment.settings, knockouts);
  const begin = { from: start, ...(keepTruce ? { keepTruce: true } : {}) };
  const fork = forkOf(experiment, scenario, knockouts, models);
  const variants = experiment.variants.map(({ id, settings: named }, index): Variant => {
    const settings = expandMechanisms(named, knockouts);
    const bare = {
      id,
      setup: begin,
      seed: seedOf(experiment, index),
      runs: experiment.runs,
      settings,
      ...(endTick === null ? {} : { untilTick: endTick }),
      ...(fork === undefined ? {} : { fork: { ...fork, setup: { ...fork.setup, ...begin } } }),
    };
    const texts = [...shared, ...settings];
    const key = JSON.stringify(texts.filter((text) => !/^(param|reading):/.test(text)));
    const isKnown = known.has(key);
    if (!isKnown && models.length >= MODELS_SHARED_MAX) return { ...bare, model: 'own' };
    const { prepared } = prepare(
      scenario.parsed,
      texts,
      knockouts,
      isKnown ? models[known.get(key)!] : undefined,
    );
    // Values that are possible one by one may not be together; such runs fail, each with its reason.
    if (prepared === undefined) return { ...bare, model: 'own' };
    if (!isKnown) known.set(key, models.push(prepared.model) - 1);
    const setup = { ...prepared.changes, ...bare.setup };
    return { ...bare, setup, model: known.get(key)! };
  });
  return {
    plan: { scenario: scenarioName, settings: shared, variants, byRun: true },
    models,
  };
}
