import {
  BATTLE_MEN,
  P,
  SCOPES,
  battleRungOf,
  codeOf,
  oncePer,
  type Act,
  type PublicModel,
  type View,
} from '../engine/index.ts';
import { ATTACKING, DIGGING, FIRING, doubtOf, thinking, type Concern } from './situation.ts';
import { LEAVE, standingOf, type Standing } from './standing.ts';
import type { Skill } from './skill.ts';
import type { Option } from './options.ts';
import { forecastOf, holdAfter, holdByWaiting } from './forecast.ts';
import { LEAVE_RISE, ORDERED, ORDERED_RISE, obedienceOf, sanctionOf } from './obedience.ts';

/** The parts of an option's worth, in units of utility: what the office gains (+) and pays (−). */
export interface Worth {
  readonly ground: number;
  readonly face: number;
  readonly ownLoss: number;
  readonly enemyLoss: number;
  readonly rise: number;
  readonly sanction: number;
  readonly obedience: number;
  readonly credit: number;
  readonly probe: number;
  /**
   * The trouble of setting something in motion (above 0 for waiting, which saves it). Who is asked for leave
   * is in motion already, and the trouble is another's.
   */
  readonly motion: number;
}

/** The worth of an option: its parts, and what they add up to. */
export interface Score extends Worth {
  readonly utility: number;
  /** Rungs climbed, weighed by the caution of the person. */
  readonly climb: number;
  /** How the office stands to the act by what it knows. */
  readonly word: Standing['word'];
}

/**
 * The worth that an option without leave would have with it: without its sanction, without what a ban costs, and with
 * the risk of a rise shared.
 */
export function worthWithLeave({ utility, sanction, obedience, rise }: Score): number {
  return utility - sanction - Math.min(0, obedience) - (1 - LEAVE_RISE) * rise;
}

/** What all options about one place have in common. */
export interface Outlook {
  readonly concern: Concern;
  /** Chance 0–1 to hold the place by waiting. */
  readonly hold: number;
  /** Rung at which the other side is seen to stand. */
  readonly seen: number;
}

/** An outlook to be written over by one on another place. */
export type OutlookDraft = { -readonly [K in keyof Outlook]: Outlook[K] };

/**
 * The outlook on a place.
 * @param outlook where to write it.
 */
export function outlookOn(
  view: View,
  concern: Concern,
  outlook: OutlookDraft = { concern, hold: 0, seen: 0 },
): OutlookDraft {
  outlook.concern = concern;
  outlook.hold = holdByWaiting(concern);
  outlook.seen = rungSeen(view, concern);
  return outlook;
}

/** Rung at which the other side is seen to stand, from what it does on the place. */
function rungSeen(view: View, concern: Concern): number {
  const rungs = view.model.actRungs;
  if (concern.activity >= ATTACKING || concern.lostLately) return rungs.assault;
  if (concern.activity >= FIRING) return rungs.eject;
  if (concern.activity >= DIGGING || concern.heldByEnemy) return rungs.fortify;
  return 0;
}

/**
 * Acts that commit the whole side: a step up from the fight as a whole, not from what is seen on one place. Assumption:
 * who decides on them looks at the battle, not at the hill.
 */
const OF_THE_SIDE: readonly Act[] = ['mobilise', 'cross-line'];

/** Rung from which such a step is measured: the other side's own decree of mobilisation, or the battle that goes on. */
function rungOfBattle({ model, enemyMobilised }: View, concern: Concern): number {
  if (enemyMobilised) return model.actRungs.mobilise;
  const battle = concern.activity >= FIRING && concern.enemyNear >= BATTLE_MEN;
  return battle ? battleRungOf(model) : 0;
}

/** Weight of a rung that raises the means and leaves the scope as it is. Assumption: half of one that widens. */
const MEANS_ONLY = 0.5;

