import {
  P,
  type Act,
  type Authority,
  type Charge,
  type Order,
  type View,
} from '../engine/index.ts';
import { REFUSAL_TICKS, answerMail, hasQuestions, passAnswersDown } from './answer.ts';
import { beliefOf, partsOf, type DecisionLog, type DecisionRecord } from './decision-record.ts';
import { faultsOf } from './faults.ts';
import { hourFor } from './h-hour.ts';
import { appealsOf } from './appeals.ts';
import { speakAbroad } from './abroad.ts';
import { callsOf } from './calls.ts';
import { assertsConsent } from './consent.ts';
import { choose, keyOfAsking, keyOfOption } from './choose.ts';
import {
  addOption,
  bindMen,
  canObey,
  freeMen,
  optionsFor,
  type Option,
  type OptionList,
} from './options.ts';
import { instructionsOf } from './instruct.ts';
import {
  blankScore,
  outlookOn,
  worthWithLeave,
  writeScore,
  type OutlookDraft,
  type Score,
  type ScoreDraft,
} from './score.ts';
import { beginThought, concernAt, concernsOf, skillOf, type Concern } from './situation.ts';
import type { Executor } from './skill.ts';
import { parleysOf } from './parley.ts';
import { standingOf } from './standing.ts';
import { reportsOf } from './reports.ts';

/**
 * What an office does when no person sits in it: one mechanism for every office of both sides. Reads
 * its own view and nothing else; the same view gives the same orders.
 * @param log receives why it decided as it did about each place.
 */
export function decide(view: View, log?: DecisionLog): Order[] {
  beginThought(view);
  const orders = answersOf(view);
  for (const charge of view.charges) {
    if (leadingCharge(view, charge.area) !== charge) continue;
    consider(view, concernAt(view, charge.area), charge, orders, log);
  }
  for (const concern of concernsOf(view)) {
    if (concern === undefined) break;
    if (leadingCharge(view, concern.area) !== undefined) continue;
    consider(view, concern, undefined, orders, log);
    for (const order of instructionsOf(view, concern)) orders.push(order);
  }
  for (const order of appealsOf(view)) orders.push(order);
  for (const order of callsOf(view)) orders.push(order);
  for (const order of parleysOf(view)) orders.push(order);
  for (const order of faultsOf(view)) orders.push(order);
  if (!view.untold) return orders;
  // News that came within the gap is told when the gap is over.
  for (const report of reportsOf(view, orders)) orders.push(report);
  return orders;
}

function answersOf(view: View): Order[] {
  if (!hasQuestions(view)) return [];
  const passed = passAnswersDown(view);
  return [...passed, ...answerMail(view, passed)];
}

/** The order in hand about a place by which it is thought about: the newest of those it can put hands to. */
function leadingCharge(view: View, area: number): Charge | undefined {
  for (let i = view.charges.length - 1; i >= 0; i--) {
    const charge = view.charges[i]!;
    if (charge.area !== area) continue;
    if (canObey(view, charge, concernAt(view, area))) return charge;
  }
  return undefined;
}

interface Choice {
  key: number;
  utility: number;
  option: Option;
  score: Score;
  ask: boolean;
}

/** Options of the place now thought about, their scores, and what there is to choose from. Scratch: written over at the next place. */
const options: OptionList = { count: 0, list: [] };
let outlook: OutlookDraft | undefined;
const scores: ScoreDraft[] = [];
const choices: Choice[] = [];

/** Weighs everything the office could do about one place, and orders what it likes best. */
function consider(
  view: View,
  concern: Concern,
  charge: Charge | undefined,
  orders: Order[],
  log: DecisionLog | undefined,
): void {
  optionsFor(view, concern, orders, options);
  if (charge !== undefined) addOrdered(view, charge);
  // Who can only wait need not think about it.
  if (options.count === 1) return;
  const count = weigh(view, concern);
  const at = choose(view, choices, count);
  const chosen = choices[at]!;
  if (log !== undefined) log(recordOf(view, concern, charge, choices.slice(0, count), at));
  if (chosen.option.act === 'wait') return;
  if (chosen.ask) orders.push(askFor(view, chosen.option, false, gainOf(chosen, choices[0]!)));
  else for (const order of carryOut(view, chosen, charge)) orders.push(order);
}

/** What a deed would be worth with leave over waiting, which comes first of the choices. */
function gainOf({ score }: Choice, waiting: Choice): number {
  return worthWithLeave(score) - waiting.score.utility;
}

