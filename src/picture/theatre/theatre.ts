import type { Point } from '../../hex/index.ts';
import { placeLabels, type LabelWish, type PlacedLabel } from '../labels.ts';
import { text, textWidth, type Style } from '../lettering.ts';
import { colourOfSide, paint, styleSheet } from '../palette.ts';
import { escapeText, num, path, rect, straightPath, type Box } from '../svg.ts';
import {
  layOutTheatre,
  linkedNodes,
  onRing,
  type TheatreLayout,
  type TheatreModel,
} from './layout.ts';

/** Units of one side that stand at one place of the theatre, or are between two. */
export interface TheatreStack {
  /** Index of the node where they are, or which they left last. */
  readonly node: number;
  /** Node they are on the way to, -1 for those who stand. */
  readonly next: number;
  /** Part of the way that lies behind them, 0–1. */
  readonly share: number;
  readonly side: number;
  readonly men: number;
  readonly units: number;
  /** Symbol code of the strongest unit. */
  readonly sidc: string;
}

export interface TheatreView {
  readonly width: number;
  readonly height: number;
  readonly stacks: readonly TheatreStack[];
  /** `[node]` names in the language of the reader. */
  readonly names: readonly string[];
  /** Inside of an SVG group 200 wide for a unit, or '' for a plain bar. */
  readonly symbolFor: (sidc: string, side: number) => string;
  /** Words: the title, the name of the battlefield, the note at the foot. */
  readonly words: { readonly title: string; readonly lake: string; readonly note: string };
  /** Only the largest stacks and the main places, for a corner of a page. */
  readonly small?: boolean;
  /** Leave out the style sheet, for a page that brings its own. */
  readonly bare?: boolean;
}

export interface TheatreComposition {
  readonly svg: string;
  readonly layout: TheatreLayout;
  readonly labels: readonly PlacedLabel[];
}

/** Kilometres at which rings are drawn. */
const RINGS = [25, 100, 250, 500] as const;
const SMALL_RINGS = [100, 500] as const;
/** Width of a symbol. */
const SYMBOL = 26;
/** A ring smaller than this has no room for its words. */
const RING_LEAST = 40;
const SMALL_SYMBOL = 13;

