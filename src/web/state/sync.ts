import { batch, effect } from '@preact/signals';
import { hexNear, centreOf, columnOf, rowOf, hexAt } from '../../hex/index.ts';
import { readLink, writeLink, type Link } from './link.ts';
import * as store from './store.ts';
import { tickOfUtc, utcOfTick } from './time-words.ts';

/**
 * Keeps the address and the state in step. While something is dragged or played the present entry of the
 * history is rewritten; what a visitor does on purpose makes a new one, so that Back undoes it.
 */
let others: Link['others'] = [];
/** Pixels in a metre at zoom 0; each step doubles it. */
const ZOOM_BASE = 0.03;
let written = '';

/** Link of what is shown now. */
export function linkNow(): string {
  const { model, film } = store;
  const head = film.value?.head;
  const values: Partial<Record<string, string>> = { v: '1' };
  if (head !== undefined) {
    values['run'] = String(head.seed);
    if (head.from !== 'free') values['from'] = head.from;
    if (head.settings.length > 0) values['set'] = head.settings.join(';');
    // The scenario without settings: those stand in the link beside it.
    values['scenario'] = store.model.value?.hash ?? head.scenarioHash;
  }
  if (model.value !== null && head !== undefined) {
    values['t'] = utcOfTick(model.value.startMinutes, store.tick.value);
  }
  if (store.eyes.value !== 'truth') values['eyes'] = store.eyes.value;
  const c = cameraText();
  if (c !== '') values['c'] = c;
  const { value: selection } = store.selection;
  if (selection !== null) values['sel'] = `${selection.kind}:${String(selection.index)}`;
  const shown = store.LAYERS.filter((layer) => store.layers.value.includes(layer));
  if (shown.join() !== store.LAYERS_FIRST.join()) values['show'] = shown.join(',') || 'none';
  if (store.centre.value !== 'map') values['view'] = store.centre.value;
  const beside = [
    store.isCompared.value ? 'truth' : '',
    store.isRecordShown.value ? 'record' : '',
  ].filter((name) => name !== '');
  values['with'] = beside.join(',');
  if (store.panel.value === 'story') values['panel'] = `story${String(store.scene.value + 1)}`;
  else if (store.panel.value !== 'log') values['panel'] = store.panel.value;
  if (store.page.value === 'runs' || store.page.value === 'whatif') {
    values['m'] = store.measureId.value;
  }
  if (store.page.value === 'whatif') {
    values['sw'] = store.switches.value.join(',');
    values['pairs'] = String(store.pairs.value);
  }
  values['lang'] = store.lang.value;
  values['names'] = store.nameLang.value ?? '';
  return writeLink({
    page: store.page.value,
    detail: store.pageDetail.value,
    values,
    others,
  });
}

function cameraText(): string {
  const { model, camera } = store;
  if (model.value === null || camera.value === null) return '';
  const hex = hexNear(model.value.grid, camera.value);
  const zoom = Math.log2(camera.value.scale / ZOOM_BASE);
  return `${String(columnOf(model.value.grid, hex))},${String(rowOf(model.value.grid, hex))},${zoom.toFixed(1)}`;
}

/** What of a link asks for a run: its seed, start and settings. */
export interface RunWish {
  readonly seed: number | null;
  readonly from: string;
  readonly settings: readonly string[];
}

/** Takes in what a link chooses: the changes of a what-if, and the measure looked at. */
export function takeChoices({ m, sw }: Link['values']): void {
  if (m !== undefined) store.measureId.value = m;
  store.switches.value = (sw ?? '').split(',').filter((id) => id !== '');
}

/** Takes a link in. Returns the run it asks for, and what in it could not be understood. */
export function takeLink(hash: string): { wish: RunWish; wrong: string[] } {
  const link = readLink(hash);
  const wrong: string[] = [];
  const { values } = link;
  ({ others } = link);
  batch(() => {
    store.page.value = link.page;
    store.pageDetail.value = link.detail;
    if (values.lang === 'en' || values.lang === 'ru') store.lang.value = values.lang;
    takeNames(values.names, wrong);
    const offices = store.model.value?.offices ?? [];
    const eyes = values.eyes ?? 'truth';
    const isKnown = eyes === 'truth' || offices.some(({ id }) => id === eyes);
    if (!isKnown) wrong.push(`eyes=${eyes}`);
    store.setEyes(isKnown ? eyes : 'truth');
    const beside = (values.with ?? '').split(',');
    store.isCompared.value = beside.includes('truth') && store.eyes.value !== 'truth';
    store.isRecordShown.value = beside.includes('record');
    store.centre.value =
      (['map', 'wire', 'both', 'board'] as const).find((c) => c === values.view) ?? 'map';
    takePanel(values.panel, wrong);
    if (values.show !== undefined) {
      const wanted = values.show.split(',');
      store.layers.value = store.LAYERS.filter((layer) => wanted.includes(layer));
    } else store.layers.value = store.LAYERS_FIRST;
    // At first they were taken before the page was drawn: whoever has chosen since keeps his choice.
    if (store.film.value !== null) takeChoices(values);
    takePairs(values.pairs, wrong);
    takeSelection(values.sel, wrong);
    takeCamera(values.c, wrong);
  });
  const seed = values.run === undefined ? null : Number(values.run);
  const isSeed = seed === null || (Number.isInteger(seed) && seed >= 0 && seed <= 4294967295);
  if (!isSeed) wrong.push(`run=${values.run ?? ''}`);
  const settings = (values.set ?? '').split(';').filter((text) => text !== '');
  return { wish: { seed: isSeed ? seed : null, from: values.from ?? 'free', settings }, wrong };
}

