import { fitMap, zoomBy } from './map/battle-map.tsx';
import { presetEyes } from './map/eyes-box.tsx';
import { stepEvent } from './state/steps.ts';
import * as store from './state/store.ts';
import { printPage } from './take/print-sheet.tsx';
import { changeSpeed } from './time/controls.tsx';

/** What each single key does, wherever the focus is; the map and the time bar have keys of their own. */
const KEYS: Readonly<Record<string, () => void>> = {
  ' ': () => (store.isPlaying.value = !store.isPlaying.value),
  '[': () => changeSpeed(-1),
  ']': () => changeSpeed(1),
  ',': () => store.goTo(store.tick.value - 1),
  '.': () => store.goTo(store.tick.value + 1),
  ArrowLeft: () => stepEvent(-1),
  ArrowRight: () => stepEvent(1),
  Home: () => store.goTo(-Infinity),
  End: () => store.goTo(Infinity),
  '+': () => zoomBy(1.6),
  '=': () => zoomBy(1.6),
  '-': () => zoomBy(1 / 1.6),
  '?': () => (store.overlay.value = 'keys'),
  '/': () => (store.overlay.value = 'search'),
};

/** Letters; they can be switched off, because a voice or a slip of the hand types them too. */
const LETTERS: Readonly<Record<string, () => void>> = {
  f: () => fitMap(),
  t: () => store.setEyes(store.eyes.value === 'truth' ? store.lastEyes.value || 'truth' : 'truth'),
  x: () => {
    if (store.eyes.value !== 'truth') store.isCompared.value = !store.isCompared.value;
  },
  b: () => (store.centre.value = store.centre.value === 'board' ? 'map' : 'board'),
  v: () => {
    const order: readonly store.Centre[] = ['map', 'wire', 'both'];
    store.centre.value = order[(order.indexOf(store.centre.value) + 1) % order.length] ?? 'map';
  },
  w: () => stepToWhy(),
  r: () => toggleRecord(),
  p: () => void printPage(),
  s: () => (store.overlay.value = 'save'),
  m: () => (store.overlay.value = 'theatre'),
};

/** R: the record beside the run, on the time bar and in the column at the right. */
function toggleRecord(): void {
  const isOn = !store.isRecordShown.value;
  store.isRecordShown.value = isOn;
  if (isOn) store.panel.value = 'record';
  else if (store.panel.value === 'record') store.panel.value = 'log';
}

/** W: the card of the latest turn, when nothing is selected. */
function stepToWhy(): void {
  const { film, weights, tick } = store;
  if (film.value === null || store.selection.value?.kind === 'ev') return;
  for (let number = film.value.events.count - 1; number >= 0; number--) {
    if (film.value.events.ticks[number]! > tick.value || weights.value[number]! < 3) continue;
    store.select({ kind: 'ev', index: number });
    return;
  }
}

/** Whether the focus is where keys are typed or chosen with. */
function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('input:not([type=checkbox], [type=radio]), select, textarea')) return true;
  if (key === ' ' && target.matches('button, summary, input, a')) return true;
  return key.startsWith('Arrow') && target.matches('input, [role=radio]');
}

/** Listens for the keys of the page. */
export function startKeys(): void {
  window.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      store.overlay.value = 'search';
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      closeOne();
      return;
    }
    if (store.overlay.value !== 'none' || store.page.value !== 'battle') return;
    if (isTaken(event.target, event.key)) return;
    const letter = event.key.toLowerCase();
    if (store.hasKeys.value) {
      const eye = /^[1-6]$/.test(event.key) ? presetEyes()[Number(event.key) - 1] : undefined;
      if (eye !== undefined) {
        store.setEyes(eye);
        return;
      }
      if (letter === 'h') {
        store.isHidingCounters.value = true;
        return;
      }
      const act = LETTERS[letter];
      if (act !== undefined) {
        event.preventDefault();
        act();
        return;
      }
    }
    const act = KEYS[event.key];
    if (act === undefined) return;
    if (event.shiftKey && event.key.startsWith('Arrow')) {
      store.goTo(store.tick.value + (event.key === 'ArrowLeft' ? -96 : 96));
    } else act();
    event.preventDefault();
  });
  window.addEventListener('keyup', (event) => {
    if (event.key.toLowerCase() === 'h') store.isHidingCounters.value = false;
  });
  window.addEventListener('blur', () => (store.isHidingCounters.value = false));
}

/** Escape closes what lies on top, one thing at a time. */
function closeOne(): void {
  if (store.overlay.value !== 'none') store.overlay.value = 'none';
  else if (store.selection.value !== null) store.goBack();
  else if (store.centre.value !== 'map') store.centre.value = 'map';
  else store.cursorHex.value = -1;
}
