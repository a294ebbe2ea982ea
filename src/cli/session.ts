import type { Model, RunSetup } from '../engine/index.ts';
import {
  compileScenario,
  formatProblem,
  parseScenario,
  resolveSetting,
  type ParsedScenario,
  type Problem,
  type ScenarioFiles,
  type Setting,
} from '../scenario/index.ts';
import { KNOCKOUTS_FILE, patchesOf, readKnockouts } from '../experiment/index.ts';
import { EXIT, mistake } from './errors.ts';
import { readScenarioFolder, type ScenarioFolder } from './scenario-folder.ts';

/** A scenario ready to be run, with the settings that were given from outside. */
export interface Session {
  readonly folder: ScenarioFolder;
  readonly files: ScenarioFiles;
  readonly model: Model;
  /** The settings as they were typed. */
  readonly settings: readonly string[];
  /** What the settings change in the setup of every run. */
  readonly changes: Pick<RunSetup, 'params' | 'readings'>;
}

/** Problems shown before a scenario is refused; `check` shows all. */
const PROBLEMS_SHOWN = 10;

/**
 * Reads and compiles a scenario.
 * @param name built-in name or path of a folder.
 * @param settings texts of `--set`: `param:ID=VALUE`, `reading:ID=VALUE`, `scenario:PATH=VALUE`, `mechanism:ID`.
 * @throws a mistake: exit code 2 for a name or setting that does not exist, 1 for an invalid scenario.
 */
export function openSession(name: string, settings: readonly string[]): Session {
  const folder = readScenarioFolder(name);
  refuse(name, folder.problems);
  const parsed = parseScenario(folder.files);
  refuse(name, parsed.problems);
  // Settings of files come first: they can change which readings there are.
  const plain = settings.flatMap((text) => patchOf(folder, parsed, text));
  const ofFiles = plain.filter((text) => text.startsWith('scenario:'));
  const others = plain.filter((text) => !text.startsWith('scenario:'));
  const patches = ofFiles
    .map((text) => resolve({ readings: [] }, text))
    .filter((setting) => setting.kind === 'scenario');
  const { model, problems } = compileScenario(parsed, patches);
  refuseSettings(problems);
  refuse(name, problems);
  if (parsed.file === undefined || model === undefined) {
    throw new Error('invariant broken: a scenario without problems has no model');
  }
  const changes = changesOf(others.map((text) => resolve(model, text)));
  return { folder, files: parsed.file, model, settings, changes };
}

/** The settings behind `mechanism:ID`, by the scenario's table of knock-outs; any other setting as it is. */
function patchOf(folder: ScenarioFolder, parsed: ParsedScenario, text: string): readonly string[] {
  if (!text.startsWith('mechanism:')) return [text];
  const id = text.slice('mechanism:'.length);
  const file = folder.files.find(({ path }) => path === KNOCKOUTS_FILE);
  const { knockouts, problems } =
    file === undefined ? { knockouts: [], problems: [] } : readKnockouts(file, parsed);
  refuse(folder.name, problems);
  const patches = patchesOf(knockouts ?? []);
  const patch = patches.get(id);
  if (patch !== undefined) return patch;
  const row = knockouts?.find((knockout) => knockout.id === id);
  const ids = [...patches.keys()];
  throw mistake({
    found:
      row === undefined
        ? `the scenario has no knock-out '${id}'`
        : `'${id}' cannot be switched off: ${row.missing === '' ? 'it changes no run' : row.missing}`,
    wanted: ids.length === 0 ? 'a scenario with knockouts.yaml' : ids.join(', '),
    where: `--set ${text}`,
  });
}

function resolve(model: Pick<Model, 'readings'>, text: string): Setting {
  const resolved = resolveSetting(model, text);
  if (!resolved.ok) {
    const { message, remedy } = resolved.problem;
    throw mistake({ found: message, where: `--set ${text}`, remedy });
  }
  if (resolved.setting.kind === 'mechanism') {
    throw new Error('invariant broken: a knock-out that was not put in the place of its patch');
  }
  return resolved.setting;
}

function changesOf(settings: readonly Setting[]): Session['changes'] {
  const params: [number, number][] = [];
  const readings: [number, number][] = [];
  for (const setting of settings) {
    if (setting.kind === 'param') params.push([setting.index, setting.value]);
    if (setting.kind === 'reading') readings.push([setting.index, setting.value]);
  }
  return {
    ...(params.length > 0 ? { params } : {}),
    ...(readings.length > 0 ? { readings } : {}),
  };
}

/** A setting that cannot be put into the files is wrong use, whatever the files are like. */
function refuseSettings(problems: readonly Problem[]): void {
  const found = problems.find(
    (problem) => problem.path.startsWith('setting ') && problem.severity === 'error',
  );
  if (found === undefined) return;
  const where = `--set ${found.path.slice('setting '.length)}`;
  throw mistake({ found: found.message, where, remedy: found.remedy });
}

function refuse(name: string, problems: readonly Problem[]): void {
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length === 0) return;
  const shown = errors.slice(0, PROBLEMS_SHOWN).map((problem) => `  ${formatProblem(problem)}`);
  const more = errors.length - shown.length;
  if (more > 0) shown.push(`  … and ${String(more)} more`);
  throw mistake({
    found: `the scenario '${name}' cannot be run:\n${shown.join('\n')}`,
    remedy: `put it right; khasan check ${name} lists everything, each with its remedy`,
    exitCode: EXIT.no,
  });
}
