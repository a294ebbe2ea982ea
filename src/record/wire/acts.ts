import { FORCEFUL, isAct, type Act, type KhasanEvent, type Model } from '../../engine/index.ts';
import { areaOf, lookupOf, numberOf, textOf } from '../lookup.ts';
import { makeNamer, nameOfPlace } from '../narrative/names.ts';
import type { WireAct, WireAuthority } from './data.ts';
import { paperAfter, type Paper } from './papers.ts';

/** What an office believes its act to stand on, as the events name it, in the words of the Wire. */
const AUTHORITIES: Readonly<Record<string, WireAuthority>> = {
  grant: 'within',
  order: 'within',
  own: 'standing',
  'standing-order': 'standing',
  initiative: 'initiative',
  'against-ban': 'against-ban',
};

/** Acts on the ground or in the air above it; the others are paper or marches far off. */
const ON_THE_GROUND: readonly Act[] = ['post', 'fortify', 'patrol', 'withdraw', ...FORCEFUL];

/**
 * Acts of a run, by the time of their order: what offices do on the ground with their own men, and orders
 * of force that stand on nothing. Offices are positions in the model's list.
 */
export function actsOf(
  model: Model,
  events: readonly KhasanEvent[],
  papers: readonly Paper[],
): WireAct[] {
  const lookup = lookupOf(model);
  const started = startsOf(events);
  const uncovered = new Set(
    events.filter(({ kind }) => kind === 'acted-without-authority').map(deedKey),
  );
  const acts: WireAct[] = [];
  for (const event of events) {
    if (event.kind !== 'operation-ordered' && event.kind !== 'order-given') continue;
    const office = lookup.offices.get(event.actor);
    const act = textOf(event.data['act']);
    if (office === undefined || !isAct(act) || !ON_THE_GROUND.includes(act)) continue;
    const byOrder = event.kind === 'order-given' && textOf(event.data['to']) !== '';
    const isUncovered = uncovered.has(deedKey(event));
    if (byOrder && !isUncovered) continue;
    const operation = event.kind === 'operation-ordered' ? numberOf(event.data['operation']) : -1;
    const tick = operation < 0 ? event.tick : (started.get(operation) ?? -1);
    const area = areaOf(lookup, event.place);
    const paperTick = isUncovered ? paperAfter(papers, { office, act, area }, event.tick + 1) : -1;
    acts.push({
      event: event.id,
      office,
      act,
      place: nameOfPlace(makeNamer(model), event.place),
      force: FORCEFUL.includes(act),
      byOrder,
      men: numberOf(event.data['men']),
      orderedTick: event.tick,
      tick,
      authority: authorityOf(textOf(event.data['authority']), isUncovered),
      paperTick,
      aheadHours: paperTick < 0 || tick < 0 ? null : (paperTick - tick) / 4,
    });
  }
  return acts;
}

/** The engine knows better than the office whether a paper goes back to the holder of the power. */
function authorityOf(believed: string, isUncovered: boolean): WireAuthority {
  const word = AUTHORITIES[believed] ?? 'standing';
  return isUncovered && (word === 'within' || word === 'standing') ? 'unbacked' : word;
}

/** An act and the event that says it stands on nothing have hour, author, act and place in common. */
function deedKey(event: KhasanEvent): string {
  return [event.tick, event.actor, textOf(event.data['act']), event.place].join(' ');
}

/** Tick at which each operation began, by its number. */
function startsOf(events: readonly KhasanEvent[]): Map<number, number> {
  return new Map(
    events
      .filter(({ kind }) => kind === 'operation-started')
      .map((event) => [numberOf(event.data['operation']), event.tick]),
  );
}