/** `[rung * rungs + seen]` rungs that an act stands above what the other side is seen to do; fewer where only the means rise. */
const climbsOf = oncePer(({ rungs }: PublicModel): Float64Array => {
  const scopes = rungs.map(({ scope }) => codeOf(SCOPES, scope));
  return Float64Array.from({ length: rungs.length * rungs.length }, (_, cell) => {
    const seen = cell % rungs.length;
    const rung = (cell - seen) / rungs.length;
    if (rung <= seen) return 0;
    const widens = scopes[rung]! > scopes[seen]!;
    return widens ? rung - seen : MEANS_ONLY * (rung - seen);
  });
});

function climbOf({ model }: View, rung: number, seen: number): number {
  return climbsOf(model)[rung * model.rungs.length + seen]!;
}

/** Chance that a fight begins anew where both sides stand close after a truce. Assumption: as likely as not. */
const STANDOFF_CHANCE = 0.5;

/** Part of that chance that is left once both have gone back from each other. Assumption: half, they quarrelled on (E116). */
const STANDOFF_APART = 0.5;

/**
 * Rungs that are saved by leaving a place where one's men lie close to the other side's after a truce: a shot there
 * would begin the fight anew. Source: events E111 and E116, lines five metres apart and a quarrel over a hundred; Assumption for the chance.
 */
export function standoffOf(
  { model, surveyTick }: View,
  { area, ceased, enemyNear, ownNear }: Concern,
): number {
  if (!ceased || enemyNear <= 0) return 0;
  const facing = enemyNear / (enemyNear + ownNear);
  const chance = STANDOFF_CHANCE * (surveyTick[area]! >= 0 ? STANDOFF_APART : 1);
  return chance * facing * model.actRungs.assault;
}

/** Places in the list of parameters of the weights of an option's worth. */
const WEIGHT = {
  ground: P['utility.ground'],
  face: P['utility.face'],
  ownLoss: P['utility.ownLoss'],
  enemyLoss: P['utility.enemyLoss'],
  rise: P['utility.rise'],
  sanction: P['utility.sanction'],
  obedience: P['utility.obedience'],
  inertia: P['decision.inertia'],
  effort: P['utility.effort'],
  credit: P['utility.credit'],
  probe: P['utility.probe'],
} as const;

/**
 * The worth of an option to the person in the office, on what the office believes. Assumption: ground that
 * is the enemy’s by one’s own line is a fifth as urgent.
 */
export function scoreOption(view: View, outlook: Outlook, option: Option): Score {
  return writeScore(blankScore(), view, outlook, option);
}

/** A score to be written by `writeScore`. */
export type ScoreDraft = { -readonly [K in keyof Score]: Score[K] };

/** A score that nothing has been written into. */
export function blankScore(): ScoreDraft {
  return {
    utility: 0,
    ground: 0,
    face: 0,
    ownLoss: 0,
    enemyLoss: 0,
    rise: 0,
    sanction: 0,
    obedience: 0,
    credit: 0,
    probe: 0,
    motion: 0,
    climb: 0,
    word: 'leave',
  };
}

