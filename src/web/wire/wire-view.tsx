import { signal } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Model } from '../../engine/index.ts';
import {
  composeWire,
  drawWireDown,
  wireFinding,
  wireTable,
  wireX,
  WIRE_COLUMNS,
} from '../../picture/index.ts';
import type { WireLayout, WireLexicon } from '../../picture/index.ts';
import { isWhole, type Film } from '../../protocol/index.ts';
import { wireOf, type WireChoice, type WireData } from '../../record/index.ts';
import { namedModel } from '../i18n/names.ts';
import { groupInRussian, WIRE_HEADS_RU, wireInRussian } from '../i18n/wire-ru.ts';
import { say } from '../i18n/words.ts';
import { svgNodes } from '../map/fragment.ts';
import { eventOf, type FilmEvent } from '../state/run-view.ts';
import * as store from '../state/store.ts';
import { useWidth } from '../use-width.ts';

/** Height of the title on the sheet, which the page leaves out. */
const HEAD = 78;

/** Below this width time runs down. */
const NARROW = 640;

/** Windows of the Wire, in ticks: a day, three days, ten days, the whole run. */
const WINDOWS = [
  [96, '24 h'],
  [288, '72 h'],
  [960, '10 d'],
  [0, '∞'],
] as const;

/** Length of the window in ticks, 0 for the whole run. */
const chosenSpan = signal(288);

/** The Wire of the window that is shown, or would be. */
export function wireNow(model: Model, film: Film): WireData {
  const window = windowAt(film, chosenSpan.value, store.tick.value);
  return wireIn(model, film, window);
}

/** The Wire of a window, with the names of the page. */
function wireIn(model: Model, film: Film, window: WireChoice): WireData {
  const data = wireOf(namedModel.value ?? model, film.head, eventsOf(film), window);
  if (store.lang.value === 'en') return data;
  return { ...data, rows: data.rows.map((row) => ({ ...row, group: groupInRussian(row.group) })) };
}

/** Words of the Wire where they are not English. */
export function wireWords(): { readonly words?: WireLexicon } {
  return store.lang.value === 'en' ? {} : { words: wireInRussian() };
}

const listed = new WeakMap<Film, FilmEvent[]>();

/** All events of a film, unpacked once. */
function eventsOf(film: Film): readonly FilmEvent[] {
  let list = listed.get(film);
  if (list === undefined) {
    list = Array.from({ length: film.events.count }, (_, number) => eventOf(film.events, number));
    listed.set(film, list);
  }
  return list;
}

/** Permission and mail of the run as a timetable chart about the present moment. */
export function Wire() {
  const { value: model } = store.model;
  const { value: film } = store.film;
  const [place, width] = useWidth<HTMLElement>();
  const span = chosenSpan.value;
  return (
    <section ref={place} id="wire" class="wire" aria-label={say('wire.title')} tabIndex={-1}>
      <header>
        <h2>{say('wire.title')}</h2>
        <div class="switch" role="group" aria-label={say('wire.span')}>
          {WINDOWS.map(([ticks, words]) => (
            <button
              key={ticks}
              type="button"
              aria-pressed={span === ticks}
              aria-label={ticks === 0 ? say('wire.whole') : words}
              onClick={() => (chosenSpan.value = ticks)}
            >
              {ticks === 0 ? say('wire.whole') : words}
            </button>
          ))}
        </div>
        <p class="muted">{say('wire.note')}</p>
      </header>
      {model !== null && film !== null && isWhole(film) && width > 0 ? (
        <Chart model={model} film={film} span={span} width={width} />
      ) : null}
    </section>
  );
}

/** The window moves in steps of a quarter of its length, so that the chart is not drawn at every tick. */
function windowAt(film: Film, span: number, tick: number): { fromTick: number; toTick: number } {
  const { startTick, endTick } = film.head;
  if (span === 0 || span >= endTick - startTick) return { fromTick: startTick, toTick: endTick };
  const step = span / 4;
  const from = Math.floor((tick - span / 2) / step) * step;
  const fromTick = Math.max(startTick, Math.min(endTick - span, from));
  return { fromTick, toTick: fromTick + span };
}

