import { TICK_MINUTES, civilOf, parseTime } from '../../engine/index.ts';

/** Minutes east of Greenwich of the two clocks of the field. */
export const CLOCKS = { tokyo: 540, khabarovsk: 600 } as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** `1938-07-31T02:45Z`, for links. */
export function utcOfTick(startMinutes: number, tick: number): string {
  const { year, month, day, hour, minute } = civilOf(startMinutes + tick * TICK_MINUTES, 0);
  return `${String(year)}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}Z`;
}

/** Tick of a time of a link; `null` when it cannot be read. */
export function tickOfUtc(startMinutes: number, text: string): number | null {
  const time = parseTime(text);
  return time.ok ? Math.floor((time.minutes - startMinutes) / TICK_MINUTES) : null;
}

/** `03:15` on a clock. */
export function clockOf(startMinutes: number, tick: number, offset: number): string {
  const { hour, minute } = civilOf(startMinutes + tick * TICK_MINUTES, offset);
  return `${two(hour)}:${two(minute)}`;
}

export interface Day {
  readonly day: number;
  /** 1–12. */
  readonly month: number;
  readonly year: number;
}

/** Day on the Tokyo clock, by which days are told. */
export function dayOfTick(startMinutes: number, tick: number): Day {
  return civilOf(startMinutes + tick * TICK_MINUTES, CLOCKS.tokyo);
}

/** Ticks at which days begin on the Tokyo clock, from the first at or after `from`. */
export function dayTicks(startMinutes: number, from: number, to: number): number[] {
  const minutes = startMinutes + CLOCKS.tokyo;
  const first = Math.ceil((minutes + from * TICK_MINUTES) / 1440) * 1440;
  const found: number[] = [];
  for (let at = first; ; at += 1440) {
    const tick = (at - minutes) / TICK_MINUTES;
    if (tick > to) return found;
    found.push(tick);
  }
}
