import { line } from '../shapes.ts';
import { paint } from '../palette.ts';
import { text, textWidth } from '../lettering.ts';
import { path, rect, type Box } from '../svg.ts';
import { percent } from './figures.ts';
import { EDGE, LABEL, MUTED, framed, widthOf } from './frame.ts';
import type { Plot, PlotView } from './frame.ts';

/** Who stands on a height: the position of a side, or one of the words. */
export type Holder = 0 | 1 | 'both' | 'none';

/** Who holds a height at noon of each day, in the runs and on record. */
export interface HillBandsData {
  /** Name of the height. */
  readonly hill: string;
  readonly sides: readonly [string, string];
  /** In order. */
  readonly days: readonly {
    readonly label: string;
    /** Shares 0–1 of the runs; together 1. */
    readonly shares: Readonly<Record<'0' | '1' | 'both' | 'none', number>>;
    /** Who held it on record, `null` where the record does not say. */
    readonly record: Holder | null;
  }[];
  readonly runs: number;
  /** Words of the sheet where they are not English. */
  readonly words?: HillBandsWords;
}

/** What stands on the sheet of the bands in words. */
export interface HillBandsWords {
  readonly finding: string;
  readonly about: string;
  readonly day: string;
  readonly record: string;
  readonly both: string;
  readonly nobody: string;
}

const HEIGHT = 150;
const RECORD_HEIGHT = 14;
/** From the bottom up: the lower side of the map's legend first, then nobody, then the other. */
const ORDER: readonly Holder[] = [1, 'both', 'none', 0];

/** Shares of the runs as bands by day, the record as a strip of cells above them. */
export function hillBandsPlot(data: HillBandsData, view: PlotView = {}): Plot {
  const width = widthOf(view);
  const words = data.words ?? englishWords(data);
  const left = EDGE + 44;
  const right = width - EDGE;
  const step = (right - left) / Math.max(1, data.days.length);
  return framed(
    {
      finding: words.finding,
      about: words.about,
      defs: bothPattern(),
      table: {
        columns: [words.day, words.record, data.sides[1], words.both, words.nobody, data.sides[0]],
        rows: data.days.map(({ label, shares, record }) => [
          label,
          record === null ? '' : holderWords(record, data.sides, words),
          percent(shares['1']),
          percent(shares.both),
          percent(shares.none),
          percent(shares['0']),
        ]),
      },
      draw: (top) => {
        const base = top + RECORD_HEIGHT + 10 + HEIGHT;
        const strip = data.days
          .map(({ record }, day) =>
            record === null
              ? ''
              : fill(record, {
                  left: left + day * step,
                  right: left + (day + 1) * step,
                  top,
                  bottom: top + RECORD_HEIGHT,
                }),
          )
          .join('');
        const bands = data.days.map(({ shares }, day) =>
          bandsOf(shares, left + day * step, step, base),
        );
        const labels = text(words.record, MUTED, { x: left - 8, y: top + 11, anchor: 'end' });
        const grid = [0, 0.5, 1].map((share) => {
          const y = base - share * HEIGHT;
          return text(percent(share), LABEL, { x: left - 8, y: y + 4, anchor: 'end' });
        });
        const frame =
          line([left, base], [right, base], { stroke: 'ink', width: 1 }) +
          line([left, base - HEIGHT / 2], [right, base - HEIGHT / 2], {
            stroke: 'paper',
            width: 1,
            dash: '4 4',
          });
        const days = dayLabels(data, left, step, base);
        const legend = legendOf(data.sides, words, left, base + 42);
        return {
          svg: strip + labels + bands.join('') + grid.join('') + frame + days + legend,
          bottom: base + 48,
        };
      },
    },
    view,
  );
}

function bandsOf(
  shares: HillBandsData['days'][number]['shares'],
  left: number,
  step: number,
  base: number,
): string {
  let y = base;
  return ORDER.map((holder) => {
    const height = shares[String(holder) as keyof typeof shares] * HEIGHT;
    const box = { left, right: left + step, top: y - height, bottom: y };
    y -= height;
    return height === 0 ? '' : fill(holder, box);
  }).join('');
}

