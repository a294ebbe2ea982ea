import { expect, test } from 'vitest';
import { at, smallRun } from '../../../test/support/small-model.ts';
import { TASKS, codeOf, type Task } from '../vocabulary.ts';
import { lookAround } from './eyes.ts';

/** Who holds the meadow after a look: it was side 1's, and of its men none is left. */
function holderAfterLook(
  task: Task,
  withEnemy: boolean,
  meadow: {
    owner: (side: number) => number;
    su?: readonly [number, number];
    target?: readonly [number, number];
  } = { owner: (side) => side },
): { holder: number; kinds: string[] } {
  const kinds: string[] = [];
  const run = smallRun(
    {
      units: [
        { id: 'su.a', side: 0, at: meadow.su ?? [4, 5], men: 30 },
        { id: 'jp.a', side: 1, at: withEnemy ? [4, 5] : [8, 5], men: 30 },
      ],
      areas: [{ id: 'meadow', at: [4, 5] }],
      owner: meadow.owner,
    },
    1,
  );
  const watched = { ...run, sink: (event: { kind: string }) => void kinds.push(event.kind) };
  const hex = at(run.model, 4, 5);
  run.world.ground.holder[hex] = 1;
  run.world.units.task[0] = codeOf(TASKS, task);
  run.world.units.taskTarget[0] =
    meadow.target === undefined ? -1 : at(run.model, ...meadow.target);
  lookAround(watched);
  return { holder: run.world.ground.holder[hex], kinds };
}

test('who stands on a place that its holders have left has it', () => {
  expect(holderAfterLook('fortify', false)).toEqual({
    holder: 0,
    kinds: ['ground-vacated', 'height-taken'],
  });
});

test('a patrol holds nothing', () => {
  expect(holderAfterLook('patrol', false)).toEqual({ holder: -1, kinds: ['ground-vacated'] });
});

test('nor does a party on its way home, but the one that has come to where it was sent back does', () => {
  const owner = (side: number) => side;
  expect(holderAfterLook('withdraw', false, { owner, target: [2, 5] }).holder).toBe(-1);
  expect(holderAfterLook('withdraw', false, { owner, target: [4, 5] }).holder).toBe(0);
});

test('nobody takes it while its holders are there', () => {
  expect(holderAfterLook('fortify', true)).toEqual({ holder: 1, kinds: [] });
});

test('nobody need stand on a place of his own that is not claimed from him, until the enemy does', () => {
  const owner = () => 1;
  expect(holderAfterLook('idle', false, { owner, su: [10, 10] })).toEqual({ holder: 1, kinds: [] });
  expect(holderAfterLook('idle', false, { owner: () => 0, su: [10, 10] }).holder).toBe(-1);
  expect(holderAfterLook('fortify', false, { owner }).holder).toBe(0);
});
