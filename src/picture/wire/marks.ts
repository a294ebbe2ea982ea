import { paint, type Colour, type Paint } from '../palette.ts';
import { circle } from '../shapes.ts';
import { num, path, straightPath } from '../svg.ts';
import type { Point } from '../../hex/index.ts';
import type { WireAuthority, WireMessage } from '../../record/index.ts';

/**
 * One family of marks for mail and permission, the same wherever it is drawn. Permission has no hue: it
 * is told by shape and texture alone, in ink.
 */

/** Signs at the sending end of a message. */
export type Sign =
  | 'asked'
  | 'unanswered'
  | 'granted'
  | 'limited'
  | 'refused'
  | 'ban'
  | 'report'
  | 'order'
  | 'note'
  | 'agreement';

/** The sign of a message. */
export function signOf(message: WireMessage): Sign {
  switch (message.kind) {
    case 'request':
      return message.answer === 'unanswered' ? 'unanswered' : 'asked';
    case 'grant':
      return message.answer === 'limited' ? 'limited' : 'granted';
    case 'refusal':
    case 'rebuke':
      return 'refused';
    case 'appeal':
    case 'sounding':
      return 'asked';
    case 'finding':
    case 'admission':
    case 'opinion':
      return 'report';
    case 'ban':
    case 'report':
    case 'order':
    case 'agreement':
      return message.kind;
    default:
      return 'note';
  }
}

const INK = { stroke: 'ink', width: 1.2 } as const;

/** A sign about a point; `size` is half its height. `colour` is that of the sender's side. */
export function drawSign(sign: Sign, at: Point, size: number, colour: Colour): string {
  switch (sign) {
    case 'asked':
      return diamond(at, size, { fill: 'paper', ...INK });
    case 'unanswered':
      return diamond(at, size, { fill: 'paper', ...INK, dash: '1.4 1.6' });
    case 'granted':
      return diamond(at, size, { fill: 'ink', ...INK });
    case 'limited':
      return diamond(at, size, { fill: 'paper', ...INK }) + halfDiamond(at, size);
    case 'refused':
      return diamond(at, size, { fill: 'paper', ...INK }) + strike(at, size * 1.15);
    case 'ban':
      return circle(at, size * 0.85, { fill: 'paper', ...INK }) + strike(at, size * 1.1);
    case 'report':
      return circle(at, size * 0.5, { fill: colour });
    case 'order':
      return triangle(at, size * 0.8, colour);
    case 'note':
      return square(at, size * 0.75, { fill: 'paper', ...INK });
    case 'agreement':
      return bars(at, size * 0.7);
  }
}

/** The ring round an act says on what it stood; the dot within is solid or hollow by side. */
export function drawAct(authority: WireAuthority, at: Point, size: number, side: number): string {
  const colour: Colour = side === 0 ? 'side0' : 'side1';
  const dot = circle(at, size * 0.36, {
    fill: side === 0 ? 'paper' : colour,
    stroke: colour,
    width: 1.2,
  });
  return ring(authority, at, size) + dot;
}

function ring(authority: WireAuthority, at: Point, size: number): string {
  const line = { fill: 'none', ...INK } as const;
  switch (authority) {
    case 'within':
      return circle(at, size, line);
    case 'standing':
      return circle(at, size, line) + circle(at, size * 0.68, { ...line, width: 0.8 });
    case 'unbacked':
      return circle(at, size, { ...line, dash: '2 1.7' });
    case 'initiative':
      return openRing(at, size);
    case 'against-ban':
      return circle(at, size, line) + strike(at, size * 1.3);
  }
}

/** A ring open on its right, as the sign ⌓ is on one of its sides. */
function openRing(at: Point, size: number): string {
  const dx = size * 0.64;
  const dy = size * 0.77;
  const arc =
    `M${num(at.x + dx)} ${num(at.y - dy)}` +
    `A${num(size)} ${num(size)} 0 1 0 ${num(at.x + dx)} ${num(at.y + dy)}`;
  return path(arc, paint({ fill: 'none', ...INK, width: 1.5 }));
}

function diamondPoints({ x, y }: Point, size: number): Point[] {
  return [
    { x, y: y - size },
    { x: x + size, y },
    { x, y: y + size },
    { x: x - size, y },
  ];
}

function diamond(at: Point, size: number, style: Paint): string {
  return path(straightPath(diamondPoints(at, size), true), paint(style));
}

function halfDiamond(at: Point, size: number): string {
  const [top, right, bottom] = diamondPoints(at, size);
  return path(straightPath([top!, right!, bottom!], true), paint({ fill: 'ink' }));
}

function strike({ x, y }: Point, size: number): string {
  const line = [
    { x: x - size, y: y + size },
    { x: x + size, y: y - size },
  ];
  return path(straightPath(line), paint({ fill: 'none', stroke: 'ink', width: 1.3 }));
}

function triangle({ x, y }: Point, size: number, colour: Colour): string {
  const points = [
    { x: x - size * 0.8, y: y - size },
    { x: x + size, y },
    { x: x - size * 0.8, y: y + size },
  ];
  return path(straightPath(points, true), paint({ fill: colour }));
}

function square({ x, y }: Point, size: number, style: Paint): string {
  const points = [
    { x: x - size, y: y - size },
    { x: x + size, y: y - size },
    { x: x + size, y: y + size },
    { x: x - size, y: y + size },
  ];
  return path(straightPath(points, true), paint(style));
}

/** Two level bars: what both sides agreed. */
function bars({ x, y }: Point, size: number): string {
  const line = (dy: number): string =>
    straightPath([
      { x: x - size, y: y + dy },
      { x: x + size, y: y + dy },
    ]);
  return path(line(-1.6) + line(1.6), paint({ fill: 'none', stroke: 'ink', width: 1.3 }));
}

/** The end of a message that never arrived. */
export function cross({ x, y }: Point, size: number): string {
  const a = straightPath([
    { x: x - size, y: y - size },
    { x: x + size, y: y + size },
  ]);
  const b = straightPath([
    { x: x - size, y: y + size },
    { x: x + size, y: y - size },
  ]);
  return path(a + b, paint({ fill: 'none', stroke: 'ink', width: 1.4 }));
}

/** A small head at the end of a stroke that comes from `from`. */
export function head(from: Point, to: Point, size: number, colour: Colour): string {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length < size) return '';
  const back = { x: to.x - (dx / length) * size, y: to.y - (dy / length) * size };
  const aside = { x: (-dy / length) * size * 0.42, y: (dx / length) * size * 0.42 };
  const points = [
    to,
    { x: back.x + aside.x, y: back.y + aside.y },
    { x: back.x - aside.x, y: back.y - aside.y },
  ];
  return path(straightPath(points, true), paint({ fill: colour }));
}
