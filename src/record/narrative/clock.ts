import { civilOf, type Model } from '../../engine/index.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const JST_MINUTES = 540;
const VLADIVOSTOK_MINUTES = 600;

const two = (value: number): string => String(value).padStart(2, '0');

function clockOf(minutes: number, offset: number): string {
  const { hour, minute } = civilOf(minutes, offset);
  return `${two(hour)}:${two(minute)}`;
}

/** Day of a tick on the Japanese clock: `31 July 1938`. */
export function formatDay(model: Model, tick: number): string {
  const { year, month, day } = civilOf(model.startMinutes + tick * 15, JST_MINUTES);
  return `${String(day)} ${MONTHS[month - 1]!} ${String(year)}`;
}

/** Number of that day, to tell days apart: days since the scenario's start on the Japanese clock. */
export function dayOf(model: Model, tick: number): number {
  const first = Math.floor((model.startMinutes + JST_MINUTES) / 1440);
  return Math.floor((model.startMinutes + tick * 15 + JST_MINUTES) / 1440) - first;
}

/** Both clocks of the field: `03:15 JST, 04:15 Vladivostok`. */
export function formatClocks(model: Model, tick: number): string {
  const minutes = model.startMinutes + tick * 15;
  return `${clockOf(minutes, JST_MINUTES)} JST, ${clockOf(minutes, VLADIVOSTOK_MINUTES)} Vladivostok`;
}

/** Day and both clocks: `31 July 03:15 JST, 04:15 Vladivostok`. */
export function formatMoment(model: Model, tick: number): string {
  const day = formatDay(model, tick);
  return `${day.slice(0, day.lastIndexOf(' '))} ${formatClocks(model, tick)}`;
}

/** A count in prose: exact below 20, else two significant figures with a comma for thousands. */
export function formatCount(count: number): string {
  if (count < 20) return String(Math.round(count));
  let unit = 1;
  while (count / unit >= 100) unit *= 10;
  const digits = String(Math.round(count / unit) * unit);
  let text = '';
  for (let i = 0; i < digits.length; i++) {
    if (i > 0 && (digits.length - i) % 3 === 0) text += ',';
    text += digits[i]!;
  }
  return text;
}

/** A length of time in prose, no finer than it deserves: `45 minutes`, `2¼ hours`, `11 days`. */
export function formatSpan(minutes: number): string {
  if (minutes < 60) return `${String(minutes)} minutes`;
  if (minutes >= 48 * 60) return `${formatCount(minutes / 1440)} days`;
  const quarters = Math.round(minutes / 15);
  if (minutes >= 10 * 60 || quarters % 4 === 0) {
    const hours = Math.round(minutes / 60);
    return hours === 1 ? 'an hour' : `${String(hours)} hours`;
  }
  const fraction = ['', '¼', '½', '¾'][quarters % 4]!;
  return `${String(Math.floor(quarters / 4))}${fraction} hours`;
}
