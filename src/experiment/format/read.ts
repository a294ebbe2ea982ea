import {
  checkShape,
  hasErrors,
  locate,
  nearestOf,
  problemAt,
  readSource,
  sortProblems,
  upgrade,
  valueAt,
  type Finding,
  type Problem,
  type SourceFile,
} from '../../scenario/index.ts';
import type { Knockouts } from '../apply-settings.ts';
import { layOut } from '../design/lay-out.ts';
import { checkSize, readDesign } from './check-design.ts';
import { readFactors } from './check-factors.ts';
import { readMeasures } from './check-measures.ts';
import type { Design, DesignVariant, Experiment, Factor, Target } from './experiment.ts';
import {
  checkSettings,
  note,
  textsAt,
  type Notebook,
  type OpenScenario,
  type PlacedText,
} from './notebook.ts';
import { EXPERIMENT_RUNS_MAX, EXPERIMENT_SCHEMA, type ExperimentFile } from './schema.ts';

/** Finds the scenario that an experiment names, or says why it cannot be had. */
export type ScenarioFinder = (name: string) => OpenScenario | Finding;

export interface ReadExperiment {
  readonly experiment?: Experiment;
  readonly scenario?: OpenScenario;
  readonly problems: readonly Problem[];
}

export interface ReadOptions {
  readonly knockouts?: Knockouts;
  /** Runs of each variant in the place of what the file says. */
  readonly runs?: number;
}

const EVERY_DEFAULT = 50;

/**
 * Reads a file of format `khasan.experiment/1`. All that can be known before a run is checked: shape, names, units,
 * ranges, the scenario with every setting, the size. Every problem is reported, not the first.
 */
export function readExperiment(
  file: SourceFile,
  find: ScenarioFinder,
  options: ReadOptions = {},
): ReadExperiment {
  const read = readSource(file);
  if (read.source === undefined) return { problems: read.problems };
  const lifted = upgrade(read.source, 'experiment');
  if (lifted.source === undefined) return { problems: lifted.problems };
  const source = lifted.source;
  const shape = checkShape(source, EXPERIMENT_SCHEMA);
  const problems: Problem[] = [...shape.problems];
  const scenario = openScenario(problems, source, find);
  const book: Notebook = { source, problems, scenario, knockouts: options.knockouts ?? new Map() };
  const parts = readParts(book);
  const sorted = sortProblems(problems, [file.path]);
  if (hasErrors(problems) || shape.value === undefined || parts.design === null) {
    return { problems: sorted };
  }
  if (scenario === null) throw new Error('invariant broken: no problem and no scenario');
  const experiment = assemble(shape.value, { ...parts, design: parts.design }, options);
  return { experiment, scenario, problems: sorted };
}

function openScenario(
  problems: Problem[],
  source: Notebook['source'],
  find: ScenarioFinder,
): OpenScenario | null {
  const name = valueAt(source.tree, ['scenario']);
  if (typeof name !== 'string' || name === '') return null;
  const found = find(name);
  if (!('code' in found)) return found;
  problems.push(problemAt(locate(source, ['scenario'], 'value'), found));
  return null;
}

interface Parts {
  readonly start: string;
  readonly factors: readonly Factor[];
  readonly design: Design | null;
  readonly measures: readonly Target[];
}

function readParts(book: Notebook): Parts {
  const { tree } = book.source;
  const shared = textsAt(valueAt(tree, ['settings']), ['settings']);
  checkSettings(book, shared);
  checkVariants(book, shared);
  const start = readStart(book);
  const factors = readFactors(book, shared);
  const design = readDesign(book, factors);
  if (design !== null) checkSize(book, design, factors);
  const measures = readMeasures(book, start);
  checkStop(book, measures, design);
  return { start, factors, design, measures };
}

