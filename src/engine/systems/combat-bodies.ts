import { NO_HEX, neighbourOf } from '../../hex/index.ts';
import { FOR, logNormal } from '../draw.ts';
import {
  fatigueFactor,
  groundCoefficients,
  type GroundCoefficients,
} from '../rules/coefficients.ts';
import { engagedMen, lightAim, qualityFactor, weatherAim, type RangeTable } from '../rules/fire.ts';
import { tankTerrainFactor } from '../rules/tanks.ts';
import {
  SHOWN,
  detectionChance,
  nearestMetres,
  shownMetres,
  sightMetres,
} from '../rules/visibility.ts';
import { isRock } from '../rules/works.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import { MORALES, STANCES, UNIT_KINDS, codeOf } from '../vocabulary.ts';
import type { Operation, Run, World } from '../world/world.ts';
import type { Occupancy } from './occupancy.ts';
import { attackOf } from './operations.ts';
import { concertIn, lightNow, suppressionNow, weatherNow } from './state.ts';

const SHAKEN = codeOf(MORALES, 'shaken');
const BROKEN = codeOf(MORALES, 'broken');
const RETURN_FIRE = codeOf(STANCES, 'return-fire');
const FREE_FIRE = codeOf(STANCES, 'free-fire');
const INFANTRY_GUN = codeOf(UNIT_KINDS, 'infantry-gun');

/** Farthest fire of small arms that is worked out, hexes. Assumption: beyond a kilometre it hits nobody. */
export const FIRE_HEXES = 2;

/** Most bodies that can be in contact at once. */
export const CAPACITY = 512;
const floats = (): Float64Array => new Float64Array(CAPACITY);

/**
 * Bodies: all units of a side in one hex, as far as they meet an enemy. Scratch; every array is
 * `[body]` and `power` is `[body * 3 + hexes]`.
 */
export const bodies = {
  count: 0,
  key: new Int32Array(CAPACITY),
  hex: new Int32Array(CAPACITY),
  side: new Uint8Array(CAPACITY),
  men: floats(),
  /** Men who can be in the firing line and under aimed fire at a time. */
  engaged: floats(),
  /** Hits per minute on fully exposed men at 0, 1 and 2 hexes, all hands firing. */
  power: new Float64Array(CAPACITY * 3),
  /** Part of `power` that comes from tanks, `[body * 3 + hexes]`. */
  tankPower: new Float64Array(CAPACITY * 3),
  tanks: floats(),
  antiTank: floats(),
  mortars: floats(),
  works: floats(),
  wire: floats(),
  rock: new Uint8Array(CAPACITY),
  /** Share of the men who are going forward in an attack. */
  attacking: floats(),
  /** 1 where the enemy stands in the same hex. */
  mixed: new Uint8Array(CAPACITY),
  concert: floats(),
  /** How hard the attackers press, 0–1: an attack that does not get on turns into a fire-fight. */
  effort: floats(),
  quality: floats(),
  /** Fortune of the half day of the command the body is under, about 1. */
  fortune: floats(),
  suppression: floats(),
  /** Share of the men free to open fire, and of those who may answer it. */
  free: floats(),
  answering: floats(),
  shownMetres: floats(),
  exposedTanks: floats(),
  minutes: floats(),
  hits: floats(),
  closeHits: floats(),
  fragmentHits: floats(),
  tankHazard: floats(),
  gunHazard: floats(),
  incoming: floats(),
  /** Share of its fire, and of its strength hand to hand, that it has left at the start of a sub-step. */
  output: floats(),
  grip: floats(),
  suppressionSum: floats(),
};

/** `[key]` index of the body, or -1. Scratch. */
let bodyAt = new Int16Array(0);

/** Empties the list of bodies. */
export function clearBodyList(hexes: number): void {
  if (bodyAt.length < 2 * hexes) bodyAt = new Int16Array(2 * hexes).fill(-1);
  for (let body = 0; body < bodies.count; body++) bodyAt[bodies.key[body]!] = -1;
  bodies.count = 0;
}

/** The body at a key, gathered when it is first asked for. */
export function bodyFor(
  run: Run,
  occupancy: Occupancy,
  key: number,
  c: GroundCoefficients,
): number {
  const known = bodyAt[key]!;
  if (known >= 0) return known;
  const body = bodies.count++;
  bodyAt[key] = body;
  fillBody(run, occupancy, key, body, c);
  return body;
}

/** Sums over the units of a body. Scratch. */
const sum = {
  men: 0,
  fit: 0,
  attacking: 0,
  free: 0,
  answering: 0,
  concert: 0,
  effort: 0,
  training: 0,
  suppression: 0,
  rifles: 0,
  lights: 0,
  heavies: 0,
  tanks: 0,
  antiTank: 0,
  mortars: 0,
  fired: false,
};

