import { useState } from 'preact/hooks';
import type { WordKey } from '../i18n/en.ts';
import { say } from '../i18n/words.ts';
import * as store from '../state/store.ts';
import { fitMap, zoomBy } from './battle-map.tsx';
import { AwayNote } from './eyes-box.tsx';

/** Zoom and layers, at the foot of the map. */
export function MapTools() {
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="map-tools">
      <div class="zoom">
        <button
          type="button"
          aria-label={say('map.in')}
          title={say('map.in')}
          onClick={() => zoomBy(1.6)}
        >
          +
        </button>
        <button
          type="button"
          aria-label={say('map.out')}
          title={say('map.out')}
          onClick={() => zoomBy(1 / 1.6)}
        >
          −
        </button>
        <button type="button" aria-label={say('map.fit')} title={say('map.fit')} onClick={fitMap}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path class="stroked" d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4" />
          </svg>
        </button>
      </div>
      <div class="layer-box">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls="layers"
          onClick={() => setOpen(!isOpen)}
        >
          {say('map.layers')} {isOpen ? '▾' : '▴'}
        </button>
        {isOpen ? (
          <fieldset id="layers">
            <legend class="unseen">{say('map.layers')}</legend>
            {store.LAYERS.map((layer) => (
              <label key={layer} class="choice">
                <input
                  type="checkbox"
                  checked={store.layers.value.includes(layer)}
                  onChange={() => store.toggleLayer(layer)}
                />
                <span>{say(`layer.${layer}` as WordKey)}</span>
              </label>
            ))}
            <NamesChoice />
            <button
              type="button"
              class="link approaches"
              onClick={() => (store.overlay.value = 'theatre')}
            >
              {say('theatre.title')}
            </button>
          </fieldset>
        ) : null}
      </div>
    </div>
  );
}

/** In which language names stand; what the scenario does not name in it stays English. */
function NamesChoice() {
  const languages = Object.entries(store.NAME_LANGS) as [store.NameLang, string][];
  return (
    <label class="names-choice">
      {say('names.choice')}{' '}
      <select
        value={store.nameLang.value ?? ''}
        onChange={(event) => {
          const wanted = event.currentTarget.value;
          store.nameLang.value = languages.find(([id]) => id === wanted)?.[0] ?? null;
        }}
      >
        <option value="">{say('names.page')}</option>
        {languages.map(([id, name]) => (
          <option key={id} value={id} lang={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Scale, and where the map is from; the law asks for it and so does honesty. */
export function MapFoot() {
  const scale = store.camera.value?.scale;
  const metres = scaleMetres(scale ?? 0.08);
  return (
    <div class="map-foot">
      <span class="scale-bar">
        <svg width={metres * (scale ?? 0.08) + 2} height="8" aria-hidden="true">
          <path d={`M1 1v6h${(metres * (scale ?? 0.08)).toFixed(1)}v-6`} />
        </svg>
        {scaleWords(metres)}
      </span>
      <Attribution />
      <AwayNote />
    </div>
  );
}

/** Whose data the map is drawn from: as much as there is room for, and the way to all of it. */
function Attribution() {
  const words = store.scenario.value?.map.attribution;
  return (
    <p class="attribution">
      {words === undefined ? null : (
        <span>
          <a href="#/about">{say('map.sources')}</a>: <span lang="en">{words}</span>{' '}
          {say('map.relief')}
        </span>
      )}
    </p>
  );
}

/** Length that a scale bar shows at so many pixels a metre. */
export function scaleMetres(scale: number): number {
  const wanted = 90 / scale;
  return [200, 500, 1000, 2000, 5000].find((metres) => metres >= wanted) ?? 5000;
}

export function scaleWords(metres: number): string {
  return metres >= 1000 ? `${String(metres / 1000)} km` : `${String(metres)} m`;
}
