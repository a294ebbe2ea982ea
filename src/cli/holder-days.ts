/**
 * Who holds a place, day after day, as one line of letters: the first letter of the side that most runs
 * see there, a capital where four in five of them agree. `·` nobody, `=` both.
 */

/** Measures of this form are days of one series: `holder.PLACE.MMDD`. */
const DAY_MEASURE = /^(holder\.[a-z0-9-]+)\.(\d\d)(\d\d)$/;

const AGREED_SHARE = 0.8;

export interface HolderDay {
  /** `holder.PLACE`. */
  readonly series: string;
  readonly month: number;
  readonly day: number;
}

/** The day that a measure is of, or null for any other measure. */
export function holderDayOf(measureId: string): HolderDay | null {
  const match = DAY_MEASURE.exec(measureId);
  if (match === null) return null;
  const [, series = '', month, day] = match;
  return { series, month: Number(month), day: Number(day) };
}

/** The sign of one day from the shares of the words that came up; a space where there are none. */
export function holderSign(shares: Readonly<Record<string, number>> | null): string {
  const [first] = Object.entries(shares ?? {}).sort((a, b) => b[1] - a[1]);
  if (first === undefined) return ' ';
  const [word, share] = first;
  if (word === 'none') return '·';
  if (word === 'both') return '=';
  const letter = word.slice(0, 1);
  return share >= AGREED_SHARE ? letter.toUpperCase() : letter.toLowerCase();
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `15 Jul–15 Aug`. */
export function spanOfDays(days: readonly HolderDay[]): string {
  const name = (day: HolderDay | undefined): string =>
    day === undefined ? '' : `${String(day.day)} ${MONTHS[day.month - 1] ?? ''}`;
  return `${name(days[0])}–${name(days.at(-1))}`;
}

/** Reading help, printed under a table that has such lines. */
export const HOLDER_LEGEND =
  'who holds a place at noon, a letter a day: s Soviet, j Japanese (capitals: 80 % of runs), = both, · nobody';
