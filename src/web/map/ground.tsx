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
  const { scale } = frame.camera;
  const unit = plate.scale / scale;
  const box = [
    (frame.west - plate.west) * plate.scale,
    (frame.north - plate.north) * plate.scale,
    frame.drawnWidth * unit,
    frame.drawnHeight * unit,
  ];
  return (
    <svg
      ref={place}
      class="layer khasan-map"
      aria-hidden="true"
      width={frame.drawnWidth}
      height={frame.drawnHeight}
      viewBox={box.map((value) => value.toFixed(2)).join(' ')}
    />
  );
}
