import {
  ASSERTED,
  OBJECTS,
  P,
  consultsOn,
  opinionsOn,
  type Act,
  type Message,
  type Order,
  type View,
} from '../engine/index.ts';
import { nameOf, prefers } from './choose.ts';
import { dreadOf } from './obedience.ts';
import { outlookOn, scoreOption, worthWithLeave } from './score.ts';
import { concernAt, skillOf } from './situation.ts';

/** How the consent of others stands to a request on a superior's desk. */
export interface Consent {
  /** What it adds to the worth of leave, from minus to plus `consent.worth`. */
  readonly worth: number;
  /** Chance 0–1 that they agree, as the superior sees it; 1 or 0 once they have said so. */
  readonly chance: number;
  /** Whether they can be asked. */
  readonly open: boolean;
  /** Whether the request says that they agree, and one of them has said that he does not. */
  readonly denied: boolean;
}

const NOBODY: Consent = { worth: 0, chance: 0, open: false, denied: false };

/** The consent that a superior has, or thinks he has, to what is asked of him. */
export function consentTo(view: View, request: Message): Consent {
  if (!consultsOn(view.model, view.office, request.act)) return NOBODY;
  const worth = view.params[P['consent.worth']]!;
  const opinions = opinionsOn(view.inbox, request);
  if (opinions.length > 0) {
    const objects = opinions.some(({ word }) => word === OBJECTS);
    const denied = objects && request.word === ASSERTED;
    return { worth: objects ? -worth : worth, chance: objects ? 0 : 1, open: false, denied };
  }
  const chance = likelyConsent(view, request);
  return { worth: worth * (2 * chance - 1), chance, open: true, denied: false };
}

/**
 * Chance that those agree whom the office consults, before they have been asked. By what is known of the men, the
 * cautious agree to force the less. Where the request says that they do, that is weighed as a careful man weighs it: who
 * has their consent says so, and who has not says so as well if he is bold and does not fear. Assumption: they are of one
 * mind, that of the average; Source for the weighing: Bayes' rule.
 */
function likelyConsent(view: View, request: Message): number {
  const { offices } = view.model;
  const { consults } = view.info;
  let caution = 0;
  for (const office of consults) caution += offices[office]!.traits.caution / consults.length;
  const before = 1 - caution;
  if (request.word !== ASSERTED) return before;
  const { initiative, fear } = offices[request.from]!.traits;
  const known = view.params[P['answer.knowsMan']]!;
  const untrue = known * initiative * (1 - fear) + (1 - known) * AVERAGE_UNTRUTH;
  return before / (before + (1 - before) * untrue);
}

/** Chance that an average man says so without their consent. Assumption: initiative of one half, fear of three tenths. */
const AVERAGE_UNTRUTH = 0.35;

/** What it costs to ask them, beside the hours. Assumption: as much as a refusal. */
const SOUNDING_COST = 0.05;

/**
 * What it is worth to ask them before answering: to give leave if they agree, and to do what is best without their
 * consent if they do not.
 * @param leave worth of leave without regard to them.
 * @param refusal worth of a refusal.
 */
export function worthOfSounding(
  view: View,
  { chance }: Consent,
  leave: number,
  refusal: number,
): number {
  const worth = view.params[P['consent.worth']]!;
  const agreed = Math.max(leave + worth, refusal);
  const objected = Math.max(leave - worth, refusal);
  return chance * agreed + (1 - chance) * objected - SOUNDING_COST;
}

/** One who is consulted says what he thinks: whether the deed is worth more to him than its being left. */
export function opinionOn(view: View, sounding: Message): Order {
  const { act, area, men, id } = sounding;
  const outlook = outlookOn(view, concernAt(view, area));
  const deed = scoreOption(view, outlook, { act, skill: skillOf(view, act), area, men });
  const skill = skillOf(view, 'wait');
  const wait = scoreOption(view, outlook, { act: 'wait', skill, area, men: 0 });
  const gain = worthWithLeave(deed) - deed.motion - (wait.utility - wait.motion);
  const agrees = prefers(view, 'agree', nameOf(view, sounding), gain);
  return { kind: 'opine', office: view.office, sounding: id, agrees };
}

/** Part of the leave's worth that an assertion brings, as its author hopes. Assumption: a fifth. */
const HOPED = 0.2;
/** Chance that the superior asks them, as the author sees it. Assumption: one in two. */
const FOUND_OUT = 0.5;
/** Honour that an untruth to a superior costs beside that of losing a hill. Assumption: a tenth. */
const UNTRUTH = 0.1;

/**
 * Whether a request says that those agree whom the superior consults, though nobody has asked them. Assumption: as far as
 * the chance of leave that it brings outweighs the sanction for being found out, which is that for a ban broken, and the
 * honour that it costs. Source: event E025, consent that a minister claimed and had not.
 * @param gain worth of the deed with leave over its worth left undone.
 */
export function assertsConsent(
  view: View,
  to: number,
  act: Act,
  area: number,
  gain: number,
): boolean {
  if (!consultsOn(view.model, to, act)) return false;
  const { params, traits } = view;
  const { sanctionOnFailure } = view.model.sides[view.info.side]!;
  const sanction = params[P['utility.sanction']]! * FOUND_OUT * sanctionOnFailure * dreadOf(view);
  const honour = params[P['utility.face']]! * traits.honour * UNTRUTH;
  const question = `${act}@${String(view.tick)}:${String(area)}`;
  return prefers(view, 'assert', question, HOPED * gain - sanction - honour);
}

/** Whether a superior rebukes the one who told him so. Assumption: it is honour that will not be lied to; let be is the rest. */
export function rebukesAssertion(view: View, request: Message): boolean {
  const { params, traits } = view;
  const pride = params[P['utility.face']]! * (traits.honour - 0.5);
  return prefers(view, 'rebuke', nameOf(view, request), pride);
}
