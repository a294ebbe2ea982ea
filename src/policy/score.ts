import {
  FORCEFUL,
  P,
  SCOPES,
  TICKS_PER_HOUR,
  estimateAssault,
  exp,
  ln,
  logistic,
  type Act,
  type OwnUnit,
  type View,
  LIGHTS,
} from '../engine/index.ts';
import { ATTACKING, DIGGING, FIRING, thinking, type Concern } from './situation.ts';
import { LEAVE, isBound, standingOf, type Standing } from './standing.ts';
import type { Skill } from './skill.ts';
import { freeMen, type Option } from './options.ts';

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

/** The worth that an option would have with leave: without its sanction, and without what a ban costs. */
export function worthWithLeave({ utility, sanction, obedience }: Score): number {
  return utility - sanction - Math.min(0, obedience);
}

/** What all options about one place have in common. */
export interface Outlook {
  readonly concern: Concern;
  /** Chance 0–1 to hold the place by waiting. */
  readonly hold: number;
  /** Rung at which the other side is seen to stand. */
  readonly seen: number;
}

/** The outlook on a place. */
export function outlookOn(view: View, concern: Concern): Outlook {
  return { concern, hold: holdByWaiting(concern), seen: rungSeen(view, concern) };
}

/** What a staff expects of an attack: chance of success, losses as shares of each force. */
export interface Forecast {
  readonly chance: number;
  readonly ownLossShare: number;
  readonly enemyLossShare: number;
}

/**
 * Chance that the office's side holds the place some days hence if nothing is done. Assumption: chances
 * that a staff would name, not frequencies.
 */
export function holdByWaiting(concern: Concern): number {
  if (concern.heldByEnemy) return 0.04;
  if (concern.heldByUs) return holdWith(concern, concern.ownHere);
  return 0.8 - 0.6 * concern.intent;
}

/**
 * The same for a place that is held, with so many men on it. Assumption: the slope makes two to one lose
 * the ground in most cases.
 */
function holdWith(concern: Concern, men: number): number {
  const strength = Math.max(5, men + 0.5 * (concern.ownNear - men));
  const ratio = Math.max(0.05, concern.enemyNear / (strength * (1 + concern.ownTrench)));
  return 1 - concern.intent * logistic(1.4 * ln(ratio) - 0.3);
}

/**
 * Own forces that can be brought against the place, and what the mean-value form says of it. Assumption:
 * what a commander would guess of his own and the enemy when he does not know.
 */
export function estimateAttack(
  view: View,
  concern: Concern,
  men: number,
  preparationHours: number,
): Forecast {
  const { model } = view;
  const light = LIGHTS[view.light]!;
  const competence = view.traits.competence;
  return estimateAssault(view.params, {
    ownMen: men,
    ownGuns: tubesOf(view),
    ownTanks: tanksOf(view),
    enemyMen: Math.max(1, concern.enemyMen),
    enemyTanks: concern.enemyTanks,
    coordination: Math.min(0.9, 0.15 + 0.4 * competence + preparationHours / 60),
    trench: concern.works,
    wire: concern.works * 0.7,
    night: light === 'dark' || light === 'moonlit',
    frontageMetres: frontageOf(view, concern.hex),
    ownTraining: 0.5 + 0.2 * competence,
    enemyTraining: 0.55,
    surprise: concern.activity >= FIRING ? 0 : 0.4,
    terrainElevationMetres: model.ground.elevation[concern.hex]!,
  });
}

/** Arms still on the road do not count in a forecast. */
function isOnMap(view: View, unit: OwnUnit): boolean {
  return unit.location < view.model.grid.count;
}

function tubesOf(view: View): number {
  let guns = 0;
  for (const unit of view.units) if (isOnMap(view, unit)) guns += unit.guns;
  return guns;
}

function tanksOf(view: View): number {
  let tanks = 0;
  for (const unit of view.units) if (isOnMap(view, unit)) tanks += unit.tanks;
  return tanks;
}

/** Metres of front by which the place can be come at: its two widest hexsides on ground one claims. */
function frontageOf(view: View, hex: number): number {
  const { ground, grid } = view.model;
  let first = 0;
  let second = 0;
  for (let direction = 0; direction < 6; direction++) {
    const width = ground.passableMetres[hex * 6 + direction]!;
    const other = grid.neighbours[hex * 6 + direction]!;
    if (other < 0 || ground.owner[view.info.side * grid.count + other] !== view.info.side) continue;
    if (width > first) {
      second = first;
      first = width;
    } else if (width > second) second = width;
  }
  return Math.max(100, first + second);
}

/** Rung at which the other side is seen to stand, from what it does on the place. */
function rungSeen(view: View, concern: Concern): number {
  const rungs = view.model.actRungs;
  if (concern.activity >= ATTACKING || concern.lostLately) return rungs.assault;
  if (concern.activity >= FIRING) return rungs.eject;
  if (concern.activity >= DIGGING || concern.heldByEnemy) return rungs.fortify;
  return 0;
}

/** Weight of a rung that raises the means and leaves the scope as it is. Assumption: half of one that widens. */
const MEANS_ONLY = 0.5;

