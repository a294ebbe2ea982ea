export * from './measure.ts';
export { MEASURES, measureOf, startMeasures, type Measures } from './measures.ts';
export * from './summary.ts';
export * from './targets.ts';
export * from './compare.ts';
export * from './evidence.ts';
export { sentenceOf, tellEvent } from './narrative/tell-event.ts';
export { makeNamer, type Namer } from './narrative/names.ts';
export * from './survival.ts';
export * from './wire/data.ts';
export * from './time-bar.ts';
export { wireOf, type WireChoice } from './wire.ts';
export type { Fold } from './wire/rows.ts';
export { tellRun } from './narrative/tell-run.ts';
export {
  formatClocks,
  formatCount,
  formatDay,
  formatMoment,
  formatSpan,
} from './narrative/clock.ts';
