import { describe, expect, it } from 'vitest';
import { realFiles, realModel } from '../../../test/support/real-scenario.ts';
import { parseScenario, type SourceFile } from '../../scenario/index.ts';
import { measureOf } from '../../record/index.ts';
import type { Row, VariantResult } from '../ledger.ts';
import { simulateFork } from '../fork.ts';
import { simulate } from '../one-run.ts';
import { exchangeAuthor } from './exchange.ts';
import { judgeAblation, verdictOf } from './judge.ts';
import { planAblation } from './plan.ts';
import { readKnockouts } from './read.ts';
import type { Knockout } from './table.ts';

const files = realFiles();
const parsed = parseScenario(files);
const real = files.find(({ path }) => path === 'knockouts.yaml')!;

const table = (rows: string): SourceFile => ({
  path: 'knockouts.yaml',
  text: `format: khasan.knockouts/1\nmechanisms:\n${rows}`,
});

describe('the table of knock-outs', () => {
  it('of the scenario has every mechanism of the plan, each with one primary or a reason', () => {
    const { knockouts, problems } = readKnockouts(real, parsed);
    expect(problems).toEqual([]);
    const numbers = new Set(knockouts!.map(({ id }) => Number(id.slice(1, 3))));
    expect([...numbers]).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
    for (const row of knockouts!) {
      const primaries = row.measures.filter(({ role }) => role === 'primary');
      const isRun = row.missing === '' && row.exact === null;
      expect([row.id, primaries.length]).toEqual([row.id, isRun ? 1 : 0]);
    }
  });

  it('takes one act from all who have it, and nothing else, where it takes acts', () => {
    const acts = new Map(realModel().offices.map(({ id, repertoire }) => [id, repertoire]));
    const pattern = /^scenario:offices\.(.+)\.repertoire=\[(.*)\]$/;
    const taken = readKnockouts(real, parsed).knockouts!.flatMap(({ id, patch }) => {
      const without = patch.flatMap((setting) => {
        const [, office, list] = pattern.exec(setting) ?? [];
        if (office === undefined) return [];
        const left: readonly string[] = list!.split(', ');
        return acts.get(office)!.filter((act) => !left.includes(act));
      });
      return without.length === 0 ? [] : [[id, [...new Set(without)].join(' ')]];
    });
    expect(taken).toEqual([
      ['M07', 'demand'],
      ['M08', 'provoke'],
      ['M10', 'shoot'],
      ['M15', 'alert'],
    ]);
  });

  it('is refused with all that is wrong with it, at its place', () => {
    const bad = table(`
  - id: M01
    title: Twice
    start: free
    from: a9
    patch: ['param:rule.worksEfect=0', 'param:rule.nightShift=2']
    measures: [{ measure: losses.su.kiled, role: primary, expected: down }]
  - id: M01
    title: Twice
    start: fork
    at: first-assalt
    patch: ['scenario:sides.jp.otherFront=1']
    measures: [{ measure: seizure, role: second }]
`);
    const { knockouts, problems } = readKnockouts(bad, parsed);
    expect(knockouts).toBeUndefined();
    expect(problems.map(({ line, code }) => `${String(line)} ${code}`)).toEqual([
      '7 unknown-id',
      '8 setting-unknown',
      '8 setting-out-of-range',
      '9 unknown-id',
      '10 duplicate-id',
      '13 unknown-value',
      '14 setting-unknown',
      '15 wrong-length',
      '15 missing-key',
    ]);
    for (const { remedy } of problems) expect(remedy).not.toBe('');
  });
});

describe('a fork', () => {
  const setup = { seed: 3, from: 'free' } as const;
  const model = realModel();

  it.each([
    ['first-meeting', 'free'],
    ['first-set-piece', 'a3'],
  ] as const)('at %s from %s into the same variant is the run never saved', (moment, from) => {
    const same = { seed: 3, from };
    const whole = simulate(model, same);
    const forked = simulateFork(model, same, { base: model, baseSetup: same, moment });
    expect(forked).toEqual(whole);
  });

  it('into another changes only what comes after', () => {
    const patched = { ...setup, params: [[paramIndex('rule.unbiddenCost'), 10]] as const };
    const forked = simulateFork(model, patched, {
      base: model,
      baseSetup: setup,
      moment: 'first-meeting',
    });
    const whole = simulate(model, setup);
    expect(forked.measures['first.sighting.jp']).toBe(whole.measures['first.sighting.jp']);
    expect(forked.measures['unauthorised.jp']).toBeLessThan(
      Number(whole.measures['unauthorised.jp']),
    );
  });
});

