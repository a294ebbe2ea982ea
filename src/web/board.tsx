import { namesLang, placeLabel } from './i18n/names.ts';
import { officeName, say, sayCount, saySpan, sideName } from './i18n/words.ts';
import { tell } from './i18n/tell.ts';
import { beliefsAt, eventAfter, eventOf, menByArea } from './state/run-view.ts';
import * as store from './state/store.ts';
import { valueAt } from '../protocol/index.ts';

/** The map as a table: the same moment and the same eyes, one row a place with something in it. */
export function Board() {
  const office = store.eyesOffice.value;
  return (
    <section id="board" class="board" aria-label={say('board.title')} tabIndex={-1}>
      <h2>
        {say('board.title')}
        {office < 0 ? '' : `: ${officeName(office)}`}
      </h2>
      {office < 0 ? <Truth /> : <Believed office={office} />}
    </section>
  );
}

function Truth() {
  const { value: model } = store.model;
  const { value: film } = store.film;
  if (model === null || film === null) return null;
  const tick = store.tick.value;
  const men = menByArea(model, store.unitsNow.value);
  const { count } = model.grid;
  const last = lastEvents();
  const rows = model.areas
    .map((area, index) => ({
      area,
      su: men[index * 2]!,
      jp: men[index * 2 + 1]!,
      holder: valueAt(film.holders, area.hex, 0, tick, -1),
      trenches: [0, 1].map((side) => valueAt(film.works, side * count + area.hex, 0, tick)),
      event: last.get(area.id),
    }))
    .filter(
      ({ su, jp, holder, trenches }) => su + jp + trenches[0]! + trenches[1]! > 0 || holder >= 0,
    )
    .sort((a, b) => b.area.worth - a.area.worth || (a.area.id < b.area.id ? -1 : 1));
  if (rows.length === 0) return <p>{say('board.empty')}</p>;
  return (
    <table>
      <caption>{say('board.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('board.place')}</th>
          <th scope="col">{say('board.held')}</th>
          <th scope="col" class="figure">
            {say('board.su')}
          </th>
          <th scope="col" class="figure">
            {say('board.jp')}
          </th>
          <th scope="col">{say('board.works')}</th>
          <th scope="col">{say('board.last')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ area, su, jp, holder, trenches, event }) => (
          <tr key={area.id}>
            <th scope="row">
              <button
                type="button"
                class="link"
                onClick={() => store.select({ kind: 'hex', index: area.hex })}
              >
                <span lang={namesLang()}>{placeLabel(area.id)}</span>
              </button>
            </th>
            <td>{holder < 0 ? '–' : sideName(holder)}</td>
            <td class="figure side0">{su === 0 ? '' : sayCount(su)}</td>
            <td class="figure side1">{jp === 0 ? '' : sayCount(jp)}</td>
            <td>
              {trenches
                .map((trench, side) => (trench > 0 ? `${sideName(side)} ${String(trench)} %` : ''))
                .filter((words) => words !== '')
                .join(', ')}
            </td>
            <td>{event === undefined ? '' : tell(eventOf(film.events, event))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Latest shown event of each place up to now. */
function lastEvents(): Map<string, number> {
  const found = new Map<string, number>();
  const { value: film } = store.film;
  if (film === null) return found;
  const weights = store.weights.value;
  for (let number = eventAfter(film.events, store.tick.value) - 1; number >= 0; number--) {
    const place = film.events.names[film.events.places[number]!]!;
    if (weights[number]! >= 2 && place !== '' && !found.has(place)) found.set(place, number);
  }
  return found;
}

function Believed({ office }: { readonly office: number }) {
  const { value: model } = store.model;
  const { value: film } = store.film;
  if (model === null || film === null) return null;
  const tick = store.tick.value;
  const rows = beliefsAt(film, model, office, tick)
    .filter(({ seenTick, own, holder }) => seenTick >= 0 || own > 0 || holder >= 0)
    .sort((a, b) => model.areas[b.area]!.worth - model.areas[a.area]!.worth || a.area - b.area);
  if (rows.length === 0) return <p>{say('eyes.nothing')}</p>;
  return (
    <table>
      <caption>{say('board.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('board.place')}</th>
          <th scope="col">{say('board.held')}</th>
          <th scope="col" class="figure">
            {say('board.enemy')}
          </th>
          <th scope="col" class="figure">
            {say('board.age')}
          </th>
          <th scope="col" class="figure">
            {say('board.hands')}
          </th>
          <th scope="col" class="figure">
            {say('board.own')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((belief) => (
          <tr key={belief.area}>
            <th scope="row">
              <button
                type="button"
                class="link"
                onClick={() => store.select({ kind: 'hex', index: model.areas[belief.area]!.hex })}
              >
                <span lang={namesLang()}>{placeLabel(model.areas[belief.area]!.id)}</span>
              </button>
            </th>
            <td>{belief.holder < 0 ? '–' : sideName(belief.holder)}</td>
            <td class="figure">{belief.seenTick < 0 ? '' : sayCount(belief.men)}</td>
            <td class="figure">{belief.seenTick < 0 ? '' : saySpan(tick - belief.seenTick)}</td>
            <td class="figure">{belief.seenTick < 0 ? '' : belief.retold}</td>
            <td class="figure">{belief.own === 0 ? '' : sayCount(belief.own)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
