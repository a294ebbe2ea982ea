import type { WireAct, WireData } from '../../record/index.ts';
import { textWidth, type Style } from '../lettering.ts';
import { ENGLISH, type WireLexicon } from './lexicon.ts';

/** Acts of one office ahead of one paper: a hatched bar from the first of them to the paper. */
export interface LeaveBar {
  readonly fromTick: number;
  readonly paperTick: number;
  readonly office: number;
  readonly acts: readonly WireAct[];
  readonly words: string;
}

export const BAR_STYLE: Style = { family: 'sans', size: 11 };

/** Bars of a side that touch the window, by their start. Deeds go before orders of the same hour. */
export function barsOf(
  data: WireData,
  side: number,
  words: Pick<WireLexicon, 'bar'> = ENGLISH,
): LeaveBar[] {
  const late = data.acts.filter(
    (act) =>
      data.offices[act.office]!.side === side &&
      act.aheadHours !== null &&
      act.aheadHours > 0 &&
      act.paperTick >= data.fromTick &&
      act.tick <= data.toTick,
  );
  const groups = new Map<string, WireAct[]>();
  for (const act of late) {
    const key = `${String(act.office)} ${String(act.paperTick)}`;
    groups.set(key, [...(groups.get(key) ?? []), act]);
  }
  return [...groups.values()]
    .map((acts) => barOf(data, acts, words))
    .sort((a, b) => a.fromTick - b.fromTick || a.paperTick - b.paperTick);
}

function barOf(
  data: WireData,
  acts: readonly WireAct[],
  { bar }: Pick<WireLexicon, 'bar'>,
): LeaveBar {
  const inOrder = [...acts].sort((a, b) => a.tick - b.tick);
  const [first] = inOrder;
  const { tick, paperTick, office } = first!;
  const words = bar(data.offices[office]!.name, first!, (paperTick - tick) / 4, acts.length);
  return { fromTick: tick, paperTick, office, acts: inOrder, words };
}

/**
 * Gives each bar the first lane in which it and its words are free. Words stand at the right of a bar,
 * within the chart.
 */
export function laneBars(
  bars: readonly LeaveBar[],
  data: Pick<WireData, 'fromTick' | 'toTick'>,
  unitsPerTick: number,
  lanesMax: number,
): {
  readonly bars: readonly (LeaveBar & { readonly lane: number })[];
  readonly barLanes: number;
  readonly barsLeftOut: number;
} {
  const ends: number[] = [];
  const placed: (LeaveBar & { readonly lane: number })[] = [];
  for (const bar of bars) {
    const { left, right } = barExtent(bar, data, unitsPerTick);
    const lane = freeLane(ends, left, lanesMax);
    if (lane < 0) continue;
    ends[lane] = right + 10;
    placed.push({ ...bar, lane });
  }
  return { bars: placed, barLanes: ends.length, barsLeftOut: bars.length - placed.length };
}

function freeLane(ends: readonly number[], left: number, lanesMax: number): number {
  const lane = ends.findIndex((end) => end <= left);
  if (lane >= 0) return lane;
  return ends.length < lanesMax ? ends.length : -1;
}

/** Extent of a bar with its words, in units from the left edge of the chart; and where the words go. */
export function barExtent(
  bar: LeaveBar,
  data: Pick<WireData, 'fromTick' | 'toTick'>,
  unitsPerTick: number,
): { left: number; right: number; wordsAt: number; anchor: 'start' | 'end' } {
  const width = (data.toTick - data.fromTick) * unitsPerTick;
  const from = Math.max(0, (bar.fromTick - data.fromTick) * unitsPerTick);
  const to = Math.min(width, (bar.paperTick - data.fromTick) * unitsPerTick);
  const words = textWidth(bar.words, BAR_STYLE);
  if (to + 10 + words <= width) {
    return { left: from, right: to + 10 + words, wordsAt: to + 10, anchor: 'start' };
  }
  if (from - 10 - words >= 0) {
    return { left: from - 10 - words, right: to, wordsAt: from - 10, anchor: 'end' };
  }
  // Neither beside it: the words stand upon the bar, as near to its middle as the chart lets them.
  const middle = Math.min(Math.max((from + to - words) / 2, 0), Math.max(0, width - words));
  const right = Math.max(to, middle + words);
  return { left: Math.min(from, middle), right, wordsAt: middle, anchor: 'start' };
}