/**
 * Assumption: tanks keep three tenths of their fire in the worst aim; a fifth of a trench hides a lying
 * man.
 */
function fillBody(
  run: Run,
  occupancy: Occupancy,
  key: number,
  body: number,
  c: GroundCoefficients,
): void {
  const { model, world } = run;
  const n = model.grid.count;
  const hex = key % n;
  const side = key < n ? 0 : 1;
  addUnits(run, occupancy, key, c);
  const men = Math.max(1, sum.men);
  const attacking = sum.attacking / men;
  const light = lightNow(run);
  const weather = weatherNow(run);
  const front = attacking > 0.5 ? attackFrontage(run, side, hex) : model.grid.hexWidthMetres;
  const engaged = engagedMen(sum.fit, front, c.spacingMetres);
  const line = engaged / Math.max(1, sum.fit);
  const quality = qualityFactor(sum.training / men, light <= 1 ? 2 : 1, c);
  const aim = lightAim(light, c) * weatherAim(weather);
  bodies.key[body] = key;
  bodies.hex[body] = hex;
  bodies.side[body] = side;
  bodies.men[body] = sum.men;
  bodies.engaged[body] = engaged;
  bodies.tanks[body] = sum.tanks;
  bodies.antiTank[body] = sum.antiTank;
  // Bombs are thrown where they are seen to fall: at night they are nearly wasted.
  bodies.mortars[body] = sum.mortars * Math.min(1, 2 * line) * aim;
  // Attackers have left their works behind, except where they hold their part of the crest.
  bodies.works[body] = world.ground.trench[key]! * c.worksEffect * (1 - attacking);
  bodies.wire[body] = world.ground.wire[key]! * c.worksEffect;
  bodies.rock[body] = isRock(model.ground.terrain[hex]!) ? 1 : 0;
  bodies.attacking[body] = attacking;
  bodies.mixed[body] = occupancy.men[(1 - side) * n + hex]! > 0 ? 1 : 0;
  bodies.concert[body] = sum.attacking > 0 ? sum.concert / sum.attacking : 0;
  bodies.effort[body] = sum.attacking > 0 ? sum.effort / sum.attacking : 0;
  bodies.quality[body] = quality;
  bodies.fortune[body] = fortuneOf(run, occupancy.head[key]!, c);
  bodies.suppression[body] = sum.suppression / men;
  bodies.free[body] = sum.free / men;
  bodies.answering[body] = sum.answering / men;
  const tankShare = tankTerrainFactor(model.ground.terrain[hex]!) * Math.max(0.3, aim);
  bodies.exposedTanks[body] = sum.tanks * (0.5 + 0.5 * tankShare);
  fillPower(body, line, quality * aim * bodies.fortune[body], tankShare, c);
  const shown = sum.fired
    ? SHOWN.firing
    : attacking > 0
      ? SHOWN.moving
      : world.ground.trench[key]! < 0.2
        ? SHOWN.standing
        : SHOWN.lying;
  bodies.shownMetres[body] = shownMetres(sightMetres(light, weather, c), shown, light, c);
}

/** `[office]` fortunes of a half day of a run, NaN where not drawn yet. Scratch. */
const fortunes = { world: undefined as World | undefined, halfDay: -1, of: new Float64Array(256) };

/**
 * What numbers do not tell of a fight: a good or a bad half day of the command under which the first
 * unit stands. Source: adjudication sources 2.3: residual s.d. of the logarithm of losses 0.75–0.98 (B); a part of it.
 */
function fortuneOf(run: Run, unit: number, c: GroundCoefficients): number {
  const { world, model } = run;
  const office = model.units.office[unit]!;
  const halfDay = Math.floor(world.tick / (12 * TICKS_PER_HOUR));
  if (fortunes.world !== world || fortunes.halfDay !== halfDay) {
    fortunes.world = world;
    fortunes.halfDay = halfDay;
    fortunes.of.fill(NaN);
  }
  const known = fortunes.of[office]!;
  if (!Number.isNaN(known)) return known;
  const { luckKey } = model.offices[office]!;
  return (fortunes.of[office] = logNormal(c.fortuneSigma, world.seed, FOR.fire, halfDay, luckKey));
}

