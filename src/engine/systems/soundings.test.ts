import { describe, expect, test } from 'vitest';
import { smallRun, type SmallPosition, type SmallRun } from '../../../test/support/small-model.ts';
import type { Act, Order } from '../index.ts';
import { closeDecision } from './desk.ts';
import { execute } from './execute.ts';
import { nextMailTick } from './mailbag.ts';
import { deliverMail } from './mailroom.ts';

const [THRONE, STAFF, NAVY, FOREIGN] = [0, 1, 2, 3] as const;

/** A throne that consults two ministries, and the staff that asks it. */
const POSITION: SmallPosition = {
  days: 60,
  offices: [
    { id: 'jp.throne', side: 1, echelon: 'capital', consults: ['jp.navy', 'jp.foreign'] },
    { id: 'jp.staff', side: 1, echelon: 'capital', superior: 'jp.throne' },
    { id: 'jp.navy', side: 1, echelon: 'capital', superior: 'jp.throne' },
    { id: 'jp.foreign', side: 1, echelon: 'capital', superior: 'jp.throne' },
    { id: 'su.army', side: 0, echelon: 'army' },
  ],
};

const of = (run: SmallRun, kind: string) => run.events.filter((event) => event.kind === kind);

/** Has everything read that is under way. */
function readAll(run: SmallRun): SmallRun {
  while (nextMailTick(run) < Infinity) {
    run.world.tick = nextMailTick(run);
    deliverMail(run);
  }
  return run;
}

function asks(run: SmallRun, act: Act = 'assault', asserts = true, to: number = THRONE): SmallRun {
  const paper = { act, area: 0, men: 300, afterTheDeed: false, passesUp: -1, terms: '' } as const;
  execute(run, { kind: 'request', office: STAFF, to, ...paper, asserts });
  return run;
}

/** The request lies on the desk of the throne. */
function asked(act: Act = 'assault', asserts = true): SmallRun {
  return readAll(asks(smallRun(POSITION, 1), act, asserts));
}

function sounded(run: SmallRun): SmallRun {
  const [request] = run.world.offices.inbox[THRONE]!;
  execute(run, { kind: 'sound', office: THRONE, request: request!.id });
  return run;
}

/** Both have said what they think, and it has been read. */
function answered(run: SmallRun, navy: boolean, foreign: boolean): SmallRun {
  readAll(sounded(run));
  for (const [office, agrees] of [
    [NAVY, navy],
    [FOREIGN, foreign],
  ] as const) {
    const [sounding] = run.world.offices.inbox[office]!;
    execute(run, { kind: 'opine', office, sounding: sounding!.id, agrees });
  }
  return readAll(run);
}

const refusals = (run: SmallRun) => of(run, 'order-refused').map(({ data }) => data['reason']);

describe('those whom an office consults', () => {
  test('are asked each, and what they say comes to the one who asked and to nobody else', () => {
    const run = answered(asked(), true, false);
    expect(of(run, 'opinion-asked').map(({ data }) => data['of'])).toEqual([
      'jp.navy',
      'jp.foreign',
    ]);
    expect(of(run, 'opinion-given').map(({ actor, data }) => [actor, data['agrees']])).toEqual([
      ['jp.navy', true],
      ['jp.foreign', false],
    ]);
    const kinds = run.world.offices.inbox.map((inbox) => inbox.map(({ kind }) => kind));
    expect(kinds).toEqual([['request', 'opinion', 'opinion'], [], [], [], []]);
    expect(run.world.offices.pending[THRONE]).toEqual([]);
  });
  test('are waited for, and not asked again while they are, nor once they have spoken', () => {
    const open = sounded(asked());
    expect(open.world.offices.pending[THRONE]!.map(({ kind }) => kind)).toEqual([
      'sounding',
      'sounding',
    ]);
    expect(refusals(sounded(open))).toEqual(['nobody-is-consulted']);
    expect(refusals(sounded(answered(asked(), true, true)))).toEqual(['nobody-is-consulted']);
  });
  test('are not asked about what uses no force', () => {
    expect(refusals(sounded(asked('concentrate', false)))).toEqual(['nobody-is-consulted']);
  });
  test('are remembered for ten days', () => {
    const run = answered(asked(), false, false);
    const said = (): number =>
      run.world.offices.inbox[THRONE]!.filter(({ kind }) => kind === 'opinion').length;
    run.world.tick += 9 * 96;
    closeDecision(run, THRONE);
    expect(said()).toBe(2);
    run.world.tick += 2 * 96;
    closeDecision(run, THRONE);
    expect(said()).toBe(0);
  });
});

describe('consent that is claimed', () => {
  test('is told with the request, and can be claimed only of those who are consulted', () => {
    expect(of(asked(), 'permission-asked').map(({ data }) => data['asserts'])).toEqual([true]);
    expect(refusals(asks(smallRun(POSITION, 1), 'concentrate'))).toEqual(['nobody-is-consulted']);
    expect(refusals(asks(smallRun(POSITION, 1), 'assault', false))).toEqual([]);
  });
  test('is rebuked where it has been denied, and nowhere else; the request stays to be answered', () => {
    const rebuked = (run: SmallRun): SmallRun => {
      const paper = run.world.offices.inbox[THRONE]!.find(({ kind }) => kind === 'request')!.id;
      execute(run, { kind: 'rebuke', office: THRONE, paper, rebukes: true });
      return run;
    };
    const denied = rebuked(answered(asked(), true, false));
    expect(of(denied, 'assertion-rebuked').map(({ data }) => data['to'])).toEqual(['jp.staff']);
    expect(denied.world.offices.inbox[THRONE]!.some(({ kind }) => kind === 'request')).toBe(true);
    readAll(denied);
    expect(denied.world.offices.rebukedTick[STAFF]).toBe(denied.world.tick);
    for (const run of [
      asked(),
      answered(asked(), true, true),
      answered(asked('assault', false), true, false),
    ]) {
      expect(refusals(rebuked(run))).toEqual(['no-such-paper']);
    }
  });
});

test('orders that a careless host could send are refused, each with its reason', () => {
  const run = asked();
  const wrong: readonly [Order, string][] = [
    [{ kind: 'sound', office: THRONE, request: 99 }, 'no-such-request'],
    [{ kind: 'sound', office: THRONE, request: 0.5 }, 'malformed'],
    [{ kind: 'opine', office: NAVY, sounding: 99, agrees: true }, 'no-such-sounding'],
    [
      { kind: 'opine', office: NAVY, sounding: 1, agrees: 'yes' as unknown as boolean },
      'malformed',
    ],
  ];
  for (const [order] of wrong) execute(run, order);
  expect(refusals(run)).toEqual(wrong.map(([, reason]) => reason));
});
