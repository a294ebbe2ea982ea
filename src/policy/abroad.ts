import {
  P,
  isRefusedOffer,
  luckKeyOf,
  type Authority,
  type Message,
  type Order,
  type ProposalOrder,
  type View,
} from '../engine/index.ts';
import { choose, nameOf } from './choose.ts';
import type { Option } from './options.ts';
import type { Score } from './score.ts';
import { concernAt } from './situation.ts';

/** Notes and proposals go from ministry to ministry; a capital tells its ministry to speak. */
export function speakAbroad(
  view: View,
  option: Option,
  score: Score,
  authority: Authority,
): Order[] {
  const sides = view.model.sides;
  const own = sides[view.info.side]!;
  const other = sides[1 - view.info.side]!;
  if (view.office !== own.foreignOffice) {
    if (!view.info.subordinates.includes(own.foreignOffice)) return [];
    return [
      {
        kind: 'direct',
        office: view.office,
        to: own.foreignOffice,
        act: option.act,
        area: option.area,
        men: option.men,
        hHourTick: -1,
        authority,
        plan: '',
      },
    ];
  }
  if (option.act === 'demand') {
    return [
      {
        kind: 'note',
        office: view.office,
        to: other.foreignOffice,
        demand: score.climb > 0.5 ? 'protest' : 'withdraw',
        area: option.area,
      },
    ];
  }
  return [{ kind: 'proposal', office: view.office, to: other.foreignOffice, terms: termsOf(view) }];
}

/**
 * What a side offers: to stop where they stand when it holds ground; the ground back when it is firm. Who has been
 * refused that adds a commission on the line (source: events E027, E102 and E106). Assumption: the thresholds are
 * judgements.
 */
function termsOf(view: View): ProposalOrder['terms'] {
  let held = 0;
  let lost = 0;
  for (let area = 0; area < view.model.areas.length; area++) {
    if (!view.model.areas[area]!.disputed) continue;
    const concern = concernAt(view, area);
    if (concern.heldByUs) held += concern.worth;
    if (concern.heldByEnemy) lost += concern.worth;
  }
  const side = view.model.sides[view.info.side]!;
  const weary = view.ownLoss / view.params[P['talks.lossTolerance']]!;
  if (lost > held && side.groundResolve > 0.3 * (1 + weary)) return 'ground';
  if (held >= lost && weary > 1.2 && side.groundResolve < 0.6) return 'withdraw';
  return view.inbox.some(isRefusedOffer) ? 'commission' : 'lines';
}

/**
 * A demand for ground that one's own line gives one is refused, unless holding it is not worth the risk.
 * Assumption: the weight of other fronts on the cautious is a judgement; ground is given up seldom.
 */
export function answerNote(view: View, message: Message): Order[] {
  const firm = view.model.sides[view.info.side]!.groundResolve;
  const question = nameOf(view, message);
  const chosen = choose(view, [
    { key: luckKeyOf(`reject:${question}`), utility: firm },
    {
      key: luckKeyOf(`accept:${question}`),
      utility: 0.25 * view.otherFronts * view.traits.caution,
    },
  ]);
  return [
    {
      kind: 'answer',
      office: view.office,
      note: message.id,
      answer: chosen === 0 ? 'reject' : 'accept',
    },
  ];
}

/** The ministry asks the capital about a proposal, and answers when it has its word. */
export function answerProposal(view: View, message: Message): Order[] {
  const capital = view.info.superiors[0];
  if (capital === undefined) return [];
  for (const word of view.inbox) {
    if (word.act !== 'propose') continue;
    if (word.kind !== 'grant' && word.kind !== 'refusal') continue;
    if (word.sentTick < message.sentTick) continue;
    return [
      {
        kind: 'answer',
        office: view.office,
        note: message.id,
        answer: word.kind === 'grant' ? 'accept' : 'reject',
      },
    ];
  }
  if (view.pending.some((request) => request.about === message.id)) return [];
  return [
    {
      kind: 'request',
      office: view.office,
      to: capital,
      act: 'propose',
      area: -1,
      men: 0,
      afterTheDeed: false,
      passesUp: message.id,
      terms: message.word,
      asserts: false,
    },
  ];
}
