import {
  MORTAR_LETHAL,
  POSITION_AREA,
  acquisitionShare,
  antiTankKillsPerMinute,
  closeAssaultHazard,
  dangerLeft,
  contactShare,
  flatExposure,
  fragmentExposure,
  recoveryRate,
  suppressionAfter,
  type GroundCoefficients,
} from '../engine/index.ts';
import type { Body } from './body.ts';

/** What the two bodies of a fight share in one step of it. */
export interface Scene {
  seed: number;
  /** Counts the steps of a fight; key of its draws. */
  tick: number;
  /** Length of a step, and into how many parts its fire is divided. */
  readonly minutes: number;
  readonly subSteps: number;
  /** 0 within one hex, 1 between neighbours. */
  hexes: number;
  /** Share of the crest that the attacker holds, 0–1. */
  held: number;
  readonly trench: number;
  readonly wire: number;
  readonly rock: boolean;
  readonly coordination: number;
  readonly light: number;
  readonly weather: number;
  /** Whether the defender fires. */
  defenderFires: boolean;
}

/**
 * One part of a step of a fire-fight between two bodies: both act on how things stood at its start, so that
 * nobody shoots first. The arithmetic is that of the engine's bodies with one body on each side.
 */
export function exchangeFire(
  attacker: Body,
  defender: Body,
  scene: Scene,
  c: GroundCoefficients,
): void {
  ready(attacker, c);
  ready(defender, c);
  sendFire(attacker, defender, 1, scene, c);
  if (scene.defenderFires) sendFire(defender, attacker, 0, scene, c);
  suffer(attacker, scene, c);
  suffer(defender, scene, c);
}

function ready(body: Body, c: GroundCoefficients): void {
  const lost = body.hits + body.closeHits + body.fragmentHits;
  const left = Math.max(0, 1 - lost / Math.max(1, body.men));
  const moving = 1 - body.attacking * (1 - c.movingFire);
  body.grip = 1 - c.fireLoss * body.suppression;
  body.output = left * moving * body.grip;
  body.incoming = 0;
}

function sendFire(
  from: Body,
  at: Body,
  fromAttacker: 0 | 1,
  scene: Scene,
  c: GroundCoefficients,
): void {
  const { hexes } = scene;
  at.incoming += from.power * at.visible[hexes * 5 + at.shown]! * from.output;
  if (hexes === 0) grapple(from, at, fromAttacker, scene, c);
  if (at.tanks > 0 || from.tanks > 0) shootTanks(from, at, scene, c);
  if (from.mortars > 0) throwBombs(from, at, scene, c);
}

function grapple(
  from: Body,
  at: Body,
  fromAttacker: 0 | 1,
  scene: Scene,
  c: GroundCoefficients,
): void {
  const minutes = scene.minutes / scene.subSteps;
  const held = fromAttacker === 1 ? scene.held : 1 - scene.held;
  const pressing = Math.max(from.attacking * from.effort, at.attacking * at.effort);
  const able = Math.min(from.engaged, 1.5 * at.engaged) * from.grip;
  const skill = (from.quality * from.fortune) / at.quality;
  at.closeHits += able * c.closeHits * contactShare(held) * pressing * skill * minutes;
}

function shootTanks(from: Body, at: Body, scene: Scene, c: GroundCoefficients): void {
  const { hexes } = scene;
  const minutes = scene.minutes / scene.subSteps;
  const exposed = at.tanks * (0.5 + 0.5 * at.tankShare);
  const metres = hexes === 0 ? 200 : 450;
  const danger = dangerLeft(at.isAttacker ? scene.coordination : 0, c) * minutes;
  if (exposed > 0 && from.antiTank > 0) {
    const seen = Math.min(1, exposed / 3);
    at.tankHazard += antiTankKillsPerMinute(from.antiTank * from.output, metres, seen, c) * danger;
  }
  if (exposed > 0 && hexes === 0) {
    const friends = at.engaged * (1 - at.suppression);
    const hazard = closeAssaultHazard(from.engaged, from.suppression, friends, exposed, c);
    at.tankHazard += (hazard * exposed * danger) / 60;
  }
  if (at.antiTank > 0 && from.tankPower > 0) {
    at.gunHazard += (from.tankPower * from.output * minutes * 0.1) / 12;
  }
}

function throwBombs(from: Body, at: Body, scene: Scene, c: GroundCoefficients): void {
  const minutes = scene.minutes / scene.subSteps;
  const rounds = from.mortars * c.mortarRounds * from.output * c.onTargetShare;
  const attacking = at.attacking > 0.5;
  const works = at.isAttacker ? 0 : scene.trench;
  const lying = attacking ? 1 - 0.6 * at.suppression : 1;
  const exposure = lying * fragmentExposure(attacking, works, scene.rock, c);
  at.fragmentHits += ((rounds * MORTAR_LETHAL * exposure * minutes) / POSITION_AREA) * at.men;
}

function suffer(body: Body, scene: Scene, c: GroundCoefficients): void {
  const minutes = scene.minutes / scene.subSteps;
  const s = body.suppression;
  const works = body.isAttacker ? 0 : scene.trench;
  const attack = body.attacking * body.effort;
  const still = flatExposure(false, works, s, 0, c);
  let exposure = still;
  if (attack > 0) {
    const held = scene.hexes === 0 ? scene.held : 0;
    const wire = 1 + scene.wire * (1 - held) * (1 - scene.coordination);
    const forward = flatExposure(true, 0, s, scene.coordination, c) * (1 - 0.6 * held) * wire;
    exposure = attack * forward + (1 - attack) * still;
  }
  body.hits += body.incoming * exposure * acquisitionShare(body.engaged, c) * minutes;
  const cover = 1 - 0.5 * works;
  const bullets = (c.smallArmsGain * cover * body.incoming) / Math.max(40, body.engaged);
  const shells = body.shellGain * cover;
  const after = suppressionAfter(s, bullets + shells, recoveryRate(bullets, shells, c), minutes);
  body.suppressionSum += (s + after) / (2 * scene.subSteps);
  body.suppression = after;
}
