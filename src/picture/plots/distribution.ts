import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { text, textWidth } from '../lettering.ts';
import { circle, line } from '../shapes.ts';
import { paint, type Colour } from '../palette.ts';
import { path, rect, straightPath } from '../svg.ts';
import {
  bareWords,
  capitalised,
  counted,
  modelRange,
  modelWords,
  percent,
  recordRange,
} from './figures.ts';
import type { Scale } from './figures.ts';
import { densityShape } from './density.ts';
import { EDGE, LABEL, MUTED, drawAxis, framed, rowsFor, widthOf } from './frame.ts';
import type { Plot, PlotTable, PlotView } from './frame.ts';

/** One measure over many runs, beside what is recorded. */
export interface DistributionData {
  /** What is measured: `Soviet killed`. */
  readonly title: string;
  readonly scale: Scale;
  /** Values of the runs in which the thing happens, in any order. */
  readonly figures: readonly number[];
  /** All runs, those in which it does not happen included. */
  readonly runs: number;
  /** Quantiles of the figures. */
  readonly spread: {
    readonly p05: number;
    readonly p25: number;
    readonly p50: number;
    readonly p75: number;
    readonly p95: number;
  } | null;
  /** The record: one value, or the ends of what it allows; with the share 0–1 of runs below it. */
  readonly record: {
    readonly low: number;
    readonly high: number;
    readonly value: number;
    readonly percentile: number | null;
  } | null;
  /** What is claimed, and by whom. */
  readonly claims: readonly { readonly claimant: string; readonly value: number }[];
  /** Position of the side whose colour the runs take; without one they are grey. */
  readonly side?: number;
  /** Words of the sheet where they are not English. */
  readonly words?: DistributionWords;
}

/** What stands on the sheet of a distribution in words. */
export interface DistributionWords {
  readonly finding: string;
  readonly about: string;
  /** Name of the bar of the record. */
  readonly record: string;
}

/** So many runs are drawn one by one; more as a density. */
const DOTS_MOST = 200;
const PLOT_HEIGHT = 92;
const PLOT_HEIGHT_LEAST = 40;
const DOT = 3.4;

/** A distribution: dots or a density, the record as a solid bar, each claim as a flag. */
export function distributionPlot(data: DistributionData, view: PlotView = {}): Plot {
  const finding = data.words?.finding ?? distributionFinding(data);
  const width = widthOf(view);
  const x = domainOf(data).range([EDGE + 6, width - EDGE - 6]);
  const times =
    data.figures.length === data.runs || data.figures.length === 0
      ? counted(data.runs, 'run')
      : `${counted(data.figures.length, 'run')} of ${String(data.runs)}, the others without it`;
  return framed(
    {
      finding,
      about: data.words?.about ?? times,
      table: tableOf(data),
      draw: (top) => draw(data, x, top),
    },
    view,
  );
}

/** Half of the runs, and where the record stands among them. */
export function distributionFinding(data: DistributionData): string {
  const { spread, record, scale, runs, title } = data;
  if (spread === null)
    return `${capitalised(title)}: it happens in none of ${counted(runs, 'run')}.`;
  const half =
    spread.p25 === spread.p75
      ? `half of the runs have ${modelWords(scale, spread.p50)}`
      : `half of the runs lie between ${modelRange(scale, spread.p25, spread.p75)}`;
  if (record === null) return `${capitalised(title)}: ${half}.`;
  return `${capitalised(title)}: ${half}; ${placeWords(data, record)}.`;
}

function placeWords(
  { scale, spread }: DistributionData,
  record: NonNullable<DistributionData['record']>,
): string {
  const { low, high, percentile } = record;
  const what = `the record, ${recordRange(scale, low, high)},`;
  if (low <= spread!.p75 && high >= spread!.p25) return `${what} lies among them`;
  if (percentile === null) return `${what} stands beside them`;
  const word = scale.kind === 'time' ? ['later', 'earlier'] : ['higher', 'lower'];
  if (percentile >= 0.5) {
    return `${what} is ${word[0]!} than ${percentile === 1 ? 'all of them' : `${percent(percentile)} of all`}`;
  }
  return `${what} is ${word[1]!} than ${percentile === 0 ? 'all of them' : `${percent(1 - percentile)} of all`}`;
}

