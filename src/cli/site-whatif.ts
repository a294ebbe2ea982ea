import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  KNOCKOUTS_FILE,
  expandMechanisms,
  patchesOf,
  prepare,
  readExperiment,
  readKnockouts,
  type Knockout,
  type Knockouts,
} from '../experiment/index.ts';
import { editsBetween } from '../protocol/index.ts';
import type { SiteChange, SiteQuestion, SiteSwitch, SiteWhatIf } from '../protocol/index.ts';
import { parseScenario, type ParsedScenario } from '../scenario/index.ts';
import { PACKAGE_ROOT } from './scenario-folder.ts';
import type { Session } from './session.ts';

/** Ready questions that are one change set beside the run as it is, in the order of the page. */
const QUESTIONS: readonly string[] = [
  'purge-cost',
  'tokyo-granted',
  'coordinated-attack',
  'air-on-2-august',
  'armoured-train',
];

interface Bench {
  readonly session: Session;
  readonly parsed: ParsedScenario;
  readonly knockouts: Knockouts;
}

/**
 * The what-ifs as a page can apply them: each is compiled here, and what it changes in the model goes along, since a
 * page has no compiler.
 */
export function whatIfOf(session: Session): SiteWhatIf {
  const parsed = parseScenario(session.folder.files);
  const file = session.folder.files.find(({ path }) => path === KNOCKOUTS_FILE);
  const rows = file === undefined ? [] : (readKnockouts(file, parsed).knockouts ?? []);
  const bench = { session, parsed, knockouts: patchesOf(rows) };
  return {
    schema: 'khasan.site-whatif/1',
    switches: rows.filter(({ exact }) => exact === null).map((row) => switchOf(bench, row)),
    questions: QUESTIONS.flatMap((id) => questionOf(bench, id) ?? []),
  };
}

function changeOf(
  { session, parsed, knockouts }: Bench,
  id: string,
  title: string,
  texts: readonly string[],
): SiteChange {
  const settings = expandMechanisms(texts, knockouts);
  const { prepared } = prepare(parsed, settings);
  if (prepared === undefined) throw new Error(`invariant broken: ${id} does not compile`);
  const { model } = prepared;
  const edits = editsBetween(session.model, model);
  return { id, title, settings, edits, scenarioHash: model.hash };
}

function switchOf(bench: Bench, row: Knockout): SiteSwitch {
  const { id, title, settings, patch, notes, missing, from, moment, measures } = row;
  return {
    ...changeOf(bench, id, title, [...settings, ...patch]),
    ...{ notes, missing, from },
    forksAt: moment ?? '',
    measures: measures.map(({ spec, expected }) => ({
      measure: spec.id,
      expected: expected ?? '',
    })),
  };
}

function questionOf(bench: Bench, id: string): SiteQuestion | null {
  const path = join(PACKAGE_ROOT, 'experiments', `${id}.yaml`);
  if (!existsSync(path)) return null;
  const { parsed, session, knockouts } = bench;
  const scenario = { parsed, model: session.model };
  const file = { path, text: readFileSync(path, 'utf8') };
  const { experiment } = readExperiment(file, () => scenario, { knockouts: () => knockouts });
  const [base, ...others] = experiment?.variants ?? [];
  if (experiment === undefined || base === undefined || base.settings.length > 0) return null;
  return {
    id,
    title: experiment.title,
    question: experiment.question,
    limits: experiment.limits,
    from: experiment.start,
    keepTruce: experiment.keepTruce,
    base: base.title,
    variants: others.map((variant) =>
      changeOf(bench, `${id}/${variant.id}`, variant.title, [
        ...experiment.settings,
        ...variant.settings,
      ]),
    ),
    measures: experiment.measures
      .filter(({ spec }) => spec.kind !== 'category')
      .map(({ spec }) => spec.id),
  };
}
