import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Model } from '../../engine/index.ts';
import { composeTheatre, type TheatreStack } from '../../picture/index.ts';
import type { Film } from '../../protocol/index.ts';
import { namesLang, placeLabel } from '../i18n/names.ts';
import { say, sayCount, sideName } from '../i18n/words.ts';
import { svgNodes } from '../map/fragment.ts';
import { unitsAt } from '../state/run-view.ts';
import { slowTick } from '../state/slow-tick.ts';
import * as store from '../state/store.ts';
import { theatreStacks } from './stacks.ts';
import { useWidth } from '../use-width.ts';

const INSET = { width: 216, height: 168 };

/** Units off the battlefield that the present eyes may see. */
function stacksNow(model: Model, film: Film): TheatreStack[] {
  const office = store.eyesOffice.value;
  const tick = slowTick.value;
  const units = unitsAt(film, tick).filter(
    ({ unit }) => office < 0 || model.units.office[unit] === office,
  );
  return theatreStacks(model, film, units, tick);
}

/**
 * The picture of the approaches, for a corner or a window, or for a file, which has a style sheet and a note
 * of its own.
 */
export function theatrePicture(
  model: Model,
  film: Film,
  size: { readonly width: number; readonly height: number; readonly small?: boolean },
  note?: string,
): string {
  const symbols = store.scenario.value?.symbols ?? {};
  return composeTheatre(model, {
    ...size,
    stacks: stacksNow(model, film),
    names: model.theatre.nodes.map(({ id }) => placeLabel(id)),
    symbolFor: (sidc, side) => symbols[`${String(side)} ${sidc}`] ?? '',
    words: {
      title: say('theatre.title'),
      lake: say('theatre.lake'),
      note: note ?? say(size.width < 560 ? 'theatre.note.short' : 'theatre.note'),
    },
    bare: note === undefined,
  }).svg;
}

function Picture(props: {
  readonly width: number;
  readonly height: number;
  readonly small?: boolean;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [model, film] = [store.model.value, store.film.value];
  const { width, height } = props;
  const markup = useMemo(
    () => (model === null || film === null ? '' : theatrePicture(model, film, props)),
    [
      model,
      film,
      width,
      height,
      slowTick.value,
      store.eyesOffice.value,
      namesLang(),
      store.lang.value,
    ],
  );
  useLayoutEffect(() => place.current?.replaceChildren(...svgNodes(markup)), [markup]);
  return <div ref={place} class="theatre-picture" lang={namesLang()} aria-hidden="true" />;
}

/** The approaches in a corner of the map; a click opens them large. */
export function TheatreInset() {
  const [model, film] = [store.model.value, store.film.value];
  if (model === null || film === null) return null;
  return (
    <div class="theatre-inset">
      <Picture {...INSET} small />
      <button
        type="button"
        aria-label={say('theatre.open')}
        title={say('theatre.open')}
        onClick={() => (store.overlay.value = 'theatre')}
      />
    </div>
  );
}

/** The approaches over the page: the picture, and the same as a table. */
export function TheatreMap() {
  const [place, width] = useWidth<HTMLDivElement>();
  const height = Math.round(Math.max(420, Math.min(width * 0.72, window.innerHeight * 0.68)));
  return (
    <div ref={place} class="theatre">
      {width > 0 ? <Picture width={width} height={height} /> : null}
      <p class="muted">{say('theatre.legend')}</p>
      <Table />
      <p class="muted">{say('theatre.source')}</p>
    </div>
  );
}

function Table() {
  const [model, film] = [store.model.value, store.film.value];
  const tick = slowTick.value;
  const stacks = useMemo(
    () => (model === null || film === null ? [] : stacksNow(model, film)),
    [model, film, tick, store.eyesOffice.value],
  );
  if (model === null) return null;
  const nameOf = (node: number): string => placeLabel(model.theatre.nodes[node]?.id ?? '');
  const rows = [...stacks].sort((a, b) => a.side - b.side || b.men - a.men);
  if (rows.length === 0) return <p>{say('theatre.empty')}</p>;
  return (
    <table>
      <caption>{say('theatre.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('board.place')}</th>
          <th scope="col">{say('theatre.to')}</th>
          <th scope="col">{say('theatre.side')}</th>
          <th scope="col" class="figure">
            {say('theatre.units')}
          </th>
          <th scope="col" class="figure">
            {say('card.men')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ node, next, share, side, units, men }) => (
          <tr key={[side, node, next, share].join(' ')}>
            <th scope="row" lang={namesLang()}>
              {nameOf(node)}
            </th>
            <td>{next < 0 ? '' : `${nameOf(next)}, ${String(Math.round(share * 100))} %`}</td>
            <td class={`side${String(side)}`}>{sideName(side)}</td>
            <td class="figure">{units}</td>
            <td class="figure">{sayCount(men)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
