import { describe, expect, test } from 'vitest';
import { asin, atan2, cos, exp, ln, logistic, normalQuantile, pow, sin } from './math.ts';

const grid = Array.from({ length: 401 }, (_, i) => -20 + i / 10);

describe('own transcendental functions agree with the platform to 1e-12', () => {
  const cases: readonly [string, (x: number) => number, (x: number) => number][] = [
    ['exp', exp, Math.exp],
    ['sin', sin, Math.sin],
    ['cos', cos, Math.cos],
    ['ln of e^x', (x) => ln(Math.exp(x)), (x) => x],
    ['atan2(x, 3)', (x) => atan2(x, 3), (x) => Math.atan2(x, 3)],
    ['atan2(x, -3)', (x) => atan2(x, -3), (x) => (x === 0 ? Math.PI : Math.atan2(x, -3))],
    ['asin', (x) => asin(x / 20), (x) => Math.asin(x / 20)],
    ['pow', (x) => pow(1.7, x), (x) => Math.pow(1.7, x)],
  ];
  test.each(cases)('%s', (_name, own, platform) => {
    for (const x of grid) {
      const wanted = platform(x);
      expect(Math.abs(own(x) - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));
    }
  });
});

test('edges', () => {
  expect(exp(-1000)).toBe(0);
  expect(ln(0)).toBe(-Infinity);
  expect(pow(0, 3)).toBe(0);
  expect(atan2(0, 0)).toBe(0);
  expect(logistic(0)).toBe(0.5);
});

test.each([
  // Standard table of the normal distribution.
  [0.5, 0],
  [0.975, 1.959963985],
  [0.9, 1.281551566],
  [0.01, -2.326347874],
])('normal quantile of %d is %d', (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 7);
});
