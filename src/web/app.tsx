import { useEffect } from 'preact/hooks';
import { Board } from './board.tsx';
import { Cartouche, Standing } from './cartouche.tsx';
import { AboutPage, SourcesPage } from './documents.tsx';
import { Head } from './head.tsx';
import { say } from './i18n/words.ts';
import { BattleMap } from './map/battle-map.tsx';
import { EyesBox, EyesNote } from './map/eyes-box.tsx';
import { MapFoot, MapTools } from './map/map-tools.tsx';
import { Overlays } from './overlays.tsx';
import { Panel } from './panel/panel.tsx';
import { RunsPage } from './runs/runs-page.tsx';
import * as store from './state/store.ts';
import { TheatreInset } from './theatre/theatre.tsx';
import { timeText } from './time/controls.tsx';
import { TimeBar } from './time/time-bar.tsx';
import { WhatIfPage } from './whatif/whatif-page.tsx';
import { Wire } from './wire/wire-view.tsx';

export function App() {
  const page = store.page.value;
  useEffect(() => {
    document.documentElement.lang = store.lang.value;
  }, [store.lang.value]);
  useEffect(() => {
    const root = document.documentElement;
    if (store.theme.value === 'auto') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', store.theme.value);
  }, [store.theme.value]);
  return (
    <div class={`app ${page}`}>
      {page === 'battle' ? (
        <a class="skip" href="#map" onClick={(event) => focusOn(event, 'map')}>
          {say('skip.map')}
        </a>
      ) : null}
      {page === 'battle' ? (
        <a class="skip" href="#panel" onClick={(event) => focusOn(event, 'panel')}>
          {say('skip.log')}
        </a>
      ) : null}
      <Head />
      <Notice />
      {page === 'battle' ? <Battle /> : null}
      {page === 'runs' ? <RunsPage /> : null}
      {page === 'whatif' ? <WhatIfPage /> : null}
      {page === 'sources' ? <SourcesPage /> : null}
      {page === 'about' ? <AboutPage /> : null}
      <Overlays />
      <Spoken />
    </div>
  );
}

function focusOn(event: MouseEvent, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}

function Battle() {
  const centre = store.centre.value;
  const hasMap = centre === 'map' || centre === 'both';
  return (
    <>
      <main id="main" class={`centre shows-${centre}`} tabIndex={-1}>
        {hasMap ? (
          <div class="map-place">
            <BattleMap />
            <Cartouche />
            <EyesNote />
            <MapTools />
            <MapFoot />
            <EyesBox />
            <TheatreInset />
          </div>
        ) : null}
        {centre === 'wire' || centre === 'both' ? <Wire /> : null}
        {centre === 'board' ? (
          <>
            <Board />
            <EyesBox />
          </>
        ) : null}
      </main>
      <TimeBar />
      <Panel />
      <Standing />
    </>
  );
}

function Notice() {
  const words = store.notice.value;
  return (
    <div class={`notice${words === '' ? ' idle' : ''}`} role="status">
      {words === '' ? null : (
        <>
          <span>{words}</span>
          <button
            type="button"
            class="quiet close"
            aria-label={say('panel.close')}
            onClick={() => (store.notice.value = '')}
          >
            ×
          </button>
        </>
      )}
    </div>
  );
}

/** Said to those who listen: what the cursor is on, or the time after a step. */
function Spoken() {
  const { value: model } = store.model;
  const { value: film } = store.film;
  const time =
    store.isPlaying.value || model === null || film === null
      ? ''
      : timeText(model, film, store.tick.value);
  return (
    <>
      <p class="unseen" aria-live="polite" id="spoken-map">
        {store.spoken.value}
      </p>
      <p class="unseen" aria-live="polite" id="spoken-time">
        {time}
      </p>
    </>
  );
}
