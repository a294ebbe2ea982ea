import { useEffect, useRef } from 'preact/hooks';
import { computed } from '@preact/signals';
import { drawGroundPlate, type GroundPlate } from '../../picture/index.ts';
import { layers, scenario } from '../state/store.ts';
import { svgNodes } from './fragment.ts';
import type { Frame } from './frame.ts';

export const groundPlate = computed<GroundPlate | null>(() => {
  const { value } = scenario;
  return value === null ? null : drawGroundPlate(value.model, value.map);
});

/** Layers of the ground that a visitor can put away. */
const SWITCHED: Readonly<Record<string, 'lines' | 'tracks'>> = {
  both: 'lines',
  lines: 'lines',
  ways: 'tracks',
  crossings: 'tracks',
};

/** The ground as markup, without the layers that are put away. */
export function groundMarkup(plate: GroundPlate, shown: readonly string[]): string {
  const groups = plate.layers
    .filter(({ id }) => SWITCHED[id] === undefined || shown.includes(SWITCHED[id]))
    .map(({ svg, isScaled }) => `<g${isScaled ? '' : ' class="even-strokes"'}>${svg}</g>`);
  return `<defs>${plate.defs}</defs>${groups.join('')}`;
}

/** The part of the ground plate that a frame draws, as a view box. */
export function groundBox(plate: GroundPlate, frame: Frame): string {
  const unit = plate.scale / frame.camera.scale;
  const box = [
    (frame.west - plate.west) * plate.scale,
    (frame.north - plate.north) * plate.scale,
    frame.drawnWidth * unit,
    frame.drawnHeight * unit,
  ];
  return box.map((value) => value.toFixed(2)).join(' ');
}

/** Relief, water, ways and lines: made once, moved by its view box. */
export function Ground({ frame }: { readonly frame: Frame }) {
  const place = useRef<SVGSVGElement>(null);
  const plate = groundPlate.value;
  const shown = layers.value;
  useEffect(() => {
    if (plate === null) return;
    const groups = plate.layers.map(
      ({ id, svg, isScaled }) =>
        `<g data-layer="${id}"${isScaled ? '' : ' class="even-strokes"'}>${svg}</g>`,
    );
    place.current?.replaceChildren(...svgNodes(`<defs>${plate.defs}</defs>${groups.join('')}`));
  }, [plate]);
  useEffect(() => {
    for (const group of place.current?.querySelectorAll('[data-layer]') ?? []) {
      const layer = SWITCHED[group.getAttribute('data-layer') ?? ''];
      group.classList.toggle('away', layer !== undefined && !shown.includes(layer));
    }
  }, [plate, shown]);
  if (plate === null) return null;
  return (
    <svg
      ref={place}
      class="layer khasan-map"
      aria-hidden="true"
      width={frame.drawnWidth}
      height={frame.drawnHeight}
      viewBox={groundBox(plate, frame)}
    />
  );
}
