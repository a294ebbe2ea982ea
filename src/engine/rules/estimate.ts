import { exp, ln, logistic } from '../math.ts';
import {
  POSITION_AREA,
  crouchCover,
  fragmentExposure,
  lethalArea,
  shellWeight,
} from './artillery.ts';
import { groundCoefficients, type GroundCoefficients } from './coefficients.ts';
import { acquisitionShare, engagedMen, flatExposure, lightAim, qualityFactor } from './fire.ts';
import { closeStrength, contactShare, crestPushTenths } from './morale.ts';
import { suppressionLimit } from './suppression.ts';

/** An attack as a staff thinks of it. Beliefs, not truth. */
export interface AssaultInput {
  readonly ownMen: number;
  readonly ownGuns: number;
  readonly ownTanks: number;
  /** 0–1, see `coordination`. */
  readonly coordination: number;
  readonly enemyMen: number;
  readonly enemyTanks: number;
  /** Enemy works 0–1. */
  readonly trench: number;
  readonly wire: number;
  readonly night: boolean;
  /** Passable front of the attack, metres. */
  readonly frontageMetres: number;
  /** 0–1, drill. */
  readonly ownTraining: number;
  readonly enemyTraining: number;
  /** Chance 0–1 that the enemy is taken unawares. */
  readonly surprise: number;
  /** Height of the target above the sea, metres. */
  readonly terrainElevationMetres: number;
}

export interface AssaultEstimate {
  /** Chance that the place is taken within about four hours. */
  readonly chance: number;
  readonly ownLossShare: number;
  readonly enemyLossShare: number;
}

/** Weapons behind an average man of a rifle company. Assumption: 75 % rifles, 4 % light, 1.2 % heavy machine guns. */
const RIFLES_PER_MAN = 0.75;
const LIGHTS_PER_MAN = 0.04;
const HEAVIES_PER_MAN = 0.012;

/**
 * Margin (logarithm of the ratio of strengths at close quarters) at which half of the drawn assaults
 * succeed, and the spread of their outcomes about it.
 * Assumption: fitted to the drawn form of the same rules (`estimate.test.ts`), to nothing else.
 */
const EVEN_MARGIN = 0.22;
const MARGIN_SPREAD = 0.28;

/** Minutes of full effort before an attack that does not get on slackens. As in the drawn form. */
const FULL_EFFORT_MINUTES = 75;

/** Running values of one estimate. Scratch, so that an estimate allocates its result only. */
const state = {
  enemyMen: 0,
  enemyShot: 0,
  shock: 0,
  ownEngaged: 0,
  enemyEngaged: 0,
  ownFire: 0,
  enemyFire: 0,
  ownDown: 0,
  enemyDown: 0,
  ownSkill: 1,
  enemySkill: 1,
  ownClose: 0,
  enemyClose: 0,
};

/**
 * Mean-value form of an assault on one hex: the rules of fire, suppression and close combat with the
 * same constants, at the balance of fire that the two sides settle into. The chance follows from the
 * margin at close quarters, the losses from the way it goes on success and on failure. What offices
 * reckon with; it takes a microsecond or two.
 * Source: the rules it is made of; tested against drawn assaults.
 */
export function estimateAssault(params: Float64Array, input: AssaultInput): AssaultEstimate {
  const c = groundCoefficients(params);
  if (input.ownMen <= 0) return { chance: 0, ownLossShare: 0, enemyLossShare: 0 };
  if (input.enemyMen <= 0) return { chance: 0.98, ownLossShare: 0, enemyLossShare: 0 };
  const chance = logistic((assaultMargin(input, c) - EVEN_MARGIN) / MARGIN_SPREAD);
  const wonMinutes = clearingMinutes(c);
  const lostMinutes = c.staleHours * 60 - FULL_EFFORT_MINUTES;
  const own =
    chance * ownLoss(input, 0.6, wonMinutes, 0, c) +
    (1 - chance) * ownLoss(input, 0, FULL_EFFORT_MINUTES, lostMinutes, c);
  const enemy =
    state.enemyShot +
    chance * enemyLoss(input, 0.6, wonMinutes, c) +
    (1 - chance) * enemyLoss(input, 0, FULL_EFFORT_MINUTES + c.stalledEffort * lostMinutes, c);
  return {
    chance: Math.max(0.01, Math.min(0.99, chance)),
    ownLossShare: saturate(own / input.ownMen),
    enemyLossShare: saturate(enemy / input.enemyMen),
  };
}

