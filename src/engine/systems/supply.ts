import { FOR, binomialFrom, uniform } from '../draw.ts';
import type { Model } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { roundKilograms } from '../rules/artillery.ts';
import { groundCoefficients, type GroundCoefficients } from '../rules/coefficients.ts';
import {
  ammunitionAfter,
  fatigueAfterFight,
  restShare,
  roadShare,
  shellsWanted,
} from '../rules/supply.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR } from '../time.ts';
import { LIGHTS, MORALES, codeOf } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import { unsettle, type Occupancy } from './occupancy.ts';
import { isBattery, roundsWhenFull } from './ranges.ts';
import { SUPPLY_TICKS, lightNow } from './state.ts';

const CIVIL = codeOf(LIGHTS, 'civil');
const BROKEN = codeOf(MORALES, 'broken');
const DESTROYED = codeOf(MORALES, 'destroyed');
const STEADY = 0;

/**
 * Two hours of supply: ammunition comes up, tired men rest where nobody shoots, bogged tanks are pulled
 * out, and once a day men report sick. To be called at multiples of `SUPPLY_TICKS`. Assumption: a
 * hundredth of a day is rest; men are steady again with three tenths of a day behind them; beset, half as
 * much comes up.
 */
export function supplyUnits(run: Run, occupancy: Occupancy): void {
  const { world, model } = run;
  const c = groundCoefficients(world.params);
  const units = world.units;
  const { morale, firedTick, fatigueDays, ammunition, tanksBogged } = units;
  const n = model.grid.count;
  const hours = SUPPLY_TICKS / TICKS_PER_HOUR;
  const rest = restShare(hours, lightNow(run) < CIVIL);
  const isNewDay = world.tick % TICKS_PER_DAY === 0;
  shareRoads(run, occupancy, hours, c);
  for (let i = 0; i < occupancy.awakeCount; i++) {
    const unit = occupancy.awake[i]!;
    if (morale[unit] === DESTROYED || units.men[unit]! <= 0) continue;
    const at = units.location[unit]!;
    const onMap = at < n;
    const fired = firedTick[unit]!;
    const fighting = fired >= 0 && world.tick - fired < SUPPLY_TICKS;
    if (isWell(run, unit) && !fighting) {
      if (onMap && isNewDay) reportSick(run, unit, c.sickPerDay);
      continue;
    }
    const beset = onMap && occupancy.men[(1 - model.units.side[unit]!) * n + at]! > 0;
    const fatigue = fatigueDays[unit]!;
    if (fighting) fatigueDays[unit] = fatigueAfterFight(fatigue, hours);
    else if (fatigue > 0 && units.nextLocation[unit]! < 0) {
      const rested = beset ? fatigueAfterFight(fatigue, hours) : fatigue * rest;
      fatigueDays[unit] = rested < 0.01 ? 0 : rested;
    }
    if (ammunition[unit]! < 1) {
      const slowly = beset ? 0.5 * hours : hours;
      if (isBattery(run, unit)) bringShells(run, unit, slowly, c);
      else ammunition[unit] = ammunitionAfter(ammunition[unit]!, slowly, true, c);
    }
    if (!fighting && !beset) {
      if (tanksBogged[unit]! > 0) freeTanks(run, unit, hours * c.freedPerHour);
      if (morale[unit]! < BROKEN && fatigue < 0.3) morale[unit] = STEADY;
    }
    if (onMap && isNewDay) reportSick(run, unit, c.sickPerDay);
  }
}

/** `[side]` part of the shells wanted that the side's roads let through in this call. Scratch. */
const roads = new Float64Array(2);

/** Reckons how far the roads of each side suffice for what its batteries want. */
function shareRoads(run: Run, occupancy: Occupancy, hours: number, c: GroundCoefficients): void {
  const { units } = run.world;
  const { side, calibreMm } = run.model.units;
  roads.fill(0);
  for (let i = 0; i < occupancy.awakeCount; i++) {
    const unit = occupancy.awake[i]!;
    if (units.ammunition[unit]! >= 1 || !isBattery(run, unit)) continue;
    const rounds = shellsWanted(units.ammunition[unit]!, hours, c) * roundsWhenFull(run, unit);
    roads[side[unit]!] = roads[side[unit]!]! + rounds * roundKilograms(calibreMm[unit]!);
  }
  for (let own = 0; own < roads.length; own++) {
    if (roads[own]! > 0) roads[own] = roadShare(roads[own]!, roadMen(run.model)[own]!, hours, c);
  }
}

function bringShells(run: Run, unit: number, hours: number, c: GroundCoefficients): void {
  const { units, tally } = run.world;
  const side = run.model.units.side[unit]!;
  const share = shellsWanted(units.ammunition[unit]!, hours, c) * roads[side]!;
  units.ammunition[unit] = Math.min(1, units.ammunition[unit]! + share);
  tally.shellsBrought[side] = tally.shellsBrought[side]! + share * roundsWhenFull(run, unit);
}

/**
 * `[side]` men a day for whom the roads of a side into the field have room: of each gate on ground that it
 * claims, the widest link. Infinite on a map without gates.
 */
const roadMen = oncePer((model: Model) => model.sides.map((_, side) => gateMen(model, side)));

function gateMen(model: Model, side: number): number {
  let men = 0;
  let gates = 0;
  model.theatre.nodes.forEach(({ gateHex }, node) => {
    if (gateHex < 0 || model.ground.owner[side * model.grid.count + gateHex] !== side) return;
    gates++;
    let widest = 0;
    for (const { from, to, capacityMenPerDay } of model.theatre.links) {
      if (from === node || to === node) widest = Math.max(widest, capacityMenPerDay);
    }
    men += widest;
  });
  return gates === 0 ? Infinity : men;
}

/** Whether a unit lacks nothing: fresh, supplied, steady, with no tank in the mud. */
function isWell(run: Run, unit: number): boolean {
  const units = run.world.units;
  const whole = units.ammunition[unit]! >= 1 && units.tanksBogged[unit] === 0;
  return whole && units.fatigueDays[unit] === 0 && units.morale[unit] === STEADY;
}

function freeTanks(run: Run, unit: number, chance: number): void {
  const { world, model } = run;
  const bogged = world.units.tanksBogged[unit]!;
  const u = uniform(world.seed, FOR.bog, world.tick, model.units.luckKey[unit]!, 0, 1);
  const freed = binomialFrom(u, bogged, Math.min(1, chance));
  world.units.tanksBogged[unit] = bogged - freed;
  world.units.tanks[unit] = world.units.tanks[unit]! + freed;
}

function reportSick(run: Run, unit: number, share: number): void {
  const { world, model } = run;
  const u = uniform(world.seed, FOR.sickness, world.tick, model.units.luckKey[unit]!);
  const sick = binomialFrom(u, world.units.men[unit]! - 1, share);
  if (sick === 0) return;
  world.units.men[unit] = world.units.men[unit]! - sick;
  unsettle(run);
  world.units.sick[unit] = world.units.sick[unit]! + sick;
}