function recordOf(
  view: View,
  concern: Concern,
  charge: Charge | undefined,
  weighed: readonly Choice[],
  chosen: number,
): DecisionRecord {
  const { option, ask } = weighed[chosen]!;
  const waits = ask || option.act === 'wait';
  return {
    ...beliefOf(view, concern),
    options: weighed.map((choice) => ({
      act: choice.option.act,
      ask: choice.ask,
      men: choice.option.men,
      utility: choice.utility,
      word: choice.score.word,
      parts: partsOf(choice.score),
    })),
    chosen,
    authority: waits ? '' : authorityOf(view, option, charge),
  };
}

/** What has been ordered is thought about even where the office would not have come to it itself, with the men named. */
function addOrdered(view: View, { act, area, men }: Charge): void {
  for (let i = 0; i < options.count; i++) {
    const option = options.list[i]!;
    if (option.act !== act) continue;
    if (men > 0) option.men = men;
    return;
  }
  addOption(options, skillOf(view, act), area, men);
}

/**
 * Every option with its worth, and beside it, where that makes sense, asking for leave to do it.
 * @returns how many choices there are.
 */
function weigh(view: View, concern: Concern): number {
  outlook = outlookOn(view, concern, outlook);
  let waiting = 0;
  let count = 0;
  for (let i = 0; i < options.count; i++) {
    const option = options.list[i]!;
    const score = writeScore((scores[i] ??= blankScore()), view, outlook, option);
    const key = keyOfOption(view.model, option.skill.code, option.area);
    const leave = score.word === 'leave';
    const cost = leave ? 0 : view.params[UNBIDDEN_COST]!;
    writeChoice(count++, key, score.utility - cost, option, score, false);
    // Waiting comes first, and nobody asks for leave to wait.
    if (option.act === 'wait') waiting = score.utility;
    else if (!leave && !option.skill.fleeting) {
      const free = worthWithLeave(score);
      // Nobody asks for leave to do what he would not do with it.
      if (free <= waiting || !mayAsk(view, option)) continue;
      const utility = valueOfAsking(view, concern, free, waiting);
      writeChoice(count++, keyOfAsking(key), utility, option, score, true);
    }
  }
  return count;
}

function writeChoice(
  place: number,
  key: number,
  utility: number,
  option: Option,
  score: Score,
  ask: boolean,
): void {
  const known = choices[place];
  if (known === undefined) {
    choices[place] = { key, utility, option, score, ask };
    return;
  }
  known.key = key;
  known.utility = utility;
  known.option = option;
  known.score = score;
  known.ask = ask;
}

/** Whether there is somebody to ask for leave, no question about it is pending, and none was refused lately. */
function mayAsk(view: View, option: Option): boolean {
  if (view.info.superiors.length === 0) return false;
  for (const { act, area } of view.pending) {
    if (act === option.act && area === option.area) return false;
  }
  for (const { kind, act, area, sentTick } of view.inbox) {
    if (kind !== 'refusal' || act !== option.act || area !== option.area) continue;
    if (view.tick - sentTick < REFUSAL_TICKS) return false;
  }
  return true;
}

const DELAY_COST = P['request.delayCost'];
const UNBIDDEN_COST = P['rule.unbiddenCost'];

/**
 * The act's worth with leave, times the believed chance of leave, less what waiting costs. Assumption: leave
 * comes in less than half of the cases, after a refusal in one of seven, sooner when harm is expected;
 * asking costs little and comforts the fearful.
 */
function valueOfAsking(view: View, concern: Concern, free: number, waiting: number): number {
  const chance = (wasRefused(view, concern.area) ? 0.15 : 0.45) * (0.6 + 0.8 * concern.intent);
  const cost = view.params[DELAY_COST]! * (free - waiting);
  const comfort = 0.05 * view.traits.fear;
  return chance * free + (1 - chance) * waiting - cost * 0.5 + comfort - 0.02;
}

function wasRefused({ inbox }: View, area: number): boolean {
  for (const message of inbox) if (message.kind === 'refusal' && message.area === area) return true;
  return false;
}

/** @param gain worth of the deed with leave over its worth left undone. */
function askFor(view: View, option: Option, afterTheDeed: boolean, gain: number): Order {
  const to = view.info.superiors[0]!;
  const { act, area } = option;
  return {
    kind: 'request',
    office: view.office,
    to,
    act,
    area,
    men: option.men,
    afterTheDeed,
    passesUp: -1,
    terms: '',
    asserts: !afterTheDeed && assertsConsent(view, to, act, area, gain),
  };
}

