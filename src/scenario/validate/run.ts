import type { ScenarioFiles } from '../parse.ts';
import { FILE_NAMES } from '../parse.ts';
import { hasErrors, sortProblems, type Problem } from '../problem.ts';
import { makeRegister, type Register } from '../register.ts';
import { checkAuthorityDates, checkChains, checkFormationCycles } from './chains.ts';
import { checkEngagement } from './engagement.ts';
import { checkExogenous } from './exogenous.ts';
import { checkSums, checkWeather } from './frame.ts';
import { checkMapPoints, checkStanding } from './hexes.ts';
import { checkHexsides, checkWays } from './hexsides.ts';
import { checkDuplicateIds, checkLuckKeys, checkSizes } from './ids.ts';
import { checkLines } from './lines.ts';
import { checkMapRows } from './map-rows.ts';
import type { Checked, Pass } from './pass.ts';
import { checkPurges } from './purge.ts';
import {
  checkAnchorReferences,
  checkForceReferences,
  checkFrameReferences,
  checkOfficeReferences,
} from './references.ts';
import { checkTimes } from './times.ts';

/** All checks of how the files fit together, one worry each. Evidence has its own, in `check.ts`. */
const PASSES: readonly Pass[] = [
  checkDuplicateIds,
  checkLuckKeys,
  checkSizes,
  checkTimes,
  checkSums,
  checkWeather,
  checkMapRows,
  checkMapPoints,
  checkHexsides,
  checkWays,
  checkLines,
  checkFrameReferences,
  checkForceReferences,
  checkOfficeReferences,
  checkPurges,
  checkEngagement,
  checkAnchorReferences,
  checkStanding,
  checkChains,
  checkFormationCycles,
  checkAuthorityDates,
  checkExogenous,
];

/** Files that fit together, and who is who in them: the only thing that `compile` takes. */
export interface ValidScenario {
  readonly files: ScenarioFiles;
  readonly register: Register;
}

/** Runs every check and reports everything at once. `valid` is there when none of it is an error. */
export function validateScenario(files: ScenarioFiles): {
  readonly valid?: ValidScenario;
  readonly problems: readonly Problem[];
} {
  const checked: Checked = { files, register: makeRegister(files), problems: [] };
  for (const pass of PASSES) pass(checked);
  const problems = sortProblems(checked.problems, FILE_NAMES);
  if (hasErrors(problems)) return { problems };
  return { valid: { files, register: checked.register }, problems };
}
