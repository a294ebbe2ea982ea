import { civilOf } from '../../engine/index.ts';
import type { Experiment } from '../format/experiment.ts';
import type { Interval } from '../statistics/intervals.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const JST_MINUTES = 540;

/** How the figures of a measure are written. */
export interface Style {
  /** `time`: hours since `startMinutes` as a day and hour on the Japanese clock. `share`: per cent. */
  readonly kind: 'time' | 'share' | 'number';
  readonly startMinutes: number;
}

/** How the figures of one measure of an experiment are written. */
export function styleOf(experiment: Experiment, id: string, startMinutes: number): Style {
  const target = experiment.measures.find((measure) => measure.id === id);
  const kind = target?.spec.kind;
  const isShare = target?.word !== null || kind === 'flag';
  return { kind: isShare ? 'share' : kind === 'time' ? 'time' : 'number', startMinutes };
}

/** A number at three significant figures with a real minus, `–` where there is none: `1,230`, `−0.0412`. */
export function figure(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  // What the sums leave over is no figure.
  if (size < 1e-12) return '0';
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  const text = size < 0.001 ? Number(size.toPrecision(2)).toString() : size.toFixed(digits);
  const [whole = '', fraction] = text.split('.');
  const grouped = /^\d+$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${value < 0 ? '−' : ''}${fraction === undefined ? grouped : `${grouped}.${fraction}`}`;
}

/** A value of a measure in its style: `31 Jul 05:15`, `34.2 %`, `1,230`. */
export function inStyle(style: Style, value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  if (style.kind === 'share') return `${figure(100 * value)} %`;
  if (style.kind === 'number') return figure(value);
  const minutes = Math.round(style.startMinutes + value * 60);
  const { month, day, hour, minute } = civilOf(minutes, JST_MINUTES);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(day)} ${MONTHS[month - 1]!} ${two(hour)}:${two(minute)}`;
}

/** A difference in the style of its measure, with its sign: `+12.3 hours`, `−4.1 points`, `+230`. */
export function asDifference(style: Style, value: number): string {
  const scaled = style.kind === 'share' ? 100 * value : value;
  const text = figure(scaled);
  return scaled > 0 && text !== '0' ? `+${text}` : text;
}

/** Unit of a difference: a difference of times is in hours, one of shares in points. */
export function unitOfDifference(style: Style, unit: string): string {
  if (style.kind === 'share') return 'percentage points';
  return style.kind === 'time' ? 'hours' : unit;
}

/** An estimate and its interval, each written by `write`. */
export function withInterval(
  interval: Interval | null,
  write: (value: number) => string,
): readonly [estimate: string, range: string] {
  if (interval === null) return ['–', ''];
  const { estimate, low, high } = interval;
  const range = Number.isNaN(low) || Number.isNaN(high) ? '' : `${write(low)} … ${write(high)}`;
  return [write(estimate), range];
}

/** A chance as it is read: `< 0.001`, `0.034`, `1`. */
export function chance(p: number): string {
  if (Number.isNaN(p)) return '–';
  if (p > 0.995) return '1';
  return p < 0.001 ? '< 0.001' : figure(p);
}
