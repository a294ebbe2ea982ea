import { render } from 'preact';
import type { Model } from '../../engine/index.ts';
import type { Film } from '../../protocol/index.ts';
import { Standing } from '../cartouche.tsx';
import { capital, tell } from '../i18n/tell.ts';
import { measureTitle } from '../i18n/measures.ts';
import { officeName, say, sayDayOfTick, saySpan } from '../i18n/words.ts';
import { firstCamera } from '../map/battle-map.tsx';
import { EventGlyph } from '../panel/glyph.tsx';
import { Recorded, difference, timeWords, figureWords } from '../panel/record.tsx';
import { fetchMilestones, inRun, milestones } from '../state/milestones.ts';
import { stepsOf } from '../state/moments.ts';
import { authorityOf, whyOf } from '../state/papers.ts';
import { eventOf, type FilmEvent } from '../state/run-view.ts';
import { fetchSources, sources } from '../state/sources.ts';
import * as store from '../state/store.ts';
import type { Camera } from '../state/store.ts';
import { CLOCKS, clockOf } from '../state/time-words.ts';
import { timeText } from '../time/controls.tsx';
import { MapStill } from './still.tsx';

/** The map on an A4 sheet with margins of 12 mm: 186 mm broad. Pixels of CSS. */
const MAP_WIDTH = 703;
const MAP_HEIGHT = 440;
/** Pixels a metre within which the map of the sheet can be read. */
const SCALE_LEAST = 0.075;
const SCALE_MOST = 0.16;

const ACTS_MOST = 9;
const RECORD_MOST = 4;
/** Lines that both columns have room for, and the letters of a line in the left one and of a source. */
const LINES_MOST = 25;
const ACT_LETTERS = 40;
const SOURCE_LETTERS = 58;

/** The last of some texts that go into so many lines together. */
function lastThatFit<T>(list: readonly T[], textOf: (item: T) => string): readonly T[] {
  let lines = 0;
  let from = list.length;
  while (from > 0) {
    lines += Math.ceil(textOf(list[from - 1]!).length / ACT_LETTERS);
    if (lines > LINES_MOST) break;
    from--;
  }
  return list.slice(from);
}

/** The first of the sources that go into the lines which the record leaves. */
function firstThatFit<T extends { readonly title: string }>(list: readonly T[]): readonly T[] {
  let lines = 0;
  const end = list.findIndex(({ title }) => {
    lines += Math.ceil((title.length + 4) / SOURCE_LETTERS);
    return lines > LINES_MOST - 11;
  });
  return end < 0 ? list : list.slice(0, end);
}

/** Prints what is shown: the battle as one sheet, other pages as they are. */
export async function printPage(): Promise<void> {
  store.overlay.value = 'none';
  await Promise.all([fetchMilestones(), fetchSources()]);
  window.print();
}

/** Sets the sheet when the page goes to paper, however that was asked for, and takes it away afterwards. */
export function startPrinting(): void {
  const place = document.createElement('div');
  place.className = 'print-sheet paper-colours';
  const set = (): void => {
    if (store.page.value !== 'battle') return;
    document.documentElement.classList.add('has-sheet');
    document.body.append(place);
    render(<PrintSheet />, place);
  };
  const away = (): void => {
    document.documentElement.classList.remove('has-sheet');
    render(null, place);
    place.remove();
  };
  window.addEventListener('beforeprint', set);
  window.addEventListener('afterprint', away);
  window
    .matchMedia('print')
    .addEventListener('change', ({ matches }) => (matches ? set() : away()));
}

function PrintSheet() {
  const { value: model } = store.model;
  const { value: film } = store.film;
  const { value: scenario } = store.scenario;
  if (model === null || film === null || scenario === null) return null;
  const office = store.eyesOffice.value;
  return (
    <>
      <header>
        <h1>
          {say('title.place')}: <span>{say('title.subject')}</span>
        </h1>
        <p>
          <strong>{timeText(model, film, store.tick.value)}</strong>
        </p>
        <p>
          {office < 0
            ? say('print.truth')
            : `${say('eyes.title')}: ${officeName(office)}. ${say('print.eyes')}`}
        </p>
      </header>
      <figure>
        <MapStill
          {...{ model, film, map: scenario.map }}
          camera={sheetCamera(model)}
          width={MAP_WIDTH}
          height={MAP_HEIGHT}
        />
        <figcaption>
          {say('print.legend')} {say('map.relief')}{' '}
          <span lang="en">{scenario.map.attribution}</span>
        </figcaption>
      </figure>
      <div class="columns">
        <Acts model={model} film={film} />
        <OnRecord film={film} />
      </div>
      <footer>
        <Standing />
        <p>
          Khasan {scenario.version}, {say('print.scenario')} {model.hash.slice(0, 12)},{' '}
          {say('print.run')} {film.head.runHash.slice(0, 12)}.
        </p>
      </footer>
    </>
  );
}

