import { WEATHERS } from '../../engine/index.ts';
import { minutesOf } from '../register.ts';
import { slotsOf } from '../weather-slots.ts';
import { report, type Checked } from './pass.ts';

/** Two sums count as one when they differ by less than a rounded third. */
const SUM_TOLERANCE = 0.001;

function sumsToOne(numbers: readonly number[]): boolean {
  let sum = 0;
  for (const number of numbers) sum += number;
  return Math.abs(sum - 1) <= SUM_TOLERANCE;
}

function sumText(numbers: readonly number[]): string {
  let sum = 0;
  for (const number of numbers) sum += number;
  return String(Math.round(sum * 10_000) / 10_000);
}

/** Chances of the next weather add up to one in every row; weights of claims do in every reading. */
export function checkSums(checked: Checked): void {
  const { scenario } = checked.files;
  scenario.weather.transition.forEach((row, i) => {
    if (sumsToOne(row)) return;
    report(checked, 'scenario.yaml', ['weather', 'transition', i], {
      code: 'transition-sum',
      message: `The chances after ${WEATHERS[i]!} add up to ${sumText(row)}.`,
      remedy: 'Correct the row so that it adds up to 1.',
    });
  });
  scenario.readings.forEach((reading, i) => {
    const weights = reading.options.map((option) => option.weight);
    if (sumsToOne(weights)) return;
    report(checked, 'scenario.yaml', ['readings', i, 'options'], {
      code: 'weights-sum',
      message: `The weights of "${reading.id}" add up to ${sumText(weights)}.`,
      remedy: 'Correct the weights so that they add up to 1.',
    });
  });
}

/** Recorded weather fills slots of four hours, each only once. */
export function checkWeather(checked: Checked): void {
  const { scenario } = checked.files;
  const start = checked.register.startMinutes;
  const taken = new Map<number, number>();
  scenario.weather.recorded.forEach((row, i) => {
    const at = ['weather', 'recorded', i];
    const from = minutesOf(row.from) - start;
    const to = Math.min(minutesOf(row.to), checked.register.endMinutes) - start;
    if (!(from < to)) return;
    const slots = slotsOf(from, to);
    if (slots.length === 0) {
      report(checked, 'scenario.yaml', at, {
        code: 'weather-too-short',
        severity: 'warning',
        message: `From ${row.from} to ${row.to} the weather fills half of no slot of four hours.`,
        remedy:
          'Give it at least two hours of one slot; slots count from the start of the scenario.',
      });
    }
    const clash = slots.find((slot) => taken.has(slot));
    if (clash !== undefined) {
      const other = scenario.weather.recorded[taken.get(clash)!]!;
      report(checked, 'scenario.yaml', at, {
        code: 'weather-overlap',
        message: `This weather and that from ${other.from} claim the same slot of four hours.`,
        remedy: 'Shorten one of the two.',
      });
    }
    for (const slot of slots) taken.set(slot, i);
  });
}