/** Rungs that an act stands above what the other side is seen to do; fewer where only the means rise. */
function climbOf(view: View, act: Act, seen: number): number {
  const { rungs, actRungs } = view.model;
  const rung = actRungs[act];
  if (rung <= seen) return 0;
  const climb = rung - seen;
  const widens = SCOPES.indexOf(rungs[rung]!.scope) > SCOPES.indexOf(rungs[seen]!.scope);
  return widens ? climb : MEANS_ONLY * climb;
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

const NO_ATTACK: Forecast = { chance: 0, ownLossShare: 0, enemyLossShare: 0 };
const PATROLLING: Forecast = { ...NO_ATTACK, ownLossShare: 0.01 };

/**
 * The worth of an option to the person in the office, on what the office believes. Assumption: ground that
 * is the enemy’s by one’s own line is a fifth as urgent.
 */
export function scoreOption(view: View, outlook: Outlook, option: Option): Score {
  const p = view.params;
  const { concern, hold: waiting, seen } = outlook;
  const { act } = option;
  const { honour, caution } = view.traits;
  const foresight = thinking(view).foresight;
  const forecast = forecastOf(view, concern, option);
  const standing = act === 'wait' ? LEAVE : standingOf(view, option);
  const hold = holdAfter(concern, act, option, waiting, forecast.chance);
  const urgency = concern.ours ? 1 : 0.2;
  const climb = climbOf(view, act, seen) * caution * view.otherFronts * foresight;
  const met = obedienceOf(view, concern, option, standing);
  const rungs = met === ORDERED ? climb * ORDERED_RISE : climb;
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
  const utility =
    ground + face + ownLoss + enemyLoss + rise + sanction + obedience + credit + probe + motion;
  return {
    utility,
    ground,
    face,
    ownLoss,
    enemyLoss,
    rise,
    sanction,
    obedience,
    credit,
    probe,
    motion,
    climb: rungs,
    word: standing.word,
  };
}

function forecastOf(view: View, concern: Concern, option: Option): Forecast {
  const { act } = option;
  if (act === 'patrol') return PATROLLING;
  if (act === 'shoot') return oneShot(view, concern);
  if (act !== 'eject' && act !== 'assault') return NO_ATTACK;
  const men = Math.min(option.men, Math.max(1, attackers(view, concern, option.skill)));
  return soberForecast(view, concern, option, men);
}

/** What one aimed shot does to the party before the office, as a share of it. */
function oneShot(view: View, concern: Concern): Forecast {
  const met = view.meetings.find(({ area }) => area === concern.area);
  const killed = view.params[P['meeting.hitChance']]! / Math.max(1, met?.men ?? 1);
  return { chance: 0, ownLossShare: 0, enemyLossShare: killed };
}

/** How far the other side's intent is in doubt, 0–1. Assumption: the variance of a yes or no, at its largest 1. */
function doubtOf({ intent }: Concern): number {
  return 4 * intent * (1 - intent);
}

/** What an act teaches of the other side's intent: one that asks for an answer most, on ground that matters. */
function learntBy(concern: Concern, act: Act): number {
  return act === 'provoke' ? doubtOf(concern) * concern.worth : 0;
}

/** How much an act shows of its author. To unmask an intent shows something only while it is in doubt. */
function displayOf(concern: Concern, { act, display }: Skill): number {
  return act === 'provoke' || act === 'shoot' ? display * doubtOf(concern) : display;
}

/** Men up to whom diggers are a party that one can go up to and ask. Assumption: two squads. */
const ASKED_MEN = 20;

/** Chance of holding won by a patrol: by being seen there, and more by asking those who dig. Assumption. */
function patrolGain(concern: Concern): number {
  const digging = concern.activity === DIGGING && concern.ours;
  return digging && concern.enemyMen < ASKED_MEN ? 0.2 : 0.08;
}

/** Share of the estimate that a failed attack of the last days leaves standing. Assumption. */
const AFTER_FAILURE = 0.5;

/** The mean-value forecast, halved where an attack has just failed unless the men wanted now, twice as many, are at hand. */
function soberForecast(view: View, concern: Concern, option: Option, men: number): Forecast {
  const forecast = estimateAttack(view, concern, men, option.act === 'eject' ? 2 : 8);
  if (!concern.failedLately || men >= option.men) return forecast;
  return { ...forecast, chance: forecast.chance * AFTER_FAILURE };
}

/** Men the office could bring: its own free ones, or those of its side within reach if it would order others. */
export function attackers(view: View, concern: Concern, skill: Skill): number {
  const free = freeMen(view, skill, concern);
  return free > 0 ? free : concern.ownNear;
}

/** Assumption: how much each act raises the chance of holding, as a staff would put it. */
function holdAfter(
  concern: Concern,
  act: Act,
  option: Option,
  waiting: number,
  chance: number,
): number {
  const intent = concern.intent;
  switch (act) {
    case 'post':
      return 0.95 - 0.3 * intent;
    case 'fortify':
      return waiting + (0.12 + 0.35 * intent) * (1 - concern.ownTrench);
    case 'patrol':
      return waiting + patrolGain(concern);
    case 'reinforce': {
      const more = concern.heldByEnemy ? waiting : holdWith(concern, concern.ownHere + option.men);
      return Math.max(waiting, more);
    }
    case 'eject':
      return waiting + chance * (0.5 - waiting);
    case 'assault':
      return waiting + chance * (0.95 - 0.25 * intent - waiting);
    case 'bombard':
    case 'strike':
      return waiting + 0.2;
    case 'concentrate':
      return waiting + (0.95 - waiting) * (0.05 + 0.6 * intent);
    case 'alert':
      return waiting + (0.9 - waiting) * 0.25 * intent;
    case 'demand':
      return waiting + 0.12;
    case 'propose':
      return waiting + 0.05;
    case 'withdraw':
      return 0.02;
    default:
      return waiting;
  }
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
      return 0.12 * provoked;
    case 'bombard':
    case 'strike':
      return 0.15 * provoked + 0.1 * beaten;
    case 'withdraw':
      return -0.8;
    case 'propose':
      return -0.15 - 0.25 * provoked;
    default:
      return 0;
  }
}

