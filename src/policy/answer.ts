import {
  P,
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  uniform,
  FOR,
  logistic,
  luckKeyOf,
  FORCEFUL,
  type Act,
  type Message,
  type MessageKind,
  type Order,
  type View,
} from '../engine/index.ts';
import { concernAt, skillOf, thinking } from './situation.ts';
import { answerNote, answerProposal } from './abroad.ts';
import { choose, nameOf } from './choose.ts';
import {
  assertsConsent,
  consentTo,
  opinionOn,
  rebukesAssertion,
  worthOfSounding,
} from './consent.ts';
import { answerParley } from './parley.ts';
import { isUnderTruce } from './options.ts';
import { standingOf } from './standing.ts';
import { outlookOn, scoreOption, worthWithLeave, type Outlook, type Score } from './score.ts';

/** What wants an answer. */
const ANSWERED: readonly MessageKind[] = ['request', 'note', 'proposal', 'sounding', 'parley'];

/** Whether anything on the desk wants an answer; mostly there are only refusals that are remembered. */
export function hasQuestions({ inbox }: View): boolean {
  for (const { kind } of inbox) {
    if (ANSWERED.includes(kind)) return true;
  }
  return false;
}

/**
 * Answers to requests and notes. A superior scores what his subordinate would do with the leave, on
 * his own picture; he grants, limits, refuses, or asks further up when the power is not his.
 * @param answered replies already given in this decision.
 */
export function answerMail(view: View, answered: readonly Order[]): Order[] {
  const orders: Order[] = [];
  const open: Message[] = [];
  for (const message of view.inbox) {
    const done = answered.some((order) => order.kind === 'reply' && order.request === message.id);
    // The same question is not passed up twice, nor put to others twice: the answer will do for all who asked.
    if (done || open.some(({ act, area }) => act === message.act && area === message.area))
      continue;
    for (const order of answerTo(view, message)) {
      const isOpen = order.kind === 'request' || order.kind === 'sound';
      if (isOpen && message.kind === 'request') open.push(message);
      orders.push(order);
    }
  }
  return orders;
}

function answerTo(view: View, message: Message): readonly Order[] {
  switch (message.kind) {
    case 'request':
      return answerRequest(view, message);
    case 'note':
      return answerNote(view, message);
    case 'proposal':
      return answerProposal(view, message);
    case 'sounding':
      return [opinionOn(view, message)];
    case 'parley':
      return [answerParley(view, message)];
    default:
      return [];
  }
}

/**
 * Grants, refuses or passes up; a deed that is done is covered, disowned, or undone by a recall as well. Assumption: what
 * is done weighs for leave; to pass up lies between the whole and nothing, at a small price; so does a refusal.
 */
function answerRequest(view: View, message: Message): Order[] {
  if (message.act === 'propose') return answerTruceRequest(view, message);
  const { act, area, men } = message;
  // Who asks for it has not heard yet: there is nothing to weigh.
  if (isUnderTruce(view) && FORCEFUL.includes(act) && !message.afterTheDeed) {
    return [replyTo(view, message, 'refuse')];
  }
  if (view.pending.some((request) => request.act === act && request.area === area)) return [];
  const concern = concernAt(view, area);
  const option = { act, skill: skillOf(view, act), area, men };
  const outlook = outlookOn(view, concern);
  const own = scoreOption(view, outlook, option);
  const wait = scoreOption(view, outlook, {
    act: 'wait',
    skill: skillOf(view, 'wait'),
    area,
    men: 0,
  });
  const consent = consentTo(view, message);
  const leave = own.utility - own.motion - riskOfUse(view, message);
  const granting = leave + consent.worth;
  const waiting = wait.utility - wait.motion;
  const withLeave = granting + worthWithLeave(own) - own.utility;
  const refusing = waiting - 0.05;
  const standing = standingOf(view, option);
  const up = view.info.superiors[0];
  // A deed already done is not undone by a refusal: covering it costs only the sanction.
  const done = message.afterTheDeed ? 0.15 : 0;
  const answers: Answer[] = [
    { say: 'grant', utility: granting + done },
    { say: 'refuse', utility: refusing },
  ];
  if (standing.word !== 'leave' && up !== undefined) {
    const passed = 0.6 * withLeave + 0.4 * waiting - 0.02;
    answers.push({ say: 'pass-up', utility: passed });
  }
  if (canRecall(view, message)) {
    answers.push({ say: 'recall', utility: worthOfRecall(view, outlook, own) });
  }
  if (consent.open && !message.afterTheDeed) {
    answers.push({ say: 'sound', utility: worthOfSounding(view, consent, leave, refusing) });
  }
  const { say } = answerChosen(view, message, answers);
  if (say === 'sound') return [{ kind: 'sound', office: view.office, request: message.id }];
  if (say === 'pass-up') return [passUp(view, message, up!, withLeave - waiting)];
  const orders = [replyTo(view, message, say === 'grant' ? 'grant' : 'refuse')];
  if (consent.denied && rebukesAssertion(view, message)) {
    // Said while the request still lies there.
    orders.unshift({ kind: 'rebuke', office: view.office, paper: message.id, rebukes: true });
  }
  if (say === 'recall') orders.push(callBack(view, message));
  const forbids = say !== 'grant' && standing.word === 'leave';
  if (forbids && FORCEFUL.includes(message.act)) orders.push(...forbid(view, message));
  return orders;
}

