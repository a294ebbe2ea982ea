import { NO_HEX, neighbourOf } from '../../hex/index.ts';
import { FOR, binomialFrom, uniform } from '../draw.ts';
import { emit } from '../emit.ts';
import type { GroundCoefficients } from '../rules/coefficients.ts';
import { breakChance, breakHazardPerHour, type BreakInput } from '../rules/morale.ts';
import { smallArmsUse } from '../rules/supply.ts';
import { CREW_HIT_BURNT, CREW_HIT_OTHER } from '../rules/tanks.ts';
import { killedShare, type WoundCause } from '../rules/wounds.ts';
import { TICK_MINUTES, TICKS_PER_HOUR } from '../time.ts';
import { LIGHTS, MORALES, codeOf } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import {
  WOUND_DRAW,
  breakUnit,
  captureUnit,
  loseGuns,
  loseTanks,
  leadersLostOf,
  takeLosses,
  type TankFate,
} from './casualties.ts';
import { CAPACITY, bodies } from './combat-bodies.ts';
import { pairs } from './combat-contact.ts';
import { flee, retreatHex } from './retreat.ts';
import type { Occupancy } from './occupancy.ts';
import { isAttacking } from './operations.ts';
import { placeOfLocation } from './places.ts';
import { isBattery } from './ranges.ts';
import { lightNow, lullTicks, setSuppression } from './state.ts';

const BROKEN = codeOf(MORALES, 'broken');
const CIVIL = codeOf(LIGHTS, 'civil');

/** A fire-fight is a new one when nobody of the body has fired for two hours. Assumption. */
const NEW_FIGHT_TICKS = 2 * TICKS_PER_HOUR;

/** Draws what the fire of this call did to each unit, and what follows: breaking, flight, capture. */
export function settleBodies(run: Run, occupancy: Occupancy, c: GroundCoefficients): void {
  markSenders();
  for (let body = 0; body < bodies.count; body++) markFiring(run, occupancy, body, c);
  for (let body = 0; body < bodies.count; body++) drawLosses(run, occupancy, body, c);
  for (let body = 0; body < bodies.count; body++) holdOrBreak(run, occupancy, body, c);
}

/**
 * Dates the shots of units that fired, uses up their ammunition, and tells of fire that was opened.
 * Assumption: in an attack six tenths of the highest rate of fire are kept up.
 */
function markFiring(run: Run, occupancy: Occupancy, body: number, c: GroundCoefficients): void {
  const { world } = run;
  if (hasSent[body] === 0) return;
  const units = world.units;
  const key = bodies.key[body]!;
  const minutes = bodies.minutes[body]!;
  const lively = minutes <= TICK_MINUTES ? 0.6 : c.staticShare;
  const used = smallArmsUse(minutes, lively, c);
  const quiet = Math.max(NEW_FIGHT_TICKS, lullTicks(run) + 1);
  let fresh = true;
  for (let unit = occupancy.head[key]!; unit >= 0; unit = occupancy.next[unit]!) {
    const fired = units.firedTick[unit]!;
    if (fired >= 0 && world.tick - fired < quiet) fresh = false;
  }
  for (let unit = occupancy.head[key]!; unit >= 0; unit = occupancy.next[unit]!) {
    if (units.morale[unit]! >= BROKEN) continue;
    units.firedTick[unit] = world.tick;
    // What a battery carries is shells; its carbines use none of them.
    if (isBattery(run, unit)) continue;
    units.ammunition[unit] = Math.max(0, units.ammunition[unit]! - used);
  }
  const side = bodies.side[body]!;
  world.tally.forceTick[side] = world.tick;
  if (!fresh) return;
  tellFire(run, side, body, occupancy);
}

/** Fire that begins anew is told, and that it should have ceased where the hour of the truce has passed. */
function tellFire(run: Run, side: number, body: number, occupancy: Occupancy): void {
  const { world, model } = run;
  const key = bodies.key[body]!;
  const first = occupancy.head[key]!;
  const event = emit(
    run,
    'fire-opened',
    model.units.id[first]!,
    placeOfLocation(model, bodies.hex[body]!),
    [],
    {
      side: model.sides[side]!.id,
      weapon: bodies.tanks[body]! > 0 ? 'tanks' : 'small-arms',
    },
  );
  const { truceTick } = world.talks;
  if (truceTick < 0 || world.tick < truceTick) return;
  emit(
    run,
    'shot-after-truce',
    model.units.id[first]!,
    placeOfLocation(model, bodies.hex[body]!),
    [event],
    {
      side: model.sides[side]!.id,
    },
  );
}

