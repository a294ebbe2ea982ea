import { text, wrap, type Style } from '../lettering.ts';
import { PALETTE, paint, styleSheet, type Colour } from '../palette.ts';
import { escapeText, num, rect } from '../svg.ts';
import type { Plot, PlotTable } from './frame.ts';

/** Plots that belong together, under a heading. */
export interface PlotSection {
  readonly heading: string;
  readonly plots: readonly Plot[];
}

/** Several plots on one sheet. */
export interface PlotSheet {
  readonly title: string;
  /** Paragraphs under the title: what these runs are, and what they are not. */
  readonly lead: readonly string[];
  readonly sections: readonly PlotSection[];
}

const EDGE = 28;
const GAP = 20;
const COLUMNS = 2;
const TITLE: Style = { family: 'serif', size: 26, weight: 600 };
const HEADING: Style = { family: 'serif', size: 20, weight: 600 };
const LEAD: Style = { family: 'sans', size: 13, colour: 'muted' };

/** Width for which plots of a sheet are to be drawn. */
export const SHEET_PLOT_WIDTH = 600;

/** A sheet as one SVG: plots in two columns, each as high as it needs. */
export function plotSheetSvg(sheet: PlotSheet): string {
  const width = 2 * EDGE + COLUMNS * SHEET_PLOT_WIDTH + (COLUMNS - 1) * GAP;
  let y = EDGE;
  const drawn: string[] = [text(sheet.title, TITLE, { x: EDGE, y: (y += 26) })];
  for (const paragraph of sheet.lead) {
    for (const line of wrap(paragraph, LEAD, width - 2 * EDGE)) {
      drawn.push(text(line, LEAD, { x: EDGE, y: (y += 18) }));
    }
    y += 4;
  }
  for (const { heading, plots } of sheet.sections) {
    drawn.push(text(heading, HEADING, { x: EDGE, y: (y += 46) }));
    y += 12;
    const ends = new Array<number>(COLUMNS).fill(y);
    for (const plot of plots) {
      // The column that is shorter so far takes the next plot; the left one at a tie.
      const column = ends.indexOf(Math.min(...ends));
      const x = EDGE + column * (SHEET_PLOT_WIDTH + GAP);
      const at = `<svg x="${num(x)}" y="${num(ends[column]!)}" `;
      drawn.push(plot.svg.replace('<svg ', at));
      ends[column] = ends[column]! + plot.height + GAP;
    }
    y = Math.max(...ends);
  }
  const height = y + EDGE;
  const size = `width="${num(width)}" height="${num(height)}" viewBox="0 0 ${num(width)} ${num(height)}"`;
  const ground = { left: 0, top: 0, right: width, bottom: height };
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="khasan-sheet" ${size} role="img">` +
    `<title>${escapeText(sheet.title)}</title>${styleSheet('khasan-sheet')}` +
    `${rect(ground, paint({ fill: 'paper' }))}\n${drawn.join('\n')}\n</svg>\n`
  );
}

/**
 * A sheet as a page that stands alone: every plot with its numbers as a table under it. Plots are drawn
 * `bare`; the page brings the colours, light on white when it is printed.
 */
export function plotPage(sheet: PlotSheet): string {
  const sections = sheet.sections.map(
    ({ heading, plots }) =>
      `<section><h2>${escapeText(heading)}</h2>\n${plots.map(figure).join('\n')}\n</section>`,
  );
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeText(sheet.title)}</title>`,
    styleSheet('khasan-page'),
    `<style>${pageStyle()}</style></head>`,
    `<body class="khasan-page"><main><h1>${escapeText(sheet.title)}</h1>`,
    ...sheet.lead.map((paragraph) => `<p>${escapeText(paragraph)}</p>`),
    ...sections,
    '</main></body></html>',
    '',
  ].join('\n');
}

/** The finding is in the picture already, as its title; the picture is named by it. */
function figure(plot: Plot): string {
  return `<figure>${plot.svg}<details><summary>Numbers</summary>${htmlTable(plot.table)}</details></figure>`;
}

function htmlTable({ columns, rows }: PlotTable): string {
  const head = columns.map((column) => `<th scope="col">${escapeText(column)}</th>`).join('');
  const body = rows.map(([first = '', ...rest]) => {
    const cells = rest.map((cell) => `<td>${escapeText(cell)}</td>`).join('');
    return `<tr><th scope="row">${escapeText(first)}</th>${cells}</tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function pageStyle(): string {
  const light = (Object.keys(PALETTE) as Colour[])
    .map((colour) => `--khasan-${colour}:${PALETTE[colour][0]}`)
    .join(';');
  return (
    'body{margin:0;background:var(--khasan-paper);color:var(--khasan-ink);' +
    "font:15px/1.5 'Source Sans 3','Source Sans 3 Variable','Helvetica Neue',Arial,sans-serif}" +
    'main{max-width:1280px;margin:0 auto;padding:28px 20px 60px}' +
    "h1,h2{font-family:'Source Serif 4','Source Serif 4 Variable',Georgia,'Times New Roman',serif;line-height:1.2}" +
    'h1{font-size:28px;margin:0 0 10px}h2{font-size:20px;margin:34px 0 8px;break-after:avoid}' +
    'p{max-width:70ch;margin:0 0 8px;color:var(--khasan-muted)}' +
    'section{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,560px),1fr));gap:8px 24px;align-items:start}' +
    'section h2{grid-column:1/-1}figure{margin:0 0 12px;break-inside:avoid}' +
    'figure>svg{display:block;width:100%;height:auto}' +
    'details{margin:2px 20px;color:var(--khasan-muted);font-size:13px}summary{cursor:pointer;padding:4px 0}' +
    'table{border-collapse:collapse;font-variant-numeric:tabular-nums lining-nums}' +
    'th,td{text-align:left;font-weight:400;padding:1px 14px 1px 0;vertical-align:top}' +
    'thead th{border-bottom:1px solid var(--khasan-muted)}td{color:var(--khasan-ink)}' +
    `@media print{.khasan-page{${light};--khasan-paper:#fff}main{max-width:none;padding:0}` +
    'section{grid-template-columns:1fr 1fr}details:not([open]){display:none}}'
  );
}
