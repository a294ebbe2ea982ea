import { expect, test } from 'vitest';
import { keptRun } from '../../test/support/border-dispute.ts';
import { paperOf } from '../../test/support/paper.ts';
import { realModel } from '../../test/support/real-scenario.ts';
import { viewFor, type Message } from '../engine/index.ts';
import { speakAbroad } from './abroad.ts';
import { blankScore } from './score.ts';
import { beginThought, skillOf } from './situation.ts';

const model = realModel();
const officeOf = (id: string): number => model.offices.findIndex((info) => info.id === id);

/** Terms that the Japanese ministry offers while nobody is worn out, by what lies on its desk. */
function termsOffered(papers: readonly Message[]): string {
  const run = keptRun(model, 1, 'free');
  const office = officeOf('jp.foreign');
  run.world.offices.inbox[office]!.push(...papers);
  const view = viewFor(run, office);
  beginThought(view);
  const option = { act: 'propose', skill: skillOf(view, 'propose'), area: 0, men: 1 } as const;
  const [order] = speakAbroad(view, option, blankScore(), 'order');
  return order?.kind === 'proposal' ? order.terms : '';
}

test('an offer to stop where each stands that has been refused is made again with a commission', () => {
  const answer = (act: 'propose' | 'demand', word: string): Message =>
    paperOf({
      id: 1,
      kind: 'answer',
      from: officeOf('su.nkid'),
      to: officeOf('jp.foreign'),
      act,
      word,
      dueTick: 0,
    });
  expect(termsOffered([])).toBe('lines');
  expect(termsOffered([answer('demand', 'reject')])).toBe('lines');
  expect(termsOffered([answer('propose', 'reject')])).toBe('commission');
});
