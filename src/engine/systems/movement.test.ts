import { describe, expect, test } from 'vitest';
import { runGround } from '../../../test/support/khasan-positions.ts';
import {
  at,
  smallRun,
  type SmallPosition,
  type SmallRun,
} from '../../../test/support/small-model.ts';
import { P } from '../parameters.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import type { Task } from '../vocabulary.ts';
import { movementTick } from './movement.ts';
import { assignTask, releaseUnit } from './tasking.ts';

const COMPANY = { id: 'su.1coy', side: 0 as const, at: [9, 5] as const };

function send(run: SmallRun, task: Task, target: number, start = 0): void {
  assignTask(run, 0, task, target, start, 'return-fire', '');
}

function kinds(run: SmallRun): string[] {
  return run.events.map((event) => event.kind);
}

describe('marches', () => {
  test('a company marches, tells of it once, and stands', () => {
    const run = smallRun({ units: [COMPANY] });
    send(run, 'march', at(run.model, 7, 5));
    runGround(run, 8);
    expect(run.world.units.location[0]).toBe(at(run.model, 7, 5));
    expect(run.world.units.task[0]).toBe(0);
    expect(kinds(run).filter((kind) => kind === 'unit-departed')).toHaveLength(1);
    expect(kinds(run).filter((kind) => kind === 'unit-arrived')).toHaveLength(1);
  });
  test('the mean pace is kept over many steps: ten hexes of nine minutes take about six ticks', () => {
    let ticks = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const run = smallRun({ columns: 14, units: [{ ...COMPANY, at: [12, 5] }] }, seed);
      run.world.tick = 40;
      send(run, 'march', at(run.model, 2, 5), 40);
      let there = 0;
      runGround(run, 60, () => {
        if (there === 0 && run.world.units.task[0] === 0) there = run.world.tick;
      });
      ticks += there - 40;
    }
    expect(ticks / 60).toBeGreaterThan(5);
    expect(ticks / 60).toBeLessThan(8);
  });
  test('a unit that is not ready leaves later, and a second order does not begin the wait anew', () => {
    const run = smallRun({ units: [{ ...COMPANY, readiness: 0.5 }] });
    const goal = at(run.model, 7, 5);
    send(run, 'march', goal);
    const hours = 0.5 * run.world.params[P['move.readinessHours']]!;
    const ready = hours * TICKS_PER_HOUR;
    expect(run.world.units.taskTick[0]).toBe(ready);
    run.world.tick = 20;
    send(run, 'fortify', at(run.model, 8, 5));
    expect(run.world.units.taskTick[0]).toBe(ready);
    runGround(run, ready + 12);
    expect(run.world.units.location[0]).toBe(at(run.model, 8, 5));
    expect(run.world.units.readiness[0]).toBe(1);
  });
  test('enemies bar the way of a march', () => {
    const units = [COMPANY, { id: 'jp.1coy', side: 1 as const, at: [7, 5] as const }];
    const run = smallRun({ units });
    run.world.units.stance.fill(0);
    send(run, 'march', at(run.model, 7, 5));
    runGround(run, 30);
    expect(run.world.units.location[0]).toBe(at(run.model, 8, 5));
  });
  test('a march to a goal that the enemy holds ends before it, and tells where', () => {
    const units = [COMPANY, { id: 'jp.1coy', side: 1 as const, at: [7, 5] as const }];
    const run = smallRun({ units });
    run.world.units.stance.fill(0);
    send(run, 'march', at(run.model, 7, 5));
    runGround(run, 30);
    expect(run.world.units.task[0]).toBe(0);
    expect(run.world.units.taskTarget[0]).toBe(-1);
    expect(kinds(run).filter((kind) => kind === 'unit-arrived')).toHaveLength(1);
  });
  test('a column halts before enemies on its way, short of its goal', () => {
    const wall = Array.from({ length: 10 }, (_, row) => ({
      id: `jp.${String(row)}`,
      side: 1 as const,
      at: [6, row] as const,
    }));
    const run = smallRun({ units: [COMPANY, ...wall] });
    run.world.units.stance.fill(0);
    send(run, 'march', at(run.model, 3, 5));
    runGround(run, 30);
    expect(run.world.units.location[0]).toBe(at(run.model, 7, 5));
    expect(run.world.units.task[0]).toBe(0);
    expect(kinds(run).filter((kind) => kind === 'unit-arrived')).toHaveLength(1);
  });
  test('a column has what it comes to stand on, and what was the enemy’s, not a place of nobody’s on its way', () => {
    const position: SmallPosition = { units: [COMPANY], areas: [{ id: 'height', at: [6, 5] }] };
    const height = (goal: number, before: number): number => {
      const run = smallRun(position);
      const hex = at(run.model, 6, 5);
      run.world.ground.holder[hex] = before;
      send(run, 'march', at(run.model, goal, 5));
      runGround(run, 30);
      expect(run.world.units.location[0]).toBe(at(run.model, goal, 5));
      return run.world.ground.holder[hex];
    };
    expect(height(6, -1)).toBe(0);
    expect(height(3, -1)).toBe(-1);
    expect(height(3, 1)).toBe(0);
  });
  test('a patrol looks at a held place from beside it, and goes home with no word of an arrival', () => {
    const units = [COMPANY, { id: 'jp.1coy', side: 1 as const, at: [6, 5] as const }];
    const run = smallRun({ units });
    run.world.units.stance.fill(0);
    send(run, 'patrol', at(run.model, 6, 5));
    const beside = at(run.model, 7, 5);
    runGround(run, 12);
    expect(run.world.units.location[0]).toBe(beside);
    expect(run.world.units.taskTarget[0]).toBe(beside);
    // On its goal it stands as any patrol does that has seen it, and is not moved any more.
    expect(movementTick(run, 0)).toBe(Infinity);
    expect(kinds(run)).not.toContain('unit-arrived');
  });
  test('a party sent next door goes with the half hour, a column falls in with the hour', () => {
    const leaves = (task: Task): number => {
      const run = smallRun({ units: [COMPANY] });
      run.world.tick = 41;
      send(run, task, at(run.model, 8, 5), 41);
      return movementTick(run, 0);
    };
    expect(leaves('fortify')).toBe(42);
    expect(leaves('patrol')).toBe(42);
    expect(leaves('march')).toBe(44);
  });
  test('a released unit stays where it is', () => {
    const run = smallRun({ units: [COMPANY] });
    send(run, 'march', at(run.model, 2, 5));
    runGround(run, 3);
    const there = run.world.units.location[0];
    releaseUnit(run, 0);
    runGround(run, 20);
    expect(run.world.units.location[0]).toBe(there);
    expect(movementTick(run, 0)).toBe(Infinity);
  });
});