/**
 * Logarithm of the ratio of the two sides' strength at close quarters after the preparatory fire.
 * Leaves the balance of fire in the scratch state.
 * Source: adjudication sources 2.1 and 4, the closed forms at their balance.
 */
export function assaultMargin(input: AssaultInput, c: GroundCoefficients): number {
  prepare(input, c);
  balance(input, c);
  const own = closeStrength(
    {
      able: state.ownEngaged * (1 - c.fireLoss * state.ownDown),
      men: input.ownMen,
      engaged: state.ownEngaged,
      skill: state.ownSkill,
      attacking: 1,
      concert: input.coordination,
      works: 0,
      enemyWire: input.wire,
    },
    c,
  );
  const enemy = closeStrength(
    {
      able: state.enemyEngaged * (1 - c.fireLoss * state.enemyDown),
      men: state.enemyMen,
      engaged: state.enemyEngaged,
      skill: state.enemySkill,
      attacking: 0,
      concert: 0,
      works: input.trench,
      enemyWire: 0,
    },
    c,
  );
  state.ownClose = own;
  state.enemyClose = enemy;
  return ln(own / enemy);
}

/**
 * Fire before H-hour: losses, and what is left of the suppression when the infantry comes. Assumption: the
 * weights of preparation fire and concert copy the drift of the fire rules, not their detail.
 */
function prepare(input: AssaultInput, c: GroundCoefficients): void {
  state.enemyMen = input.enemyMen;
  state.enemyShot = 0;
  state.shock = 0.5 * input.surprise * c.surpriseShock;
  if (input.ownGuns <= 0) return;
  const sight = input.night ? c.nightFire : 1;
  const concert = 0.3 + 0.7 * input.coordination;
  const perMinute = input.ownGuns * c.gunRounds * c.onTargetShare * sight * concert;
  const lethal = lethalArea(76) * c.lethalScale;
  const exposure =
    fragmentExposure(false, input.trench, input.terrainElevationMetres > 60, c) *
    crouchCover(input.trench, 1, c);
  // The guns go on through the assault, lifted off the crest: worth half an hour more at that rate.
  const minutes = 60 * input.coordination + 30 * c.supportFire;
  state.enemyShot =
    input.enemyMen * (1 - exp((-perMinute * minutes * lethal * exposure) / POSITION_AREA));
  state.enemyMen -= state.enemyShot;
  // Lifted fire, and the minutes between the last shell and the assault, leave a part of the weight.
  const gain = c.shellGain * shellWeight(0.18 * c.supportFire * perMinute, lethal, POSITION_AREA);
  state.shock = Math.max(state.shock, suppressionLimit(gain, 1 / c.shellTau));
}

/**
 * The fire of both sides, and how far each keeps the other down. Assumption: the shares are judgements,
 * held against the full rules by the test of the estimate.
 */
function balance(input: AssaultInput, c: GroundCoefficients): void {
  const demand = input.night ? 2 : 1;
  const aim = input.night ? lightAim(0, c) * 0.8 : 1;
  const front = Math.min(500, input.frontageMetres);
  state.ownEngaged = engagedMen(input.ownMen, front, c.spacingMetres);
  state.enemyEngaged = engagedMen(state.enemyMen, 500, c.spacingMetres);
  state.ownSkill = qualityFactor(input.ownTraining, demand, c);
  state.enemySkill = qualityFactor(input.enemyTraining, demand, c);
  const own = powerOf(input.ownMen, state.ownEngaged, input.ownTanks, state.ownSkill * aim, c);
  const enemy = powerOf(
    state.enemyMen,
    state.enemyEngaged,
    input.enemyTanks,
    state.enemySkill * aim,
    c,
  );
  state.ownFire = own * c.movingFire;
  state.enemyFire = enemy;
  const cover = 1 - 0.5 * input.trench;
  state.ownDown = 0.4;
  state.enemyDown = state.shock;
  for (let round = 0; round < 2; round++) {
    const atOwn = state.enemyFire * (1 - c.fireLoss * state.enemyDown);
    state.ownDown = downBy(atOwn, state.ownEngaged, 1, 0, c);
    const atEnemy = state.ownFire * (1 - c.fireLoss * state.ownDown);
    state.enemyDown = downBy(atEnemy, state.enemyEngaged, cover, state.shock, c);
  }
}

