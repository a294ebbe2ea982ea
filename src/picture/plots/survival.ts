import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line as lineShape } from 'd3-shape';
import { text } from '../lettering.ts';
import { line } from '../shapes.ts';
import { paint, type Colour } from '../palette.ts';
import { path } from '../svg.ts';
import {
  bareWords,
  capitalised,
  counted,
  modelWords,
  percent,
  recordWords,
  type Scale,
} from './figures.ts';
import { EDGE, LABEL, drawAxis, framed, widthOf } from './frame.ts';
import type { Plot, PlotView } from './frame.ts';

/** From this time on the share holds, until the next step. */
export interface SurvivalStep {
  readonly time: number;
  /** Share 0–1 of runs in which it has not happened yet, with its interval. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** A group of runs: one start, one setting. */
export interface SurvivalGroup {
  readonly name: string;
  readonly runs: number;
  /** By time, the first at the beginning with share 1. */
  readonly steps: readonly SurvivalStep[];
}

/** How long it takes until something happens: up to four groups of runs. */
export interface SurvivalData {
  /** What happens: `first death`. */
  readonly title: string;
  readonly scale: Scale;
  readonly groups: readonly SurvivalGroup[];
  /** Time up to which the runs were watched. */
  readonly end: number;
  readonly record: number | null;
}

const HEIGHT = 170;
const GAP = 34;
const STYLES: readonly { readonly colour: Colour; readonly dash?: string }[] = [
  { colour: 'ink' },
  { colour: 'ink', dash: '7 3' },
  { colour: 'muted', dash: '2 2' },
  { colour: 'muted' },
];

/** Steps of Kaplan and Meier with their bands; the share that it has happened to grows from below. */
export function survivalPlot(data: SurvivalData, view: PlotView = {}): Plot {
  const width = widthOf(view);
  const start = data.groups[0]?.steps[0]?.time ?? 0;
  const x = scaleLinear()
    .domain([start, Math.max(start + 1, data.end)])
    .range([EDGE + GAP, width - EDGE - 6]);
  return framed(
    {
      finding: survivalFinding(data),
      about: 'Share of runs in which it has happened, by time; band: 95 % interval',
      table: {
        columns: ['', ...data.groups.map(({ name }) => name)],
        rows: [
          ['runs', ...data.groups.map(({ runs }) => String(runs))],
          ['happens in', ...data.groups.map((group) => percent(1 - lastOf(group).share))],
          ...[0.25, 0.5, 0.75].map((share) => [
            `in ${percent(share)} of runs by`,
            ...data.groups.map((group) => {
              const time = timeOf(group, share);
              return time === null ? 'never' : bareWords(data.scale, time);
            }),
          ]),
        ],
      },
      draw: (top) => {
        const y = scaleLinear()
          .domain([0, 1])
          .range([top, top + HEIGHT]);
        const bottom = top + HEIGHT;
        const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
          const at = bottom - share * HEIGHT;
          return (
            line([EDGE + GAP, at], [width - EDGE - 6, at], {
              stroke: 'muted',
              width: 0.5,
              opacity: 0.5,
            }) + text(percent(share), LABEL, { x: EDGE + GAP - 6, y: at + 4, anchor: 'end' })
          );
        });
        const curves = data.groups.map((group, index) =>
          drawGroup(group, data, { x, happened: (share) => y(share), style: STYLES[index % 4]! }),
        );
        const names = namesOf(data, (share) => y(share), width);
        const record =
          data.record === null
            ? ''
            : line([x(data.record), top - 2], [x(data.record), bottom], {
                stroke: 'ink',
                width: 3,
              }) +
              text(
                'record',
                { ...LABEL, weight: 600 },
                {
                  x: x(data.record) + (x(data.record) > width - 90 ? -6 : 6),
                  y: top + 10,
                  anchor: x(data.record) > width - 90 ? 'end' : 'start',
                  halo: true,
                },
              );
        const axis = drawAxis(data.scale, x, bottom + 4);
        return {
          svg: grid.join('') + curves.join('') + record + names + axis.svg,
          bottom: axis.bottom,
        };
      },
    },
    view,
  );
}

interface Drawing {
  readonly x: (time: number) => number;
  /** Height of a share in which it has not happened yet. */
  readonly happened: (share: number) => number;
  readonly style: (typeof STYLES)[number];
}

function drawGroup(
  group: SurvivalGroup,
  data: SurvivalData,
  { x, happened, style }: Drawing,
): string {
  const steps = [...group.steps, { ...lastOf(group), time: data.end }];
  const band = area<SurvivalStep>()
    .x((step) => x(step.time))
    .y0((step) => happened(step.low))
    .y1((step) => happened(step.high))
    .curve(curveStepAfter)
    .digits(1);
  const curve = lineShape<SurvivalStep>()
    .x((step) => x(step.time))
    .y((step) => happened(step.share))
    .curve(curveStepAfter)
    .digits(1);
  return (
    path(band(steps) ?? '', paint({ fill: style.colour, opacity: 0.13 })) +
    path(
      curve(steps) ?? '',
      paint({
        fill: 'none',
        stroke: style.colour,
        width: 2,
        ...(style.dash === undefined ? {} : { dash: style.dash }),
      }),
    )
  );
}

/** Names of the curves at their right ends: that of the higher above it, the others below theirs. */
function namesOf(data: SurvivalData, y: (share: number) => number, width: number): string {
  if (data.groups.length < 2) return '';
  let lowest = Number.NEGATIVE_INFINITY;
  return data.groups
    .map((group) => ({ group, end: y(lastOf(group).share) }))
    .sort((a, b) => a.end - b.end)
    .map(({ group, end }, index) => {
      const at = index === 0 ? end - 6 : Math.max(end + 15, lowest + 14);
      lowest = at;
      return text(group.name, LABEL, { x: width - EDGE - 10, y: at, anchor: 'end', halo: true });
    })
    .join('');
}

function lastOf(group: SurvivalGroup): SurvivalStep {
  return group.steps[group.steps.length - 1] ?? { time: 0, share: 1, low: 1, high: 1 };
}

/** Share of a group in which the thing has not happened by a time. */
function shareAt(group: SurvivalGroup, time: number): number {
  return group.steps.filter((step) => step.time <= time).at(-1)?.share ?? 1;
}

/** When the thing has happened in a share of the runs, `null` where it does not come to that. */
export function timeOf(group: SurvivalGroup, share: number): number | null {
  return group.steps.find((step) => 1 - step.share >= share - 1e-9)?.time ?? null;
}

export function survivalFinding(data: SurvivalData): string {
  const sentences = data.groups.map((group) => {
    const half = timeOf(group, 0.5);
    const never = lastOf(group).share;
    const who = counted(group.runs, 'run');
    const when =
      half === null
        ? `it happens in ${percent(1 - never)} of ${who}`
        : `half of ${who} have it by ${modelWords(data.scale, half)}` +
          (never > 0 ? `, ${percent(never)} never` : '');
    return data.groups.length === 1 ? when : `${group.name}, ${when}`;
  });
  const [only] = data.groups;
  const record =
    data.record === null || only === undefined
      ? ''
      : `; by the recorded hour, ${recordWords(data.scale, data.record)}, ${percent(1 - shareAt(only, data.record))} have it`;
  return `${capitalised(data.title)}: ${sentences.join('; ')}${record}.`;
}
