/**
 * Time is whole minutes UTC. Absolute minutes count from 1970-01-01T00:00Z (negative before); ticks of
 * 15 minutes count from the scenario's start. Calendar arithmetic is done here, in integers.
 */
export const TICK_MINUTES = 15;
export const TICKS_PER_HOUR = 4;
export const TICKS_PER_DAY = 96;

/**
 * Ticks in which staffs and messengers are reckoned: the half hour. What would fall between two half hours
 * is done at the later one, so that the clock need not stop for every letter by itself. Assumption: a
 * quarter of an hour is below what is known of any of these delays.
 */
const PAPER_TICKS = 2;

/** The half hour at or after a tick. */
export function onTheHalfHour(tick: number): number {
  return Math.ceil(tick / PAPER_TICKS) * PAPER_TICKS;
}

/** The first whole hour after a tick. */
export function nextHour(tick: number): number {
  return (Math.floor(tick / TICKS_PER_HOUR) + 1) * TICKS_PER_HOUR;
}

/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** Calendar date and hour of absolute minutes on a clock so many minutes east of Greenwich. */
export function civilOf(absoluteMinutes: number, offsetMinutes: number): CivilTime {
  const local = absoluteMinutes + offsetMinutes;
  const days = Math.floor(local / 1440);
  const rest = local - days * 1440;
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthShifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthShifted + 2) / 5) + 1;
  const month = monthShifted < 10 ? monthShifted + 3 : monthShifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day, hour: Math.floor(rest / 60), minute: rest % 60 };
}

export type ParsedTime =
  | { readonly ok: true; readonly minutes: number; readonly offsetMinutes: number }
  | { readonly ok: false; readonly problem: 'bare' | 'malformed' };

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(Z|[+-]\d\d:\d\d)?$/;

/** Reads `1938-07-15T17:00+10:00` (or `Z`). A time without an offset is reported as `bare`. */
export function parseTime(text: string): ParsedTime {
  const match = TIME.exec(text);
  if (match === null) return { ok: false, problem: 'malformed' };
  const [, year, month, day, hour, minute, zone] = match;
  if (zone === undefined) return { ok: false, problem: 'bare' };
  const offsetMinutes = zone === 'Z' ? 0 : parseOffset(zone);
  const days = daysFromCivil(Number(year), Number(month), Number(day));
  const minutes = days * 1440 + Number(hour) * 60 + Number(minute) - offsetMinutes;
  const civil = civilOf(minutes, offsetMinutes);
  const real =
    civil.month === Number(month) && civil.day === Number(day) && civil.hour === Number(hour);
  return real ? { ok: true, minutes, offsetMinutes } : { ok: false, problem: 'malformed' };
}

/** Minutes east of Greenwich of `+09:00`. */
export function parseOffset(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  return sign * (Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6)));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Writes absolute minutes as `1938-07-15T17:00+10:00`. */
export function formatTime(absoluteMinutes: number, offsetMinutes: number): string {
  const civil = civilOf(absoluteMinutes, offsetMinutes);
  const east = Math.abs(offsetMinutes);
  const sign = offsetMinutes < 0 ? '-' : '+';
  const zone = `${sign}${two(Math.floor(east / 60))}:${two(east % 60)}`;
  const date = `${String(civil.year)}-${two(civil.month)}-${two(civil.day)}`;
  return `${date}T${two(civil.hour)}:${two(civil.minute)}${zone}`;
}
