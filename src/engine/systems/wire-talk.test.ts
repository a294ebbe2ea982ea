import { describe, expect, test } from 'vitest';
import { keptRun } from '../../../test/support/border-dispute.ts';
import { realModel } from '../../../test/support/real-scenario.ts';
import { decide } from '../../policy/decide.ts';
import { P } from '../parameters.ts';
import { viewFor } from '../view.ts';
import type { Run } from '../world/world.ts';
import { execute } from './execute.ts';
import { deliverMail } from './mailroom.ts';
import { send } from './messages.ts';
import { partnerOf } from './wire-talk.ts';

const model = realModel();
const officeOf = (id: string): number => model.offices.findIndex((info) => info.id === id);
const [MOSCOW, FRONT, ARMY] = ['su.nko', 'su.front', 'su.1army'].map(officeOf) as [
  number,
  number,
  number,
];
const AREA = model.areas.findIndex((area) => area.id === 'zaozyornaya');
/** 31 July, in the afternoon in Moscow. */
const TICK = 30 * 96 + 80;

function atTheWire(): Run {
  const run = keptRun(model, 1);
  run.world.tick = TICK;
  execute(run, { kind: 'call', office: MOSCOW, to: FRONT });
  return run;
}

const calls = (change: (run: Run, cell: number) => void): number[] => {
  const run = keptRun(model, 1);
  run.world.tick = TICK;
  change(run, MOSCOW * model.areas.length + AREA);
  return decide(viewFor(run, MOSCOW)).flatMap((order) => (order.kind === 'call' ? [order.to] : []));
};

describe('a talk on the direct wire', () => {
  test('lasts two hours, and joins two offices and no other', () => {
    const run = atTheWire();
    expect([MOSCOW, FRONT, ARMY].map((office) => partnerOf(run, office))).toEqual([
      FRONT,
      MOSCOW,
      -1,
    ]);
    run.world.tick = TICK + 7;
    expect(partnerOf(run, FRONT)).toBe(MOSCOW);
    run.world.tick = TICK + 8;
    expect(partnerOf(run, FRONT)).toBe(-1);
  });
  test('carries at once what is said in it, and nothing else', () => {
    const run = atTheWire();
    const delays = [
      [MOSCOW, FRONT],
      [FRONT, MOSCOW],
      [FRONT, ARMY],
    ].map(
      ([from, to]) => send(run, { kind: 'ban', from: from!, to: to!, cause: [] }).dueTick - TICK,
    );
    expect(delays[0]).toBeLessThanOrEqual(2);
    expect(delays[1]).toBeLessThanOrEqual(2);
    expect(delays[2]).toBeGreaterThan(2);
  });
  test('the man called is asked how things stand, and carries out an order there and then', () => {
    const run = atTheWire();
    const { offices } = run.world;
    expect(offices.untold[FRONT]).toBe(1);
    expect(offices.cycleTick[FRONT]).toBeLessThanOrEqual(TICK + 2);
    run.world.tick = offices.cycleTick[FRONT]!;
    const said = decide(viewFor(run, FRONT)).filter(({ kind }) => kind === 'report');
    expect(said).toContainEqual({ kind: 'report', office: FRONT, to: MOSCOW });
    const order = send(run, {
      kind: 'order',
      from: MOSCOW,
      to: FRONT,
      act: 'alert',
      area: AREA,
      men: 1,
      cause: [],
    });
    offices.cycleTick[FRONT] = TICK + 48;
    run.world.tick = order.dueTick;
    deliverMail(run);
    expect(offices.cycleTick[FRONT]).toBeLessThanOrEqual(run.world.tick + 2);
  });
  test('what is said to the top at the wire has not been told to one’s own superior', () => {
    const told = (to: number): number => {
      const run = keptRun(model, 1);
      run.world.tick = TICK;
      execute(run, { kind: 'call', office: to, to: FRONT });
      execute(run, { kind: 'report', office: FRONT, to });
      return run.world.offices.untold[FRONT]!;
    };
    expect(told(officeOf('su.politburo'))).toBe(1);
    expect(told(MOSCOW)).toBe(0);
  });
  test('loses nothing on the way', () => {
    const run = atTheWire();
    run.world.params[P['message.lossChance']] = 1;
    send(run, { kind: 'ban', from: MOSCOW, to: FRONT, cause: [] });
    send(run, { kind: 'ban', from: FRONT, to: ARMY, cause: [] });
    expect(run.world.mail.map(({ to }) => to)).toEqual([FRONT]);
  });
  test('is refused where there is no such wire', () => {
    const run = keptRun(model, 1);
    execute(run, { kind: 'call', office: ARMY, to: FRONT });
    const told = run.events.map(({ kind, data }) => [kind, data['reason']]);
    expect(told).toContainEqual(['order-refused', 'no-direct-wire']);
    expect(partnerOf(run, FRONT)).toBe(-1);
  });
});

describe('who calls', () => {
  test('a capital, when ground has been lost since it last called, and once a day', () => {
    expect(calls(() => {})).toEqual([]);
    const lost = (run: Run, cell: number): void => {
      run.world.offices.lostTick[cell] = TICK - 8;
    };
    expect(calls(lost)).toEqual([FRONT]);
    expect(
      calls((run, cell) => {
        lost(run, cell);
        run.world.offices.calledTick[MOSCOW] = TICK - 90;
      }),
    ).toEqual([]);
    expect(calls((run, cell) => (run.world.offices.lostTick[cell] = TICK - 100))).toEqual([]);
  });
  test('and when an attack it ordered should be over, and the enemy is still there', () => {
    const ordered =
      (hours: number, holder: number) =>
      (run: Run, cell: number): void => {
        const { offices } = run.world;
        offices.holder[cell] = holder;
        offices.enemy[cell * 4] = holder === 1 ? 400 : 0;
        offices.enemyTick[cell] = TICK - 4;
        const tick = TICK - 4 * hours;
        const deed = { act: 'strike', area: AREA, men: 60, tick, dueTick: tick, unbidden: false };
        offices.deeds[MOSCOW]!.push({ ...deed, act: 'strike' });
      };
    expect(calls(ordered(20, 1))).toEqual([FRONT]);
    expect(calls(ordered(20, 0))).toEqual([]);
    expect(calls(ordered(6, 1))).toEqual([]);
  });
});
