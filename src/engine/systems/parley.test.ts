import { describe, expect, test } from 'vitest';
import {
  smallRun,
  type SmallPosition,
  type SmallRun,
  type SmallUnit,
} from '../../../test/support/small-model.ts';
import { P } from '../parameters.ts';
import { closeDecision } from './desk.ts';
import { lookAround } from './eyes.ts';
import { execute } from './execute.ts';
import { nextMailTick } from './mailbag.ts';
import { deliverMail } from './mailroom.ts';
import { packFacts } from './messages.ts';

const [GUARDS, RIFLES, REGIMENT, OTHERS] = [0, 1, 2, 3] as const;
const HOUR = 40;

/** A hill with men of both sides on it, and another regiment and guard farther off. */
const POSITION: SmallPosition = {
  days: 10,
  areas: [
    { id: 'hill', at: [5, 3] },
    { id: 'farm', at: [9, 3] },
    { id: 'wood', at: [1, 1] },
  ],
  offices: [
    { id: 'su.guards', side: 0, echelon: 'regiment' },
    { id: 'su.rifles', side: 0, echelon: 'regiment' },
    { id: 'jp.regiment', side: 1, echelon: 'regiment' },
    { id: 'jp.others', side: 1, echelon: 'regiment' },
  ],
  units: [
    { id: 'su.post', side: 0, office: 'su.guards', at: [5, 3], men: 30 },
    { id: 'su.company', side: 0, office: 'su.rifles', at: [5, 3], men: 90 },
    { id: 'jp.company', side: 1, office: 'jp.regiment', at: [5, 3], men: 120 },
    { id: 'jp.far', side: 1, office: 'jp.others', at: [1, 1], men: 200 },
  ],
};

const of = (run: SmallRun, kind: string) => run.events.filter((event) => event.kind === kind);
const cellOf = (run: SmallRun, office: number, area = 0) => office * run.model.areas.length + area;

/** Fire has ceased by what these offices have been told. */
function ceased(
  told: readonly number[] = [GUARDS, RIFLES, REGIMENT, OTHERS],
  position: SmallPosition = POSITION,
): SmallRun {
  const run = smallRun(position, 1);
  run.world.talks.truceTick = HOUR;
  for (const office of told) run.world.offices.truceTold[office] = HOUR;
  run.world.tick = HOUR + 8;
  lookAround(run);
  return run;
}

function offer(run: SmallRun, office: number = RIFLES, area = 0): SmallRun {
  execute(run, { kind: 'parley', office, area });
  return run;
}

function read(run: SmallRun): SmallRun {
  while (nextMailTick(run) < Infinity) {
    run.world.tick = nextMailTick(run);
    deliverMail(run);
  }
  return run;
}

function answer(run: SmallRun, what: 'accept' | 'reject', office: number = REGIMENT): SmallRun {
  const [message] = run.world.offices.inbox[office]!;
  execute(run, { kind: 'answer', office, note: message!.id, answer: what });
  return run;
}

const met = (run = ceased()): SmallRun => answer(read(offer(run)), 'accept');

describe('an officer with a white flag', () => {
  test('comes in an hour to whoever has most men across, and is heard at once', () => {
    const run = offer(ceased(), REGIMENT);
    expect(of(run, 'parley-offered').map(({ data }) => data['to'])).toEqual(['su.rifles']);
    const sent = run.world.tick;
    read(run);
    expect(run.world.tick - sent).toBe(4);
    expect(run.world.offices.inbox[RIFLES]!.map(({ kind }) => kind)).toEqual(['parley']);
    expect(run.world.offices.cycleTick[RIFLES]! - run.world.tick).toBeLessThanOrEqual(2);
  });
  test('is sent for the truce that the office has been told of', () => {
    const run = ceased();
    run.world.offices.truceEvent[REGIMENT] = '30.1';
    expect(of(offer(run, REGIMENT), 'parley-offered').map(({ cause }) => cause)).toEqual([
      ['30.1'],
    ]);
  });
  test('finds nobody where nobody is', () => {
    const run = ceased();
    run.world.units.location[2] = 0;
    offer(run);
    expect(of(run, 'parley-offered').map(({ data }) => data['to'])).toEqual(['']);
    expect(run.world.mail).toEqual([]);
  });
  test.each([
    ['no truce is known', () => offer(ceased([REGIMENT]), RIFLES), 'no-truce'],
    ['it has no men', () => offer(ceased(), RIFLES, 1), 'nobody-there'],
    ['it is no place', () => offer(ceased(), RIFLES, -1), 'no-such-place'],
  ] as const)('is not sent where %s', (_, run, reason) => {
    expect(of(run(), 'order-refused').map(({ data }) => data['reason'])).toEqual([reason]);
  });
  test('can be sent back: the one who sent him hears of it, and thinks the worse of them', () => {
    const run = read(offer(ceased()));
    const before = run.world.offices.intent[RIFLES]!;
    read(answer(run, 'reject'));
    expect(of(run, 'parley-refused').map(({ actor, data }) => [actor, data['to']])).toEqual([
      ['jp.regiment', 'su.rifles'],
    ]);
    expect(run.world.offices.intent[RIFLES]!).toBeGreaterThan(before);
    expect(run.world.offices.surveyTick[cellOf(run, RIFLES)]).toBe(-1);
  });
  test('is not waited for longer than any offer', () => {
    const run = read(offer(ceased()));
    closeDecision(run, REGIMENT);
    expect(run.world.offices.inbox[REGIMENT]!.length).toBe(1);
    run.world.tick += 11 * 96;
    closeDecision(run, REGIMENT);
    expect(run.world.offices.inbox[REGIMENT]).toEqual([]);
  });
});

