import { expect, test } from 'vitest';
import { keptRun } from '../../test/support/border-dispute.ts';
import { realModel } from '../../test/support/real-scenario.ts';
import { viewFor } from '../engine/index.ts';
import { decide } from './decide.ts';
import { beginThought, skillOf } from './situation.ts';

const model = realModel();
const officeOf = (id: string): number => model.offices.findIndex((info) => info.id === id);
const FLEET = officeOf('su.fleet');

test('who commands a fleet can have it alerted, and nothing else: it has no men', () => {
  const run = keptRun(model, 1);
  const view = viewFor(run, officeOf('su.nko'));
  beginThought(view);
  expect(skillOf(view, 'alert').executors).toContain(FLEET);
  expect(skillOf(view, 'assault').executors).not.toContain(FLEET);
});

test('a fleet that is ordered to carries out the alert, whoever without ships has thought of one before', () => {
  const run = keptRun(model, 1);
  decide(viewFor(run, officeOf('su.nkid')));
  run.world.offices.charges[FLEET]!.push({
    act: 'alert',
    area: 0,
    men: 1,
    hHourTick: -1,
    by: officeOf('su.nko'),
    plan: '',
    tick: run.world.tick,
    event: '',
  });
  const [order] = decide(viewFor(run, FLEET));
  expect(order).toMatchObject({ kind: 'act', office: FLEET, act: 'alert', authority: 'order' });
});
