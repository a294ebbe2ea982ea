import { describe, expect, test } from 'vitest';
import { PALETTE, type Colour } from '../picture/palette.ts';
import { EN } from './i18n/en.ts';
import { RU } from './i18n/ru.ts';
import { textOf } from '../../test/support/source-files.ts';

const page = textOf('src/web/styles/page.css');
const map = textOf('src/web/styles/map.css');
const colours = Object.keys(PALETTE) as Colour[];

/** Values of a variable, in the order of the file: light, dark chosen, dark of the system. */
function valuesOf(name: string): string[] {
  return [...page.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6})`, 'g'))].map(
    ([, value]) => value!,
  );
}

test.each(colours)('the page has the plate’s %s in both themes', (colour) => {
  const [light, dark] = PALETTE[colour].map((value) => value.toLowerCase());
  expect(valuesOf(`khasan-${colour}`)).toEqual([light, dark, dark]);
  expect(map + page).toContain(`var(--khasan-${colour})`);
});

/** Relative luminance, after WCAG 2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, two: string): number {
  const [high, low] = [luminance(one), luminance(two)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each([0, 1] as const)('contrast, theme %i', (theme) => {
  const grounds = ['paper', 'panel', 'relief1', 'relief2', 'relief3', 'relief4', 'water'] as const;
  test.each(grounds)('ink and both sides on %s', (ground) => {
    const on = (colour: Colour): number => contrast(PALETTE[colour][theme], PALETTE[ground][theme]);
    expect(on('ink')).toBeGreaterThanOrEqual(6.7);
    // Shapes and bold figures need 3; the sides have a third more.
    expect(on('side0')).toBeGreaterThanOrEqual(3.9);
    expect(on('side1')).toBeGreaterThanOrEqual(3.9);
  });
});

test('both languages fill in the same things', () => {
  const places = (text: string): string[] =>
    [...text.matchAll(/\{\w+\}/g)].map(([all]) => all).sort();
  for (const [key, words] of Object.entries(EN)) {
    expect(places(RU[key as keyof typeof EN]), key).toEqual(places(words));
  }
});
