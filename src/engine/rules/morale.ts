import { exp } from '../math.ts';
import type { GroundCoefficients } from './coefficients.ts';

/** What bears on the hazard of breaking. Shares are of the unit's men at its start. */
export interface BreakInput {
  readonly attacking: boolean;
  /** Share lost in about the last half hour. */
  readonly recentLossShare: number;
  readonly totalLossShare: number;
  /** Leaders killed beyond those that go with the loss, as a share of the leaders; below 0 where they were spared. */
  readonly leadersLost: number;
  readonly flankThreatened: boolean;
  /** 0–1. */
  readonly suppression: number;
  /** 0–1. */
  readonly cohesion: number;
  /** In the same hex with an enemy who has the whole crest. */
  readonly lostGround: boolean;
  readonly fatigueDays: number;
}

/**
 * Hazard of breaking per hour: there is no fixed break-point. Source: adjudication sources 5; the
 * weights are parameters, judged in the light of the loss quantiles given there. Assumption: each day of fatigue
 * beyond the first adds 0.1 to the logarithm.
 */
export function breakHazardPerHour(input: BreakInput, c: GroundCoefficients): number {
  const logHazard =
    c.hazardBase +
    c.hazardRecent * input.recentLossShare +
    c.hazardTotal * input.totalLossShare +
    c.hazardLeaders * input.leadersLost +
    (input.flankThreatened ? c.hazardFlank : 0) +
    c.hazardSuppression * input.suppression -
    c.hazardCohesion * input.cohesion +
    (input.lostGround ? c.hazardLostGround : 0) +
    0.1 * Math.max(0, input.fatigueDays - 1);
  return exp(logHazard) * (input.attacking ? c.breakAttack : c.breakDefence);
}

/** Chance to break within so many hours. Source: adjudication sources 5, 1 − e^(−h·t). */
export function breakChance(hazardPerHour: number, hours: number): number {
  return 1 - exp(-hazardPerHour * hours);
}

/**
 * Expected movement of the crest line, tenths per quarter of an hour, towards the enemy (negative:
 * back), for a ratio of effective men in close contact. Even strength moves nothing; overwhelming
 * superiority moves `pushTenths`. Assumption: x / (1 + |x|) of the relative superiority, so that pace
 * saturates and turns sign with the ratio.
 */
export function crestPushTenths(own: number, enemy: number, c: GroundCoefficients): number {
  if (own <= 0 && enemy <= 0) return 0;
  const superiority = (own - enemy) / (own + enemy);
  return (c.pushTenths * superiority * 1.5) / (0.5 + Math.abs(superiority));
}

/**
 * Weight of the men behind the engaged: they fill gaps and bring fresh squads forward, but not at once.
 * Assumption: the power ¾ of the ratio.
 */
export function reserveWeight(men: number, engaged: number): number {
  const root = Math.sqrt(Math.max(1, men / Math.max(1, engaged)));
  return root * Math.sqrt(root);
}

/** What a body brings to close fighting. */
export interface CloseInput {
  /** Engaged men who are not kept down. */
  readonly able: number;
  readonly men: number;
  readonly engaged: number;
  /** Quality and fortune, about 1. */
  readonly skill: number;
  /** Share 0–1 of the men who attack. */
  readonly attacking: number;
  readonly concert: number;
  /** Own works 0–1, and the enemy's wire 0–1. */
  readonly works: number;
  readonly enemyWire: number;
}

/**
 * Strength at close quarters, in men: reserves, skill, the concert of an attack, wire before it, works
 * and height behind a defence. Assumption: the factors multiply.
 */
export function closeStrength(input: CloseInput, c: GroundCoefficients): number {
  const { attacking, concert } = input;
  const reserve = reserveWeight(input.men, input.engaged);
  const together = 1 - attacking + attacking * (0.6 + 0.6 * concert);
  const wired = 1 - attacking * c.wireWeight * input.enemyWire * (1 - concert);
  const works = 1 + c.worksWeight * input.works + (1 - attacking) * c.heightWeight;
  return input.able * reserve * input.skill * together * wired * works;
}

/**
 * How far the two sides are mingled, 0–1, when one holds so much of the crest: most at the half.
 * Assumption: contact grows with the part of the crest that changes hands.
 */
export function contactShare(held: number): number {
  return 0.03 + 3.8 * held * (1 - held);
}

/**
 * Chance that a broken unit rallies when its time has come. Assumption: cohesion and leaders make it.
 * @param leadersLost as in `BreakInput`.
 */
export function rallyChance(cohesion: number, totalLossShare: number, leadersLost: number): number {
  const chance = 0.35 + 0.6 * cohesion - 0.7 * (totalLossShare + leadersLost);
  return Math.max(0.1, Math.min(0.95, chance));
}
