import { measureOf } from '../../record/index.ts';
import { lang } from '../state/store.ts';
import { MEASURES_RU, UNITS_RU } from './measures-ru.ts';
import { placeName, sayDay } from './words.ts';

const SIDES: Readonly<Record<string, { readonly side: string; readonly of: string }>> = {
  su: { side: 'СССР', of: 'СССР' },
  jp: { side: 'Япония', of: 'Японии' },
};
const MONTHS = { july: 7, aug: 8, sep: 9 } as const;

/** Title of a measure in the language of the page. */
export function measureTitle(id: string): string {
  const title = measureOf(id)?.title ?? id;
  return lang.value === 'ru' ? (titleInRussian(id) ?? title) : title;
}

/** Title of a measure in Russian, by the table and what the id says of its side and day; `null` without one. */
export function titleInRussian(id: string): string | null {
  if (id.startsWith('holder.')) return holderInRussian(id);
  const exact = MEASURES_RU[id];
  if (exact !== undefined) return exact;
  const [, stem = id, month, day] = /^(.+)\.(july|aug|sep)-(\d+)$/.exec(id) ?? [];
  const side = /\.(su|jp)(?=\.|$)/.exec(stem)?.[1];
  const pattern = MEASURES_RU[side === undefined ? stem : stem.replace(`.${side}`, '.*')];
  if (pattern === undefined) return null;
  const other = side === 'su' ? 'jp' : 'su';
  const title = pattern
    .replace('{side}', SIDES[side ?? '']?.side ?? '')
    .replace('{other}', SIDES[other]?.of ?? '');
  if (month === undefined) return title;
  return `${title}, ${sayDay({ year: 1938, month: MONTHS[month as keyof typeof MONTHS], day: Number(day) })}`;
}

function holderInRussian(id: string): string {
  const [, place = '', when = ''] = id.split('.');
  const at =
    when === 'truce'
      ? 'в час перемирия'
      : when === 'end'
        ? 'в конце прогона'
        : `в полдень ${sayDay({ year: 1938, month: Number(when.slice(0, 2)), day: Number(when.slice(2)) })}`;
  return `${placeName(place)}: кто держит ${at}`;
}

/** A unit of a measure in the language of the page. */
export function sayUnit(unit: string): string {
  return lang.value === 'ru' ? (UNITS_RU[unit] ?? unit) : unit;
}