/** Everything that is shown, with a little room at both ends. */
function domainOf({
  figures,
  record,
  claims,
  scale,
}: DistributionData): ScaleLinear<number, number> {
  const shown = [
    ...figures,
    ...(record === null ? [] : [record.low, record.high, record.value]),
    ...claims.map(({ value }) => value),
  ];
  const low = Math.min(...shown, ...(shown.length === 0 ? [0] : []));
  const high = Math.max(...shown, ...(shown.length === 0 ? [1] : []));
  const room = high === low ? Math.max(1, Math.abs(high) * 0.1) : (high - low) * 0.04;
  // Things that are counted do not go below nothing.
  const least = scale.kind === 'number' && low >= 0 ? Math.max(0, low - room) : low - room;
  return scaleLinear().domain([least, high + room]);
}

function draw(
  data: DistributionData,
  x: ScaleLinear<number, number>,
  top: number,
): { readonly svg: string; readonly bottom: number } {
  const colour: Colour = data.side === undefined ? 'muted' : data.side === 0 ? 'side0' : 'side1';
  const flags = flagsOf(data, x, top);
  const isDots = data.figures.length <= DOTS_MOST;
  const columns = isDots ? columnsOf(data, x) : new Map<number, number>();
  const tallest = 2 * DOT * Math.max(0, ...columns.values()) + 14;
  const height = isDots ? Math.min(PLOT_HEIGHT, Math.max(PLOT_HEIGHT_LEAST, tallest)) : PLOT_HEIGHT;
  const base = flags.bottom + height;
  const bodies = isDots
    ? dots(data, columns, { base, height, colour })
    : densityShape(data, x, { base, height: PLOT_HEIGHT, colour });
  const spread = data.spread === null ? { svg: '', bottom: base } : quantileTicks(data, x, base);
  const isWhole = data.figures.every(Number.isInteger);
  const scale = data.scale.kind === 'number' ? { ...data.scale, whole: isWhole } : data.scale;
  const axis = drawAxis(scale, x, spread.bottom + 4);
  const record = data.record === null ? '' : recordBar(data, x, flags.bottom, base);
  return {
    svg: bodies + spread.svg + record + flags.draw(base) + axis.svg,
    bottom: axis.bottom,
  };
}

/** How many runs fall into each column of dots, by the number of the column. */
function columnsOf(
  { figures }: DistributionData,
  x: ScaleLinear<number, number>,
): Map<number, number> {
  const columns = new Map<number, number>();
  for (const figure of [...figures].sort((a, b) => a - b)) {
    const column = Math.round(x(figure) / (2 * DOT));
    columns.set(column, (columns.get(column) ?? 0) + 1);
  }
  return columns;
}

/** A dot a run, stacked where runs agree; stacks close up where the highest would not fit. */
function dots(
  { side }: DistributionData,
  columns: ReadonlyMap<number, number>,
  { base, height, colour }: { base: number; height: number; colour: Colour },
): string {
  const highest = Math.max(1, ...columns.values());
  const step = Math.min(2 * DOT, (height - 12) / highest);
  const style = { fill: side === 0 ? 'paper' : colour, stroke: colour, width: 0.9 } as const;
  const drawn: string[] = [];
  for (const [column, count] of columns) {
    for (let place = 0; place < count; place++) {
      drawn.push(circle({ x: column * 2 * DOT, y: base - 5 - place * step }, DOT - 0.5, style));
    }
  }
  return drawn.join('');
}

/** The middle half as a thick line, 90 % as a thin one, the median as a point. */
function quantileTicks(
  { spread }: DistributionData,
  x: ScaleLinear<number, number>,
  base: number,
): { readonly svg: string; readonly bottom: number } {
  const { p05, p25, p50, p75, p95 } = spread!;
  const y = base + 8;
  const tick = (at: number): string =>
    line([x(at), y - 3], [x(at), y + 3], { stroke: 'ink', width: 1 });
  return {
    svg:
      line([x(p05), y], [x(p95), y], { stroke: 'ink', width: 1 }) +
      line([x(p25), y], [x(p75), y], { stroke: 'ink', width: 4 }) +
      tick(p05) +
      tick(p95) +
      circle({ x: x(p50), y }, 3.4, { fill: 'paper', stroke: 'ink', width: 1.5 }),
    bottom: y + 8,
  };
}