/**
 * Expected sanction 0–1 for doing it: nothing with leave or on an order, more without, most against a ban.
 * Assumption: the fearful expect punishment, the bold discount it; no word is two thirds as bad as a ban.
 */
function sanctionOf(
  view: View,
  concern: Concern,
  option: Option,
  standing: Standing,
  chance: number,
): number {
  const { fear, initiative } = view.traits;
  if (option.act === 'wait') {
    for (const charge of view.charges) if (charge.area === option.area) return 0.25 + 0.5 * fear;
    return isBound(view, option.area) ? DUTY * (0.25 + 0.5 * fear) : 0;
  }
  for (const charge of view.charges) {
    if (charge.act === option.act && charge.area === option.area) return 0;
  }
  const severity = severityOf(view, concern, standing);
  if (severity <= 0) return 0;
  const side = view.model.sides[view.info.side]!;
  const caught =
    side.sanctionOnFailure + (side.sanctionOnSuccess - side.sanctionOnFailure) * chance;
  return severity * caught * (0.35 + 0.9 * fear) * (1.25 - 0.75 * initiative);
}

/**
 * How grave a step is that went wrong, 0–1: nothing with a paper; where the office needs none, something to
 * one who fears for himself and would rather have one.
 */
function severityOf(view: View, concern: Concern, standing: Standing): number {
  if (standing.word === 'ban') return 1 - newIncident(view, concern, standing.tick);
  if (standing.word === 'none') return 0.65;
  const bare = standing === LEAVE && view.info.superiors.length > 0;
  return bare ? view.params[PAPER]! * view.traits.fear : 0;
}

const PAPER = P['decision.paper'];

/** Hours in which an act of the other side loses its newness. Assumption. */
const NEWNESS_HOURS = 36;

/**
 * Plausibility 0–1 of "this is a new incident, the ban does not speak of it": the other side must have
 * done something new there after the ban, the newer the better, and the man must be one to argue so.
 * Assumption: the plea weighs 0.85 for the boldest.
 */
function newIncident(view: View, concern: Concern, banTick: number): number {
  const since = view.enemySince[concern.area]!;
  if (since <= banTick) return 0;
  const hours = (view.tick - since) / TICKS_PER_HOUR;
  return 0.85 * view.traits.initiative * exp(-hours / NEWNESS_HOURS);
}

/** Order met by doing what a standing order makes a duty. Assumption: it binds less than an order of the day. */
const DUTY = 0.6;
/** Orders met by doing what was ordered. */
const ORDERED = 1;
/**
 * Share of the risk of escalation that weighs on one who was ordered. Assumption: a quarter; he who gave the
 * order has answered for it.
 */
const ORDERED_RISE = 0.25;

/** Days in which the force of a ban fades to its lasting part. Assumption: an order of last week binds more. */
const BAN_DAYS = 10;

/**
 * Orders met: 1 for what was ordered; less than nothing for what was forbidden, the more so the fresher
 * the ban and the less the case can be called a new one; and a little for acting with no word at all.
 * Assumption: an order pulls strongly, a ban pushes for some days, silence a little.
 */
function obedienceOf(view: View, concern: Concern, option: Option, standing: Standing): number {
  for (const charge of view.charges) {
    if (charge.act === option.act && charge.area === option.area) return ORDERED;
    // Who has nobody on the spot begins to carry out an attack order by bringing men there.
    const gathers = option.act === 'concentrate' && FORCEFUL.includes(charge.act);
    if (gathers && charge.area === concern.area && concern.ownNear < charge.men) return 0.8;
  }
  if (option.act === 'wait') return 0;
  if (standing.order?.duty === true) return DUTY;
  if (standing.word === 'leave') return 0;
  if (standing.word === 'none') return -0.4;
  const days = (view.tick - standing.tick) / (24 * TICKS_PER_HOUR);
  const force = 0.45 + 0.5 * exp(-days / BAN_DAYS);
  return -force * (1 - newIncident(view, concern, standing.tick));
}
