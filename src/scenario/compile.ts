import { hashText, TICK_MINUTES, type Model } from '../engine/index.ts';
import { makeAnchors } from './compile/anchors.ts';
import {
  makeActRungs,
  makeExogenous,
  makeSides,
  makeTheatre,
  makeWeather,
} from './compile/frame.ts';
import { makeGround } from './compile/ground.ts';
import { makeOffices } from './compile/offices.ts';
import { makePurges } from './compile/purge.ts';
import { makeReadings } from './compile/readings.ts';
import { makeSky } from './compile/sky.ts';
import { makeUnits } from './compile/units.ts';
import { FILE_NAMES, shapeOf, type ParsedScenario, type ScenarioFiles } from './parse.ts';
import { formatSetting, patchSources, type ScenarioSetting } from './patch.ts';
import { sortProblems, type Problem } from './problem.ts';
import { tickOf } from './register.ts';
import { validateScenario, type ValidScenario } from './validate/run.ts';

export interface CompiledScenario {
  /** Present when no problem is an error. */
  readonly model?: Model;
  readonly problems: readonly Problem[];
}

/**
 * Makes the model of a scenario: settings are put into the files, the files are checked, and what has passed is
 * turned into tables. Evidence is not checked here but by `checkScenario`: a run needs no record.
 * @param settings of kind `scenario:`, in the order in which they apply.
 */
export function compileScenario(
  parsed: ParsedScenario,
  settings: readonly ScenarioSetting[] = [],
): CompiledScenario {
  if (parsed.file === undefined) return { problems: parsed.problems };
  let files = parsed.file;
  let problems = parsed.problems;
  if (settings.length > 0) {
    const patch = patchSources(files.sources, settings);
    const shaped = shapeOf(patch.sources, [...problems, ...patch.problems]);
    if (shaped.file === undefined) return { problems: shaped.problems };
    files = shaped.file;
    problems = shaped.problems;
  }
  const validated = validateScenario(files);
  problems = sortProblems([...problems, ...validated.problems], FILE_NAMES);
  if (validated.valid === undefined) return { problems };
  return { model: modelOf(validated.valid, hashOf(files, settings)), problems };
}

function modelOf(valid: ValidScenario, hash: string): Model {
  const { files, register } = valid;
  const { scenario } = files;
  const { startMinutes, endMinutes } = register;
  const endTick = Math.floor((endMinutes - startMinutes) / TICK_MINUTES);
  const readings = makeReadings(files);
  const { ground, areas } = makeGround(valid);
  const units = makeUnits(valid, readings);
  return {
    id: scenario.id,
    title: scenario.title,
    hash,
    startMinutes,
    endTick,
    coarseFromTick: tickOf(register, scenario.coarseFrom),
    sides: makeSides(valid),
    grid: register.grid,
    ground,
    areas,
    theatre: makeTheatre(valid),
    units,
    offices: makeOffices(valid, units.men, readings),
    rungs: scenario.rungs.map(({ id, title, means, scope }) => ({ id, title, means, scope })),
    actRungs: makeActRungs(valid),
    readings,
    sky: makeSky(startMinutes, endTick, scenario.sky),
    weather: makeWeather(valid, endMinutes),
    exogenous: makeExogenous(valid),
    anchors: makeAnchors(valid),
    purges: makePurges(valid),
  };
}

/**
 * Hash of a scenario: all its texts with their names, in the order in which they are read, and the
 * settings. Line ends of any system count as one, so that a checkout does not change the scenario.
 */
function hashOf(files: ScenarioFiles, settings: readonly ScenarioSetting[]): string {
  const texts = FILE_NAMES.map(
    (name) => `${name}\n${files.sources[name].text.replaceAll('\r\n', '\n')}\n`,
  );
  return hashText([...texts, ...settings.map(formatSetting)].join('\n'));
}
