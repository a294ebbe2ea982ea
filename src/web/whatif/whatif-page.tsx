import { useEffect } from 'preact/hooks';
import { SITE_FILES, type SiteQuestion, type SiteSwitch } from '../../protocol/index.ts';
import type { MEASURES } from '../../record/index.ts';
import { measureOf } from '../../record/index.ts';
import { measureTitle } from '../i18n/measures.ts';
import { say } from '../i18n/words.ts';
import { BatchProgress } from '../runs/batch-progress.tsx';
import { openBatch } from '../runs/batch.ts';
import { MANY, SECONDS_A_RUN, SHOWN } from '../runs/runs-page.tsx';
import { dataAddress } from '../state/addresses.ts';
import * as store from '../state/store.ts';
import {
  canUndo,
  choiceOf,
  choose,
  fetchWhatIf,
  hasFailed,
  toggle,
  undo,
  whatIf,
  type Choice,
} from './choice.ts';
import { Answer, type Played } from './answer.tsx';

const batch = openBatch();
/** What the rows at hand are of. */
let played: Played | null = null;
const FIRST_SEED = 2_000_001;

/** A change, and what it does: pairs of runs with the same luck, played in the page. */
export function WhatIfPage() {
  useEffect(() => void fetchWhatIf(), []);
  const all = whatIf.value;
  const choice = all === null ? null : choiceOf(all, store.switches.value);
  useEffect(() => {
    if (choice === null || choice.changes.length === 0) return;
    // A measure near to the choice, unless a link or the visitor has named one of its own.
    const [first] = choice.measures;
    if (first !== undefined && !choice.measures.includes(store.measureId.value)) {
      store.measureId.value = first;
    }
  }, [store.switches.value.join(), all]);
  return (
    <main id="main" class="page whatif" tabIndex={-1}>
      <h1>{say('whatif.title')}</h1>
      <p class="lead">{say('whatif.lead')}</p>
      {hasFailed.value ? <p class="empty">{say('whatif.failed')}</p> : null}
      {all === null || choice === null ? null : (
        <>
          <Tray choice={choice} />
          <h2>{say('whatif.questions')}</h2>
          <ul class="switches">
            {all.questions.map((question) => (
              <Question key={question.id} question={question} />
            ))}
          </ul>
          <h2>{say('whatif.switches')}</h2>
          <ul class="switches">
            {all.switches
              .filter(({ missing }) => missing === '')
              .map((each) => (
                <Switch key={each.id} change={each} />
              ))}
          </ul>
          <Missing switches={all.switches} />
        </>
      )}
    </main>
  );
}

