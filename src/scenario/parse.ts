import { SCENARIO_FILES } from './schema.ts';
import type {
  AnchorsFile,
  ExogenousFile,
  ForcesFile,
  MapFile,
  OfficesFile,
  ScenarioFile,
  TheatreFile,
} from './schema.ts';
import { remedyFor } from './nearest.ts';
import { hasErrors, problemAt, sortProblems, type Problem } from './problem.ts';
import { checkShape } from './shape.ts';
import { readSource, type SourceDocument, type SourceFile } from './source.ts';
import { upgrade } from './upgrade.ts';

export type FileName = keyof typeof SCENARIO_FILES;
export const FILE_NAMES = Object.keys(SCENARIO_FILES) as readonly FileName[];

/**
 * The files of a scenario, each of the right shape. Nothing is known about how they fit together: that
 * is what `validateScenario` finds out.
 */
export interface ScenarioFiles {
  readonly scenario: ScenarioFile;
  readonly map: MapFile;
  readonly theatre: TheatreFile;
  readonly forces: ForcesFile;
  readonly offices: OfficesFile;
  readonly exogenous: ExogenousFile;
  readonly anchors: AnchorsFile;
  /** The texts behind them, for positions. */
  readonly sources: Readonly<Record<FileName, SourceDocument>>;
}

export interface ParsedScenario {
  /** Present when every file is there and has the right shape. */
  readonly file?: ScenarioFiles;
  readonly problems: readonly Problem[];
}

/** Files of a scenario folder that are read elsewhere: they are no part of the model. */
const FILES_BESIDE: readonly string[] = ['knockouts.yaml'];

/** Reads the files of a scenario folder. Other files than YAML are left aside. */
export function parseScenario(files: readonly SourceFile[]): ParsedScenario {
  const problems: Problem[] = [];
  const sources: Partial<Record<FileName, SourceDocument>> = {};
  for (const file of files) problems.push(...nameProblems(file.path));
  for (const name of FILE_NAMES) {
    const file = files.find((candidate) => candidate.path === name);
    if (file === undefined) {
      problems.push(missingFile(name));
      continue;
    }
    const read = readSource(file);
    problems.push(...read.problems);
    if (read.source === undefined) continue;
    const lifted = upgrade(read.source, name.replace('.yaml', ''));
    problems.push(...lifted.problems);
    if (lifted.source !== undefined) sources[name] = lifted.source;
  }
  return shapeOf(sources, problems);
}

/** Checks the shape of sources that have been read; used again after a setting has changed a tree. */
export function shapeOf(
  sources: Partial<Record<FileName, SourceDocument>>,
  before: readonly Problem[],
): ParsedScenario {
  const problems = [...before];
  const values: Partial<Record<FileName, unknown>> = {};
  for (const name of FILE_NAMES) {
    const source = sources[name];
    if (source === undefined) continue;
    const shaped = checkShape(source, SCENARIO_FILES[name]);
    problems.push(...shaped.problems);
    values[name] = shaped.value;
  }
  const sorted = sortProblems(problems, FILE_NAMES);
  if (hasErrors(problems) || FILE_NAMES.some((name) => values[name] === undefined)) {
    return { problems: sorted };
  }
  const file: ScenarioFiles = {
    scenario: values['scenario.yaml'] as ScenarioFile,
    map: values['map.yaml'] as MapFile,
    theatre: values['theatre.yaml'] as TheatreFile,
    forces: values['forces.yaml'] as ForcesFile,
    offices: values['offices.yaml'] as OfficesFile,
    exogenous: values['exogenous.yaml'] as ExogenousFile,
    anchors: values['anchors.yaml'] as AnchorsFile,
    sources: sources as Record<FileName, SourceDocument>,
  };
  return { file, problems: sorted };
}

function missingFile(name: FileName): Problem {
  return problemAt(
    { path: name, line: 1, column: 1 },
    {
      code: 'missing-file',
      message: `The folder has no file ${name}.`,
      remedy: `Add ${name}; docs/scenario-format.md shows the smallest one.`,
    },
  );
}

function nameProblems(path: string): Problem[] {
  const at = { path, line: 1, column: 1 };
  const parts = path.split(/[/\\]/);
  if (parts.includes('..') || /^([/\\~]|[A-Za-z]:)/.test(path)) {
    const problem = problemAt(at, {
      code: 'path-outside',
      message: `"${path}" leads out of the scenario folder.`,
      remedy: 'A scenario is one folder; put the file into it.',
    });
    return [problem];
  }
  const isKnown = [...FILE_NAMES, ...FILES_BESIDE].includes(path);
  if (isKnown || !/\.ya?ml$/i.test(path)) return [];
  const problem = problemAt(at, {
    code: 'unknown-file',
    severity: 'warning',
    message: `"${path}" is not a file of a scenario and is not read.`,
    remedy: remedyFor(path, FILE_NAMES, 'file'),
  });
  return [problem];
}
