import { isMoment, MOMENTS, type Moment } from '../../record/index.ts';
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
  type NodePath,
  type Problem,
  type SourceFile,
} from '../../scenario/index.ts';
import type { Knockouts } from '../apply-settings.ts';
import { layOut } from '../design/lay-out.ts';
import { checkSize, readDesign } from './check-design.ts';
import { checkEndOfFork, readEnd, upTo } from './check-end.ts';
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
  /** Patches behind `mechanism:`, asked for once the scenario is there. */
  readonly knockouts?: () => Knockouts;
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
  const book: Notebook = {
    source,
    problems,
    scenario,
    knockouts: options.knockouts?.() ?? new Map(),
  };
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

interface Parts extends Start {
  readonly endTick: number | null;
  readonly factors: readonly Factor[];
  readonly design: Design | null;
  readonly measures: readonly Target[];
}

function readParts(book: Notebook): Parts {
  const { tree } = book.source;
  const shared = textsAt(valueAt(tree, ['settings']), ['settings']);
  checkSettings(book, shared);
  checkVariants(book, shared);
  const { start, fork } = readStart(book);
  checkFork(book, fork);
  const endTick = readEnd(book, ['end'], start);
  if (endTick !== null) checkEndOfFork(book, fork);
  const factors = readFactors(book, shared);
  const design = readDesign(book, factors);
  if (design !== null) checkSize(book, design, factors);
  const measures = upTo(endTick, readMeasures(book, start));
  checkStop(book, measures, design);
  return { start, fork, endTick, factors, design, measures };
}

interface Start {
  readonly start: string;
  readonly fork: Moment | null;
}

/** `free`, an anchor, or a mapping `{ fork: MOMENT, from: … }`. */
function readStart(book: Notebook): Start {
  const given = valueAt(book.source.tree, ['start']);
  if (given === undefined || typeof given === 'string') {
    return { start: readFrom(book, ['start'], given), fork: null };
  }
  const fork = valueAt(given, ['fork']);
  for (const key of typeof given === 'object' && given !== null ? Object.keys(given) : []) {
    if (key === 'fork' || key === 'from') continue;
    note(
      book,
      ['start', key],
      {
        code: 'unknown-key',
        message: `A start has no key "${key}".`,
        remedy: 'Write "{ fork: MOMENT, from: free }".',
      },
      'key',
    );
  }
  const start = readFrom(book, ['start', 'from'], valueAt(given, ['from']));
  if (typeof fork === 'string' && isMoment(fork)) return { start, fork };
  const known = Object.keys(MOMENTS);
  const nearest = typeof fork === 'string' ? nearestOf(fork, known) : undefined;
  note(book, fork === undefined ? ['start'] : ['start', 'fork'], {
    code: fork === undefined ? 'wrong-type' : 'unknown-value',
    message: 'The start names no moment at which the variants part.',
    remedy:
      nearest === undefined
        ? `Write "free", an anchor, or "{ fork: MOMENT }" with one of: ${known.join(', ')}.`
        : `Did you mean "${nearest}"?`,
  });
  return { start, fork: null };
}

function readFrom(book: Notebook, at: NodePath, given: unknown): string {
  if (given === undefined) return 'free';
  const known = ['free', ...(book.scenario?.model.anchors ?? []).map(({ id }) => id)];
  if (typeof given === 'string' && (book.scenario === null || known.includes(given))) return given;
  const nearest = typeof given === 'string' ? nearestOf(given, known) : undefined;
  note(book, at, {
    code: 'unknown-id',
    message: `The scenario has no anchor ${JSON.stringify(given)}.`,
    remedy:
      nearest === undefined ? `Use one of: ${known.join(', ')}.` : `Did you mean "${nearest}"?`,
  });
  return 'free';
}

/** Where variants part from one run, they share its luck by that; a luck of their own would be another trunk. */
function checkFork(book: Notebook, fork: Moment | null): void {
  if (fork === null || valueAt(book.source.tree, ['luck']) !== 'independent') return;
  note(book, ['luck'], {
    code: 'unknown-value',
    message: 'Variants that fork from one run cannot have luck of their own.',
    remedy: 'Take "luck" out.',
  });
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
    fork: parts.fork,
    keepTruce: value.keepTruce === true && parts.start !== 'free',
    endTick: parts.endTick,
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
