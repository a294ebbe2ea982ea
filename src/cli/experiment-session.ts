import { existsSync, readFileSync, statSync } from 'node:fs';
import {
  KNOCKOUTS_FILE,
  planExperiment,
  readKnockouts,
  readExperiment,
  type Experiment,
  type ExperimentPlan,
  type Knockouts,
  type ManifestSource,
  type OpenScenario,
  type ScenarioFinder,
} from '../experiment/index.ts';
import { MEASURES } from '../record/index.ts';
import {
  compileScenario,
  formatProblem,
  hasErrors,
  parseScenario,
  type Problem,
  type SourceFile,
} from '../scenario/index.ts';
import type { Context } from './context.ts';
import { EXIT, isMistake, mistake } from './errors.ts';
import { readScenarioFolder } from './scenario-folder.ts';

/** No experiment file comes near this; a larger one is something else. */
const FILE_BYTES_MAX = 4 * 1024 * 1024;

/** An experiment ready to be run. */
export interface ExperimentSession {
  readonly experiment: Experiment;
  readonly scenario: OpenScenario;
  readonly made: ExperimentPlan;
  readonly source: ManifestSource;
  /** The file as it was written. */
  readonly text: string;
  /** Files of the scenario, for workers that compile variants themselves. */
  readonly files: readonly SourceFile[];
  /** Patches behind `mechanism:` settings. */
  readonly knockouts: Knockouts;
}

/** The patches of the knock-outs that a scenario comes with; none where its table cannot be used. */
function knockoutsIn(files: readonly SourceFile[], parsed: OpenScenario['parsed']): Knockouts {
  const file = files.find(({ path }) => path === KNOCKOUTS_FILE);
  const rows = file === undefined ? [] : (readKnockouts(file, parsed).knockouts ?? []);
  const usable = rows.filter(({ patch }) => patch.length > 0);
  return new Map(usable.map(({ id, patch }) => [id, patch]));
}

/** Reads the text of an experiment. @throws a mistake when there is no such file. */
export function readExperimentFile(path: string): SourceFile {
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw mistake({
      found: `there is no file '${path}'`,
      wanted: 'the YAML file of an experiment, as in experiments/',
    });
  }
  if (statSync(path).size > FILE_BYTES_MAX) {
    throw mistake({ found: `'${path}' is too large for an experiment`, where: path });
  }
  const bytes = new Uint8Array(readFileSync(path));
  return { path, text: new TextDecoder('utf-8').decode(bytes), bytes };
}

/**
 * Reads an experiment and everything that it names.
 * @param runs runs of each variant in the place of what the file says.
 * @throws a mistake with all problems of the file (exit code 1).
 */
export function openExperiment(
  context: Context,
  file: SourceFile,
  runs: number | undefined,
): ExperimentSession {
  let files: readonly SourceFile[] = [];
  let knockouts: Knockouts = new Map();
  const find: ScenarioFinder = (name) => {
    const found = findScenario(name);
    if ('code' in found) return found;
    ({ files } = found);
    // Reading the table tries every patch out, which takes its time: only for those who use it.
    if (file.text.includes('mechanism:')) knockouts = knockoutsIn(files, found.scenario.parsed);
    return found.scenario;
  };
  const read = readExperiment(file, find, {
    knockouts: () => knockouts,
    ...(runs === undefined ? {} : { runs }),
  });
  const { experiment, scenario } = read;
  if (experiment === undefined || scenario === undefined) throw refusal(file.path, read.problems);
  const made = planExperiment(experiment, scenario, experiment.scenario, knockouts);
  const source: ManifestSource = {
    experiment,
    plan: made.plan,
    version: context.version,
    scenarioHash: scenario.model.hash,
    measureIds: MEASURES.map(({ id }) => id),
  };
  return { experiment, scenario, made, source, text: file.text, files, knockouts };
}

/** Opens a scenario that a file names, or says why it cannot be had. */
export function findScenario(
  name: string,
):
  | { readonly scenario: OpenScenario; readonly files: readonly SourceFile[] }
  | Exclude<ReturnType<ScenarioFinder>, OpenScenario> {
  try {
    const folder = readScenarioFolder(name);
    const parsed = parseScenario(folder.files);
    const { model, problems } = compileScenario(parsed);
    if (model !== undefined && folder.problems.length === 0 && !hasErrors(problems)) {
      return { scenario: { parsed, model }, files: folder.files };
    }
    return {
      code: 'unknown-id',
      message: `The scenario "${name}" is not valid.`,
      remedy: `Put it right; khasan check ${name} lists everything.`,
    };
  } catch (error) {
    if (!isMistake(error)) throw error;
    const [first = ''] = error.message.split('\n');
    const remedy = /do: +(.*)$/m.exec(error.message)?.[1] ?? 'See: khasan scenarios.';
    return { code: 'unknown-id', message: `Here ${first}.`, remedy };
  }
}

/** All problems of a file as one mistake, each with its remedy. */
export function refusal(path: string, problems: readonly Problem[]): Error {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const lines = errors.flatMap((problem) => [formatProblem(problem), `    ${problem.remedy}`]);
  const count = errors.length === 1 ? '1 problem' : `${String(errors.length)} problems`;
  return mistake({
    found: `nothing was run: ${path} has ${count}\n${lines.join('\n')}`,
    exitCode: EXIT.no,
  });
}
