import { computed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { scenario } from '../state/store.ts';
import { svgNodes } from './fragment.ts';

/** Element id of each symbol by `side code`. */
export const symbolIds = computed<ReadonlyMap<string, string>>(() => {
  const codes = Object.keys(scenario.value?.symbols ?? {});
  return new Map(codes.map((code, index) => [code, `symbol-${String(index)}`]));
});

/** The symbols of all units, drawn when the site was built; used by reference. */
export function Symbols() {
  const place = useRef<SVGSVGElement>(null);
  const { value } = scenario;
  useEffect(() => {
    if (value === null) return;
    const groups = Object.entries(value.symbols).map(
      ([code, svg]) => `<g id="${symbolIds.value.get(code) ?? ''}">${svg}</g>`,
    );
    place.current?.replaceChildren(...svgNodes(`<defs>${groups.join('')}</defs>`));
  }, [value]);
  return <svg ref={place} class="symbols" aria-hidden="true" width="0" height="0" />;
}