/** The record: a solid bar; where it is a range, a tint between two bars. */
function recordBar(
  { record }: DistributionData,
  x: ScaleLinear<number, number>,
  top: number,
  base: number,
): string {
  const { low, high } = record!;
  const bar = (at: number, width: number): string =>
    line([x(at), top - 2], [x(at), base + 14], { stroke: 'ink', width });
  if (low === high) return bar(low, 3);
  const box = { left: x(low), right: x(high), top: top - 2, bottom: base + 14 };
  return rect(box, paint({ fill: 'ink', opacity: 0.12 })) + bar(low, 2) + bar(high, 2);
}

interface Flags {
  readonly bottom: number;
  readonly draw: (base: number) => string;
}

/** The words of the record and a flag for each claim, in rows so that none covers another. */
function flagsOf(data: DistributionData, x: ScaleLinear<number, number>, top: number): Flags {
  const [left = 0, right = 0] = x.range();
  const flags = [
    ...(data.record === null
      ? []
      : [{ words: data.words?.record ?? 'record', value: data.record.value, isRecord: true }]),
    ...data.claims.map(({ claimant, value }) => ({ words: claimant, value, isRecord: false })),
  ].map((flag) => {
    const style = flag.isRecord ? { ...LABEL, weight: 600 as const } : MUTED;
    const width = textWidth(flag.words, style) + 6;
    const at = x(flag.value);
    // A flag flies to the right, or to the left where it would leave the sheet.
    const flies = at + width > right ? -1 : 1;
    const start = Math.max(left - 6, flies > 0 ? at : at - width);
    return { ...flag, style, at, flies, left: start, right: start + width };
  });
  const inOrder = [...flags].sort((a, b) => a.left - b.left || (a.isRecord ? -1 : 1));
  const rows = rowsFor(inOrder, 4);
  const height = flags.length === 0 ? 0 : (Math.max(...rows) + 1) * 15;
  return {
    bottom: top + height,
    draw: (base) =>
      inOrder
        .map((flag, index) => {
          const y = top + rows[index]! * 15 + 10;
          const pole = flag.isRecord
            ? ''
            : line([flag.at, y - 8], [flag.at, base], { stroke: 'muted', width: 0.9, dash: '2 2' });
          const cloth = flag.isRecord ? '' : pennant(flag.at, y - 8, flag.flies);
          const words = text(flag.words, flag.style, {
            x: flag.flies > 0 ? flag.left + 5 : flag.right - 5,
            y: y + 1,
            anchor: flag.flies > 0 ? 'start' : 'end',
            halo: true,
          });
          return pole + cloth + words;
        })
        .join(''),
  };
}

/** A small flag at the top of its pole. */
function pennant(x: number, y: number, flies: number): string {
  const points = [
    { x, y },
    { x: x + flies * 4, y: y + 2 },
    { x, y: y + 4 },
  ];
  return path(straightPath(points, true), paint({ fill: 'muted' }));
}

function tableOf(data: DistributionData): PlotTable {
  const { scale, spread, record, figures, runs } = data;
  const unit = scale.kind === 'number' && scale.unit !== '' ? `, ${scale.unit}` : '';
  const rows: string[][] = [
    ['runs in which it happens', `${String(figures.length)} of ${String(runs)}`],
  ];
  if (spread !== null) {
    rows.push(
      ['5 % of runs below', bareWords(scale, spread.p05)],
      ['a quarter below', bareWords(scale, spread.p25)],
      ['median', bareWords(scale, spread.p50)],
      ['three quarters below', bareWords(scale, spread.p75)],
      ['95 % below', bareWords(scale, spread.p95)],
    );
  }
  if (record !== null) {
    const { low, high, value, percentile } = record;
    const range = low === high ? '' : ` (${bareWords(scale, low)} to ${bareWords(scale, high)})`;
    rows.push(['record', `${bareWords(scale, value)}${range}`]);
    if (percentile !== null) rows.push(['runs below the record', percent(percentile)]);
  }
  for (const { claimant, value } of data.claims) rows.push([claimant, bareWords(scale, value)]);
  return { columns: ['', `${data.title}${unit}`], rows };
}
