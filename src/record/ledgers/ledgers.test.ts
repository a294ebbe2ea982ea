import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { P, type EventValue, type KhasanEvent, type ParameterId } from '../../engine/index.ts';
import { DAY, HOUR, fact, measureEvents } from '../../../test/support/record-run.ts';
import { claimError } from '../measures/ledgers.ts';

const Z = 'zaozyornaya';
const SU = 'su.59bd.post';
const TANKS = 'su.tanks.1coy';
const JP = [
  'jp.19d.75ir.1bn.1coy',
  'jp.19d.75ir.2bn.1coy',
  'jp.19d.76ir.1bn.1coy',
  'jp.19d.74ir.1bn.1coy',
] as const;

/** Parameters by name. */
type Params = Partial<Record<ParameterId, number>>;
const UNBIASED: Params = { 'claims.bias': 0 };
/** Nothing comes in late either. */
const PLAIN: Params = {
  ...UNBIASED,
  ...{ 'claims.unaccounted': 0, 'claims.stragglers': 0, 'claims.woundDeath': 0 },
};

const setup = (params: Params, seed = 1) => ({
  seed,
  params: Object.entries(params).map(([id, value]) => [P[id as ParameterId], value] as const),
});

/** The Japanese companies come to the height. */
const arrivals = (count: number): KhasanEvent[] =>
  JP.slice(0, count).map((unit) => fact(4, 'unit-arrived', unit, Z, { from: '' }));
const hit = (tick: number, unit: string, killed: number, wounded: number): KhasanEvent =>
  fact(tick, 'casualties-taken', unit, Z, {
    ...{ side: unit.slice(0, 2), killed, wounded, missing: 0, officers: 0, cause: 'bullets' },
  });
const tanksOut = (tick: number, count: number): KhasanEvent =>
  fact(tick, 'tanks-put-out', TANKS, Z, {
    ...{ side: 'su', count, cause: 'close-combat', fate: 'spot' },
  });
const gunsLost = (tick: number, unit: string, count: number): KhasanEvent =>
  fact(tick, 'guns-lost', unit, Z, { side: unit.slice(0, 2), count, cause: 'capture' });

/** A fight on two days. */
const FIGHT: readonly KhasanEvent[] = [
  ...arrivals(4),
  hit(8, SU, 6, 14),
  hit(8, JP[0], 9, 20),
  hit(9, JP[1], 4, 11),
  tanksOut(10, 5),
  gunsLost(11, JP[2], 2),
  hit(DAY + 8, SU, 10, 5),
  tanksOut(DAY + 9, 8),
];

const measured = (
  events: readonly KhasanEvent[],
  params: Params = {},
  options: { readonly seed?: number; readonly endTick?: number } = {},
) =>
  measureEvents(events, {
    setup: setup(params, options.seed),
    ...(options.endTick === undefined ? {} : { endTick: options.endTick }),
  });