/** Power at the three ranges. Machine guns find their place in the line before riflemen do. */
function fillPower(
  body: number,
  line: number,
  effect: number,
  tankShare: number,
  c: GroundCoefficients,
): void {
  const range: RangeTable = c.range;
  const guns = Math.min(1, 2 * line);
  for (let hexes = 0; hexes <= FIRE_HEXES; hexes++) {
    const rifles = sum.rifles * line * c.effectiveShare * c.rifleHits * range.rifle[hexes]!;
    const lights = sum.lights * guns * c.lightHits * range.light[hexes]!;
    const heavies = sum.heavies * guns * c.heavyHits * range.heavy[hexes]!;
    const tanks = sum.tanks * tankShare * c.tankHits * range.tank[hexes]!;
    bodies.power[body * 3 + hexes] = (rifles + lights + heavies) * effect + tanks;
    bodies.tankPower[body * 3 + hexes] = tanks;
  }
}

function addUnits(run: Run, occupancy: Occupancy, key: number, c: GroundCoefficients): void {
  const { model, world } = run;
  const units = world.units;
  sum.men = sum.fit = sum.attacking = sum.free = sum.answering = sum.concert = sum.effort = 0;
  sum.training = sum.suppression = sum.rifles = sum.lights = sum.heavies = 0;
  sum.tanks = sum.antiTank = sum.mortars = 0;
  sum.fired = false;
  for (let unit = occupancy.head[key]!; unit >= 0; unit = occupancy.next[unit]!) {
    const men = units.men[unit]!;
    sum.men += men;
    sum.training += men * model.units.training[unit]!;
    sum.suppression += men * suppressionNow(run, unit, c);
    const fired = units.firedTick[unit]!;
    if (fired >= 0 && world.tick - fired <= 1) sum.fired = true;
    if (units.morale[unit]! >= BROKEN) continue;
    sum.fit += men;
    const stance = units.stance[unit]!;
    const operation = attackOf(run, unit);
    const attacking = operation !== undefined;
    if (attacking) {
      sum.attacking += men;
      sum.concert += men * concertIn(run, operation);
      sum.effort += men * effortOf(run, operation);
    }
    if (stance === FREE_FIRE || attacking) sum.free += men;
    if (stance >= RETURN_FIRE || attacking) sum.answering += men;
    addWeapons(run, unit, c);
  }
}

/**
 * Attackers press on with all they have for an hour after their last headway; after that by fits and
 * starts. Assumption: see `operation.stalledEffort`.
 */
function effortOf(run: Run, operation: Operation): number {
  if (run.world.tick - operation.headwayTick <= TICKS_PER_HOUR) return 1;
  return groundCoefficients(run.world.params).stalledEffort;
}

/**
 * Assumption: shaken men fire eight tenths as well; crews are kept up to two thirds strength; an infantry
 * gun is three tenths of an anti-tank gun.
 */
function addWeapons(run: Run, unit: number, c: GroundCoefficients): void {
  const { model, world } = run;
  const units = world.units;
  const table = model.units;
  const supplied = units.ammunition[unit]! > 0.01 ? 1 : c.emptyFactor;
  const shaken = units.morale[unit] === SHAKEN ? 0.8 : 1;
  const effect = supplied * shaken * fatigueFactor(units.fatigueDays[unit]!, c);
  const share = Math.min(1, units.men[unit]! / Math.max(1, table.men[unit]!));
  // Crews of the machine guns are made up from the riflemen as long as there are any.
  const manned = Math.min(1, 1.5 * share) * effect;
  sum.rifles += table.rifles[unit]! * share * effect;
  sum.lights += table.lightMachineGuns[unit]! * manned;
  sum.heavies += table.heavyMachineGuns[unit]! * manned;
  sum.mortars += table.mortars[unit]! * manned;
  sum.tanks += units.tanks[unit]!;
  sum.antiTank += units.antiTankGuns[unit]! * effect;
  if (table.kindCode[unit] === INFANTRY_GUN) sum.antiTank += 0.3 * units.guns[unit]! * effect;
}

/**
 * Front on which a side can attack into a hex: the passable width of the hexsides behind which it
 * stands or has ground, at most the width of the hex. Source: adjudication sources 2.2: necks cap the number engaged.
 */
export function attackFrontage(run: Run, side: number, hex: number): number {
  const { model, world } = run;
  let metres = 0;
  for (let direction = 0; direction < 6; direction++) {
    const other = neighbourOf(model.grid, hex, direction);
    if (other === NO_HEX) continue;
    const held = world.ground.holder[other];
    if (held === 1 - side) continue;
    if (held !== side && model.ground.owner[side * model.grid.count + other] !== side) continue;
    metres += model.ground.passableMetres[hex * 6 + direction]!;
  }
  return Math.max(100, Math.min(model.grid.hexWidthMetres, metres));
}

/** How much of a body another can make out at so many hexes, 0–1. */
export function visibleShare(run: Run, target: number, hexes: number): number {
  const range = nearestMetres(hexes, run.model.grid.hexWidthMetres);
  return detectionChance(range, bodies.shownMetres[target]!);
}
