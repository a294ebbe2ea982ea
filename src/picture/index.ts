export { composeMap, drawMap, type Composition, type MapView } from './map.ts';
export type { Window } from './sheet.ts';
export type { MapModel, MapSource } from './source.ts';
export { unitsAtStart, unitsOfRun, type PlacedUnit } from './units.ts';
export { composeWire, drawWire, type WireComposition, type WireView } from './wire/wire.ts';
export { WIRE_COLUMNS, wireTable, type WireTableRow } from './wire/table.ts';
export { wireFinding } from './wire/words.ts';
export { xOf as wireX, type WireLayout } from './wire/layout.ts';
