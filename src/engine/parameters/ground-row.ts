import type { Grade, ParameterSpec } from '../parameters.ts';

/**
 * One parameter as a row: id and unit, low, start and high, and the note, whose first letter is the
 * grade of the evidence and whose title ends at the first full stop.
 */
export function row<const Id extends string>(
  id: Id,
  unit: string,
  range: readonly [low: number, start: number, high: number],
  note: readonly [title: string, grade: Grade, source: string],
): ParameterSpec & { readonly id: Id } {
  const [low, start, high] = range;
  const [title, grade, source] = note;
  return { id, title, unit, low, start, high, grade, source };
}
