import { useState } from 'preact/hooks';
import { measureOf } from '../../record/index.ts';
import type { SiteRecorded } from '../../protocol/index.ts';
import { sayUnit } from '../i18n/measures.ts';
import { say } from '../i18n/words.ts';
import { useWidth } from '../use-width.ts';
import { quantile, type Distribution } from './distribute.ts';
import { Marks, Quantiles } from './record-marks.tsx';
import { sayValue, sayWord, type Flag } from './say-measure.ts';

const HEIGHT = 150;
/** Room of a word under the axis, in pixels. */
const LABEL_ROOM = 76;
const SEEDS_MOST = 40;
const DAY_HOURS = 24;

/** Columns of runs with the record among them; a click on one names its runs, a click on a run opens it. */
export function Histogram({
  id,
  shown,
  record,
  flags,
  onOpen,
}: {
  readonly id: string;
  readonly shown: Distribution;
  /** What stands as the record among these runs, if anything does. */
  readonly record: SiteRecorded | undefined;
  readonly flags: readonly Flag[];
  readonly onOpen: (seed: number) => void;
}) {
  const [chosen, choose] = useState(-1);
  const [place, width] = useWidth<HTMLDivElement>();
  const { columns, sorted, step } = shown;
  const most = columns.reduce((high, { seeds }) => Math.max(high, seeds.length), 1);
  const isWords = sorted.length === 0;
  const hasHour = step < DAY_HOURS;
  const nameOf = (index: number): string => {
    const { label, from } = columns[index]!;
    return isWords ? sayWord(label) : sayValue(id, from, hasHour);
  };
  const first = columns[0]?.from ?? 0;
  const across = (value: number): number => (value - first) / step / Math.max(1, columns.length);
  const fitting = Math.max(1, Math.floor(width / LABEL_ROOM));
  const every = Math.max(1, Math.ceil(columns.length / fitting));
  const picked = columns[chosen];
  return (
    <div class="histogram" ref={place}>
      {isWords ? null : (
        <Marks id={id} record={record} flags={flags} across={across} width={width} />
      )}
      <div class="columns" role="group" aria-label={say('runs.click')}>
        {columns.map((column, index) => (
          <button
            key={column.from}
            type="button"
            class="column"
            aria-pressed={index === chosen}
            aria-label={`${nameOf(index)}: ${String(column.seeds.length)}`}
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
      <div class="labels" aria-hidden="true">
        {columns.map((column, index) => (
          <span key={column.from}>
            {isWords || index % every === 0
              ? isWords
                ? nameOf(index)
                : sayValue(id, column.from)
              : ''}
          </span>
        ))}
      </div>
      {isWords ? null : (
        <>
          <Quantiles
            across={across}
            at={(share) => quantile(sorted, share)}
            unit={measureOf(id)?.kind === 'time' ? say('runs.axis.time') : unitOf(id)}
          />
        </>
      )}
      <p class="muted">{say('runs.click')}</p>
      {picked === undefined ? null : (
        <p class="seeds">
          <strong>{isWords ? nameOf(chosen) : `${nameOf(chosen)} +`}</strong>{' '}
          {picked.seeds.slice(0, SEEDS_MOST).map((seed) => (
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
          {picked.seeds.length > SEEDS_MOST
            ? say('why.more', { count: picked.seeds.length - SEEDS_MOST })
            : ''}
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
            {columns.map((column, index) =>
              column.seeds.length === 0 ? null : (
                <tr key={column.from}>
                  <th scope="row">{nameOf(index)}</th>
                  <td class="figure">{column.seeds.length}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </details>
    </div>
  );
}

function unitOf(id: string): string {
  const unit = measureOf(id)?.unit ?? '';
  return unit === 'share' ? '' : sayUnit(unit);
}