/** The middle of the screen's map at about its extent, on the sheet. */
function sheetCamera(model: Model): Camera {
  const camera = store.camera.value ?? firstCamera(model, MAP_WIDTH, MAP_HEIGHT);
  const screen =
    store.camera.value === null ? 0 : (document.getElementById('map')?.clientWidth ?? 0);
  const scale = camera.scale * (screen === 0 ? 1 : MAP_WIDTH / Math.max(320, screen));
  return { ...camera, scale: Math.max(SCALE_LEAST, Math.min(SCALE_MOST, scale)) };
}

/** The latest turns that the chosen eyes know, with the leave that came too late. */
function Acts({ model, film }: { readonly model: Model; readonly film: Film }) {
  const tick = store.tick.value;
  const known = stepsOf(film, model, store.weights.value, store.eyesOffice.value, 3)
    .filter((number) => film.events.ticks[number]! <= tick)
    .slice(-ACTS_MOST);
  const fitting = lastThatFit(known, (number) => tell(eventOf(film.events, number)));
  return (
    <section>
      <h2>{say('print.acts')}</h2>
      {known.length === 0 ? <p>{say('print.none')}</p> : null}
      <ol>
        {fitting.map((number) => (
          <Act key={number} model={model} film={film} event={eventOf(film.events, number)} />
        ))}
      </ol>
      <p class="marks">{say('print.marks')}</p>
    </section>
  );
}

function Act({
  model,
  film,
  event,
}: {
  readonly model: Model;
  readonly film: Film;
  readonly event: FilmEvent;
}) {
  const start = model.startMinutes;
  const { lateLeave } = whyOf(film, model, event);
  const isLater = lateLeave !== null && lateLeave.readTick > event.tick;
  return (
    <li>
      <time>
        {sayDayOfTick(start, event.tick, true)} {clockOf(start, event.tick, CLOCKS.tokyo)}
      </time>
      <EventGlyph kind={event.kind} authority={authorityOf(event)} />
      <span>
        {capital(tell(event))}
        {isLater
          ? ` ${say('print.leave', { span: saySpan(lateLeave.readTick - event.tick) })}`
          : ''}
      </span>
    </li>
  );
}

/** What is on record of the hours nearest to the moment, with its sources in full. */
function OnRecord({ film }: { readonly film: Film }) {
  const hours = store.tick.value / 4;
  const times = (milestones.value ?? []).filter(({ isTime, start }) => isTime && start === 'free');
  const near = [...times]
    .sort((a, b) => Math.abs((a.low + a.high) / 2 - hours) - Math.abs((b.low + b.high) / 2 - hours))
    .slice(0, RECORD_MOST)
    .sort((a, b) => a.low - b.low);
  const keys = [...new Set(near.flatMap(({ claims }) => claims.flatMap((each) => each.sources)))];
  const cited = (sources.value ?? []).filter(({ key }) => keys.includes(key));
  const fitting = firstThatFit(cited);
  if (near.length === 0) return <section />;
  return (
    <section>
      <h2>{say('print.record')}</h2>
      <ul>
        {near.map((milestone) => {
          const value = inRun(film, milestone);
          const ours = value === null ? say('record.never') : inWords(milestone, value);
          return (
            <li key={milestone.row}>
              <strong>{measureTitle(milestone.measure)}</strong>: {say('record.record')}{' '}
              <Recorded milestone={milestone} />; {say('record.run')} {ours}
              {milestone.disputed === '' ? '' : ` (${say('record.disputed').toLowerCase()})`}.{' '}
              <span class="keys">
                {[...new Set(milestone.claims.flatMap((each) => each.sources))].join(', ')}
              </span>
            </li>
          );
        })}
      </ul>
      <h2>{say('sources.title')}</h2>
      <ul class="cited" lang="en">
        {fitting.map(({ key, title }) => (
          <li key={key}>
            <strong>{key}</strong> {title}
          </li>
        ))}
        {fitting.length < cited.length ? (
          <li>
            {cited
              .slice(fitting.length)
              .map(({ key }) => key)
              .join(', ')}
            : #/sources
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function inWords(milestone: Parameters<typeof inRun>[1], value: number): string {
  const figure = milestone.isTime ? timeWords(value) : figureWords(milestone, value);
  return `${figure}, ${difference(value, milestone)}`;
}
