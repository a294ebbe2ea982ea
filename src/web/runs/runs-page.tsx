import { useEffect, useState } from 'preact/hooks';
import { MEASURES, measureOf } from '../../record/index.ts';
import { SITE_FILES, type SiteClaim } from '../../protocol/index.ts';
import { measureTitle } from '../i18n/measures.ts';
import { say } from '../i18n/words.ts';
import { dataAddress } from '../state/addresses.ts';
import { fetchMilestones, milestones, recorded } from '../state/milestones.ts';
import { openRun } from '../state/opening.ts';
import { fetchRows, shipped } from '../state/rows.ts';
import * as store from '../state/store.ts';
import { BatchProgress } from './batch-progress.tsx';
import { openBatch } from './batch.ts';
import { distribute, type Value } from './distribute.ts';
import { HillBands } from './hill-bands.tsx';
import { Histogram } from './histogram.tsx';
import { flagsOf, sayMiddle, verdictOf } from './say-measure.ts';

const free = openBatch();
export const { live } = free;

/** Measures worth a look; those of single days are told by the bands of the heights. */
export const SHOWN = MEASURES.filter(
  ({ id }) => !id.startsWith('holder.') || /\.(truce|end)$/.test(id),
);

/** Many runs: one measure at a time, each run a click away. */
export function RunsPage() {
  useEffect(() => {
    if ((store.front.value?.runs ?? 0) > 0) void fetchRows();
  }, [store.front.value]);
  useEffect(() => void fetchMilestones(), []);
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
          {say('runs.measure')} <MeasureChoice id={id} />
        </label>
      </p>
      <p class="muted describe" lang="en">
        {measureOf(id)?.describe}
      </p>
      {rows === null ? null : (
        <Sample
          title={say('runs.shipped', { runs: rows.runs })}
          id={id}
          values={rows.measures[id] ?? []}
          seeds={Array.from({ length: rows.runs }, (_, run) => rows.seed + run)}
        />
      )}
      <LiveRuns />
      {batch !== null && isLive ? (
        <Sample
          title={say('runs.live', { runs: batch.rows.length })}
          id={id}
          values={batch.rows.map((row) => row.values[id] ?? null)}
          seeds={batch.rows.map(({ seed }) => seed)}
        />
      ) : null}
      {rows === null ? null : <HillBands rows={rows} />}
      <Banned />
    </main>
  );
}

/** All measures; those with something on record that free runs are asked for stand first. */
function MeasureChoice({ id }: { readonly id: string }) {
  const hasRecord = ({ id: each }: { readonly id: string }): boolean =>
    recorded.value.get(each)?.start === 'free';
  const groups = [
    { label: say('runs.group.record'), list: SHOWN.filter(hasRecord) },
    { label: say('runs.group.other'), list: SHOWN.filter((each) => !hasRecord(each)) },
  ];
  return (
    <select value={id} onChange={(event) => (store.measureId.value = event.currentTarget.value)}>
      {groups.map(({ label, list }) => (
        <optgroup key={label} label={label}>
          {list.map((measure) => (
            <option key={measure.id} value={measure.id}>
              {measureTitle(measure.id)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

const NO_CLAIMS: readonly SiteClaim[] = [];

function Sample({
  title,
  id,
  values,
  seeds,
}: {
  readonly title: string;
  readonly id: string;
  readonly values: readonly Value[];
  readonly seeds: readonly number[];
}) {
  const row = recorded.value.get(id);
  const isAmong = row?.start === 'free';
  const claims = milestones.value?.find(({ measure }) => measure === id)?.claims ?? NO_CLAIMS;
  const flags = row === undefined || !isAmong ? [] : flagsOf(row, claims);
  const reach = isAmong
    ? [row.low, row.high, ...flags.map(({ value }) => value)].filter(
        (each) => typeof each === 'number',
      )
    : [];
  const isTime = measureOf(id)?.kind === 'time';
  const shown = distribute(values, seeds, { isTime, reach });
  const verdict = verdictOf(id, row, shown, values.length);
  const isKnown = recorded.value.size > 0;
  return (
    <section class="sample">
      <h2>
        {measureTitle(id)} <span class="muted">{title}</span>
      </h2>
      {isKnown ? (
        <p class={`verdict ${verdict.place}`}>
          {verdict.short === '' ? null : <strong>{verdict.short} </strong>}
          {verdict.told}
        </p>
      ) : null}
      <p class="finding">
        {sayMiddle(id, shown)}{' '}
        {shown.happened === values.length
          ? ''
          : say('runs.without', { count: values.length - shown.happened, runs: values.length })}
      </p>
      <Histogram
        key={id}
        id={id}
        shown={shown}
        record={isAmong ? row : undefined}
        flags={flags}
        onOpen={(seed) => void openFromPlot(seed)}
      />
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
          label={say('runs.live', { runs: batch.wanted })}
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
