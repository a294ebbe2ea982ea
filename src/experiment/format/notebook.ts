import type { Model } from '../../engine/index.ts';
import {
  compileScenario,
  locate,
  problemAt,
  type Finding,
  type NodePath,
  type ParsedScenario,
  type Problem,
  type ScenarioSetting,
  type SourceDocument,
} from '../../scenario/index.ts';
import { applySettings, type Knockouts } from '../apply-settings.ts';

/** A scenario that an experiment may name. */
export interface OpenScenario {
  readonly parsed: ParsedScenario;
  /** Without any setting. */
  readonly model: Model;
}

/**
 * Where the checks of one file write down what they find. They read the plain tree, not the typed value,
 * and pass over what has the wrong shape, which has been reported already: so one mistake never hides another.
 */
export interface Notebook {
  readonly source: SourceDocument;
  readonly problems: Problem[];
  /** `null` when the scenario could not be opened; then nothing can be said about settings. */
  readonly scenario: OpenScenario | null;
  readonly knockouts: Knockouts;
}

/** Writes a finding down at the value of a path, or at its key. */
export function note(
  book: Notebook,
  at: NodePath,
  finding: Finding,
  what: 'key' | 'value' = 'value',
): void {
  book.problems.push(problemAt(locate(book.source, at, what), finding));
}

/** A text and where it stands. */
export interface PlacedText {
  readonly text: string;
  readonly at: NodePath;
}

/**
 * Checks settings that hold together, as one variant has them: names, units, ranges, and whether the files
 * still make a scenario with them.
 */
export function checkSettings(book: Notebook, placed: readonly PlacedText[]): void {
  if (book.scenario === null) return;
  const { model, parsed } = book.scenario;
  const patches: { setting: ScenarioSetting; at: NodePath }[] = [];
  for (const { text, at } of placed) {
    const found = applySettings(model, [text], book.knockouts);
    for (const problem of found.problems) note(book, at, problem);
    for (const setting of found.patches) patches.push({ setting, at });
  }
  if (patches.length === 0) return;
  const { problems } = compileScenario(
    parsed,
    patches.map(({ setting }) => setting),
  );
  for (const problem of problems) {
    if (problem.severity === 'error') note(book, placeOf(patches, problem) ?? [], problem);
  }
}

/** The place of the setting that a problem of the scenario speaks of; the last one where it names none. */
function placeOf(
  patches: readonly { setting: ScenarioSetting; at: NodePath }[],
  problem: Problem,
): NodePath | undefined {
  const named = patches.find(({ setting }) =>
    problem.path.startsWith(`setting scenario:${setting.path}=`),
  );
  return (named ?? patches.at(-1))?.at;
}

/** The settings of a list, as far as they are texts. */
export function textsAt(list: unknown, at: NodePath): PlacedText[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((text: unknown, index) =>
    typeof text === 'string' ? [{ text, at: [...at, index] }] : [],
  );
}
