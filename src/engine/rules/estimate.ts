import { exp, logistic } from '../math.ts';
import { HEX_AREA_SQUARE_METRES, fragmentExposure, lethalArea, shellWeight } from './artillery.ts';
import { groundCoefficients, type GroundCoefficients } from './coefficients.ts';
import { acquisitionShare, engagedMen, flatExposure, lightAim, qualityFactor } from './fire.ts';
import { breakHazardPerHour, crestPushTenths, reserveWeight, type BreakInput } from './morale.ts';
import { suppressionLimit } from './suppression.ts';

/** An attack as a staff thinks of it. Beliefs, not truth. */
export interface AssaultInput {
  readonly ownMen: number;
  readonly ownGuns: number;
  readonly ownTanks: number;
  /** 0–1, see `coordination`. */
  readonly coordination: number;
  readonly enemyMen: number;
  readonly enemyGuns: number;
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

/** Steps of the mean-value form, and minutes of each. */
const STEPS = 8;
const STEP_MINUTES = 30;
const STEP_TICKS = 2;

/** Weapons behind an average man of a rifle company. Assumption: 75 % rifles, 4 % light, 1.2 % heavy machine guns. */
const RIFLES_PER_MAN = 0.75;
const LIGHTS_PER_MAN = 0.04;
const HEAVIES_PER_MAN = 0.012;

/** Cohesion a staff takes for granted on both sides. Assumption. */
const COHESION = 0.6;

const breaking: { -readonly [K in keyof BreakInput]: BreakInput[K] } = {
  attacking: true,
  recentLossShare: 0,
  totalLossShare: 0,
  flankThreatened: false,
  suppression: 0,
  cohesion: COHESION,
  lostGround: false,
  fatigueDays: 0,
};

/** Running values of one estimate. Scratch, so that an estimate allocates its result only. */
const state = {
  own: 0,
  enemy: 0,
  ownLoss: 0,
  enemyLoss: 0,
  ownShock: 0,
  enemyShock: 0,
  tenths: 0,
  push: 0,
};

/**
 * Mean-value form of an assault on one hex: the rules of fire, suppression, close combat and breaking
 * with the same constants, expected values in place of draws, half-hour steps. What offices reckon
 * with; a few microseconds' work is shared with nobody.
 */
export function estimateAssault(params: Float64Array, input: AssaultInput): AssaultEstimate {
  const c = groundCoefficients(params);
  if (input.ownMen <= 0) return { chance: 0, ownLossShare: 0, enemyLossShare: 0 };
  if (input.enemyMen <= 0) return { chance: 0.98, ownLossShare: 0, enemyLossShare: 0 };
  state.own = input.ownMen;
  state.enemy = input.enemyMen;
  state.ownLoss = state.enemyLoss = state.ownShock = 0;
  state.enemyShock = input.surprise * c.surpriseShock;
  state.tenths = 2 * input.surprise;
  prepare(input, c);
  let best = -10;
  for (let step = 0; step < STEPS; step++) {
    advance(input, c);
    best = Math.max(best, state.tenths);
    if (state.tenths >= 10 || state.own < 0.3 * input.ownMen) break;
  }
  // The spread of drawn outcomes about the mean is about three tenths of the crest.
  const chance = logistic((Math.max(best, state.tenths) - 7.5) / 1.6);
  return {
    chance: Math.max(0.01, Math.min(0.98, chance)),
    ownLossShare: state.ownLoss / input.ownMen,
    enemyLossShare: Math.min(1, state.enemyLoss / input.enemyMen),
  };
}

/** Fire before H-hour: losses, and what is left of the suppression when the infantry comes. */
function prepare(input: AssaultInput, c: GroundCoefficients): void {
  if (input.ownGuns <= 0) return;
  const minutes = 60 * input.coordination;
  const sight = input.night ? c.nightFire : 1;
  const perMinute = input.ownGuns * c.gunRounds * c.onTargetShare * sight;
  const area = HEX_AREA_SQUARE_METRES / 3;
  const lethal = lethalArea(76) * c.lethalScale;
  const exposure = fragmentExposure(false, input.trench, input.terrainElevationMetres > 60, c);
  const share = 1 - exp((-perMinute * minutes * lethal * exposure) / area);
  state.enemyLoss = share * state.enemy;
  state.enemy -= state.enemyLoss;
  const gain = c.shellGain * shellWeight(perMinute, lethal, area);
  const held = suppressionLimit(gain, 1 / c.shellTau) * input.coordination;
  state.enemyShock = Math.max(state.enemyShock, held);
}

function advance(input: AssaultInput, c: GroundCoefficients): void {
  const demand = input.night ? 2 : 1;
  const aim = input.night ? lightAim(0, c) : 1;
  const ownEngaged = engagedMen(state.own, Math.min(500, input.frontageMetres), c.spacingMetres);
  const enemyEngaged = engagedMen(state.enemy, 500, c.spacingMetres);
  const ownSkill = qualityFactor(input.ownTraining, demand, c);
  const enemySkill = qualityFactor(input.enemyTraining, demand, c);
  const ownFire = powerOf(ownEngaged, input.ownTanks, ownSkill * aim, c);
  const enemyFire = powerOf(enemyEngaged, input.enemyTanks, enemySkill * aim, c);
  // Both sides keep each other down: two rounds of the balance come near enough to its solution.
  let ownDown = state.ownShock;
  let enemyDown = state.enemyShock;
  const cover = 1 - 0.5 * input.trench;
  for (let round = 0; round < 2; round++) {
    const atOwn = enemyFire * (1 - c.fireLoss * enemyDown);
    const atEnemy = ownFire * c.movingFire * (1 - c.fireLoss * ownDown);
    ownDown = downBy(atOwn, ownEngaged, 1, state.ownShock, c);
    enemyDown = downBy(atEnemy, enemyEngaged, cover, state.enemyShock, c);
  }
  const held = state.tenths / 10;
  takeFire(input, enemyFire, ownFire, ownDown, enemyDown, held, c);
  const ownClose = ownEngaged * (1 - c.fireLoss * ownDown) * ownSkill;
  const enemyClose = enemyEngaged * (1 - c.fireLoss * enemyDown) * enemySkill;
  const contact = (0.03 + 3.8 * held * (1 - held)) * c.closeHits * STEP_MINUTES;
  lose(
    enemyClose * contact * (enemySkill / ownSkill),
    ownClose * contact * (ownSkill / enemySkill),
  );
  pushOn(input, ownClose, enemyClose, c);
  stand(input, ownDown, enemyDown, c);
  // The shock of surprise and of the shells passes with the first half hour.
  state.ownShock *= 0.1;
  state.enemyShock *= 0.15;
}

function powerOf(engaged: number, tanks: number, effect: number, c: GroundCoefficients): number {
  const perMan =
    RIFLES_PER_MAN * c.effectiveShare * c.rifleHits * c.range.rifle[0]! +
    LIGHTS_PER_MAN * c.lightHits * c.range.light[0]! +
    HEAVIES_PER_MAN * c.heavyHits * c.range.heavy[0]!;
  return engaged * perMan * effect + 0.3 * tanks * c.tankHits;
}

function downBy(
  incoming: number,
  engaged: number,
  cover: number,
  shock: number,
  c: GroundCoefficients,
): number {
  const gain = (c.smallArmsGain * cover * incoming) / Math.max(40, engaged);
  return Math.max(suppressionLimit(gain, 1 / c.smallArmsTau), 0.3 * shock);
}

function takeFire(
  input: AssaultInput,
  enemyFire: number,
  ownFire: number,
  ownDown: number,
  enemyDown: number,
  held: number,
  c: GroundCoefficients,
): void {
  const wire = 1 + input.wire * (1 - held) * (1 - input.coordination);
  const forward = flatExposure(true, 0, ownDown, input.coordination, c) * (1 - 0.6 * held) * wire;
  const still = flatExposure(false, input.trench, enemyDown, 0, c);
  const atOwn = enemyFire * (1 - c.fireLoss * enemyDown) * forward;
  const atEnemy = ownFire * c.movingFire * (1 - c.fireLoss * ownDown) * still;
  lose(
    atOwn * acquisitionShare(state.own, c) * STEP_MINUTES,
    atEnemy * acquisitionShare(state.enemy, c) * STEP_MINUTES,
  );
}

function lose(own: number, enemy: number): void {
  const ownHit = Math.min(own, 0.9 * state.own);
  const enemyHit = Math.min(enemy, 0.9 * state.enemy);
  state.own -= ownHit;
  state.enemy -= enemyHit;
  state.ownLoss += ownHit;
  state.enemyLoss += enemyHit;
}

function pushOn(
  input: AssaultInput,
  ownClose: number,
  enemyClose: number,
  c: GroundCoefficients,
): void {
  const ownEngaged = engagedMen(state.own, Math.min(500, input.frontageMetres), c.spacingMetres);
  const enemyEngaged = engagedMen(state.enemy, 500, c.spacingMetres);
  const ownReserve = reserveWeight(state.own, ownEngaged);
  const enemyReserve = reserveWeight(state.enemy, enemyEngaged);
  const wired = 1 - 0.6 * input.wire * (1 - input.coordination);
  const ownWeight = ownClose * ownReserve * (0.6 + 0.6 * input.coordination) * wired;
  const enemyWeight = enemyClose * enemyReserve * (1.25 + 0.8 * input.trench);
  const pushed = crestPushTenths(ownWeight, enemyWeight, c) * STEP_TICKS;
  state.tenths = Math.max(0, Math.min(10, state.tenths + (pushed > 0 ? pushed : 0.3 * pushed)));
}

/** The part of each side that breaks in half an hour leaves the fight. */
function stand(
  input: AssaultInput,
  ownDown: number,
  enemyDown: number,
  c: GroundCoefficients,
): void {
  breaking.attacking = true;
  breaking.totalLossShare = state.ownLoss / input.ownMen;
  breaking.recentLossShare = 0.5 * breaking.totalLossShare;
  breaking.suppression = ownDown;
  breaking.lostGround = false;
  state.own *= exp((-breakHazardPerHour(breaking, c) * STEP_MINUTES) / 60);
  breaking.attacking = false;
  breaking.totalLossShare = Math.min(1, state.enemyLoss / input.enemyMen);
  breaking.recentLossShare = 0.5 * breaking.totalLossShare;
  breaking.suppression = enemyDown;
  breaking.lostGround = state.tenths >= 9;
  const left = exp((-breakHazardPerHour(breaking, c) * STEP_MINUTES) / 60);
  // Who breaks leaves his piece of the crest to the other.
  state.tenths = Math.min(10, state.tenths + (1 - left) * (10 - state.tenths));
  state.enemy *= left;
}
