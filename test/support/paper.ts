import type { Message } from '../../src/engine/index.ts';

/** A message as it lies on a desk: what matters to the test, and nothing in all else. It came in two hours. */
export function paperOf(
  parts: Pick<Message, 'id' | 'kind' | 'from' | 'to' | 'dueTick'> & Partial<Message>,
): Message {
  return {
    sentTick: parts.dueTick - 8,
    act: 'wait',
    area: -1,
    men: 0,
    hHourTick: -1,
    plan: '',
    about: -1,
    word: '',
    afterTheDeed: false,
    facts: [],
    event: '',
    standing: null,
    ...parts,
  };
}
