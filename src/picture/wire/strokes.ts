import type { MessageKind } from '../../engine/index.ts';
import type { WireData, WireMessage } from '../../record/index.ts';
import type { Point } from '../../hex/index.ts';
import type { LabelWish } from '../labels.ts';
import { colourOfSide, paint, type Paint } from '../palette.ts';
import { resample } from '../polyline.ts';
import { escapeText, path, straightPath, type Box } from '../svg.ts';
import { isDrawn, isInWindow, rowsOfMessage, xOf, type Detail, type WireLayout } from './layout.ts';
import { cross, drawSign, head, signOf, type Sign } from './marks.ts';
import type { WireLexicon } from './lexicon.ts';
import { momentWords } from './words.ts';

export interface DrawnStrokes {
  readonly svg: string;
  /** Signs that stand on the sheet, for its legend. */
  readonly signs: readonly Sign[];
  readonly hasLost: boolean;
  readonly hasUnread: boolean;
  /** Boxes of the signs, which labels leave in sight. */
  readonly boxes: readonly Box[];
  /** Points along the strokes, which labels would rather not cover. */
  readonly points: readonly Point[];
  /** Names that messages would like, where the window is short. */
  readonly wishes: readonly LabelWish[];
}

/** Width and strength of a stroke by its kind: leave is what the picture is about, reports are its ground. */
const STROKES: Readonly<Record<MessageKind, Paint>> = {
  report: { width: 0.6, opacity: 0.4 },
  order: { width: 0.9, opacity: 0.75 },
  request: { width: 1.2 },
  grant: { width: 1.9 },
  refusal: { width: 1.2, dash: '7 2' },
  ban: { width: 1.2, dash: '2 2' },
  note: { width: 1.2 },
  answer: { width: 1.2 },
  proposal: { width: 1.2 },
  agreement: { width: 0.8, opacity: 0.75 },
  'standing-order': { width: 1.9, dash: '7 2 1 2' },
  intercept: { width: 0.8, dash: '1 2' },
  rules: { width: 0.9, dash: '7 2' },
  appeal: { width: 1.2, dash: '4 2' },
  finding: { width: 0.8, dash: '1 2' },
  admission: { width: 1.2 },
  rebuke: { width: 1.9, dash: '1.2 2.6' },
  sounding: { width: 0.9, dash: '4 2' },
  opinion: { width: 1.2 },
  parley: { width: 1.6, dash: '5 2' },
};

/** How the stroke of a message is drawn; one that nobody has read by the end is dashed. */
export function strokeStyle(message: WireMessage): Paint {
  return { ...STROKES[message.kind], ...(isUnread(message) ? { dash: '4 3' } : {}) };
}

/** Half the height of a sign by how much is on the sheet. */
const SIZES: Readonly<Record<Detail, number>> = { war: 3.6, week: 4.6, day: 5.2 };

/** Kinds whose sign is drawn over weeks as well. */
const ALWAYS_SIGNED: readonly MessageKind[] = [
  'request',
  'grant',
  'refusal',
  'ban',
  'note',
  'answer',
  'proposal',
];

/** Distance of the points along a stroke. */
const STROKE_STEP = 10;

/** How far across the sheet a stroke runs that ends nowhere. */
const LOST_RUN = 16;
const LOST_SHARE = 0.45;

/** A message as it lies on the sheet. */
interface Stroke {
  readonly message: WireMessage;
  readonly from: Point;
  readonly to: Point;
  readonly side: number;
  readonly sign: Sign;
}

/** All messages of the window, reports first and so lowest, leave last. */
export function drawStrokes(data: WireData, layout: WireLayout): DrawnStrokes {
  const strokes = strokesOf(data, layout);
  const size = SIZES[layout.detail];
  const lines: string[] = [];
  const signs: string[] = [];
  const boxes: Box[] = [];
  const used = new Set<Sign>();
  for (const stroke of strokes) {
    const { message, sign, from } = stroke;
    const isSigned =
      isInWindow(data, message.sentTick) &&
      (ALWAYS_SIGNED.includes(message.kind) || layout.detail === 'day');
    const body = drawLine(stroke) + (layout.detail === 'day' ? headOf(stroke) : '');
    const name = `<title>${escapeText(titleOf(data, message, layout.words))}</title>`;
    lines.push(`<g data-event="${escapeText(message.event)}">${name}${body}</g>`);
    if (!isSigned) continue;
    used.add(sign);
    signs.push(drawSign(sign, from, size, colourOfSide(stroke.side)));
    boxes.push({
      left: from.x - size,
      right: from.x + size,
      top: from.y - size,
      bottom: from.y + size,
    });
  }
  return {
    svg: lines.join('\n') + signs.join(''),
    signs: [...used],
    hasLost: strokes.some(({ message }) => message.lost),
    hasUnread: strokes.some(({ message }) => isUnread(message)),
    boxes,
    points: strokes.flatMap(({ from, to }) => resample([from, to], STROKE_STEP)),
    wishes: wishesOf(strokes, data, layout, size),
  };
}