/** The worth of an option as `scoreOption` finds it, written over an earlier one. */
export function writeScore(
  score: ScoreDraft,
  view: View,
  outlook: Outlook,
  option: Option,
): ScoreDraft {
  const p = view.params;
  const { concern, hold: waiting, seen } = outlook;
  const { act } = option;
  const { honour, caution } = view.traits;
  const foresight = thinking(view).foresight;
  const forecast = forecastOf(view, concern, option);
  const standing = act === 'wait' ? LEAVE : standingOf(view, option);
  const hold = holdAfter(concern, act, option, waiting, forecast.chance);
  const urgency = concern.ours ? 1 : 0.2;
  const from = OF_THE_SIDE.includes(act) ? Math.max(seen, rungOfBattle(view, concern)) : seen;
  const stands =
    act === 'withdraw' ? -standoffOf(view, concern) : climbOf(view, option.skill.rung, from);
  const climb = stands * caution * view.otherFronts * foresight;
  const met = obedienceOf(view, concern, option, standing);
  const rungs = climb * shareOfRise(standing, met);
  const ground = p[WEIGHT.ground]! * (concern.worth * urgency * (hold - waiting));
  const face = p[WEIGHT.face]! * (honour * faceOf(concern, act, forecast.chance));
  const ownLoss = -p[WEIGHT.ownLoss]! * forecast.ownLossShare;
  const enemyLoss = p[WEIGHT.enemyLoss]! * forecast.enemyLossShare;
  const rise = -p[WEIGHT.rise]! * rungs;
  const sanction =
    -p[WEIGHT.sanction]! * sanctionOf(view, concern, option, standing, forecast.chance);
  const obedience = p[WEIGHT.obedience]! * met;
  const credit = p[WEIGHT.credit]! * view.info.credit * displayOf(concern, option.skill);
  const probe = p[WEIGHT.probe]! * learntBy(concern, act);
  const motion =
    act === 'wait' ? p[WEIGHT.inertia]! * foresight : -option.skill.effort * p[WEIGHT.effort]!;
  score.utility =
    ground + face + ownLoss + enemyLoss + rise + sanction + obedience + credit + probe + motion;
  score.ground = ground;
  score.face = face;
  score.ownLoss = ownLoss;
  score.enemyLoss = enemyLoss;
  score.rise = rise;
  score.sanction = sanction;
  score.obedience = obedience;
  score.credit = credit;
  score.probe = probe;
  score.motion = motion;
  score.climb = rungs;
  score.word = standing.word;
  return score;
}

/** Share of the risk of escalation that weighs on the one who acts: the rest is on who ordered it or gave leave. */
function shareOfRise(standing: Standing, met: number): number {
  if (met === ORDERED) return ORDERED_RISE;
  return standing.isShared === true ? LEAVE_RISE : 1;
}

/**
 * Shares of what there is to learn of the other side's intent. Assumption: an act that asks for an answer teaches all of
 * it. Officers who look see what stands there and not what it is meant for, a quarter; where their own side has men they
 * also learn on whose ground, and so whether the other side has cause to complain: as much as an answer.
 */
const ANSWER_TEACHES = 1;
const LOOK_TEACHES = 0.25;

/** What an act teaches of the other side's intent, the more the more the ground is worth. */
function learntBy(concern: Concern, act: Act): number {
  if (act !== 'provoke' && act !== 'inquire') return 0;
  const { worth, heldByUs, ownHere } = concern;
  const answered = act === 'provoke' || heldByUs || ownHere > 0 ? ANSWER_TEACHES : 0;
  const looked = act === 'inquire' ? LOOK_TEACHES : 0;
  return (answered + looked) * doubtOf(concern) * worth;
}

/** How much an act shows of its author. To unmask an intent shows something only while it is in doubt. */
function displayOf(concern: Concern, { act, display }: Skill): number {
  return act === 'provoke' || act === 'shoot' ? display * doubtOf(concern) : display;
}

/**
 * Honour gained or lost, −1 to 1, for a person to whom honour is everything. Assumption: what each act
 * does to honour after a provocation and a loss, in the order of shame and pride.
 */
function faceOf(concern: Concern, act: Act, chance: number): number {
  const provoked = concern.ours && (concern.heldByEnemy || concern.activity >= FIRING) ? 1 : 0;
  const beaten = concern.lostLately ? 0.5 : 0;
  switch (act) {
    case 'wait':
      return -0.3 * provoked - 0.3 * beaten;
    case 'eject':
    case 'assault':
      return (0.3 * provoked + 0.3 * beaten) * (2 * chance - 0.6);
    case 'demand':
    case 'concentrate':
    case 'reinforce':
    case 'cross-line':
      return 0.12 * provoked;
    case 'bombard':
    case 'strike':
      return 0.15 * provoked + 0.1 * beaten;
    case 'withdraw':
      return concern.ceased ? -0.2 : -0.8;
    case 'propose':
      return -0.15 - 0.25 * provoked;
    default:
      return 0;
  }
}
