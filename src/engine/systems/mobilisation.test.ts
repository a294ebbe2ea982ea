import { expect, test } from 'vitest';
import { smallRun, type SmallRun } from '../../../test/support/small-model.ts';
import { execute } from './execute.ts';
import { intentAt } from './picture.ts';
import { viewFor } from '../view.ts';
import { TICKS_PER_DAY } from '../time.ts';

function decree(): SmallRun {
  const run = smallRun({
    offices: [
      { id: 'su.top', side: 0, echelon: 'capital', repertoire: ['mobilise'] },
      { id: 'jp.top', side: 1, echelon: 'capital', repertoire: ['mobilise'] },
    ],
    units: [
      { id: 'su.reserve', side: 0, at: [9, 5], readiness: 0.2, office: 'su.top' },
      { id: 'jp.reserve', side: 1, at: [2, 5], readiness: 0.2, office: 'jp.top' },
    ],
  });
  for (let times = 0; times < 2; times++) {
    execute(run, {
      kind: 'act',
      office: 0,
      act: 'mobilise',
      area: 0,
      men: 1,
      hHourTick: -1,
      authority: 'own',
      plan: '',
    });
  }
  return run;
}

test('a decree is given once: the side stands to, and the highest rung is reached', () => {
  const run = decree();
  const told = run.events.filter(({ kind }) => kind !== 'run-started').map(({ kind }) => kind);
  expect(told).toEqual(['order-given', 'rung-reached', 'alert-raised']);
  expect(run.events.find(({ kind }) => kind === 'rung-reached')!.data['rung']).toBe('war');
  expect(Array.from(run.world.units.readiness)).toEqual([1, 0.2]);
});

test('the other side reads it as an intent to fight, and has the decree in its papers the next day', () => {
  const run = decree();
  const quiet = smallRun();
  expect(intentAt(run.world, 1, 0)).toBeGreaterThan(intentAt(quiet.world, 1, 0) + 1);
  expect(viewFor(run, 1).enemyMobilised).toBe(false);
  run.world.tick = TICKS_PER_DAY;
  expect(viewFor(run, 1).enemyMobilised).toBe(true);
  expect(viewFor(run, 0).enemyMobilised).toBe(false);
});
