import type { WireAct, WireAuthority, WireData, WireSpan } from '../../record/index.ts';
import { text, textWidth, type Style } from '../lettering.ts';
import { colourOfSide, paint } from '../palette.ts';
import { escapeText, path, rect, straightPath, type Box } from '../svg.ts';
import { BAR_STYLE, barExtent, type LeaveBar } from './bars.ts';
import { isInWindow, isRinged, xOf, type WireLayout, type Zone } from './layout.ts';
import { drawAct } from './marks.ts';
import type { WireLexicon } from './lexicon.ts';
import { momentWords } from './words.ts';

/** Half the distance of the two lines of the hill: between them stands who holds it. */
const HALF = 4.5;
const RING = 5.6;
/** Rings nearer than this stand as one with a count. */
const JOIN = 13;
const DIGIT = 7;

const SMALL: Style = { family: 'sans', size: 10.5, colour: 'muted' };
const ACT: Style = { family: 'sans', size: 10.5 };
const COUNT: Style = { family: 'sans', size: 10, weight: 600 };
const NAME: Style = { family: 'serif', size: 14, weight: 600 };

export interface DrawnHill {
  readonly svg: string;
  readonly authorities: readonly WireAuthority[];
  readonly hasBars: boolean;
  readonly boxes: readonly Box[];
}

/** Pattern of the bars between an act and its late leave. */
export function leaveHatch(): string {
  const line = path('M-1 1L1 -1M0 6L6 0M5 7L7 5', paint({ fill: 'none', stroke: 'ink', width: 1 }));
  return (
    '<pattern id="khasan-wire-hatch" width="6" height="6" patternUnits="userSpaceOnUse">' +
    `${line}</pattern>`
  );
}

/** The hill in the middle: who holds it, what is done about it, and how far ahead of its paper. */
export function drawHill(data: WireData, layout: WireLayout): DrawnHill {
  const { chart, hillY } = layout;
  const name = text(data.hill.name, NAME, { x: layout.namesRight, y: hillY + 5, anchor: 'end' });
  const zones = layout.zones.map((zone, side) => drawZone(data, layout, zone, side));
  const svg = [
    ...data.hill.spans.map((span) => drawSpan(span, layout)),
    hillLines(layout),
    ...data.acts.map((act) => drawTick(data, layout, act)),
    ...zones.map((zone) => zone.svg),
    name,
  ].join('');
  const deepest = (zone: Zone): number =>
    Math.max(0, ...[...zone.lanes, ...zone.bars].map(({ y }) => Math.abs(y - hillY)));
  return {
    svg,
    authorities: [...new Set(layout.zones.flatMap((zone) => zone.lanes.map((l) => l.authority)))],
    hasBars: layout.zones.some(({ bars }) => bars.length > 0),
    boxes: [
      {
        left: chart.left,
        right: chart.right,
        top: hillY - deepest(layout.zones[1]) - 9,
        bottom: hillY + deepest(layout.zones[0]) + 9,
      },
    ],
  };
}

function hillLines({ chart, hillY }: WireLayout): string {
  const line = (y: number): string =>
    straightPath([
      { x: chart.left, y },
      { x: chart.right, y },
    ]);
  const style = { fill: 'none', stroke: 'ink', width: 2.2 } as const;
  return path(line(hillY - HALF) + line(hillY + HALF), paint(style));
}

/** Solid in the hands of the one side, hollow in those of the other, half and half where both stand. */
function drawSpan(span: WireSpan, layout: WireLayout): string {
  if (span.holder === 'none') return '';
  const box = {
    left: Math.max(layout.chart.left, xOf(layout, span.fromTick)),
    right: Math.min(layout.chart.right, xOf(layout, span.toTick)),
    top: layout.hillY - HALF,
    bottom: layout.hillY + HALF,
  };
  const middle = layout.hillY;
  if (span.holder === 'both') {
    return (
      rect({ ...box, bottom: middle }, paint({ fill: 'side1' })) +
      rect({ ...box, top: middle }, paint({ fill: 'side0', opacity: 0.3 }))
    );
  }
  if (span.holder === 1) return rect(box, paint({ fill: 'side1' }));
  const inner = { ...box, top: middle - 2, bottom: middle + 2 };
  return rect(inner, paint({ fill: 'paper', stroke: 'side0', width: 1 }));
}

/** Every act is a tick on the line, on the hand of its side: solid or hollow. */
function drawTick(data: WireData, layout: WireLayout, act: WireAct): string {
  if (act.tick < 0 || !isInWindow(data, act.tick)) return '';
  const { side } = data.offices[act.office]!;
  const hand = side === 0 ? 1 : -1;
  const x = xOf(layout, act.tick);
  const y = layout.hillY + hand * (HALF + 1);
  const isStrong = isRinged(act);
  const length = isStrong ? 8 : 4;
  const stroke = colourOfSide(side);
  const points = [
    { x, y },
    { x, y: y + hand * length },
  ];
  return path(
    straightPath(points),
    paint({ fill: 'none', stroke, width: isStrong ? 2 : 1, opacity: isStrong ? 1 : 0.6 }),
  );
}

