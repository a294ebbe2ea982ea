import { runHash, startRun, type KhasanEvent, type Model, type Run } from '../engine/index.ts';
import type { RunSetup } from '../engine/index.ts';
import { playOut } from '../policy/index.ts';
import { reckon, testify, type Charge, type Fact, type Testimony } from '../record/index.ts';
import type { ReckonedCharge, ReckonedFact, RunReckoning } from '../protocol/index.ts';

/**
 * Plays a run once more, hears its authors as they act, and makes its reckoning. Events become the numbers
 * that the film of the same run gives them: the order in which they happened.
 */
export function reckonRun(model: Model, setup: RunSetup): RunReckoning {
  const events: KhasanEvent[] = [];
  const testimonies = new Map<string, Testimony>();
  // The first events come before the run is in hand; nobody has decided anything by then.
  const hand: { run?: Run } = {};
  const run = startRun(model, setup, (event) => {
    events.push(event);
    const testimony = hand.run === undefined ? undefined : testify(hand.run, event);
    if (testimony !== undefined) testimonies.set(event.id, testimony);
  });
  hand.run = run;
  playOut(run);
  const { charges, authors, unused } = reckon(model, events, testimonies);
  const numbers = new Map(events.map(({ id }, number) => [id, number]));
  const factOf = ({ event, tick, text, said }: Fact): ReckonedFact => ({
    event: numbers.get(event) ?? -1,
    tick,
    text,
    ...(said === undefined ? {} : { said }),
  });
  return {
    runHash: runHash(run),
    charges: charges.map((charge) => chargeOf(charge, factOf)),
    authors: authors.map(({ author, counts }) => ({
      office: author.office,
      name: author.name,
      counts,
    })),
    unused,
  };
}

function chargeOf(charge: Charge, factOf: (fact: Fact) => ReckonedFact): ReckonedCharge {
  const { kind, author, count, what, place } = charge;
  const { event, tick, text } = factOf(charge);
  return {
    ...{ kind, event, tick, text, count, what, place },
    office: author.office,
    name: author.name,
    papers: charge.papers.map(factOf),
    unread: charge.unread.map(factOf),
    knew: charge.knew.map(factOf),
    chain: charge.chain.map(factOf),
  };
}