/** `[body]` 1 where it has sent fire in this call: it has someone who answers or opens, and an enemy hit. Scratch. */
const hasSent = new Uint8Array(CAPACITY);

function markSenders(): void {
  const { incoming, answering } = bodies;
  hasSent.fill(0, 0, bodies.count);
  for (let p = 0; p < pairs.count; p++) {
    const a = pairs.a[p]!;
    const b = pairs.b[p]!;
    if (incoming[b]! > 0 && answering[a]! > 0) hasSent[a] = 1;
    if (incoming[a]! > 0 && answering[b]! > 0) hasSent[b] = 1;
  }
}

/** Assumption: above this suppression nobody carries wounded. */
function drawLosses(run: Run, occupancy: Occupancy, body: number, c: GroundCoefficients): void {
  const { world, model } = run;
  const flat = bodies.hits[body]!;
  const close = bodies.closeHits[body]!;
  const fragments = bodies.fragmentHits[body]!;
  const chance = Math.min(1, (flat + close + fragments) / Math.max(1, bodies.men[body]!));
  const cause: WoundCause =
    close > flat && close > fragments ? 'close-combat' : fragments > flat ? 'fragments' : 'bullets';
  // Pinned in daylight under the enemy's eyes nobody carries the wounded back.
  const untended = bodies.suppressionSum[body]! > 0.6 && lightNow(run) >= CIVIL && close > 0;
  const share = killedShare(cause, untended, c);
  const end = world.tick + bodies.minutes[body]! / TICK_MINUTES;
  const isHunted = bodies.tankHazard[body]! > 0 || bodies.gunHazard[body]! > 0;
  const key = bodies.key[body]!;
  for (let unit = occupancy.head[key]!; unit >= 0; unit = occupancy.next[unit]!) {
    setSuppression(run, unit, bodies.suppression[body]!, Math.min(end, world.tick + 1));
    const luck = model.units.luckKey[unit]!;
    if (isHunted) loseVehicles(run, unit, body, c);
    // Crews are hit with their tanks, see `loseVehicles`.
    if (chance <= 0 || world.units.tanks[unit]! > 0) continue;
    const u = uniform(world.seed, FOR.fire, world.tick, luck);
    const hit = binomialFrom(u, world.units.men[unit]!, chance);
    if (hit === 0) continue;
    const v = uniform(world.seed, FOR['kind-of-wound'], world.tick, luck, 0, WOUND_DRAW.fire);
    const dead = binomialFrom(v, hit, share);
    takeLosses(run, unit, dead, hit - dead, 0, cause, []);
  }
}

/** Tanks and anti-tank guns of one unit, by its part in the body. */
function loseVehicles(run: Run, unit: number, body: number, c: GroundCoefficients): void {
  const { world, model } = run;
  const luck = model.units.luckKey[unit]!;
  const tanks = world.units.tanks[unit]!;
  if (tanks > 0 && bodies.tankHazard[body]! > 0) {
    const chance = breakChance(bodies.tankHazard[body]! / bodies.tanks[body]!, 1);
    const lost = binomialFrom(uniform(world.seed, FOR.tank, world.tick, luck), tanks, chance);
    for (let i = 0; i < lost; i++) {
      const v = uniform(world.seed, FOR.tank, world.tick, luck, 0, i + 1);
      const fate: TankFate =
        v < c.tankBurnt ? 'burnt' : v < c.tankBurnt + c.tankRear ? 'rear' : 'spot';
      const event = loseTanks(run, unit, 1, 'anti-tank', fate, []);
      loseCrew(run, unit, fate, i, event, c);
    }
  }
  const guns = world.units.antiTankGuns[unit]!;
  if (guns > 0 && bodies.gunHazard[body]! > 0) {
    const chance = breakChance(bodies.gunHazard[body]! / bodies.antiTank[body]!, 1);
    const u = uniform(world.seed, FOR.tank, world.tick, luck, 1);
    loseGuns(run, unit, binomialFrom(u, guns, chance), 'tanks', []);
  }
}