/**
 * Turns a choice into orders: to own units, to subordinates, or to the other side's ministry. Assumption:
 * six tenths of the men named, and a platoon, are the order carried out.
 */
function carryOut(view: View, choice: Choice, charge: Charge | undefined): Order[] {
  const { option } = choice;
  const { act, area, men } = option;
  const { office } = view;
  const authority = authorityOf(view, option, charge);
  const hHourTick = hourFor(view, option, charge);
  const plan = planFor(view, option, charge);
  if (act === 'demand' || act === 'propose') {
    return speakAbroad(view, option, choice.score, authority);
  }
  const orders: Order[] = [];
  const free = freeMen(view, option.skill, concernAt(view, area));
  const executors = executorsOf(view, option);
  const together = TOGETHER.includes(act);
  const enough = free >= Math.min(men, 0.6 * men + 20);
  const alone = executors.length === 0 || (enough && !together);
  if (alone || (together && free > 0)) {
    orders.push({ kind: 'act', office, act, area, men, hHourTick, authority, plan });
    if (act === 'assault' || act === 'eject') bindMen(view, Math.min(men, free));
  }
  if (!alone) {
    let total = 0;
    for (const executor of executors) total += executor.men;
    for (const { office: to, men: onPaper } of executors) {
      const share = Math.max(1, Math.round((men * onPaper) / Math.max(1, total)));
      orders.push({
        kind: 'direct',
        office,
        to,
        act,
        area,
        men: share,
        hHourTick,
        authority,
        plan,
      });
    }
  }
  const unbidden = authority === 'initiative' || authority === 'against-ban';
  if (orders.length > 0 && unbidden && mayAsk(view, option)) {
    orders.push(askFor(view, option, true, 0));
  }
  return orders;
}

function authorityOf(view: View, option: Option, charge: Charge | undefined): Authority {
  if (charge?.act === option.act) return 'order';
  const standing = standingOf(view, option);
  if (standing.order !== undefined) return 'standing-order';
  if (standing.word === 'ban') return 'against-ban';
  if (standing.word === 'none') return 'initiative';
  return hasLeave(view, option.act) ? 'grant' : 'own';
}

/** Whether anybody else has ever given the office leave for the act. */
function hasLeave({ grants, office }: View, act: Act): boolean {
  for (const grant of grants) {
    if (grant.kind === 'grant' && grant.act === act && grant.by !== office) return true;
  }
  return false;
}

/** Acts of the whole command: it gathers, stands to, leaves a place. Other things are done by one's own men where they suffice. */
const TOGETHER: readonly Act[] = ['concentrate', 'alert', 'withdraw'];
/** Acts for which a staff reaches beyond those who answer for the place. */
const LARGE: readonly Act[] = ['assault', 'bombard', 'strike', 'reinforce', ...TOGETHER];
/** Acts of which everybody below is told, however many they are. */
const ALL: readonly Act[] = ['alert', 'withdraw'];

/**
 * Subordinates who are told to do it: one for a small thing, the one who answers for the place and has
 * the men; as many as it takes for a large one, all under one plan. Ties by index.
 */
function executorsOf(view: View, option: Option): Executor[] {
  const chosen: Executor[] = [];
  chooseAmong(view, option, true, chosen);
  // Small things go to those who answer for the place, if anybody does.
  const small = !LARGE.includes(option.act) && chosen.length > 0;
  if (!small) chooseAmong(view, option, false, chosen);
  return chosen;
}

/** Adds those who can do it, the larger first, until there are enough: of those who answer for the place, or of the others. */
function chooseAmong(view: View, option: Option, charged: boolean, chosen: Executor[]): void {
  let total = 0;
  for (const { men } of chosen) total += men;
  for (const candidate of option.skill.bySize) {
    const { charge } = view.model.offices[candidate.office]!;
    if (charge.includes(option.area) !== charged) continue;
    // A subordinate can put about half of its paper strength into one attack.
    const enough = chosen.length > 0 && total * 0.5 >= option.men;
    if (enough && !ALL.includes(option.act)) return;
    chosen.push(candidate);
    total += candidate.men;
  }
}

function planFor(view: View, option: Option, charge: Charge | undefined): string {
  if (charge !== undefined && charge.plan !== '') return charge.plan;
  return option.act === 'assault' ? `${view.info.id}@${String(view.tick)}` : '';
}
