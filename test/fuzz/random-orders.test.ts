import { describe, expect, test } from 'vitest';
import {
  runHash,
  startRun,
  type KhasanEvent,
  type Model,
  type Order,
  type Run,
} from '../../src/engine/index.ts';
import { execute } from '../../src/engine/systems/execute.ts';
import { cloneRun } from '../../src/engine/world/snapshot.ts';
import { worldWithout } from '../support/without.ts';
import { drive } from '../support/drive.ts';
import { brokenInvariants, sumsOf } from '../support/invariants.ts';
import { makeLottery } from '../support/lottery.ts';
import { randomOrder } from '../support/random-orders.ts';
import { REAL_SCENARIO } from '../support/real-scenario.ts';
import {
  modelOf,
  readOrderLog,
  replayOrders,
  writeOrderLog,
  type OrderLog,
} from '../support/replay-orders.ts';

/**
 * Random orders, sensible and mad, from all offices: whatever is said, no run crashes, stands still or
 * breaks an invariant, and what cannot be done is refused with a reason and leaves no trace. A failure
 * writes its orders to a file; to see it again:
 *
 *   KHASAN_REPLAY=results/FILE.json npx vitest run test/fuzz
 */

interface Mob {
  readonly scenario: string;
  readonly from: string;
  readonly days: number;
  /** Whether the built-in policy speaks too, or the mob alone. */
  readonly policy: boolean;
  /** Chance 0–1 that a part of an order is nonsense. */
  readonly wild: number;
  /** Orders for each office that is due. */
  readonly orders: number;
  /** Events that the mob must get as far as, or it has tried nothing. */
  readonly events: readonly KhasanEvent['kind'][];
}

interface Outcome {
  readonly log: OrderLog;
  readonly hash: string;
  readonly events: readonly KhasanEvent[];
}

/** Plays a run in which the mob has its say, checking it at every stop, and keeps its orders. */
function play(model: Model, mob: Mob, seed: number): Outcome {
  const lottery = makeLottery(seed);
  const setup = { seed, from: mob.from };
  const stops: { tick: number; due: readonly number[]; orders: Order[] }[] = [];
  const log = (problem: string): OrderLog => ({
    format: 'khasan.order-log/1',
    scenario: mob.scenario,
    days: mob.days,
    setup,
    stops,
    problem,
  });
  const events: KhasanEvent[] = [];
  try {
    const run = startRun(model, setup, (event) => events.push(event));
    const began = sumsOf(run);
    const check = (): void => {
      const broken = brokenInvariants(run, began);
      if (broken.length > 0) throw new Error(broken.slice(0, 10).join('\n'));
    };
    drive(run, {
      untilTick: run.world.tick + mob.days * 96,
      ...(mob.policy ? {} : { decide: () => [] }),
      onStop: () => {
        check();
        return undefined;
      },
      orders: (_, due, decided) => {
        const orders = [...decided];
        for (let n = 0; n < mob.orders * due.length; n++) {
          orders.push(randomOrder(run, due, mob.wild, lottery));
        }
        stops.push({ tick: run.world.tick, due, orders });
        return orders;
      },
    });
    check();
    return { log: log(''), hash: runHash(run), events };
  } catch (error) {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const path = writeOrderLog(log(problem), `fuzz-${mob.scenario}-${String(seed)}`);
    throw new Error(`seed ${String(seed)}; replay with KHASAN_REPLAY=${path}`, { cause: error });
  }
}

const FIGHTS: readonly KhasanEvent['kind'][] = [
  'message-read',
  'unit-arrived',
  'operation-started',
  'casualties-taken',
];
/** Among much nonsense hardly an attack comes to be. */
const DEEDS: readonly KhasanEvent['kind'][] = ['message-read', 'unit-arrived', 'order-given'];
const SMALL = { scenario: 'small', from: 'free', days: 6, events: FIGHTS } as const;
const REAL = {
  scenario: REAL_SCENARIO,
  from: 'free',
  days: 6,
  events: ['order-given', 'message-read', 'unit-arrived'],
} as const;
const MOBS: readonly [string, Mob, seeds: number][] = [
  ['sensible orders alone', { ...SMALL, policy: false, wild: 0, orders: 2 }, 8],
  ['half-mad orders alone', { ...SMALL, policy: false, wild: 0.3, orders: 3, events: DEEDS }, 8],
  ['mad orders among those of the policy', { ...SMALL, policy: true, wild: 0.6, orders: 1 }, 8],
  ['sensible orders in the real scenario', { ...REAL, policy: false, wild: 0.02, orders: 2 }, 2],
  ['half-mad orders and the policy there', { ...REAL, policy: true, wild: 0.2, orders: 2 }, 1],
];

