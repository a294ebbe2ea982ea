import type { WireData, WireMessage } from '../../record/index.ts';
import type { Point } from '../../hex/index.ts';
import { civilOf, TICK_MINUTES } from '../../engine/index.ts';
import { text, wrap, type Style } from '../lettering.ts';
import { colourOfSide, paint, styleSheet } from '../palette.ts';
import { line } from '../shapes.ts';
import { escapeText, num, path, rect, straightPath } from '../svg.ts';
import { barsOf } from './bars.ts';
import { detailOf, isDrawn, isInWindow, isRinged, type Detail } from './layout.ts';
import { leaveHatch } from './hill.ts';
import { cross, drawAct, drawSign, signOf } from './marks.ts';
import { strokeStyle } from './strokes.ts';
import { ENGLISH, type WireLexicon } from './lexicon.ts';
import { clockOf, dayWords } from './words.ts';

/** The turned Wire for a narrow screen. */
export interface WireDownView {
  /** 390 by default, 320 at least. */
  readonly width?: number;
  /** Units for an hour; by default 14 for a day or so, less for longer windows. */
  readonly unitsPerHour?: number;
  readonly words?: WireLexicon;
  readonly bare?: boolean;
}

const WIDTH = 390;
const WIDTH_LEAST = 320;
const EDGE = 12;
const HOURS = 34;
const TICKS_PER_HOUR = 4;
const TITLE: Style = { family: 'serif', size: 16, weight: 600 };
const NAME: Style = { family: 'sans', size: 11, weight: 600 };
const HOUR: Style = { family: 'sans', size: 10, colour: 'muted' };
const DAY: Style = { family: 'sans', size: 10.5, weight: 600 };
const BAR: Style = { family: 'sans', size: 10.5 };

/** Columns from left to right: capital, army, the hill, army, capital, and the first capital again. */
const CAPITAL_1 = 0;
const ARMY_1 = 1;
const HILL = 2;
const ARMY_0 = 3;
const CAPITAL_0 = 4;
const AGAIN = 5;

interface Down {
  readonly data: WireData;
  readonly detail: Detail;
  /** `[column]` */
  readonly xs: readonly number[];
  readonly top: number;
  readonly bottom: number;
  readonly unitsPerTick: number;
  readonly words: WireLexicon;
}

/**
 * The Wire turned for a narrow screen: time runs down, the offices of a side stand in two columns, its
 * capital outermost. Notes between the governments go to the right edge, where the first capital stands again.
 */
