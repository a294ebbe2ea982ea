import { computed, signal } from '@preact/signals';
import type { Model } from '../../engine/index.ts';
import type { MapSource } from '../../picture/index.ts';
import type { Film, SiteFront, SiteScenario } from '../../protocol/index.ts';
import { makeNamer } from '../../record/index.ts';
import type { PageName } from './link.ts';
import { effectsOf, unitsAt } from './run-view.ts';
import { paceOf, weightsOf } from './weight.ts';

/**
 * What the page is showing: one run, one time, one pair of eyes, one selection. Everything on the screen
 * is worked out from these signals.
 */
export type Lang = 'en' | 'ru';
/** Languages in which names can stand, and what each calls itself. */
export const NAME_LANGS = {
  en: 'English',
  ru: 'Русский',
  zh: '中文',
  ja: '日本語',
  ko: '한국어',
} as const;
export type NameLang = keyof typeof NAME_LANGS;
export type Centre = 'map' | 'wire' | 'both' | 'board';

/** What is selected: an event by number, a hex, a unit or an office by index. */
export interface Selection {
  readonly kind: 'ev' | 'hex' | 'unit' | 'office';
  readonly index: number;
}

/** Where the camera stands: metres east and south of hex (0, 0), and pixels in a metre. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What the column at the right tells while nothing is selected. */
export const PANELS = ['log', 'record', 'reckoning', 'story'] as const;
export type PanelName = (typeof PANELS)[number];

export const LAYERS = ['lines', 'units', 'names', 'tracks', 'grid', 'works'] as const;
export type Layer = (typeof LAYERS)[number];
export const LAYERS_FIRST: readonly Layer[] = ['lines', 'units'];

export const scenario = signal<SiteScenario<MapSource> | null>(null);
export const front = signal<SiteFront | null>(null);
export const film = signal<Film | null>(null);
/** What the page waits for, or what went wrong, in words for the visitor. */
export const notice = signal<string>('');
export const isOpening = signal(false);

export const page = signal<PageName>('battle');
export const pageDetail = signal('');
export const centre = signal<Centre>('map');
export const tick = signal(0);
/** `truth`, or the id of an office. */
export const eyes = signal('truth');
export const lastEyes = signal('');
export const isCompared = signal(false);
/** Whether the record stands beside the run. */
export const isRecordShown = signal(false);
/** Scene of the story, counted from 0. */
export const scene = signal(0);
export const panel = signal<PanelName>('log');
export const selection = signal<Selection | null>(null);
/** Selections before the present one, for the panel's way back. */
export const trail = signal<readonly Selection[]>([]);
export const camera = signal<Camera | null>(null);
export const layers = signal<readonly Layer[]>(LAYERS_FIRST);
export const lang = signal<Lang>('en');
/** Language of the names on the map, `null` for that of the page. */
export const nameLang = signal<NameLang | null>(null);
export const theme = signal<'auto' | 'light' | 'dark'>('auto');
export const isHidingCounters = signal(false);
/** Hexes lit by what the pointer is on. */
export const litHexes = signal<readonly number[]>([]);
/** Hex of the map's own cursor, -1 none. */
export const cursorHex = signal(-1);
/** Named changes of the what-if: `M02`, `purge-cost/none`. */
export const switches = signal<readonly string[]>([]);
export const pairs = signal(40);
/** Most pairs that a link or a visitor can ask for. */
export const PAIRS_MOST = 100_000;
/** Measure that the pages of many runs show: at first one of which the record has an hour. */
export const measureId = signal('first.assault');

/** Whether the title lies on the map; it goes when somebody begins to look around. */
export const hasTitle = signal(true);

export const isPlaying = signal(false);
export const speed = signal(1);
/** Even time instead of the pace of events. */
export const isEven = signal(false);
/** Whether single letters are keys. */
export const hasKeys = signal(true);
/** An open layer over the page. */
export type OverlayName = 'none' | 'keys' | 'search' | 'save' | 'theatre';
export const overlay = signal<OverlayName>('none');
/** Least weight of the events in the log. */
export const logWeight = signal<1 | 2 | 3>(2);
/** Spoken to those who listen. */
export const spoken = signal('');

export const model = computed<Model | null>(() => scenario.value?.model ?? null);
export const namer = computed(() => (model.value === null ? null : makeNamer(model.value)));
export const weights = computed(() => {
  const shown = film.value;
  return shown === null ? new Uint8Array() : weightsOf(shown.events);
});
export const effects = computed(() => {
  const shown = film.value;
  return shown === null ? [] : effectsOf(shown.events);
});
export const pace = computed(() => {
  const shown = film.value;
  if (shown === null) return new Float64Array(1);
  return paceOf(shown.events, shown.head.startTick, shown.head.endTick);
});
export const unitsNow = computed(() => {
  const shown = film.value;
  return shown === null ? [] : unitsAt(shown, tick.value);
});
/** Index of the office through whose eyes the map is seen, -1 for the truth. */
export const eyesOffice = computed(() => {
  const offices = model.value?.offices ?? [];
  return eyes.value === 'truth' ? -1 : offices.findIndex(({ id }) => id === eyes.value);
});

/** Moves the time, held within the run. */
export function goTo(next: number): void {
  const head = film.value?.head;
  if (head === undefined) return;
  tick.value = Math.max(head.startTick, Math.min(head.endTick, Math.round(next)));
}

/** Selects something; what was selected can be gone back to. */
export function select(next: Selection | null): void {
  const before = selection.value;
  if (next === null) trail.value = [];
  else if (before !== null && (before.kind !== next.kind || before.index !== next.index)) {
    trail.value = [...trail.value.slice(-8), before];
  }
  selection.value = next;
}

export function goBack(): void {
  const last = trail.value.at(-1) ?? null;
  trail.value = trail.value.slice(0, -1);
  selection.value = last;
}

export function setEyes(next: string): void {
  if (next !== 'truth') lastEyes.value = next;
  eyes.value = next;
  if (next === 'truth') isCompared.value = false;
}

export function toggleLayer(layer: Layer): void {
  layers.value = layers.value.includes(layer)
    ? layers.value.filter((each) => each !== layer)
    : [...layers.value, layer];
}
