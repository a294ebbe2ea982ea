import type { Model, RunSetup } from '../engine/index.ts';
import {
  compileScenario,
  hasErrors,
  resolveSetting,
  type ParsedScenario,
  type Problem,
  type ScenarioSetting,
  type Setting,
} from '../scenario/index.ts';

/** Patches behind `mechanism:ID`: the settings that switch a mechanism off. */
export type Knockouts = ReadonlyMap<string, readonly string[]>;

/** What a list of settings comes to. */
export interface AppliedSettings {
  /** Settings of files, in the order given. */
  readonly patches: readonly ScenarioSetting[];
  /** Settings of parameters and readings, for the setup of every run. */
  readonly changes: Pick<RunSetup, 'params' | 'readings'>;
}

/** A scenario with settings, ready to be run. */
export interface Prepared {
  readonly model: Model;
  readonly changes: AppliedSettings['changes'];
}

const NO_KNOCKOUTS: Knockouts = new Map();

/** Puts the settings of its patch in the place of each `mechanism:ID`; an unknown one stays as it is. */
export function expandMechanisms(
  texts: readonly string[],
  knockouts: Knockouts = NO_KNOCKOUTS,
): string[] {
  return texts.flatMap((text) => {
    const patch = knockouts.get(text.replace(/^mechanism:/, ''));
    return text.startsWith('mechanism:') && patch !== undefined ? patch : [text];
  });
}

/**
 * Understands settings for a model whose readings are known.
 * @returns every problem at once, each naming its setting.
 */
export function applySettings(
  model: Pick<Model, 'readings'>,
  texts: readonly string[],
  knockouts: Knockouts = NO_KNOCKOUTS,
): AppliedSettings & { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const settings: Setting[] = [];
  for (const text of expandMechanisms(texts, knockouts)) {
    const resolved = resolveSetting(model, text, [...knockouts.keys()]);
    if (resolved.ok) settings.push(resolved.setting);
    else problems.push(resolved.problem);
  }
  const params = settings.flatMap((each) =>
    each.kind === 'param' ? [[each.index, each.value] as const] : [],
  );
  const readings = settings.flatMap((each) =>
    each.kind === 'reading' ? [[each.index, each.value] as const] : [],
  );
  return {
    patches: settings.flatMap((each) =>
      each.kind === 'scenario' ? [{ path: each.path, value: each.value }] : [],
    ),
    changes: {
      ...(params.length > 0 ? { params } : {}),
      ...(readings.length > 0 ? { readings } : {}),
    },
    problems,
  };
}

/**
 * Compiles a scenario with settings of any kind. Settings of files come first: they can change which
 * readings there are.
 * @param made the model with the same settings of files, where it has been compiled already.
 */
export function prepare(
  parsed: ParsedScenario,
  texts: readonly string[],
  knockouts: Knockouts = NO_KNOCKOUTS,
  made?: Model,
): { readonly prepared?: Prepared; readonly problems: readonly Problem[] } {
  const expanded = expandMechanisms(texts, knockouts);
  const isOfFile = (text: string): boolean => text.startsWith('scenario:');
  if (made !== undefined) {
    const others = expanded.filter((text) => !isOfFile(text));
    const { problems, changes } = applySettings(made, others, knockouts);
    return problems.length > 0 ? { problems } : { prepared: { model: made, changes }, problems };
  }
  const ofFiles = applySettings({ readings: [] }, expanded.filter(isOfFile));
  if (ofFiles.problems.length > 0) return { problems: ofFiles.problems };
  const { model, problems } = compileScenario(parsed, ofFiles.patches);
  if (model === undefined || hasErrors(problems)) return { problems };
  const others = expanded.filter((text) => !isOfFile(text));
  const rest = applySettings(model, others, knockouts);
  if (rest.problems.length > 0) return { problems: rest.problems };
  return { prepared: { model, changes: rest.changes }, problems: [] };
}