export function drawWireDown(data: WireData, view: WireDownView = {}): string {
  const width = Math.max(WIDTH_LEAST, view.width ?? WIDTH);
  const detail = detailOf(data);
  const words = view.words ?? ENGLISH;
  const sentence = words.finding(data);
  const finding = wrap(sentence, TITLE, width - 2 * EDGE);
  const top = EDGE + finding.length * 20 + 34;
  const perHour = view.unitsPerHour ?? { day: 14, week: 6, war: 1.2 }[detail];
  const unitsPerTick = perHour / TICKS_PER_HOUR;
  const bottom = top + (data.toTick - data.fromTick) * unitsPerTick;
  const left = EDGE + HOURS + 22;
  const step = (width - EDGE - 14 - left) / AGAIN;
  const xs = Array.from({ length: AGAIN + 1 }, (_, column) => left + column * step);
  const down: Down = { data, detail, xs, top, bottom, unitsPerTick, words };
  const height = bottom + EDGE + 6;
  const size = `width="${num(width)}" height="${num(height)}" viewBox="0 0 ${num(width)} ${num(height)}"`;
  const chart = { left: EDGE + HOURS, right: width - EDGE, top, bottom };
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="khasan-wire" ${size} role="img">` +
      `<title>${escapeText(`${words.title}. ${sentence}`)}</title>`,
    view.bare === true ? '' : styleSheet('khasan-wire'),
    `<defs><clipPath id="khasan-wire-down">${rect(chart, '')}</clipPath>${leaveHatch()}</defs>`,
    rect({ left: 0, top: 0, right: width, bottom: height }, paint({ fill: 'paper' })),
    ...finding.map((line, row) => text(line, TITLE, { x: EDGE, y: EDGE + 14 + row * 20 })),
    drawColumns(down),
    drawHours(down, chart.left, chart.right),
    `<g clip-path="url(#khasan-wire-down)">${drawMail(down)}</g>`,
    drawDeeds(down),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function yOf({ data, top, unitsPerTick }: Down, tick: number): number {
  return top + (tick - data.fromTick) * unitsPerTick;
}

function columnOf(data: WireData, office: number, isAcross: boolean): number {
  const { side, echelon } = data.offices[office]!;
  if (echelon !== 'capital') return side === 1 ? ARMY_1 : ARMY_0;
  if (side === 0) return CAPITAL_0;
  return isAcross ? AGAIN : CAPITAL_1;
}

/** Names of the columns over their lines; the hill as a double line with who holds it. */
function drawColumns(down: Down): string {
  const { data, xs, top, bottom, words } = down;
  const capital = (side: number): string => capitalName(data, side, words.capital);
  const names = [capital(1), words.army, words.hill, words.army, capital(0), ''];
  const heads = names.map((name, column) =>
    text(
      name,
      {
        ...NAME,
        ...(column === HILL
          ? {}
          : { colour: colourOfSide(column < HILL || column === AGAIN ? 1 : 0) }),
      },
      {
        x: xs[column]!,
        y: top - 8,
        anchor: 'middle',
      },
    ),
  );
  const lines = xs.map((x, column) =>
    column === HILL
      ? ''
      : line([x, top], [x, bottom], {
          stroke: 'muted',
          width: 0.7,
          opacity: 0.6,
          ...(column === AGAIN ? { dash: '1.5 3' } : {}),
        }),
  );
  const x = xs[HILL]!;
  const holders = data.hill.spans.map((span) => {
    if (span.holder === 'none') return '';
    const box = {
      left: x - 4,
      right: x + 4,
      top: Math.max(top, yOf(down, span.fromTick)),
      bottom: Math.min(bottom, yOf(down, span.toTick)),
    };
    if (span.holder === 1) return rect(box, paint({ fill: 'side1' }));
    const half = span.holder === 'both' ? rect({ ...box, right: x }, paint({ fill: 'side1' })) : '';
    return (
      half +
      rect(
        { ...box, left: x - 1.6, right: x + 1.6 },
        paint({ fill: 'paper', stroke: 'side0', width: 1 }),
      )
    );
  });
  const hill = [-4.5, 4.5].map((dx) =>
    line([x + dx, top], [x + dx, bottom], { stroke: 'ink', width: 2 }),
  );
  return heads.join('') + lines.join('') + holders.join('') + hill.join('');
}

/** The city of most capital offices of a side: an embassy abroad is one office, a government several. */
function capitalName(data: WireData, side: number, otherwise: string): string {
  const groups = data.rows
    .filter((row) => row.side === side && !row.again && isCapital(data, row.offices[0]))
    .flatMap(({ group, offices }) => offices.map(() => group));
  const count = (group: string): number => groups.filter((each) => each === group).length;
  return groups.reduce(
    (best, each) => (count(each) > count(best) ? each : best),
    groups[0] ?? otherwise,
  );
}

function isCapital(data: WireData, office: number | undefined): boolean {
  return office !== undefined && data.offices[office]?.echelon === 'capital';
}

/** Hours and days down the left edge, on the clock of the upper side, which stands on the left here. */
function drawHours(down: Down, left: number, right: number): string {
  const { data, unitsPerTick } = down;
  const offset = clockOf(data);
  const hours = [1, 3, 6, 12].find((step) => step * TICKS_PER_HOUR * unitsPerTick >= 26) ?? 24;
  const step = hours * TICKS_PER_HOUR;
  const shift = (data.startMinutes + offset) / TICK_MINUTES;
  const first = Math.ceil((data.fromTick + shift) / step) * step - shift;
  const drawn: string[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (let tick = first; tick <= data.toTick; tick += step) {
    const y = yOf(down, tick);
    const { hour } = civilOf(data.startMinutes + tick * TICK_MINUTES, offset);
    const isDay = hour === 0;
    drawn.push(
      line([left, y], [right, y], { stroke: 'muted', width: isDay ? 0.8 : 0.4, opacity: 0.4 }),
    );
    if (y < free) continue;
    free = y + 13;
    const words = isDay ? dayWords(data, tick, offset, down.words.months) : String(hour);
    drawn.push(text(words, isDay ? DAY : HOUR, { x: EDGE, y: y + 3.5 }));
  }
  return drawn.join('');
}

/** Strokes from column to column; within one column a bow, so that it does not hide in the line. */
function drawMail(down: Down): string {
  const { data, detail, xs } = down;
  const lines: string[] = [];
  const signs: string[] = [];
  for (const message of data.messages.filter((each) => isDrawn(each, detail))) {
    const { side } = data.offices[message.from]!;
    const isAcross = side !== data.offices[message.to]!.side;
    const fromColumn = columnOf(data, message.from, isAcross);
    const toColumn = columnOf(data, message.to, isAcross);
    const from = { x: xs[fromColumn]!, y: yOf(down, message.sentTick) };
    const to = endOf(down, message, from, xs[toColumn]!);
    const outward = fromColumn < HILL || fromColumn === AGAIN ? -1 : 1;
    const shape = fromColumn === toColumn ? bow(from, to, outward) : straightPath([from, to]);
    const style = { fill: 'none', ...strokeStyle(message), stroke: colourOfSide(side) } as const;
    lines.push(
      `<g data-event="${escapeText(message.event)}">${path(shape, paint(style))}` +
        `${message.lost ? cross(to, 3) : ''}</g>`,
    );
    const isSigned = message.kind !== 'report' && message.kind !== 'agreement';
    if (isSigned && (message.kind !== 'order' || detail === 'day')) {
      signs.push(drawSign(signOf(message), from, 4.4, colourOfSide(side)));
    }
  }
  return lines.join('') + signs.join('');
}

function endOf(down: Down, message: WireMessage, from: Point, toX: number): Point {
  if (message.lost) return { x: from.x + (toX - from.x) * 0.45, y: from.y + 14 };
  const tick = message.knownTick < 0 ? down.data.toTick : message.knownTick;
  return { x: toX, y: yOf(down, tick) };
}

function bow(from: Point, to: Point, outward: number): string {
  const bulge = { x: from.x + outward * 16, y: (from.y + to.y) / 2 };
  return `M${num(from.x)} ${num(from.y)}Q${num(bulge.x)} ${num(bulge.y)} ${num(to.x)} ${num(to.y)}`;
}

/** Nearest that two rings of one side stand above each other. */
const RING_ROOM = 13;
const BARS_MOST = 3;

/** Rings beside the hill, each side on its own hand, and the bars to late leave beyond them. */
function drawDeeds(down: Down): string {
  const { data, xs, top, bottom } = down;
  const hill = xs[HILL]!;
  return [1, 0]
    .map((side) => {
      const hand = side === 1 ? -1 : 1;
      let free = Number.NEGATIVE_INFINITY;
      const rings = data.acts
        .filter(
          (act) =>
            data.offices[act.office]!.side === side && isRinged(act) && isInWindow(data, act.tick),
        )
        .sort((a, b) => a.tick - b.tick)
        .map((act) => {
          const y = yOf(down, act.tick);
          const tick = line([hill + hand * 6, y], [hill + hand * 13, y], {
            stroke: colourOfSide(side),
            width: 2,
          });
          if (y < free) return tick;
          free = y + RING_ROOM;
          const ring = drawAct(act.authority, { x: hill + hand * 19, y }, 5.4, side);
          return `<g data-event="${escapeText(act.event)}">${tick}${ring}</g>`;
        });
      const bars = barsOf(data, side, down.words)
        .slice(0, BARS_MOST)
        .map((bar, lane) => {
          const x = hill + hand * (32 + lane * 10);
          const box = {
            left: x - 4,
            right: x + 4,
            top: Math.max(top, yOf(down, bar.fromTick)),
            bottom: Math.min(bottom, yOf(down, bar.paperTick)),
          };
          const words = wrap(bar.words, BAR, 118).map((each, row) =>
            text(each, BAR, {
              x: x + hand * 8,
              y: box.top + 10 + row * 13,
              anchor: side === 1 ? 'end' : 'start',
              halo: true,
            }),
          );
          return (
            rect(box, paint({ fill: 'paper' })) +
            rect(box, ' fill="url(#khasan-wire-hatch)"') +
            rect(box, paint({ fill: 'none', stroke: 'ink', width: 1 })) +
            (lane === 0 ? words.join('') : '')
          );
        });
      return bars.join('') + rings.join('');
    })
    .join('');
}
