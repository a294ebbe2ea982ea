import type { WireAct, WireAuthority, WireData, WireMessage } from '../../record/index.ts';
import { textWidth, type Style } from '../lettering.ts';
import type { Box } from '../svg.ts';
import { barsOf, laneBars, type LeaveBar } from './bars.ts';
import { ENGLISH, type WireLexicon } from './lexicon.ts';

/** How much of the mail is drawn: the longer the window, the less. */
export type Detail = 'war' | 'week' | 'day';

/** Longest windows, in ticks, of which everything, and of which all but words, is drawn. */
const DAY_TICKS_MAX = 72 * 4;
const WEEK_TICKS_MAX = 240 * 4;

/** Lanes of acts, from the hill line outwards. */
export const AUTHORITY_LANES: readonly WireAuthority[] = [
  'within',
  'standing',
  'unbacked',
  'initiative',
  'against-ban',
];

/** A row that is drawn, with its height on the sheet. */
export interface DrawnRow {
  /** Index in the data's rows. */
  readonly row: number;
  readonly y: number;
}

/** The strip of one side beside the hill line. */
export interface Zone {
  /** 1 below the line, -1 above it. */
  readonly hand: 1 | -1;
  /** Lanes in use, from the line outwards, and their heights. */
  readonly lanes: readonly { readonly authority: WireAuthority; readonly y: number }[];
  readonly bars: readonly (LeaveBar & { readonly y: number })[];
  /** Bars for which there was no lane. */
  readonly barsLeftOut: number;
}

/** Where everything on the sheet stands. Lengths are units of the drawing. */
export interface WireLayout {
  readonly width: number;
  readonly chart: Box;
  /** Right edge of the names of rows. */
  readonly namesRight: number;
  readonly detail: Detail;
  readonly rows: readonly DrawnRow[];
  readonly hillY: number;
  readonly zones: readonly [Zone, Zone];
  readonly titleY: number;
  readonly legendTop: number;
  readonly unitsPerTick: number;
  readonly fromTick: number;
  readonly words: WireLexicon;
}

export const ROW_STEP = 16;
const GROUP_GAP = 9;
const LANE_STEP = 15;
const BAR_STEP = 15;
const HILL_CLEAR = 20;
const EDGE = 24;
const HEAD = 74;
const AXIS = 34;
const NAME_WIDTH_MAX = 240;
const BARS_MAX = 6;

const GROUP_WIDTH_LEAST = 60;

export const GROUP_STYLE: Style = { family: 'serif', size: 13, weight: 600 };
export const NAME_STYLE: Style = { family: 'sans', size: 11 };

export function detailOf(data: Pick<WireData, 'fromTick' | 'toTick'>): Detail {
  const ticks = data.toTick - data.fromTick;
  return ticks <= DAY_TICKS_MAX ? 'day' : ticks <= WEEK_TICKS_MAX ? 'week' : 'war';
}

/** Whether a message is drawn at all: over weeks the reports would cover everything else. */
export function isDrawn(message: WireMessage, detail: Detail): boolean {
  return detail !== 'war' || message.kind !== 'report';
}

/** Acts that get a ring: force, and whatever stands on nothing. The rest are ticks on the line. */
export function isRinged(act: WireAct): boolean {
  return act.force || (act.authority !== 'within' && act.authority !== 'standing');
}

/** Lays the sheet out for the rows that have something to show. */
export function layOutWire(
  data: WireData,
  width: number,
  words: WireLexicon = ENGLISH,
): WireLayout {
  const detail = detailOf(data);
  const used = usedRows(data, detail);
  const nameWidth = Math.min(
    NAME_WIDTH_MAX,
    Math.max(60, ...used.map((row) => textWidth(data.rows[row]!.name, NAME_STYLE))),
  );
  const groupWidth = Math.max(
    GROUP_WIDTH_LEAST,
    ...used.map((row) => textWidth(data.rows[row]!.group, GROUP_STYLE)),
  );
  const left = EDGE + groupWidth + 12 + nameWidth + 10;
  const right = width - EDGE;
  const unitsPerTick = (right - left) / (data.toTick - data.fromTick);
  const cursor = { y: HEAD + AXIS + 6 };
  const above = placeRows(
    data,
    used.filter((row) => row < data.hillRow),
    cursor,
  );
  const zoneAbove = zoneOf(data, 1, unitsPerTick, words);
  const zoneBelow = zoneOf(data, 0, unitsPerTick, words);
  const hillY = cursor.y + heightOf(zoneAbove) + HILL_CLEAR;
  cursor.y = hillY + heightOf(zoneBelow) + HILL_CLEAR + ROW_STEP * 0.5;
  const below = placeRows(
    data,
    used.filter((row) => row >= data.hillRow),
    cursor,
  );
  const bottom = cursor.y + 2;
  return {
    width,
    chart: { left, top: HEAD + AXIS, right, bottom },
    namesRight: left - 10,
    detail,
    rows: [...above, ...below],
    hillY,
    zones: [stand(zoneBelow, hillY), stand(zoneAbove, hillY)],
    titleY: 40,
    legendTop: bottom + AXIS + 18,
    unitsPerTick,
    fromTick: data.fromTick,
    words,
  };
}

