import { describe, expect, test } from 'vitest';
import { keptRun } from '../../test/support/border-dispute.ts';
import { realModel } from '../../test/support/real-scenario.ts';
import { viewFor, type Act, type Run } from '../engine/index.ts';
import { execute } from '../engine/systems/execute.ts';
import { deliverMail } from '../engine/systems/mailroom.ts';
import { appealsOf } from './appeals.ts';
import { obedienceOf } from './obedience.ts';
import { beginThought, concernAt, skillOf } from './situation.ts';
import { standingOf } from './standing.ts';

const model = realModel();
const officeOf = (id: string): number => model.offices.findIndex((info) => info.id === id);
const AREA = model.areas.findIndex((area) => area.id === 'zaozyornaya');
const [BORDER, DIVISION, DISTRICT] = ['su.59bd', 'su.40rd', 'su.border-district'].map(officeOf) as [
  number,
  number,
  number,
];
const TICK = 29 * 96;

/** Whom an office asks for help after the change to what it believes. */
function asked(office: number, change: (run: Run, cell: number) => void): number[] {
  const run = keptRun(model, 1);
  run.world.tick = TICK;
  change(run, office * model.areas.length + AREA);
  const view = viewFor(run, office);
  beginThought(view);
  return appealsOf(view).flatMap((order) => (order.kind === 'appeal' ? [order.to] : []));
}

const lost = (run: Run, cell: number): void => {
  const { offices } = run.world;
  offices.lostTick[cell] = TICK - 4;
  offices.holder[cell] = 1;
  offices.enemy[cell * 4] = 60;
  offices.enemyTick[cell] = TICK - 4;
};

/** Under fire from so many on a height that it holds with forty. */
const beset =
  (enemy: number, activity: number) =>
  (run: Run, cell: number): void => {
    const { offices } = run.world;
    offices.holder[cell] = 0;
    offices.own[cell] = 40;
    offices.enemy[cell * 4] = enemy;
    offices.enemyTick[cell] = TICK - 1;
    offices.activity[cell] = activity;
  };

describe('who asks a neighbour for help', () => {
  test('the guard of the border asks the army when a height is lost, or fired at by twice its men', () => {
    expect(asked(BORDER, () => {})).toEqual([]);
    expect(asked(BORDER, lost)).toEqual([DIVISION]);
    expect(asked(BORDER, beset(200, 4))).toEqual([DIVISION]);
    expect(asked(BORDER, beset(50, 4))).toEqual([]);
    expect(asked(BORDER, beset(200, 2))).toEqual([]);
  });
  test('once in two days, and not under a truce', () => {
    const again =
      (hours: number) =>
      (run: Run, cell: number): void => {
        lost(run, cell);
        run.world.offices.appealedTick[cell + 1] = TICK - 4 * hours;
      };
    expect(asked(BORDER, again(47))).toEqual([]);
    expect(asked(BORDER, again(48))).toEqual([DIVISION]);
    const agreed = (run: Run, cell: number): void => {
      lost(run, cell);
      run.world.offices.truceTold[BORDER] = TICK + 40;
    };
    expect(asked(BORDER, agreed)).toEqual([]);
  });
  test('the stronger does not ask the weaker', () => {
    expect(asked(DIVISION, lost)).toEqual([]);
  });
});

describe('what comes of it', () => {
  /** How far help is met as an order by the division, so many hours after it was asked. */
  const pull = (act: Act, hours: number): number => {
    const run = keptRun(model, 1);
    run.world.tick = TICK;
    execute(run, { kind: 'appeal', office: BORDER, to: DIVISION, area: AREA });
    run.world.tick = run.world.mail[0]!.dueTick;
    deliverMail(run);
    expect(run.world.offices.stirred[DIVISION]).toBe(1);
    run.world.tick += 4 * hours;
    const view = viewFor(run, DIVISION);
    beginThought(view);
    const option = { act, skill: skillOf(view, act), area: AREA, men: 100 };
    return obedienceOf(view, concernAt(view, AREA), option, standingOf(view, option));
  };
  test('it pulls the neighbour a little towards the place, for a day', () => {
    expect(pull('eject', 1)).toBeCloseTo(pull('eject', 25) + 0.25, 10);
    expect(pull('fortify', 1)).toBe(pull('fortify', 25));
  });
  test('only a neighbour of another chain can be asked', () => {
    const run = keptRun(model, 1);
    execute(run, { kind: 'appeal', office: BORDER, to: DISTRICT, area: AREA });
    const told = run.events.map(({ kind, data }) => [kind, data['reason']]);
    expect(told).toContainEqual(['order-refused', 'not-a-neighbour']);
    expect(run.world.mail).toEqual([]);
  });
});
