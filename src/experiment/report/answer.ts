import type { MeasureResults } from '../analysis/results.ts';
import type { Experiment } from '../format/experiment.ts';
import {
  asDifference,
  chance,
  figure,
  inStyle,
  styleOf,
  unitOfDifference,
  withInterval,
} from './figures.ts';
import { sentencesOf } from './in-short.ts';
import { factsLine, type ReportSource } from './page.ts';

type Row = readonly string[];

/** The answer in a page of Markdown: for a repository, a message or a terminal. */
export function answerPage(source: ReportSource): string {
  const { experiment, results, model } = source;
  const { startMinutes } = model;
  const sentences = sentencesOf(experiment, results, startMinutes).map((line) => `- ${line}`);
  const limits = experiment.limits === '' ? [] : ['## What this cannot say', experiment.limits];
  const parts = [
    `# ${experiment.title}`,
    experiment.question,
    factsLine(source),
    ...(sentences.length === 0 ? [] : ['## In short', sentences.join('\n')]),
    '## Figures',
    figuresTable(experiment, results.measures, startMinutes),
    ...limits,
    `Khasan ${source.version}, engine \`${source.engineHash}\`, scenario \`${model.hash}\`. The same figures come from the experiment \`${experiment.id}\` with \`--runs ${String(results.runs)}\`.`,
  ];
  return `${parts.filter((part) => part.trim() !== '').join('\n\n')}\n`;
}

function figuresTable(
  experiment: Experiment,
  measures: readonly MeasureResults[],
  startMinutes: number,
): string {
  const hasDifferences = measures.some(({ differences }) => differences.length > 0);
  if (hasDifferences) {
    const rows = measures.flatMap((measure) => differenceRows(experiment, measure, startMinutes));
    const head = ['measure', 'variant', 'reference', 'difference', '95 %', 'luck saved', 'p, Holm'];
    return table(head, rows, 2);
  }
  if (measures.some(({ factors }) => factors !== null)) {
    return table(
      ['measure', 'factor', 'effect', '95 %'],
      measures.flatMap((measure) => factorRows(experiment, measure)),
      2,
    );
  }
  const rows = measures.map((measure): Row => {
    const style = styleOf(experiment, measure.id, startMinutes);
    const [mean, range] = withInterval(measure.variants[0]?.mean ?? null, (value) =>
      inStyle(style, value),
    );
    return [measure.title, mean, range];
  });
  return table(['measure', 'mean', '95 %'], rows, 1);
}

function differenceRows(
  experiment: Experiment,
  measure: MeasureResults,
  startMinutes: number,
): Row[] {
  const style = styleOf(experiment, measure.id, startMinutes);
  const unit = unitOfDifference(style, measure.unit);
  return measure.differences.map((each) => {
    const [difference, range] = withInterval(each, (value) => asDifference(style, value));
    const title = experiment.variants.find(({ id }) => id === each.variant)?.title ?? each.variant;
    const saved = Number.isNaN(each.varianceRatio) ? '–' : `${figure(each.varianceRatio)} ×`;
    const base = inStyle(style, each.base);
    return [measure.title, title, base, `${difference} ${unit}`, range, saved, chance(each.pHolm)];
  });
}

function factorRows(experiment: Experiment, { title, factors }: MeasureResults): Row[] {
  if (factors === null) return [];
  const named = (id: string): string =>
    experiment.factors.find((each) => each.id === id)?.title ?? id;
  const row = (name: string, effect: Parameters<typeof withInterval>[0]): Row => [
    title,
    name,
    ...withInterval(effect, figure),
  ];
  if (factors.kind === 'rank') {
    return factors.factors.map((each) => row(named(each.factor), each.correlation));
  }
  if (factors.kind === 'morris') {
    return factors.factors.map((each) => row(`${named(each.factor)}, μ*`, each.muStar));
  }
  return factors.factors.flatMap((each) => [
    row(`${named(each.factor)}, alone`, each.first),
    row(`${named(each.factor)}, with others`, each.total),
  ]);
}

/** A table whose first `words` columns are words and the others figures. */
function table(head: Row, rows: readonly Row[], words: number): string {
  const line = (cells: Row): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = head.map((_, index) => (index < words ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
