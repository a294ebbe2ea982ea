export * from './schema.ts';
export * from './problem.ts';
export * from './nearest.ts';
export {
  locate,
  readSource,
  valueAt,
  type NodePath,
  type SourceDocument,
  type SourceFile,
} from './source.ts';
export { checkShape } from './shape.ts';
export { FORMAT_VERSION, upgrade } from './upgrade.ts';
export {
  FILE_NAMES,
  parseScenario,
  type FileName,
  type ParsedScenario,
  type ScenarioFiles,
} from './parse.ts';
export { formatSetting, type ScenarioSetting } from './patch.ts';
export { resolveSetting, type ResolvedSetting, type Setting } from './setting.ts';
export { validateScenario, type ValidScenario } from './validate/run.ts';
export { compileScenario, type CompiledScenario } from './compile.ts';
export { UNLIMITED_MEN } from './compile/offices.ts';
export { referenceOf } from './compile/readings.ts';
export {
  lightAt,
  moonAltitudeDegrees,
  moonLitShare,
  sunAltitudeDegrees,
  type Observer,
} from './compile/sky.ts';
export { checkScenario, describeCheck } from './check.ts';
export type { CheckCounts, CheckDocument, CheckResult } from './check.ts';
export * from './csv.ts';
export * from './claims.ts';
export * from './projection.ts';
export * from './lines.ts';
export * from './elevation.ts';
