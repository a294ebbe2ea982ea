import { civilOf } from '../../engine/index.ts';

/** How figures and days are written where it is not in English. */
export interface FigureWords {
  /** Names of the months on an axis, January first. */
  readonly months: readonly string[];
  /** Sign before the parts of one, and between thousands. */
  readonly decimal: string;
  readonly thousands: string;
}

/** What an axis counts. Times are hours since the scenario's start. */
export type Scale = { readonly words?: FigureWords } & (
  | {
      readonly kind: 'number';
      readonly unit: string;
      /** Whether only whole numbers mean something. */
      readonly whole?: boolean;
    }
  | {
      readonly kind: 'time';
      /** Minutes of hour 0 since 1970, UTC. */
      readonly startMinutes: number;
      readonly clockOffsetMinutes: number;
    }
);

const MONTHS = 'Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'.split(' ');
const two = (value: number): string => String(value).padStart(2, '0');

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** A number as it stands, with at most `decimals` places: `1,200`, `−0.4`. */
export function plain(value: number, decimals = 2): string {
  const text = String(Math.abs(Number(value.toFixed(decimals))));
  return `${value < 0 && text !== '0' ? '−' : ''}${grouped(text)}`;
}

/** A number in English writing as the words have it. */
export function written(figure: string, words: FigureWords | undefined): string {
  if (words === undefined) return figure;
  return figure.replace(/[.,]/g, (sign) => (sign === '.' ? words.decimal : words.thousands));
}

/** A number of the model at two significant figures: `1,200`, `34`, `0.072`. */
export function rounded(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  return plain(Number(value.toPrecision(2)), size >= 10 ? 0 : size >= 1 ? 1 : 4);
}

/** A share as per cent without a false decimal. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1 %';
  if (share < 1 && share > 0.99) return 'over 99 %';
  return `${String(Math.round(share * 100))} %`;
}

function momentOf(scale: Extract<Scale, { kind: 'time' }>, hours: number): string {
  const minutes = Math.floor(scale.startMinutes + hours * 60);
  const { month, day, hour, minute } = civilOf(minutes, scale.clockOffsetMinutes);
  const months = scale.words?.months ?? MONTHS;
  return `${String(day)} ${months[month - 1] ?? ''} ${two(hour)}:${two(minute)}`;
}

/** A day on the axis: `31 July`. */
export function dayOn(scale: Extract<Scale, { kind: 'time' }>, hours: number): string {
  return momentOf(scale, hours).slice(0, -6);
}

/** An hour on the axis: `03:15`. */
export function hourOn(scale: Extract<Scale, { kind: 'time' }>, hours: number): string {
  return momentOf(scale, hours).slice(-5);
}

/** A value of the model in words: two figures with the unit, or a day. */
export function modelWords(scale: Scale, value: number): string {
  if (scale.kind === 'time') return dayOn(scale, value);
  return withUnit(rounded(value), scale.unit);
}

/** A value of the record in words, exactly as it stands. */
export function recordWords(scale: Scale, value: number): string {
  if (scale.kind === 'time') return momentOf(scale, value);
  return withUnit(plain(value), scale.unit);
}

/** Two values of the model: `97 to 180 men`, `23 July to 15 Aug`. */
export function modelRange(scale: Scale, low: number, high: number): string {
  if (scale.kind === 'time') {
    const day = dayOn(scale, low);
    if (day !== dayOn(scale, high)) return `${day} and ${dayOn(scale, high)}`;
    return `${hourOn(scale, low)} and ${hourOn(scale, high)} on ${day}`;
  }
  return `${rounded(low)} and ${withUnit(rounded(high), scale.unit)}`;
}

const DAY_HOURS = 24;

/** What the record allows: `792 to 854 men`; whole days as days, without the midnights between them. */
export function recordRange(scale: Scale, low: number, high: number): string {
  if (scale.kind === 'number') {
    return low === high
      ? withUnit(plain(low), scale.unit)
      : `${plain(low)} to ${withUnit(plain(high), scale.unit)}`;
  }
  const isDays =
    high > low && [low, high].every((hours) => momentOf(scale, hours).endsWith(' 00:00'));
  if (!isDays) {
    return low === high
      ? momentOf(scale, low)
      : `${momentOf(scale, low)} to ${momentOf(scale, high)}`;
  }
  const first = dayOn(scale, low);
  return high - low === DAY_HOURS ? first : `${first} to ${dayOn(scale, high - DAY_HOURS)}`;
}

/** The number without its unit, for tables whose head names the unit. */
export function bareWords(scale: Scale, value: number): string {
  return scale.kind === 'time' ? momentOf(scale, value) : plain(value);
}

function withUnit(figure: string, unit: string): string {
  if (unit === '' || unit === 'share') return figure;
  return unit === '%' || unit === 'per cent' ? `${figure} %` : `${figure} ${unit}`;
}

/** `1 run`, `200 runs`. */
export function counted(count: number, one: string): string {
  return `${plain(count, 0)} ${one}${count === 1 ? '' : 's'}`;
}

/** A sentence begins with a capital letter. */
export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
