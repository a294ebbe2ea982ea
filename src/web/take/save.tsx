import { composeWire } from '../../picture/index.ts';
import type { WordKey } from '../i18n/en.ts';
import { say } from '../i18n/words.ts';
import { plotSheet } from '../runs/plot-file.ts';
import { live } from '../runs/runs-page.tsx';
import { fetchRows, shipped } from '../state/rows.ts';
import { steps, stepsUntil } from '../state/steps.ts';
import * as store from '../state/store.ts';
import { utcOfTick } from '../state/time-words.ts';
import { theatrePicture } from '../theatre/theatre.tsx';
import { timeText } from '../time/controls.tsx';
import { wireNow, wireWords } from '../wire/wire-view.tsx';
import { giveFile, giveText, standAlone, toPng } from './files.ts';
import { geoMoment } from './geo.ts';
import { mapPicture, notesOf } from './map-file.tsx';
import { printPage } from './print-sheet.tsx';
import { logTable, measuresTable, runsTable } from './tables.ts';

/** Something that a visitor can take along. */
export interface Taking {
  readonly words: WordKey;
  /** What it is a file of; '' for paper. */
  readonly format: string;
  /** On which pages it is offered. */
  readonly isThere: () => boolean;
  readonly take: () => void | Promise<void>;
}

const isBattle = (): boolean => store.page.value === 'battle' && store.film.value !== null;
/** The plots that stand on a page as pictures. */
const PLOTS = '.difference svg';
const hasPlot = (): boolean =>
  (store.page.value === 'runs' && shipped.value !== null) || document.querySelector(PLOTS) !== null;

/** In the order in which they are offered. */
export const TAKINGS: readonly Taking[] = [
  { words: 'print.print', format: '', isThere: () => true, take: printPage },
  { words: 'save.map', format: 'SVG', isThere: isBattle, take: () => saveMap('svg') },
  { words: 'save.map', format: 'PNG', isThere: isBattle, take: () => saveMap('png') },
  { words: 'theatre.title', format: 'SVG', isThere: isBattle, take: saveTheatre },
  { words: 'save.wire', format: 'SVG', isThere: isBattle, take: saveWire },
  { words: 'save.plot', format: 'SVG', isThere: hasPlot, take: savePlot },
  { words: 'save.log', format: 'CSV', isThere: isBattle, take: saveLog },
  {
    words: 'save.measures',
    format: 'CSV',
    isThere: () => store.film.value !== null,
    take: saveMeasures,
  },
  {
    words: 'save.runs',
    format: 'CSV',
    isThere: () => (store.front.value?.runs ?? 0) > 0 || (live.value?.rows.length ?? 0) > 0,
    take: saveRuns,
  },
  { words: 'save.geo', format: 'GeoJSON', isThere: isBattle, take: saveGeo },
];

/** What can be taken along, one button each. */
export function Save() {
  return (
    <>
      <p class="muted">{say('save.lead')}</p>
      <ul class="plain takings">
        {TAKINGS.filter(({ isThere }) => isThere()).map((taking) => (
          <li key={taking.words + taking.format}>
            <button type="button" class="action" onClick={() => take(taking)}>
              {takingWords(taking)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

export function takingWords({ words, format }: Taking): string {
  return format === '' ? say(words) : `${say(words)}, ${format}`;
}

/** Takes something along; what goes wrong is said in the page. */
export function take(taking: Taking): void {
  store.overlay.value = 'none';
  Promise.resolve()
    .then(taking.take)
    .catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      store.notice.value = say('save.failed', { why });
    });
}

/** `khasan-run1-1938-07-31T0245Z-map.svg`. */
function nameOf(what: string, hasHour = true): string {
  const [model, film] = [store.model.value, store.film.value];
  const run = film === null ? '' : `-run${String(film.head.seed)}`;
  const hour =
    hasHour && model !== null
      ? `-${utcOfTick(model.startMinutes, store.tick.value).replace(':', '')}`
      : '';
  return `khasan${run}${hour}-${what}`;
}

async function saveMap(kind: 'svg' | 'png'): Promise<void> {
  const picture = mapPicture();
  if (picture === null) return;
  if (kind === 'svg') giveText(nameOf('map.svg'), picture.svg, 'image/svg+xml');
  else {
    const { svg, width, height } = picture;
    giveFile(nameOf('map.png'), await toPng(svg, width, height));
  }
}

function saveWire(): void {
  const [model, film] = [store.model.value, store.film.value];
  if (model === null || film === null) return;
  const caption = notesOf()[1] ?? '';
  const { svg } = composeWire(wireNow(model, film), { caption, ...wireWords() });
  giveText(nameOf('wire.svg'), svg, 'image/svg+xml');
}

function saveTheatre(): void {
  const [model, film] = [store.model.value, store.film.value];
  if (model === null || film === null) return;
  const hour = timeText(model, film, store.tick.value);
  const note = `${hour}. ${notesOf()[1] ?? ''} ${say('theatre.note.short')} ${say('theatre.source.short')}`;
  const svg = theatrePicture(model, film, { width: 1200, height: 800 }, note);
  giveText(nameOf('approaches.svg'), svg, 'image/svg+xml');
}

function savePlot(): void {
  const name = `khasan-${store.measureId.value}.svg`;
  const sheet = store.page.value === 'runs' ? plotSheet() : null;
  if (sheet !== null) {
    giveText(name, sheet, 'image/svg+xml');
    return;
  }
  const plot = document.querySelector<SVGSVGElement>(PLOTS);
  if (plot === null) return;
  giveText(name, standAlone(plot), 'image/svg+xml');
}

/** The log up to now, as the eyes and the filter have it. */
function saveLog(): void {
  const [model, film] = [store.model.value, store.film.value];
  if (model === null || film === null) return;
  const until = stepsUntil(steps.value, film.events.ticks, store.tick.value);
  giveText(nameOf('log.csv'), logTable(model, film, steps.value.slice(0, until)), 'text/csv');
}

function saveMeasures(): void {
  const { value: film } = store.film;
  if (film !== null) giveText(nameOf('measures.csv', false), measuresTable(film), 'text/csv');
}

async function saveRuns(): Promise<void> {
  if ((store.front.value?.runs ?? 0) > 0) await fetchRows();
  giveText('khasan-runs.csv', runsTable(shipped.value, live.value?.rows ?? []), 'text/csv');
}

function saveGeo(): void {
  const [model, film, scenario] = [store.model.value, store.film.value, store.scenario.value];
  if (model === null || film === null || scenario === null) return;
  const moment = geoMoment({
    ...{ model, film, map: scenario.map },
    tick: store.tick.value,
    office: store.eyesOffice.value,
  });
  giveText(nameOf('units.geojson'), `${JSON.stringify(moment)}\n`, 'application/geo+json');
}
