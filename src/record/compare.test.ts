import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { daysFromCivil } from '../engine/index.ts';
import {
  MEASURES,
  RECORDED,
  TARGETS,
  UNMEASURED,
  compareRuns,
  measureOf,
  parseClaims,
  type ComparisonRow,
  type CompareInput,
  type MeasureValue,
} from './index.ts';

const claims = parseClaims(
  readFileSync(new URL('../../history/claims.csv', import.meta.url), 'utf8'),
  'claims.csv',
);

/** Midnight of 1 July 1938 on the Japanese clock. */
const START = daysFromCivil(1938, 7, 1) * 1440 - 540;

type Columns = Readonly<Record<string, readonly MeasureValue[]>>;

function compare(
  columns: Columns,
  options: Partial<CompareInput> = {},
): ReturnType<typeof compareRuns> {
  return compareRuns({
    start: 'a1',
    keepTruce: true,
    values: (id) => columns[id] ?? [],
    claims,
    startMinutes: START,
    ...options,
  });
}

function rowOf(id: string, columns: Columns, options: Partial<CompareInput> = {}): ComparisonRow {
  const row = compare(columns, options).rows.find((each) => each.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}

/** Whole numbers from 0 to 100. */
const HUNDRED = Array.from({ length: 101 }, (_, index) => index);
const flags = (yes: number, no: number): boolean[] => [
  ...new Array<boolean>(yes).fill(true),
  ...new Array<boolean>(no).fill(false),
];

describe('the targets', () => {
  const all = [...TARGETS, ...RECORDED];

  it.each(all.map((target) => [target.id, target] as const))(
    '%s is told and claimed',
    (_id, target) => {
      if (target.measure !== null) expect(measureOf(target.measure)).toBeDefined();
      for (const id of target.claims) expect(claims.byId.has(id), id).toBe(true);
    },
  );

  it('are named in words where no measure answers them', () => {
    const open = all.filter(({ measure }) => measure === null).map(({ id }) => id);
    expect(Object.keys(UNMEASURED).sort()).toEqual(open.sort());
  });

  it('have ids of their own', () => {
    expect(new Set(all.map((target) => target.id)).size).toBe(all.length);
  });

  it('have the use that the record gives them', () => {
    const differing = TARGETS.filter((target) => claims.byId.get(target.id)?.use !== target.use);
    expect(differing.map((target) => target.id)).toEqual([]);
  });

  it('are all there', () => {
    const missing = Array.from({ length: 20 }, (_, index) => `T${String(index + 1)}`).filter(
      (id) => !TARGETS.some((target) => target.id === id),
    );
    expect(missing).toEqual([]);
  });

  it('are judged only where they calibrate or predict', () => {
    const judged = all.filter((target) => target.rule.judge !== 'print');
    expect(judged.filter((target) => target.use !== 'c' && target.use !== 'p')).toEqual([]);
  });

  it('use a measure in a run of its kind', () => {
    const wrong = all.filter((target) => {
      const from = MEASURES.find((measure) => measure.id === target.measure)?.from;
      return from !== undefined && (from === 'free') !== (target.start === 'free');
    });
    expect(wrong).toEqual([]);
  });
});

describe('compareRuns', () => {
  it('sets a figure beside its claims', () => {
    const row = rowOf('T9', { 'losses.jp.killed': HUNDRED.map((value) => value * 10) });
    expect(row).toMatchObject({
      use: 'prediction',
      record: { value: 526, low: 525, high: 526 },
      inside: true,
      verdict: 'inside',
      in50: true,
      in90: true,
    });
    expect(row.percentile).toBeCloseTo(53 / 101);
    const published = row.claims.find(({ claim }) => claim === 'L068');
    expect(published).toMatchObject({ value: 158 });
    expect(published?.percentile).toBeCloseTo(16 / 101);
  });

  it('calls a median outside its range outside, whatever the band', () => {
    const row = rowOf('T9', { 'losses.jp.killed': HUNDRED.map((value) => value * 20) });
    expect(row).toMatchObject({ inside: false, verdict: 'outside', in90: true });
  });

  const shares: readonly [yes: number, no: number, verdict: string][] = [
    [90, 10, 'inside'],
    [60, 40, 'undecided'],
    [20, 80, 'outside'],
    [0, 0, 'undecided'],
  ];
  it.each(shares)(
    'judges %d yes of %d no against a share of at least 0.6: %s',
    (yes, no, verdict) => {
      const row = rowOf(
        'T2',
        { 'assault.zaozyornaya.crest-4h': flags(yes, no) },
        { keepTruce: false },
      );
      expect(row.verdict).toBe(verdict);
      expect(row.in90).toBeNull();
      if (yes + no > 0) expect(row.percentile).toBe(yes / (yes + no));
    },
  );

  it('judges a share that is to be at most a bound the other way round', () => {
    const row = (yes: number): ComparisonRow =>
      rowOf(
        'T3',
        { 'attack.su.double.crest-36h': flags(yes, 100 - yes) },
        { start: 'a2', keepTruce: false },
      );
    expect([row(10).verdict, row(40).verdict, row(80).verdict]).toEqual([
      'inside',
      'undecided',
      'outside',
    ]);
  });

  it('prints what is informed and never judges it', () => {
    const row = rowOf('T12', { 'losses.75ir.share': [0.1, 0.2] });
    expect(row).toMatchObject({ use: 'informed', inside: null, verdict: 'printed', in90: false });
  });

  it('does not judge rows over the whole battle without the recorded truce', () => {
    const row = rowOf('T9', { 'losses.jp.killed': [526] }, { keepTruce: false });
    expect(row).toMatchObject({ verdict: 'printed', asStated: false });
  });

  it('says so where the model cannot tell a thing', () => {
    expect(rowOf('T19', {}, { start: 'a3' })).toMatchObject({
      measure: null,
      runs: null,
      verdict: 'not measured',
    });
  });

  it('reads hours and dates of the record on their own clocks', () => {
    const death = rowOf('R-first.death', { 'first.death': [300] }, { start: 'free' });
    // 15 July 17:00 Vladivostok is 16:00 in Japan; the other version names the 17th alone.
    expect(death.record).toMatchObject({ value: 14 * 24 + 16, low: 14 * 24 + 16, high: 17 * 24 });
    const truce = rowOf('R-truce.hour', { 'truce.hour': [1000] }, { start: 'free' });
    // Noon, 13:00 at Vladivostok and 13:30: the first two are one moment.
    expect(truce.record).toMatchObject({ value: 996, low: 996, high: 997.5 });
  });

  it('gives a holder the share of runs that say the same', () => {
    const row = rowOf('R-holder.zaozyornaya.0807', {
      'holder.zaozyornaya.0807': ['both', 'jp', 'both', 'su'],
    });
    expect(row).toMatchObject({ record: { value: 'both' }, percentile: 0.5 });
  });

  it('counts coverage by use', () => {
    const { coverage } = compare({
      'losses.jp.killed': HUNDRED.map((value) => value * 10),
      'losses.su.wounded': HUNDRED,
      'guns.su.lost': HUNDRED,
    });
    expect(coverage.find((each) => each.use === 'prediction')).toEqual({
      use: 'prediction',
      rows: 3,
      in50: 2,
      in90: 2,
    });
  });

  const DELAYS: Columns = {
    'delay.1.after-deed': flags(50, 50),
    'delay.1.days': [1, 2, 3],
    'delay.2.days': [4, 5.5, 8],
    'delay.3.hours': [40, 60, 80],
    'delay.4.decide.hours': [1, 1.5, 2],
    'delay.4.act.hours': [2, 3, 5],
    'delay.5.hours': [0.25, 0.5, 4],
    'delay.6.hours': [2, 10, 20],
    'attack.su.answer.days': [1, 2, 5],
    'delay.8.hours': [3, 6, 9],
  };
  const delays: readonly [name: string, change: Columns, result: object][] = [
    ['all eight fit', {}, { rows: 8, inside80: 8, outside98: 0, met: true }],
    [
      'one far off is one too many',
      { 'delay.3.hours': [1, 2, 3] },
      { rows: 8, inside80: 7, outside98: 1, met: false },
    ],
    ['one not asked leaves it open', { 'delay.8.hours': [] }, { rows: 7, met: null }],
    [
      'nobody asks after the deed',
      { 'delay.1.after-deed': flags(0, 400) },
      { rows: 8, inside80: 7, outside98: 0, met: true },
    ],
  ];
  it.each(delays)('rows 1–8 of the delays: %s', (_name, change, result) => {
    const columns = { ...DELAYS, ...change };
    expect(compare(columns, { start: 'free', keepTruce: false }).delays).toMatchObject(result);
  });
});
