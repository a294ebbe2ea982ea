import { distributionPlot, type DistributionData } from '../../picture/index.ts';
import { measureOf, sortedFigures, summarise } from '../../record/index.ts';
import { measureTitle, sayUnit } from '../i18n/measures.ts';
import { figureWords, say } from '../i18n/words.ts';
import { recorded } from '../state/milestones.ts';
import { shipped } from '../state/rows.ts';
import * as store from '../state/store.ts';
import { CLOCKS } from '../state/time-words.ts';
import { distribute } from './distribute.ts';
import { sayMiddle, verdictOf } from './say-measure.ts';

/** The runs of the measure that is shown, beside the record, as a sheet for a file; `null` without figures. */
export function plotSheet(): string | null {
  const id = store.measureId.value;
  const spec = measureOf(id);
  const { value: model } = store.model;
  const { value: rows } = shipped;
  const values = rows?.measures[id] ?? [];
  if (spec === undefined || model === null || rows === null) return null;
  const { p05, p25, p50, p75, p95 } = summarise(spec, values);
  if (p05 === null || p25 === null || p50 === null || p75 === null || p95 === null) return null;
  const row = recorded.value.get(id);
  const seeds = values.map((_, run) => rows.seed + run);
  const shown = distribute(values, seeds, { isTime: spec.kind === 'time' });
  const verdict = verdictOf(id, row, shown, values.length);
  const words = figureWords();
  const title = measureTitle(id);
  const side = model.sides.findIndex((each) => id.split('.').includes(each.id));
  const data: DistributionData = {
    title,
    scale: {
      ...(spec.kind === 'time'
        ? {
            kind: 'time',
            startMinutes: model.startMinutes,
            clockOffsetMinutes: CLOCKS.tokyo,
          }
        : { kind: 'number', unit: spec.unit === 'share' ? '' : sayUnit(spec.unit) }),
      ...(words === undefined ? {} : { words }),
    },
    figures: sortedFigures(values),
    runs: values.length,
    spread: { p05, p25, p50, p75, p95 },
    record: barOf(row),
    claims: [],
    words: {
      finding: `${title}. ${verdict.short} ${sayMiddle(id, shown)}`.replace(/ {2,}/g, ' '),
      about: `${say('runs.shipped', { runs: values.length })}. ${verdict.told}`,
      record: say('record.record'),
    },
    ...(side < 0 ? {} : { side }),
  };
  return distributionPlot(data, { width: 900 }).svg;
}

function barOf(row: ReturnType<typeof recorded.value.get>): DistributionData['record'] {
  if (row?.start !== 'free') return null;
  const { low, high, value } = row;
  if (typeof low !== 'number' || typeof high !== 'number') return null;
  return {
    low,
    high,
    value: typeof value === 'number' ? value : (low + high) / 2,
    percentile: null,
  };
}