function replyTo(view: View, { id, men }: Message, answer: 'grant' | 'refuse'): Order {
  return { kind: 'reply', office: view.office, request: id, answer, forceMenMax: men };
}

/** One way to answer a request, and what it is worth. */
interface Answer {
  readonly say: 'grant' | 'refuse' | 'pass-up' | 'recall' | 'sound';
  readonly utility: number;
}

/** The answer that an office likes best, by luck that is named by the question and the answer. */
function answerChosen(view: View, message: Message, answers: readonly Answer[]): Answer {
  const question = nameOf(view, message);
  const choices = answers.map(({ say, utility }) => ({
    key: luckKeyOf(`${say}:${question}`),
    utility,
  }));
  return answers[choose(view, choices)]!;
}

/** @param gain worth of the deed with leave over its worth left undone. */
function passUp(view: View, message: Message, up: number, gain: number): Order {
  const { act, area, men, afterTheDeed } = message;
  return {
    kind: 'request',
    office: view.office,
    to: up,
    act,
    area,
    men,
    afterTheDeed,
    passesUp: message.id,
    terms: '',
    asserts: !afterTheDeed && assertsConsent(view, up, act, area, gain),
  };
}

/** Acts by which ground is held that was not held before: what a recall undoes. */
const TAKES_GROUND: readonly Act[] = ['post', 'fortify', 'eject', 'assault'];

/** Whether men who took ground unbidden can be told to leave it again. */
function canRecall(view: View, { afterTheDeed, act, area, from }: Message): boolean {
  if (!afterTheDeed || !TAKES_GROUND.includes(act) || !view.info.subordinates.includes(from)) {
    return false;
  }
  return (
    concernAt(view, area).heldByUs && view.model.offices[from]!.repertoire.includes('withdraw')
  );
}

/** Share of a rise that is still to come when the deed is done, and is saved by undoing it. Assumption: half. */
const RISE_LEFT = 0.5;

/** To call the men back is to leave the place, and saves what is still to come of the rise. */
function worthOfRecall(view: View, outlook: Outlook, deed: Score): number {
  const { area, ownHere } = outlook.concern;
  const skill = skillOf(view, 'withdraw');
  const leaving = scoreOption(view, outlook, { act: 'withdraw', skill, area, men: ownHere });
  return leaving.utility - leaving.motion - RISE_LEFT * deed.rise;
}

function callBack(view: View, { from, area, men }: Message): Order {
  return {
    kind: 'direct',
    office: view.office,
    to: from,
    act: 'withdraw',
    area,
    men,
    hHourTick: -1,
    authority: 'own',
    plan: '',
  };
}

/** What an average commander makes of wide leave: initiative and honour of one half. */
const AVERAGE_BOLDNESS = 0.25;
/** Rungs that the boldest climbs beyond what he was given leave for. Assumption: two, from posts to a battle. */
const EXCESS_RUNGS = 2;

/**
 * What the superior expects this man to do beyond the letter of leave to use force, as he knows him: the bold
 * go on where they see an opening, which is a risk of a rise for the one who let them. Known are the traits
 * that the scenario gives him, not those of the day.
 */
function riskOfUse(view: View, message: Message): number {
  if (!FORCEFUL.includes(message.act)) return 0;
  const { initiative, honour } = view.model.offices[message.from]!.traits;
  const p = view.params;
  const known = p[P['answer.knowsMan']]!;
  const boldness = known * initiative * honour + (1 - known) * AVERAGE_BOLDNESS;
  const { caution } = view.traits;
  const foresight = thinking(view).foresight;
  const rise = EXCESS_RUNGS * boldness * caution * view.otherFronts * foresight;
  return p[P['utility.rise']]! * rise;
}

/** Days for which a general ban stands without being said again. Assumption: half of the days in which its force fades. */
const BAN_STANDS_DAYS = 5;

