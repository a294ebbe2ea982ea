import { groundCoefficients, type GroundCoefficients } from '../rules/coefficients.ts';
import { lullShare } from '../rules/fire.ts';
import { TICK_MINUTES } from '../time.ts';
import type { Run } from '../world/world.ts';
import { bodies, visibleShare } from './combat-bodies.ts';
import { gatherBodies, isOpenWar, pairs } from './combat-contact.ts';
import { grapple, shootTanks, suffer, throwBombs } from './combat-effects.ts';
import { settleBodies } from './combat-results.ts';
import { pushCrests } from './crest.ts';
import type { Occupancy } from './occupancy.ts';
import { lightNow, lullTicks } from './state.ts';

/** Sub-steps of a tick. Source: adjudication sources 4: time constants of 1–20 min ask for steps of about 3 min. */
const SUB_STEPS = 5;

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
 * elsewhere bodies in contact exchange the fire of a lull every two hours, for two (in the coarse part
 * of a scenario every four hours, for four). Losses are drawn
 * at the end, one draw for each unit.
 * @param attack whether an attack is going forward anywhere.
 */
export function fight(run: Run, occupancy: Occupancy, attack: boolean): void {
  const { world, model } = run;
  const c = groundCoefficients(world.params);
  if (fought.length < 2 * model.grid.count) fought = new Uint8Array(2 * model.grid.count);
  fought.fill(0);
  const beat = lullTicks(run);
  const lulls = world.tick % beat === 0;
  if (!attack && !lulls) return;
  lullMinutes = beat * TICK_MINUTES;
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
    const minutes = pairs.hot[p] === 1 ? TICK_MINUTES : lullMinutes;
    for (let end = 0; end < 2; end++) {
      const body = end === 0 ? pairs.a[p]! : pairs.b[p]!;
      const known = bodies.minutes[body]!;
      if (known === 0 || minutes < known) bodies.minutes[body] = minutes;
    }
  }
}

/** Minutes of fire that a lull in this call stands for. Scratch. */
let lullMinutes = 60;

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
  return bodies.minutes[pairs.a[p]!]! < lullMinutes || bodies.minutes[pairs.b[p]!]! < lullMinutes;
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
  const mixed = hexes > 0 && bodies.mixed[at] === 1 ? MIXED_SHARE : 1;
  const f = flow.count++;
  flow.from[f] = from;
  flow.at[f] = at;
  flow.hexes[f] = hexes;
  flow.close[f] = assault ? 1 : 0;
  flow.power[f] = power * willing * weight * seen * lull * mixed;
  spread[from] = spread[from]! + weight;
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
    if (flow.power[f]! > 0 && flow.hexes[f]! <= 1) throwBombs(from, at, minutes, c);
  }
  for (let body = 0; body < bodies.count; body++) suffer(run, occupancy, body, SUB_STEPS, c);
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
