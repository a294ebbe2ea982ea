import { batch } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Film, SiteMilestone } from '../../protocol/index.ts';
import { measureTitle, sayUnit } from '../i18n/measures.ts';
import { say, sayCount, sayDayOfTick, saySpan } from '../i18n/words.ts';
import { beside, fetchMilestones, hasFailed, inRun, milestones } from '../state/milestones.ts';
import { fetchSources, sources } from '../state/sources.ts';
import * as store from '../state/store.ts';
import { CLOCKS, clockOf } from '../state/time-words.ts';

/** What is on record of the summer of 1938, set beside the run that is shown. */
export function Record() {
  useEffect(() => {
    void fetchMilestones();
    void fetchSources();
  }, []);
  const { value: film } = store.film;
  const { value: list } = milestones;
  return (
    <div class="record">
      <h2>{say('record.title')}</h2>
      <p class="muted">{say('record.lead')}</p>
      {hasFailed.value ? <p>{say('record.failed')}</p> : null}
      {film !== null && film.head.from !== 'free' ? (
        <p class="empty">{say('record.free')}</p>
      ) : null}
      {film === null || list === null ? null : (
        <ol class="milestones">
          {list.map((milestone) => (
            <Entry key={milestone.row} film={film} milestone={milestone} />
          ))}
        </ol>
      )}
    </div>
  );
}

function Entry({ film, milestone }: { readonly film: Film; readonly milestone: SiteMilestone }) {
  const { measure, claims, disputed, start, row, use, title } = milestone;
  const value = inRun(film, milestone);
  const keys = [...new Set(claims.flatMap(({ sources }) => sources))];
  return (
    <li>
      <h3>{measureTitle(measure)}</h3>
      <dl>
        <dt>{say('record.run')}</dt>
        <dd>
          {value === null ? say('record.never') : <Figure milestone={milestone} figure={value} />}
          {value === null ? null : <span class="muted"> {difference(value, milestone)}</span>}
        </dd>
        <dt>{say('record.record')}</dt>
        <dd>
          <Recorded milestone={milestone} />
        </dd>
        <dt>{say('record.from')}</dt>
        <dd>
          <ul class="plain told-sources">
            {keys.map((key) => (
              <li key={key}>
                <Source name={key} />
                <span lang="en">{titleOf(key)}</span>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      {disputed === '' ? null : (
        <p class="disputed">
          <strong>{say('record.disputed')}:</strong> <span lang="en">{disputed}</span>
        </p>
      )}
      <details>
        <summary>
          {say('record.claims')} <span class="muted">({say('record.row', { row, use })})</span>
        </summary>
        {title === '' ? null : <p lang="en">{title}.</p>}
        {start === 'free' ? null : <p class="muted">{say('record.start')}</p>}
        <ul class="plain" lang="en">
          {claims.map((claim) => (
            <li key={claim.id}>
              {claim.figure}: {claim.claimant}, {claim.status}.{' '}
              {claim.sources.map((key) => (
                <Source key={key} name={key} />
              ))}{' '}
              <span class="muted">{claim.note}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** What a key of the list of sources stands for, `''` before the list has come. */
function titleOf(key: string): string {
  return sources.value?.find((source) => source.key === key)?.title ?? '';
}

/** A key of the list of sources, leading there. */
export function Source({ name }: { readonly name: string }) {
  return (
    <>
      <a
        class="source"
        href={`#/sources/${name}`}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          // One step, so that one Back undoes it.
          batch(() => {
            store.page.value = 'sources';
            store.pageDetail.value = name;
          });
        }}
      >
        {name}
      </a>{' '}
    </>
  );
}

const HOUR = 4;

/** A figure of a milestone; a time is a door to that hour of the run. */
function Figure({
  milestone,
  figure,
}: {
  readonly milestone: SiteMilestone;
  readonly figure: number;
}) {
  if (!milestone.isTime) return <strong>{figureWords(milestone, figure)}</strong>;
  return (
    <button type="button" class="link" onClick={() => store.goTo(figure * HOUR)}>
      {timeWords(figure)}
    </button>
  );
}

/** What the record says, a day where it has no hour. */
export function Recorded({ milestone }: { readonly milestone: SiteMilestone }) {
  const { value, low, high, isTime } = milestone;
  const isSpan = high > low;
  if (!isTime) {
    const span = isSpan ? `${plain(low)}–${plain(high)}` : '';
    if (value === null) return <strong>{`${span} ${sayUnit(milestone.unit)}`}</strong>;
    return (
      <>
        <strong>{figureWords(milestone, value)}</strong>
        {isSpan ? ` (${span})` : ''}
      </>
    );
  }
  // A recorded day has no hour: its middle is nobody's claim.
  const isDays = isSpan && (high - low) % 24 === 0 && timeWords(low).endsWith('00:00');
  const at = value ?? (low + high) / 2;
  return (
    <>
      <button type="button" class="link" onClick={() => store.goTo(at * HOUR)}>
        {isDays ? dayWords(at) : timeWords(at)}
      </button>
      {isDays
        ? high - low > 24
          ? ` (${dayWords(low)} – ${dayWords(high - 1)})`
          : ''
        : isSpan
          ? ` (${timeWords(low)} – ${timeWords(high)})`
          : ''}
    </>
  );
}

function dayWords(hours: number): string {
  return sayDayOfTick(store.model.value?.startMinutes ?? 0, hours * HOUR, true);
}

/** `31 Jul 03:00` in Tokyo. */
export function timeWords(hours: number): string {
  const start = store.model.value?.startMinutes ?? 0;
  return `${dayWords(hours)} ${clockOf(start, Math.round(hours * HOUR), CLOCKS.tokyo)}`;
}

const plain = (value: number): string =>
  Number.isInteger(value) ? sayCount(value) : String(Number(value.toFixed(1)));

export function figureWords({ unit }: Pick<SiteMilestone, 'unit'>, value: number): string {
  return `${plain(value)} ${sayUnit(unit)}`;
}

/** How the run stands to the record, in words. */
export function difference(value: number, milestone: SiteMilestone): string {
  const by = beside(value, milestone);
  if (by === 0) return say('record.same');
  const isLess = by < 0;
  if (milestone.isTime) {
    const span = saySpan(Math.round(Math.abs(by) * HOUR));
    return say(isLess ? 'record.earlier' : 'record.later', { span });
  }
  return say(isLess ? 'record.less' : 'record.more', { figure: plain(Math.abs(by)) });
}
