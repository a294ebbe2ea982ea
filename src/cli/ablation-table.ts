import type { Model } from '../engine/index.ts';
import type { Ablation, JudgedKnockout, JudgedMeasure } from '../experiment/index.ts';
import { formatTable, type TableRow } from './tables.ts';
import { wrap, type Screen } from './terminal.ts';

/** The table of knock-outs with its reading help. */
export function ablationTable(
  screen: Screen,
  model: Model,
  ablation: Ablation,
  options: { readonly runs: number; readonly seed: number },
): string {
  const rows: TableRow[] = [];
  for (const judged of ablation.judged) {
    rows.push({ heading: headingOf(judged) });
    rows.push(...rowsOf(ablation, judged));
  }
  const columns = [
    { title: 'measure', align: 'left' as const },
    { title: 'n', align: 'right' as const },
    { title: 'base', align: 'right' as const },
    { title: 'knocked\nout', align: 'right' as const },
    { title: 'effect', align: 'right' as const },
    { title: '95 % interval', align: 'left' as const },
    { title: 'in sd', align: 'right' as const },
    { title: 'stated', align: 'left' as const },
    { title: 'verdict', align: 'left' as const },
  ];
  return [
    `${model.title}: knock-outs, ${String(options.runs)} pairs from seed ${String(options.seed)}`,
    wrap(
      'What the model says, not the archive. Both runs of a pair meet the same luck; effects are knocked out minus base. ' +
        'Primary measures come first in each row; their verdicts are corrected over the table after Holm.',
      screen.columns,
    ),
    '',
    formatTable(screen, columns, rows),
    '',
    summaryOf(screen, ablation),
  ].join('\n');
}

function headingOf({ knockout, works, pairs, reached }: JudgedKnockout): string {
  const { id, title, start, moment, from, missing, exact } = knockout;
  const name = `${id} ${title}`;
  if (missing !== '') return `${name}: not in the model`;
  if (exact !== null) return name;
  const where = from === 'free' ? '' : ` in runs from ${from}`;
  const came = ` (came in ${String(reached)} of ${String(pairs)})`;
  const fork =
    start === 'free'
      ? ''
      : moment === null
        ? `, from the recorded state ${from}`
        : `, forked at ${moment}${where}${came}`;
  return `${name}${fork}: ${works ? 'works' : 'not shown to work'}`;
}

function rowsOf(ablation: Ablation, judged: JudgedKnockout): TableRow[] {
  const { knockout, measures, controlIsZero } = judged;
  const words = (text: string): TableRow => [{ words: `  ${text}`, columns: 9 }];
  if (knockout.missing !== '') return [words(knockout.missing)];
  const exact = ablation.exact.find((row) => row.knockout.id === knockout.id);
  if (exact !== undefined) {
    const { follows, exchanged, runs } = exact;
    return [
      words(
        `the charges followed the author in ${String(follows)} of ${String(exchanged)} runs with an act to exchange (of ${String(runs)})`,
      ),
    ];
  }
  const rows = measures.map(measureRow);
  if (controlIsZero !== null) {
    rows.push(
      words(controlIsZero ? 'negative control: exactly zero' : 'negative control: NOT zero'),
    );
  }
  return rows;
}

function measureRow(measure: JudgedMeasure): TableRow {
  const { title, unit, role, n, base, knockout, effect, low, high, sd, expected, verdict } =
    measure;
  const mark = role === 'primary' ? '' : role === 'second' ? '  ' : '    ';
  const inSd = effect === null || sd === null || sd === 0 ? '–' : figure(effect / sd);
  return [
    `${mark}${title}, ${unit}`,
    String(n),
    figure(base),
    figure(knockout),
    figure(effect),
    low === null || high === null ? '–' : `${figure(low)} to ${figure(high)}`,
    inSd,
    expected ?? '–',
    verdict ?? '–',
  ];
}

/** Two significant figures, or as many as an integer has. */
function figure(value: number | null): string {
  if (value === null) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const text = size >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
  return text.replace('-', '−');
}

function summaryOf(screen: Screen, { judged, exact }: Ablation): string {
  const run = judged.filter(({ knockout }) => knockout.missing === '' && knockout.exact === null);
  const works = run.filter((row) => row.works).map(({ knockout }) => knockout.id);
  const not = run.filter((row) => !row.works).map(({ knockout }) => knockout.id);
  const missing = judged.filter(({ knockout }) => knockout.missing !== '');
  const followed = exact.filter((row) => row.exchanged > 0 && row.follows === row.exchanged);
  const list = (ids: readonly string[]): string => (ids.length === 0 ? 'none' : ids.join(', '));
  return wrap(
    `Work: ${list([...works, ...followed.map(({ knockout }) => knockout.id)])}. Not shown to work: ${list(not)}. ` +
      `Not in the model: ${list(missing.map(({ knockout }) => knockout.id))}.`,
    screen.columns,
  );
}