describe('lines', () => {
  // The fifth column is claimed by both sides: east of it all is Soviet, west of it all Japanese.
  const position: SmallPosition = {
    units: [{ id: 'jp.1coy', side: 1, at: [3, 5] }],
    owner: (side, column) => (column > 5 ? 0 : column < 5 ? 1 : side),
  };
  test('going into the tract crosses the other side’s line, going beyond it one’s own', () => {
    const run = smallRun(position);
    send(run, 'march', at(run.model, 7, 5));
    runGround(run, 12);
    const crossed = run.events.filter((event) => event.kind === 'line-crossed');
    expect(crossed.map((event) => event.data['line'])).toEqual(['su', 'jp']);
    expect(crossed[0]!.data['side']).toBe('jp');
  });
});

describe('the network', () => {
  const position: SmallPosition = {
    nodes: [
      { id: 'town', name: 'Town', gateHex: -1, longitude: 130, latitude: 42 },
      { id: 'gate', name: 'Gate', gateHex: 60, longitude: 131, latitude: 42 },
    ],
    links: [{ from: 0, to: 1, kind: 'road', lengthKm: 12, capacityMenPerDay: 1200, carrier: -1 }],
    units: [
      { id: 'su.a', side: 0, at: 'town', men: 600 },
      { id: 'su.b', side: 0, at: 'town', men: 600 },
    ],
  };
  test('columns queue on a road, come through the gate and onto the map', () => {
    const run = smallRun(position);
    for (const unit of [0, 1]) assignTask(run, unit, 'march', 62, 0, 'return-fire', '');
    const arrived: number[] = [];
    runGround(run, 200, () => {
      if (arrived.length < 2 && run.world.units.location[arrived.length] === 62) {
        arrived.push(run.world.tick);
      }
    });
    expect(arrived).toHaveLength(2);
    // Twelve hours for 600 men on a road for 1,200 a day: the second body waits as long again.
    expect(arrived[1]! - arrived[0]!).toBeGreaterThan(40);
    expect(kinds(run)).toContain('unit-arrived');
  });
});
