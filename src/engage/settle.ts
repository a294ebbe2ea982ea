import {
  FOR,
  binomialFrom,
  breakChance,
  breakHazardPerHour,
  smallArmsUse,
  uniform,
  type GroundCoefficients,
} from '../engine/index.ts';
import type { Body } from './body.ts';
import type { Scene } from './exchange.ts';
import { takeMen } from './shelling.ts';

const input = {
  attacking: false,
  recentLossShare: 0,
  totalLossShare: 0,
  // Companies of a body are alike here: none has lost more of its leaders than the others.
  leadersLost: 0,
  flankThreatened: false,
  suppression: 0,
  cohesion: 0,
  lostGround: false,
  fatigueDays: 0,
};

/** Draws what the fire of a step did to a body: men, tanks, guns, and whether its companies stand. */
export function settle(body: Body, enemy: Body, scene: Scene, c: GroundCoefficients): void {
  const { seed, tick } = scene;
  const luck = body.force.luckKey;
  const hits = body.hits + body.closeHits + body.fragmentHits;
  if (hits > 0 && body.men > 0) {
    const chance = Math.min(1, hits / body.men);
    takeMen(body, binomialFrom(uniform(seed, FOR.fire, tick, luck), body.men, chance));
  }
  loseVehicles(body, scene);
  // As in the engine: in an attack six tenths of the highest rate of fire are kept up.
  if (enemy.incoming > 0) {
    body.ammunition = Math.max(0, body.ammunition - smallArmsUse(scene.minutes, 0.6, c));
  }
  holdOrBreak(body, scene, c);
}

function loseVehicles(body: Body, scene: Scene): void {
  const { seed, tick } = scene;
  const luck = body.force.luckKey;
  if (body.tanks > 0 && body.tankHazard > 0) {
    const chance = breakChance(body.tankHazard / body.tanks, 1);
    const lost = binomialFrom(uniform(seed, FOR.tank, tick, luck), body.tanks, chance);
    body.tanks -= lost;
    body.tanksLost += lost;
  }
  if (body.antiTank > 0 && body.gunHazard > 0) {
    const chance = breakChance(body.gunHazard / body.antiTank, 1);
    const u = uniform(seed, FOR.tank, tick, luck, 1);
    body.antiTank -= binomialFrom(u, Math.round(body.antiTank), chance);
  }
}

/**
 * Companies that give way leave the fight with their share of the men. All companies of a body have the
 * same hazard here, so their number is drawn at once.
 */
function holdOrBreak(body: Body, scene: Scene, c: GroundCoefficients): void {
  if (body.men <= 0 || body.companies <= 0) return;
  if (body.recent <= 0 && body.suppression < 0.3) return;
  const men = Math.max(1, body.force.men);
  const held = body.isAttacker ? scene.held : 1 - scene.held;
  input.attacking = body.attacking > 0;
  input.recentLossShare = body.recent / men;
  input.totalLossShare = body.lost / men;
  input.suppression = body.suppressionSum;
  input.cohesion = body.force.cohesion;
  input.lostGround = scene.hexes === 0 && held <= 0.1 && body.attacking < 0.5;
  input.fatigueDays = body.fatigueDays;
  const chance = breakChance(breakHazardPerHour(input, c), scene.minutes / 60);
  const here = Math.max(
    1,
    Math.round((body.companies * body.men) / Math.max(1, body.men + body.waiting)),
  );
  const u = uniform(scene.seed, FOR.break, scene.tick, body.force.luckKey);
  const broken = binomialFrom(u, here, chance);
  if (broken === 0) return;
  const gone = broken >= here ? body.men : Math.round((body.men * broken) / here);
  body.men -= gone;
  body.broken += gone;
  body.companies -= broken;
}