/** The time a link asks for, once a run is there. */
export function timeOfLink(hash: string): number | null {
  const { t } = readLink(hash).values;
  const { value: model } = store.model;
  return t === undefined || model === null ? null : tickOfUtc(model.startMinutes, t);
}

/** `log`, `record`, `reckoning`, or `story3` for the third scene. */
function takePanel(text: string | undefined, wrong: string[]): void {
  const [, name = text, scene] = /^(story)([1-7])$/.exec(text ?? '') ?? [];
  const found = store.PANELS.find((each) => each === name);
  store.panel.value = found ?? 'log';
  if (scene !== undefined) store.scene.value = Number(scene) - 1;
  if (text !== undefined && found === undefined) wrong.push(`panel=${text}`);
}

function takeNames(text: string | undefined, wrong: string[]): void {
  const found = (Object.keys(store.NAME_LANGS) as store.NameLang[]).find((each) => each === text);
  store.nameLang.value = found ?? null;
  if (text !== undefined && found === undefined) wrong.push(`names=${text}`);
}

function takePairs(text: string | undefined, wrong: string[]): void {
  if (text === undefined) return;
  const pairs = Number(text);
  if (Number.isInteger(pairs) && pairs >= 1 && pairs <= store.PAIRS_MOST) store.pairs.value = pairs;
  else wrong.push(`pairs=${text}`);
}

function takeSelection(text: string | undefined, wrong: string[]): void {
  const [, kind, index] = /^(ev|hex|unit|office):(\d{1,7})$/.exec(text ?? '') ?? [];
  if (text !== undefined && kind === undefined) wrong.push(`sel=${text}`);
  store.trail.value = [];
  store.selection.value =
    kind === undefined ? null : { kind: kind as store.Selection['kind'], index: Number(index) };
}

function takeCamera(text: string | undefined, wrong: string[]): void {
  const { value: model } = store.model;
  if (text === undefined || model === null) return;
  const [column, row, zoom] = text.split(',').map(Number);
  const hex = hexAt(model.grid, column ?? NaN, row ?? NaN);
  if (!Number.isFinite(zoom) || !(hex >= 0)) {
    wrong.push(`c=${text}`);
    return;
  }
  const scale = ZOOM_BASE * 2 ** Math.max(-1, Math.min(5, zoom ?? 1));
  store.camera.value = { ...centreOf(model.grid, hex), scale };
}

/** What makes a new entry of the history when it changes. */
function intent(): string {
  const {
    selection,
    panel,
    isRecordShown,
    eyes,
    page,
    pageDetail,
    centre,
    film,
    isCompared,
    measureId,
  } = store;
  const sel = selection.value;
  return [
    page.value,
    pageDetail.value,
    eyes.value,
    panel.value,
    panel.value === 'story' ? store.scene.value : '',
    isRecordShown.value,
    centre.value,
    isCompared.value,
    store.nameLang.value ?? '',
    sel === null ? '' : `${sel.kind}${String(sel.index)}`,
    film.value?.head.runHash ?? '',
    page.value === 'runs' || page.value === 'whatif' ? measureId.value : '',
    page.value === 'whatif' ? store.switches.value.join(',') : '',
  ].join(' ');
}

/**
 * Begins to write the address.
 * @param onTravel called when the visitor goes back or forward, or edits the address; done when what it asks for is shown.
 */
export function startSync(onTravel: (hash: string) => Promise<void>): void {
  let before = intent();
  let timer = 0;
  /** Travels that are not at their end: what they change is no step of the visitor, and must not cut off what lies ahead. */
  let travels = 0;
  written = location.hash;
  effect(() => {
    const link = linkNow();
    const now = intent();
    if (store.film.value === null || link === written) return;
    window.clearTimeout(timer);
    if (now !== before && travels === 0) {
      before = now;
      written = link;
      history.pushState(null, '', link);
    } else {
      // A browser takes a hundred rewrites in half a minute and refuses more.
      timer = window.setTimeout(() => {
        written = linkNow();
        history.replaceState(null, '', written);
      }, 400);
    }
  });
  const travelled = (): void => {
    if (location.hash === written) return;
    window.clearTimeout(timer);
    written = location.hash;
    travels++;
    void onTravel(location.hash).finally(() => {
      travels--;
      before = intent();
    });
  };
  window.addEventListener('popstate', travelled);
  window.addEventListener('hashchange', travelled);
}

/** After a run was opened by a link: its entry is there already. */
export function settle(): void {
  written = linkNow();
  history.replaceState(null, '', written);
}
