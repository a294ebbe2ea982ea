import { useEffect } from 'preact/hooks';
import { distributionPlot, type DistributionData } from '../../picture/index.ts';
import { measureOf, sortedFigures, summarise } from '../../record/index.ts';
import type { SiteRecord } from '../../protocol/index.ts';
import { say } from '../i18n/words.ts';
import { svgNodes } from '../map/fragment.ts';
import * as store from '../state/store.ts';
import { CLOCKS } from '../state/time-words.ts';
import type { Value } from './plot.tsx';
import { useWidth } from '../use-width.ts';

/** The runs of one measure beside the record: the same plot as the command line draws. */
export function Beside({
  id,
  values,
  record,
}: {
  readonly id: string;
  readonly values: readonly Value[];
  readonly record: SiteRecord | undefined;
}) {
  const [place, width] = useWidth<HTMLDivElement>();
  useEffect(() => {
    const data = dataOf(id, values, record);
    if (data === null || width === 0) return;
    const { svg } = distributionPlot(data, { width: Math.min(960, width), bare: true });
    place.current?.replaceChildren(...svgNodes(svg));
  }, [id, values, record, width]);
  return (
    <>
      <div ref={place} class="beside" lang="en" />
      {record === undefined ? null : (
        <p class="muted">{say('runs.record', { row: record.row, use: record.use })}</p>
      )}
    </>
  );
}

function dataOf(
  id: string,
  values: readonly Value[],
  record: SiteRecord | undefined,
): DistributionData | null {
  const spec = measureOf(id);
  const { value: model } = store.model;
  if (spec === undefined || model === null) return null;
  const { p05, p25, p50, p75, p95 } = summarise(spec, values);
  const isEmpty = p05 === null || p25 === null || p50 === null || p75 === null || p95 === null;
  const side = /\.(su|jp)(\.|$)/.exec(id)?.[1];
  const index = model.sides.findIndex((each) => each.id === side);
  return {
    title: spec.title,
    scale:
      spec.kind === 'time'
        ? {
            kind: 'time',
            startMinutes: model.startMinutes,
            clockOffsetMinutes: CLOCKS.tokyo,
          }
        : { kind: 'number', unit: spec.unit },
    figures: sortedFigures(values),
    runs: values.length,
    spread: isEmpty ? null : { p05, p25, p50, p75, p95 },
    record: record ?? null,
    claims: [],
    ...(index < 0 ? {} : { side: index }),
  };
}
