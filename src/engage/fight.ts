import {
  FOR,
  SHOWN,
  TICK_MINUTES,
  exp,
  groundCoefficients,
  isRock,
  logNormal,
  marchSlowing,
  rallyChance,
  stepMinutes,
  uniform,
  type GroundCoefficients,
} from '../engine/index.ts';
import {
  SLICE_METRES,
  drawFortune,
  fillBody,
  makeBody,
  menLeft,
  resetBody,
  type Body,
} from './body.ts';
import type { Engagement } from './engagement.ts';
import { exchangeFire, type Scene } from './exchange.ts';
import { settle } from './settle.ts';
import { pushCrest } from './push.ts';
import { bombDefender, fireGuns } from './shelling.ts';

/** How an engagement can end. */
export const OUTCOMES = ['taken', 'contested', 'repulsed', 'fire-fight'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What one draw of an engagement came to. Overwritten by the next. */
export interface FightResult {
  outcome: Outcome;
  attackerLost: number;
  defenderLost: number;
  attackerTanksLost: number;
  defenderTanksLost: number;
  minutes: number;
}

/** Minutes of preparatory fire of a fully concerted attack. As in the engine's operations. */
const PREPARATION_FIRE_MINUTES = 60;
/** Attackers more suppressed than this do not go on into the target. As in the engine's movement. */
const PINNED = 0.5;
/** Steps between the start of an assault and of its renewal: the next day. */
const DAY_TICKS = 96;

/** How finely a fight is worked out; the defaults are the engine's. */
export interface Fineness {
  /** Minutes of a step. */
  readonly stepMinutes: number;
  /** Parts into which the fire of a step is divided. */
  readonly subSteps: number;
}
export const ENGINE_FINENESS: Fineness = { stepMinutes: TICK_MINUTES, subSteps: 5 };

/** Everything that one engagement needs and that its draws share. */
export interface Fight {
  readonly engagement: Engagement;
  readonly c: GroundCoefficients;
  readonly attacker: Body;
  readonly defender: Body;
  readonly scene: Scene;
  readonly fineness: Fineness;
  /** Steps from the line of departure into the target, unhindered. */
  readonly approachSteps: number;
  readonly attackFrontMetres: number;
  /** Share of the losses of the last half hour that is still felt a step later. */
  readonly fade: number;
  readonly result: FightResult;
}

/** Sets an engagement up for any number of draws. */
export function makeFight(
  engagement: Engagement,
  params: Float64Array,
  fineness: Fineness = ENGINE_FINENESS,
): Fight {
  const c = groundCoefficients(params);
  const { ground } = engagement;
  const march = stepMinutes(
    {
      moveClass: 0,
      terrain: ground.terrain,
      climbMetres: ground.climbMetres,
      hexsideBits: 0,
      wayBits: 0,
      passableMetres: SLICE_METRES,
      distanceMetres: SLICE_METRES,
    },
    c,
  );
  const minutes = march * marchSlowing(ground.light, ground.weather, 0, 0, c);
  return {
    engagement,
    c,
    attacker: makeBody(engagement, true, c),
    defender: makeBody(engagement, false, c),
    fineness,
    approachSteps: Math.max(1, Math.round(minutes / fineness.stepMinutes)),
    attackFrontMetres: Math.max(100, Math.min(SLICE_METRES, ground.frontageMetres)),
    fade: exp(-fineness.stepMinutes / (2 * TICK_MINUTES)),
    scene: {
      seed: 0,
      tick: 0,
      minutes: fineness.stepMinutes,
      subSteps: fineness.subSteps,
      hexes: 1,
      held: 0.5,
      trench: ground.trench,
      wire: ground.wire,
      rock: isRock(ground.terrain),
      coordination: engagement.coordination,
      light: ground.light,
      weather: ground.weather,
      defenderFires: true,
    },
    result: {
      outcome: 'repulsed',
      attackerLost: 0.5,
      defenderLost: 0.5,
      attackerTanksLost: 0.5,
      defenderTanksLost: 0.5,
      minutes: 0.5,
    },
  };
}

/**
 * One draw. The same engagement, parameters and seed give the same result, whatever was drawn before.
 * @returns the result of the fight, valid until its next draw.
 */
export function drawFight(fight: Fight, seed: number): FightResult {
  const { attacker, defender, scene, engagement, result } = fight;
  resetBody(attacker);
  resetBody(defender);
  scene.seed = seed;
  scene.held = 0;
  const relative = logNormal(engagement.qualitySigma, seed, FOR.reading, 0, attacker.force.luckKey);
  const armies = relative * exp(engagement.qualityMean);
  result.minutes = 0;
  for (let assault = 0; ; assault++) {
    scene.tick = assault * stepsOf(fight, DAY_TICKS * TICK_MINUTES);
    // Half of the difference is put to the better side's credit, half to the other's debit.
    drawFortune(attacker, seed, 2 * assault, Math.sqrt(armies), fight.c);
    drawFortune(defender, seed, 2 * assault, 1 / Math.sqrt(armies), fight.c);
    result.outcome = runAssault(fight);
    const given = attacker.lost >= engagement.bearLossShare * attacker.force.men;
    if (result.outcome === 'taken' || assault >= engagement.renewals || given) break;
    rest(attacker, seed, scene.tick, fight.c);
    rest(defender, seed, scene.tick, fight.c);
  }
  result.attackerLost = attacker.lost;
  result.defenderLost = defender.lost;
  result.attackerTanksLost = attacker.tanksLost;
  result.defenderTanksLost = defender.tanksLost;
  return result;
}

/** A night between two assaults: broken companies rally, everybody is a day more tired. */
function rest(body: Body, seed: number, tick: number, c: GroundCoefficients): void {
  const lost = 1 - menLeft(body) / Math.max(1, body.force.men);
  const u = uniform(seed, FOR.rally, tick, body.force.luckKey);
  const rallied = u < rallyChance(body.force.cohesion, lost) ? 1 : 0.5;
  const back = Math.round(body.broken * rallied);
  body.men += body.waiting + back;
  body.broken -= back;
  body.waiting = 0;
  const share = body.men / Math.max(1, menLeft(body));
  body.companies = Math.max(1, Math.round(body.force.companies * share));
  body.suppression = body.recent = body.shellGain = 0;
  body.attacking = body.effort = 0;
  body.ammunition = Math.min(1, body.ammunition + c.loadsPerDay);
  body.shells = Math.min(1, body.shells + c.loadsPerDay);
  body.fatigueDays += 1;
}

/** Steps between an hour of so many minutes. */
function stepsOf(fight: Fight, minutes: number): number {
  return Math.round(minutes / fight.fineness.stepMinutes);
}

function runAssault(fight: Fight): Outcome {
  const { attacker, defender, scene, engagement, c } = fight;
  if (engagement.act === 'fire-fight') return runFireFight(fight);
  if (defender.men <= 0) return 'taken';
  const first = scene.tick;
  const scatter = stepsOf(fight, c.scatterHours * (1 - engagement.coordination) * 60);
  const late = uniform(scene.seed, FOR.planning, first, attacker.force.luckKey);
  const gunsFrom = Math.floor(scatter * late);
  bombDefender(attacker, defender, scene, c);
  const preparation = stepsOf(fight, PREPARATION_FIRE_MINUTES * engagement.coordination);
  prepare(fight, preparation - gunsFrom);
  const unaware =
    engagement.surprise > 0 &&
    uniform(scene.seed, FOR.detection, first, defender.force.luckKey) < engagement.surprise;
  scene.defenderFires = !unaware;
  attacker.attacking = 1;
  attacker.effort = 1;
  defender.attacking = defender.effort = 0;
  attacker.waiting = attacker.men;
  attacker.men = 0;
  return assault(fight, { scatter, gunsFrom: gunsFrom - preparation, unaware });
}

/** Preparatory fire before H-hour. */
function prepare(fight: Fight, steps: number): void {
  const { attacker, defender, scene, engagement, c } = fight;
  scene.hexes = 1;
  if (attacker.guns <= 0 && defender.suppression <= 0) {
    for (let step = 0; step < steps; step++) endStep(fight);
    return;
  }
  for (let step = 0; step < steps; step++) {
    fireGuns(attacker, defender, 0.3 + 0.7 * engagement.coordination, scene, c);
    fillBody(defender, 1, SLICE_METRES, c);
    fillBody(attacker, 1, fight.attackFrontMetres, c);
    // Nobody fires small arms yet: the shells alone keep the defender down.
    attacker.power = defender.power = attacker.mortars = defender.mortars = 0;
    for (let part = 0; part < scene.subSteps; part++) exchangeFire(attacker, defender, scene, c);
    endStep(fight);
  }
}

/** What was drawn at the start of an assault. */
interface Onset {
  /** Steps over which the attackers come up. */
  readonly scatter: number;
  /** Step after H-hour from which the attacker's guns fire; negative for before. */
  readonly gunsFrom: number;
  readonly unaware: boolean;
}

function assault(fight: Fight, onset: Onset): Outcome {
  const { attacker, defender, scene, engagement, c } = fight;
  const staleSteps = stepsOf(fight, c.staleHours * 60);
  const hourSteps = stepsOf(fight, 60);
  let headway = 0;
  let way = fight.approachSteps;
  scene.hexes = 1;
  const stepsMax = stepsOf(fight, engagement.ticksMax * TICK_MINUTES);
  for (let step = 0; step < stepsMax; step++) {
    bringUp(attacker, (step + 1) / (onset.scatter + 1));
    if (scene.hexes === 1 && way <= 0 && attacker.suppression <= PINNED) {
      enter(fight, onset.unaware);
      headway = step;
    }
    way--;
    attacker.effort = step - headway <= hourSteps ? 1 : c.stalledEffort;
    if (step >= onset.gunsFrom) shellBoth(fight);
    const before = scene.held;
    fireStep(fight);
    if (scene.hexes === 0) pushCrest(fight.attacker, fight.defender, scene, c);
    if (scene.held > before) headway = step;
    endStep(fight);
    if (scene.held >= 1 || (defender.men <= 0 && attacker.men > 0)) return 'taken';
    if (attacker.men + attacker.waiting <= 0) return 'repulsed';
    const dear = attacker.lost > engagement.bearLossShare * attacker.force.men;
    if ((dear && scene.held < 0.6) || step - headway >= staleSteps) break;
  }
  return scene.held > 0 && attacker.men > 0 ? 'contested' : 'repulsed';
}

/** Attackers come up over the hours by which a loose concert scatters them. */
function bringUp(body: Body, share: number): void {
  if (body.waiting <= 0) return;
  const due = Math.round(body.force.men * Math.min(1, share)) - (body.force.men - body.waiting);
  const up = Math.max(0, Math.min(body.waiting, share >= 1 ? body.waiting : due));
  body.men += up;
  body.waiting -= up;
}

/** The attackers come in among the defenders. */
function enter(fight: Fight, unaware: boolean): void {
  const { defender, scene, c } = fight;
  scene.hexes = 0;
  scene.defenderFires = true;
  if (!unaware) return;
  defender.suppression = Math.max(defender.suppression, c.surpriseShock);
  scene.held = Math.max(scene.held, Math.round(c.rushedTenths) / 10);
}

function shellBoth(fight: Fight): void {
  const { attacker, defender, scene, engagement, c } = fight;
  fireGuns(attacker, defender, 0.3 + 0.7 * engagement.coordination, scene, c);
  if (scene.defenderFires) fireGuns(defender, attacker, 0.8, scene, c);
}

function fireStep(fight: Fight): void {
  const { attacker, defender, scene, c } = fight;
  fillBody(attacker, scene.hexes, fight.attackFrontMetres, c);
  fillBody(defender, scene.hexes, SLICE_METRES, c);
  for (let part = 0; part < scene.subSteps; part++) exchangeFire(attacker, defender, scene, c);
  settle(attacker, defender, scene, c);
  settle(defender, attacker, scene, c);
  attacker.shown = SHOWN.firing;
  defender.shown = scene.defenderFires ? SHOWN.firing : SHOWN.lying;
}

/** Two lines that shoot at each other at 450 m, and nobody goes forward. */
function runFireFight(fight: Fight): Outcome {
  const { attacker, defender, scene, engagement, c } = fight;
  attacker.attacking = defender.attacking = attacker.effort = defender.effort = 0;
  scene.hexes = 1;
  scene.defenderFires = true;
  attacker.shown = defender.shown = SHOWN.firing;
  const stepsMax = stepsOf(fight, engagement.ticksMax * TICK_MINUTES);
  for (let step = 0; step < stepsMax; step++) {
    fireGuns(attacker, defender, 0.8, scene, c);
    fireGuns(defender, attacker, 0.8, scene, c);
    fireStep(fight);
    endStep(fight);
    if (attacker.men <= 0 || defender.men <= 0) break;
  }
  return 'fire-fight';
}

function endStep(fight: Fight): void {
  const { attacker, defender, scene, result } = fight;
  const { fade } = fight;
  attacker.recent *= fade;
  defender.recent *= fade;
  scene.tick++;
  result.minutes += scene.minutes;
}
