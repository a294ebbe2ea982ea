import { textWidth } from '../../src/picture/lettering.ts';
import { inside, overlap, type Box } from '../../src/picture/svg.ts';

/** A text of a picture, with the room that its widths from the table say it takes. */
export interface SvgText {
  readonly words: string;
  readonly box: Box;
}

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];

/** All texts of a picture. Turned ones are left out: they stand along a line, not in a box. */
export function textsOf(svg: string): SvgText[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)]
    .filter(([, attributes]) => attribute(attributes!, 'transform') === undefined)
    .map(([, attributes, escaped]) => {
      const words = unescaped(escaped!);
      const size = Number(attribute(attributes!, 'font-size'));
      const weight = attribute(attributes!, 'font-weight') === '600' ? 600 : 400;
      const family = attribute(attributes!, 'font-family')!.includes('Serif') ? 'serif' : 'sans';
      const width = textWidth(words, { family, size, weight });
      const x = Number(attribute(attributes!, 'x'));
      const y = Number(attribute(attributes!, 'y'));
      const anchor = attribute(attributes!, 'text-anchor') ?? 'start';
      const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
      return {
        words,
        box: { left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.2 },
      };
    });
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** The sheet of a picture, from its view box. */
export function sheetOf(svg: string): Box {
  const [left, top, width, height] = /viewBox="([^"]*)"/.exec(svg)![1]!.split(' ').map(Number);
  return { left: left!, top: top!, right: left! + width!, bottom: top! + height! };
}

/** Texts that leave the sheet. */
export function textsBeyond(svg: string): string[] {
  const sheet = sheetOf(svg);
  return textsOf(svg)
    .filter(({ box }) => !inside(box, sheet))
    .map(({ words }) => words);
}

/** Pairs of texts that cover each other. */
export function textClashes(svg: string): string[] {
  const texts = textsOf(svg);
  return texts.flatMap((text, index) =>
    texts
      .slice(index + 1)
      .filter((other) => overlap(text.box, other.box))
      .map((other) => `“${text.words}” and “${other.words}”`),
  );
}

/** What is wrong with the form of a picture, whatever it shows; nothing is good. */
export function formFaults(svg: string): string[] {
  const faults: string[] = [];
  if (/NaN|Infinity|undefined/.test(svg)) faults.push('a number that is none');
  if (/ style="|<script| on[a-z]+="/.test(svg)) faults.push('a style attribute or a script');
  const open: string[] = [];
  for (const [, slash, name, , end] of svg.matchAll(/<(\/?)([a-zA-Z]+)([^<>]*?)(\/?)>/g)) {
    if (slash === '/') {
      if (open.pop() !== name) faults.push(`</${name!}> closes another element`);
    } else if (end !== '/') open.push(name!);
  }
  if (open.length > 0) faults.push(`not closed: ${open.join(' ')}`);
  return faults;
}
