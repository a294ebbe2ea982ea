import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { CHARGE_KINDS, type ChargeKind } from '../../record/index.ts';
import type { Film, ReckonedCharge, ReckonedFact, RunReckoning } from '../../protocol/index.ts';
import { chargeInRussian, factInRussian } from '../i18n/reckoning-ru.ts';
import type { WordKey } from '../i18n/en.ts';
import { officeName, say, sayDayOfTick } from '../i18n/words.ts';
import { reckonRun } from '../state/opening.ts';
import * as store from '../state/store.ts';
import { CLOCKS, clockOf } from '../state/time-words.ts';

/** The reckoning that was made last; it belongs to the run of its hash. */
const made = signal<RunReckoning | null>(null);
const failure = signal('');
let asked = '';

/** Asks the worker for the reckoning of a run, once. */
async function ask({ head }: Film): Promise<void> {
  if (asked === head.runHash) return;
  asked = head.runHash;
  failure.value = '';
  try {
    const { seed, from, settings } = head;
    const found = await reckonRun({ seed, from, settings });
    if (asked === head.runHash) made.value = found;
  } catch (error) {
    asked = '';
    failure.value = error instanceof Error ? error.message : String(error);
  }
}

/** Who did what without leave, over which line, with which force first: the charges of the run shown. */
export function Reckoning() {
  const { value: film } = store.film;
  const [author, choose] = useState('');
  useEffect(() => {
    if (film !== null) void ask(film);
  }, [film?.head.runHash]);
  if (film === null) return null;
  const reckoning = made.value?.runHash === film.head.runHash ? made.value : null;
  return (
    <div class="reckoning">
      <h2>{say('reckoning.title')}</h2>
      <p class="muted">{say('reckoning.caveat')}</p>
      {failure.value === '' ? null : <p>{say('reckoning.failed', { why: failure.value })}</p>}
      {reckoning === null ? (
        failure.value === '' ? (
          <p role="status">{say('reckoning.working')}</p>
        ) : null
      ) : (
        <Charges reckoning={reckoning} author={author} choose={choose} />
      )}
    </div>
  );
}

function Charges({
  reckoning,
  author,
  choose,
}: {
  readonly reckoning: RunReckoning;
  readonly author: string;
  readonly choose: (office: string) => void;
}) {
  const { charges, unused } = reckoning;
  if (charges.length === 0) return <p class="empty">{say('reckoning.none')}</p>;
  const shown = author === '' ? charges : charges.filter(({ office }) => office === author);
  return (
    <>
      <Authors reckoning={reckoning} author={author} choose={choose} />
      {CHARGE_KINDS.map((kind) => (
        <Part key={`${kind} ${author}`} kind={kind} list={shown.filter((c) => c.kind === kind)} />
      ))}
      {unused.length === 0 ? null : (
        <p class="muted">
          {say('reckoning.unused', {
            list: unused.map((force) => say(`force.${force}` as WordKey)).join(', '),
          })}
        </p>
      )}
    </>
  );
}

/** Name of an office in the language of the page; a person's name stands beside it in the charge. */
function nameOf(office: string, name: string): string {
  const index = store.model.value?.offices.findIndex(({ id }) => id === office) ?? -1;
  return index < 0 ? name : officeName(index);
}