function loseCrew(
  run: Run,
  unit: number,
  fate: TankFate,
  n: number,
  event: string,
  c: GroundCoefficients,
): void {
  const { world, model } = run;
  const expected = fate === 'burnt' ? CREW_HIT_BURNT : CREW_HIT_OTHER;
  const luck = model.units.luckKey[unit]!;
  const hit = binomialFrom(uniform(world.seed, FOR.tank, world.tick, luck, 2, n), 3, expected / 3);
  const v = uniform(world.seed, FOR['kind-of-wound'], world.tick, luck, 3, n);
  const dead = binomialFrom(v, hit, killedShare('tank', false, c));
  takeLosses(run, unit, dead, hit - dead, 0, 'tank', [event]);
}

const breakInput: { -readonly [K in keyof BreakInput]: BreakInput[K] } = {
  attacking: false,
  recentLossShare: 0,
  totalLossShare: 0,
  leadersLost: 0,
  flankThreatened: false,
  suppression: 0,
  cohesion: 0,
  lostGround: false,
  fatigueDays: 0,
};

/**
 * Whether each unit of a body stands, and where those go that do not. Assumption: men not hit of late
 * break only above this suppression.
 */
function holdOrBreak(run: Run, occupancy: Occupancy, body: number, c: GroundCoefficients): void {
  const { world, model } = run;
  const units = world.units;
  const key = bodies.key[body]!;
  let beset: boolean | undefined;
  const mixed = occupancy.men[(1 - bodies.side[body]!) * model.grid.count + bodies.hex[body]!]! > 0;
  const share = world.ground.share[bodies.hex[body]!]!;
  const held = bodies.side[body] === 0 ? share : 10 - share;
  for (let unit = occupancy.head[key]!; unit >= 0; unit = occupancy.next[unit]!) {
    if (units.men[unit]! <= 0) continue;
    if (units.morale[unit]! >= BROKEN) {
      if (mixed) runOff(run, occupancy, unit);
      continue;
    }
    if (units.recentLoss[unit]! <= 0 && bodies.suppression[body]! < 0.3) continue;
    const lost = lostSoFar(run, unit);
    const start = Math.max(1, units.men[unit]! + lost);
    beset ??= flanksOf(run, occupancy, body);
    breakInput.attacking = isAttacking(run, unit);
    breakInput.recentLossShare = units.recentLoss[unit]! / start;
    breakInput.totalLossShare = lost / start;
    breakInput.leadersLost = leadersLostOf(run, unit, start, c);
    breakInput.flankThreatened = beset;
    breakInput.suppression = bodies.suppressionSum[body]!;
    breakInput.cohesion = model.units.cohesion[unit]!;
    breakInput.lostGround = mixed && held <= 1 && bodies.attacking[body]! < 0.5;
    breakInput.fatigueDays = units.fatigueDays[unit]!;
    const hours = bodies.minutes[body]! / 60;
    const chance = breakChance(breakHazardPerHour(breakInput, c), hours);
    const u = uniform(world.seed, FOR.break, world.tick, model.units.luckKey[unit]!);
    if (u >= chance) continue;
    breakUnit(run, unit, []);
    if (mixed || isAttackingHex(body)) runOff(run, occupancy, unit);
  }
}

function isAttackingHex(body: number): boolean {
  return bodies.attacking[body]! > 0;
}

function lostSoFar(run: Run, unit: number): number {
  const units = run.world.units;
  return units.killed[unit]! + units.wounded[unit]! + units.missing[unit]!;
}

/** A broken unit runs to the next hex, or is taken where it is cut off. */
function runOff(run: Run, occupancy: Occupancy, unit: number): void {
  const hex = retreatHex(run, unit, occupancy);
  if (hex >= 0) flee(run, unit, hex);
  else captureUnit(run, unit, []);
}

/** Whether enemies stand on three or more sides, the own hex counted as one. */
function flanksOf(run: Run, occupancy: Occupancy, body: number): boolean {
  const { model } = run;
  const enemy = (1 - bodies.side[body]!) * model.grid.count;
  const hex = bodies.hex[body]!;
  let sides = occupancy.men[enemy + hex]! > 0 ? 1 : 0;
  for (let direction = 0; direction < 6; direction++) {
    const other = neighbourOf(model.grid, hex, direction);
    if (other !== NO_HEX && occupancy.men[enemy + other]! > 0) sides++;
  }
  return sides >= 3;
}
