import { EVENT_KINDS, type Model } from '../../engine/index.ts';
import type { Film } from '../../protocol/index.ts';

const REMOVED = EVENT_KINDS.indexOf('person-removed');
const APPOINTED = EVENT_KINDS.indexOf('person-appointed');

/** Who leads an office at a moment. */
export interface Head {
  /** `named`: somebody the scenario knows; `deputy`: the post is vacant; `successor`: somebody unnamed. */
  readonly kind: 'named' | 'deputy' | 'successor';
  readonly person: string;
  /** Since when it is so, -1 from the beginning. */
  readonly sinceTick: number;
}

/** The head of an office: the scenario's, until the run takes him away. */
export function headAt(film: Film, model: Model, office: number, tick: number): Head {
  const { id, person } = model.offices[office]!;
  let head: Head = { kind: 'named', person, sinceTick: -1 };
  for (const outside of model.exogenous) {
    if (outside.office === office && outside.tick <= tick && outside.person !== '') {
      head = { kind: 'named', person: outside.person, sinceTick: outside.tick };
    }
  }
  const { kinds, ticks, actors, names, count } = film.events;
  for (let number = 0; number < count && ticks[number]! <= tick; number++) {
    const kind = kinds[number];
    if (kind !== REMOVED && kind !== APPOINTED) continue;
    if (names[actors[number]!] !== id || ticks[number]! < head.sinceTick) continue;
    head = {
      kind: kind === REMOVED ? 'deputy' : 'successor',
      person: '',
      sinceTick: ticks[number]!,
    };
  }
  return head;
}
