import { escapeText } from '../../picture/index.ts';
import type { FactorEffects } from '../analysis/factor-effects.ts';
import type { Difference, MeasureResults, VariantFigures } from '../analysis/results.ts';
import type { Experiment } from '../format/experiment.ts';
import {
  asDifference,
  chance,
  figure,
  inStyle,
  styleOf,
  unitOfDifference,
  withInterval,
  type Style,
} from './figures.ts';
import { measurePlots } from './measure-plots.ts';
import { htmlTable, type HtmlCell, type HtmlColumn } from './html.ts';

/**
 * Everything about one measure: a sentence, pictures, the variants, the differences, the factors.
 * @param columns values of the measure by variant.
 */
export function measureSection(
  experiment: Experiment,
  measure: MeasureResults,
  { startMinutes, columns }: { startMinutes: number; columns: readonly Float64Array[] },
): string {
  const style = styleOf(experiment, measure.id, startMinutes);
  const title = (id: string): string =>
    experiment.variants.find((variant) => variant.id === id)?.title ?? id;
  return [
    `<section><h2>${escapeText(measure.title)}</h2>`,
    `<p class="facts">${escapeText(describe(experiment, measure, style))}</p>`,
    measurePlots({ experiment, measure, style, columns }),
    variantTable(measure, style, title),
    measure.differences.length > 0 ? differenceTable(measure, style, title) : '',
    measure.factors === null ? '' : factorTable(experiment, measure.factors),
    '</section>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function describe(experiment: Experiment, measure: MeasureResults, style: Style): string {
  const target = experiment.measures.find(({ id }) => id === measure.id);
  const unit = measure.unit === '' ? '' : ` In ${measure.unit}.`;
  const cap =
    measure.cap === null
      ? ''
      : style.kind === 'time'
        ? ` What has not happened by ${inStyle(style, measure.cap)} counts as then.`
        : ` Counted up to ${figure(measure.cap)}.`;
  const without = target?.none ?? (style.kind === 'number' ? measure.cap : null);
  const none = without === null ? '' : ` Without a value a run counts as ${figure(without)}.`;
  const clock = style.kind === 'time' ? ' Japanese clock.' : unit;
  return `${target?.spec.describe ?? ''}${clock}${cap}${none} (${measure.id})`;
}

function variantTable(
  measure: MeasureResults,
  style: Style,
  title: (id: string) => string,
): string {
  const write = (value: number): string => inStyle(style, value);
  const isTime = style.kind === 'time';
  const hasQuantiles = style.kind !== 'share';
  const columns: HtmlColumn[] = [
    { title: 'variant' },
    { title: 'runs', kind: 'number' },
    ...(isTime ? [{ title: 'happens in', kind: 'number' } as const] : []),
    { title: isTime ? 'restricted mean' : hasQuantiles ? 'mean' : 'share', kind: 'number' },
    ...(hasQuantiles
      ? (['5 %', 'median', '95 %'] as const).map((name) => ({
          title: name,
          kind: 'number' as const,
        }))
      : []),
  ];
  const rows = measure.variants.map((each): HtmlCell[] => [
    each.variant === 'all points' ? each.variant : title(each.variant),
    runsOf(each),
    ...(isTime ? [withInterval(each.happened, (share) => `${figure(100 * share)} %`)] : []),
    withInterval(each.mean, write),
    ...(hasQuantiles
      ? [each.p05, each.p50, each.p95].map((quantile) => withInterval(quantile, write))
      : []),
  ]);
  return htmlTable('The runs', columns, rows);
}

function runsOf({ n, failed }: VariantFigures): HtmlCell {
  return failed === 0 ? String(n) : [String(n), `${String(failed)} broke`];
}

function differenceTable(
  measure: MeasureResults,
  style: Style,
  title: (id: string) => string,
): string {
  const rows = measure.differences.map((each): HtmlCell[] => [
    title(each.variant),
    withInterval(each, (value) => asDifference(style, value)),
    figure(each.effect),
    luckSaved(each),
    `${figure((100 * each.same) / Math.max(1, each.n))} %`,
    chance(each.pHolm),
    String(each.n),
  ]);
  return htmlTable(
    `Differences from the reference, in ${unitOfDifference(style, measure.unit)}`,
    [
      { title: 'variant' },
      { title: 'difference', kind: 'number' },
      { title: 'effect', kind: 'number' },
      { title: 'luck saved', kind: 'number' },
      { title: 'pairs alike', kind: 'number' },
      { title: 'p, Holm', kind: 'number' },
      { title: 'pairs', kind: 'number' },
    ],
    rows,
  );
}

function luckSaved({ varianceRatio }: Difference): string {
  return Number.isNaN(varianceRatio) ? '–' : `${figure(varianceRatio)} ×`;
}

function factorTable(experiment: Experiment, effects: FactorEffects): string {
  const title = (id: string): string =>
    experiment.factors.find((factor) => factor.id === id)?.title ?? id;
  const number = (name: string): HtmlColumn => ({ title: name, kind: 'number' });
  const write = (value: number): string => figure(value);
  const points = `${String(effects.points)} ${effects.kind === 'morris' ? 'walks' : 'points'}`;
  if (effects.kind === 'rank') {
    return htmlTable(
      `Rank correlation of each factor with the measure (Spearman), ${points}`,
      [{ title: 'factor' }, number('correlation')],
      effects.factors.map((each) => [title(each.factor), withInterval(each.correlation, write)]),
    );
  }
  if (effects.kind === 'morris') {
    return htmlTable(
      `Elementary effects over the range of each factor (Morris), ${points}`,
      [{ title: 'factor' }, number('size μ*'), number('direction μ'), number('spread σ')],
      effects.factors.map((each) => [
        title(each.factor),
        withInterval(each.muStar, write),
        figure(each.mu),
        figure(each.sigma),
      ]),
    );
  }
  return htmlTable(
    `Share of the variance that each factor explains (Sobol), ${points}`,
    [{ title: 'factor' }, number('alone'), number('with others')],
    effects.factors.map((each) => [
      title(each.factor),
      withInterval(each.first, write),
      withInterval(each.total, write),
    ]),
  );
}