function isUnread(message: WireMessage): boolean {
  return !message.lost && message.knownTick < 0;
}

const DRAW_ORDER: readonly MessageKind[] = [
  'report',
  'order',
  'agreement',
  'answer',
  'note',
  'proposal',
  'ban',
  'refusal',
  'request',
  'grant',
];

function strokesOf(data: WireData, layout: WireLayout): Stroke[] {
  const yOf = new Map(layout.rows.map(({ row, y }) => [row, y]));
  return data.messages
    .filter((message) => isDrawn(message, layout.detail))
    .sort((a, b) => DRAW_ORDER.indexOf(a.kind) - DRAW_ORDER.indexOf(b.kind))
    .flatMap((message) => {
      const rows = rowsOfMessage(data, message);
      const fromY = yOf.get(rows.from);
      const toY = yOf.get(rows.to);
      if (fromY === undefined || toY === undefined) return [];
      const from = { x: xOf(layout, message.sentTick), y: fromY };
      const to = endOf(message, from, toY, data, layout);
      const { side } = data.offices[message.from]!;
      return [{ message, from, to, side, sign: signOf(message) }];
    });
}

/** Where a stroke ends: at its reader, half way when it is lost, at the edge while it is unread. */
function endOf(
  message: WireMessage,
  from: Point,
  toY: number,
  data: WireData,
  layout: WireLayout,
): Point {
  if (message.lost) return { x: from.x + LOST_RUN, y: from.y + (toY - from.y) * LOST_SHARE };
  if (message.knownTick < 0) return { x: xOf(layout, data.toTick), y: toY };
  return { x: xOf(layout, message.knownTick), y: toY };
}

function drawLine({ message, from, to, side }: Stroke): string {
  const colour = colourOfSide(side);
  const line = paint({
    fill: 'none',
    ...strokeStyle(message),
    stroke: colour,
  });
  // Within one row (offices folded into one) a level stroke would hide in the row's own line.
  const isLevel = Math.abs(to.y - from.y) < 0.5;
  const points = isLevel
    ? [
        { x: from.x, y: from.y - 3 },
        { x: to.x, y: to.y - 3 },
      ]
    : [from, to];
  return path(straightPath(points), line) + (message.lost ? cross(to, 3.2) : '');
}

function headOf({ message, from, to, side }: Stroke): string {
  if (message.lost || isUnread(message)) return '';
  return head(from, to, message.kind === 'report' ? 4 : 6, colourOfSide(side));
}

/** The message in a sentence, for a pointer that rests on it. */
function titleOf(data: WireData, message: WireMessage, words: WireLexicon): string {
  const from = data.offices[message.from]!.name;
  const to = data.offices[message.to]!.name;
  const known = message.lost
    ? words.lost
    : message.knownTick < 0
      ? words.unread
      : words.read(momentWords(data, message.knownTick, words.months));
  const sent = momentWords(data, message.sentTick, words.months);
  return words.stroke(from, to, words.message(message), sent, known);
}

const RANKS: Readonly<Partial<Record<MessageKind, number>>> = {
  grant: 2,
  refusal: 2,
  request: 2,
  ban: 2,
  note: 2,
  proposal: 2,
  answer: 3,
  order: 3,
};
const WORDS = { family: 'sans', size: 10.5 } as const;

/** Over weeks nothing is labelled, over days leave and notes, within three days orders as well. */
function wishesOf(
  strokes: readonly Stroke[],
  data: WireData,
  { detail, words }: WireLayout,
  size: number,
): LabelWish[] {
  if (detail === 'war') return [];
  const rankMost = detail === 'week' ? 2 : 3;
  return strokes.flatMap(({ message, from }) => {
    const rank = RANKS[message.kind];
    if (rank === undefined || rank > rankMost || !isInWindow(data, message.sentTick)) return [];
    return [
      {
        id: message.id,
        rank,
        weight: message.kind === 'grant' ? 2 : message.kind === 'request' ? 1 : 0,
        lines: [words.message(message)],
        styles: [WORDS],
        at: from,
        clear: size + 2,
      },
    ];
  });
}
