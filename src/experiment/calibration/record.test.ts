import { describe, expect, it } from 'vitest';
import type { MeasureResults } from '../analysis/results.ts';
import { PARAMETERS } from '../../engine/index.ts';
import { measureOf, TARGETS } from '../../record/index.ts';
import type { Calibration, CalibrationRow } from './calibration.ts';
import { frozenSet } from './frozen.ts';
import { changesBetween, ledgerPage, predictionNotes } from './ledger.ts';
import { factorId, screenedParameters } from './phases.ts';
import { recordedSpans } from './record.ts';
import { screeningOf, sobolOf, weightiest } from './sensitivity.ts';

const rowOf = (id: string): CalibrationRow => {
  const target = TARGETS.find((each) => each.id === id)!;
  return { target, spec: measureOf(target.measure!)!, start: target.start };
};
const rows = ['T1', 'T2', 'T4'].map(rowOf);
const calibration = {
  rows,
  screening: { walks: 4, replicates: 2 },
  sobol: { parameters: 2, points: 8, replicates: 1 },
} as unknown as Calibration;
const even = (estimate: number) => ({ estimate, low: estimate / 2, high: estimate * 2 });

/** Results in which every parameter moves a measure by as much as `sizeOf` says. */
function morris(id: string, sizeOf: (parameter: string) => number): MeasureResults {
  const factors = screenedParameters().map((spec) => ({
    ...{ factor: factorId(spec.id), mu: -sizeOf(spec.id), sigma: 0, walks: 4 },
    muStar: even(sizeOf(spec.id)),
  }));
  return { id, factors: { kind: 'morris', points: 4, factors } } as unknown as MeasureResults;
}

describe('screening', () => {
  const nothing = (): number => 0;
  const screenings = [
    {
      from: 'a1',
      measures: [
        morris(rows[0]!.spec.id, (id) => (id === 'tank.bogPerKm' ? 140 : 0)),
        morris(rows[1]!.spec.id, nothing),
      ],
    },
    {
      from: 'a2',
      measures: [morris(rows[2]!.spec.id, (id) => (id === 'delay.sigma' ? 3500 : Number.NaN))],
    },
  ];
  const aims = [
    { low: 133, high: 133, scale: 70, weight: 1 },
    { low: 1, high: 1, scale: 1, weight: 1 },
    { low: 400, high: 400, scale: 350, weight: 0.5 },
  ];

  it('weighs the rows of all starts by their scale and weight', () => {
    const found = screeningOf(calibration, { screenings, aims, luck: [35, 0, Number.NaN] });
    expect(weightiest(found, 2)).toEqual(['delay.sigma', 'tank.bogPerKm']);
    // 10 scales on a row of half weight; 2 scales on one of full weight, where the third says nothing.
    expect(found.parameters[0]).toMatchObject({ score: 2, most: 'T4' });
    expect(found.parameters[1]).toMatchObject({ score: 1, most: 'T1' });
    expect(found.parameters[1]!.rows[0]).toMatchObject({ row: 'T1', mu: -2, sigma: 0 });
    // Two means of two runs each: half a scale × √(2/2), over a step of 2/3.
    expect(found.luck[0]!.muStar).toBeCloseTo(0.75 * Math.sqrt(2 / Math.PI), 12);
    expect(found.luck[0]!.mu).toBeCloseTo(0.375, 12);
    expect(found.luck[1]!.muStar).toBe(0);
    // Two scales are clear of 3 × 0.375; without a figure for luck the spread of the effects stands for it.
    expect(found.parameters[1]!.rows.map(({ clear }) => clear)).toEqual([true, false, false]);
    expect(found.parameters[0]!.rows[2]!.clear).toBe(true);
  });

  it('puts indices of all starts under the names of the register', () => {
    const sobol = (id: string): MeasureResults => {
      const factors = [{ factor: 'tank.bogperkm', first: even(0.2), total: even(0.4) }];
      return { id, factors: { kind: 'sobol', points: 8, factors } } as unknown as MeasureResults;
    };
    const byStart = [
      { from: 'a1', measures: rows.slice(0, 2).map(({ spec }) => sobol(spec.id)) },
      { from: 'a2', measures: [sobol(rows[2]!.spec.id)] },
    ];
    const found = sobolOf(calibration, byStart);
    expect(found?.parameters.map(({ id }) => id)).toEqual(['tank.bogPerKm']);
    expect(found?.parameters[0]?.rows.map(({ row }) => row)).toEqual(['T1', 'T2', 'T4']);
    expect(sobolOf(calibration, [])).toBeNull();
  });
});

describe('what is recorded', () => {
  const claim = (id: string, value: unknown, low: unknown = null, high: unknown = null) =>
    [id, { id, value, low, high, unit: typeof value === 'string' ? 'flag' : 'men' }] as const;

  it('is a number, yes or no as 1 and 0, or a span', () => {
    const byId = new Map([claim('T1', 133), claim('T2', 'no'), claim('T4', null, 10, 20)]);
    expect(recordedSpans(calibration, { byId } as never, 0)).toEqual([
      { low: 133, high: 133 },
      { low: 0, high: 0 },
      { low: 10, high: 20 },
    ]);
    expect(recordedSpans(calibration, { byId: new Map() }, 0)).toEqual([null, null, null]);
  });
});

describe('the frozen set', () => {
  const spec = PARAMETERS.find(({ id }) => id === 'tank.bogPerKm')!;

  it('has a hash of its names and values, whatever the order they are asked in', () => {
    const set = frozenSet(['tank.bogPerKm', 'tank.hitChance']);
    expect(set).toEqual(frozenSet(['tank.hitChance', 'tank.bogPerKm']));
    expect(set.hash).toMatch(/^[0-9a-f]{16}$/);
    expect(set.hash).not.toBe(frozenSet(['tank.bogPerKm']).hash);
    expect(set.values['tank.bogPerKm']).toBe(spec.start);
  });

  it('tells what changed, and the ledger says why and what became of the predictions', () => {
    const after = frozenSet(['tank.bogPerKm']);
    const before = { hash: 'x', values: { 'tank.bogPerKm': 0.9 } };
    const changed = changesBetween(before, after);
    expect(changed).toEqual([{ id: 'tank.bogPerKm', from: 0.9, to: spec.start }]);
    expect(changesBetween(after, after)).toEqual([]);
    const predictions = predictionNotes([
      {
        measures: [
          row('T7', 'prediction', { p05: 207, p50: 498, p95: 861 }, null, [false, true]),
          row('T13', 'prediction', null, { share: 0.01 }, [null, null]),
          row('T1', 'calibration', { p05: 1, p50: 2, p95: 3 }, null, [true, true]),
        ],
      },
    ]);
    const page = ledgerPage([{ hash: 'abc', changed, reason: 'T5: too few.', predictions }]);
    expect(page).toContain(`\`tank.bogPerKm\` 0.9 → ${spec.start}. T5: too few.`);
    expect(page).toContain('T7 207 – 498 – 861; T13 0.010.');
    expect(page).toContain('Of 1 with figures 0 lie in the middle half of the runs and 1 in nine');
  });
});

function row(
  id: string,
  use: string,
  runs: { p05: number; p50: number; p95: number } | null,
  share: { share: number } | null,
  [in50, in90]: readonly [boolean | null, boolean | null],
) {
  return { ...{ id, measure: id, title: id, use, runs, share }, in50, in90 };
}
