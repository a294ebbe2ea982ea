import { describe, expect, it } from 'vitest';
import { kaplanMeier, type Watched } from './index.ts';

const died = (time: number): Watched => ({ time, happened: true });
const left = (time: number): Watched => ({ time, happened: false });

/**
 * Remission times in weeks of 21 patients on 6-MP, the classical table of the method: shares as printed
 * for it. Source: Freireich et al., Blood 21 (1963) 699; the estimate in Kalbfleisch and Prentice, 1.4.
 */
const PATIENTS: readonly Watched[] = [
  ...[6, 6, 6].map(died),
  left(6),
  died(7),
  left(9),
  died(10),
  left(10),
  left(11),
  died(13),
  died(16),
  ...[17, 19, 20].map(left),
  died(22),
  died(23),
  ...[25, 32, 32, 34, 35].map(left),
];

describe('the product-limit estimate', () => {
  const steps = kaplanMeier(PATIENTS, 0);
  it.each([
    [0, 1],
    [6, 0.857],
    [7, 0.807],
    [10, 0.753],
    [13, 0.69],
    [16, 0.627],
    [22, 0.538],
    [23, 0.448],
  ])('at week %d is %d', (time, share) => {
    expect(steps.find((step) => step.time === time)?.share).toBeCloseTo(share, 3);
  });

  it('has its interval within 0 and 1, about the share', () => {
    for (const { share, low, high } of steps) {
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(share);
      expect(high).toBeGreaterThanOrEqual(share);
      expect(high).toBeLessThanOrEqual(1);
    }
    // Printed by R's survfit with conf.type = "log-log": 0.620 to 0.952 at week 6.
    expect(steps[1]?.low).toBeCloseTo(0.62, 3);
    expect(steps[1]?.high).toBeCloseTo(0.952, 3);
  });

  it('ends where it has happened to all', () => {
    const all = kaplanMeier([died(1), died(2)], 0);
    expect(all.at(-1)).toMatchObject({ time: 2, share: 0, low: 0 });
    expect(kaplanMeier([left(5), left(5)], 0)).toHaveLength(1);
  });
});
