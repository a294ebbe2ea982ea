import { expect, test } from 'vitest';
import { paperOf } from '../../../test/support/paper.ts';
import { smallRun, type SmallRun } from '../../../test/support/small-model.ts';
import { TICKS_PER_DAY } from '../time.ts';
import type { Message } from '../world/world.ts';
import { closeDecision, nextOfficeTick } from './desk.ts';
import { answer } from './papers.ts';

const [OURS, THEIRS] = [0, 1];

/** An answer of the other side's ministry to an offer of terms, or to a note. */
const refused = (act: 'propose' | 'demand', word = 'reject'): Message =>
  paperOf({ id: 7, kind: 'answer', from: THEIRS, to: OURS, act, word, dueTick: 8 });

/** An office that has sat with one paper on its desk. */
function sat(paper: Message): SmallRun {
  const run = smallRun({ days: 20 });
  run.world.tick = 8;
  run.world.offices.inbox[OURS]!.push(paper);
  closeDecision(run, OURS);
  return run;
}

const kept = (run: SmallRun): number => run.world.offices.inbox[OURS]!.length;

test('a refusal of one’s terms is remembered for ten days, other answers are put away', () => {
  expect(kept(sat(refused('demand')))).toBe(0);
  expect(kept(sat(refused('propose', 'accept')))).toBe(0);
  const run = sat(refused('propose'));
  expect(kept(run)).toBe(1);
  run.world.tick = 9 * TICKS_PER_DAY;
  closeDecision(run, OURS);
  expect(kept(run)).toBe(1);
  run.world.tick = 10 * TICKS_PER_DAY + 8;
  closeDecision(run, OURS);
  expect(kept(run)).toBe(0);
});

test('what is only remembered does not call the staff together', () => {
  const run = sat(refused('propose'));
  expect(nextOfficeTick(run)).toBeGreaterThanOrEqual(8 + TICKS_PER_DAY);
});

test.each([
  ['proposal', 'propose'],
  ['note', 'demand'],
] as const)('the answer to a %s says what it was about', (kind, act) => {
  const run = smallRun();
  run.world.offices.inbox[OURS]!.push(paperOf({ id: 3, kind, from: THEIRS, to: OURS, dueTick: 0 }));
  answer(run, { kind: 'answer', office: OURS, note: 3, answer: 'reject' });
  expect(run.world.mail.find((mail) => mail.kind === 'answer')).toMatchObject({ act, about: 3 });
});
