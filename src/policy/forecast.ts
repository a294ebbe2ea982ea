import {
  LIGHTS,
  P,
  estimateAssault,
  ln,
  logistic,
  oncePer,
  type Act,
  type AssaultInput,
  type PublicModel,
  type View,
} from '../engine/index.ts';
import { DIGGING, FIRING, sittingOf, type Concern } from './situation.ts';
import type { Skill } from './skill.ts';
import { freeMen, type Option } from './options.ts';

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

/** The attack now estimated. Scratch. */
const attack: { -readonly [K in keyof AssaultInput]: AssaultInput[K] } = {
  ownMen: 0,
  ownGuns: 0,
  ownTanks: 0,
  enemyMen: 0,
  enemyTanks: 0,
  coordination: 0,
  trench: 0,
  wire: 0,
  night: false,
  frontageMetres: 0,
  ownTraining: 0,
  enemyTraining: 0.55,
  surprise: 0,
  terrainElevationMetres: 0,
};

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
  const arms = armsOf(view);
  const competence = view.traits.competence;
  attack.ownMen = men;
  attack.ownGuns = arms.guns;
  attack.ownTanks = arms.tanks;
  attack.enemyMen = Math.max(1, concern.enemyMen);
  attack.enemyTanks = concern.enemyTanks;
  attack.coordination = Math.min(0.9, 0.15 + 0.4 * competence + preparationHours / 60);
  attack.trench = concern.works;
  attack.wire = concern.works * 0.7;
  attack.night = light === 'dark' || light === 'moonlit';
  attack.frontageMetres = frontagesOf(model)[view.info.side * model.areas.length + concern.area]!;
  attack.ownTraining = 0.5 + 0.2 * competence;
  attack.surprise = concern.activity >= FIRING ? 0 : 0.4;
  attack.terrainElevationMetres = model.ground.elevation[concern.hex]!;
  return estimateAssault(view.params, attack);
}

/** Guns and tanks of the office, and the decision in which they were counted. Scratch. */
const counted = { guns: 0, tanks: 0, sitting: 0 };

/** Arms of the office on the battlefield: those still on the road do not count in a forecast. */
function armsOf(view: View): { readonly guns: number; readonly tanks: number } {
  const sitting = sittingOf(view);
  if (counted.sitting === sitting) return counted;
  counted.sitting = sitting;
  counted.guns = 0;
  counted.tanks = 0;
  for (const { location, guns, tanks } of view.units) {
    if (location >= view.model.grid.count) continue;
    counted.guns += guns;
    counted.tanks += tanks;
  }
  return counted;
}

/** `[side * areas + area]` metres of front by which each side can come at the place. */
const frontagesOf = oncePer((model: PublicModel): Float64Array => {
  const count = model.areas.length;
  return Float64Array.from({ length: model.sides.length * count }, (_, cell) =>
    frontageOf(model, Math.floor(cell / count), model.areas[cell % count]!.hex),
  );
});

/** The two widest hexsides of a hex to ground that the side claims. */
function frontageOf({ ground, grid }: PublicModel, side: number, hex: number): number {
  let first = 0;
  let second = 0;
  for (let direction = 0; direction < 6; direction++) {
    const width = ground.passableMetres[hex * 6 + direction]!;
    const other = grid.neighbours[hex * 6 + direction]!;
    if (other < 0 || ground.owner[side * grid.count + other] !== side) continue;
    if (width > first) {
      second = first;
      first = width;
    } else if (width > second) second = width;
  }
  return Math.max(100, first + second);
}

const NO_ATTACK: Forecast = { chance: 0, ownLossShare: 0, enemyLossShare: 0 };
const PATROLLING: Forecast = { ...NO_ATTACK, ownLossShare: 0.01 };

export function forecastOf(view: View, concern: Concern, option: Option): Forecast {
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
function attackers(view: View, concern: Concern, skill: Skill): number {
  const free = freeMen(view, skill, concern);
  return free > 0 ? free : concern.ownNear;
}

/** Part of what is missing to certainty that the whole strength of a state would add. Assumption: most of it, in weeks. */
const MOBILISED = 0.8;

/** Assumption: how much each act raises the chance of holding, as a staff would put it. */
export function holdAfter(
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
    // Leave to use them beyond the line counts as much as their fire on the place: batteries there can be reached.
    case 'cross-line':
      return waiting + 0.2;
    case 'concentrate':
      return waiting + (0.95 - waiting) * (0.05 + 0.6 * intent);
    case 'alert':
      return waiting + (0.9 - waiting) * 0.25 * intent;
    case 'mobilise':
      return waiting + (0.9 - waiting) * MOBILISED;
    case 'demand':
      return waiting + 0.12;
    case 'propose':
      return waiting + 0.05;
    case 'withdraw':
      // Who leaves ground under a truce keeps his claim to it: it is lost as far as the other side means to come.
      return concern.ceased ? waiting * (1 - intent) : 0.02;
    default:
      return waiting;
  }
}
