import {
  FOR,
  POSITION_AREA,
  binomialFrom,
  bombCasualtyChance,
  crouchCover,
  fragmentExposure,
  lethalArea,
  missionReserve,
  missionRounds,
  observationFactor,
  roundsPerLoad,
  shellCasualtyChance,
  shellWeight,
  suppressionAfterRaid,
  turnBackChance,
  uniform,
  type FireMission,
  type GroundCoefficients,
} from '../engine/index.ts';
import type { Body } from './body.ts';
import type { Scene } from './exchange.ts';

/** Light below which it is night for a battery. As in the engine. */
const NAUTICAL = 2;

/** Share of its effect that fire lifted off the crest keeps while own men are there. As in the engine. */
const LIFTED = 0.3;

/**
 * Fire of one side's guns over a quarter of an hour: men hit by fragments, and the weight of the shells
 * that the fire-fight of the same quarter takes up.
 * @param concert share of its effect that the fire keeps, 0–1.
 * @param mission what it is fired for: it says how fast, and what is kept back.
 */
export function fireGuns(
  from: Body,
  at: Body,
  concert: number,
  mission: FireMission,
  scene: Scene,
  c: GroundCoefficients,
): void {
  at.shellGain = 0;
  if (from.guns <= 0) return;
  const { calibreMm } = from.force;
  const sight = observationFactor(true, scene.light, scene.weather, c);
  const load = roundsPerLoad(calibreMm, c);
  const spare = Math.max(0, from.shells - missionReserve(mission, c)) * load;
  const rate = missionRounds(calibreMm, mission, scene.light < NAUTICAL, c);
  const fired = Math.min(rate * scene.minutes, spare);
  if (fired <= 0) return;
  from.shells -= fired / load;
  const lifted = scene.hexes === 0 ? LIFTED : 1;
  const rounds = fired * from.guns * sight * c.onTargetShare * concert * lifted;
  const each = lethalArea(calibreMm) * c.lethalScale;
  at.shellGain = c.shellGain * shellWeight(rounds / scene.minutes, each, POSITION_AREA);
  const works = at.isAttacker ? 0 : scene.trench;
  const moving = at.attacking > 0 && scene.hexes === 1;
  const crouching = mission === 'plan' ? 1 : at.suppression;
  const down = moving ? 1 - 0.6 * at.suppression : crouchCover(works, crouching, c);
  const exposure = down * fragmentExposure(moving, works, scene.rock, c);
  const chance = shellCasualtyChance(rounds, each, exposure, POSITION_AREA);
  const u = uniform(scene.seed, FOR.artillery, scene.tick, at.force.luckKey);
  takeMen(at, binomialFrom(u, at.men, chance));
}

/** A raid on the defender before the assault. */
export function bombDefender(from: Body, at: Body, scene: Scene, c: GroundCoefficients): void {
  const { aircraft } = from.force;
  if (aircraft <= 0) return;
  const luck = from.force.luckKey;
  const turned = turnBackChance(scene.light, scene.weather, c);
  if (uniform(scene.seed, FOR.air, scene.tick, luck) < turned) return;
  const exposure = fragmentExposure(false, scene.trench, scene.rock, c);
  const u = uniform(scene.seed, FOR.air, scene.tick, luck, 0, 2);
  takeMen(at, binomialFrom(u, at.men, bombCasualtyChance(aircraft, exposure, c)));
  at.suppression = suppressionAfterRaid(at.suppression, aircraft, c);
}

/** Takes men off a body: whoever is lost leaves `men`. */
export function takeMen(body: Body, count: number): void {
  const lost = Math.min(body.men, count);
  body.men -= lost;
  body.lost += lost;
  body.recent += lost;
}