describe('a meeting between the lines', () => {
  test('counts what both have there, and both go back', () => {
    const run = met();
    expect(of(run, 'parley-held').map(({ actor, data }) => [actor, data['with']])).toEqual([
      ['jp.regiment', 'su.rifles'],
    ]);
    const [surveyed] = of(run, 'positions-surveyed');
    expect(surveyed!.actor).toBe('su.rifles');
    expect(surveyed!.data).toMatchObject({ own: 120, theirs: 120 });
    expect(of(run, 'lines-separated').map(({ data }) => data['metres'])).toEqual([80]);
  });
  test('teaches both the strength of the other, and is told upward', () => {
    const run = ceased();
    const { offices } = run.world;
    offices.enemy[cellOf(run, RIFLES) * 4] = 900;
    offices.untold.fill(0);
    met(run);
    expect(offices.enemy[cellOf(run, RIFLES) * 4]).toBe(120);
    expect(offices.enemy[cellOf(run, REGIMENT) * 4]).toBe(120);
    expect([...offices.untold]).toEqual([0, 1, 1, 0]);
  });
  test('holds for everybody who has men there: further officers are not let through', () => {
    const run = ceased();
    offer(run, GUARDS);
    met(run);
    const { surveyTick, inbox } = run.world.offices;
    const known = [GUARDS, RIFLES, REGIMENT, OTHERS].map((office) => {
      return surveyTick[cellOf(run, office)]! >= 0;
    });
    expect(known).toEqual([true, true, true, false]);
    expect(inbox[REGIMENT]).toEqual([]);
    read(offer(run, GUARDS));
    expect(inbox[REGIMENT]).toEqual([]);
  });
  test('is not known to a staff that has nobody of its own there, whatever it has been told of its men', () => {
    const run = ceased();
    run.world.offices.own[cellOf(run, OTHERS)] = 500;
    met(run);
    expect(run.world.offices.surveyTick[cellOf(run, OTHERS)]).toBe(-1);
  });
  test('tells of the truce whoever had not heard of it', () => {
    const run = met(ceased([GUARDS, RIFLES]));
    expect(run.world.offices.truceTold[REGIMENT]).toBe(HOUR);
    expect(run.world.offices.truceTold[OTHERS]).toBe(-1);
  });
  test('where only one side stands on the hill, nobody goes back', () => {
    const [hill, , wood] = POSITION.areas!;
    const units = POSITION.units!.map((unit): SmallUnit => {
      return unit.id === 'jp.company' ? { ...unit, at: [6, 3] } : unit;
    });
    const apart = {
      ...POSITION,
      areas: [hill!, { id: 'farm', at: [6, 3] }, wood!],
      units,
    } as const;
    const run = met(ceased(undefined, apart));
    expect(of(run, 'positions-surveyed').map(({ data }) => data['theirs'])).toEqual([0]);
    expect(of(run, 'lines-separated')).toEqual([]);
  });
  test('what has been counted together is reported as it is', () => {
    const run = met();
    const { offices, params } = run.world;
    params[P['report.claim']] = 1e9;
    offices.holder[cellOf(run, RIFLES)] = 1;
    const tick = run.world.tick - 4;
    offices.deeds[RIFLES]!.push({
      act: 'assault',
      area: 0,
      tick,
      dueTick: tick,
      men: 90,
      unbidden: false,
    });
    const said = () => packFacts(run, RIFLES, GUARDS)[2 + 9];
    expect(said()).toBe(1);
    offices.surveyTick[cellOf(run, RIFLES)] = -1;
    expect(said()).toBe(0);
  });
});