/**
 * Who holds the power and says no may also forbid it to the whole chain, the more so the more cautious he
 * is, if he has not just done so. Assumption: the cautious forbid more often.
 */
function forbid(view: View, message: Message): Order[] {
  const { forbadeTick, tick } = view;
  if (forbadeTick >= 0 && tick - forbadeTick < BAN_STANDS_DAYS * TICKS_PER_DAY) return [];
  const u = uniform(
    view.seed,
    FOR.decision,
    view.occasion,
    view.model.offices[view.office]!.luckKey,
    luckKeyOf(`forbid:${nameOf(view, message)}`),
  );
  if (u > 0.2 + 0.6 * view.traits.caution) return [];
  const orders: Order[] = [];
  for (const act of ['assault', 'eject'] as const) {
    for (const subordinate of view.info.subordinates) {
      const info = view.model.offices[subordinate]!;
      if (info.superiors[0] !== view.office || info.echelon === 'post') continue;
      orders.push({ kind: 'ban', office: view.office, to: subordinate, act, area: -1 });
    }
  }
  return orders;
}

/**
 * Ticks for which a refusal stands: who was refused does not ask the same again, and passes the answer on to
 * whoever asks after it. Assumption: three days.
 */
export const REFUSAL_TICKS = 72 * TICKS_PER_HOUR;

/** An answer that came down for a request which was passed up goes on down to the one who asked. */
export function passAnswersDown(view: View): Order[] {
  const orders: Order[] = [];
  for (const waiting of view.inbox) {
    if (waiting.kind !== 'request') continue;
    if (view.pending.some((request) => request.about === waiting.id)) continue;
    const word = view.inbox
      .filter(
        ({ kind, act, area, sentTick }) =>
          (kind === 'grant' || kind === 'refusal') &&
          act === waiting.act &&
          area === waiting.area &&
          waiting.sentTick - sentTick < REFUSAL_TICKS,
      )
      .at(-1);
    if (word === undefined) continue;
    orders.push({
      kind: 'reply',
      office: view.office,
      request: waiting.id,
      answer: word.kind === 'grant' ? 'limit' : 'refuse',
      forceMenMax: word.men,
    });
  }
  return orders;
}

function answerTruceRequest(view: View, message: Message): Order[] {
  const odds = truceLogOdds(view, message.word);
  const u = uniform(
    view.seed,
    FOR.talks,
    view.tick,
    view.model.offices[view.office]!.luckKey,
    luckKeyOf(nameOf(view, message)),
  );
  return [
    {
      kind: 'reply',
      office: view.office,
      request: message.id,
      answer: u < logistic(odds) ? 'grant' : 'refuse',
      forceMenMax: 0,
    },
  ];
}

/**
 * Log-odds that a government accepts the other side's terms: ground held against demanded, losses
 * against tolerance, other fronts, public commitment, and whether there is a fresh result to show.
 * Assumption: command sketch 8; weights of order one, none fitted to the date of the real truce.
 */
export function truceLogOdds(view: View, terms: string): number {
  const p = view.params;
  const side = view.model.sides[view.info.side]!;
  let held = 0;
  let lost = 0;
  let total = 0;
  let fresh = 0;
  for (let area = 0; area < view.model.areas.length; area++) {
    if (!view.model.areas[area]!.disputed) continue;
    const concern = concernAt(view, area);
    total += concern.worth;
    if (concern.heldByUs) held += concern.worth;
    if (concern.heldByEnemy) lost += concern.worth;
    if (view.lostTick[area]! >= 0 && view.tick - view.lostTick[area]! < 72 * TICKS_PER_HOUR)
      fresh = 1;
  }
  if (total <= 0) total = 1;
  // On the other side's offer to leave, the lost ground comes back; on its demand, the held ground goes.
  const heldShare = (terms === 'ground' ? 0 : held + (terms === 'withdraw' ? lost : 0)) / total;
  const lostShare = (terms === 'withdraw' ? 0 : lost + (terms === 'ground' ? held : 0)) / total;
  const honour = p[P['talks.honour']]!;
  // What a commission is to decide is neither given up nor won.
  const settled = terms === 'commission' ? 1 - p[P['talks.commission']]! : 1;
  const pain = Math.min(1.5, view.ownLoss / p[P['talks.lossTolerance']]!);
  return (
    -p[P['talks.threshold']]! +
    settled *
      (1.2 * heldShare - honour * (3.2 * side.groundResolve + 0.8 * view.commitment) * lostShare) +
    1.1 * pain +
    0.5 * (view.otherFronts - 1) +
    0.6 * view.traits.caution -
    0.6 * fresh
  );
}
