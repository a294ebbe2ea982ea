import { TICKS_PER_DAY } from '../time.ts';
import type { Message, Run } from '../world/world.ts';

/** Days after which a question that nobody answered is no longer waited for. Assumption. */
const QUESTION_DAYS = 5;
/** Days an office keeps an order it has not carried out, and remembers a refusal. Assumption. */
const MEMORY_DAYS = 10;

/**
 * Tells the engine that an office has decided on what it knew: what was new is no longer new, read
 * answers are put away, stale questions and orders are dropped. The driver calls it once for each
 * office that was due, before `step`.
 */
export function closeDecision(run: Run, office: number): void {
  const { world } = run;
  const offices = world.offices;
  offices.stirred[office] = 0;
  offices.decidedTick[office] = world.tick;
  const youngerThan = (days: number) => (item: { readonly tick: number }) =>
    world.tick - item.tick < days * TICKS_PER_DAY;
  offices.charges[office] = offices.charges[office]!.filter(youngerThan(MEMORY_DAYS));
  offices.pending[office] = offices.pending[office]!.filter(
    (request) => world.tick - request.sentTick < QUESTION_DAYS * TICKS_PER_DAY,
  );
  offices.inbox[office] = offices.inbox[office]!.filter((message) => keep(message, world.tick));
}

function keep(message: Message, tick: number): boolean {
  const age = tick - message.sentTick;
  switch (message.kind) {
    case 'request':
    case 'note':
    case 'proposal':
      return age < 2 * QUESTION_DAYS * TICKS_PER_DAY;
    case 'refusal':
      return age < MEMORY_DAYS * TICKS_PER_DAY;
    default:
      return false;
  }
}