describe('without biases', () => {
  const { killed, wounded, tanks } = { killed: 16, wounded: 19, tanks: 13 };

  it('a claim is the truth, and so are return and communiqué', () => {
    expect(measured(FIGHT, PLAIN)).toMatchObject({
      ...{ 'claim.su.killed': killed, 'claim.su.wounded': wounded, 'claim.su.tanks': tanks },
      ...{ 'return.su.killed': killed, 'return.su.wounded': wounded, 'return.su.missing': 0 },
      ...{ 'public.su.killed': killed, 'claim.su.killed.public': killed },
      ...{ 'claim.jp.killed': 13, 'claim.jp.wounded': 31, 'claim.jp.guns': 2 },
      'claims.error': 0,
    });
  });

  it('a claim is the truth whatever is lost, as long as somebody sees it', () => {
    const loss = fc.record({
      tick: fc.integer({ min: 8, max: 5 * DAY }),
      isOwn: fc.boolean(),
      killed: fc.nat(60),
      wounded: fc.nat(90),
      tanks: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(loss, { maxLength: 12 }), fc.nat(1_000), (losses, seed) => {
        const events = losses.flatMap(({ tick, isOwn, killed, wounded, tanks }) => [
          hit(tick, isOwn ? SU : JP[0], killed, wounded),
          tanksOut(tick, tanks),
        ]);
        const values = measured([...arrivals(4), ...events], UNBIASED, { seed });
        for (const side of ['su', 'jp']) {
          expect(values[`claim.${side}.killed`]).toBe(values[`losses.${side}.killed`]);
          expect(values[`claim.${side}.wounded`]).toBe(values[`losses.${side}.wounded`]);
        }
        expect(values['claim.su.tanks']).toBe(values['tanks.su.out']);
        expect(values['claims.error'] ?? 0).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('a loss that nobody sees is claimed by nobody', () => {
    expect(measured([hit(8, SU, 6, 14)], UNBIASED)).toMatchObject({
      'claim.su.killed': 0,
      'claims.unseen': 1,
      'losses.su.killed': 6,
    });
  });

  it('shells and bombs are claimed by who fired them, though nobody stands near', () => {
    const shelled = fact(9, 'casualties-taken', SU, Z, {
      ...{ side: 'su', killed: 3, wounded: 4, missing: 0, officers: 0, cause: 'fragments' },
    });
    const fired = (by: string): Readonly<Record<string, EventValue>> => ({
      ...{ side: 'jp', rounds: 40, by },
    });
    const fire = fact(8, 'bombardment-fired', 'jp.train', Z, fired('jp.train'));
    expect(measured([fire, shelled], UNBIASED)['claim.su.killed']).toBe(3);
    expect(measured([shelled], UNBIASED)['claim.su.killed']).toBe(0);
  });
});

describe('biases', () => {
  const rising: readonly [parameter: ParameterId, steps: readonly number[], measure: string][] = [
    ['claims.doubleTanks', [0, 0.2, 0.6, 1], 'claim.su.tanks'],
    ['claims.doubleMen', [0, 0.1, 0.5, 1], 'claim.su.killed'],
    ['claims.doubleGuns', [0, 0.5, 1], 'claim.jp.guns'],
    ['claims.takenForDead', [0, 0.2, 0.4, 1], 'claim.su.killed'],
    ['claims.rounding', [0, 0.1, 0.3], 'claim.su.killed'],
    ['claims.shading', [0, 0.1, 0.5], 'claim.su.killed'],
    ['claims.publicEnemy', [0, 0.5, 2], 'claim.su.killed.public'],
  ];
  it.each(rising)('more of %s never makes a claim smaller', (parameter, steps, measure) => {
    const figures = steps.map((value) => Number(measured(FIGHT, { [parameter]: value })[measure]));
    expect([...figures].sort((a, b) => a - b)).toEqual(figures);
    expect(figures.at(-1)).toBeGreaterThan(figures[0]!);
  });

  it('the same tank is counted once by each of the units in sight, at most by five', () => {
    const all: Params = { ...UNBIASED, 'claims.bias': 1, 'claims.doubleTanks': 1 };
    const exact: Params = { ...all, 'claims.spread': 0, 'claims.rounding': 0, 'claims.shading': 0 };
    for (const seen of [1, 2, 3, 4]) {
      const values = measured([...arrivals(seen), tanksOut(8, 3)], exact);
      expect([seen, values['claim.su.tanks']]).toEqual([seen, 3 * seen]);
    }
  });

  it('keep back own dead in public, and nothing in the truth', () => {
    const values = measured(FIGHT);
    expect(values['public.su.killed']).toBeLessThan(Number(values['return.su.killed']));
    expect(values['losses.su.killed']).toBe(16);
  });
});

describe('a return has an as-of date', () => {
  const late: Params = { ...UNBIASED, 'claims.unaccounted': 0.5, 'claims.woundDeath': 0 };
  const day = (days: number) => measured([hit(8, SU, 40, 0)], late, { endTick: days * DAY });

  it('with every dead man among the dead or the missing, and fewer missing as time goes on', () => {
    const missing = [0, 2, 8, 20, 59].map((days) => {
      const values = day(days);
      expect(Number(values['return.su.killed']) + Number(values['return.su.missing'])).toBe(40);
      expect(values['return.su.killed.settled']).toBe(40);
      return Number(values['return.su.missing']);
    });
    expect([...missing].sort((a, b) => b - a)).toEqual(missing);
    expect(missing[0]).toBeGreaterThan(10);
    expect(missing.at(-1)).toBeLessThan(5);
  });

  it('with stragglers missing until they are back', () => {
    const broke = fact(8, 'unit-broke', SU, Z, { side: 'su', men: 40 });
    const params: Params = { ...PLAIN, 'claims.stragglers': 1, 'claims.stragglerDays': 3 };
    const missing = [0, 3, 30].map(
      (days) => measured([broke], params, { endTick: days * DAY + HOUR })['return.su.missing'],
    );
    expect(Number(missing[0])).toBeGreaterThan(Number(missing[1]));
    expect(Number(missing[1])).toBeGreaterThan(0);
    expect(missing[2]).toBe(0);
  });

  it('with the wounded who die of it in another column', () => {
    const params: Params = { ...PLAIN, 'claims.woundDeath': 1 };
    const values = measured([hit(8, SU, 0, 30)], params, { endTick: 5 * DAY });
    expect(Number(values['return.su.died']) + Number(values['return.su.wounded'])).toBe(30);
    expect(values['return.su.died']).toBe(values['truth.su.died']);
    expect(values['losses.su.wounded']).toBe(30);
  });

  it('and a communiqué knows no more than came up in time', () => {
    const params: Params = { ...PLAIN, 'claims.delayDays': 2 };
    const said = [1, 2, 3].map(
      (days) => measured([hit(8, SU, 9, 0)], params, { endTick: days * DAY })['public.su.killed'],
    );
    expect(said).toEqual([0, 9, 9]);
  });
});

it('the order of the events of a tick does not matter', () => {
  const numbered = [
    ...arrivals(4),
    hit(8, SU, 6, 14),
    hit(8, JP[0], 9, 20),
    hit(8, JP[1], 4, 11),
    tanksOut(8, 5),
    gunsLost(8, JP[2], 2),
  ].map((event, index) => ({ ...event, id: `${String(event.tick)}.${String(index)}` }));
  const wanted = measured(numbered);
  fc.assert(
    fc.property(fc.shuffledSubarray(numbered, { minLength: numbered.length }), (shuffled) => {
      const values = measured(shuffled);
      const ledgers = Object.keys(values).filter((id) =>
        /^(claim|claims|return|public)\./.test(id),
      );
      for (const id of ledgers) expect([id, values[id]]).toEqual([id, wanted[id]]);
    }),
    { numRuns: 30 },
  );
});

describe('the error of a claim', () => {
  it.each([
    [0, 0, 0],
    [10, 10, 0],
    [20.5, 10, Math.log(2)],
    [4.75, 10, Math.log(2)],
    [0, 10, Math.log(21)],
    [10, 0, Math.log(21)],
  ])('%d for %d is %d', (claim, truth, error) => {
    expect(claimError(claim, truth)).toBeCloseTo(error, 10);
  });
});
