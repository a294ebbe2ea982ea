import type { Model } from '../../engine/index.ts';
import type { Film } from '../../protocol/index.ts';
import { say, sayDayOfTick } from '../i18n/words.ts';
import { tell } from '../i18n/tell.ts';
import { centreOn } from '../map/battle-map.tsx';
import { authorityOf } from '../state/papers.ts';
import { eventOf, type FilmEvent } from '../state/run-view.ts';
import { steps, stepsUntil } from '../state/steps.ts';
import * as store from '../state/store.ts';
import { CLOCKS, clockOf } from '../state/time-words.ts';
import { EventGlyph } from './glyph.tsx';

const SHOWN = 60;

/** What has happened up to now, as far as the chosen eyes know: the latest first. */
export function Log() {
  const { value: model } = store.model;
  const { value: film } = store.film;
  if (model === null || film === null) return <div class="log" />;
  const list = steps.value;
  const until = stepsUntil(list, film.events.ticks, store.tick.value);
  const shown = list.slice(Math.max(0, until - SHOWN), until).reverse();
  return (
    <div class="log">
      <header class="panel-head">
        <h2>{say('log.title')}</h2>
        <Filter />
      </header>
      {shown.length === 0 ? <Empty model={model} film={film} list={list} /> : null}
      <Days model={model} film={film} shown={shown} />
      {until > SHOWN ? <p class="muted">{say('log.more', { count: until - SHOWN })}</p> : null}
    </div>
  );
}

function Empty({
  model,
  film,
  list,
}: {
  readonly model: Model;
  readonly film: Film;
  readonly list: readonly number[];
}) {
  if (store.eyesOffice.value >= 0) return <p class="muted">{say('log.empty.eyes')}</p>;
  const first = list[0];
  if (first === undefined) return null;
  const day = sayDayOfTick(model.startMinutes, film.events.ticks[first]!);
  return <p class="muted">{say('log.empty', { day })}</p>;
}

function Filter() {
  const options = [
    [3, say('log.turns')],
    [2, say('log.main')],
    [1, say('log.all')],
  ] as const;
  return (
    <div class="switch" role="group" aria-label={say('log.filter')}>
      {options.map(([weight, words]) => (
        <button
          key={weight}
          type="button"
          aria-pressed={store.logWeight.value === weight}
          onClick={() => (store.logWeight.value = weight)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}

function Days({
  model,
  film,
  shown,
}: {
  readonly model: Model;
  readonly film: Film;
  readonly shown: readonly number[];
}) {
  const days: { day: string; numbers: number[] }[] = [];
  for (const number of shown) {
    const day = sayDayOfTick(model.startMinutes, film.events.ticks[number]!);
    if (days.at(-1)?.day !== day) days.push({ day, numbers: [] });
    days.at(-1)!.numbers.push(number);
  }
  return (
    <>
      {days.map(({ day, numbers }) => (
        <section key={`${day} ${String(numbers[0])}`} class="log-day">
          <h3>{day}</h3>
          <ol>
            {numbers.map((number) => (
              <Line key={number} model={model} event={eventOf(film.events, number)} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** Hex of the place of an event, -1 none on the map. */
export function hexOfPlace(model: Model, place: string): number {
  return model.areas.find(({ id }) => id === place)?.hex ?? -1;
}

function Line({ model, event }: { readonly model: Model; readonly event: FilmEvent }) {
  const hex = hexOfPlace(model, event.place);
  const isTurn = (store.weights.value[event.number] ?? 0) === 3;
  const authority = authorityOf(event);
  return (
    <li
      class={`log-line${isTurn ? ' turn' : ''}`}
      onPointerEnter={() => (store.litHexes.value = hex < 0 ? [] : [hex])}
      onPointerLeave={() => (store.litHexes.value = [])}
    >
      <button
        type="button"
        class="log-words"
        onClick={() => {
          store.goTo(event.tick);
          centreOn(hex);
          store.select({ kind: 'ev', index: event.number });
        }}
      >
        <time>{clockOf(model.startMinutes, event.tick, CLOCKS.tokyo)}</time>
        <EventGlyph kind={event.kind} authority={authority} />
        <span>{tell(event)}</span>
        <span class="why-hint" aria-hidden="true">
          {say('log.why')} ›
        </span>
      </button>
    </li>
  );
}
