import { describe, expect, test } from 'vitest';
import { FOR, PURPOSES, binomialFrom, normal, threefry, uniform } from './draw.ts';

describe('Threefry-2x32-20', () => {
  // Published known answers of Random123 (Salmon and others 2011), file kat_vectors.
  test.each([
    [0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x6b200159, 0x99ba4efe],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
    [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xc4923a9c, 0x483df7a0],
  ])('key %i %i, counter %i %i', (key0, key1, counter0, counter1, out0, out1) => {
    const out = new Uint32Array(2);
    threefry(key0, key1, counter0, counter1, out);
    expect(Array.from(out)).toEqual([out0, out1]);
  });
});

describe('keyed draws', () => {
  test('a draw is a pure function of its key, and each part of the key matters', () => {
    const base = uniform(1, FOR.fire, 10, 20, 30, 40);
    expect(uniform(1, FOR.fire, 10, 20, 30, 40)).toBe(base);
    for (const other of [
      uniform(2, FOR.fire, 10, 20, 30, 40),
      uniform(1, FOR.break, 10, 20, 30, 40),
      uniform(1, FOR.fire, 11, 20, 30, 40),
      uniform(1, FOR.fire, 10, 21, 30, 40),
      uniform(1, FOR.fire, 10, 20, 31, 40),
      uniform(1, FOR.fire, 10, 20, 30, 41),
    ]) {
      expect(other).not.toBe(base);
    }
  });

  test('neighbouring keys give uniform, uncorrelated numbers', () => {
    const n = 20_000;
    let sum = 0;
    let product = 0;
    let before = 0.5;
    for (let i = 0; i < n; i++) {
      const u = uniform(7, FOR.fire, Math.floor(i / 100), i % 100);
      sum += u;
      product += (u - 0.5) * (before - 0.5);
      before = u;
    }
    expect(Math.abs(sum / n - 0.5)).toBeLessThan(0.008);
    expect(Math.abs((12 * product) / n)).toBeLessThan(0.03);
  });

  test('normal deviates have mean 0 and variance 1', () => {
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < 20_000; i++) {
      const x = normal(3, FOR.survey, i, 5);
      sum += x;
      squares += x * x;
    }
    expect(Math.abs(sum / 20_000)).toBeLessThan(0.025);
    expect(Math.abs(squares / 20_000 - 1)).toBeLessThan(0.03);
  });

  test('purposes are distinct', () => {
    expect(new Set(PURPOSES).size).toBe(PURPOSES.length);
  });
});

describe('binomialFrom', () => {
  test('has the mean of large bodies with small chances', () => {
    for (const [trials, chance] of [
      [1680, 0.01],
      [2000, 0.0005],
      [333, 0.05],
    ] as const) {
      let sum = 0;
      for (let i = 0; i < 4000; i++) sum += binomialFrom((i + 0.5) / 4000, trials, chance);
      expect(Math.abs(sum / 4000 - trials * chance)).toBeLessThan(0.01);
    }
  });

  test.each([
    [0.5, 0, 0.5, 0],
    [0.5, 10, 0, 0],
    [0.5, 10, 1, 10],
    [0.0001, 10, 0.5, 0],
    [0.9999, 10, 0.5, 10],
    [0.5, 10, 0.5, 5],
    [0.5, 1000, 0.1, 100],
  ])('u %d of %i at %d is %i', (u, trials, chance, expected) => {
    expect(binomialFrom(u, trials, chance)).toBe(expected);
  });

  test('its mean is n·p, and it rises with u', () => {
    let sum = 0;
    let before = 0;
    for (let i = 0; i < 4000; i++) {
      const k = binomialFrom((i + 0.5) / 4000, 40, 0.07);
      expect(k).toBeGreaterThanOrEqual(before);
      before = k;
      sum += k;
    }
    expect(sum / 4000).toBeCloseTo(2.8, 1);
  });
});
