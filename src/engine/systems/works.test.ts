import { describe, expect, test } from 'vitest';
import { runGround } from '../../../test/support/khasan-positions.ts';
import { at, smallRun, type SmallPosition } from '../../../test/support/small-model.ts';
import { P } from '../parameters.ts';
import { ACTIVITIES } from '../vocabulary.ts';
import { settleContacts } from './picture.ts';
import { assignTask } from './tasking.ts';

const POSITION: SmallPosition = {
  light: () => 4,
  units: [
    { id: 'su.a', side: 0, at: [7, 5], men: 60 },
    { id: 'jp.a', side: 1, at: [4, 5], men: 60 },
  ],
  areas: [{ id: 'meadow', at: [4, 5] }],
};

/** Half a day of men told to dig by day: the trench that they have, and what the other side thinks of them. */
function digBy(day: number, position: SmallPosition = POSITION) {
  const run = smallRun(position, 2);
  run.world.params[P['rule.dayShift']] = day;
  assignTask(run, 1, 'fortify', at(run.model, 4, 5), 0, 'return-fire', '');
  let seen = 0;
  runGround(run, 48, () => {
    settleContacts(run);
    seen = Math.max(seen, ...run.world.offices.activity);
  });
  const key = run.model.grid.count + at(run.model, 4, 5);
  return { trench: run.world.ground.trench[key]!, seen: ACTIVITIES[seen] };
}

describe('works under the eyes of the other side', () => {
  test('wait for the dark, and nothing is to be seen of them', () => {
    const { trench, seen } = digBy(0);
    expect(trench).toBe(0);
    expect(seen).not.toBe('digging');
  });
  test('go on by day where the rule lets them, and are seen', () => {
    const { trench, seen } = digBy(1);
    expect(trench).toBeGreaterThan(0);
    expect(seen).toBe('digging');
  });
  test('go on by day where nobody can look on', () => {
    const ridge = { ...POSITION, elevation: (column: number) => (column === 5 ? 80 : 10) };
    expect(digBy(0, ridge).trench).toBeGreaterThan(0);
  });
});
