import { expect, test } from 'vitest';
import { parseForces } from './force-words.ts';

const read = (text: string) => parseForces([{ option: '--attacker', text }])[0];

test.each([
  ['12 companies', { men: 1680 }],
  ['1 battalion, 2 companies', { men: 840 }],
  ['300 men, training 0.7', { men: 300, training: 0.7 }],
  ['tanks 20, 900 men, 4 anti-tank', { men: 900, tanks: 20, antiTankGuns: 4 }],
])('%s', (text, wanted) => {
  expect(read(text)).toEqual(wanted);
});

test('all that is wrong is told at once, with the nearest word', () => {
  const both = [
    { option: '--attacker', text: '3 batalions, 20x' },
    { option: '--defender', text: '20 tanks, training 7' },
  ];
  expect(() => parseForces(both)).toThrow(/did you mean 'battalions'/);
  expect(() => parseForces(both)).toThrow(/'20x' is not one number and one word/);
  expect(() => parseForces(both)).toThrow(/--defender: training 7 is outside 0 to 1/);
});

test('a force needs men', () => {
  expect(() => read('20 tanks')).toThrow(/has no men/);
});
