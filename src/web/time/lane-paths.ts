import { LIGHTS, codeOf } from '../../engine/index.ts';
import type { Model } from '../../engine/index.ts';
import type { Tracks } from './tracks.ts';

/** Height of the detail lane, pixels. */
export const DETAIL = 54;
const DAY = codeOf(LIGHTS, 'civil');

/** The hours of darkness, as blocks along the lane. */
export function nightPath(
  model: Model,
  from: number,
  to: number,
  at: (tick: number) => number,
): string {
  let data = '';
  let begun = -1;
  for (let tick = Math.floor(from); tick <= to; tick++) {
    const isNight = (model.sky.light[tick] ?? DAY) < DAY;
    if (isNight && begun < 0) begun = tick;
    if ((!isNight || tick >= to) && begun >= 0) {
      data += `M${at(begun).toFixed(1)} 0H${at(tick).toFixed(1)}V${String(DETAIL - 12)}H${at(begun).toFixed(1)}Z`;
      begun = -1;
    }
  }
  return data;
}

/** Rain as a row of strokes, fog as a line; clear weather as nothing. */
export function wetPath(
  tracks: Tracks,
  from: number,
  to: number,
  at: (tick: number) => number,
): string {
  let data = '';
  tracks.weather.forEach(({ tick, weather }, index) => {
    const end = tracks.weather[index + 1]?.tick ?? tick + 16;
    if (end < from || tick > to || weather === 'clear' || weather === 'overcast') return;
    const first = Math.max(tick, from);
    const last = Math.min(end, to);
    if (weather === 'fog') data += `M${at(first).toFixed(1)} 3H${at(last).toFixed(1)}`;
    else {
      for (let x = at(first); x < at(last); x += weather === 'rain' ? 8 : 4) {
        data += `M${(x + 3).toFixed(1)} 1l-2 5`;
      }
    }
  });
  return data;
}

/** The ladder of a side as steps along the lane: up for side 0, down for side 1. */
export function rungPath(
  tracks: Tracks,
  side: number,
  rungs: number,
  from: number,
  to: number,
  at: (tick: number) => number,
  width: number,
): string {
  let rung = 0;
  const y = (level: number): string =>
    (DETAIL - 14 - (level / Math.max(1, rungs)) * 30 + side).toFixed(1);
  let data = '';
  for (const each of tracks.rungs) {
    if (each.side !== side || each.tick > to) continue;
    if (each.tick <= from) rung = each.rung;
    else {
      if (data === '') data = `M0 ${y(rung)}`;
      data += `H${at(each.tick).toFixed(1)}V${y(each.rung)}`;
      rung = each.rung;
    }
  }
  return `${data === '' ? `M0 ${y(rung)}` : data}H${String(width)}`;
}
