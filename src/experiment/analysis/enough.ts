import { hasReference, type Experiment } from '../format/experiment.ts';
import { meanInterval } from '../statistics/intervals.ts';
import { pairedDifference } from '../statistics/paired.ts';
import { nullable, presentOf, type Sample } from './sample.ts';

/** Width of the widest interval that the stopping rule watches; infinite where it cannot be told yet. */
export function widestInterval(experiment: Experiment, sample: Sample): number {
  const target = experiment.measures.findIndex(({ id }) => id === experiment.stop?.target);
  const columns = sample.values[target] ?? [];
  const [base, ...others] = columns;
  if (base === undefined) return Number.POSITIVE_INFINITY;
  const intervals =
    hasReference(experiment.design) && others.length > 0
      ? others.map((other) => pairedDifference(nullable(base), nullable(other)))
      : columns.map((column) => meanInterval(presentOf(column)));
  return intervals.reduce((widest, { low, high }) => {
    const width = high - low;
    return Number.isNaN(width) ? Number.POSITIVE_INFINITY : Math.max(widest, width);
  }, 0);
}
