import type { WireData } from '../../record/index.ts';
import { text, textWidth, wrap, type Style } from '../lettering.ts';
import { paint } from '../palette.ts';
import { path, rect, straightPath } from '../svg.ts';
import type { DrawnHill } from './hill.ts';
import type { WireLayout } from './layout.ts';
import { cross, drawAct, drawSign, type Sign } from './marks.ts';
import type { DrawnStrokes } from './strokes.ts';
import type { WireLexicon } from './lexicon.ts';

const WORDS: Style = { family: 'sans', size: 11 };
const NOTE: Style = { family: 'sans', size: 11, colour: 'muted' };

interface Entry {
  readonly words: string;
  readonly draw: (x: number, y: number) => string;
}

/** What stands on the sheet and nothing else, in lines that break where they must; and where it ends. */
export function drawWireLegend(
  data: WireData,
  layout: WireLayout,
  strokes: DrawnStrokes,
  hill: DrawnHill,
): { readonly svg: string; readonly bottom: number } {
  const left = 24;
  let x = left;
  let y = layout.legendTop + 14;
  const drawn: string[] = [];
  for (const { words, draw } of entriesOf(data, layout.words, strokes, hill)) {
    const width = 24 + textWidth(words, WORDS) + 18;
    if (x + width > layout.width - left) {
      x = left;
      y += 20;
    }
    drawn.push(draw(x + 8, y - 4), text(words, WORDS, { x: x + 22, y }));
    x += width;
  }
  const notes = notesOf(data, layout)
    .flatMap((note) => wrap(note, NOTE, layout.width - 2 * left))
    .map((line) => text(line, NOTE, { x: left, y: (y += 17) + 6 }));
  return { svg: drawn.join('') + notes.join(''), bottom: y + 6 };
}

function entriesOf(
  data: WireData,
  { legend }: WireLexicon,
  strokes: DrawnStrokes,
  hill: DrawnHill,
): Entry[] {
  const order = Object.keys(legend.signs) as Sign[];
  const signs = order
    .filter((sign) => strokes.signs.includes(sign))
    .map((sign) => ({
      words: legend.signs[sign],
      draw: (x: number, y: number) => drawSign(sign, { x, y }, 5, 'ink'),
    }));
  const acts = hill.authorities.map((authority) => ({
    words: legend.act(authority),
    draw: (x: number, y: number) => drawAct(authority, { x, y }, 5.6, 1),
  }));
  const sides = data.sides.map(({ name }, side) => ({
    words: side === 0 ? legend.hollow(name) : legend.solid(name),
    draw: (x: number, y: number) =>
      rect(
        { left: x - 6, right: x + 6, top: y - 4, bottom: y + 4 },
        paint({
          fill: side === 0 ? 'paper' : 'side1',
          stroke: side === 0 ? 'side0' : 'side1',
          width: 1.2,
        }),
      ),
  }));
  return [
    ...sides,
    ...signs,
    ...(strokes.hasLost ? [{ words: legend.lost, draw: lostMark }] : []),
    ...(strokes.hasUnread ? [{ words: legend.unread, draw: unreadMark }] : []),
    ...acts,
    ...(hill.hasBars ? [{ words: legend.bar, draw: hatchMark }] : []),
  ];
}

function lostMark(x: number, y: number): string {
  const line = straightPath([
    { x: x - 8, y: y + 4 },
    { x: x + 3, y: y - 2 },
  ]);
  return path(line, paint({ fill: 'none', stroke: 'ink' })) + cross({ x: x + 4, y: y - 2 }, 3);
}

function unreadMark(x: number, y: number): string {
  const line = straightPath([
    { x: x - 8, y },
    { x: x + 8, y },
  ]);
  return path(line, paint({ fill: 'none', stroke: 'ink', width: 1.2, dash: '4 3' }));
}

function hatchMark(x: number, y: number): string {
  const box = { left: x - 8, right: x + 8, top: y - 4, bottom: y + 4 };
  return (
    rect(box, ' fill="url(#khasan-wire-hatch)"') +
    rect(box, paint({ fill: 'none', stroke: 'ink', width: 1 }))
  );
}

function notesOf(data: WireData, layout: WireLayout): string[] {
  const left = data.messages.filter(({ kind }) => kind === 'report').length;
  const { note, reportsLeft } = layout.words.legend;
  const notes = [note];
  if (layout.detail === 'war' && left > 0) notes.push(reportsLeft(left));
  return notes;
}
