import { luckKeyOf, type ReadingInfo } from '../../engine/index.ts';
import type { ScenarioFiles } from '../parse.ts';
import { indexOf, type Register } from '../register.ts';

/**
 * The value of a reading with which the tables of the model are made: the weighted median of its claims,
 * that is the smallest value at which at least half of the weight is reached. A run multiplies a table
 * value by drawn ÷ reference and rounds.
 */
export function referenceOf(
  options: readonly { readonly value: number; readonly weight: number }[],
): number {
  const sorted = [...options].sort((a, b) => a.value - b.value);
  let weight = 0;
  for (const option of sorted) {
    weight += option.weight;
    // Weights are decimal fractions; their sum may miss the half by rounding alone.
    if (weight >= 0.5 - 1e-9) return option.value;
  }
  return sorted.at(-1)?.value ?? 0;
}

/** Readings with their references, in the order of the file. */
export function makeReadings(files: ScenarioFiles): readonly ReadingInfo[] {
  return files.scenario.readings.map((reading) => ({
    id: reading.id,
    luckKey: luckKeyOf(reading.id),
    title: reading.title,
    unit: reading.unit,
    reference: referenceOf(reading.options),
    options: reading.options.map(({ claim, value, weight }) => ({ claim, value, weight })),
  }));
}

/** A number of men or tanks as it stands in a file. */
export type Quantity = number | { readonly reading: string; readonly share?: number | undefined };

/**
 * Base value of a quantity, and the reading that scales it (-1 none). A share of a reading has the base
 * round(share × reference), share 1 where none is given; so in a run it comes to about share × drawn.
 */
export function baseOf(
  quantity: Quantity | undefined,
  register: Register,
  readings: readonly ReadingInfo[],
): { readonly base: number; readonly reading: number } {
  if (quantity === undefined) return { base: 0, reading: -1 };
  if (typeof quantity === 'number') return { base: Math.round(quantity), reading: -1 };
  const reading = indexOf(register.readings, quantity.reading);
  return { base: Math.round((quantity.share ?? 1) * readings[reading]!.reference), reading };
}