it('a fork into rules to fire first ends every meeting after it with a shot', () => {
  const model = realModel();
  const fire = { first: 'fire', challenges: 1, last: 'fire' } as const;
  const offices = model.offices.map((info) => ({ ...info, engagement: fire }));
  const setup = { seed: 3, from: 'free' };
  const plan = { base: model, baseSetup: setup, moment: 'first-meeting' } as const;
  const shots = (other: typeof model): unknown =>
    simulateFork(other, setup, plan).measures['meetings.shot-share'];
  expect(shots({ ...model, offices })).toBeGreaterThan(0.9);
  expect(shots(model)).toBeLessThan(0.9);
});

function paramIndex(id: string): number {
  const { ablation } = planAblation(parsed, [{ ...blank, patch: [`param:${id}=0`] }], {
    scenario: 'khasan-1938',
    runs: 1,
    seed: 1,
  });
  return ablation!.plan.variants[1]!.setup.params![0]![0];
}

const blank: Knockout = {
  id: 'M04',
  title: '',
  start: 'free',
  from: 'free',
  moment: null,
  patch: ['param:rule.worksEffect=0'],
  settings: [],
  measures: [{ spec: measureOf('orders.su')!, role: 'primary', expected: 'down' }],
  control: null,
  notes: '',
  missing: '',
  exact: null,
};

describe('the judgement', () => {
  const rowsOf = (values: readonly (number | null)[]): VariantResult => ({
    id: '',
    asked: values.length,
    failures: [],
    rows: values.map((value, run): Row => ({
      run,
      seed: run,
      hash: '',
      events: 0,
      endTick: 0,
      milliseconds: 0,
      values: [value],
    })),
  });
  const judge = (base: (number | null)[], other: (number | null)[]) =>
    judgeAblation(
      {
        plan: { scenario: '', settings: [], variants: [] },
        models: [],
        rows: [{ knockout: blank, base: 0, other: 1, controlBase: -1, controlOther: -1 }],
      },
      ['orders.su'],
      [rowsOf(base), rowsOf(other)],
      1488,
    )[0]!;

  it('finds a stated effect, in pairs whose own spread is far larger', () => {
    const judged = judge([10, 200, 40, 90, 150], [8, 198, 37, 88, 149]);
    expect(judged.measures[0]).toMatchObject({ effect: -2, verdict: 'as stated', n: 5 });
    // Sure, and yet below a tenth of the spread: no mechanism at work.
    expect(judged.works).toBe(false);
  });

  it('counts pairs in which the moment never came, and does not judge by them', () => {
    const judged = judge([10, null, 40, 20], [5, null, 34, 16]);
    expect([judged.pairs, judged.reached, judged.works]).toEqual([4, 3, true]);
  });

  const verdicts: readonly [
    expected: 'up' | 'down' | null,
    effect: number,
    p: number,
    string | null,
  ][] = [
    ['up', 1, 0.01, 'as stated'],
    ['up', -1, 0.01, 'opposite'],
    ['down', -1, 0.049, 'as stated'],
    ['down', -1, 0.05, 'none shown'],
    ['down', 0, 0, 'none shown'],
    ['up', 1, Number.NaN, 'none shown'],
    [null, 1, 0.01, null],
  ];
  it.each(verdicts)('stated %s, effect %d, chance %d: %s', (expected, effect, p, verdict) => {
    expect(verdictOf(expected, effect, p)).toBe(verdict);
  });
});

describe('exchanging the author of an act', () => {
  it('moves what he answers for to the other, and nothing else', () => {
    const results = [1, 2, 3].map((seed) => exchangeAuthor(realModel(), { seed, from: 'free' }));
    expect(results).toEqual(['follows', 'follows', 'follows']);
  });
});
