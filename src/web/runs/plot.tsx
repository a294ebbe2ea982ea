import { useState } from 'preact/hooks';
import { MEASURES } from '../../record/index.ts';
import { say, sayCount, sayDayOfTick } from '../i18n/words.ts';
import * as store from '../state/store.ts';

export type Value = number | string | boolean | null;

/** A column of the plot: what it stands for, and the runs in it by their seeds. */
export interface Column {
  readonly label: string;
  /** Where the column begins on the axis of a figure; its position for words. */
  readonly from: number;
  readonly seeds: readonly number[];
}

const COLUMNS_MOST = 32;

export interface Distribution {
  readonly columns: readonly Column[];
  /** Figures in ascending order; empty for words. */
  readonly sorted: readonly number[];
  readonly happened: number;
}

/** Sorts the values of a measure into columns: equal steps for figures, one for each word. */
export function distribute(values: readonly Value[], seeds: readonly number[]): Distribution {
  const known = values.flatMap((value, run) => (value === null ? [] : [{ value, run }]));
  const numbers = known.filter(
    (each): each is { value: number; run: number } => typeof each.value === 'number',
  );
  if (numbers.length < known.length || numbers.length === 0) {
    const byWord = new Map<string, number[]>();
    for (const { value, run } of known) {
      const word = String(value);
      byWord.set(word, [...(byWord.get(word) ?? []), seeds[run]!]);
    }
    const columns = [...byWord]
      .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
      .map(([label, list], from) => ({ label, from, seeds: list }));
    return { columns, sorted: [], happened: known.length };
  }
  const sorted = numbers.map(({ value }) => value).sort((a, b) => a - b);
  const low = sorted[0]!;
  const high = sorted.at(-1)!;
  const step = stepFor(
    (high - low) / COLUMNS_MOST,
    numbers.every(({ value }) => Number.isInteger(value)),
  );
  const first = Math.floor(low / step);
  const count = Math.floor(high / step) - first + 1;
  const columns = Array.from({ length: count }, (_, index) => ({
    label: '',
    from: (first + index) * step,
    seeds: [] as number[],
  }));
  for (const { value, run } of numbers) {
    columns[Math.floor(value / step) - first]!.seeds.push(seeds[run]!);
  }
  return { columns, sorted, happened: known.length };
}

/** A round step of 1, 2 or 5 that is at least so large. */
function stepFor(least: number, isWhole: boolean): number {
  if (!(least > 0)) return isWhole ? 1 : 0.1;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= least) ?? least;
  return isWhole ? Math.max(1, step) : step;
}

export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at));
}

/** A value of a measure as eyes take it: hours of the run become days of the calendar. */
export function sayValue(id: string, value: number): string {
  const spec = MEASURES.find((each) => each.id === id);
  const { value: model } = store.model;
  if (spec?.kind === 'time' && model !== null) {
    return sayDayOfTick(model.startMinutes, Math.round(value * 4), true);
  }
  if (spec?.unit === 'share') return `${String(Math.round(value * 100))} %`;
  return Number.isInteger(value) || Math.abs(value) >= 100 ? sayCount(value) : value.toFixed(1);
}

/** A finding in a sentence, worked out from the runs. */
export function finding(id: string, { columns, sorted, happened }: Distribution): string {
  if (sorted.length > 0) {
    return say('runs.middle', {
      low: sayValue(id, quantile(sorted, 0.25)),
      median: sayValue(id, quantile(sorted, 0.5)),
      high: sayValue(id, quantile(sorted, 0.75)),
    });
  }
  const [most] = columns;
  if (most === undefined) return '';
  const share = Math.round((most.seeds.length / Math.max(1, happened)) * 100);
  return say('runs.words', { word: most.label, share });
}

const HEIGHT = 130;

/** Columns of runs; a click on one names its runs, a click on a run opens it. */
export function Histogram({
  id,
  shown,
  onOpen,
}: {
  readonly id: string;
  readonly shown: Distribution;
  readonly onOpen: (seed: number) => void;
}) {
  const [chosen, choose] = useState(-1);
  const { columns, sorted } = shown;
  const most = columns.reduce((high, { seeds }) => Math.max(high, seeds.length), 1);
  const isWords = sorted.length === 0;
  const step = columns.length > 1 ? columns[1]!.from - columns[0]!.from : 1;
  const first = columns[0]?.from ?? 0;
  const across = (value: number): number =>
    ((value - first) / step / Math.max(1, columns.length)) * 100;
  const every = Math.max(1, Math.ceil(columns.length / 8));
  const picked = columns[chosen];
  return (
    <div class="histogram">
      <div class="columns" role="group" aria-label={say('runs.click')}>
        {columns.map((column, index) => (
          <button
            key={column.from}
            type="button"
            class="column"
            aria-pressed={index === chosen}
            aria-label={`${isWords ? column.label : sayValue(id, column.from)}: ${String(column.seeds.length)}`}
            disabled={column.seeds.length === 0}
            onClick={() => choose(index === chosen ? -1 : index)}
          >
            <span
              class="fill"
              style={{ height: `${String(Math.round((column.seeds.length / most) * HEIGHT))}px` }}
            />
          </button>
        ))}
      </div>
      {isWords ? null : (
        <svg class="quantiles" width="100%" height="14" aria-hidden="true">
          {[0.05, 0.25, 0.5, 0.75, 0.95].map((share) => {
            const x = `${across(quantile(sorted, share)).toFixed(2)}%`;
            return <line key={share} x1={x} x2={x} y1="0" y2={share === 0.5 ? 13 : 7} />;
          })}
        </svg>
      )}
      <div class="labels" aria-hidden="true">
        {columns.map((column, index) => (
          <span key={column.from}>
            {isWords || index % every === 0
              ? isWords
                ? column.label
                : sayValue(id, column.from)
              : ''}
          </span>
        ))}
      </div>
      <p class="muted">{say('runs.click')}</p>
      {picked === undefined ? null : (
        <p class="seeds">
          <strong>{isWords ? picked.label : `${sayValue(id, picked.from)} +`}</strong>{' '}
          {picked.seeds.slice(0, 40).map((seed) => (
            <button
              key={seed}
              type="button"
              class="link"
              aria-label={say('runs.open', { seed })}
              onClick={() => onOpen(seed)}
            >
              {seed}
            </button>
          ))}
          {picked.seeds.length > 40 ? say('why.more', { count: picked.seeds.length - 40 }) : ''}
        </p>
      )}
      <details>
        <summary>{say('runs.table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('runs.value')}</th>
              <th scope="col" class="figure">
                {say('runs.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {columns
              .filter(({ seeds }) => seeds.length > 0)
              .map((column) => (
                <tr key={column.from}>
                  <th scope="row">{isWords ? column.label : sayValue(id, column.from)}</th>
                  <td class="figure">{column.seeds.length}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
