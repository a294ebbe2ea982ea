import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEASURES } from '../../record/index.ts';
import { lang } from '../state/store.ts';
import { UNITS_RU } from './measures-ru.ts';
import { measureTitle, titleInRussian } from './measures.ts';

beforeAll(() => {
  lang.value = 'ru';
});

// Files share a process, and with it the language of the page.
afterAll(() => {
  lang.value = 'en';
});

test('every measure has a title in Russian, and every unit a word', () => {
  const untold = MEASURES.filter(({ id }) => titleInRussian(id) === null).map(({ id }) => id);
  expect(untold).toEqual([]);
  const units = [...new Set(MEASURES.map(({ unit }) => unit))].filter((unit) => unit !== '');
  expect(units.filter((unit) => UNITS_RU[unit] === undefined)).toEqual([]);
});

test.each([
  ['losses.jp.killed', 'Япония: убито'],
  ['claim.su.killed.public.aug-10', 'СССР: убито, по сводке Японии, 10 августа'],
  ['attack.su.double.casualties-jp', 'Япония: потери за эти 36 часов'],
])('%s is called %s', (id, title) => {
  expect(measureTitle(id)).toBe(title);
});
