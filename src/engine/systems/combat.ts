import { fragmentExposure } from '../rules/artillery.ts';
import { groundCoefficients, type GroundCoefficients } from '../rules/coefficients.ts';
import { acquisitionShare, flatExposure, lullShare } from '../rules/fire.ts';
import { contactShare } from '../rules/morale.ts';
import { recoveryRate, suppressionAfter } from '../rules/suppression.ts';
import { antiTankKillsPerMinute, closeAssaultHazard } from '../rules/tanks.ts';
import { TICK_MINUTES, TICKS_PER_HOUR } from '../time.ts';
import type { Run } from '../world/world.ts';
import {
  POSITION_AREA,
  bodies,
  gatherBodies,
  isOpenWar,
  pairs,
  visibleShare,
} from './combat-bodies.ts';
import { settleBodies } from './combat-results.ts';
import { pushCrests } from './crest.ts';
import type { Occupancy } from './occupancy.ts';
import { lightNow } from './state.ts';

/** Sub-steps of a tick. Source: notes 4: time constants of 1–20 min ask for steps of about 3 min. */
const SUB_STEPS = 5;

/** Lethal area of a light mortar or grenade-discharger bomb, m². Assumption: a third of a 76 mm shell. */
const MORTAR_LETHAL = 70;

/** Share of a body's fire that goes on into a hex where its own men stand among the enemy. Assumption. */
const MIXED_SHARE = 0.3;

const FLOWS = 4096;
/** Directed fires: from body, at body, and strength per minute. Scratch. */
const flow = {
  count: 0,
  from: new Int32Array(FLOWS),
  at: new Int32Array(FLOWS),
  hexes: new Uint8Array(FLOWS),
  power: new Float64Array(FLOWS),
  /** 1 in an assault within one hex. */
  close: new Uint8Array(FLOWS),
};

/** `[body]` sum of the weights over which it spreads its fire, and whether an enemy opens on it. Scratch. */
const spread = new Float64Array(512);
const openedUpon = new Uint8Array(512);

/** `[key]` 1 where a fire-fight was worked out in this call. */
export let fought = new Uint8Array(0);

/**
 * Fire-fights of this tick. Where somebody attacks, the quarter of an hour is fought out in sub-steps;
 * elsewhere bodies in contact exchange the fire of a lull once an hour, for the hour. Losses are drawn
 * at the end, one draw for each unit.
 */
export function fight(run: Run, occupancy: Occupancy): void {
  const { world, model } = run;
  const c = groundCoefficients(world.params);
  if (fought.length < 2 * model.grid.count) fought = new Uint8Array(2 * model.grid.count);
  fought.fill(0);
  const lulls = world.tick % TICKS_PER_HOUR === 0;
  gatherBodies(run, occupancy, lulls, c);
  if (pairs.count === 0) return;
  clearBodies();
  directFire(run, c);
  if (flow.count === 0 && !anyShelled(occupancy)) return;
  for (let step = 0; step < SUB_STEPS; step++) subStep(run, occupancy, c);
  for (let body = 0; body < bodies.count; body++) {
    if (bodies.minutes[body]! > 0) fought[bodies.key[body]!] = 1;
  }
  settleBodies(run, occupancy, c);
  pushCrests(run, occupancy, c);
}

function anyShelled(occupancy: Occupancy): boolean {
  for (let body = 0; body < bodies.count; body++) {
    if (occupancy.shellGain[bodies.key[body]!]! > 0) return true;
  }
  return false;
}

function clearBodies(): void {
  for (let body = 0; body < bodies.count; body++) {
    bodies.minutes[body] = 0;
    bodies.hits[body] = 0;
    bodies.closeHits[body] = 0;
    bodies.fragmentHits[body] = 0;
    bodies.tankHazard[body] = 0;
    bodies.gunHazard[body] = 0;
    bodies.suppressionSum[body] = 0;
    spread[body] = 0;
    openedUpon[body] = 0;
  }
  for (let p = 0; p < pairs.count; p++) {
    // A body with an attack on hand has no time for the shots of a lull.
    const minutes = pairs.hot[p] === 1 ? TICK_MINUTES : 60;
    for (let end = 0; end < 2; end++) {
      const body = end === 0 ? pairs.a[p]! : pairs.b[p]!;
      const known = bodies.minutes[body]!;
      if (known === 0 || minutes < known) bodies.minutes[body] = minutes;
    }
  }
}

/** Whether lines in contact shoot without new cause, in this call. Scratch. */
let openWar = false;

