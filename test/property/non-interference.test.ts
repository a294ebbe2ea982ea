import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  luckKeyOf,
  viewFor,
  type KhasanEvent,
  type Model,
  type OfficeInfo,
  type Order,
  type Run,
} from '../../src/engine/index.ts';
import { execute } from '../../src/engine/systems/execute.ts';
import { cloneRun } from '../../src/engine/world/snapshot.ts';
import { decide } from '../../src/policy/index.ts';
import { disputeModel, keptRun, type KeptRun } from '../support/border-dispute.ts';
import { nameEvents, viewText } from '../support/compare.ts';
import { disturb, alteredModel } from '../support/disturb.ts';
import { drive } from '../support/drive.ts';
import { makeLottery, type Lottery } from '../support/lottery.ts';
import { randomOrder } from '../support/random-orders.ts';
import { REAL_SCENARIO, realModel } from '../support/real-scenario.ts';

/**
 * An office decides on what it knows. So two worlds that differ only in what it cannot know give it the
 * same view, the same decision, the same answers to its orders and the same hour of its next decision.
 * Whoever makes a rule read the truth where it should read a picture, fails here.
 */

interface Stage {
  readonly name: string;
  readonly model: () => Model;
  /** Days that are played of a free run, and from an anchor, where every hour is dear. */
  readonly days: number;
  readonly anchorDays: number;
  /** Share 0–1 of the decisions that are put to the test. */
  readonly share: number;
  readonly runs: number;
}

let dispute: Model | undefined;
const STAGES: readonly Stage[] = [
  {
    name: 'the border dispute of the tests',
    model: () => (dispute ??= disputeModel(8)),
    days: 8,
    anchorDays: 8,
    share: 0.25,
    runs: 10,
  },
  {
    name: REAL_SCENARIO,
    model: realModel,
    days: 20,
    anchorDays: 1,
    share: 0.2,
    runs: 4,
  },
];

/** Plays a run and calls `look` with a due office at a random share of its stops. */
function sample(
  stage: Stage,
  seed: number,
  look: (run: KeptRun, office: number, lottery: Lottery) => void,
): number {
  const model = stage.model();
  const lottery = makeLottery(seed);
  const from = lottery.pick(['free', ...model.anchors.map((anchor) => anchor.id)]);
  const run = keptRun(model, seed, from);
  const days = from === 'free' ? stage.days : stage.anchorDays;
  let looks = 0;
  drive(run, {
    untilTick: run.world.tick + days * 96,
    onStop: (_, due) => {
      for (const office of due) {
        if (!lottery.chance(stage.share)) continue;
        look(run, office, lottery);
        looks++;
      }
      return undefined;
    },
  });
  return looks;
}

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

/** Asserts over random runs, and that the runs had something to look at. */
function always(
  stage: Stage,
  look: (run: KeptRun, office: number, lottery: Lottery) => void,
): void {
  let looks = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      looks += sample(stage, seed, look);
    }),
    // A smaller seed is no simpler run: there is nothing to shrink.
    { seed: 1938, numRuns: stage.runs, endOnFailure: true },
  );
  expect(looks).toBeGreaterThan(5 * stage.runs);
}

/** What an office is told of an order that it gives: nothing, or why not. */
function refusals(run: Run, order: Order): string[] {
  const told: string[] = [];
  const copy = cloneRun(run, (event: KhasanEvent) => {
    if (event.kind === 'order-refused') told.push(JSON.stringify(event.data));
  });
  execute(copy, order);
  return told;
}

describe.each(STAGES)('in $name', (stage) => {
  test('what an office cannot know changes neither its view nor its decision', () => {
    always(stage, (run, office, lottery) => {
      const other = cloneRun(run, () => {});
      disturb(other, office, lottery);
      const view = viewFor(run, office);
      const otherView = viewFor(other, office);
      expect(viewText(otherView)).toBe(viewText(view));
      expect(decide(otherView)).toEqual(decide(view));
      expect(other.world.offices.cycleTick[office]).toBe(run.world.offices.cycleTick[office]);
    });
  });

  test('orders are refused for reasons that the office can know', () => {
    always({ ...stage, runs: Math.ceil(stage.runs / 2) }, (run, office, lottery) => {
      const other = cloneRun(run, () => {});
      disturb(other, office, lottery);
      for (let n = 0; n < 4; n++) {
        const order = { ...randomOrder(run, [office], 0.1, lottery), office };
        expect(refusals(other, order), JSON.stringify(order)).toEqual(refusals(run, order));
      }
    });
  });

  test('nor do the other side’s forces and minds, and the days to come, as the scenario has them', () => {
    always(stage, (run, office, lottery) => {
      const view = viewFor(run, office);
      const altered = { ...view, model: alteredModel(run.model, office, lottery) };
      expect(decide(altered)).toEqual(decide(view));
    });
  });
});

