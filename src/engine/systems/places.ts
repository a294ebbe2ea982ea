import type { Model } from '../model.ts';

/** Id of the area or node of a location (`hex` or `grid.count + node`), for events. */
export function placeOfLocation(model: Model, location: number): string {
  const n = model.grid.count;
  if (location < 0) return '';
  if (location >= n) return model.theatre.nodes[location - n]?.id ?? '';
  return model.areas[model.ground.area[location]!]?.id ?? '';
}

/** Index of the area whose own hex this is, or -1. */
export function areaAtHex(model: Model, hex: number): number {
  const area = model.ground.area[hex]!;
  return model.areas[area]?.hex === hex ? area : -1;
}
