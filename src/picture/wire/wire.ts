import type { WireData } from '../../record/index.ts';
import { placeLabels, type PlacedLabel } from '../labels.ts';
import { text, textWidth, type Style } from '../lettering.ts';
import { paint, styleSheet } from '../palette.ts';
import { escapeText, num, rect } from '../svg.ts';
import { drawAxes, drawGround } from './axis.ts';
import { drawHill, leaveHatch } from './hill.ts';
import { layOutWire, type WireLayout } from './layout.ts';
import { drawWireLegend } from './legend.ts';
import { drawRows } from './rows.ts';
import { drawStrokes } from './strokes.ts';
import { ENGLISH, type WireLexicon } from './lexicon.ts';
import { momentWords } from './words.ts';

export interface WireView {
  /** Width of the sheet; 1500 by default, 900 at least. */
  readonly width?: number;
  /** Words under the finding: which run this is. */
  readonly caption?: string;
  /** In another language than English. */
  readonly words?: WireLexicon;
  /** Leave out the style sheet, for a page that brings its own. */
  readonly bare?: boolean;
}

/** Where everything went; for tests of its geometry, and for a page that lays its own marks over it. */
export interface WireComposition {
  readonly svg: string;
  readonly layout: WireLayout;
  readonly height: number;
  readonly labels: readonly PlacedLabel[];
}

const WIDTH = 1500;
const WIDTH_LEAST = 900;
const TITLE: Style = { family: 'serif', size: 20, weight: 600 };
const TITLE_LEAST = 12;
/** A name that would cover more of the strokes is left to the pointer and the table. */
const COVERED_MOST = 3;
const UNDER: Style = { family: 'sans', size: 12, colour: 'muted' };

/** The Wire: a railway timetable of permission and mail. */
export function drawWire(data: WireData, view: WireView = {}): string {
  return composeWire(data, view).svg;
}

/** `drawWire` with its layout and the places of its labels. */
export function composeWire(data: WireData, view: WireView = {}): WireComposition {
  const words = view.words ?? ENGLISH;
  const layout = layOutWire(data, Math.max(WIDTH_LEAST, view.width ?? WIDTH), words);
  const strokes = drawStrokes(data, layout);
  const hill = drawHill(data, layout);
  const { chart } = layout;
  const taken = [...strokes.boxes, ...hill.boxes];
  const labels = placeLabels(strokes.wishes, chart, taken, strokes.points, COVERED_MOST);
  const finding = words.finding(data);
  const size = fittingSize(finding, layout.width - 48);
  const moment = (tick: number): string => momentWords(data, tick, words.months);
  const span = words.span(moment(data.fromTick), moment(data.toTick));
  const caption = view.caption === undefined ? '' : `${view.caption} · `;
  const legend = drawWireLegend(data, layout, strokes, hill);
  const height = legend.bottom + 24;
  const clip = `<clipPath id="khasan-wire-edge">${rect(chart, '')}</clipPath>`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="khasan-wire" width="${num(layout.width)}" ` +
      `height="${num(height)}" viewBox="0 0 ${num(layout.width)} ${num(height)}" ` +
      `role="img"><title>${escapeText(`${words.title}. ${finding}`)}</title>`,
    view.bare === true ? '' : styleSheet('khasan-wire'),
    `<defs>${clip}${leaveHatch()}</defs>`,
    rect({ left: 0, top: 0, right: layout.width, bottom: height }, paint({ fill: 'paper' })),
    text(finding, { ...TITLE, size }, { x: 24, y: layout.titleY }),
    text(`${caption}${span}`, UNDER, { x: 24, y: layout.titleY + 22 }),
    drawGround(data, layout),
    drawRows(data, layout),
    `<g clip-path="url(#khasan-wire-edge)">${strokes.svg}</g>`,
    hill.svg,
    labels.map((label) => label.svg).join(''),
    drawAxes(data, layout),
    legend.svg,
    '</svg>',
  ];
  return { svg: `${svg.join('\n')}\n`, layout, height, labels };
}

/** Size at which a line fits a width, the wanted size at most. */
function fittingSize(line: string, width: number): number {
  const share = width / textWidth(line, TITLE);
  return share >= 1 ? TITLE.size : Math.max(TITLE_LEAST, TITLE.size * share);
}
