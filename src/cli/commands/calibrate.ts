import { join } from 'node:path';
import type { Command } from 'commander';
import {
  calibrationPage,
  closeRowLog,
  drawPhases,
  engineHash,
  finishFolder,
  outcomeOf,
  readSample,
  screeningPhases,
  sobolPhases,
  unfinish,
  weightiest,
  writeWhole,
  type CalibrationOutcome,
  type MeasureResults,
  type OutcomeSource,
  type Phase,
  type StartSample,
} from '../../experiment/index.ts';
import { openCalibration, type CalibrationSession } from '../calibration-session.ts';
import { describeCalibration, describeWork, tidyOutcome } from '../calibration-text.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../errors.ts';
import { conductWithBar, openResults } from '../experiment-run.ts';
import { openExperiment } from '../experiment-session.ts';
import { parseRuns, parseWorkers } from '../options.ts';
import { makeFolder } from '../results-folder.ts';

interface CalibrateOptions {
  readonly runs?: number;
  readonly out?: string;
  readonly resume?: boolean;
  readonly workers?: number;
  readonly json?: boolean;
}

/** `khasan calibrate`: what the calibration rows say of the parameters. */
export function addCalibrate(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  program
    .command('calibrate')
    .description('what the calibration rows of the record say of parameters, and which matter')
    .argument('<file>', 'YAML of format khasan.calibration/1, as experiments/calibration.yaml')
    .option(
      '--runs <number>',
      'draws from the prior, in the place of what the file says',
      parseRuns,
    )
    .option('--out <folder>', 'where results go', 'results/calibration')
    .option('--resume', 'go on with what the folder holds; begins where it holds nothing')
    .option('--workers <number>', 'threads; default: as many as processors', parseWorkers)
    .option('--json', 'print khasan.calibration-result/1 for machines')
    .action(async (path: string, options: CalibrateOptions) => {
      finish(await calibrate(context, openCalibration(path, options.runs), options));
    });
}

/** What a phase left behind. */
interface Played {
  readonly sample: StartSample;
  readonly measures: readonly MeasureResults[];
}

async function calibrate(
  context: Context,
  session: CalibrationSession,
  options: CalibrateOptions,
): Promise<number> {
  const { calibration } = session;
  const folder = options.out ?? 'results/calibration';
  makeFolder(folder);
  context.say(describeWork(calibration));
  const play = (phases: readonly Phase[]): Promise<Played[] | null> =>
    playAll(context, folder, phases, options);
  const draws = await play(drawPhases(calibration));
  const screenings = draws === null ? null : await play(screeningPhases(calibration));
  if (draws === null || screenings === null) return EXIT.interrupted;
  const source: OutcomeSource = {
    ...session,
    version: context.version,
    engineHash: engineHash(),
    samples: draws.map(({ sample }) => sample),
    screenings: screenings.map(byStart),
    indices: [],
  };
  const indices = await play(chosenPhases(source));
  if (indices === null) return EXIT.interrupted;
  const outcome = tidyOutcome(outcomeOf({ ...source, indices: indices.map(byStart) }));
  return report(context, folder, outcome, {
    json: options.json === true,
    broke: [...draws, ...screenings, ...indices].reduce(
      (sum, { sample }) => sum + sample.failed,
      0,
    ),
  });
}

function byStart({ sample, measures }: Played): OutcomeSource['screenings'][number] {
  return { from: sample.from, measures };
}

/** The designs of the parameters that the screening found to matter most. */
function chosenPhases(source: OutcomeSource): Phase[] {
  const { calibration } = source;
  if (calibration.sobol === null) return [];
  const { screening } = outcomeOf({ ...source, calibration: { ...calibration, check: 0 } });
  if (screening === null) return [];
  return sobolPhases(calibration, weightiest(screening, calibration.sobol.parameters));
}

/** Plays phases one after the other; `null` where the user wished to stop. */
async function playAll(
  context: Context,
  folder: string,
  phases: readonly Phase[],
  options: CalibrateOptions,
): Promise<Played[] | null> {
  const played: Played[] = [];
  for (const phase of phases) {
    const result = await playPhase(context, join(folder, phase.name), phase, options);
    if (result === null) return null;
    played.push(result);
  }
  return played;
}

async function playPhase(
  context: Context,
  folder: string,
  { name, file, start }: Phase,
  options: CalibrateOptions,
): Promise<Played | null> {
  const session = openExperiment(context, file, undefined);
  const opened = openResults(folder, session, options.resume === true);
  try {
    unfinish(folder);
    const wishes = { ...options, label: name };
    const conducted = await conductWithBar(context, session, opened, wishes);
    if (conducted.ending === 'interrupted') {
      context.say(`Kept: ${folder}. The same command with --resume goes on.`);
      return null;
    }
    const { scenario, source, experiment } = session;
    const { results } = finishFolder(folder, {
      ...source,
      ...opened,
      model: scenario.model,
      conducted,
    });
    const { values } = readSample(opened.log, experiment, source.measureIds, conducted.runs);
    const { failed, measures } = results;
    return { sample: { from: start.from, values, failed }, measures };
  } finally {
    closeRowLog(opened.log);
    opened.lock.release();
  }
}

function report(
  context: Context,
  folder: string,
  outcome: CalibrationOutcome,
  { json, broke }: { json: boolean; broke: number },
): number {
  const text = JSON.stringify(outcome);
  writeWhole(join(folder, 'calibration.json'), `${JSON.stringify(outcome, null, 1)}\n`);
  writeWhole(join(folder, 'calibration.md'), calibrationPage(outcome));
  context.print(json ? text : describeCalibration(context.screen, outcome));
  context.say(`Written: ${folder}/calibration.json, calibration.md, and a folder for each design`);
  if (broke === 0) return EXIT.ok;
  context.say(`${String(broke)} runs broke; the folders have a file for each under failures.`);
  return EXIT.fault;
}
