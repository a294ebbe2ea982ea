import { describe, expect, test } from 'vitest';
import { textWidth, wrap } from './lettering.ts';
import { paint } from './palette.ts';
import { evened, lengthOf, resample, shifted, stationAt } from './polyline.ts';
import { escapeText, num, smoothPath, straightPath } from './svg.ts';

test.each([
  [1.25, '1.3'],
  [-0.04, '0'],
  [1e-9, '0'],
  [-3.14159, '-3.1'],
  [1200, '1200'],
])('%d is written as %s', (value, wanted) => {
  expect(num(value)).toBe(wanted);
});

test('text cannot leave its element', () => {
  expect(escapeText('</text><script a="1">&')).toBe(
    '&lt;/text&gt;&lt;script a=&quot;1&quot;&gt;&amp;',
  );
});

describe('paths', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 0, y: 10 },
  ];
  test.each([
    ['straight', straightPath(square), 'M0 0L10 0L10 10L0 10'],
    ['straight and closed', straightPath(square, true), 'M0 0L10 0L10 10L0 10Z'],
    ['smooth, keeps both ends', smoothPath(square), 'M0 0Q10 0 10 5Q10 10 0 10'],
    ['smooth and closed', smoothPath(square, true), 'M0 5Q0 0 5 0Q10 0 10 5Q10 10 5 10Q0 10 0 5Z'],
    ['of two points', smoothPath(square.slice(0, 2)), 'M0 0L10 0'],
    ['of none', smoothPath([]), ''],
  ])('%s', (_what, data, wanted) => {
    expect(data).toBe(wanted);
  });
});

describe('a line of 3 and 4 units with a right angle', () => {
  const line = [
    { x: 0, y: 0 },
    { x: 3, y: 0 },
    { x: 3, y: 4 },
  ];
  test('is 7 long', () => {
    expect(lengthOf(line)).toBe(7);
  });
  test.each([
    [0, 0, 0],
    [2, 2, 0],
    [5, 3, 2],
    [99, 3, 4],
  ])('at %d is at (%d, %d)', (distance, x, y) => {
    expect(stationAt(line, distance).point).toEqual({ x, y });
  });
  test('is resampled evenly, ends kept', () => {
    expect(resample(line, 1)).toHaveLength(8);
    expect(resample(line, 1).at(-1)).toEqual({ x: 3, y: 4 });
  });
  test('is moved to the right of the walker, who goes east and then south', () => {
    const [first, , last] = shifted(line, 1);
    expect(first).toEqual({ x: 0, y: 1 });
    expect(last).toEqual({ x: 2, y: 4 });
  });
  test('keeps its ends when evened', () => {
    const even = evened(resample(line, 0.5), 3);
    expect(even[0]).toEqual({ x: 0, y: 0 });
    expect(even.at(-1)).toEqual({ x: 3, y: 4 });
  });
});

describe('lettering', () => {
  const style = { family: 'sans', size: 10 } as const;
  test('wide signs take more room than narrow ones', () => {
    expect(textWidth('mmm', style)).toBeGreaterThan(textWidth('iii', style) * 3);
  });
  test('a sentence is broken between words and loses none', () => {
    const sentence = 'heights are interpolated from a coarse grid';
    const lines = wrap(sentence, style, 80);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(sentence);
    for (const line of lines) expect(textWidth(line, style)).toBeLessThanOrEqual(80);
  });
});

test('paint is an attribute for any viewer and a class for a theme', () => {
  expect(paint({ fill: 'none', stroke: 'ink', width: 1 })).toBe(
    ' class="ks-ink" fill="none" stroke="#24231F" stroke-width="1"',
  );
});
