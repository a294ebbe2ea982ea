import { describe, expect, test } from 'vitest';
import { runGround } from '../../../test/support/khasan-positions.ts';
import {
  at,
  smallRun,
  type SmallPosition,
  type SmallRun,
} from '../../../test/support/small-model.ts';
import { P, type ParameterId } from '../parameters.ts';
import { TASKS, codeOf } from '../vocabulary.ts';
import type { LinkInfo, NodeInfo } from '../model.ts';
import { pickUnits } from './forces.ts';
import { createOperation } from './operations.ts';
import { roundsOnHand, roundsWhenFull } from './ranges.ts';
import { assignTask } from './tasking.ts';

const gate = (capacityMenPerDay: number): { nodes: NodeInfo[]; links: LinkInfo[] } => ({
  nodes: [
    { id: 'port', name: 'Port', gateHex: -1, longitude: 130.8, latitude: 42.6 },
    { id: 'gate', name: 'Gate', gateHex: 11, longitude: 130.7, latitude: 42.5 },
  ],
  links: [{ from: 0, to: 1, kind: 'track', lengthKm: 30, capacityMenPerDay, carrier: -1 }],
});

/** Two batteries behind an observer, and a company that they fire at for so many ticks. */
function fire(
  ticks: number,
  set: Partial<Record<ParameterId, number>> = {},
  more: SmallPosition = {},
  prepare: (run: SmallRun) => void = () => {},
): SmallRun {
  const run = smallRun({
    light: () => 4,
    units: [
      { id: 'su.g', side: 0, at: [11, 5], kind: 'field-gun', men: 60, guns: 4, calibreMm: 76 },
      { id: 'su.h', side: 0, at: [11, 4], kind: 'howitzer', men: 60, guns: 4, calibreMm: 122 },
      { id: 'jp.a', side: 1, at: [4, 5], men: 300 },
      { id: 'su.o', side: 0, at: [6, 5], men: 60 },
    ],
    ...more,
  });
  for (const [id, value] of Object.entries(set)) run.world.params[P[id as ParameterId]] = value;
  run.world.units.stance.fill(1);
  for (const unit of [0, 1]) {
    assignTask(run, unit, 'bombard', at(run.model, 4, 5), 0, 'return-fire', '');
  }
  prepare(run);
  runGround(run, ticks);
  return run;
}

const fired = (run: SmallRun): number => run.world.tally.shellsFired[0]!;
const told = (run: SmallRun): number =>
  run.events
    .filter((event) => event.kind === 'bombardment-fired')
    .reduce((sum, event) => sum + Number(event.data['rounds']), 0);

describe('shells are counted', () => {
  test('what was fired and what is on hand is what there was and what was brought', () => {
    const run = fire(96, { 'artillery.ownShare': 1 });
    const { shellsFired, shellsBrought } = run.world.tally;
    expect(shellsBrought[0]).toBeGreaterThan(50);
    const hand = roundsOnHand(run, 0) + roundsOnHand(run, 1);
    const start = roundsWhenFull(run, 0) + roundsWhenFull(run, 1);
    expect(start).toBe(4 * 120 + 4 * 72);
    expect(shellsFired[0]! + hand).toBeCloseTo(start + shellsBrought[0]!, 6);
  });
  test('without ammunition there is no fire, and no event of it', () => {
    const run = fire(12, { 'supply.shellLoadsPerDay': 0 }, {}, ({ world }) => {
      world.units.ammunition.fill(0);
    });
    expect(fired(run)).toBe(0);
    expect(told(run)).toBe(0);
  });
  test('what is told of an hour is what is fired in it', () => {
    const run = fire(4);
    expect(told(run)).toBeGreaterThan(30);
    expect(Math.abs(told(run) - fired(run))).toBeLessThan(1);
  });
});

describe('a commander keeps shells back', () => {
  test('fire on own account stops at half a load, and the battery is free again', () => {
    const run = fire(20, { 'artillery.ownShare': 1, 'supply.shellLoadsPerDay': 0 });
    expect(run.world.units.ammunition[0]).toBeCloseTo(0.5, 9);
    expect(run.world.units.task[0]).toBe(codeOf(TASKS, 'idle'));
    const hex = at(run.model, 4, 5);
    expect(pickUnits(run, 0, 'bombard', hex, 400, false)).toEqual([]);
    run.world.units.ammunition[1] = 0.7;
    expect(pickUnits(run, 0, 'bombard', hex, 400, false)).toEqual([1]);
  });
  test.each([
    ['a battery of the attack', [0, 1]],
    ['a battery that nobody gave to it', []],
  ])('an attack on the target has the rest: %s', (_, guns) => {
    const position: SmallPosition = { areas: [{ id: 'height', at: [4, 5] }] };
    const set = { 'supply.shellLoadsPerDay': 0, 'artillery.supportShare': 1 } as const;
    const own = fire(20, set, position);
    const attack = fire(20, set, position, (run) => {
      createOperation(run, {
        office: 0,
        act: 'assault',
        area: 0,
        targetHex: at(run.model, 4, 5),
        units: [3, ...guns],
        hHourTick: 4,
        preparationHours: 1,
        plan: '',
        competence: 0.5,
        event: '0.0',
      });
    });
    expect(fired(attack)).toBeGreaterThan(1.5 * fired(own));
  });
  test('by night a battery fires less', () => {
    const set = { 'supply.shellLoadsPerDay': 0 } as const;
    expect(fired(fire(8, set, { light: () => 0 }))).toBeCloseTo(0.25 * fired(fire(8, set)), 6);
  });
});

describe('the road limits what is brought', () => {
  const empty = (run: SmallRun): void => {
    run.world.units.ammunition.fill(0);
    run.world.units.task.fill(codeOf(TASKS, 'idle'));
    // Somebody who has lately fired has something to make good.
    run.world.units.stance.fill(0);
  };
  const brought = (capacity: number): number =>
    fire(97, {}, gate(capacity), empty).world.tally.shellsBrought[0]!;
  test('a wide one leaves it to the columns, a third of a load a day', () => {
    expect(brought(100_000)).toBeCloseTo(0.35 * (4 * 120 + 4 * 72), 6);
  });
  test('a bad one passes ten kilograms for each man of its capacity', () => {
    const run = fire(97, {}, gate(100), empty);
    const kilograms = 9 * roundsOnHand(run, 0) + 31 * roundsOnHand(run, 1);
    expect(kilograms).toBeCloseTo(1000, 6);
  });
  test('nothing comes over no road', () => {
    expect(brought(0)).toBe(0);
  });
});
