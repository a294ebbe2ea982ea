import { expect, test } from 'vitest';
import { realModel } from '../../../test/support/real-scenario.ts';
import { unitInRussian } from './units-ru.ts';

test('every unit of the scenario has a name in Russian, without a Latin letter', () => {
  const { units } = realModel();
  const wrong = units.id.filter((id, unit) => {
    const name = unitInRussian(id, units.name[unit]!);
    return name === null || /[A-Za-z]/.test(name);
  });
  expect(wrong).toEqual([]);
});

test.each([
  [
    'su.40rd.118rr.1bn.2coy',
    'Rifle company, 1st Battalion, 118th RR',
    '2-я стрелковая рота 1-го батальона 118-го стрелкового полка',
  ],
  [
    'jp.19d.75ir.3bn.guns',
    'Battalion gun platoon, 70 mm, 3rd Battalion, 75th IR',
    'взвод батальонных орудий 3-го батальона 75-го пехотного полка, 70 мм',
  ],
  [
    'su.40rd.40tb.1coy',
    'Tank company of a rifle division, T-26, 40th Separate Tank Battalion',
    '1-я танковая рота 40-го отдельного танкового батальона, Т-26',
  ],
  [
    'su.air.sb1',
    'Bomber squadron, SB, Air group',
    'бомбардировочная эскадрилья авиационной группы, СБ',
  ],
  [
    'jp.19d.27cav.1sqn',
    'Cavalry squadron, 27th Cavalry Regiment',
    '1-й кавалерийский эскадрон 27-го кавалерийского полка',
  ],
])('%s', (id, name, words) => {
  expect(unitInRussian(id, name)).toBe(words);
});

test('what it does not know it leaves to the English name', () => {
  expect(unitInRussian('xx.1coy', 'Camel company, 3rd Battalion')).toBeNull();
  expect(unitInRussian('xx.1coy', 'Rifle company, 3rd Camel Corps')).toBeNull();
});