/**
 * Every decision of every office but one: when it fell, and on what view.
 * @param restless id of the one, which is kept awake at every tick; `''` for nobody.
 */
function decisionsOf(
  model: Model,
  play: { readonly seed: number; readonly from: string; readonly days: number },
  restless: string,
): { readonly decisions: readonly string[]; readonly stops: number } {
  const run = keptRun(model, play.seed, play.from);
  const bystander = model.offices.findIndex((office) => office.id === restless);
  const { stirred, cycleTick } = run.world.offices;
  const keepAwake = (): void => {
    if (bystander < 0) return;
    stirred[bystander] = 1;
    cycleTick[bystander] = run.world.tick + 1;
  };
  const decisions: string[] = [];
  let stops = 0;
  keepAwake();
  drive(run, {
    untilTick: run.world.tick + play.days * 96,
    onStop: (_, due) => {
      stops++;
      for (const office of due) {
        if (office === bystander) continue;
        const { id } = model.offices[office]!;
        decisions.push(`${String(run.world.tick)} ${id}\n${viewText(viewFor(run, office))}`);
      }
      return undefined;
    },
    orders: (_, _due, orders) => {
      keepAwake();
      return orders;
    },
  });
  return { decisions, stops };
}

/** A model with one office more: without links, men or a voice. It comes last, so that no number moves. */
function withBystander(model: Model): Model {
  const bystander: OfficeInfo = {
    ...model.offices[0]!,
    id: 'bystander',
    luckKey: luckKeyOf('bystander'),
    superiors: [],
    subordinates: [],
    repertoire: [],
    charge: [],
    grants: [],
    links: [],
    units: [],
    hasShips: false,
    establishmentMen: 0,
  };
  return { ...model, offices: [...model.offices, bystander] };
}

describe.each(STAGES)('in $name', (stage) => {
  test('the clock tells nothing: it may stop for a stranger at every tick', () => {
    const model = stage.model();
    const watched = withBystander(model);
    for (const from of ['free', ...model.anchors.map((anchor) => anchor.id)]) {
      const days = from === 'free' ? stage.days : stage.anchorDays;
      const alone = decisionsOf(model, { seed: 3, from, days }, '');
      const kept = decisionsOf(watched, { seed: 3, from, days }, 'bystander');
      expect(kept.stops).toBeGreaterThan(alone.stops);
      expect(kept.stops).toBeGreaterThan(0.9 * days * 96);
      const first = alone.decisions.findIndex((decision, n) => decision !== kept.decisions[n]);
      expect(kept.decisions[first], `from ${from}`).toBe(alone.decisions[first]);
      expect(kept.decisions.length).toBe(alone.decisions.length);
      expect(alone.decisions.length).toBeGreaterThan(30);
    }
  });
});

test('the number of messages and attacks of others changes nobody’s choice', () => {
  const model = disputeModel(6);
  const play = (seed: number, offset: number) => {
    const run = keptRun(model, seed);
    run.world.nextMessage = offset;
    run.world.nextOperation = offset;
    drive(run);
    // Numbers are handles; only which is which must agree.
    const bare = (key: string, value: unknown): unknown => {
      if (key === 'message')
        return String(value).replace(/\d+$/, (n) => String(Number(n) - offset));
      const handle = key === 'operation' || key === 'about';
      return handle && Number(value) >= 0 ? Number(value) - offset : value;
    };
    return nameEvents(run.events).map((event) => JSON.stringify(event, bare));
  };
  for (const seed of [6, 7]) {
    const events = play(seed, 0);
    const others = play(seed, 1000);
    const first = events.findIndex((event, n) => event !== others[n]);
    expect(others[first], `seed ${String(seed)}`).toBe(events[first]);
    expect(others.length).toBe(events.length);
  }
});