/** Decides who fires at whom, and how each body spreads its fire. */
function directFire(run: Run, c: GroundCoefficients): void {
  const light = lightNow(run);
  openWar = isOpenWar(run);
  for (let p = 0; p < pairs.count; p++) {
    if (isIdlePair(p)) continue;
    if (opening(run, pairs.a[p]!, pairs.b[p]!, p) > 0) openedUpon[pairs.b[p]!] = 1;
    if (opening(run, pairs.b[p]!, pairs.a[p]!, p) > 0) openedUpon[pairs.a[p]!] = 1;
  }
  flow.count = 0;
  for (let p = 0; p < pairs.count; p++) {
    if (isIdlePair(p)) continue;
    addFlow(run, pairs.a[p]!, pairs.b[p]!, p, light, c);
    addFlow(run, pairs.b[p]!, pairs.a[p]!, p, light, c);
  }
  for (let f = 0; f < flow.count; f++) {
    const total = spread[flow.from[f]!]!;
    if (total > 0) flow.power[f] = flow.power[f]! / total;
  }
}

/** A lull pair one of whose bodies is busy with an attack elsewhere. */
function isIdlePair(p: number): boolean {
  if (pairs.hot[p] === 1) return false;
  return bodies.minutes[pairs.a[p]!]! < 60 || bodies.minutes[pairs.b[p]!]! < 60;
}

/** Share of a body that opens fire on another of its own will, 0–1. */
function opening(run: Run, from: number, at: number, p: number): number {
  const hot = pairs.hot[p] === 1;
  if (pairs.hexes[p] === 0 && hot) return 1;
  // In open war whoever may answer fire has had his shot already.
  const war = !hot && pairs.hexes[p]! <= 1 && openWar;
  const share = war ? bodies.answering[from]! : bodies.free[from]!;
  if (share <= 0) return 0;
  const n = run.model.grid.count;
  const seen = run.world.ground.seenTick[bodies.side[from]! * n + bodies.hex[at]!]!;
  return seen >= 0 && run.world.tick - seen <= (hot ? 2 : 16) ? share : 0;
}

function addFlow(
  run: Run,
  from: number,
  at: number,
  p: number,
  light: number,
  c: GroundCoefficients,
): void {
  const hexes = pairs.hexes[p]!;
  const assault = hexes === 0 && pairs.hot[p] === 1;
  const answer = openedUpon[from] === 1 ? bodies.answering[from]! : 0;
  const willing = Math.max(opening(run, from, at, p), answer);
  if (willing <= 0 || flow.count >= FLOWS) return;
  const power = bodies.power[from * 3 + hexes]!;
  // Near and numerous enemies draw the fire; in one hex there is nobody else to shoot at.
  const weight = hexes === 0 ? 20 * bodies.men[at]! : bodies.men[at]! / (hexes * hexes);
  const seen = visibleShare(run, at, hexes);
  const lull = pairs.hot[p] === 1 ? 1 : lullShare(light, c);
  const mixed = hexes > 0 && isMixed(run, bodies.hex[at]!) ? MIXED_SHARE : 1;
  const f = flow.count++;
  flow.from[f] = from;
  flow.at[f] = at;
  flow.hexes[f] = hexes;
  flow.close[f] = assault ? 1 : 0;
  flow.power[f] = power * willing * weight * seen * lull * mixed;
  spread[from] = spread[from]! + weight;
}

/** Whether both sides stand in a hex, as far as bodies of this call tell. */
function isMixed(run: Run, hex: number): boolean {
  const n = run.model.grid.count;
  let sides = 0;
  for (let body = 0; body < bodies.count; body++) {
    if (bodies.key[body]! % n === hex) sides |= 1 << bodies.side[body]!;
  }
  return sides === 3;
}

function subStep(run: Run, occupancy: Occupancy, c: GroundCoefficients): void {
  // Both sides act on how things stood at the start of the step, so that nobody shoots first.
  for (let body = 0; body < bodies.count; body++) {
    bodies.incoming[body] = 0;
    bodies.grip[body] = 1 - c.fireLoss * bodies.suppression[body]!;
    bodies.output[body] = firing(body, c);
  }
  for (let f = 0; f < flow.count; f++) {
    const from = flow.from[f]!;
    const at = flow.at[f]!;
    const minutes = bodies.minutes[from]! / SUB_STEPS;
    bodies.incoming[at] = bodies.incoming[at]! + flow.power[f]! * bodies.output[from]!;
    if (flow.close[f] === 1) grapple(run, from, at, minutes, c);
    shootTanks(from, at, flow.hexes[f]!, minutes, c);
    throwBombs(from, at, f, minutes, c);
  }
  for (let body = 0; body < bodies.count; body++) suffer(run, occupancy, body, c);
}

/** Share of its fire that a body has left: movement, suppression and losses of this call. */
function firing(body: number, c: GroundCoefficients): number {
  const left = Math.max(0, 1 - lossShare(body));
  const moving = 1 - bodies.attacking[body]! * (1 - c.movingFire);
  return left * moving * (1 - c.fireLoss * bodies.suppression[body]!);
}

function lossShare(body: number): number {
  const hits = bodies.hits[body]! + bodies.closeHits[body]! + bodies.fragmentHits[body]!;
  return hits / Math.max(1, bodies.men[body]!);
}