/** Rows with a message that is drawn; acts are drawn on the hill line. */
function usedRows(data: WireData, detail: Detail): number[] {
  const used = data.rows.map(() => false);
  for (const message of data.messages) {
    if (!isDrawn(message, detail)) continue;
    const { from, to } = rowsOfMessage(data, message);
    used[from] = true;
    used[to] = true;
  }
  return used.flatMap((isUsed, row) => (isUsed ? [row] : []));
}

/** Rows between which a message is drawn: a note meets the upper capital where it is drawn again. */
export function rowsOfMessage(
  data: WireData,
  message: WireMessage,
): { readonly from: number; readonly to: number } {
  const from = data.offices[message.from]!;
  const to = data.offices[message.to]!;
  const isAcross = from.side !== to.side;
  const rowOf = (office: number): number => {
    const again = data.rows.findIndex((row) => row.again && row.offices.includes(office));
    return isAcross && again >= 0 ? again : data.offices[office]!.row;
  };
  return { from: rowOf(message.from), to: rowOf(message.to) };
}

function placeRows(data: WireData, rows: readonly number[], cursor: { y: number }): DrawnRow[] {
  let group = '';
  return rows.map((row) => {
    const next = data.rows[row]!.group;
    if (group !== '' && group !== next) cursor.y += GROUP_GAP;
    group = next;
    const y = cursor.y + ROW_STEP / 2;
    cursor.y += ROW_STEP;
    return { row, y };
  });
}

interface LooseZone {
  readonly hand: 1 | -1;
  readonly authorities: readonly WireAuthority[];
  readonly bars: readonly (LeaveBar & { readonly lane: number })[];
  readonly barLanes: number;
  readonly barsLeftOut: number;
}

function zoneOf(data: WireData, side: number, unitsPerTick: number, words: WireLexicon): LooseZone {
  const acts = data.acts.filter(
    (act) => data.offices[act.office]!.side === side && isRinged(act) && act.tick >= 0,
  );
  const authorities = AUTHORITY_LANES.filter((authority) =>
    acts.some((act) => act.authority === authority && isInWindow(data, act.tick)),
  );
  const laned = laneBars(barsOf(data, side, words), data, unitsPerTick, BARS_MAX);
  return { hand: side === 0 ? 1 : -1, authorities, ...laned };
}

export function isInWindow(data: Pick<WireData, 'fromTick' | 'toTick'>, tick: number): boolean {
  return tick >= data.fromTick && tick <= data.toTick;
}

function heightOf(zone: LooseZone): number {
  return zone.authorities.length * LANE_STEP + zone.barLanes * BAR_STEP;
}

function stand(zone: LooseZone, hillY: number): Zone {
  const first = hillY + zone.hand * HILL_CLEAR;
  const lanes = zone.authorities.map((authority, index) => ({
    authority,
    y: first + zone.hand * index * LANE_STEP,
  }));
  const beyond = first + zone.hand * lanes.length * LANE_STEP;
  return {
    hand: zone.hand,
    lanes,
    bars: zone.bars.map((bar) => ({ ...bar, y: beyond + zone.hand * bar.lane * BAR_STEP })),
    barsLeftOut: zone.barsLeftOut,
  };
}

/** Place of a tick across the sheet; may lie beyond the chart. */
export function xOf(layout: WireLayout, tick: number): number {
  return layout.chart.left + (tick - layout.fromTick) * layout.unitsPerTick;
}
