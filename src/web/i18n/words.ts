import { lang, scenario } from '../state/store.ts';
import type { FigureWords } from '../../picture/index.ts';
import { dayOfTick, type Day } from '../state/time-words.ts';
import { EN, type WordKey } from './en.ts';
import { NAMES_RU } from './names-ru.ts';
import { RU } from './ru.ts';

/** A phrase in the language of the page, its places filled in. */
export function say(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  const phrase: string = lang.value === 'ru' ? RU[key] : EN[key];
  return phrase.replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''));
}

const MONTHS = {
  en: [
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
  ],
  ru: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
} as const;
const MONTHS_SHORT = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  ru: ['янв', 'фев', 'мар', 'апр', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
} as const;

/** `31 July`, or `31 Jul`. */
export function sayDay({ day, month }: Day, isShort = false): string {
  const names = (isShort ? MONTHS_SHORT : MONTHS)[lang.value];
  return `${String(day)} ${names[month - 1]!}`;
}

export function sayDayOfTick(startMinutes: number, tick: number, isShort = false): string {
  return sayDay(dayOfTick(startMinutes, tick), isShort);
}

/** A span of time in few signs: `45 min`, `5 h`, `3 d`. */
export function saySpan(ticks: number): string {
  const minutes = Math.max(0, ticks) * 15;
  const [min, h, d] = lang.value === 'ru' ? ['мин', 'ч', 'сут'] : ['min', 'h', 'd'];
  if (minutes < 60) return `${String(minutes)} ${min}`;
  if (minutes < 48 * 60) return `${String(Math.round(minutes / 60))} ${h}`;
  return `${String(Math.round(minutes / 1440))} ${d}`;
}

/** A count as eyes take it: `1,250`. */
export function sayCount(count: number): string {
  const digits = String(Math.round(count));
  const gap = lang.value === 'ru' ? '\u00a0' : ',';
  return digits.length < 5 && lang.value === 'ru'
    ? digits
    : digits.replace(/\B(?=(\d{3})+$)/g, gap);
}

/** A figure with so many places, with the sign of the language: `2.5`, `2,5`. */
export function sayDecimal(figure: number, places: number): string {
  const text = String(Number(figure.toFixed(places)));
  return lang.value === 'ru' ? text.replace('.', ',') : text;
}

/** How pictures write figures and months; nothing where it is English. */
export function figureWords(): FigureWords | undefined {
  if (lang.value === 'en') return undefined;
  return { months: MONTHS_SHORT.ru, decimal: ',', thousands: '\u00a0' };
}

/** Name of an office by its index, in the language of the page. */
export function officeName(office: number): string {
  const info = scenario.value?.model.offices[office];
  if (info === undefined) return '';
  const own = scenario.value?.officeNames[info.id]?.[lang.value];
  return own ?? (lang.value === 'ru' ? NAMES_RU[info.id] : undefined) ?? info.name;
}

/** The first name of a place, by the id of its area or node. */
export function placeName(id: string): string {
  const shown = scenario.value;
  if (shown === null) return id;
  const place = shown.map.places.find((each) => each.id === id);
  const names = place?.names as Readonly<Record<string, string>> | undefined;
  const local = lang.value === 'en' ? undefined : names?.[lang.value];
  if (local !== undefined) return local;
  if (lang.value === 'ru' && NAMES_RU[id] !== undefined) return NAMES_RU[id];
  const area = shown.model.areas.find((each) => each.id === id);
  const node = shown.model.theatre.nodes.find((each) => each.id === id);
  return (area?.name ?? node?.name ?? id).replace(/ \(.*\)$/, '');
}

export function sideName(side: number): string {
  const info = scenario.value?.model.sides[side];
  if (info === undefined) return say('card.nobody');
  if (lang.value === 'ru')
    return ({ su: 'СССР', jp: 'Япония' } as Record<string, string>)[info.id] ?? info.name;
  return info.name;
}
