import { scaleLinear } from 'd3-scale';
import { text, textWidth } from '../lettering.ts';
import { circle, line } from '../shapes.ts';
import { paint } from '../palette.ts';
import { rect } from '../svg.ts';
import { signed } from './difference.ts';
import { plain, rounded } from './figures.ts';
import { EDGE, LABEL, MUTED, drawAxis, framed, widthOf } from './frame.ts';
import type { Plot, PlotView } from './frame.ts';

/** One effect among many. */
export interface ForestRow {
  readonly name: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Verdict in a word or two: `moves it`, `cannot be told`. */
  readonly verdict: string;
}

/** Effects of many changes on one measure. */
export interface ForestData {
  /** What is measured: `assaults without leave`. */
  readonly measure: string;
  /** `per 100 runs`. */
  readonly unit: string;
  /** What the rows are: `mechanisms`. */
  readonly things: string;
  readonly rows: readonly ForestRow[];
  /** Sort by the size of the effect (a tornado) instead of keeping the order given. */
  readonly bySize?: boolean;
  /** Rows are shares of runs, 0–100, not differences: no sign, and every row counts alike. */
  readonly areShares?: boolean;
  /** The sentence over the plot, where the rows are no effects. */
  readonly finding?: string;
}

const ROW = 22;

/** A dot and an interval a row about a zero line, with names on the left and verdicts on the right. */
export function forestPlot(data: ForestData, view: PlotView = {}): Plot {
  const width = widthOf(view);
  const rows =
    data.bySize === true
      ? [...data.rows].sort(
          (a, b) => Math.abs(b.estimate) - Math.abs(a.estimate) || (a.name < b.name ? -1 : 1),
        )
      : data.rows;
  const widest = (words: readonly string[]): number =>
    Math.max(0, ...words.map((each) => textWidth(each, LABEL)));
  const left = EDGE + Math.min(width * 0.42, widest(rows.map(({ name }) => name))) + 14;
  const right =
    width - EDGE - Math.min(width * 0.3, widest(rows.map((row) => verdictOf(data, row)))) - 14;
  const ends = [0, ...rows.flatMap(({ low, high }) => [low, high])];
  const x = scaleLinear()
    .domain([Math.min(...ends), Math.max(...ends, Math.min(...ends) + 1e-9)])
    .nice(4)
    .range([left, Math.max(left + 40, right)]);
  return framed(
    {
      finding: data.finding ?? forestFinding(data),
      about: `${data.measure}, ${data.unit}; dot: ${data.areShares === true ? 'share' : 'difference'}, bar: its interval`,
      table: {
        columns: [
          '',
          `${data.areShares === true ? 'share' : 'difference'}, ${data.unit}`,
          'from',
          'to',
          'verdict',
        ],
        rows: rows.map((row) => [
          row.name,
          figureOf(data, row),
          plain(row.low),
          plain(row.high),
          row.verdict,
        ]),
      },
      draw: (top) => {
        const bottom = top + rows.length * ROW;
        const bodies = rows.map((row, index) => {
          const y = top + (index + 0.5) * ROW;
          const isClear = data.areShares === true || row.low > 0 || row.high < 0;
          const stripe =
            index % 2 === 0
              ? rect(
                  { left: EDGE, right: width - EDGE, top: y - ROW / 2, bottom: y + ROW / 2 },
                  paint({ fill: 'ink', opacity: 0.035 }),
                )
              : '';
          return (
            stripe +
            text(row.name, LABEL, { x: EDGE + 4, y: y + 4 }) +
            line([x(row.low), y], [x(row.high), y], { stroke: 'ink', width: isClear ? 2 : 1.1 }) +
            circle({ x: x(row.estimate), y }, 4, {
              fill: isClear ? 'ink' : 'paper',
              stroke: 'ink',
              width: 1.4,
            }) +
            text(verdictOf(data, row), isClear ? LABEL : MUTED, {
              x: width - EDGE - 4,
              y: y + 4,
              anchor: 'end',
            })
          );
        });
        const zero = line([x(0), top], [x(0), bottom], { stroke: 'ink', width: 1, dash: '3 3' });
        const axis = drawAxis({ kind: 'number', unit: data.unit }, x, bottom + 4);
        return { svg: bodies.join('') + zero + axis.svg, bottom: axis.bottom };
      },
    },
    view,
  );
}

function figureOf({ areShares }: ForestData, { estimate }: ForestRow): string {
  return areShares === true ? rounded(estimate) : signed(estimate);
}

function verdictOf(data: ForestData, row: ForestRow): string {
  return `${figureOf(data, row)}  ${row.verdict}`.trimEnd();
}

/** How many effects stand clear of zero, and the largest. */
export function forestFinding({ rows, measure, unit, things }: ForestData): string {
  const clear = rows
    .filter(({ low, high }) => low > 0 || high < 0)
    .sort((a, b) => Math.abs(b.estimate) - Math.abs(a.estimate));
  const [largest] = clear;
  if (largest === undefined) {
    return `None of ${String(rows.length)} ${things} moves ${measure} by more than chance.`;
  }
  return (
    `${String(clear.length)} of ${String(rows.length)} ${things} ${clear.length === 1 ? 'moves' : 'move'} ` +
    `${measure}, most of all ${largest.name}: ${signed(largest.estimate)} ${unit}.`
  );
}
