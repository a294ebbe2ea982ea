import type { SiteClaim, SiteRecorded } from '../../protocol/index.ts';
import { measureOf } from '../../record/index.ts';
import { sayUnit } from '../i18n/measures.ts';
import { TITLES_RU } from '../i18n/names-ru.ts';
import {
  officeName,
  placeName,
  say,
  sayCount,
  sayDayOfTick,
  sayDecimal,
  sideName,
} from '../i18n/words.ts';
import * as store from '../state/store.ts';
import { CLOCKS, clockOf, tickOfUtc } from '../state/time-words.ts';
import { quantile, type Distribution } from './distribute.ts';
import { shareWords, standingOf, type Place } from './standing.ts';

const HOUR = 4;
const DAY_HOURS = 24;

/** A moment in hours since the scenario's start: its day, or its day and hour in Tokyo. */
export function sayMoment(hours: number, hasHour: boolean): string {
  const start = store.model.value?.startMinutes ?? 0;
  const tick = Math.round(hours * HOUR);
  const day = sayDayOfTick(start, tick, true);
  return hasHour ? `${day} ${clockOf(start, tick, CLOCKS.tokyo)}` : day;
}

/** A value of a measure as eyes take it: hours of the run become days of the calendar. */
export function sayValue(id: string, value: number, hasHour = false): string {
  const spec = measureOf(id);
  if (spec?.kind === 'time') return sayMoment(value, hasHour);
  if (spec?.unit === 'share')
    return isRatio(id) ? sayDecimal(value, 2) : `${String(Math.round(value * 100))} %`;
  return Math.abs(value) >= 100 || Number.isInteger(value) ? sayCount(value) : sayDecimal(value, 1);
}

/** Shares that can be larger than one: so many to one of something else. */
function isRatio(id: string): boolean {
  return id === 'losses.ratio' || id.endsWith('wounded-per-killed');
}

/** A word of a measure: yes and no, a side, an office, a place, or itself. */
export function sayWord(word: string | boolean): string {
  if (word === true || word === 'true') return say('word.yes');
  if (word === false || word === 'false') return say('word.no');
  if (word === 'both') return say('word.both');
  if (word === 'none') return say('word.none');
  const model = store.model.value;
  if (model === null) return word;
  const side = model.sides.findIndex(({ id }) => id === word);
  if (side >= 0) return sideName(side);
  const office = model.offices.findIndex(({ id }) => id === word);
  if (office >= 0) return officeName(office);
  if (model.areas.some(({ id }) => id === word)) return placeName(word);
  const rung = model.rungs.find(({ id }) => id === word)?.title;
  return (store.lang.value === 'ru' ? TITLES_RU[word] : undefined) ?? rung ?? word;
}

/** What the record says, as exactly as it says it: an hour, a day, days, a figure or a span of figures. */
export function sayRecorded({ measure, value, low, high }: SiteRecorded): string {
  if (typeof low !== 'number' || typeof high !== 'number')
    return sayWord(value as string | boolean);
  const spec = measureOf(measure);
  if (spec?.kind !== 'time') {
    const unit = spec === undefined || spec.unit === 'share' ? '' : ` ${sayUnit(spec.unit)}`;
    const span =
      low === high
        ? sayValue(measure, low)
        : `${sayValue(measure, low)}–${sayValue(measure, high)}`;
    return `${span}${unit}`;
  }
  const length = high - low;
  const isDays = length > 0 && length % DAY_HOURS === 0 && sayMoment(low, true).endsWith(' 00:00');
  if (!isDays) {
    return length === 0
      ? sayMoment(low, true)
      : `${sayMoment(low, true)} – ${sayMoment(high, true)}`;
  }
  if (length === DAY_HOURS) return sayMoment(low, false);
  return `${sayMoment(low, false)} – ${sayMoment(high - DAY_HOURS, false)}`;
}

/** Half of the runs and the middle one, or the commonest word, in a sentence. */
export function sayMiddle(id: string, { columns, sorted, happened, step }: Distribution): string {
  if (sorted.length > 0) {
    const at = (share: number): string =>
      sayValue(id, quantile(sorted, share), step < DAY_HOURS / 2);
    return say('runs.middle', { low: at(0.25), median: at(0.5), high: at(0.75) });
  }
  const [most] = columns;
  if (most === undefined) return '';
  const share = Math.round((most.seeds.length / Math.max(1, happened)) * 100);
  return say('runs.words', { word: sayWord(most.label), share });
}

/** Where the record lies among runs: a verdict of a few words, `''` none, and the sentence that bears it out. */
export interface Verdict {
  readonly place: Place | 'none';
  readonly short: string;
  readonly told: string;
}

/** Says where the record of a measure lies among runs that begin freely, or why it cannot be said. */
export function verdictOf(
  id: string,
  row: SiteRecorded | undefined,
  { sorted, columns, happened }: Distribution,
  runs: number,
): Verdict {
  const silent = (told: string): Verdict => ({ place: 'none', short: '', told });
  if (row === undefined) return silent(say('runs.norecord'));
  const record = sayRecorded(row);
  if (row.start !== 'free') return silent(say('runs.anchored', { record }));
  if (happened === 0) return silent(say('runs.nothing', { record, runs }));
  const { low, high, value } = row;
  if (typeof low !== 'number' || typeof high !== 'number' || sorted.length === 0) {
    const same = columns.find(({ label }) => label === String(value))?.seeds.length ?? 0;
    return silent(say('runs.agree', { record, share: shareWords(same / happened) }));
  }
  const { place, below, within, above } = standingOf(sorted, low, high);
  const isTime = measureOf(id)?.kind === 'time';
  const beside = say(isTime ? 'runs.shares.time' : 'runs.shares.number', {
    below: shareWords(below),
    above: shareWords(above),
  });
  const shares =
    within > 0 && high > low
      ? beside + say('runs.shares.within', { within: shareWords(within) })
      : beside;
  return {
    place,
    short: say(`runs.${place}`),
    told: say(`runs.${place}.told`, { record, shares }),
  };
}

/** A rival of the record, with its place on the axis of the measure. */
export interface Flag {
  readonly words: string;
  readonly value: number;
}

/** The claims that say something else than the record, each once. */
export function flagsOf(row: SiteRecorded, claims: readonly SiteClaim[]): Flag[] {
  const flags = new Map<string, Flag>();
  for (const claim of claims) {
    const value = figureOf(row.measure, claim);
    const isSame =
      value === null ||
      (typeof row.low === 'number' &&
        typeof row.high === 'number' &&
        value >= row.low &&
        value <= row.high);
    if (isSame) continue;
    const side = store.model.value?.sides.findIndex(({ id }) => id === claim.claimant) ?? -1;
    const claimant = side < 0 ? say('runs.mark.historian') : sideName(side);
    const isDay = measureOf(row.measure)?.kind === 'time' && !claim.figure.includes('T');
    const record = sayValue(row.measure, value, !isDay);
    const words = say('runs.mark.claim', { claimant, record });
    flags.set(words, { words, value });
  }
  return [...flags.values()];
}

/** The figure of a claim on the axis of its measure; a day by its noon. */
function figureOf(measure: string, { figure }: SiteClaim): number | null {
  if (measureOf(measure)?.kind !== 'time') {
    const value = Number.parseFloat(figure);
    return Number.isFinite(value) ? value : null;
  }
  const tick = tickOfUtc(
    store.model.value?.startMinutes ?? 0,
    figure.includes('T') ? figure.split(' ')[0]! : `${figure.slice(0, 10)}T12:00+09:00`,
  );
  return tick === null ? null : tick / HOUR;
}
