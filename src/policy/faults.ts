import { P, type Message, type Order, type View } from '../engine/index.ts';
import { nameOf, prefers } from './choose.ts';
import { dreadOf } from './obedience.ts';
import { thinking } from './situation.ts';

const NOTHING: readonly Order[] = [];

/**
 * What becomes of a fault of one's own side: he whose officers found it tells his superior or keeps it, and the
 * superior who is told rebukes him or lets it be. Each is decided at the first sitting, and what is not said then is
 * not said. Source: event E031, a finding that was sent up and called sabotage.
 */
export function faultsOf(view: View): readonly Order[] {
  if (!view.inbox.some(({ kind }) => kind === 'finding' || kind === 'admission')) return NOTHING;
  const orders: Order[] = [];
  for (const message of view.inbox) {
    const { id, kind } = message;
    const { office } = view;
    if (kind === 'finding') {
      orders.push({ kind: 'admit', office, finding: id, admits: ownsUp(view, message) });
    } else if (kind === 'admission') {
      orders.push({ kind: 'rebuke', office, paper: id, rebukes: condemns(view, message) });
    }
  }
  return orders;
}

/** How grave it is to have said it, 0–1, where nothing has been said in public, and what full commitment adds. Assumption: between no word and a ban. */
const ADMITTED = 0.4;
const COMMITTED = 0.5;

/**
 * Whether he tells the superior. Assumption: the truth is worth to a man of honour what keeping a hill is to him, and
 * to a cautious one the rung that the other side is then not driven to; against it stands the sanction for a deed that
 * fails, as he expects it, the graver the more his government has said aloud that the ground is its own.
 */
function ownsUp(view: View, finding: Message): boolean {
  const { params, traits, otherFronts, commitment } = view;
  const side = view.model.sides[view.info.side]!;
  const gain =
    params[P['utility.face']]! * traits.honour +
    params[P['utility.rise']]! * traits.caution * otherFronts * thinking(view).foresight;
  const severity = ADMITTED + COMMITTED * commitment;
  const price = params[P['utility.sanction']]! * severity * side.sanctionOnFailure * dreadOf(view);
  return prefers(view, 'admit', nameOf(view, finding), gain - price);
}

/** Commitment from which the public word weighs more with a man of honour than the one who tells him the truth. Assumption: half. */
const WORD_GIVEN = 0.5;
/** Share of his own sanction that a man expects who lets such a word pass. Assumption: half of what its author does. */
const ANSWERS_FOR = 0.5;

/**
 * Whether he rebukes the one who has told. Assumption: a man of honour stands by the public word of his state as
 * far as it has been given, and by the man who told the truth as far as it has not; the fearful fear to be the one who
 * passed it over, the more so the louder the word was.
 */
function condemns(view: View, admission: Message): boolean {
  const { params, traits, commitment } = view;
  const pride = params[P['utility.face']]! * traits.honour * (commitment - WORD_GIVEN);
  const fear = params[P['utility.sanction']]! * ANSWERS_FOR * traits.fear * commitment;
  return prefers(view, 'rebuke', nameOf(view, admission), pride + fear);
}