/** Assumption: a gun counts for what its fire is worth in the full rules, in the mean. */
function powerOf(
  men: number,
  engaged: number,
  tanks: number,
  effect: number,
  c: GroundCoefficients,
): number {
  const guns = Math.min(men, 2 * engaged);
  const rifles = engaged * RIFLES_PER_MAN * c.effectiveShare * c.rifleHits * c.range.rifle[0]!;
  const lights = guns * LIGHTS_PER_MAN * c.lightHits * c.range.light[0]!;
  const heavies = guns * HEAVIES_PER_MAN * c.heavyHits * c.range.heavy[0]!;
  return (rifles + lights + heavies) * effect + 0.25 * tanks * c.tankHits;
}

function downBy(
  incoming: number,
  engaged: number,
  cover: number,
  shock: number,
  c: GroundCoefficients,
): number {
  const gain = (c.smallArmsGain * cover * incoming) / Math.max(40, engaged);
  const limit = suppressionLimit(gain, 1 / c.smallArmsTau);
  return limit + shock * (1 - limit);
}

/** Minutes in which a winning attack clears the crest. */
function clearingMinutes(c: GroundCoefficients): number {
  const tenths = crestPushTenths(state.ownClose, state.enemyClose, c);
  return Math.max(30, Math.min(150, 90 / Math.max(0.5, tenths)));
}

/**
 * Own men hit while the attack presses (holding part of the crest) and while it is stalled. Assumption:
 * the slopes are judgements, held against the full rules by the test of the estimate.
 */
function ownLoss(
  input: AssaultInput,
  held: number,
  minutes: number,
  stalledMinutes: number,
  c: GroundCoefficients,
): number {
  const wire = 1 + input.wire * (1 - held) * (1 - input.coordination);
  const forward =
    flatExposure(true, 0, state.ownDown, input.coordination, c) * (1 - 0.6 * held) * wire;
  const still = flatExposure(false, 0, state.ownDown, 0, c);
  const stalled = c.stalledEffort * forward + (1 - c.stalledEffort) * still;
  const fire =
    state.enemyFire *
    (1 - c.fireLoss * state.enemyDown) *
    acquisitionShare(state.ownEngaged, c) *
    (forward * minutes + stalled * stalledMinutes);
  const able = Math.min(state.enemyEngaged, 1.5 * state.ownEngaged);
  const hits = able * (1 - c.fireLoss * state.enemyDown) * c.closeHits * contactShare(held);
  const skill = state.enemySkill / state.ownSkill;
  return fire + hits * skill * (minutes + c.stalledEffort * stalledMinutes);
}

/** Assumption: as for own losses. */
function enemyLoss(
  input: AssaultInput,
  held: number,
  minutes: number,
  c: GroundCoefficients,
): number {
  const exposure = flatExposure(false, input.trench, state.enemyDown, 0, c);
  const up = 1 - c.fireLoss * state.ownDown;
  const fire = state.ownFire * up * exposure * acquisitionShare(state.enemyEngaged, c);
  const able = Math.min(state.ownEngaged, 1.5 * state.enemyEngaged) * up;
  const close = (able * c.closeHits * contactShare(held) * state.ownSkill) / state.enemySkill;
  return (fire + close) * minutes;
}

/** Losses thin out those who can still be lost. */
function saturate(share: number): number {
  return share / (1 + share);
}
