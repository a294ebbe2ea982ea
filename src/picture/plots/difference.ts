import { scaleLinear } from 'd3-scale';
import { circle, line } from '../shapes.ts';
import { text, textWidth } from '../lettering.ts';
import { plain, rounded, written, type FigureWords } from './figures.ts';
import { EDGE, LABEL, MUTED, drawAxis, framed, widthOf } from './frame.ts';
import type { Plot, PlotView } from './frame.ts';

/** What a change does to one measure, over pairs of runs that share their luck. */
export interface DifferenceData {
  /** What is changed: `Without the purge`. */
  readonly change: string;
  /** What is measured: `assaults without leave`. */
  readonly measure: string;
  /** `per 100 runs`, `men`, `hours`. */
  readonly unit: string;
  /** Mean of the changed run less the unchanged one, with its interval. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Level of the interval, 0–1. */
  readonly level: number;
  readonly pairs: number;
  /** Mean with and without the change. */
  readonly changed: number;
  readonly unchanged: number;
  /** Words of the sheet where they are not English. */
  readonly words?: DifferenceWords;
}

/** What stands on the sheet of a difference in words. */
export interface DifferenceWords {
  readonly finding: string;
  readonly about: string;
  readonly asItIs: string;
  readonly difference: string;
  /** `95 % interval`, and its ends. */
  readonly interval: string;
  readonly range: string;
  readonly pairs: string;
  readonly fewer: string;
  readonly more: string;
  readonly figures: FigureWords;
}

/** One dot, its interval, a zero line. */
export function differencePlot(data: DifferenceData, view: PlotView = {}): Plot {
  const width = widthOf(view);
  const reach = Math.max(Math.abs(data.low), Math.abs(data.high), 1e-9) * 1.15;
  const x = scaleLinear()
    .domain([-reach, reach])
    .range([EDGE + 6, width - EDGE - 6]);
  const words = data.words ?? englishWords(data);
  const figures = data.words?.figures;
  return framed(
    {
      finding: words.finding,
      about: words.about,
      table: {
        columns: ['', `${data.measure}, ${data.unit}`],
        rows: [
          [words.asItIs, written(plain(data.unchanged), figures)],
          [data.change, written(plain(data.changed), figures)],
          [words.difference, written(plain(data.difference), figures)],
          [words.interval, words.range],
          [words.pairs, String(data.pairs)],
        ],
      },
      draw: (top) => {
        const y = top + 34;
        const scale = { kind: 'number', unit: data.unit } as const;
        const axis = drawAxis(
          figures === undefined ? scale : { ...scale, words: figures },
          x,
          top + 62,
        );
        const figure = written(signed(data.difference), figures);
        const half = textWidth(figure, LABEL) / 2;
        const at = Math.min(Math.max(x(data.difference), EDGE + half), width - EDGE - half);
        const [fewer, more] = [
          text(`← ${words.fewer}`, MUTED, { x: EDGE + 6, y: top + 6 }),
          text(`${words.more} →`, MUTED, { x: width - EDGE - 6, y: top + 6, anchor: 'end' }),
        ];
        const svg =
          fewer +
          more +
          line([x(0), top - 4], [x(0), top + 62], { stroke: 'ink', width: 1, dash: '3 3' }) +
          line([x(data.low), y], [x(data.high), y], { stroke: 'ink', width: 2 }) +
          ends(x(data.low), x(data.high), y) +
          circle({ x: x(data.difference), y }, 5, { fill: 'ink', stroke: 'paper', width: 1 }) +
          text(
            figure,
            { ...LABEL, weight: 600 },
            { x: at, y: y - 12, anchor: 'middle', halo: true },
          );
        return { svg: svg + axis.svg, bottom: axis.bottom };
      },
    },
    view,
  );
}

function englishWords(data: DifferenceData): Omit<DifferenceWords, 'figures'> {
  return {
    finding: differenceFinding(data),
    about: `${data.change}: ${data.measure}, ${data.unit}; ${String(data.pairs)} pairs of runs that share their luck`,
    asItIs: 'as it is',
    difference: 'difference',
    interval: `${plain(data.level * 100)} % interval`,
    range: `${plain(data.low)} to ${plain(data.high)}`,
    pairs: 'pairs of runs',
    fewer: 'fewer',
    more: 'more',
  };
}

function ends(left: number, right: number, y: number): string {
  return [left, right]
    .map((at) => line([at, y - 4], [at, y + 4], { stroke: 'ink', width: 1.4 }))
    .join('');
}

/** `+12`, `−3`. */
export function signed(value: number): string {
  return value > 0 ? `+${rounded(value)}` : rounded(value);
}

/** What the change does, or that it cannot be told. */
export function differenceFinding(data: DifferenceData): string {
  const { change, measure, unit, difference, low, high } = data;
  const range = `${plain(data.level * 100)} % interval ${signed(low)} to ${signed(high)}`;
  if (low <= 0 && high >= 0) {
    return `${change}: no difference in ${measure} can be told (${range} ${unit}).`;
  }
  const word = difference > 0 ? 'more' : 'fewer';
  return `${change}: ${rounded(Math.abs(difference))} ${word} ${measure} ${unit} (${range}).`;
}
