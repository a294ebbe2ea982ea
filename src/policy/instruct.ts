import {
  P,
  TICKS_PER_DAY,
  luckKeyOf,
  type Condition,
  type InstructOrder,
  type View,
} from '../engine/index.ts';
import { choose } from './choose.ts';
import { estimateAttack, outlookOn, scoreOption } from './score.ts';
import { skillOf, type Concern } from './situation.ts';

/** Days for which commanders give a standing order. Assumption: until the next change of orders, a month. */
const DAYS = 30;
/** Weight of the sanction for what another will do, if it comes to it. Assumption: four tenths of one's own deed. */
const ANSWERS_FOR = 0.4;
/** Share of the worth of answering that is lost while leave is asked for. Assumption: half of it. */
const LOST_BY_ASKING = 0.5;

/**
 * Standing orders that an office gives about a place: "when you believe this, do that, without asking". It
 * weighs what an answer on the spot would be worth, as likely as it thinks the case, against its price: the
 * risk of a rise that others set off in its name, and the sanction where the power is not its own.
 * Any office may that has somebody below it to throw an intruder out.
 */
export function instructionsOf(view: View, concern: Concern): InstructOrder[] {
  const { area } = concern;
  const skill = skillOf(view, 'eject');
  if (skill.executors.length === 0 || view.info.echelon === 'capital') return [];
  if (!concern.ours || concern.enemyNear <= 0 || isGiven(view, area)) return [];
  const men = Math.max(60, Math.round(concern.enemyNear / 2));
  const eject = scoreOption(view, outlookOn(view, concern), { act: 'eject', skill, area, men });
  const chance = estimateAttack(view, concern, men, 1).chance;
  const p = view.params;
  const gain = p[P['utility.ground']]! * concern.worth * concern.intent * chance * LOST_BY_ASKING;
  const pride = 0.2 * p[P['utility.face']]! * view.traits.honour * view.traits.initiative;
  const price =
    -concern.intent * eject.rise - ANSWERS_FOR * eject.sanction + p[P['standing.effort']]!;
  const key = luckKeyOf(`standing:${view.model.areas[area]!.id}`);
  const chosen = choose(view, [
    { key: (key ^ 1) >>> 0, utility: 0 },
    { key, utility: gain + pride - price },
  ]);
  if (chosen === 0) return [];
  return skill.executors
    .filter((to) => answersFor(view, to, area))
    .map((to) => orderTo(view, to, area, men));
}

function answersFor(view: View, office: number, area: number): boolean {
  return view.model.offices[office]!.charge.includes(area);
}

/** Whether the office has given one about the place that is still in force. */
function isGiven(view: View, area: number): boolean {
  return view.standing.some((order) => order.by === view.office && order.area === area);
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
    forceMenMax: Math.round(men * (0.5 + 1.5 * initiative)),
    duty: (initiative + honour) / 2 > 0.6,
    untilTick: view.tick + DAYS * TICKS_PER_DAY,
  };
}

/**
 * What sets the order off: for the bold the slightest thing, for others an enemy who holds the place or
 * attacks. Assumption: the bounds of boldness and caution.
 */
function triggerOf(view: View): Condition {
  const { initiative, caution } = view.traits;
  if (initiative > 0.65 && caution < 0.5) {
    return { kind: 'any', of: [{ kind: 'enemy-men', atLeast: 1 }, { kind: 'enemy-holds' }] };
  }
  if (caution < 0.6) {
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