/** Mechanisms of the plan that this version does not have, with the reason; nothing where it has all. */
function Missing({ switches }: { readonly switches: readonly SiteSwitch[] }) {
  const absent = switches.filter(({ missing }) => missing !== '');
  if (absent.length === 0) return null;
  return (
    <>
      <p class="muted">{say('whatif.missing')}</p>
      <ul class="plain muted missing" lang="en">
        {absent.map(({ id, title, missing }) => (
          <li key={id}>
            {title}. {missing}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is chosen, the levers, and the answer: always at the top. */
function Tray({ choice }: { readonly choice: Choice }) {
  const { changes, from, keepTruce, question, unknown } = choice;
  const rows = batch.live.value;
  const isRunning = rows?.isRunning === true;
  const wanted = store.pairs.value;
  const minutes = Math.ceil((wanted * 2 * SECONDS_A_RUN) / 60);
  const play = (): void => {
    const text = say('whatif.ask', { pairs: wanted, minutes });
    if (wanted * 2 >= MANY && !window.confirm(text)) return;
    const words = changes
      .map(({ title }) => (question === null ? `${title} switched off` : title))
      .join(', ');
    played = { settings: choice.settings, change: words, from };
    batch.play(
      dataAddress(SITE_FILES.scenario),
      { seed: FIRST_SEED, from, settings: [], keepTruce },
      wanted,
      choice.settings,
    );
  };
  return (
    <section class="tray">
      <p>
        <strong>{say('whatif.chosen')}:</strong>{' '}
        {changes.length === 0 ? (
          <span class="muted">{say('whatif.none')}</span>
        ) : (
          <span lang="en">{changes.map(({ title }) => title).join('; ')}</span>
        )}{' '}
        <button type="button" class="action" disabled={!canUndo()} onClick={undo}>
          {say('whatif.undo')}
        </button>{' '}
        <button
          type="button"
          class="action"
          disabled={changes.length === 0}
          onClick={() => choose([])}
        >
          {say('whatif.clear')}
        </button>
      </p>
      {unknown.length === 0 ? null : (
        <p role="status">{say('whatif.unknown', { list: unknown.join(', ') })}</p>
      )}
      {changes.length === 0 ? null : (
        <p class="muted">
          {from === 'free' ? say('whatif.from.free') : say('whatif.from', { from })}{' '}
          {keepTruce ? say('whatif.truce') : ''}{' '}
          {question === null ? '' : say('whatif.base', { base: question.base })}
        </p>
      )}
      <MeasureChoice choice={choice} />
      <p>
        <label>
          {say('whatif.pairs')}{' '}
          <input
            type="number"
            min="1"
            max={store.PAIRS_MOST}
            value={wanted}
            disabled={isRunning}
            onInput={(event) => {
              const number = Number(event.currentTarget.value);
              const isFine = Number.isInteger(number) && number >= 1;
              if (isFine && number <= store.PAIRS_MOST) store.pairs.value = number;
            }}
          />
        </label>{' '}
        {isRunning ? (
          <button type="button" class="action" onClick={batch.stop}>
            {say('whatif.stop')}
          </button>
        ) : (
          <button type="button" class="action" disabled={changes.length === 0} onClick={play}>
            {say('whatif.play', { pairs: wanted })}
          </button>
        )}{' '}
        <span class="muted">{say('runs.minutes', { minutes })}</span>
      </p>
      {rows === null ? null : (
        <BatchProgress
          batch={rows}
          label={say('whatif.pairs')}
          words={(done, isKept) =>
            isKept
              ? say('whatif.kept', { done })
              : say('whatif.progress', { done, pairs: rows.wanted })
          }
        />
      )}
      {rows !== null && played !== null && rows.rows.length > 0 ? (
        <>
          {played.settings.join() === choice.settings.join() ? null : (
            <p class="badge">{say('whatif.stale')}</p>
          )}
          <Answer rows={rows.rows} played={played} measure={store.measureId.value} />
        </>
      ) : null}
    </section>
  );
}

function MeasureChoice({ choice }: { readonly choice: Choice }) {
  const near = choice.measures.flatMap((id) => measureOf(id) ?? []);
  const others = SHOWN.filter(
    ({ id, kind }) => kind !== 'category' && !choice.measures.includes(id),
  );
  const { value: id } = store.measureId;
  const option = (spec: (typeof MEASURES)[number]) => (
    <option key={spec.id} value={spec.id}>
      {measureTitle(spec.id)}
    </option>
  );
  return (
    <p class="pick">
      <label>
        {say('runs.measure')}{' '}
        <select
          value={id}
          onChange={(event) => (store.measureId.value = event.currentTarget.value)}
        >
          {near.map(option)}
          {near.length > 0 ? <option disabled>────────</option> : null}
          {others.map(option)}
        </select>
      </label>{' '}
      <span class="muted" lang="en">
        {measureOf(id)?.describe}
      </span>
    </p>
  );
}

function Question({ question }: { readonly question: SiteQuestion }) {
  const { id, title, variants, limits } = question;
  return (
    <li>
      <fieldset>
        <legend lang="en">{title}</legend>
        <p lang="en">{question.question}</p>
        {variants.map((variant) => (
          <label key={variant.id} class="choice" lang="en">
            <input
              type="radio"
              name={`question-${id}`}
              checked={store.switches.value.includes(variant.id)}
              onChange={() => choose([variant.id])}
            />
            <span>{variant.title}</span>
          </label>
        ))}
        <details>
          <summary>{say('whatif.limits')}</summary>
          <p lang="en">{limits}</p>
        </details>
      </fieldset>
    </li>
  );
}

function Switch({ change }: { readonly change: SiteSwitch }) {
  const { id, title, notes, measures, forksAt, settings } = change;
  const expected = measures.filter((each) => each.expected !== '');
  return (
    <li>
      <label class="choice" lang="en">
        <input
          type="checkbox"
          checked={store.switches.value.includes(id)}
          onChange={() => toggle(id)}
        />
        <span>
          <strong>{title}</strong> <span class="muted">{id}</span>
        </span>
      </label>
      {notes === '' ? null : <p lang="en">{notes}</p>}
      {forksAt === '' ? null : (
        <p class="muted">{say('whatif.forks', { at: forksAt.replaceAll('-', ' ') })}</p>
      )}
      <details>
        <summary>{say('whatif.settings', { count: settings.length })}</summary>
        {expected.length === 0 ? null : (
          <p class="muted">
            {say('whatif.expected')}{' '}
            {expected.map((each) => (
              <span key={each.measure}>
                {measureTitle(each.measure)} ({say(`whatif.${each.expected}` as 'whatif.up')}
                ).{' '}
              </span>
            ))}
          </p>
        )}
        <ul class="plain settings" lang="en">
          {settings.slice(0, 12).map((text) => (
            <li key={text}>
              <code>{text.length > 120 ? `${text.slice(0, 120)} …` : text}</code>
            </li>
          ))}
          {settings.length > 12 ? (
            <li class="muted">{say('why.more', { count: settings.length - 12 })}</li>
          ) : null}
        </ul>
      </details>
    </li>
  );
}
