import {
  P,
  TICKS_PER_DAY,
  luckKeyOf,
  oncePer,
  type Condition,
  type InstructOrder,
  type PublicModel,
  type View,
} from '../engine/index.ts';
import { choose } from './choose.ts';
import { estimateAttack } from './forecast.ts';
import { outlookOn, scoreOption } from './score.ts';
import { thinking, type Concern } from './situation.ts';

/** Days for which commanders give a standing order. Assumption: until the next change of orders, a month. */
const DAYS = 30;
/** Weight of the sanction for what another will do, if it comes to it. Assumption: four tenths of one's own deed. */
const ANSWERS_FOR = 0.4;
/** Share of the enemy in reach that a party to throw out intruders is made for, and its least men. Assumption. */
const PARTY_SHARE = 0.5;
const PARTY_MEN = 60;
/** What it is worth to a man to whom honour and initiative are everything that the line does not wait for him. Assumption. */
const PRIDE = 0.2;
/** Share of the party that the least bold allow, and what the boldest add to it. Assumption. */
const LEAST_FORCE = 0.5;
const MORE_FORCE = 1.5;
/** Mean of initiative and honour from which a man makes it a duty. Assumption: above the middle of the range. */
const DUTY_FROM = 0.6;
/** Initiative and caution that make a man hang it on the slightest thing; caution from which two signs are wanted. Assumption. */
const BOLD_FROM = 0.65;
const BOLD_CAUTION = 0.5;
const CAUTIOUS_FROM = 0.6;
/** Share of the worth of answering that is lost while leave is asked for. Assumption: half of it. */
const LOST_BY_ASKING = 0.5;

const NOTHING: readonly InstructOrder[] = [];

/** `[area]` luck key of giving a standing order about it. */
const luckKeysOf = oncePer((model: PublicModel): readonly number[] =>
  model.areas.map(({ id }) => luckKeyOf(`standing:${id}`)),
);

/**
 * Standing orders that an office gives about a place: "when you believe this, do that, without asking". It
 * weighs what an answer on the spot would be worth, as likely as it thinks the case, against its price: the
 * risk of a rise that others set off in its name, and the sanction where the power is not its own.
 * Any office may that has somebody below it who answers for the place and can throw an intruder out.
 */
export function instructionsOf(view: View, concern: Concern): readonly InstructOrder[] {
  const told = thinking(view).guards[concern.area]!;
  if (told.length === 0 || !concern.ours || concern.enemyNear <= 0) return NOTHING;
  if (view.info.echelon === 'capital' || isGiven(view, concern.area)) return NOTHING;
  return instruct(view, concern, told);
}

/** The orders to those told, if he gives them. */
function instruct(view: View, concern: Concern, told: readonly number[]): readonly InstructOrder[] {
  const { area } = concern;
  const skill = thinking(view).ejecting;
  const men = Math.max(PARTY_MEN, Math.round(concern.enemyNear * PARTY_SHARE));
  const eject = scoreOption(view, outlookOn(view, concern), { act: 'eject', skill, area, men });
  const chance = estimateAttack(view, concern, men, 1).chance;
  const p = view.params;
  const gain = p[P['utility.ground']]! * concern.worth * concern.intent * chance * LOST_BY_ASKING;
  const pride = PRIDE * p[P['utility.face']]! * view.traits.honour * view.traits.initiative;
  const price =
    -concern.intent * eject.rise - ANSWERS_FOR * eject.sanction + p[P['standing.effort']]!;
  const key = luckKeysOf(view.model)[area]!;
  const chosen = choose(view, [
    { key: (key ^ 1) >>> 0, utility: 0 },
    { key, utility: gain + pride - price },
  ]);
  if (chosen === 0) return NOTHING;
  return told.map((to) => orderTo(view, to, area, men));
}

/** Whether the office has given one about the place that is still in force. */
function isGiven(view: View, area: number): boolean {
  for (const order of view.standing) {
    if (order.by === view.office && order.area === area) return true;
  }
  return false;
}

function orderTo(view: View, to: number, area: number, men: number): InstructOrder {
  const { initiative, honour } = view.traits;
  return {
    kind: 'instruct',
    office: view.office,
    to,
    act: 'eject',
    area,
    when: triggerOf(view),
    // The bold give leave to go beyond the smallest answer.
    forceMenMax: Math.round(men * (LEAST_FORCE + MORE_FORCE * initiative)),
    duty: (initiative + honour) / 2 > DUTY_FROM,
    untilTick: view.tick + DAYS * TICKS_PER_DAY,
  };
}

/**
 * What sets the order off: for the bold the slightest thing, for others an enemy who holds the place or
 * attacks. Assumption: the bounds of boldness and caution.
 */
function triggerOf(view: View): Condition {
  const { initiative, caution } = view.traits;
  if (initiative > BOLD_FROM && caution < BOLD_CAUTION) {
    return { kind: 'any', of: [{ kind: 'enemy-men', atLeast: 1 }, { kind: 'enemy-holds' }] };
  }
  if (caution < CAUTIOUS_FROM) {
    return {
      kind: 'any',
      of: [{ kind: 'enemy-holds' }, { kind: 'enemy-activity', atLeast: 'firing' }],
    };
  }
  return {
    kind: 'all',
    of: [{ kind: 'enemy-holds' }, { kind: 'enemy-activity', atLeast: 'firing' }],
  };
}