describe('no crash, no endless loop, no broken invariant', () => {
  test.each(MOBS)('%s', (_name, mob, seeds) => {
    const model = modelOf(mob);
    const kinds = new Set<string>();
    for (let seed = 0; seed < seeds; seed++) {
      const { events } = play(model, mob, seed);
      for (const event of events) kinds.add(event.kind);
    }
    for (const kind of mob.events) expect(kinds).toContain(kind);
    if (mob.wild > 0.1) expect(kinds).toContain('order-refused');
  });
});

describe('an order that cannot be carried out', () => {
  test('is refused with a reason, and nothing else changes', () => {
    const model = modelOf(SMALL);
    const reasons = new Set<string>();
    const lottery = makeLottery(77);
    for (let seed = 0; seed < 8; seed++) {
      const run = startRun(model, { seed, from: 'free' }, () => {});
      drive(run, {
        onStop: (_, due) => {
          const reason = reasonFor(run, randomOrder(run, due, 0.35, lottery));
          if (reason !== undefined) reasons.add(reason);
          return undefined;
        },
      });
    }
    // Every kind of refusal the engine knows has been met, but those that need more than eight runs of chance.
    for (const rare of ['nobody-met', 'no-ground', 'already-agreed', 'already-lifted', 'too-long'])
      reasons.delete(rare);
    expect([...reasons].sort()).toEqual([
      'malformed',
      'no-link',
      'no-such-addressee',
      'no-such-finding',
      'no-such-note',
      'no-such-office',
      'no-such-paper',
      'no-such-place',
      'no-such-request',
      'no-such-sounding',
      'no-superior',
      'no-truce',
      'no-units',
      'nobody-is-consulted',
      'not-a-subordinate',
      'not-a-superior',
      'not-in-repertoire',
      'not-the-other-side',
    ]);
  });
});

const NOTHING = { unit: -1, office: -1 };

/** Carries out an order in a copy of the run. When it is refused: its reason, with all checked. */
function reasonFor(run: Run, order: Order): string | undefined {
  const events: KhasanEvent[] = [];
  const copy = cloneRun(run, (event) => events.push(event));
  execute(copy, order);
  const refusal = events.find((event) => event.kind === 'order-refused');
  if (refusal === undefined) return undefined;
  expect(events).toEqual([refusal]);
  const { order: kind, reason } = refusal.data;
  expect(String(kind).split(':')[0]).toBe(order.kind);
  expect(reason).toMatch(/^[a-z]+(-[a-z]+)*$/);
  // Who looks for troops and finds none remembers that he has tried; nothing else stays of any refusal.
  if (reason === 'no-units') {
    const { deeds } = copy.world.offices;
    deeds[order.office] = [...run.world.offices.deeds[order.office]!];
  }
  const after = worldWithout(copy.world, copy.model, NOTHING);
  expect(after, JSON.stringify(order)).toEqual(worldWithout(run.world, run.model, NOTHING));
  return String(reason);
}

describe('a log of orders', () => {
  test('gives the same run again, without a policy', () => {
    const mob = MOBS[2]![1];
    const { log, hash, events } = play(modelOf(mob), mob, 5);
    const copy = JSON.parse(JSON.stringify(log)) as OrderLog;
    const again = replayOrders(copy);
    expect(again.hash).toBe(hash);
    expect(again.events.length).toBe(events.length);
    expect(log.stops.length).toBeGreaterThan(50);
  });

  test('that does not belong to the run is refused', () => {
    const mob = MOBS[2]![1];
    const { log } = play(modelOf(mob), mob, 5);
    const other = { ...log, setup: { ...log.setup, seed: 6 } };
    expect(() => replayOrders(other)).toThrow('at stop');
  });

  const path = process.env['KHASAN_REPLAY'];
  if (path !== undefined) {
    test(`${path} runs through`, () => {
      const log = readOrderLog(path);
      const model = modelOf(log);
      const began = sumsOf(startRun(model, log.setup, () => {}));
      replayOrders(log, (run) => {
        expect(brokenInvariants(run, began)).toEqual([]);
      });
    });
  }
});
