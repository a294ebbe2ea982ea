import { isSwitch, PARAMETERS, type ParameterSpec } from '../../engine/index.ts';
import type { SourceFile } from '../../scenario/index.ts';
import { latinHypercube } from '../design/latin-hypercube.ts';
import type { Distribution } from '../format/experiment.ts';
import type { Calibration, CalibrationRow, CalibrationStart } from './calibration.ts';
import { evenPrior } from './read-parameters.ts';

/** A part of a calibration: an experiment of its own, in a folder of its own. */
export interface Phase {
  readonly kind: 'draws' | 'screening' | 'sobol';
  readonly start: CalibrationStart;
  /** Name of the folder, and what the bar says. */
  readonly name: string;
  /** The file `khasan.experiment/1` that is run. */
  readonly file: SourceFile;
}

/** Apart so that no two starts share their luck. */
const SEEDS_APART = 100_000_000;
const MORRIS_LEVELS = 4;
const TITLES = {
  draws: 'draws from the prior',
  screening: 'screening of every parameter',
  sobol: 'Sobol indices of those that matter most',
} as const;

/** The rows that are asked of runs from a start. */
export function rowsOf({ rows }: Calibration, { from }: CalibrationStart): CalibrationRow[] {
  return rows.filter((row) => row.start === from);
}

/** Every parameter of the register that a screening varies: all but those that only take a rule out. */
export function screenedParameters(): readonly ParameterSpec[] {
  return PARAMETERS.filter(({ id, low, high }) => !isSwitch(id) && low < high);
}

/** `[draw][parameter]`: where each draw lies in the prior. The same for every start. */
export function placesOf({ draws, parameters, seed }: Calibration): number[][] {
  return latinHypercube(draws, parameters.length, seed);
}

/** Draws from the prior: a Latin hypercube, each point with luck of its own. */
export function drawPhases(calibration: Calibration): Phase[] {
  const { draws, replicates, parameters, seed } = calibration;
  const design = { kind: 'latin-hypercube', points: draws, seed };
  const factors = parameters.map(({ id, title, prior }) => factorOf({ id, title }, prior));
  return phasesOf(calibration, 'draws', { design, factors, runs: replicates, luck: 'independent' });
}

/** Morris's walks over the ranges of all parameters; every point with the same luck. */
export function screeningPhases(calibration: Calibration): Phase[] {
  const { screening, seed } = calibration;
  if (screening === null) return [];
  const { walks, replicates } = screening;
  const design = { kind: 'morris', walks, levels: MORRIS_LEVELS, seed };
  const factors = screenedParameters().map((spec) => factorOf(spec, evenPrior(spec)));
  return phasesOf(calibration, 'screening', { design, factors, runs: replicates, luck: 'paired' });
}

/** Saltelli's design over the ranges of a few parameters, the others as they stand. */
export function sobolPhases(calibration: Calibration, ids: readonly string[]): Phase[] {
  const { sobol, seed } = calibration;
  if (sobol === null) return [];
  const design = { kind: 'sobol', points: sobol.points, seed };
  const factors = ids.flatMap((id) => {
    const spec = screenedParameters().find((each) => each.id === id);
    return spec === undefined ? [] : [factorOf(spec, evenPrior(spec))];
  });
  const runs = sobol.replicates;
  return phasesOf(calibration, 'sobol', { design, factors, runs, luck: 'paired' });
}

/** Name of a parameter as an experiment can have it. */
export function factorId(parameter: string): string {
  return parameter.toLowerCase();
}

function factorOf(
  { id, title }: Pick<ParameterSpec, 'id' | 'title'>,
  { kind, low, high, mode, mean, sd, whole }: Distribution,
): object {
  const distribution = {
    ...{ kind, low, high },
    ...(kind === 'triangular' ? { mode } : {}),
    ...(kind === 'normal' ? { mean, sd } : {}),
    ...(whole ? { whole } : {}),
  };
  return { id: factorId(id), title, setting: `param:${id}`, distribution };
}

function phasesOf(calibration: Calibration, kind: Phase['kind'], parts: object): Phase[] {
  return calibration.starts.map((start, index) => {
    const { from, end } = start;
    const name = `${kind}-${from}`;
    const tree = {
      format: 'khasan.experiment/1',
      id: name,
      title: `${calibration.title}: ${TITLES[kind]}, from ${from}`,
      scenario: calibration.scenario,
      start: from,
      ...(end === null ? {} : { end }),
      seed: calibration.seed + index * SEEDS_APART,
      measures: [...new Set(rowsOf(calibration, start).map(({ spec }) => spec.id))],
      ...parts,
    };
    // JSON is YAML as well, and the folder of the phase can so be run and verified like any other.
    const text = `${JSON.stringify(tree, null, 1)}\n`;
    return { kind, start, name, file: { path: `${name}.yaml`, text } };
  });
}
