import { scaleLinear } from 'd3-scale';
import { circle, line } from '../shapes.ts';
import { text, wrap } from '../lettering.ts';
import { percent } from './figures.ts';
import { EDGE, LABEL, MUTED, framed, widthOf } from './frame.ts';
import type { Plot, PlotView } from './frame.ts';

/** How often bands of the runs hold what is recorded. */
export interface CalibrationData {
  /** Which rows of the record: `prediction rows`. */
  readonly rows: string;
  /** By nominal level. */
  readonly bands: readonly {
    /** Level of the band, 0–1. */
    readonly nominal: number;
    readonly inside: number;
    readonly of: number;
    /** Interval of the share inside. */
    readonly low: number;
    readonly high: number;
  }[];
}

const HEIGHT = 180;
/** Words beside the square need this much room. */
const BESIDE_LEAST = 120;

/** Nominal against observed coverage; on the diagonal the runs are as sure as they may be. */
export function calibrationPlot(data: CalibrationData, view: PlotView = {}): Plot {
  const width = widthOf(view);
  const left = EDGE + 44;
  const side = Math.min(HEIGHT, width - left - EDGE);
  const right = left + side;
  return framed(
    {
      finding: calibrationFinding(data),
      about: `Share of ${data.rows} that lie within the band of the runs, by the band’s level; bar: 95 % interval`,
      table: {
        columns: ['band of the runs', 'recorded figures inside', 'share', '95 % interval'],
        rows: data.bands.map(({ nominal, inside, of, low, high }) => [
          percent(nominal),
          `${String(inside)} of ${String(of)}`,
          of === 0 ? '' : percent(inside / of),
          `${percent(low)} to ${percent(high)}`,
        ]),
      },
      draw: (top) => {
        const base = top + side;
        const x = scaleLinear().domain([0, 1]).range([left, right]);
        const y = scaleLinear().domain([0, 1]).range([base, top]);
        const grid = [0, 0.25, 0.5, 0.75, 1].map(
          (share) =>
            line([left, y(share)], [right, y(share)], {
              stroke: 'muted',
              width: 0.4,
              opacity: 0.5,
            }) +
            line([x(share), top], [x(share), base], { stroke: 'muted', width: 0.4, opacity: 0.5 }) +
            text(percent(share), LABEL, { x: left - 6, y: y(share) + 4, anchor: 'end' }) +
            text(percent(share), LABEL, { x: x(share), y: base + 16, anchor: 'middle' }),
        );
        const points = data.bands
          .filter(({ of }) => of > 0)
          .map(({ nominal, inside, of, low, high }) => {
            const at = x(nominal);
            return (
              line([at, y(low)], [at, y(high)], { stroke: 'ink', width: 1.6 }) +
              circle({ x: at, y: y(inside / of) }, 4.5, { fill: 'ink', stroke: 'paper', width: 1 })
            );
          });
        const diagonal = line([left, base], [right, top], { stroke: 'ink', width: 1, dash: '4 3' });
        const room = width - EDGE - right - 24;
        const beside = (sentence: string, y: number): string =>
          room < BESIDE_LEAST
            ? ''
            : wrap(sentence, MUTED, room)
                .map((words, row) => text(words, MUTED, { x: right + 24, y: y + row * 15 }))
                .join('');
        const words =
          beside('Above the dashed line the runs are less sure than they could be.', top + 16) +
          beside('Below it they are surer than they may be.', base - 24);
        const axis = text('level of the band', MUTED, {
          x: right,
          y: base + 32,
          anchor: 'end',
        });
        return {
          svg: grid.join('') + diagonal + points.join('') + axis + words,
          bottom: base + 36,
        };
      },
    },
    view,
  );
}

/** What the widest band below certainty holds, and whether that is too little. */
export function calibrationFinding({ bands, rows }: CalibrationData): string {
  const band = bands.find(({ nominal }) => nominal === 0.9) ?? bands[bands.length - 1];
  if (band === undefined || band.of === 0) return `None of the ${rows} can be set beside the runs.`;
  const share = `The ${percent(band.nominal)} bands of the runs hold ${String(band.inside)} of ${String(band.of)} ${rows}`;
  if (band.high < band.nominal) return `${share}: the runs are surer than they may be.`;
  if (band.low > band.nominal) return `${share}: the runs are less sure than they could be.`;
  return `${share}: that fits their level.`;
}