function readStart(book: Notebook): string {
  const given = valueAt(book.source.tree, ['start']);
  if (given === undefined) return 'free';
  if (typeof given !== 'string') {
    note(book, ['start'], {
      code: 'wrong-type',
      message: 'This version begins runs freely or at an anchor; it cannot fork them yet.',
      remedy: 'Write "start: free", or the id of an anchor.',
    });
    return 'free';
  }
  if (book.scenario === null) return given;
  const known = ['free', ...book.scenario.model.anchors.map(({ id }) => id)];
  if (known.includes(given)) return given;
  const nearest = nearestOf(given, known);
  note(book, ['start'], {
    code: 'unknown-id',
    message: `The scenario has no anchor "${given}".`,
    remedy:
      nearest === undefined ? `Use one of: ${known.join(', ')}.` : `Did you mean "${nearest}"?`,
  });
  return given;
}

function checkVariants(book: Notebook, shared: readonly PlacedText[]): void {
  const list = valueAt(book.source.tree, ['variants']);
  if (!Array.isArray(list)) return;
  const ids = list.map((item: unknown) => valueAt(item, ['id']));
  const sharedOfFiles = shared.filter(({ text }) => text.startsWith('scenario:'));
  for (const [index, id] of ids.entries()) {
    if (typeof id === 'string' && ids.indexOf(id) < index) {
      note(book, ['variants', index, 'id'], {
        code: 'duplicate-id',
        message: `There are two variants "${id}".`,
        remedy: 'Give each variant an id of its own.',
      });
    }
    const at = ['variants', index, 'settings'];
    const own = textsAt(valueAt(book.source.tree, at), at);
    if (own.length > 0) checkSettings(book, [...sharedOfFiles, ...own]);
  }
}

function checkStop(book: Notebook, measures: readonly Target[], design: Design | null): void {
  const measure = valueAt(book.source.tree, ['stop', 'measure']);
  if (typeof measure !== 'string') return;
  const known = measures.map(({ id }) => id);
  if (!known.includes(measure)) {
    const nearest = nearestOf(measure, known);
    note(book, ['stop', 'measure'], {
      code: 'unknown-id',
      message: `"${measure}" is not one of the measures of this experiment.`,
      remedy:
        nearest === undefined ? `Use one of: ${known.join(', ')}.` : `Did you mean "${nearest}"?`,
    });
  }
  const isSample = ['latin-hypercube', 'sobol', 'morris'].includes(design?.kind ?? '');
  if (!isSample) return;
  note(
    book,
    ['stop'],
    {
      code: 'unknown-key',
      message: `A design of kind ${design?.kind ?? ''} has no single interval to stop at.`,
      remedy: 'Take "stop" out; choose the number of points instead.',
    },
    'key',
  );
}

function assemble(
  value: ExperimentFile,
  parts: Parts & { readonly design: Design },
  options: ReadOptions,
): Experiment {
  const { design, factors } = parts;
  const variants =
    design.kind === 'variants' ? (value.variants ?? []).map(givenVariant) : layOut(design, factors);
  const perVariant = Math.floor((value.budget?.runs ?? EXPERIMENT_RUNS_MAX) / variants.length);
  return {
    id: value.id,
    title: value.title,
    question: value.question ?? '',
    limits: value.limits ?? '',
    scenario: value.scenario,
    start: parts.start,
    keepTruce: value.keepTruce === true && parts.start !== 'free',
    settings: value.settings ?? [],
    factors,
    design,
    variants,
    measures: parts.measures,
    seed: value.seed ?? 1,
    runs: Math.max(1, Math.min(options.runs ?? value.runs, perVariant)),
    luck: value.luck ?? 'paired',
    stop:
      value.stop === undefined
        ? null
        : {
            target: value.stop.measure,
            width: value.stop.width,
            every: value.stop.every ?? EVERY_DEFAULT,
          },
    budgetMinutes: value.budget?.minutes ?? null,
  };
}

function givenVariant(variant: NonNullable<ExperimentFile['variants']>[number]): DesignVariant {
  const { id, title, settings } = variant;
  return { id, title: title ?? id, settings: settings ?? [], levels: [] };
}
