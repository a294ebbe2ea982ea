import { describe, expect, test } from 'vitest';
import { keptRun } from '../../test/support/border-dispute.ts';
import { paperOf } from '../../test/support/paper.ts';
import { realModel } from '../../test/support/real-scenario.ts';
import { P, viewFor, type Act, type Order, type Run } from '../engine/index.ts';
import { execute } from '../engine/systems/execute.ts';
import { decide } from './decide.ts';
import { standingOf } from './standing.ts';
import { sanctionOf } from './obedience.ts';
import { beginThought, concernAt, skillOf } from './situation.ts';

const model = realModel();
const officeOf = (id: string): number => model.offices.findIndex((info) => info.id === id);
const AREA = model.areas.findIndex((area) => area.id === 'zaozyornaya');
const TICK = 30 * 96;

/** A request on the desk of the Korea Army, which holds the height by what it knows and may give leave. */
function asked(seed: number, act: Act, afterTheDeed: boolean, change: (run: Run) => void): Order[] {
  const run = keptRun(model, seed);
  const [from, to] = [officeOf('jp.19d'), officeOf('jp.korea-army')];
  const { offices } = run.world;
  run.world.tick = TICK;
  const cell = to * model.areas.length + AREA;
  offices.own[cell] = 400;
  offices.holder[cell] = 1;
  const paper = { act, area: -1, by: 0, tick: 1, event: '', reserved: false, backed: true };
  offices.grants[to]!.push({ kind: 'grant', forceMenMax: 10_000, ...paper });
  const asked = { act, area: AREA, men: 400, afterTheDeed };
  offices.inbox[to]!.push(paperOf({ id: 1, kind: 'request', from, to, dueTick: TICK, ...asked }));
  change(run);
  return decide(viewFor(run, to));
}

interface Answers {
  granted: number;
  refused: number;
  recalled: number;
  forbidden: number;
}

function answers(act: Act, afterTheDeed: boolean, change: (run: Run) => void = () => {}): Answers {
  const found = { granted: 0, refused: 0, recalled: 0, forbidden: 0 };
  for (let seed = 1; seed <= 200; seed++) {
    const orders = asked(seed, act, afterTheDeed, change);
    orders.forEach((order, i) => {
      if (order.kind !== 'reply') return;
      found[order.answer === 'grant' ? 'granted' : 'refused']++;
      // Whoever is called back is told so with the refusal.
      const next = orders[i + 1];
      if (next?.kind === 'direct' && next.act === 'withdraw') found.recalled++;
    });
    if (orders.some(({ kind }) => kind === 'ban')) found.forbidden++;
  }
  return found;
}

/** An officer to whom a step up is worth more than the ground and his honour. */
const timid = (run: Run): void => {
  run.world.params[P['utility.rise']] = 1;
  run.world.params[P['utility.ground']] = 0.1;
  run.world.params[P['utility.face']] = 0;
};

describe('what a superior says of a deed that is done', () => {
  test('it is covered more often than leave for it would be given', () => {
    const before = answers('fortify', false);
    const after = answers('fortify', true);
    expect(before.granted).toBeGreaterThan(0);
    expect(after.granted).toBeGreaterThan(before.granted);
  });
  test('who fears the rise more than the loss of the ground calls the men back, and refuses cover', () => {
    const found = answers('assault', true, timid);
    expect(found.recalled).toBeGreaterThan(20);
    expect(found.refused).toBeGreaterThanOrEqual(found.recalled);
    expect(answers('assault', true).recalled).toBeLessThan(20);
  });
  test('what has not been done is not undone, nor what takes no ground', () => {
    expect(answers('assault', false, timid).recalled).toBe(0);
    expect(answers('bombard', true, timid).recalled).toBe(0);
  });
});

test('a request for cover goes back to the deed, one for leave to what was read', () => {
  const cause = (afterTheDeed: boolean): unknown => {
    const run = keptRun(model, 1);
    const office = officeOf('jp.korea-army');
    const paper = { office, act: 'eject', area: AREA, men: 100 } as const;
    run.world.tick = TICK;
    const order = { hHourTick: -1, authority: 'against-ban', plan: '' } as const;
    execute(run, { kind: 'direct', to: officeOf('jp.19d'), ...paper, ...order });
    const to = officeOf('jp.ags');
    execute(run, {
      kind: 'request',
      to,
      ...paper,
      afterTheDeed,
      passesUp: -1,
      terms: '',
      asserts: false,
    });
    const deed = run.events.find(({ kind }) => kind === 'order-given')!;
    const asked = run.events.find(({ kind }) => kind === 'permission-asked')!;
    return asked.cause[0] === deed.id;
  };
  expect(cause(true)).toBe(true);
  expect(cause(false)).toBe(false);
});

describe('a general ban', () => {
  test('is gone back on by leave for force, or an order to use it, and by nothing else', () => {
    const after = (order: (run: Run, office: number) => Order): number => {
      const run = keptRun(model, 1);
      const [office, to] = [officeOf('jp.korea-army'), officeOf('jp.19d')];
      run.world.tick = TICK;
      execute(run, { kind: 'ban', office, to, act: 'assault', area: -1 });
      expect(run.world.offices.forbadeTick[office]).toBe(TICK);
      execute(run, order(run, office));
      return run.world.offices.forbadeTick[office]!;
    };
    const told =
      (act: Act) =>
      (_: Run, office: number): Order => ({
        kind: 'direct',
        office,
        to: officeOf('jp.19d'),
        act,
        area: AREA,
        men: 100,
        hHourTick: -1,
        authority: 'own',
        plan: '',
      });
    expect(after(told('assault'))).toBe(-1);
    expect(after(told('concentrate'))).toBe(TICK);
  });

  const forbade =
    (days: number) =>
    (run: Run): void => {
      run.world.offices.forbadeTick[officeOf('jp.korea-army')] = TICK - days * 96;
    };
  test('is not said again while it stands', () => {
    const never = answers('assault', false, timid).forbidden;
    expect(never).toBeGreaterThan(20);
    const both =
      (days: number) =>
      (run: Run): void => {
        timid(run);
        forbade(days)(run);
      };
    expect(answers('assault', false, both(1)).forbidden).toBe(0);
    expect(answers('assault', false, both(6)).forbidden).toBe(never);
  });
});

test('who has been disowned expects worse of the next deed, who has been covered better', () => {
  const expected = (precedent: number): number => {
    const run = keptRun(model, 1);
    const office = officeOf('jp.19d');
    run.world.tick = TICK;
    run.world.offices.precedent[office] = precedent;
    const view = viewFor(run, office);
    beginThought(view);
    const option = {
      act: 'assault',
      skill: skillOf(view, 'assault'),
      area: AREA,
      men: 400,
    } as const;
    return sanctionOf(view, concernAt(view, AREA), option, standingOf(view, option), 0.5);
  };
  expect(expected(0)).toBeGreaterThan(0);
  expect(expected(1)).toBeCloseTo(expected(0) * Math.exp(0.4), 10);
  expect(expected(-1)).toBeCloseTo(expected(0) * Math.exp(-0.4), 10);
});
