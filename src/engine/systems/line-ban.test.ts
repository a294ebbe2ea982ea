import { describe, expect, test } from 'vitest';
import { runGround } from '../../../test/support/khasan-positions.ts';
import {
  at,
  smallRun,
  type SmallOffice,
  type SmallRun,
} from '../../../test/support/small-model.ts';
import type { ActOrder } from '../orders.ts';
import { viewFor } from '../view.ts';
import { execute } from './execute.ts';
import { travelMinutes } from './paths.ts';
import { assignTask } from './tasking.ts';

const RESERVED = {
  kind: 'grant',
  act: 'cross-line',
  area: -1,
  forceMenMax: 0,
  reserved: true,
} as const;

const OFFICES: readonly SmallOffice[] = [
  { id: 'su.top', side: 0, echelon: 'capital', grants: [RESERVED] },
  { id: 'su.army', side: 0, echelon: 'army', superior: 'su.top' },
  { id: 'jp.army', side: 1, echelon: 'army' },
];
const TOP = 0;
const ARMY = 1;
const ENEMY = 2;

/** A battery and a company that are to go for men beyond their side's line, over flat ground under observation. */
function position(): SmallRun {
  const run = smallRun({
    light: () => 4,
    offices: OFFICES,
    units: [
      { id: 'su.g', side: 0, at: [11, 5], kind: 'field-gun', men: 60, guns: 4, calibreMm: 76 },
      { id: 'su.a', side: 0, at: [9, 8], men: 150 },
      { id: 'jp.a', side: 1, at: [4, 5], men: 300 },
    ],
  });
  run.world.lineBan.fill(1);
  run.world.units.stance.fill(1);
  assignTask(run, 0, 'bombard', at(run.model, 4, 5), 0, 'return-fire', '');
  return run;
}

/** The office orders that the ban be lifted. */
function lift(run: SmallRun, office: number, change: Partial<ActOrder> = {}): void {
  const order: ActOrder = {
    kind: 'act',
    office,
    act: 'cross-line',
    area: 0,
    men: 1,
    hHourTick: -1,
    authority: 'own',
    plan: '',
  };
  execute(run, { ...order, ...change });
}

const kinds = (run: SmallRun): string[] => run.events.map(({ kind }) => kind);
const told = (run: SmallRun): string[] => kinds(run).filter((kind) => kind !== 'run-started');

describe('the ban on what lies beyond one’s own line', () => {
  test('is lifted once, for the whole side, and is a rung of the ladder', () => {
    const run = position();
    lift(run, TOP);
    expect(told(run)).toEqual(['order-given', 'line-ban-lifted', 'rung-reached']);
    expect(run.events.at(-1)!.data['rung']).toBe('guns');
    expect([...run.world.lineBan]).toEqual([0, 1]);
    lift(run, ARMY);
    expect(run.events.at(-1)!.data).toEqual({
      order: 'act:cross-line',
      reason: 'already-lifted',
    });
  });

  test('is known to every office of the side, and to none of the other', () => {
    const run = position();
    const banned = (): boolean[] =>
      [TOP, ARMY, ENEMY].map((office) => viewFor(run, office).lineBanned);
    expect(banned()).toEqual([true, true, true]);
    lift(run, TOP);
    expect(banned()).toEqual([false, false, true]);
  });

  test('once it is lifted a battery that was told to fires over the line', () => {
    const run = position();
    runGround(run, 8);
    expect(kinds(run)).not.toContain('bombardment-fired');
    lift(run, TOP);
    runGround(run, 16);
    expect(kinds(run)).toContain('bombardment-fired');
  });

  test('once it is lifted there is a way beyond the line, also for a unit that has looked for one', () => {
    const run = position();
    const target = at(run.model, 2, 8);
    assignTask(run, 1, 'march', target, 0, 'return-fire', '');
    runGround(run, 8);
    expect(travelMinutes(run, 1, target)).toBe(Infinity);
    expect(run.world.units.location[1]! % 12).toBeGreaterThanOrEqual(6);
    lift(run, TOP);
    expect(travelMinutes(run, 1, target)).toBeLessThan(Infinity);
    runGround(run, 60);
    expect(run.world.units.location[1]! % 12).toBeLessThan(6);
  });

  test('who lifts it without leave has acted without authority; who has leave that goes back to the top has not', () => {
    const run = position();
    lift(run, ARMY, { authority: 'initiative' });
    const unbidden = run.events.find(({ kind }) => kind === 'acted-without-authority');
    expect(unbidden?.data).toMatchObject({ act: 'cross-line', holder: 'su.top', ban: false });
    const covered = position();
    covered.world.offices.grants[ARMY]!.push({
      ...RESERVED,
      reserved: false,
      by: TOP,
      tick: 0,
      event: '',
      backed: true,
    });
    lift(covered, ARMY, { authority: 'grant' });
    expect(kinds(covered)).toContain('line-ban-lifted');
    expect(kinds(covered)).not.toContain('acted-without-authority');
  });

  test('whoever was ordered to lift it has the order off his desk when it is done', () => {
    const run = position();
    const charge = { act: 'cross-line', area: 0, men: 1, hHourTick: -1, plan: '' } as const;
    run.world.offices.charges[ARMY]!.push({ ...charge, by: TOP, tick: 0, event: '' });
    lift(run, TOP);
    expect(run.world.offices.charges[ARMY]).toEqual([]);
  });
});
