import { describe, expect, it } from 'vitest';
import { sortedFigures } from '../../record/index.ts';
import { bootstrapInterval, meanInterval, quantileInterval } from './intervals.ts';
import { drawIndex, drawOrder, drawShare, LUCK_FOR } from './luck.ts';
import { correlation, deviationOf, rankCorrelation, ranksOf } from './moments.ts';
import { holm, holmLevels, pairedDifference } from './paired.ts';
import { betaShare, lnGamma, studentQuantile, studentTwoSided } from './student.ts';
import { areaUnder, kaplanMeier, restrictedMeanInterval, restrictedTimes } from './survival.ts';

describe('Student’s t against printed tables', () => {
  it.each([
    // p, degrees of freedom, t (Abramowitz and Stegun, table 26.10)
    [0.975, 1, 12.706],
    [0.975, 2, 4.303],
    [0.975, 9, 2.262],
    [0.95, 10, 1.812],
    [0.995, 29, 2.756],
    [0.975, 120, 1.98],
    [0.975, 1e6, 1.96],
  ])('p %f at %f degrees of freedom: %f', (p, freedom, t) => {
    expect(studentQuantile(p, freedom)).toBeCloseTo(t, 3);
    expect(studentTwoSided(studentQuantile(p, freedom), freedom)).toBeCloseTo(2 * (1 - p), 9);
  });

  it('rests on the gamma and beta functions', () => {
    expect(lnGamma(5)).toBeCloseTo(Math.log(24), 11);
    expect(lnGamma(0.5 + 1)).toBeCloseTo(Math.log(Math.sqrt(Math.PI) / 2), 11);
    // I_x(2, 3) = 1 − (1 − x)⁴ − 4x(1 − x)³
    expect(betaShare(0.3, 2, 3)).toBeCloseTo(1 - 0.7 ** 4 - 4 * 0.3 * 0.7 ** 3, 12);
    expect(betaShare(0.9, 2, 3)).toBeCloseTo(1 - 0.1 ** 4 - 4 * 0.9 * 0.1 ** 3, 12);
  });
});

describe('paired differences', () => {
  // Student's own sleep data (1908), hours gained with two drugs by ten patients.
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

  it('give Student’s published result', () => {
    const result = pairedDifference(first, second);
    expect(result.estimate).toBeCloseTo(1.58, 10);
    expect(result.low).toBeCloseTo(0.7001142, 6);
    expect(result.high).toBeCloseTo(2.4598858, 6);
    expect(result.p).toBeCloseTo(0.00283289, 7);
    expect(result.n).toBe(10);
  });

  it('say what sharing the luck saved', () => {
    const result = pairedDifference(first, second);
    // r = 0.795: unpaired, Welch's test gave the difference no significance (p = 0.079).
    expect(result.correlation).toBeCloseTo(0.7951702, 6);
    const unpaired = deviationOf(first) ** 2 + deviationOf(second) ** 2;
    expect(result.varianceRatio).toBeCloseTo(unpaired / result.sdDifference ** 2, 10);
    expect(result.varianceRatio).toBeCloseTo(4.765, 3);
  });

  it.each([
    ['all equal', [1, 2, 3], [1, 2, 3], { estimate: 0, p: 1, low: 0, high: 0 }],
    [
      'the same step everywhere',
      [1, 2, 3],
      [3, 4, 5],
      { estimate: 2, p: 0, varianceRatio: Infinity },
    ],
    ['nothing varies', [1, 1], [1, 1], { estimate: 0, p: 1, varianceRatio: NaN, effect: NaN }],
    ['a hole on either side', [1, null, 3], [2, 5, null], { n: 1, estimate: 1, p: NaN, low: NaN }],
    ['no pair', [null], [1], { n: 0, estimate: NaN, p: NaN }],
  ])('%s', (_name, base, other, expected) => {
    expect(pairedDifference(base, other)).toMatchObject(expected);
  });

  it('refuse lists that cannot be pairs', () => {
    expect(() => pairedDifference([1], [1, 2])).toThrow('invariant broken');
  });
});

describe('Holm’s correction', () => {
  it('gives the adjusted chances of R’s p.adjust', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([0.5, Number.NaN, 0.7])).toEqual([1, Number.NaN, 1]);
  });

  it('tells at which level each interval has to be drawn', () => {
    const levels = holmLevels([0.01, Number.NaN, 0.001]);
    expect(levels[0]).toBeCloseTo(0.95, 12);
    expect(levels[1]).toBeNaN();
    expect(levels[2]).toBeCloseTo(0.975, 12);
  });
});

