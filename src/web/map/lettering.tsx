import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { drawLettering, type Box } from '../../picture/index.ts';
import { valueAt } from '../../protocol/index.ts';
import { mapInLanguage, namesLang } from '../i18n/names.ts';
import { say, sideName } from '../i18n/words.ts';
import { beliefAt } from '../state/run-view.ts';
import {
  eyesOffice,
  film,
  hasTitle,
  isPlaying,
  lang,
  layers,
  model,
  scenario,
  tick,
} from '../state/store.ts';
import { svgNodes } from './fragment.ts';
import type { Frame } from './frame.ts';

/** Room of the marks of places in the frame that was lettered last: counters leave them in sight. */
export const markBoxes = signal<readonly Box[]>([]);

/** From so many pixels a metre on lesser names have room. */
const SECOND_RANK = 0.1;
const THIRD_RANK = 0.2;

/** Least rank of names that have room at a scale, in pixels a metre. */
export function rankMostAt(scale: number, isAll: boolean): number {
  return isAll || scale >= THIRD_RANK ? 3 : scale >= SECOND_RANK ? 2 : 1;
}

/** Time that must stand still before names make room for what stands there now. */
const REST_MILLISECONDS = 220;

/** Boxes of what lies over the map, in pixels of the view: names keep clear of it. */
function overlays(): Box[] {
  const view = document.getElementById('map')?.getBoundingClientRect();
  if (view === undefined) return [];
  return [
    ...document.querySelectorAll(
      '.cartouche, .eyes, .eyes-note, .map-tools, .map-foot, .theatre-inset',
    ),
  ].map((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return {
      left: left - view.left,
      right: right - view.left,
      top: top - view.top,
      bottom: bottom - view.top,
    };
  });
}

/**
 * Who holds each height that both sides claim, in words, by the id of its area: the truth, or what the office whose eyes
 * we use believes. Nothing where it has never heard.
 */
function holdersInWords(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const { value: world } = model;
  const { value: run } = film;
  if (world === null || run === null) return found;
  const office = eyesOffice.value;
  world.areas.forEach((area, index) => {
    if (area.kind !== 'height' || !area.disputed) return;
    const holder =
      office < 0
        ? valueAt(run.holders, area.hex, 0, tick.value, -1)
        : beliefAt(run, world, office, index, tick.value)?.holder;
    if (holder === undefined || (office >= 0 && holder < 0)) return;
    found.set(area.id, say('map.held', { side: sideName(holder) }));
  });
  return found;
}

/**
 * Names of places and waters, and the words along the lines: placed anew for each stand of the camera, and
 * when the time stands still they step out of the way of the counters. Only what is seen is lettered.
 */
export function LetteringLayer({
  frame,
  taken,
}: {
  readonly frame: Frame;
  /** Boxes of counters, in pixels of what is drawn. */
  readonly taken: readonly Box[];
}) {
  const place = useRef<SVGSVGElement>(null);
  const shown = layers.value;
  const isAll = shown.includes('names');
  const hasLines = shown.includes('lines');
  const { value } = scenario;
  const language = `${lang.value} ${namesLang()}`;
  const { west, north, left, top, width, height } = frame;
  const { scale } = frame.camera;
  const isMoving = isPlaying.value;
  const hasOverlays = hasTitle.value;
  const held = holdersInWords();
  const holders = [...held].join(' ');
  const lettered = useRef('');
  useEffect(() => {
    if (value === null) return undefined;
    // The ground is on the screen first; names follow at once, and with the time only when it rests.
    const view = `${String(west)} ${String(north)} ${String(scale)} ${String(width)} ${String(height)} ${language} ${String(isAll)} ${String(hasLines)}`;
    const stand = `${view} ${holders}`;
    if (isMoving && stand === lettered.current) return undefined;
    // While the time is dragged who holds what changes again and again.
    const isSameView = lettered.current.startsWith(`${view} `) && !isMoving;
    const wait = isSameView ? REST_MILLISECONDS : 0;
    const timer = window.setTimeout(() => {
      lettered.current = stand;
      const map = mapInLanguage(value.map);
      const places = map.places.map((each) => ({ ...each, moment: held.get(each.id) }));
      const source = { ...map, places };
      const from = { x: west - left / scale, y: north - top / scale };
      const seen = {
        west: from.x,
        north: from.y,
        east: from.x + width / scale,
        south: from.y + height / scale,
      };
      const counters = taken.map((box) => moved(box, left, top));
      const rankMost = rankMostAt(scale, isAll);
      const { svg, marks } = drawLettering(
        value.model,
        hasLines ? source : { ...source, lines: [] },
        { window: seen, scale, rankMost, taken: [...overlays(), ...counters] },
      );
      place.current?.replaceChildren(...svgNodes(svg));
      const found = marks.map((box) => moved(box, -left, -top));
      if (JSON.stringify(found) !== JSON.stringify(markBoxes.value)) markBoxes.value = found;
    }, wait);
    return () => window.clearTimeout(timer);
  }, [
    value,
    language,
    isAll,
    hasLines,
    west,
    north,
    width,
    height,
    scale,
    taken,
    isMoving,
    hasOverlays,
    holders,
  ]);
  return (
    <svg
      ref={place}
      class="layer khasan-map lettering"
      aria-hidden="true"
      lang={namesLang()}
      width={width}
      height={height}
      style={{ left: `${String(-left)}px`, top: `${String(-top)}px` }}
    />
  );
}

function moved({ left, right, top, bottom }: Box, x: number, y: number): Box {
  return { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
}
