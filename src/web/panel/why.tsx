import { useState } from 'preact/hooks';
import type { Model } from '../../engine/index.ts';
import { isWhole, type Film } from '../../protocol/index.ts';
import type { WordKey } from '../i18n/en.ts';
import { capital, sayKind, tell } from '../i18n/tell.ts';
import { officeName, placeName, say, sayCount, sayDayOfTick, saySpan } from '../i18n/words.ts';
import { mailOf, whyOf, type Mail, type Why } from '../state/papers.ts';
import { headAt } from '../state/heads.ts';
import { causesOf, eventOf } from '../state/run-view.ts';
import * as store from '../state/store.ts';
import { CLOCKS, clockOf } from '../state/time-words.ts';
import { AuthorityRing } from './glyph.tsx';

/** Why something was done: what its author knew and held by then, what led to it, what came of it. */
export function WhyCard({ number }: { readonly number: number }) {
  const { value: model } = store.model;
  const { value: film } = store.film;
  // What led to it and what mail says come a moment after the map.
  if (model === null || film === null || !isWhole(film)) return null;
  if (number >= film.events.count) return null;
  const event = eventOf(film.events, number);
  const why = whyOf(film, model, event);
  const isOutside = event.kind === 'outside-event-happened' || event.kind === 'weather-changed';
  return (
    <article class="card why">
      <p class="muted">
        {sayDayOfTick(model.startMinutes, event.tick)},{' '}
        {clockOf(model.startMinutes, event.tick, CLOCKS.tokyo)} {say('time.tokyo')} ·{' '}
        {clockOf(model.startMinutes, event.tick, CLOCKS.khabarovsk)} {say('time.khabarovsk')}
      </p>
      <p class="lead">{tell(event)}</p>
      {isOutside ? <p class="badge">{say('why.outside')}</p> : null}
      {why.office < 0 ? (
        isOutside ? null : (
          <p class="muted">{say('why.nobody')}</p>
        )
      ) : (
        <Author model={model} film={film} why={why} />
      )}
      <h3>{say('why.cause')}</h3>
      <Tree
        film={film}
        numbers={causesOf(film.events, number)}
        next={(each) => causesOf(film.events, each)}
      />
      <h3>{say('why.effect')}</h3>
      <Tree
        film={film}
        numbers={store.effects.value[number] ?? []}
        next={(each) => store.effects.value[each] ?? []}
      />
    </article>
  );
}

function Author({
  model,
  film,
  why,
}: {
  readonly model: Model;
  readonly film: Film;
  readonly why: Why;
}) {
  const { office, authority, isEmpty, papers, requests, lateLeave, event } = why;
  const isUnbidden = isEmpty || authority === 'initiative' || authority === 'against-ban';
  return (
    <dl class="facts">
      <dt>{say('why.who')}</dt>
      <dd>
        <button
          type="button"
          class="link"
          onClick={() => store.select({ kind: 'office', index: office })}
        >
          {officeName(office)}
        </button>
        <span class="muted">
          {' '}
          <HeadOf model={model} film={film} office={office} tick={event.tick} />
        </span>
      </dd>
      <dt>{say('why.believed')}</dt>
      <dd>{believed(model, why)}</dd>
      <dt>{say('why.told')}</dt>
      <dd>{papers.length === 0 ? say('why.told.none') : <Papers model={model} mail={papers} />}</dd>
      <dt>{say('why.asked')}</dt>
      <dd>
        {requests.length === 0 ? (
          say('why.asked.none')
        ) : (
          <ul class="plain">
            {requests.map((item) => (
              <li key={item.sent}>{requestWords(model, film, item, event.tick)}</li>
            ))}
          </ul>
        )}
      </dd>
      {authority === '' ? null : (
        <>
          <dt>{say('why.authority')}</dt>
          <dd class={isUnbidden ? 'unbidden' : ''}>
            <AuthorityRing authority={authority} /> {say(`why.authority.${authority}` as WordKey)}
            {isUnbidden ? (
              <p>
                {isEmpty ? `${say('why.empty')} ` : ''}
                {lateLeave === null
                  ? say('why.never')
                  : say('why.late', { span: saySpan(lateLeave.readTick - event.tick) })}
              </p>
            ) : null}
          </dd>
        </>
      )}
    </dl>
  );
}