/** One line an author, the marks of its kinds as figures; a choice shows that author's charges alone. */
function Authors({
  reckoning,
  author,
  choose,
}: {
  readonly reckoning: RunReckoning;
  readonly author: string;
  readonly choose: (office: string) => void;
}) {
  const total = (counts: Readonly<Record<string, number>>): number =>
    CHARGE_KINDS.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  const most = Math.max(1, ...reckoning.authors.map(({ counts }) => total(counts)));
  const list = reckoning.authors.slice(0, 8);
  return (
    <>
      <p class="muted">{say('reckoning.bars')}</p>
      <ul class="authors">
        {list.map(({ office, name, counts }) => (
          <li key={office}>
            <button
              type="button"
              aria-pressed={author === office}
              onClick={() => choose(author === office ? '' : office)}
            >
              <span class="who">{nameOf(office, name)}</span>
              <span class="bar" aria-hidden="true">
                <svg width="100%" height="8" preserveAspectRatio="none" viewBox="0 0 100 8">
                  <rect class="all" width={((total(counts) / most) * 100).toFixed(1)} height="8" />
                  <rect
                    class="beyond"
                    width={(((counts['beyond-authority'] ?? 0) / most) * 100).toFixed(1)}
                    height="8"
                  />
                </svg>
              </span>
              <span class="figure">{total(counts)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const SHOWN_FIRST: Readonly<Record<ChargeKind, number>> = {
  'beyond-authority': 8,
  'line-violated': 4,
  'first-use': 8,
  'false-report': 4,
  'after-truce': 8,
};

function Part({
  kind,
  list,
}: {
  readonly kind: ChargeKind;
  readonly list: readonly ReckonedCharge[];
}) {
  const [isWhole, setWhole] = useState(false);
  if (list.length === 0) return null;
  const shown = isWhole ? list : list.slice(0, SHOWN_FIRST[kind]);
  return (
    <section>
      <h3>
        {say(`reckoning.${kind}`)} <span class="muted">({list.length})</span>
      </h3>
      <p class="muted">{say(`reckoning.${kind}.lead`)}</p>
      <ol class="charges">
        {shown.map((charge) => (
          <Entry key={`${String(charge.event)} ${charge.text}`} charge={charge} all={list} />
        ))}
      </ol>
      {shown.length < list.length ? (
        <button type="button" class="action" onClick={() => setWhole(true)}>
          {say('reckoning.more', { count: list.length })}
        </button>
      ) : null}
    </section>
  );
}

/** Opens the event that a charge or a fact stands on, at its hour. */
function open({ event, tick }: { readonly event: number; readonly tick: number }): void {
  if (event < 0) return;
  store.goTo(tick);
  store.select({ kind: 'ev', index: event });
}

/** Who answers: in Russian the office alone, since the run has its persons in English. */
function answersName({ office, name }: ReckonedCharge, isRussian: boolean): string {
  if (!isRussian) return name;
  return office === '' ? say('card.nobody') : nameOf(office, name);
}

function Entry({
  charge,
  all,
}: {
  readonly charge: ReckonedCharge;
  readonly all: readonly ReckonedCharge[];
}) {
  const { value: model } = store.model;
  const { value: film } = store.film;
  if (model === null || film === null) return null;
  const isRussian = store.lang.value === 'ru';
  // The sentence often begins with its author already.
  const isNamed =
    charge.text.toLowerCase().startsWith(charge.name.toLowerCase()) ||
    (isRussian && charge.kind === 'false-report');
  return (
    <li class="charge">
      <button type="button" class="charge-words" onClick={() => open(charge)}>
        <time>
          {sayDayOfTick(model.startMinutes, charge.tick, true)}{' '}
          {clockOf(model.startMinutes, charge.tick, CLOCKS.tokyo)}
        </time>{' '}
        <span lang={isRussian ? 'ru' : 'en'}>
          {isRussian ? chargeInRussian(film, charge, all) : charge.text}
        </span>{' '}
        <span class="muted">
          {isNamed ? null : say('reckoning.answers', { name: answersName(charge, isRussian) })}{' '}
          {say('reckoning.why')} ›
        </span>
      </button>
      <Facts words={say('reckoning.papers')} facts={charge.papers} />
      <Facts words={say('reckoning.unread')} facts={charge.unread} />
      <Facts words={say('reckoning.knew')} facts={charge.knew} />
      <Facts words={say('why.cause')} facts={charge.chain.length > 1 ? charge.chain : []} />
    </li>
  );
}

function sayFact(fact: ReckonedFact): string {
  const { value: film } = store.film;
  return store.lang.value === 'ru' && film !== null ? factInRussian(film, fact) : fact.text;
}

function Facts({
  words,
  facts,
}: {
  readonly words: string;
  readonly facts: readonly ReckonedFact[];
}) {
  if (facts.length === 0) return null;
  return (
    <details>
      <summary>
        {words} <span class="muted">({facts.length})</span>
      </summary>
      <ul class="plain" lang={store.lang.value}>
        {facts.map((fact) => (
          <li key={`${String(fact.event)} ${fact.text}`}>
            {fact.event < 0 ? (
              sayFact(fact)
            ) : (
              <button type="button" class="link" onClick={() => open(fact)}>
                {sayFact(fact)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
