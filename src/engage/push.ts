import {
  FOR,
  TICK_MINUTES,
  closeStrength,
  crestPushTenths,
  uniform,
  type GroundCoefficients,
} from '../engine/index.ts';
import type { Body } from './body.ts';
import type { Scene } from './exchange.ts';

const input = {
  able: 0,
  men: 0,
  engaged: 0,
  skill: 1,
  attacking: 0,
  concert: 0,
  works: 0,
  enemyWire: 0,
};

/**
 * Moves the line between the two sides by whole tenths of the ground. As in the engine, only attackers
 * gain ground, and a defence that has the upper hand wins back three tenths of what an attack would.
 */
export function pushCrest(
  attacker: Body,
  defender: Body,
  scene: Scene,
  c: GroundCoefficients,
): void {
  const own = strengthOf(attacker, scene, c);
  const enemy = strengthOf(defender, scene, c);
  const expected = (crestPushTenths(own, enemy, c) * scene.minutes) / TICK_MINUTES;
  const pushed = expected > 0 ? expected * attacker.effort : expected * 0.3;
  const u = uniform(scene.seed, FOR.fire, scene.tick, attacker.force.luckKey, 0, 1);
  const whole = Math.floor(Math.abs(pushed) + u) * (pushed < 0 ? -1 : 1);
  scene.held = Math.max(0, Math.min(10, Math.round(scene.held * 10) + whole)) / 10;
}

function strengthOf(body: Body, scene: Scene, c: GroundCoefficients): number {
  input.able = body.engaged * (1 - c.fireLoss * body.suppressionSum);
  input.men = body.men;
  input.engaged = body.engaged;
  input.skill = body.quality * body.fortune;
  input.attacking = body.attacking;
  input.concert = body.isAttacker ? scene.coordination : 0;
  input.works = body.isAttacker ? 0 : scene.trench;
  input.enemyWire = body.isAttacker ? scene.wire : 0;
  return closeStrength(input, c);
}