/** Who leads an office, in words: a person, or that the post is vacant or newly filled. */
export function HeadOf({
  model,
  film,
  office,
  tick,
}: {
  readonly model: Model;
  readonly film: Film;
  readonly office: number;
  readonly tick: number;
}) {
  const { kind, person, sinceTick } = headAt(film, model, office, tick);
  if (kind === 'named') return <span lang="en">{person}</span>;
  return <span>{say(`head.${kind}`, { day: sayDayOfTick(model.startMinutes, sinceTick) })}</span>;
}

function believed(model: Model, { belief, event }: Why): string {
  if (belief === null || belief.seenTick < 0) return say('why.believed.none');
  const place = placeName(model.areas[belief.area]!.id);
  const age = saySpan(event.tick - belief.seenTick);
  if (belief.men < 1) return say('why.believed.nobody', { place, age });
  const retold = belief.retold > 1 ? say('why.retold', { times: belief.retold }) : '';
  return say('why.believed.men', { men: sayCount(belief.men), place, age, retold });
}

export function Papers({ model, mail }: { readonly model: Model; readonly mail: readonly Mail[] }) {
  return (
    <ul class="plain">
      {mail.map((item) => (
        <li key={item.sent}>
          <button
            type="button"
            class="link"
            onClick={() =>
              store.select({ kind: 'ev', index: item.about >= 0 ? item.about : item.read })
            }
          >
            {say('why.paper', {
              kind: capital(sayKind(item.kind)),
              from: officeName(item.from),
              day: sayDayOfTick(model.startMinutes, item.readTick, true),
              clock: clockOf(model.startMinutes, item.readTick, CLOCKS.tokyo),
            })}
          </button>
        </li>
      ))}
    </ul>
  );
}

function requestWords(model: Model, film: Film, item: Mail, tick: number): string {
  const answer = mailOf(film, model).some(
    (other) =>
      other.to === item.from &&
      (other.kind === 'grant' || other.kind === 'refusal') &&
      other.act === item.act &&
      other.readTick > item.sentTick &&
      other.readTick <= tick,
  );
  return say('why.request', {
    to: officeName(item.to),
    day: sayDayOfTick(model.startMinutes, item.sentTick, true),
    clock: clockOf(model.startMinutes, item.sentTick, CLOCKS.tokyo),
    answer: answer ? '' : say('why.unanswered'),
  });
}

const BRANCHES = 8;
const DEPTH = 6;

/** Events as an indented tree; branches open one level at a time. */
function Tree({
  film,
  numbers,
  next,
  depth = 0,
}: {
  readonly film: Film;
  readonly numbers: readonly number[];
  readonly next: (number: number) => readonly number[];
  readonly depth?: number;
}) {
  if (numbers.length === 0) {
    return depth === 0 ? <p class="muted">{say('why.none')}</p> : null;
  }
  return (
    <ul class="tree">
      {numbers.slice(0, BRANCHES).map((number) => (
        <Branch key={number} film={film} number={number} next={next} depth={depth} />
      ))}
      {numbers.length > BRANCHES ? (
        <li class="muted">{say('why.more', { count: numbers.length - BRANCHES })}</li>
      ) : null}
    </ul>
  );
}

function Branch({
  film,
  number,
  next,
  depth,
}: {
  readonly film: Film;
  readonly number: number;
  readonly next: (number: number) => readonly number[];
  readonly depth: number;
}) {
  const [isOpen, setOpen] = useState(depth < 1);
  const { value: model } = store.model;
  const event = eventOf(film.events, number);
  const further = next(number);
  if (model === null) return null;
  return (
    <li>
      {further.length > 0 && depth < DEPTH ? (
        <button
          type="button"
          class="fold"
          aria-expanded={isOpen}
          aria-label={say('why.more', { count: further.length })}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? '▾' : '▸'}
        </button>
      ) : (
        <span class="fold" aria-hidden="true">
          ·
        </span>
      )}
      <button
        type="button"
        class="link"
        onClick={() => store.select({ kind: 'ev', index: number })}
      >
        <time>
          {sayDayOfTick(model.startMinutes, event.tick, true)}{' '}
          {clockOf(model.startMinutes, event.tick, CLOCKS.tokyo)}
        </time>{' '}
        {tell(event)}
      </button>
      {isOpen ? <Tree film={film} numbers={further} next={next} depth={depth + 1} /> : null}
    </li>
  );
}