function Chart({
  model,
  film,
  span,
  width,
}: {
  readonly model: Model;
  readonly film: Film;
  readonly span: number;
  readonly width: number;
}) {
  const place = useRef<HTMLDivElement>(null);
  const tick = store.tick.value;
  const { fromTick, toTick } = windowAt(film, span, tick);
  const isNarrow = width < NARROW;
  const { data, drawing } = useMemo(() => {
    const found = wireIn(model, film, { fromTick, toTick });
    return {
      data: found,
      drawing: isNarrow ? null : composeWire(found, { width, bare: true, ...wireWords() }),
    };
  }, [model, film, fromTick, toTick, width, store.lang.value]);
  useEffect(() => {
    if (drawing === null) {
      place.current?.replaceChildren(
        ...svgNodes(drawWireDown(data, { width, bare: true, ...wireWords() })),
      );
      // Time runs down a long sheet: begin at the present hour.
      const view = place.current?.closest('.wire');
      const share = (store.tick.peek() - fromTick) / (toTick - fromTick);
      if (view instanceof HTMLElement)
        view.scrollTop = share * view.scrollHeight - view.clientHeight / 2;
      return;
    }
    const nodes = svgNodes(drawing.svg);
    const sheet = nodes.find((node): node is SVGSVGElement => node.nodeName === 'svg');
    if (sheet === undefined) return;
    // The page says the finding in its own words over the chart, where it can break into lines.
    const { width: sheetWidth } = drawing.layout;
    const height = drawing.height - HEAD;
    sheet.setAttribute('viewBox', `0 ${String(HEAD)} ${String(sheetWidth)} ${String(height)}`);
    sheet.setAttribute('height', String(height));
    place.current?.replaceChildren(sheet);
  }, [drawing, data, width, fromTick, toTick]);
  return (
    <>
      {isNarrow ? null : <p class="finding">{(wireWords().words?.finding ?? wireFinding)(data)}</p>}
      <div
        class={`wire-chart${isNarrow ? ' narrow' : ''}`}
        onClick={(event) => {
          const number = markNear(event.clientX, event.clientY);
          if (number >= 0) store.select({ kind: 'ev', index: number });
        }}
      >
        <div ref={place} />
        {drawing === null ? null : (
          <Now layout={drawing.layout} tick={tick} height={drawing.height} width={width} />
        )}
      </div>
      <Table data={data} />
    </>
  );
}

/** How far a click may miss a stroke, in pixels. */
const REACH = [0, 4, 8] as const;

/** Number of the event whose mark lies at or near a point of the screen, -1 none. */
function markNear(x: number, y: number): number {
  for (const reach of REACH) {
    for (let turn = 0; turn < (reach === 0 ? 1 : 8); turn++) {
      const angle = (turn * Math.PI) / 4;
      const found = document
        .elementFromPoint(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach)
        ?.closest('[data-event]');
      const number = Number(found?.getAttribute('data-event')?.slice(1));
      if (Number.isInteger(number)) return number;
    }
  }
  return -1;
}

function Now({
  layout,
  tick,
  height,
  width,
}: {
  readonly layout: WireLayout;
  readonly tick: number;
  readonly height: number;
  readonly width: number;
}) {
  const x = wireX(layout, tick).toFixed(1);
  return (
    <svg
      class="wire-now"
      width={Math.max(width, layout.width)}
      height={height - HEAD}
      aria-hidden="true"
    >
      <path d={`M${x} ${String(layout.chart.top - HEAD)}V${String(layout.chart.bottom - HEAD)}`} />
    </svg>
  );
}

/** The same as text. */
function Table({ data }: { readonly data: WireData }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('runs.table')}</summary>
      {isOpen ? (
        <table>
          <thead>
            <tr>
              {WIRE_COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {store.lang.value === 'ru' ? WIRE_HEADS_RU[column] : column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {wireTable(data, false, wireWords().words).map((row) => (
              <tr key={row.event}>
                {WIRE_COLUMNS.map((column) => (
                  <td key={column}>{row[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </details>
  );
}
