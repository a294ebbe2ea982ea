import {
  checkShape,
  hasErrors,
  problemAt,
  locate,
  readSource,
  sortProblems,
  upgrade,
  valueAt,
  type Problem,
  type SourceFile,
} from '../../scenario/index.ts';
import { note, type Notebook, type OpenScenario } from '../format/notebook.ts';
import { EXPERIMENT_RUNS_MAX } from '../format/schema.ts';
import type { ScenarioFinder } from '../format/read.ts';
import { PARAMETERS, isSwitch } from '../../engine/index.ts';
import type { Calibration } from './calibration.ts';
import { readCalibrated } from './read-parameters.ts';
import { readRows, readStarts } from './read-rows.ts';
import { CALIBRATION_SCHEMA, type CalibrationFile } from './schema.ts';

export interface ReadCalibration {
  readonly calibration?: Calibration;
  readonly scenario?: OpenScenario;
  readonly problems: readonly Problem[];
}

const ACCEPT_DEFAULT = 0.1;
const CHECK_DEFAULT = 200;
const SOBOL_PARAMETERS_DEFAULT = 8;

/**
 * Reads a file of format `khasan.calibration/1`. Every problem is reported, not the first; above all a row of the
 * record that is kept for prediction, or was only looked at, is refused.
 * @param draws points from the prior in the place of what the file says.
 */
export function readCalibration(
  file: SourceFile,
  find: ScenarioFinder,
  draws?: number,
): ReadCalibration {
  const read = readSource(file);
  if (read.source === undefined) return { problems: read.problems };
  const lifted = upgrade(read.source, 'calibration');
  if (lifted.source === undefined) return { problems: lifted.problems };
  const source = lifted.source;
  const shape = checkShape(source, CALIBRATION_SCHEMA);
  const problems: Problem[] = [...shape.problems];
  const scenario = openScenario({ source, problems, scenario: null, knockouts: new Map() }, find);
  const book: Notebook = { source, problems, scenario, knockouts: new Map() };
  const rows = readRows(book);
  const starts = readStarts(book, rows);
  const parameters = readCalibrated(book);
  const value = shape.value;
  if (value !== undefined) checkSize(book, value, draws ?? value.draws, parameters.length);
  const sorted = sortProblems(problems, [file.path]);
  if (hasErrors(problems) || value === undefined || scenario === null) return { problems: sorted };
  const { id, title, screening, sobol } = value;
  const calibration: Calibration = {
    ...{ id, title, scenario: value.scenario, rows, starts, parameters },
    draws: draws ?? value.draws,
    replicates: value.replicates,
    accept: value.accept ?? ACCEPT_DEFAULT,
    check: value.check ?? CHECK_DEFAULT,
    screening:
      screening === undefined
        ? null
        : { walks: screening.walks, replicates: screening.replicates ?? 1 },
    sobol:
      sobol === undefined
        ? null
        : {
            parameters: sobol.parameters ?? SOBOL_PARAMETERS_DEFAULT,
            points: sobol.points,
            replicates: sobol.replicates ?? 1,
          },
    seed: value.seed ?? 1,
  };
  return { calibration, scenario, problems: sorted };
}

function openScenario(book: Notebook, find: ScenarioFinder): OpenScenario | null {
  const name = valueAt(book.source.tree, ['scenario']);
  if (typeof name !== 'string' || name === '') return null;
  const found = find(name);
  if (!('code' in found)) return found;
  book.problems.push(problemAt(locate(book.source, ['scenario'], 'value'), found));
  return null;
}

/** No part may be larger than an experiment, and a sensitivity of the most important ones needs a screening. */
function checkSize(book: Notebook, file: CalibrationFile, draws: number, count: number): void {
  const { screening, sobol, replicates } = file;
  const screened = PARAMETERS.filter(({ id }) => !isSwitch(id)).length;
  const indices = sobol?.parameters ?? SOBOL_PARAMETERS_DEFAULT;
  const parts: readonly (readonly [string, number])[] = [
    ['draws', draws * replicates],
    ['screening', (screening?.walks ?? 0) * (screened + 1) * (screening?.replicates ?? 1)],
    ['sobol', (sobol?.points ?? 0) * (indices + 2) * (sobol?.replicates ?? 1)],
  ];
  for (const [key, runs] of parts) {
    if (runs <= EXPERIMENT_RUNS_MAX) continue;
    note(book, [key], {
      code: 'too-many',
      message: `"${key}" comes to ${runs} runs from each start, and ${EXPERIMENT_RUNS_MAX} are the most.`,
      remedy: 'Take fewer draws, walks, points or replicates.',
    });
  }
  if (sobol !== undefined && screening === undefined) {
    note(book, ['sobol'], {
      code: 'missing-key',
      message:
        'The indices are of the parameters that matter most, and nothing says which these are.',
      remedy: 'Add "screening: { walks: N }".',
    });
  }
  if (draws * replicates * (file.accept ?? ACCEPT_DEFAULT) < count) {
    note(book, ['draws'], {
      code: 'out-of-range',
      message: `${draws} draws leave fewer accepted runs than there are parameters (${count}).`,
      remedy: 'Take more draws or replicates, or accept a larger share.',
    });
  }
}
