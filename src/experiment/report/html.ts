import { escapeText } from '../../picture/index.ts';
/** A cell: plain text, or text with a fainter one behind it. */
export type HtmlCell = string | readonly [text: string, aside: string];

export interface HtmlColumn {
  readonly title: string;
  /** `number`: set flush right. */
  readonly kind?: 'number' | 'text' | 'code';
}

/** A table whose heads stay with their columns for a reader of the screen as for one of paper. */
export function htmlTable(
  caption: string,
  columns: readonly HtmlColumn[],
  rows: readonly (readonly HtmlCell[])[],
): string {
  const head = columns.map(
    ({ title, kind }) => `<th scope="col"${classOf(kind)}>${escapeText(title)}</th>`,
  );
  const body = rows.map((row) => {
    const cells = row.map((cell, index) => cellHtml(cell, columns[index]?.kind, index === 0));
    return `<tr>${cells.join('')}</tr>`;
  });
  return [
    '<div class="wide"><table>',
    `<caption>${escapeText(caption)}</caption>`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    `<tbody>${body.join('\n')}</tbody>`,
    '</table></div>',
  ].join('\n');
}

function cellHtml(cell: HtmlCell, kind: HtmlColumn['kind'], isFirst: boolean): string {
  const [text, aside] = typeof cell === 'string' ? [cell, ''] : cell;
  const shown = kind === 'code' ? `<code>${escapeText(text)}</code>` : escapeText(text);
  const extra = aside === '' ? '' : ` <small>${escapeText(aside)}</small>`;
  const tag = isFirst ? 'th scope="row"' : 'td';
  return `<${tag}${classOf(kind)}>${shown}${extra}</${isFirst ? 'th' : 'td'}>`;
}

function classOf(kind: HtmlColumn['kind']): string {
  return kind === 'number' ? ' class="n"' : '';
}

/** Paragraphs of a text, which empty lines part. */
export function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${escapeText(part.trim())}</p>`)
    .join('\n');
}

/** The whole style of a report: it needs nothing from outside, and prints black on white. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --faint: #5c5c5c; --rule: #c8c4bb; --paper: #fffdf8; --band: #f3efe5; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e4da; --faint: #a8a396; --rule: #4a473f; --paper: #1b1a17; --band: #26241f; }
}
body { font: 16px/1.5 Georgia, 'Times New Roman', serif; color: var(--ink); background: var(--paper);
  max-width: 62rem; margin: 2rem auto; padding: 0 1.2rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.3rem; margin: 2.4rem 0 .4rem; border-top: 1px solid var(--rule); padding-top: 1rem; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .3rem; }
p { max-width: 44rem; margin: .5rem 0; }
.lead { font-size: 1.1rem; }
.facts, small, caption, figcaption { color: var(--faint); }
.facts { font-size: .95rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: .8rem 0; font-size: .92rem; min-width: 30rem; }
caption { text-align: left; padding-bottom: .3rem; }
th, td { padding: .25rem .8rem .25rem 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--rule); }
thead th { border-bottom: 2px solid var(--rule); font-weight: normal; color: var(--faint); }
tbody th { font-weight: normal; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.n small { display: block; }
code { font: .85em/1.4 ui-monospace, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
figure { margin: 1rem 0; break-inside: avoid; }
figure svg { max-width: 100%; height: auto; }
ul { padding-left: 1.2rem; max-width: 44rem; }
@media print {
  :root { color-scheme: light; --ink: #000; --faint: #444; --rule: #999; --paper: #fff; --band: #eee; }
  body { font-size: 10.5pt; margin: 0; max-width: none; }
  h2, h3 { break-after: avoid; }
  table { font-size: 9pt; min-width: 0; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .wide { overflow: visible; }
}
`;
