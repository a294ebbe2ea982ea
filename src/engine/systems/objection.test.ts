import { expect, test } from 'vitest';
import { smallRun, type SmallRun } from '../../../test/support/small-model.ts';
import type { ActOrder } from '../orders.ts';
import { objection } from './objection.ts';

const run: SmallRun = smallRun({ areas: [{ id: 'height', at: [6, 6] }] }, 1);
const known = run.model.offices[0]!.repertoire;
const order: ActOrder = {
  kind: 'act',
  office: 0,
  act: known[0] ?? 'post',
  area: 0,
  men: 30,
  hHourTick: -1,
  plan: '',
  authority: 'own',
};

test('an office does only what it knows', () => {
  const info = run.model.offices[0]!;
  const model = { ...run.model, offices: [{ ...info, repertoire: ['patrol' as const] }] };
  const narrow = { ...run, model };
  expect(objection(narrow, { ...order, act: 'patrol' })).toBe('');
  expect(objection(narrow, { ...order, act: 'assault' })).toBe('not-in-repertoire');
});

test.each<[string, Partial<ActOrder>]>([
  ['malformed', { men: -1 }],
  ['malformed', { men: 1.5 }],
  ['malformed', { hHourTick: 1e9 }],
  ['no-such-office', { office: 99 }],
  ['no-such-place', { area: 99 }],
])('%s: %o', (reason, change) => {
  expect(objection(run, { ...order, ...change })).toBe(reason);
});