describe('Kaplan and Meier', () => {
  // Remission of leukaemia under 6-MP, weeks (Freireich and others 1963); + is censored.
  const remission = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'
    .split(' ')
    .map((text) =>
      text.endsWith('+')
        ? { at: null, watchedUntil: Number(text.slice(0, -1)) }
        : { at: Number(text), watchedUntil: 100 },
    );

  it('gives the published curve', () => {
    const steps = kaplanMeier(remission);
    expect(steps.map(({ at, atRisk }) => [at, atRisk])).toEqual([
      [6, 21],
      [7, 17],
      [10, 15],
      [13, 12],
      [16, 11],
      [22, 7],
      [23, 6],
    ]);
    const expected = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448];
    for (const [index, { surviving }] of steps.entries()) {
      expect(surviving).toBeCloseTo(expected[index]!, 3);
    }
    // Log(−log) interval at 10 weeks, as survfit(conf.type = "log-log") prints it.
    expect(steps[2]!.low).toBeCloseTo(0.503, 3);
    expect(steps[2]!.high).toBeCloseTo(0.889, 3);
  });

  it('has the restricted mean as its area', () => {
    const values = [3, null, 5, 20, 1];
    const waits = values.map((at) => ({ at, watchedUntil: 10 }));
    expect(restrictedTimes(values, 10)).toEqual([3, 10, 5, 10, 1]);
    expect(restrictedMeanInterval(values, 10).estimate).toBeCloseTo(5.8, 12);
    expect(areaUnder(kaplanMeier(waits), 10)).toBeCloseTo(5.8, 12);
  });

  it('falls to nothing where everything has happened', () => {
    const steps = kaplanMeier([1, 2].map((at) => ({ at, watchedUntil: 9 })));
    expect(steps.at(-1)).toMatchObject({ surviving: 0, low: 0, atRisk: 1, happened: 1 });
    expect(steps.at(-1)?.high).toBe(steps[0]?.high);
    expect(kaplanMeier([{ at: null, watchedUntil: 9 }])).toEqual([]);
  });
});

describe('intervals', () => {
  it('of a mean', () => {
    const { estimate, low, high } = meanInterval([1, 2, 3, 4, 5]);
    expect(estimate).toBe(3);
    expect(high - 3).toBeCloseTo(1.963243, 5);
    expect(3 - low).toBeCloseTo(1.963243, 5);
    expect(meanInterval([7])).toEqual({ estimate: 7, low: NaN, high: NaN });
  });

  it.each([
    // n, p, ranks from 1 (Conover, Practical Nonparametric Statistics: n = 16, median: 4th to 13th)
    [16, 0.5, 4, 13],
    [20, 0.5, 6, 15],
    [100, 0.5, 40, 61],
    [5, 0.5, 1, 5],
    [100, 0.05, 1, 11],
  ])('of a quantile: %i figures, p %f', (n, p, from, to) => {
    const figures = Array.from({ length: n }, (_, index) => index + 1);
    expect(quantileInterval(figures, p)).toMatchObject({ low: from, high: to });
  });

  it('of no figures', () => {
    expect(quantileInterval([], 0.5)).toBeNull();
  });

  it('by resampling cover the truth about as often as they say', () => {
    let covered = 0;
    for (let trial = 0; trial < 200; trial++) {
      const figures = Array.from({ length: 60 }, (_, i) => drawShare(trial, LUCK_FOR.sample, i, 0));
      const mean = (indices: Int32Array): number =>
        indices.reduce((sum, index) => sum + figures[index]!, 0) / indices.length;
      const { low, high } = bootstrapInterval(60, mean, { stream: trial, resamples: 200 });
      if (low <= 0.5 && 0.5 <= high) covered++;
    }
    expect(covered).toBeGreaterThan(180);
    expect(covered).toBeLessThan(200);
  });

  it('by resampling are the same every time', () => {
    const middle = (indices: Int32Array): number =>
      indices.reduce((sum, index) => sum + index * index, 0) / indices.length;
    expect(bootstrapInterval(30, middle)).toEqual(bootstrapInterval(30, middle));
    expect(bootstrapInterval(30, middle)).not.toEqual(bootstrapInterval(30, middle, { stream: 1 }));
  });
});

describe('ranks', () => {
  it('share what is equal', () => {
    expect(ranksOf([10, 30, 10, 20])).toEqual([1.5, 4, 1.5, 3]);
    expect(rankCorrelation([1, 2, 3, 4], [1, 8, 27, 64])).toBeCloseTo(1, 12);
    expect(correlation([1, 2, 3], [2, 2, 2])).toBeNaN();
  });
});

describe('luck outside the model', () => {
  it('spreads evenly, and orders are permutations', () => {
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 4000; i++) counts[drawIndex(7, LUCK_FOR.sample, i, 0, 4)]!++;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(110);
    const order = drawOrder(7, LUCK_FOR.morris, 0, 9);
    expect(sortedFigures(order)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(drawOrder(7, LUCK_FOR.morris, 1, 9)).not.toEqual(order);
  });
});
