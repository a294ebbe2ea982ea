import { drawOrder, LUCK_FOR } from '../statistics/luck.ts';
import { correlation } from '../statistics/moments.ts';
import { holm } from '../statistics/paired.ts';
import { rankCounts, uniformity } from '../statistics/uniformity.ts';
import { weightBelow, weightedMean } from '../statistics/weighted.ts';
import { posteriorOf, type Aim, type DrawTable } from './posterior.ts';

/** What the check of the machinery says of one parameter. */
export interface ParameterCheck {
  /** How often the known value lay in each tenth of its posterior. */
  readonly counts: readonly number[];
  /** Kolmogorov's distance of these places from an even spread, its chance, and the same after Holm. */
  readonly distance: number;
  readonly p: number;
  readonly pHolm: number;
  /** Share of the synthetic records whose 90 % interval holds the known value. */
  readonly covered90: number;
  /** Correlation of the known value's place in the prior with the mean of its posterior: 0 nothing is learned, 1 all. */
  readonly recovery: number;
}

export interface SelfCheck {
  /** Synthetic records that were asked. */
  readonly records: number;
  readonly parameters: readonly ParameterCheck[];
  /** Whether no parameter departs from an even spread at 5 % over all of them. */
  readonly passed: boolean;
}

const PARTS = 10;
const LEVEL = 0.05;

interface Trial {
  readonly known: readonly number[];
  readonly places: readonly number[];
  readonly means: readonly number[];
}

/**
 * Simulation-based calibration (Talts and others 2018) from the table of draws itself: the first run of a draw is
 * taken for the record, the draw is left out, and its known values are looked up in the posterior. If the machinery is
 * right they lie anywhere in it, equally often.
 * @param records how many draws are asked, by lot; fewer where fewer have a first run with all rows.
 */
export function checkMachinery(
  table: DrawTable,
  aims: readonly Aim[],
  { accept, records, seed }: { accept: number; records: number; seed: number },
): SelfCheck {
  const order = drawOrder(seed, LUCK_FOR.sample, 1, table.places.length);
  const usable = order.filter((draw) => {
    const first = table.outcomes[draw]![0];
    return first?.every((outcome) => !Number.isNaN(outcome)) === true;
  });
  const trials = usable.slice(0, records).map((draw) => trialOf(table, aims, { draw, accept }));
  const count = table.places[0]?.length ?? 0;
  const spreads = Array.from({ length: count }, (_, parameter) =>
    uniformity(trials.map(({ places }) => places[parameter]!)),
  );
  const corrected = holm(spreads.map(({ p }) => p));
  return {
    records: trials.length,
    parameters: spreads.map((spread, parameter) => {
      const places = trials.map((trial) => trial.places[parameter]!);
      const inside = places.filter((place) => place >= 0.05 && place <= 0.95).length;
      return {
        counts: rankCounts(places, PARTS),
        ...spread,
        pHolm: corrected[parameter]!,
        covered90: inside / places.length,
        recovery: correlation(
          trials.map(({ known }) => known[parameter]!),
          trials.map(({ means }) => means[parameter]!),
        ),
      };
    }),
    passed: trials.length > 0 && corrected.every((p) => p > LEVEL),
  };
}

function trialOf(
  table: DrawTable,
  aims: readonly Aim[],
  { draw, accept }: { draw: number; accept: number },
): Trial {
  const outcomes = table.outcomes[draw]![0]!;
  const synthetic = aims.map((aim, row) => ({ ...aim, low: outcomes[row]!, high: outcomes[row]! }));
  const { places, weights } = posteriorOf(table, synthetic, { accept, without: draw });
  const known = table.places[draw]!;
  return {
    known,
    places: known.map((value, parameter) => weightBelow(places[parameter]!, weights, value)),
    means: known.map((_, parameter) => weightedMean(places[parameter]!, weights)),
  };
}
