export * from './measure.ts';
export { MEASURES, measureOf, startMeasures, type Measures } from './measures.ts';
export * from './summary.ts';
export * from './targets.ts';
export * from './compare.ts';
export * from './evidence.ts';
export { csvCell } from './csv.ts';
export { sentenceOf, tellEvent } from './narrative/tell-event.ts';
export { makeNamer, type Namer } from './narrative/names.ts';
export * from './survival.ts';
export * from './wire/data.ts';
export * from './time-bar.ts';
export { wireOf, type WireChoice } from './wire.ts';
export type { Fold } from './wire/rows.ts';
export { tellRun } from './narrative/tell-run.ts';
export { isEverTold, weightOf, type Weight } from './weight.ts';
export {
  formatClocks,
  formatCount,
  formatDay,
  formatMoment,
  formatSpan,
} from './narrative/clock.ts';
export { reckon } from './reckoning/reckon.ts';
export { testify, type Testimony } from './reckoning/witness.ts';
export * from './reckoning/charge.ts';
export { explainEvent, notableEvents, type NotableEvent, type Step } from './casebook/explain.ts';
export { papersOfRun, type OfficePapers } from './casebook/papers.ts';
export { isMoment, MOMENTS, watchFor, type Moment } from './moments.ts';
export { answersOf, type Answer } from './reckoning/accuse.ts';
export { openCasebook } from './casebook/casebook.ts';
export * from './claims/plausibility.ts';
export {
  FURTHER_QUESTIONS,
  SAID_QUESTIONS,
  type FurtherQuestion,
  type SaidQuestion,
} from './claims/questions.ts';
