import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { drawLettering, type Box } from '../../picture/index.ts';
import { mapInLanguage } from '../i18n/words.ts';
import { hasTitle, isPlaying, lang, layers, scenario } from '../state/store.ts';
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
  const language = lang.value;
  const { west, north, left, top, width, height } = frame;
  const { scale } = frame.camera;
  const isMoving = isPlaying.value;
  const hasOverlays = hasTitle.value;
  const lettered = useRef('');
  useEffect(() => {
    if (value === null) return undefined;
    // The ground is on the screen first; names follow at once, and with the time only when it rests.
    const stand = `${String(west)} ${String(north)} ${String(scale)} ${String(width)} ${String(height)} ${language} ${String(isAll)} ${String(hasLines)}`;
    if (isMoving && stand === lettered.current) return undefined;
    const wait = stand === lettered.current ? REST_MILLISECONDS : 0;
    const timer = window.setTimeout(() => {
      lettered.current = stand;
      const source = mapInLanguage(value.map);
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
  ]);
  return (
    <svg
      ref={place}
      class="layer khasan-map lettering"
      aria-hidden="true"
      width={width}
      height={height}
      style={{ left: `${String(-left)}px`, top: `${String(-top)}px` }}
    />
  );
}

function moved({ left, right, top, bottom }: Box, x: number, y: number): Box {
  return { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
}
