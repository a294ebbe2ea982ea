import {
  readCalibration,
  recordedSpans,
  type Calibration,
  type RecordedSpan,
} from '../experiment/index.ts';
import { claimsOf } from './comparison.ts';
import { mistake } from './errors.ts';
import { findScenario, readExperimentFile, refusal } from './experiment-session.ts';
import { readScenarioFolder } from './scenario-folder.ts';

/** A calibration ready to be run, with what the record says. */
export interface CalibrationSession {
  readonly calibration: Calibration;
  readonly scenarioHash: string;
  /** One a row. */
  readonly spans: readonly RecordedSpan[];
}

/**
 * Reads a calibration and the record of its scenario.
 * @param draws points from the prior in the place of what the file says.
 * @throws a mistake with all problems of the file (exit code 1).
 */
export function openCalibration(path: string, draws: number | undefined): CalibrationSession {
  const file = readExperimentFile(path);
  const find = (name: string): ReturnType<Parameters<typeof readCalibration>[1]> => {
    const found = findScenario(name);
    return 'code' in found ? found : found.scenario;
  };
  const { calibration, scenario, problems } = readCalibration(file, find, draws);
  if (calibration === undefined || scenario === undefined) throw refusal(path, problems);
  const claims = claimsOf({ folder: readScenarioFolder(calibration.scenario) });
  const spans = recordedSpans(calibration, claims, scenario.model.startMinutes);
  const silent = calibration.rows.filter((_, index) => spans[index] === null);
  if (silent.length > 0) {
    throw mistake({
      found: `the record of '${calibration.scenario}' says nothing of ${silent.map(({ target }) => target.id).join(', ')}`,
      wanted: 'a claim of each row in history/claims.csv',
      where: path,
    });
  }
  return {
    calibration,
    scenarioHash: scenario.model.hash,
    spans: spans.filter((span) => span !== null),
  };
}
