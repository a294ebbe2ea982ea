import type { Calibration, CalibrationOutcome } from '../experiment/index.ts';
import { drawPhases, screeningPhases } from '../experiment/index.ts';
import { exactly, percent, twoFigures } from './figures.ts';
import { formatTable, type Column } from './tables.ts';
import type { Screen } from './terminal.ts';

/** What a calibration is going to do, in a few lines. */
export function describeWork(calibration: Calibration): string {
  const { parameters, rows, starts, draws, replicates, screening, sobol } = calibration;
  const from = starts.map((start) => start.from).join(' and ');
  const lines = [
    `${calibration.title}: ${String(parameters.length)} parameters on ${String(rows.length)} rows, runs from ${from}`,
    `  draws      ${exactly(draws)} of ${String(replicates)} runs from each start: ${exactly(draws * replicates * drawPhases(calibration).length)} runs`,
  ];
  const [first] = screeningPhases(calibration);
  if (screening !== null && first !== undefined) {
    const factors = (JSON.parse(first.file.text) as { factors: unknown[] }).factors.length;
    const runs = screening.walks * (factors + 1) * screening.replicates * starts.length;
    lines.push(`  screening  ${String(factors)} parameters, ${exactly(runs)} runs`);
  }
  if (sobol !== null) {
    const runs = sobol.points * (sobol.parameters + 2) * sobol.replicates * starts.length;
    lines.push(`  sobol      ${String(sobol.parameters)} parameters, ${exactly(runs)} runs`);
  }
  return lines.join('\n');
}

/** Every figure at four significant digits: more would say nothing, and the file stays readable. */
export function tidyOutcome(outcome: CalibrationOutcome): CalibrationOutcome {
  const text = JSON.stringify(outcome, (_key, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) && Number.isFinite(value)
      ? Number(value.toPrecision(4))
      : value,
  );
  return JSON.parse(text) as CalibrationOutcome;
}

const ROW_COLUMNS: readonly Column[] = [
  { title: 'row', align: 'left' },
  { title: 'record', align: 'right' },
  { title: 'asked', align: 'left' },
  { title: 'prior', align: 'right' },
  { title: 'posterior', align: 'right' },
];
const PARAMETER_COLUMNS: readonly Column[] = [
  { title: 'parameter', align: 'left' },
  { title: 'prior', align: 'right' },
  { title: 'posterior\nmedian', align: 'right' },
  { title: '90 % interval', align: 'right' },
  { title: 'narrower\nby', align: 'right' },
  { title: 'frozen', align: 'right' },
  { title: 'posterior\nbelow it', align: 'right' },
];

/** The answer for a terminal: rows before and after, parameters, the check, what matters most. */
export function describeCalibration(screen: Screen, outcome: CalibrationOutcome): string {
  const { accepted, effectiveRuns, effectiveDraws, complete, frozen } = outcome;
  const parts = [
    rowsTable(screen, outcome),
    parametersTable(screen, outcome),
    `${exactly(accepted)} of ${exactly(complete)} runs have weight, worth ${twoFigures(effectiveRuns)} equal ones from ${twoFigures(effectiveDraws)} draws.`,
    checkText(outcome),
    mattersText(outcome),
    `Frozen set: ${frozen.hash}. Nothing was changed.`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function rowsTable(screen: Screen, { rows }: CalibrationOutcome): string {
  return formatTable(
    screen,
    ROW_COLUMNS,
    rows.map(({ id, isShare, record, accepted, prior, posterior }) => [
      id,
      isShare ? (record.low === 1 ? 'yes' : 'no') : spanText(record.low, record.high),
      accepted,
      isShare ? percent(prior.mean) : twoFigures(prior.p50),
      isShare ? percent(posterior.mean) : twoFigures(posterior.p50),
    ]),
  );
}

function spanText(low: number, high: number): string {
  return low === high ? exactly(low) : `${exactly(low)}–${exactly(high)}`;
}

function parametersTable(screen: Screen, { parameters }: CalibrationOutcome): string {
  return formatTable(
    screen,
    PARAMETER_COLUMNS,
    parameters.map(({ id, prior, posterior, narrower, frozen, percentile, inside }) => [
      id,
      `${twoFigures(prior.low)}–${twoFigures(prior.high)}`,
      twoFigures(posterior.p50),
      `${twoFigures(posterior.p05)}–${twoFigures(posterior.p95)}`,
      percent(narrower),
      exactly(frozen),
      `${percent(percentile)}${inside ? '' : ' outside'}`,
    ]),
  );
}

function checkText({ check }: CalibrationOutcome): string {
  if (check === null) return '';
  const found = check.passed
    ? 'known values lie anywhere in their posteriors, as they should'
    : 'known values do not lie evenly in their posteriors: the machinery is not to be trusted here';
  return `Check on ${exactly(check.records)} synthetic records: ${found}.`;
}

function mattersText({ screening }: CalibrationOutcome): string {
  if (screening === null) return '';
  const first = screening.parameters.slice(0, 8);
  const words = first.map(({ id, score, most }) => `${id} ${twoFigures(score)} (${most})`);
  return `Matter most, mean of |μ| over the rows (row that is moved most): ${words.join(', ')}.`;
}
