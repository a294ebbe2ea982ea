import { paint, type Colour } from './palette.ts';
import { escapeText, num } from './svg.ts';

/**
 * Lettering of the plate: serif for names of land and water, sans for figures and units. Widths come
 * from a table, because a picture made of strings cannot measure, and must not depend on who draws it.
 */
export interface Style {
  readonly family: 'serif' | 'sans';
  readonly size: number;
  readonly weight?: 400 | 600;
  readonly italic?: boolean;
  readonly colour?: Colour;
  /** Extra space between letters, in the unit of `size`. */
  readonly spacing?: number;
}

/** Advance widths of U+0020 to U+007E in thousandths of the size: Source Serif 4, Source Sans 3. */
const SERIF = widths(
  '237 289 381 525 518 932 728 182 362 362 458 534 302 320 302 341 529 529 529 529 529 529 529 529 ' +
    '529 529 302 302 534 534 534 414 834 712 653 662 739 638 612 723 814 376 381 710 618 935 768 738 ' +
    '621 738 690 544 632 758 709 1005 672 667 586 335 341 335 534 514 400 541 619 520 614 533 369 557 ' +
    '641 329 303 594 329 955 643 579 622 601 456 465 359 628 579 836 569 586 490 359 290 359 534',
);
const SANS = widths(
  '200 289 426 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497 ' +
    '497 497 249 249 497 497 497 425 847 543 588 571 615 527 494 617 652 263 479 579 486 727 647 664 ' +
    '566 664 569 534 536 645 515 786 513 476 539 303 350 303 497 500 542 504 553 456 555 496 292 504 ' +
    '544 246 247 495 255 829 547 542 555 555 347 419 338 544 467 719 446 467 425 303 241 303 497',
);
/** Any other sign: about the width of a Cyrillic letter; Han signs are square. */
const OTHER = 600;
const SQUARE = 1000;
/** Reserve for a fallback face that runs wider. */
const RESERVE = 1.05;

const FAMILIES = {
  serif: "'Source Serif 4','Source Serif 4 Variable',Georgia,'Times New Roman',serif",
  sans: "'Source Sans 3','Source Sans 3 Variable','Helvetica Neue',Arial,sans-serif",
};

function widths(text: string): readonly number[] {
  return text.split(' ').map(Number);
}

/** Width of one sign. */
export function advance(sign: string, style: Style): number {
  const code = sign.codePointAt(0) ?? 0;
  const table = style.family === 'serif' ? SERIF : SANS;
  const thousandths = table[code - 32] ?? (code >= 0x2e80 ? SQUARE : OTHER);
  const bold = style.weight === 600 ? 1.04 : 1;
  return (thousandths / 1000) * style.size * bold + (style.spacing ?? 0);
}

/** Width a line of text takes at most, in the unit of its size. */
export function textWidth(text: string, style: Style): number {
  let width = 0;
  for (const sign of text) width += advance(sign, style);
  return width * RESERVE;
}

/** Attributes of a text in a style; `halo` draws it on a rim of paper. */
export function lettered(style: Style, halo = false): string {
  return [
    ` font-family="${FAMILIES[style.family]}" font-size="${num(style.size)}"`,
    style.weight === undefined ? '' : ` font-weight="${String(style.weight)}"`,
    style.italic === true ? ' font-style="italic"' : '',
    style.spacing === undefined ? '' : ` letter-spacing="${num(style.spacing)}"`,
    halo
      ? paint({ fill: style.colour ?? 'ink', stroke: 'paper', width: 3 }) +
        ' stroke-linejoin="round" stroke-opacity="0.85" paint-order="stroke"'
      : paint({ fill: style.colour ?? 'ink' }),
  ].join('');
}

export interface Placed {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly halo?: boolean;
}

/** A line of text. */
export function text(line: string, style: Style, at: Placed): string {
  const anchor =
    at.anchor === undefined || at.anchor === 'start' ? '' : ` text-anchor="${at.anchor}"`;
  const attributes = lettered(style, at.halo);
  return `<text x="${num(at.x)}" y="${num(at.y)}"${anchor}${attributes}>${escapeText(line)}</text>`;
}

/** Breaks a text into lines no wider than `width`; a single long word stays whole. */
export function wrap(sentence: string, style: Style, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, style) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
