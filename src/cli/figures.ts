import { civilOf } from '../engine/index.ts';

/**
 * How figures are spoken: two significant figures for what the model says, the record exactly as it
 * is written, hours of the day without a minute.
 */

/** Groups of three digits, with a comma. */
export function withThousands(digits: string): string {
  const [whole, fraction] = digits.split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A number of the model, at two significant figures: `1,200`, `34`, `0.072`; `–` where there is none. */
export function twoFigures(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(2));
  const magnitude = Math.floor(Math.log10(Math.abs(rounded)));
  const text = Math.abs(rounded).toFixed(Math.max(0, 1 - magnitude));
  return `${rounded < 0 ? '−' : ''}${withThousands(trimZeros(text))}`;
}

/** `4.0` carries no more than `4` where whole things are counted. */
function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** A number of the record, exactly as it stands there. */
export function exactly(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  const text = String(Math.abs(Number(value.toFixed(4))));
  return `${value < 0 ? '−' : ''}${withThousands(text)}`;
}

/** A share as per cent without a false decimal: `34 %`, `< 1 %`, `> 99 %`. */
export function percent(share: number | null | undefined): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return '–';
  if (share > 0 && share < 0.01) return '< 1 %';
  if (share < 1 && share > 0.99) return '> 99 %';
  return `${String(Math.round(share * 100))} %`;
}

/** A percentile with its ordinal: `0th`, `41st`, `100th`. */
export function percentile(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  const whole = Math.round(value);
  const tens = whole % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][whole % 10] ?? 'th');
  return `${String(whole)}${ending}`;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `31 Jul 05h` on a clock so many minutes east of Greenwich: an hour, never an invented minute. */
export function hourOf(absoluteMinutes: number, clockOffsetMinutes: number): string {
  if (!Number.isFinite(absoluteMinutes)) return '–';
  const civil = civilOf(Math.floor(absoluteMinutes), clockOffsetMinutes);
  const hour = String(civil.hour).padStart(2, '0');
  return `${String(civil.day)} ${MONTHS[civil.month - 1] ?? ''} ${hour}h`;
}

/** `31 Jul` on the same clock. */
export function dayOf(absoluteMinutes: number, clockOffsetMinutes: number): string {
  return hourOf(absoluteMinutes, clockOffsetMinutes).replace(/ \d\dh$/, '');
}
