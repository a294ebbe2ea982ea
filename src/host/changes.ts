import { hashText, type Model } from '../engine/index.ts';
import { editModel, type SiteChange, type SiteWhatIf } from '../protocol/index.ts';

/** A model as a page's settings want it, and the settings that are left for the setup of the run. */
export interface ChangedModel {
  readonly model: Model;
  readonly settings: readonly string[];
}

const NAMED = /^(mechanism|question):(.+)$/;

/** Whether any of the settings names a change that has to be looked up. */
export function namesChange(settings: readonly string[]): boolean {
  return settings.some((text) => NAMED.test(text));
}

/**
 * Puts named changes, `mechanism:M02` and `question:purge-cost/none`, into a model.
 * @returns the first name that is not there, as a text.
 */
export function applyChanges(
  model: Model,
  whatIf: SiteWhatIf,
  settings: readonly string[],
): ChangedModel | string {
  const chosen: SiteChange[] = [];
  const others: string[] = [];
  for (const text of settings) {
    const [, kind, id] = NAMED.exec(text) ?? [];
    if (kind === undefined) {
      others.push(text);
      continue;
    }
    const found =
      kind === 'mechanism'
        ? whatIf.switches.find((each) => each.id === id && each.missing === '')
        : whatIf.questions.flatMap(({ variants }) => variants).find((each) => each.id === id);
    if (found === undefined) return text;
    chosen.push(found);
  }
  const plain = chosen.flatMap((change) =>
    change.settings.filter((text) => !text.startsWith('scenario:')),
  );
  const editing = chosen.filter(({ edits }) => edits.length > 0);
  const edits = editing.flatMap((change) => change.edits);
  // One change gives the very scenario that the command line has; several together have a name of their own here.
  const hash =
    editing.length === 0
      ? model.hash
      : editing.length === 1
        ? editing[0]!.scenarioHash
        : hashText(editing.map(({ scenarioHash }) => scenarioHash).join(' '));
  const changed = edits.length === 0 ? model : editModel(model, edits, hash);
  return { model: changed, settings: [...others, ...plain] };
}
