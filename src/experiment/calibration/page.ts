import { figure } from '../report/figures.ts';
import { meanOf } from '../statistics/moments.ts';
import type { CalibrationOutcome, RowOutcome, RunFigures } from './outcome.ts';
import type { ScreenedRow, Screening, SobolFinding } from './sensitivity.ts';

/** Parameters of a screening that the page lists; the file has all. */
const SCREENED_LISTED = 20;

function percent(share: number): string {
  return Number.isFinite(share) ? `${String(Math.round(share * 100)).replace('-', '−')} %` : '–';
}

/** A table of Markdown: words to the left, figures from column `from` to the right. */
function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  from: number,
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index < from ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

function runsText({ isShare }: RowOutcome, { p05, p50, p95, mean }: RunFigures): string {
  if (isShare) return percent(mean);
  return `${figure(p05)} – **${figure(p50)}** – ${figure(p95)}`;
}

function recordText({ isShare, record }: RowOutcome): string {
  if (isShare) return record.low === 1 ? 'yes' : 'no';
  return record.low === record.high ? String(record.low) : `${record.low}–${record.high}`;
}

/** The whole outcome as sections of Markdown below the third level: for `docs/validation.md` and a folder of results. */
export function calibrationPage(outcome: CalibrationOutcome): string {
  const parts = [
    factsText(outcome),
    '### Rows, before and after',
    rowsTable(outcome),
    '### Parameters',
    parametersTable(outcome),
    parametersText(outcome),
    ...checkParts(outcome),
    ...(outcome.screening === null ? [] : screeningParts(outcome.screening)),
    ...(outcome.sobol === null ? [] : sobolParts(outcome.sobol)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function factsText(outcome: CalibrationOutcome): string {
  const { draws, replicates, starts, runs, failed, complete, accepted } = outcome;
  const ends = starts.map(({ from, end }) => `${from}${end === null ? '' : ` to ${end}`}`);
  return [
    `${draws} draws from the prior (Latin hypercube), ${replicates} runs of each from every start`,
    `(${ends.join(', ')}): ${runs} runs${failed === 0 ? '' : `, ${failed} of which broke`}, seed ${outcome.seed}.`,
    `${complete} pairs have a value for every row; the nearest ${percent(outcome.accept)} of them make the posterior:`,
    `${accepted} of weight, worth ${figure(outcome.effectiveRuns)} equal ones from ${figure(outcome.effectiveDraws)} draws.`,
    `Version ${outcome.version}, engine \`${outcome.engineHash}\`, scenario \`${outcome.scenarioHash}\`;`,
    `hash of the frozen set \`${outcome.frozen.hash}\`.`,
  ].join('\n');
}

function rowsTable({ rows }: CalibrationOutcome): string {
  const head = ['row', 'what', 'record', 'asked', 'scale', 'prior: 5 – **50** – 95 %', 'posterior'];
  return table(
    head,
    rows.map((row) => [
      row.id,
      row.title,
      recordText(row),
      row.accepted,
      figure(row.scale),
      runsText(row, row.prior),
      runsText(row, row.posterior),
    ]),
    4,
  );
}

function parametersTable({ parameters }: CalibrationOutcome): string {
  const head = [
    ...['parameter', 'prior', 'posterior mean', 'median', '90 % interval', 'narrower by'],
    ...['frozen', 'prior below it', 'posterior below it'],
  ];
  return table(
    head,
    parameters.map(
      ({ id, prior, posterior, narrower, frozen, priorPercentile, percentile, inside }) => [
        `\`${id}\``,
        `${prior.kind} ${figure(prior.low)} – ${figure(prior.high)}`,
        figure(posterior.mean),
        figure(posterior.p50),
        `${figure(posterior.p05)} – ${figure(posterior.p95)}`,
        percent(narrower),
        figure(frozen),
        percent(priorPercentile),
        `${percent(percentile)}${inside ? '' : ' (**outside**)'}`,
      ],
    ),
    2,
  );
}

function parametersText({ parameters }: CalibrationOutcome): string {
  const outside = parameters.filter(({ inside }) => !inside);
  const names = outside.map(({ id }) => `\`${id}\``).join(', ');
  const already = outside.filter(({ insidePrior }) => !insidePrior).map(({ id }) => `\`${id}\``);
  const verdict =
    outside.length === 0
      ? 'Every frozen value lies in the 90 % interval of its posterior.'
      : `Outside the 90 % interval of the posterior: ${names}. The values stay as they are; this is a finding, not a reason to change them unseen.`;
  const edge =
    already.length === 0
      ? ''
      : ` Of these ${already.join(', ')} stood outside that of the prior already, at the edge of the registered range.`;
  return `${verdict}${edge} "Narrower by" compares the 90 % intervals; what is near 0 % these rows do not tell.`;
}

function checkParts({ check, parameters }: CalibrationOutcome): string[] {
  if (check === null) return [];
  const rows = check.parameters.map((each, index) => [
    `\`${parameters[index]!.id}\``,
    each.counts.join(' '),
    figure(each.distance),
    figure(each.p),
    figure(each.pHolm),
    percent(each.covered90),
    figure(each.recovery),
  ]);
  const verdict = check.passed
    ? 'No parameter departs from an even spread at 5 % over all of them (Holm).'
    : 'At least one parameter departs from an even spread: its posterior is not to be trusted.';
  return [
    '### Check of the machinery',
    `${check.records} synthetic records: one run of a draw is taken for the record, the draw is left out, and its known values are looked up in the posterior. ${verdict} Over all parameters the 90 % intervals hold the known value in ${percent(meanOf(check.parameters.map(({ covered90 }) => covered90)))} of the cases.`,
    table(
      [
        'parameter',
        'known value, by tenth of the posterior',
        'distance',
        'p',
        'p, Holm',
        '90 % interval holds',
        'recovery',
      ],
      rows,
      2,
    ),
    '"Recovery" is the correlation of known values with posterior means: 0, nothing is learned of the parameter; 1, all.',
  ];
}

function effectText(found: ScreenedRow | undefined): string {
  if (found === undefined) return '–';
  const { mu, muStar, clear } = found;
  return `${clear ? `**${figure(mu)}**` : figure(mu)} / ${figure(muStar.estimate)}`;
}

function screeningParts({ walks, replicates, luck, parameters }: Screening): string[] {
  const ids = luck.map(({ row }) => row);
  const rows = parameters
    .slice(0, SCREENED_LISTED)
    .map(({ id, score, rows: screened }) => [
      `\`${id}\``,
      figure(score),
      ...ids.map((row) => effectText(screened.find((each) => each.row === row))),
    ]);
  const still = parameters.filter(({ score }) => score === 0).length;
  return [
    '### Screening of all parameters',
    `Morris’s walks over the registered ranges of ${parameters.length} parameters: ${walks} walks, ${replicates} ${replicates === 1 ? 'run' : 'runs'} a point and start. Figures are μ / μ*, the mean change over the whole range and the mean size of it, in units of the row’s scale; in bold where μ is more than three standard errors of luck from 0. Ordered by the mean of |μ| over the rows, because luck cancels in μ and not in μ*; the first ${Math.min(SCREENED_LISTED, parameters.length)} of them. ${still} change nothing at all. The last line is what luck alone gives: the standard error of μ, and μ*.`,
    table(
      ['parameter', 'mean of \\|μ\\|', ...ids],
      [
        ...rows,
        ['luck alone', '', ...luck.map(({ mu, muStar }) => `${figure(mu)} / ${figure(muStar)}`)],
      ],
      1,
    ),
  ];
}

function sobolParts({ points, replicates, parameters }: SobolFinding): string[] {
  const ids = parameters[0]?.rows.map(({ row }) => row) ?? [];
  const rows = parameters.map(({ id, rows: found }) => [
    `\`${id}\``,
    ...found.map(({ first, total }) =>
      // A row that never differs has no variance to be shared out.
      (total.estimate as number | null) === null || Number.isNaN(total.estimate)
        ? '–'
        : `${figure(first.estimate)} / ${figure(total.estimate)} (${figure(total.low)}–${figure(total.high)})`,
    ),
  ]);
  return [
    '### Sobol indices',
    `First / total index with the 95 % interval of the total (bootstrap), ${points} points, ${replicates} ${replicates === 1 ? 'run' : 'runs'} a point and start. A part that luck has in a run counts as an interaction, so that totals are upper bounds.`,
    table(['parameter', ...ids], rows, 1),
  ];
}
