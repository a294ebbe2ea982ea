import { MORTAR_LETHAL, POSITION_AREA, fragmentExposure } from '../rules/artillery.ts';
import { groundCoefficients, type GroundCoefficients } from '../rules/coefficients.ts';
import { acquisitionShare, flatExposure } from '../rules/fire.ts';
import { contactShare } from '../rules/morale.ts';
import { recoveryRate, suppressionAfter } from '../rules/suppression.ts';
import { antiTankKillsPerMinute, closeAssaultHazard, dangerLeft } from '../rules/tanks.ts';
import { TICK_MINUTES } from '../time.ts';
import type { Run } from '../world/world.ts';
import { bodies } from './combat-bodies.ts';
import type { Occupancy } from './occupancy.ts';

/** Share of the crest a body holds, 0–1, in an assault within one hex. */
export function crestShare(run: Run, body: number): number {
  const share = run.world.ground.share[bodies.hex[body]!]! / 10;
  return bodies.side[body] === 0 ? share : 1 - share;
}

/** How hard a body presses an attack, 0–1. */
function pressOf(body: number): number {
  return bodies.attacking[body]! > 0 ? bodies.effort[body]! : 0;
}

/**
 * Grenades and bayonets: more the further the two sides are mingled. Assumption: no more than three men
 * get at two.
 */
export function grapple(
  run: Run,
  from: number,
  at: number,
  minutes: number,
  c: GroundCoefficients,
): void {
  const held = crestShare(run, from);
  const pressing = Math.max(pressOf(from), pressOf(at));
  const contact = contactShare(held) * pressing;
  const able = Math.min(bodies.engaged[from]!, 1.5 * bodies.engaged[at]!) * bodies.grip[from]!;
  const skill = (bodies.quality[from]! * bodies.fortune[from]!) / bodies.quality[at]!;
  const hits = able * c.closeHits * contact * skill * minutes;
  bodies.closeHits[at] = bodies.closeHits[at]! + hits;
}

/** Pace of fire of a body, of its liveliest: in a lull the fire of static lines. */
function paceOf(from: number, c: GroundCoefficients): number {
  return bodies.minutes[from]! <= TICK_MINUTES ? 1 : c.staticShare;
}

/**
 * Anti-tank guns and tank hunters against tanks, and tanks against anti-tank guns. Assumption: a tenth of
 * the hits strikes the crew, a dozen make a crew.
 */
export function shootTanks(
  from: number,
  at: number,
  hexes: number,
  minutes: number,
  c: GroundCoefficients,
): void {
  const tanks = bodies.exposedTanks[at]!;
  const targetGuns = bodies.antiTank[at]! > 0 && bodies.tankPower[from * 3 + hexes]! > 0;
  if (tanks <= 0 && !targetGuns) return;
  const metres = hexes === 0 ? 200 : hexes === 1 ? 450 : 950;
  const fire = paceOf(from, c) * minutes;
  const danger = dangerLeft(bodies.concert[at]!, c) * fire;
  if (tanks > 0 && bodies.antiTank[from]! > 0) {
    const seen = Math.min(1, tanks / 3) * Math.min(1, bodies.shownMetres[at]! / metres);
    const kills = antiTankKillsPerMinute(
      bodies.antiTank[from]! * bodies.output[from]!,
      metres,
      seen,
      c,
    );
    bodies.tankHazard[at] = bodies.tankHazard[at]! + kills * danger;
  }
  if (tanks > 0 && hexes === 0) {
    const hazard = closeAssaultHazard(
      bodies.engaged[from]!,
      bodies.suppression[from]!,
      bodies.engaged[at]! * (1 - bodies.suppression[at]!),
      tanks,
      c,
    );
    bodies.tankHazard[at] = bodies.tankHazard[at]! + (hazard * tanks * danger) / 60;
  }
  // Tanks that see a gun shoot it first: a gun is lost for every dozen hits its crew would take.
  if (targetGuns) {
    const hits = bodies.tankPower[from * 3 + hexes]! * bodies.output[from]! * fire;
    bodies.gunHazard[at] = bodies.gunHazard[at]! + (hits * 0.1) / 12;
  }
}

/**
 * Mortars and grenade dischargers. Assumption: men who are wholly pinned show four tenths of themselves.
 */
export function throwBombs(from: number, at: number, minutes: number, c: GroundCoefficients): void {
  if (bodies.mortars[from]! <= 0) return;
  const rounds =
    bodies.mortars[from]! *
    c.mortarRounds *
    bodies.output[from]! *
    paceOf(from, c) *
    c.onTargetShare;
  const attacking = bodies.attacking[at]! > 0.5;
  const lying = attacking ? 1 - 0.6 * bodies.suppression[at]! : 1;
  const exposure = lying * fragmentExposure(attacking, bodies.works[at]!, bodies.rock[at] === 1, c);
  const share = (rounds * MORTAR_LETHAL * exposure * minutes) / POSITION_AREA;
  bodies.fragmentHits[at] = bodies.fragmentHits[at]! + share * bodies.men[at]!;
}

/**
 * What a body takes in a sub-step: hits by flat fire, and the suppression that comes with it. Assumption:
 * the part of a crest that is held gives cover for six tenths of those on it.
 * @param subSteps number of sub-steps of the call.
 */
export function suffer(
  run: Run,
  occupancy: Occupancy,
  body: number,
  subSteps: number,
  c: GroundCoefficients,
): void {
  const minutes = bodies.minutes[body]! / subSteps;
  const s = bodies.suppression[body]!;
  const attack = bodies.attacking[body]! * bodies.effort[body]!;
  const forward = attack > 0 ? exposedForward(run, body, c) : 0;
  const still = flatExposure(false, bodies.works[body]!, s, 0, c);
  const exposure = attack * forward + (1 - attack) * still;
  const engaged = bodies.engaged[body]!;
  const incoming = bodies.incoming[body]!;
  bodies.hits[body] =
    bodies.hits[body]! + incoming * exposure * acquisitionShare(engaged, c) * minutes;
  const cover = 1 - 0.5 * bodies.works[body]!;
  const bullets = (c.smallArmsGain * cover * incoming) / Math.max(40, engaged);
  const shells = occupancy.shellGain[bodies.key[body]!]! * cover;
  const recovery = recoveryRate(bullets, shells, c);
  const after = suppressionAfter(s, bullets + shells, recovery, minutes);
  bodies.suppressionSum[body] = bodies.suppressionSum[body]! + (s + after) / (2 * subSteps);
  bodies.suppression[body] = after;
}

/** Exposure to flat fire of the part of a body that goes forward. */
function exposedForward(run: Run, body: number, c: GroundCoefficients): number {
  const concert = bodies.concert[body]!;
  const inHex = 1 - 0.6 * crestShareIfMixed(run, body);
  const wire = 1 + enemyWire(run, body) * (1 - concert);
  return flatExposure(true, 0, bodies.suppression[body]!, concert, c) * inHex * wire;
}

function crestShareIfMixed(run: Run, body: number): number {
  return bodies.mixed[body] === 1 ? crestShare(run, body) : 0;
}

/** Wire of the enemy in the hex that attackers are in. */
function enemyWire(run: Run, body: number): number {
  const n = run.model.grid.count;
  const held = crestShareIfMixed(run, body);
  const wire = run.world.ground.wire[(1 - bodies.side[body]!) * n + bodies.hex[body]!]!;
  return wire * groundCoefficients(run.world.params).worksEffect * (1 - held);
}
