export { composeMap, drawMap, type Composition, type MapView } from './map.ts';
export type { Window } from './sheet.ts';
export type { MapModel, MapSource } from './source.ts';
export { unitsAtStart, unitsOfRun, type PlacedUnit } from './units.ts';