/** Solid for the one side, hollow for the other, striped where both stand, bare where nobody does. */
function fill(holder: Holder, box: Box): string {
  switch (holder) {
    case 1:
      return rect(box, paint({ fill: 'side1' }));
    case 'both':
      return rect(box, ' fill="url(#khasan-both)"');
    case 'none':
      return rect(box, paint({ fill: 'panel' }));
    case 0:
      return (
        rect(box, paint({ fill: 'side0', opacity: 0.22 })) +
        line([box.left, box.top + 0.6], [box.right, box.top + 0.6], { stroke: 'side0', width: 1.2 })
      );
  }
}

function bothPattern(): string {
  const stripes =
    path('M0 0H6V6H0Z', paint({ fill: 'panel' })) +
    path('M0 0H3V6H0Z', paint({ fill: 'side1', opacity: 0.75 })) +
    path('M3 0H6V6H3Z', paint({ fill: 'side0', opacity: 0.5 }));
  return `<pattern id="khasan-both" width="6" height="6" patternUnits="userSpaceOnUse">${stripes}</pattern>`;
}

function dayLabels({ days }: HillBandsData, left: number, step: number, base: number): string {
  let free = Number.NEGATIVE_INFINITY;
  return days
    .map(({ label }, day) => {
      const x = left + (day + 0.5) * step;
      const half = textWidth(label, LABEL) / 2;
      const tick = line([x, base], [x, base + 3], { stroke: 'ink', width: 0.8 });
      if (x - half < free || x + half > left + days.length * step + EDGE) return tick;
      free = x + half + 10;
      return tick + text(label, LABEL, { x, y: base + 16, anchor: 'middle' });
    })
    .join('');
}

function legendOf(
  sides: HillBandsData['sides'],
  words: HillBandsWords,
  left: number,
  y: number,
): string {
  let x = left;
  return ([1, 'both', 'none', 0] as const)
    .map((holder) => {
      const name = holderWords(holder, sides, words);
      const box = { left: x, right: x + 16, top: y - 9, bottom: y + 1 };
      const edge = rect(box, paint({ fill: 'none', stroke: 'muted', width: 0.8 }));
      const drawn = fill(holder, box) + edge + text(name, LABEL, { x: x + 21, y });
      x += 21 + textWidth(name, LABEL) + 18;
      return drawn;
    })
    .join('');
}

export function holderWords(
  holder: Holder,
  sides: readonly [string, string],
  { both, nobody }: Pick<HillBandsWords, 'both' | 'nobody'>,
): string {
  return holder === 'both' ? both : holder === 'none' ? nobody : sides[holder];
}

function englishWords(data: HillBandsData): HillBandsWords {
  return {
    finding: hillBandsFinding(data),
    about: `Who holds ${data.hill} at noon, day by day; shares of ${String(data.runs)} runs`,
    day: 'day',
    record: 'record',
    both: 'both',
    nobody: 'nobody',
  };
}

/** On how many days most runs agree with the record, and on which day they are least of one mind. */
export function hillBandsFinding({ hill, days }: HillBandsData): string {
  const known = days.filter(({ record }) => record !== null);
  const mostly = known.filter(
    ({ record, shares }) => shares[String(record) as keyof typeof shares] > 0.5,
  );
  const name = `${hill} at noon`;
  if (known.length === 0) {
    const split = [...days].sort((a, b) => mostAgreed(a.shares) - mostAgreed(b.shares))[0];
    return split === undefined
      ? `${name}: no days to show.`
      : `${name}: the runs differ most on ${split.label}, when ${percent(mostAgreed(split.shares))} agree.`;
  }
  return `${name}: on ${String(mostly.length)} of the ${String(known.length)} days that the record tells of, most runs agree with it.`;
}

function mostAgreed(shares: HillBandsData['days'][number]['shares']): number {
  return Math.max(shares['0'], shares['1'], shares.both, shares.none);
}