/** The network off the battlefield: places, ways by their kind, and who stands or marches there. */
export function composeTheatre(model: TheatreModel, view: TheatreView): TheatreComposition {
  const isSmall = view.small === true;
  const edge = isSmall ? 16 : 44;
  const margins = { left: edge, top: edge, right: edge, bottom: edge + (isSmall ? 0 : 18) };
  const layout = layOutTheatre(model, view, margins);
  const marks = layout.nodes.map(({ x, y }) => around(x, y, 3));
  const lake = around(layout.lake.x, layout.lake.y, isSmall ? 6 : 9);
  const rings = drawRings(layout, isSmall);
  const drawn = drawStacks(layout, view, isSmall ? [lake] : [...marks, ...rings.boxes, lake]);
  const room = { left: 2, top: 2, right: view.width - 2, bottom: view.height - (isSmall ? 2 : 22) };
  const labels = placeLabels(
    wishesOf(model, layout, view),
    room,
    [...drawn.boxes, ...rings.boxes, ...marks, lake],
    waysAsPoints(model, layout),
  );
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="khasan-map khasan-theatre" width="${num(view.width)}" ` +
      `height="${num(view.height)}" viewBox="0 0 ${num(view.width)} ${num(view.height)}" role="img">`,
    `<title>${escapeText(view.words.title)}</title>`,
    view.bare === true ? '' : styleSheet(),
    rect({ left: 0, top: 0, right: view.width, bottom: view.height }, paint({ fill: 'panel' })),
    rings.svg,
    drawWays(model, layout, isSmall),
    drawNodes(model, layout, isSmall),
    rect(lake, paint({ fill: 'none', stroke: 'ink', width: 1.4 })),
    drawn.svg,
    ...labels.map((label) => label.svg),
    isSmall ? '' : text(view.words.note, NOTE, { x: 8, y: view.height - 8 }),
    '</svg>',
  ];
  return { svg: `${svg.join('\n')}\n`, layout, labels };
}

const NOTE: Style = { family: 'sans', size: 11, colour: 'muted' };

function around(x: number, y: number, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

/** Rings of distance, each with its kilometres where they lie on the sheet. */
function drawRings(layout: TheatreLayout, isSmall: boolean): Drawn {
  const dotted = paint({ fill: 'none', stroke: 'muted', width: 0.6, dash: '1 4' });
  const boxes: Box[] = [];
  const rings = (isSmall ? SMALL_RINGS : RINGS).map((km) => {
    const radius = Math.sqrt(km) * layout.scale;
    const circle = `<circle cx="${num(layout.lake.x)}" cy="${num(layout.lake.y)}" r="${num(radius)}"${dotted}/>`;
    const at = onRing(layout, km, 160);
    const isIn = at.x > 0 && at.y < layout.height - 30 && at.x < layout.width - 40;
    if (isSmall || !isIn || radius < RING_LEAST) return circle;
    const words = `${String(km)} km`;
    const half = textWidth(words, NOTE) / 2;
    boxes.push({ left: at.x - half, right: at.x + half, top: at.y - 11, bottom: at.y + 4 });
    return circle + text(words, NOTE, { ...at, anchor: 'middle', halo: true });
  });
  return { svg: rings.join(''), boxes };
}

/** Railways are crossed, roads plain, tracks dashed, the sea and ferries dotted. */
function drawWays(model: TheatreModel, layout: TheatreLayout, isSmall: boolean): string {
  const width = isSmall ? 0.8 : 1.2;
  const seen = new Map<string, number>();
  return model.theatre.links
    .map(({ from, to, kind }) => {
      const pair = `${String(Math.min(from, to))} ${String(Math.max(from, to))}`;
      const before = seen.get(pair) ?? 0;
      seen.set(pair, before + 1);
      const line = besides(layout.nodes[from]!, layout.nodes[to]!, before * (isSmall ? 2 : 4));
      if (kind === 'rail') {
        return (
          path(straightPath(line), paint({ fill: 'none', stroke: 'ink', width })) +
          path(sleepers(line, isSmall ? 9 : 8), paint({ fill: 'none', stroke: 'ink', width }))
        );
      }
      const dash = kind === 'track' ? '5 3' : kind === 'road' ? '' : '1.5 3.5';
      const stroke = kind === 'sea' || kind === 'ferry' ? 'shore' : 'muted';
      const round = kind === 'sea' || kind === 'ferry' ? ' stroke-linecap="round"' : '';
      const look = { fill: 'none', stroke, width: width + 0.4 } as const;
      return path(straightPath(line), paint(dash === '' ? look : { ...look, dash }) + round);
    })
    .join('');
}

/** A second way between the same places lies beside the first. */
function besides(from: Point, to: Point, by: number): Point[] {
  const x = to.x - from.x;
  const y = to.y - from.y;
  const length = Math.max(1, Math.sqrt(x * x + y * y));
  const aside = { x: (-y / length) * by, y: (x / length) * by };
  return [from, to].map((point) => ({ x: point.x + aside.x, y: point.y + aside.y }));
}

function sleepers(line: readonly Point[], every: number): string {
  const [from, to] = [line[0]!, line[1]!];
  const x = to.x - from.x;
  const y = to.y - from.y;
  const length = Math.max(1, Math.sqrt(x * x + y * y));
  const count = Math.floor(length / every);
  let data = '';
  for (let index = 1; index < count; index++) {
    const at = { x: from.x + (x * index) / count, y: from.y + (y * index) / count };
    const half = { x: (-y / length) * 2.5, y: (x / length) * 2.5 };
    data += straightPath([
      { x: at.x - half.x, y: at.y - half.y },
      { x: at.x + half.x, y: at.y + half.y },
    ]);
  }
  return data;
}

function drawNodes(model: TheatreModel, layout: TheatreLayout, isSmall: boolean): string {
  const linked = linkedNodes(model);
  return layout.nodes
    .map((at, node) => {
      const fill = linked.has(node) ? 'ink' : 'panel';
      const radius = isSmall ? 1.8 : model.theatre.nodes[node]!.gateHex >= 0 ? 2 : 3;
      const look = paint({ fill, stroke: 'ink', width: 1 });
      return `<circle cx="${num(at.x)}" cy="${num(at.y)}" r="${num(radius)}"${look}/>`;
    })
    .join('');
}

/** A layer, and the room that its signs take. */
interface Drawn {
  readonly svg: string;
  readonly boxes: readonly Box[];
}

/** Symbols at their places or on their ways, the strongest first; one that finds no room stands aside. */
function drawStacks(layout: TheatreLayout, view: TheatreView, marks: readonly Box[]): Drawn {
  const width = view.small === true ? SMALL_SYMBOL : SYMBOL;
  const taken: Box[] = [...marks];
  const inOrder = [...view.stacks].sort(
    (a, b) => b.men - a.men || a.node - b.node || a.next - b.next || a.side - b.side,
  );
  const svg = inOrder.map((stack) => {
    const from = layout.nodes[stack.node]!;
    const to = layout.nodes[stack.next] ?? from;
    const home = {
      x: from.x + (to.x - from.x) * stack.share,
      y: from.y + (to.y - from.y) * stack.share,
    };
    const at = freeSpot(home, width, view, taken);
    taken.push(stackBox(at, width, view));
    const lead = path(
      straightPath([home, at]),
      paint({ fill: 'none', stroke: colourOfSide(stack.side), width: 0.8 }),
    );
    return lead + drawStack(stack, at, width, view);
  });
  return { svg: svg.join(''), boxes: taken.slice(marks.length) };
}

function stackBox({ x, y }: Point, width: number, view: TheatreView): Box {
  const half = width / 2;
  const figures = view.small === true ? 0 : 12;
  return {
    left: x - half - 1,
    right: x + half + 1,
    top: y - half * 0.8,
    bottom: y + half * 0.7 + figures,
  };
}

const TURNS = [
  [0, -1],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0.75, -0.75],
  [-0.75, -0.75],
  [0.75, 0.75],
  [-0.75, 0.75],
] as const;

function freeSpot(home: Point, width: number, view: TheatreView, taken: readonly Box[]): Point {
  for (const reach of [0.75, 0.95, 1.2, 1.8, 2.5, 3.3]) {
    for (const [x, y] of TURNS) {
      const at = { x: home.x + x * reach * width, y: home.y + y * reach * width };
      const box = stackBox(at, width, view);
      const isOn =
        box.left > 1 && box.top > 1 && box.right < view.width - 1 && box.bottom < view.height - 14;
      const isFree = taken.every(
        (other) =>
          box.left >= other.right ||
          other.left >= box.right ||
          box.top >= other.bottom ||
          other.top >= box.bottom,
      );
      if (isOn && isFree) return at;
    }
  }
  return home;
}

function drawStack(stack: TheatreStack, at: Point, width: number, view: TheatreView): string {
  const own = colourOfSide(stack.side);
  const symbol = view.small === true ? '' : view.symbolFor(stack.sidc, stack.side);
  const scale = width / 150;
  const half = width / 2;
  const mark =
    symbol === ''
      ? rect(
          {
            left: at.x - half,
            right: at.x + half,
            top: at.y - half * 0.6,
            bottom: at.y + half * 0.6,
          },
          paint({ fill: stack.side === 0 ? 'paper' : own, stroke: own, width: 1.4 }),
        )
      : `<g transform="translate(${num(at.x - 100 * scale)} ${num(at.y - 100 * scale)}) scale(${scale.toFixed(3)})">${symbol}</g>`;
  if (view.small === true) return mark;
  const style: Style = { family: 'sans', size: 11, weight: 600, colour: own };
  const arrow = stack.next < 0 ? '' : '→ ';
  const count = stack.units > 1 ? ` ×${String(stack.units)}` : '';
  return (
    mark +
    text(`${arrow}${String(stack.men)}${count}`, style, {
      x: at.x,
      y: at.y + half * 0.67 + 10,
      anchor: 'middle',
      halo: true,
    })
  );
}

/** Names of places: capitals and garrisons always, gates where there is room. */
function wishesOf(model: TheatreModel, layout: TheatreLayout, view: TheatreView): LabelWish[] {
  const linked = linkedNodes(model);
  const ends = new Map<number, number>();
  for (const { from, to } of model.theatre.links) {
    for (const node of [from, to]) ends.set(node, (ends.get(node) ?? 0) + 1);
  }
  const isBusy = new Set(view.stacks.map(({ node }) => node));
  const name: Style = { family: 'serif', size: view.small === true ? 11 : 13 };
  const capital: Style = { ...name, italic: true };
  const wishes = layout.nodes.flatMap((at, node): LabelWish[] => {
    const isGate = model.theatre.nodes[node]!.gateHex >= 0;
    const isCapital = !linked.has(node);
    const isEnd = ends.get(node) === 1;
    if (view.small === true && !isCapital && !(isEnd && !isGate)) return [];
    return [
      {
        id: model.theatre.nodes[node]!.id,
        rank: isGate ? 3 : isCapital || isEnd || isBusy.has(node) ? 1 : 2,
        weight: ends.get(node) ?? 0,
        lines: [view.names[node] ?? model.theatre.nodes[node]!.name],
        styles: [isCapital ? capital : name],
        at,
        clear: 3,
      },
    ];
  });
  const lake: LabelWish = {
    id: '',
    rank: 1,
    weight: 99,
    lines: [view.words.lake],
    styles: [{ ...name, weight: 600 }],
    at: layout.lake,
    clear: view.small === true ? 6 : 10,
  };
  return [lake, ...wishes];
}

function waysAsPoints(model: TheatreModel, layout: TheatreLayout): Point[] {
  return model.theatre.links.flatMap(({ from, to }) => {
    const [a, b] = [layout.nodes[from]!, layout.nodes[to]!];
    return [0.15, 0.3, 0.45, 0.6, 0.75, 0.9].map((share) => ({
      x: a.x + (b.x - a.x) * share,
      y: a.y + (b.y - a.y) * share,
    }));
  });
}