/** Share of the crest a body holds, 0–1, in an assault within one hex. */
export function crestShare(run: Run, body: number): number {
  const share = run.world.ground.share[bodies.hex[body]!]! / 10;
  return bodies.side[body] === 0 ? share : 1 - share;
}

function pressOf(body: number): number {
  return bodies.attacking[body]! > 0 ? bodies.effort[body]! : 0;
}

/** Grenades and bayonets: more the further the two sides are mingled. */
function grapple(run: Run, from: number, at: number, minutes: number, c: GroundCoefficients): void {
  const held = crestShare(run, from);
  const pressing = Math.max(pressOf(from), pressOf(at));
  const contact = contactShare(held) * pressing;
  const able = Math.min(bodies.engaged[from]!, 1.5 * bodies.engaged[at]!) * bodies.grip[from]!;
  const skill = (bodies.quality[from]! * bodies.fortune[from]!) / bodies.quality[at]!;
  const hits = able * c.closeHits * contact * skill * minutes;
  bodies.closeHits[at] = bodies.closeHits[at]! + hits;
}

function shootTanks(
  from: number,
  at: number,
  hexes: number,
  minutes: number,
  c: GroundCoefficients,
): void {
  const tanks = bodies.exposedTanks[at]!;
  const metres = hexes === 0 ? 200 : hexes === 1 ? 450 : 950;
  if (tanks > 0 && bodies.antiTank[from]! > 0) {
    const seen = Math.min(1, tanks / 3) * Math.min(1, bodies.shownMetres[at]! / metres);
    const kills = antiTankKillsPerMinute(
      bodies.antiTank[from]! * bodies.output[from]!,
      metres,
      seen,
      c,
    );
    bodies.tankHazard[at] = bodies.tankHazard[at]! + kills * minutes;
  }
  if (tanks > 0 && hexes === 0) {
    const hazard = closeAssaultHazard(
      bodies.engaged[from]!,
      bodies.suppression[from]!,
      bodies.engaged[at]! * (1 - bodies.suppression[at]!),
      tanks,
      c,
    );
    bodies.tankHazard[at] = bodies.tankHazard[at]! + (hazard * tanks * minutes) / 60;
  }
  // Tanks that see a gun shoot it first: a gun is lost for every dozen hits its crew would take.
  if (bodies.antiTank[at]! > 0 && bodies.tankPower[from * 3 + hexes]! > 0) {
    const hits = bodies.tankPower[from * 3 + hexes]! * bodies.output[from]! * minutes;
    bodies.gunHazard[at] = bodies.gunHazard[at]! + (hits * 0.1) / 12;
  }
}

function throwBombs(
  from: number,
  at: number,
  f: number,
  minutes: number,
  c: GroundCoefficients,
): void {
  if (bodies.mortars[from]! <= 0 || flow.hexes[f]! > 1) return;
  const reduced =
    flow.power[f]! <= 0
      ? 0
      : Math.min(1, bodies.minutes[from]! <= TICK_MINUTES ? 1 : c.staticShare);
  const rounds =
    bodies.mortars[from]! * c.mortarRounds * bodies.output[from]! * reduced * c.onTargetShare;
  const attacking = bodies.attacking[at]! > 0.5;
  const lying = attacking ? 1 - 0.6 * bodies.suppression[at]! : 1;
  const exposure = lying * fragmentExposure(attacking, bodies.works[at]!, bodies.rock[at] === 1, c);
  const share = (rounds * MORTAR_LETHAL * exposure * minutes) / POSITION_AREA;
  bodies.fragmentHits[at] = bodies.fragmentHits[at]! + share * bodies.men[at]!;
}

/** What a body takes in a sub-step: hits by flat fire, and the suppression that comes with it. */
function suffer(run: Run, occupancy: Occupancy, body: number, c: GroundCoefficients): void {
  const minutes = bodies.minutes[body]! / SUB_STEPS;
  const s = bodies.suppression[body]!;
  const attack = bodies.attacking[body]! * bodies.effort[body]!;
  const inHex = attack > 0 ? 1 - 0.6 * crestShareIfMixed(run, body) : 1;
  const wire = attack > 0 ? 1 + enemyWire(run, body) * (1 - bodies.concert[body]!) : 1;
  const forward = flatExposure(true, 0, s, bodies.concert[body]!, c) * inHex * wire;
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
  bodies.suppressionSum[body] = bodies.suppressionSum[body]! + (s + after) / (2 * SUB_STEPS);
  bodies.suppression[body] = after;
}

function crestShareIfMixed(run: Run, body: number): number {
  return isMixed(run, bodies.hex[body]!) ? crestShare(run, body) : 0;
}

/** Wire of the enemy in the hex that attackers are in. */
function enemyWire(run: Run, body: number): number {
  const n = run.model.grid.count;
  const held = crestShareIfMixed(run, body);
  return run.world.ground.wire[(1 - bodies.side[body]!) * n + bodies.hex[body]!]! * (1 - held);
}