function drawZone(
  data: WireData,
  layout: WireLayout,
  zone: Zone,
  side: number,
): { readonly svg: string } {
  const acts = data.acts.filter(
    (act) => data.offices[act.office]!.side === side && isRinged(act) && isInWindow(data, act.tick),
  );
  const lanes = zone.lanes.map(({ authority, y }) => {
    const own = acts.filter((act) => act.authority === authority);
    const words = text(layout.words.authority[authority], SMALL, {
      x: layout.namesRight,
      y: y + 3.5,
      anchor: 'end',
    });
    const groups = joined(own, layout);
    const drawn = groups.map((group, index) => {
      const free = (groups[index + 1]?.x ?? layout.chart.right + RING) - RING;
      const label = layout.detail === 'war' ? '' : actLabel(group, y, free, layout.words);
      return drawGroup(data, group, y, side, layout.words) + label;
    });
    return words + drawn.join('');
  });
  const bars = zone.bars.map((bar) => drawBar(data, layout, bar));
  const more =
    zone.barsLeftOut === 0
      ? ''
      : text(layout.words.barsMore(zone.barsLeftOut), SMALL, {
          x: layout.namesRight,
          y: (zone.bars[zone.bars.length - 1]?.y ?? layout.hillY) + 3.5,
          anchor: 'end',
        });
  return { svg: lanes.join('') + bars.join('') + more };
}

/** What an act was, right of its ring, where its lane is free as far as the words go. */
function actLabel({ x, acts }: Group, y: number, freeUntil: number, { act }: WireLexicon): string {
  const [first, second] = acts;
  if (first === undefined || second !== undefined) return '';
  const words = act(first);
  const left = x + RING + 4;
  return left + textWidth(words, ACT) > freeUntil
    ? ''
    : text(words, ACT, { x: left, y: y + 3.5, halo: true });
}

interface Group {
  readonly x: number;
  readonly acts: WireAct[];
}

/** Acts of a lane, those that would cover each other taken together. */
function joined(acts: readonly WireAct[], layout: WireLayout): Group[] {
  const groups: Group[] = [];
  for (const act of [...acts].sort((a, b) => a.tick - b.tick)) {
    const x = xOf(layout, act.tick);
    const last = groups[groups.length - 1];
    const digits =
      last === undefined || last.acts.length === 1 ? 0 : String(last.acts.length).length;
    const room = JOIN + digits * DIGIT;
    if (last !== undefined && x - last.x < room) last.acts.push(act);
    else groups.push({ x, acts: [act] });
  }
  return groups;
}

function drawGroup(
  data: WireData,
  { x, acts }: Group,
  y: number,
  side: number,
  lexicon: WireLexicon,
): string {
  const [first] = acts;
  const titles = acts.map((act) => {
    const words = lexicon.ahead(act);
    const what = `${data.offices[act.office]!.name}: ${lexicon.act(act)}`;
    return `${momentWords(data, act.tick, lexicon.months)} ${what}${words === '' ? '' : `; ${words}`}`;
  });
  const count =
    acts.length === 1 ? '' : text(String(acts.length), COUNT, { x: x + RING + 1.5, y: y + 3.5 });
  const name = `<title>${escapeText(titles.join('\n'))}</title>`;
  const ring = drawAct(first!.authority, { x, y }, RING, side);
  return `<g data-event="${escapeText(first!.event)}">${name}${ring}${count}</g>`;
}

function drawBar(
  data: WireData,
  layout: WireLayout,
  bar: LeaveBar & { readonly y: number },
): string {
  const { chart } = layout;
  const extent = barExtent(bar, data, layout.unitsPerTick);
  const box = {
    left: Math.max(chart.left, xOf(layout, bar.fromTick)),
    right: Math.min(chart.right, xOf(layout, bar.paperTick)),
    top: bar.y - 4,
    bottom: bar.y + 4,
  };
  const hatch =
    rect(box, paint({ fill: 'paper' })) +
    rect(box, ' fill="url(#khasan-wire-hatch)"') +
    rect(box, paint({ fill: 'none', stroke: 'ink', width: 1 }));
  const wordsLeft =
    chart.left + extent.wordsAt - (extent.anchor === 'end' ? textWidth(bar.words, BAR_STYLE) : 0);
  const isUpon = wordsLeft < box.right && wordsLeft + textWidth(bar.words, BAR_STYLE) > box.left;
  const ground = {
    left: wordsLeft - 4,
    right: wordsLeft + textWidth(bar.words, BAR_STYLE) + 2,
    top: bar.y - 6,
    bottom: bar.y + 6,
  };
  // Words that find no room beside their bar stand upon it, on a ground of their own.
  const clearing = isUpon ? rect(ground, paint({ fill: 'paper' })) : '';
  const words = text(bar.words, BAR_STYLE, {
    x: chart.left + extent.wordsAt,
    y: bar.y + 3.8,
    anchor: extent.anchor,
    halo: true,
  });
  return `<g data-event="${escapeText(bar.acts[0]!.event)}">${hatch}${clearing}${words}</g>`;
}
