import {
  FOR,
  TICK_MINUTES,
  exp,
  logNormal,
  rallyChance,
  uniform,
  type GroundCoefficients,
} from '../engine/index.ts';
import { runAssault } from './assault.ts';
import { drawFortune, menLeft, resetBody, type Body } from './body.ts';
import { stepsOf, type Fight, type FightResult } from './fight-setup.ts';

/** Steps between the start of an assault and of its renewal: the next day. */
const DAY_TICKS = 96;

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
  const rallied = u < rallyChance(body.force.cohesion, lost, 0) ? 1 : 0.5;
  const back = Math.round(body.broken * rallied);
  body.men += body.waiting + back;
  body.broken -= back;
  body.waiting = 0;
  const share = body.men / Math.max(1, menLeft(body));
  body.companies = Math.max(1, Math.round(body.force.companies * share));
  body.suppression = body.recent = body.shellGain = 0;
  body.attacking = body.effort = 0;
  body.ammunition = Math.min(1, body.ammunition + c.loadsPerDay);
  body.shells = Math.min(1, body.shells + c.shellLoadsPerDay);
  body.fatigueDays += 1;
}
