import { escapeText } from '../../picture/index.ts';
import type { Difference, MeasureResults, Results } from '../analysis/results.ts';
import type { Experiment } from '../format/experiment.ts';
import { asDifference, chance, figure, styleOf, unitOfDifference } from './figures.ts';

/** A corrected chance below this counts as shown. */
const ALPHA = 0.05;

/** What the runs show, as sentences: the part that a reader takes along. */
export function inShort(experiment: Experiment, results: Results, startMinutes: number): string {
  const lines = sentencesOf(experiment, results, startMinutes);
  if (lines.length === 0) return '';
  const items = lines.map((line) => `<li>${escapeText(line)}</li>`);
  return `<h2>In short</h2><ul>${items.join('\n')}</ul>`;
}

/** What is shown, and what is not, a sentence each; for a sample of factors what matters most to each measure. */
export function sentencesOf(
  experiment: Experiment,
  results: Results,
  startMinutes: number,
): string[] {
  const differences = results.measures.flatMap((measure) =>
    measure.differences.map((difference) => ({ measure, difference })),
  );
  if (differences.length > 0) {
    const shown = differences.filter(({ difference }) => difference.pHolm < ALPHA);
    const none = differences.length - shown.length;
    const count = String(differences.length);
    const rest =
      none === 0
        ? []
        : none === differences.length
          ? [`None of the ${count} differences can be told from luck with this many runs.`]
          : [`The other ${String(none)} of ${count} cannot be told from luck with this many runs.`];
    return [
      ...shown.map(({ measure, difference }) =>
        differenceSentence(experiment, measure, difference, startMinutes),
      ),
      ...rest,
      ...changesNothing(experiment, results),
    ];
  }
  return results.measures.flatMap((measure) => factorSentence(experiment, measure));
}

/** Variants that leave every measure of every run as it is: that is an answer too, or a mistake in the file. */
function changesNothing({ variants }: Experiment, { measures, runs }: Results): string[] {
  return variants.slice(1).flatMap(({ id, title }) => {
    const own = measures.flatMap(({ differences }) =>
      differences.filter(({ variant }) => variant === id),
    );
    const isSame = own.length > 0 && own.every(({ same, n }) => same === n && n === runs);
    return isSame ? [`“${title}” changes none of these measures in any run.`] : [];
  });
}

function differenceSentence(
  experiment: Experiment,
  measure: MeasureResults,
  difference: Difference,
  startMinutes: number,
): string {
  const style = styleOf(experiment, measure.id, startMinutes);
  const write = (value: number): string => asDifference(style, value);
  const { estimate, low, high, pHolm, variant } = difference;
  const title = experiment.variants.find(({ id }) => id === variant)?.title ?? variant;
  return `${measure.title}, ${title}: ${write(estimate)} ${unitOfDifference(style, measure.unit)} (${write(low)} to ${write(high)}; p ${chance(pHolm)}).`;
}

/** The factors that matter most to a measure, by the size of what they do. */
function factorSentence(experiment: Experiment, { factors, title }: MeasureResults): string[] {
  if (factors === null) return [];
  const sizes =
    factors.kind === 'rank'
      ? factors.factors.map(({ factor, correlation }) => ({
          factor,
          size: Math.abs(correlation.estimate),
        }))
      : factors.kind === 'morris'
        ? factors.factors.map(({ factor, muStar }) => ({ factor, size: muStar.estimate }))
        : factors.factors.map(({ factor, total }) => ({ factor, size: total.estimate }));
  const best = sizes
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size)
    .slice(0, 3)
    .map(({ factor, size }) => {
      const named = experiment.factors.find(({ id }) => id === factor)?.title ?? factor;
      return `${named} (${figure(size)})`;
    });
  const word = { rank: 'rank correlation', morris: 'μ*', sobol: 'total share' }[factors.kind];
  return best.length === 0
    ? [`${title}: no factor does anything to it.`]
    : [`${title}: most by ${best.join(', then by ')}; in brackets the ${word}.`];
}
