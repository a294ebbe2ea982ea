import { expect, test } from 'vitest';
import { at, smallRun, type SmallPosition } from '../../../test/support/small-model.ts';
import { NO_WAY, nextOnWay } from './paths.ts';
import { nextRoundEnemies } from './detour.ts';
import { occupancyOf } from './occupancy.ts';
import { assignTask } from './tasking.ts';

const ATTACKER = { id: 'jp.1coy', side: 1 as const, at: [2, 6] as const };
const enemy = (id: string, column: number, row: number) => ({
  id,
  side: 0 as const,
  at: [column, row] as const,
});

/** Steps of the attacker from hex to hex until it stands on the target, or 40 of them. */
function way(position: SmallPosition, target: readonly [number, number]): number[] {
  const run = smallRun(position);
  const goal = at(run.model, ...target);
  assignTask(run, 0, 'assault', goal, 0, 'return-fire', '');
  const hexes = [run.world.units.location[0]!];
  while (hexes.at(-1) !== goal && hexes.length < 40) {
    const next = nextRoundEnemies(run, 0, goal, occupancyOf(run));
    hexes.push(next);
    run.world.units.location[0] = next;
  }
  return hexes;
}

test('without enemies on it the way is the fastest one', () => {
  const run = smallRun({ units: [ATTACKER, enemy('su.post', 9, 6)] });
  const goal = at(run.model, 9, 6);
  expect(nextRoundEnemies(run, 0, goal, occupancyOf(run))).toBe(nextOnWay(run, 0, goal));
});

test('an attacker goes round a height that the enemy sits on, and into the one he is sent against', () => {
  const between = enemy('su.outpost', 5, 6);
  const run = smallRun({ units: [ATTACKER, between, enemy('su.post', 9, 6)] });
  const hexes = way({ units: [ATTACKER, between, enemy('su.post', 9, 6)] }, [9, 6]);
  expect(hexes.at(-1)).toBe(at(run.model, 9, 6));
  expect(hexes).not.toContain(at(run.model, 5, 6));
  expect(new Set(hexes).size).toBe(hexes.length);
});

test('where the enemy stands across every way, the way leads through him', () => {
  const wall = Array.from({ length: 12 }, (_, row) => enemy(`su.${String(row)}`, 6, row));
  const run = smallRun({ units: [ATTACKER, ...wall] });
  const goal = at(run.model, 9, 6);
  const next = nextRoundEnemies(run, 0, goal, occupancyOf(run));
  expect(next).not.toBe(NO_WAY);
  expect(next).toBe(nextOnWay(run, 0, goal));
});

test('an answer is asked for anew when an enemy has come or gone', () => {
  const units = [ATTACKER, enemy('su.a', 9, 0), enemy('su.post', 9, 6)];
  const run = smallRun({ units });
  const goal = at(run.model, 9, 6);
  const first = nextRoundEnemies(run, 0, goal, occupancyOf(run));
  run.world.units.location[1] = first;
  const second = nextRoundEnemies(run, 0, goal, occupancyOf(run));
  expect(second).not.toBe(first);
  run.world.units.location[1] = at(run.model, 9, 0);
  expect(nextRoundEnemies(run, 0, goal, occupancyOf(run))).toBe(first);
});
