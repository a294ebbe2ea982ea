export { composeMap, drawMap, type Composition, type MapView } from './map.ts';
export type { Window } from './sheet.ts';
export type { MapModel, MapSource, PlaceSource } from './source.ts';
export { unitsAtStart, unitsOfRun, arrangeStacks, stacksOf } from './stacks.ts';
export type { PlacedUnit, Stack, StandingStack } from './stacks.ts';
export { symbolOf } from './symbols.ts';
export { drawGroundPlate, drawLettering } from './plate.ts';
export type { GroundPlate, Lettering, LetteringView } from './plate.ts';
export { PALETTE, type Colour } from './palette.ts';
export { textWidth, wrap } from './lettering.ts';
export { project, unproject } from './projection.ts';
export { escapeText, type Box } from './svg.ts';
export { composeWire, drawWire, type WireComposition, type WireView } from './wire/wire.ts';
export { drawWireDown, type WireDownView } from './wire/down.ts';
export { WIRE_COLUMNS, wireTable, type WireTableRow } from './wire/table.ts';
export { hoursWords as wireHours, wireFinding } from './wire/words.ts';
export type { WireLexicon } from './wire/lexicon.ts';
export { xOf as wireX, type WireLayout } from './wire/layout.ts';
export type { Plot, PlotTable, PlotView } from './plots/frame.ts';
export type { FigureWords, Scale } from './plots/figures.ts';
export { distributionPlot, type DistributionData } from './plots/distribution.ts';
export { differencePlot, type DifferenceData } from './plots/difference.ts';
export { survivalPlot, type SurvivalData, type SurvivalStep } from './plots/survival.ts';
export { hillBandsPlot, type HillBandsData, type Holder } from './plots/hill-bands.ts';
export { calibrationPlot, type CalibrationData } from './plots/calibration.ts';
export { forestPlot, type ForestData, type ForestRow } from './plots/forest.ts';
export {
  SHEET_PLOT_WIDTH,
  plotPage,
  plotSheetSvg,
  type PlotSection,
  type PlotSheet,
} from './plots/page.ts';
export { composeTimeBar, drawTimeBar, type TimeBarComposition } from './time-bar/time-bar.ts';
export { atTick, type TimeBarLayout, type TimeBarView } from './time-bar/layout.ts';
export { timeBarTable } from './time-bar/table.ts';
export {
  composeTheatre,
  type TheatreComposition,
  type TheatreStack,
  type TheatreView,
} from './theatre/theatre.ts';
export { linkedNodes, type TheatreLayout, type TheatreModel } from './theatre/layout.ts';
