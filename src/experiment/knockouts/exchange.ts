import type { KhasanEvent, Model, RunSetup } from '../../engine/index.ts';
import { answersOf, openCasebook, type Answer } from '../../record/index.ts';
import { simulate } from '../one-run.ts';

/** What exchanging the author of one act does to what is answered for in a run. */
export type Exchange = 'follows' | 'differs' | 'nothing-to-exchange';

/**
 * Plays a run, gives its first act beyond authority to another office of the same side, and compares who answers
 * for what. `follows`: everything that goes back to the act stands under the other office, all else is as it was.
 */
export function exchangeAuthor(model: Model, setup: RunSetup): Exchange {
  const events: KhasanEvent[] = [];
  simulate(model, setup, { onEvent: (event) => void events.push(event) });
  return exchangeIn(model, events);
}

/** The same for events that are at hand. */
export function exchangeIn(model: Model, events: readonly KhasanEvent[]): Exchange {
  const before = answersOf(openCasebook(model, events));
  const first = before.find(({ kind, act }) => kind === 'beyond-authority' && act !== '');
  const other = first === undefined ? undefined : otherOffice(model, first.office);
  if (first === undefined || other === undefined) return 'nothing-to-exchange';
  const isOfAct = ({ event, act }: Answer): boolean => event === first.event || act === first.act;
  const changed = events.map((event) =>
    event.id === first.event || event.id === first.act ? { ...event, actor: other } : event,
  );
  const after = answersOf(openCasebook(model, changed));
  const wanted = before.map((answer) => (isOfAct(answer) ? { ...answer, office: other } : answer));
  return JSON.stringify(after) === JSON.stringify(wanted) ? 'follows' : 'differs';
}

/** Another office of the same side: the first by id. */
function otherOffice(model: Model, id: string): string | undefined {
  const side = model.offices.find((office) => office.id === id)?.side;
  return model.offices
    .filter((office) => office.id !== id && office.side === side)
    .map((office) => office.id)
    .sort()[0];
}
