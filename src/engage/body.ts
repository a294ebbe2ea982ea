import {
  FOR,
  SHOWN,
  detectionChance,
  fatigueFactor,
  lightAim,
  logNormal,
  nearestMetres,
  qualityFactor,
  shownMetres,
  sightMetres,
  tankTerrainFactor,
  weatherAim,
  type GroundCoefficients,
} from '../engine/index.ts';
import type { Engagement, Force } from './engagement.ts';

/** Width of the ground one fight is worked out on, metres: a hex of the engine's map. */
export const SLICE_METRES = 500;

/** A side of one fight while it goes on. Plain numbers; filled anew for every draw, allocated once. */
export interface Body {
  readonly force: Force;
  readonly isAttacker: boolean;
  /** Aim in this light and weather, and the effect of drill. */
  readonly aim: number;
  readonly quality: number;
  readonly tankShare: number;
  /** `[hexes * 5 + shown]` share of this body that the other makes out. */
  readonly visible: Float64Array;
  /** Skill, fortune of the half day and army quality of this draw, about 1. */
  fortune: number;
  /** Men fit to fight and in place, not yet in place, broken and gone, lost. */
  men: number;
  waiting: number;
  broken: number;
  lost: number;
  companies: number;
  tanks: number;
  tanksLost: number;
  antiTank: number;
  guns: number;
  ammunition: number;
  /** Load of its guns that is left, 0–1. */
  shells: number;
  fatigueDays: number;
  suppression: number;
  /** Men lost in about the last half hour. */
  recent: number;
  shown: number;
  /** Values of one quarter of an hour, as in the engine's bodies. */
  engaged: number;
  power: number;
  tankPower: number;
  mortars: number;
  attacking: number;
  effort: number;
  output: number;
  grip: number;
  incoming: number;
  hits: number;
  closeHits: number;
  fragmentHits: number;
  tankHazard: number;
  gunHazard: number;
  suppressionSum: number;
  shellGain: number;
}

/** Makes the body of a side, with what does not change between draws worked out. */
export function makeBody(engagement: Engagement, isAttacker: boolean, c: GroundCoefficients): Body {
  const force = isAttacker ? engagement.attacker : engagement.defender;
  const { light, weather, terrain } = engagement.ground;
  const aim = lightAim(light, c) * weatherAim(weather);
  const sight = sightMetres(light, weather, c);
  const visible = new Float64Array(10);
  for (let hexes = 0; hexes < 2; hexes++) {
    for (let shown = 0; shown < 5; shown++) {
      const metres = nearestMetres(hexes, SLICE_METRES);
      visible[hexes * 5 + shown] = detectionChance(metres, shownMetres(sight, shown, light, c));
    }
  }
  return {
    force,
    isAttacker,
    aim,
    quality: qualityFactor(force.training, light <= 1 ? 2 : 1, c),
    tankShare: tankTerrainFactor(terrain) * Math.max(0.3, aim),
    visible,
    ...EMPTY,
  };
}

/**
 * Start value of every number of a body before its first draw. A fraction, so that the fields are kept
 * as floating-point numbers from the start; beginning with 0 costs a draw in three at first use.
 */
const UNSET = 0.5;

const EMPTY = {
  fortune: UNSET,
  men: UNSET,
  waiting: UNSET,
  broken: UNSET,
  lost: UNSET,
  companies: UNSET,
  tanks: UNSET,
  tanksLost: UNSET,
  antiTank: UNSET,
  guns: UNSET,
  ammunition: UNSET,
  shells: UNSET,
  fatigueDays: UNSET,
  suppression: UNSET,
  recent: UNSET,
  shown: UNSET,
  engaged: UNSET,
  power: UNSET,
  tankPower: UNSET,
  mortars: UNSET,
  attacking: UNSET,
  effort: UNSET,
  output: UNSET,
  grip: UNSET,
  incoming: UNSET,
  hits: UNSET,
  closeHits: UNSET,
  fragmentHits: UNSET,
  tankHazard: UNSET,
  gunHazard: UNSET,
  suppressionSum: UNSET,
  shellGain: UNSET,
};

/** Sets a body to the start of a fight. */
export function resetBody(body: Body): void {
  const { force } = body;
  body.men = Math.round(force.men);
  body.waiting = body.broken = body.lost = body.tanksLost = 0;
  body.companies = force.companies;
  body.tanks = Math.round(force.tanks);
  body.antiTank = force.antiTankGuns;
  body.guns = force.guns;
  body.ammunition = body.shells = 1;
  body.fatigueDays = force.fatigueDays;
  body.suppression = body.recent = 0;
  body.shown = body.isAttacker ? SHOWN.moving : SHOWN.lying;
  body.shellGain = body.attacking = body.effort = 0;
}

/** Draws the fortune of a half day. As in the engine, one for each command and half day. */
export function drawFortune(
  body: Body,
  seed: number,
  halfDay: number,
  armies: number,
  c: GroundCoefficients,
): void {
  const luck = logNormal(c.fortuneSigma, seed, FOR.fire, halfDay, body.force.luckKey);
  body.fortune = luck * body.force.skill * armies;
}

/**
 * Power, front and weapons of a body for this quarter of an hour at a range of so many hexes. The
 * weights repeat those of the engine's bodies.
 */
export function fillBody(
  body: Body,
  hexes: number,
  frontMetres: number,
  c: GroundCoefficients,
): void {
  const { force } = body;
  const present = body.men;
  const engaged = Math.min(present, frontMetres / c.spacingMetres);
  const line = engaged / Math.max(1, present);
  const supplied = body.ammunition > 0.01 ? 1 : c.emptyFactor;
  const effect = supplied * fatigueFactor(body.fatigueDays, c);
  const share = Math.min(1, present / Math.max(1, force.men));
  const manned = Math.min(1, 1.5 * share) * effect;
  const guns = Math.min(1, 2 * line);
  const { range } = c;
  const rifles =
    force.rifles * share * effect * line * c.effectiveShare * c.rifleHits * range.rifle[hexes]!;
  const lights = force.lightMachineGuns * manned * guns * c.lightHits * range.light[hexes]!;
  const heavies = force.heavyMachineGuns * manned * guns * c.heavyHits * range.heavy[hexes]!;
  const skill = body.quality * body.aim * body.fortune;
  body.engaged = engaged;
  body.tankPower = body.tanks * body.tankShare * c.tankHits * range.tank[hexes]!;
  body.power = (rifles + lights + heavies) * skill + body.tankPower;
  body.mortars = force.mortars * manned * guns * body.aim;
  body.hits = body.closeHits = body.fragmentHits = 0;
  body.tankHazard = body.gunHazard = body.suppressionSum = 0;
}

/** Men of a side who are not lost, wherever they are. */
export function menLeft(body: Body): number {
  return body.men + body.waiting + body.broken;
}
