import type { MeasureResults } from '../analysis/results.ts';
import type { Interval } from '../statistics/intervals.ts';
import type { Calibration, CalibrationRow } from './calibration.ts';
import { factorId, screenedParameters } from './phases.ts';
import type { Aim } from './posterior.ts';

/** What a parameter does to a row over its whole range, in units of the row's scale. */
export interface ScreenedRow {
  readonly row: string;
  readonly mu: number;
  readonly muStar: Interval;
  readonly sigma: number;
  /** Whether μ is further from 0 than luck would bring it once in 370 times (three standard errors). */
  readonly clear: boolean;
}

export interface ScreenedParameter {
  readonly id: string;
  /**
   * Mean of |μ| over the rows by their weight: how much the parameter matters. Luck cancels in μ and not in μ*, which in
   * runs as lively as these is mostly luck.
   */
  readonly score: number;
  /** The row on which it matters most. */
  readonly most: string;
  readonly rows: readonly ScreenedRow[];
}

/** Morris's screening of the register on the calibration rows. */
export interface Screening {
  readonly walks: number;
  readonly replicates: number;
  /** By row: the μ* that a change of luck alone would give, and the standard error that luck gives to μ. */
  readonly luck: readonly { readonly row: string; readonly muStar: number; readonly mu: number }[];
  /** The weightiest first. */
  readonly parameters: readonly ScreenedParameter[];
}

export interface SobolFinding {
  readonly points: number;
  readonly replicates: number;
  readonly parameters: readonly {
    readonly id: string;
    readonly rows: readonly {
      readonly row: string;
      readonly first: Interval;
      readonly total: Interval;
    }[];
  }[];
}

/** Results of one design from each start. */
type ByStart = readonly { from: string; measures: readonly MeasureResults[] }[];

/** Mean size of a standard normal variable. */
const NORMAL_SIZE = Math.sqrt(2 / Math.PI);
/** Step of the walks on four levels, share of the range. */
const STEP = 2 / 3;

function effectsOf(byStart: ByStart, { spec, start }: CalibrationRow): MeasureResults['factors'] {
  const found = byStart.find(({ from }) => from === start)?.measures;
  return found?.find(({ id }) => id === spec.id)?.factors ?? null;
}

/** Puts the screenings of all starts together and orders the parameters by weight. */
export function screeningOf(
  { rows, screening }: Calibration,
  source: { screenings: ByStart; aims: readonly Aim[]; luck: readonly number[] },
): Screening {
  const { screenings, aims, luck } = source;
  const replicates = screening?.replicates ?? 1;
  const walks = screening?.walks ?? 1;
  // An effect is the difference of two means over the step.
  const perStep = Math.sqrt(2 / replicates) / STEP;
  const noise = rows.map((_, index) => (luck[index]! * perStep) / aims[index]!.scale);
  const parameters = screenedParameters().map(({ id }): ScreenedParameter => {
    const screened = rows.flatMap((row, index): ScreenedRow[] => {
      const effects = effectsOf(screenings, row);
      if (effects?.kind !== 'morris') return [];
      const found = effects.factors.find(({ factor }) => factor === factorId(id));
      const { scale } = aims[index]!;
      if (found === undefined) return [];
      const { mu, muStar, sigma } = found;
      const { estimate, low, high } = muStar;
      return [
        {
          row: row.target.id,
          mu: mu / scale,
          muStar: { estimate: estimate / scale, low: low / scale, high: high / scale },
          sigma: sigma / scale,
          clear: isClear(mu / scale, noise[index]!, sigma / scale, walks),
        },
      ];
    });
    return { id, ...weigh(rows, screened), rows: screened };
  });
  parameters.sort((a, b) => b.score - a.score);
  return {
    walks,
    replicates,
    luck: rows.map(({ target }, index) => ({
      row: target.id,
      muStar: noise[index]! * NORMAL_SIZE,
      mu: noise[index]! / Math.sqrt(walks),
    })),
    parameters,
  };
}

/** Where nothing is known of luck, the spread of the effects themselves stands for it. */
function isClear(mu: number, noise: number, sigma: number, walks: number): boolean {
  const error = (Number.isNaN(noise) ? sigma : noise) / Math.sqrt(walks);
  return Math.abs(mu) > 3 * error;
}

function weigh(
  rows: readonly CalibrationRow[],
  screened: readonly ScreenedRow[],
): { score: number; most: string } {
  let sum = 0;
  let weights = 0;
  let most = { row: '', size: 0 };
  for (const { row, mu } of screened) {
    const size = Math.abs(mu);
    if (Number.isNaN(size)) continue;
    const { weight } = rows.find(({ target }) => target.id === row)!.target;
    sum += weight * size;
    weights += weight;
    if (size > most.size) most = { row, size };
  }
  return { score: weights > 0 ? sum / weights : 0, most: most.row };
}

/** Ids of the parameters that matter most. */
export function weightiest(screening: Screening, count: number): string[] {
  return screening.parameters.slice(0, count).map(({ id }) => id);
}

/** Puts the indices of all starts together, in the order in which the parameters were asked. */
export function sobolOf({ rows, sobol }: Calibration, indices: ByStart): SobolFinding | null {
  const [first] = rows.map((row) => effectsOf(indices, row));
  if (sobol === null || first?.kind !== 'sobol') return null;
  const ids = screenedParameters().map(({ id }) => id);
  return {
    points: sobol.points,
    replicates: sobol.replicates,
    parameters: first.factors.map(({ factor }) => ({
      id: ids.find((id) => factorId(id) === factor) ?? factor,
      rows: rows.flatMap((row) => {
        const effects = effectsOf(indices, row);
        const found =
          effects?.kind === 'sobol' && effects.factors.find((each) => each.factor === factor);
        if (found === false || found === undefined) return [];
        return [{ row: row.target.id, first: found.first, total: found.total }];
      }),
    })),
  };
}
