import type { Model } from '../../engine/index.ts';
import type { ParsedScenario, Problem } from '../../scenario/index.ts';
import { prepare, type Prepared } from '../apply-settings.ts';
import type { Plan, Variant } from '../plan.ts';
import type { Knockout } from './table.ts';

/** Which two variants of the plan a row compares. */
export interface PlannedRow {
  readonly knockout: Knockout;
  /** Indices into `Plan.variants`; -1 for a row that runs nothing. */
  readonly base: number;
  readonly other: number;
  /** The same under the settings of the negative control, -1 without one. */
  readonly controlBase: number;
  readonly controlOther: number;
}

export interface AblationPlan {
  readonly plan: Plan;
  readonly models: readonly Model[];
  readonly rows: readonly PlannedRow[];
}

/** What is being planned: models and variants by what made them, so that rows share a base. */
interface Draft {
  readonly parsed: ParsedScenario;
  readonly runs: number;
  readonly seed: number;
  readonly models: Model[];
  readonly prepared: Map<string, { readonly model: number; readonly changes: Prepared['changes'] }>;
  readonly variants: Variant[];
  readonly known: Map<string, number>;
  readonly problems: Problem[];
}

/**
 * Lays a table of knock-outs out as one batch in which every variant has the same seeds. Rows with the same start
 * share their base.
 */
export function planAblation(
  parsed: ParsedScenario,
  knockouts: readonly Knockout[],
  options: { readonly scenario: string; readonly runs: number; readonly seed: number },
): { readonly ablation?: AblationPlan; readonly problems: readonly Problem[] } {
  const draft: Draft = {
    parsed,
    runs: options.runs,
    seed: options.seed,
    models: [],
    prepared: new Map(),
    variants: [],
    known: new Map(),
    problems: [],
  };
  const rows = knockouts.map((knockout) => planRow(draft, knockout));
  if (draft.problems.length > 0) return { problems: draft.problems };
  const plan: Plan = {
    scenario: options.scenario,
    settings: [],
    variants: draft.variants,
    byRun: true,
  };
  return { ablation: { plan, models: draft.models, rows }, problems: [] };
}

function planRow(draft: Draft, knockout: Knockout): PlannedRow {
  const { settings, patch, control } = knockout;
  const nothing = { knockout, base: -1, other: -1, controlBase: -1, controlOther: -1 };
  if (knockout.missing !== '' || knockout.exact !== null) return nothing;
  const held = control === null ? null : [...settings, ...control];
  return {
    knockout,
    base: variantFor(draft, knockout, settings, []),
    other: variantFor(draft, knockout, settings, patch),
    controlBase: held === null ? -1 : variantFor(draft, knockout, held, []),
    controlOther: held === null ? -1 : variantFor(draft, knockout, held, patch),
  };
}

function variantFor(
  draft: Draft,
  knockout: Knockout,
  settings: readonly string[],
  patch: readonly string[],
): number {
  const { start, from, moment } = knockout;
  const all = [...settings, ...patch];
  const key = JSON.stringify([start, from, moment, settings, patch]);
  const known = draft.known.get(key);
  if (known !== undefined) return known;
  const base = preparedFor(draft, settings);
  const own = preparedFor(draft, all);
  if (base === undefined || own === undefined) return -1;
  const index = draft.variants.length;
  draft.variants.push({
    id: patch.length === 0 ? `base ${String(index)}` : knockout.id,
    setup: { ...own.changes, from },
    seed: draft.seed,
    runs: draft.runs,
    model: own.model,
    settings: all,
    ...(moment === null || start === 'free'
      ? {}
      : { fork: { moment, base: base.model, setup: { ...base.changes, from } } }),
  });
  draft.known.set(key, index);
  return index;
}

function preparedFor(
  draft: Draft,
  settings: readonly string[],
): { readonly model: number; readonly changes: Prepared['changes'] } | undefined {
  const key = JSON.stringify(settings);
  const known = draft.prepared.get(key);
  if (known !== undefined) return known;
  const { prepared, problems } = prepare(draft.parsed, settings);
  if (prepared === undefined) {
    draft.problems.push(...problems);
    return undefined;
  }
  // Settings of parameters leave the files as they are, and one model serves for all of them.
  const same = draft.models.findIndex(({ hash }) => hash === prepared.model.hash);
  const model = same >= 0 ? same : draft.models.push(prepared.model) - 1;
  const made = { model, changes: prepared.changes };
  draft.prepared.set(key, made);
  return made;
}
