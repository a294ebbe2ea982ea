import { useEffect, useState } from 'preact/hooks';
import { MEASURES } from '../../record/index.ts';
import { SITE_FILES, type SiteRecord } from '../../protocol/index.ts';
import { say } from '../i18n/words.ts';
import { dataAddress } from '../state/addresses.ts';
import { openRun } from '../state/opening.ts';
import { fetchRows, shipped } from '../state/rows.ts';
import * as store from '../state/store.ts';
import { BatchProgress } from './batch-progress.tsx';
import { openBatch } from './batch.ts';
import { Beside } from './beside.tsx';
import { distribute, finding, Histogram, type Value } from './plot.tsx';

const free = openBatch();
export const { live } = free;

/** Measures worth a look, the first shown first; those of single days are left to the tables. */
export const SHOWN = MEASURES.filter(
  ({ id }) => !id.startsWith('holder.') || /\.(truce|end)$/.test(id),
);

/** Many runs: one measure at a time, each run a click away. */
export function RunsPage() {
  useEffect(() => {
    if ((store.front.value?.runs ?? 0) > 0) void fetchRows();
  }, [store.front.value]);
  const id = store.measureId.value;
  const batch = live.value;
  const isLive = batch !== null && batch.rows.length > 0;
  const rows = shipped.value;
  return (
    <main id="main" class="page runs" tabIndex={-1}>
      <h1>{say('runs.title')}</h1>
      {rows === null && !isLive && (store.front.value?.runs ?? 0) === 0 ? (
        <p class="empty">{say('runs.none')}</p>
      ) : null}
      <p class="pick">
        <label>
          {say('runs.measure')}{' '}
          <select
            lang="en"
            value={id}
            onChange={(event) => (store.measureId.value = event.currentTarget.value)}
          >
            {SHOWN.map((measure) => (
              <option key={measure.id} value={measure.id}>
                {measure.title}
              </option>
            ))}
          </select>
        </label>
      </p>
      <p class="muted describe" lang="en">
        {MEASURES.find((measure) => measure.id === id)?.describe}
      </p>
      {rows === null ? null : (
        <Sample
          title={say('runs.shipped')}
          id={id}
          values={rows.measures[id] ?? []}
          seeds={Array.from({ length: rows.runs }, (_, run) => rows.seed + run)}
          record={rows.records[id]}
        />
      )}
      <LiveRuns />
      {batch !== null && isLive ? (
        <Sample
          title={say('runs.live')}
          id={id}
          values={batch.rows.map((row) => row.values[id] ?? null)}
          seeds={batch.rows.map(({ seed }) => seed)}
        />
      ) : null}
      <Banned />
    </main>
  );
}

function Sample({
  title,
  id,
  values,
  seeds,
  record,
}: {
  readonly title: string;
  readonly id: string;
  readonly values: readonly Value[];
  readonly seeds: readonly number[];
  readonly record?: SiteRecord | undefined;
}) {
  const shown = distribute(values, seeds);
  return (
    <section class="sample">
      <h2>
        {title} <span class="muted">({values.length})</span>
      </h2>
      {shown.sorted.length === 0 ? (
        <>
          <p class="finding">{finding(id, shown)}</p>
          <p class="muted">{say('runs.lead', { count: shown.happened, runs: values.length })}</p>
        </>
      ) : (
        <Beside id={id} values={values} record={record} />
      )}
      <Histogram key={id} id={id} shown={shown} onOpen={(seed) => void openFromPlot(seed)} />
    </section>
  );
}

/** A run from a plot keeps the time, the eyes and the camera. */
async function openFromPlot(seed: number): Promise<void> {
  await openRun({ seed, from: 'free', settings: [] }, store.tick.value);
  store.page.value = 'battle';
}

/** About what a run takes in a browser, for the estimate before the first one is done. */
export const SECONDS_A_RUN = 0.6;
export const MANY = 2000;

function LiveRuns() {
  const [wanted, setWanted] = useState(50);
  const batch = live.value;
  const isRunning = batch?.isRunning === true;
  const minutes = Math.ceil((wanted * SECONDS_A_RUN) / 60);
  return (
    <section class="live">
      <p>
        <label>
          {say('runs.number')}{' '}
          <input
            type="number"
            min="1"
            max="100000"
            value={wanted}
            disabled={isRunning}
            onInput={(event) => {
              const number = Number(event.currentTarget.value);
              if (Number.isInteger(number) && number >= 1 && number <= 100000) setWanted(number);
            }}
          />
        </label>{' '}
        {isRunning ? (
          <button type="button" class="action" onClick={free.stop}>
            {say('runs.cancel')}
          </button>
        ) : (
          <button
            type="button"
            class="action"
            onClick={() => {
              const text = `${say('runs.play', { runs: wanted })}: ${say('runs.minutes', { minutes })}`;
              if (wanted >= MANY && !window.confirm(text)) return;
              const wish = { seed: 1000001, from: 'free', settings: [] };
              free.play(dataAddress(SITE_FILES.scenario), wish, wanted);
            }}
          >
            {say('runs.play', { runs: wanted })}
          </button>
        )}{' '}
        <span class="muted">{say('runs.minutes', { minutes })}</span>
      </p>
      {batch === null ? null : (
        <BatchProgress
          batch={batch}
          label={say('runs.live')}
          words={(done, isKept) =>
            isKept ? say('runs.kept', { done }) : say('runs.progress', { done, runs: batch.wanted })
          }
        />
      )}
    </section>
  );
}

function Banned() {
  const seeds = store.front.value?.bannedAssaultSeeds ?? [];
  if (seeds.length === 0) return null;
  return (
    <section id="banned">
      <h2>
        {say('runs.banned')} <span class="muted">({seeds.length})</span>
      </h2>
      <p class="seeds">
        {seeds.slice(0, 120).map((seed) => (
          <button
            key={seed}
            type="button"
            class="link"
            aria-label={say('runs.open', { seed })}
            onClick={() => void openFromPlot(seed)}
          >
            {seed}
          </button>
        ))}
        {seeds.length > 120 ? say('why.more', { count: seeds.length - 120 }) : ''}
      </p>
    </section>
  );
}
