import { FOR, uniform } from '../draw.ts';
import { emit } from '../emit.ts';
import type { GroundCoefficients } from '../rules/coefficients.ts';
import { closeStrength, crestPushTenths, type CloseInput } from '../rules/morale.ts';
import type { Run } from '../world/world.ts';
import { shakeUnit } from './casualties.ts';
import { bodies } from './combat-bodies.ts';
import { pairs } from './combat-contact.ts';
import { flee, retreatHex } from './retreat.ts';
import type { Occupancy } from './occupancy.ts';
import { operationOf } from './operations.ts';
import { placeOfLocation } from './places.ts';

/**
 * Moves the line between the two sides in hexes where one attacks the other: by whole tenths of the
 * crest, the fraction settled by a draw. A side that has lost all of it falls back.
 */
export function pushCrests(run: Run, occupancy: Occupancy, c: GroundCoefficients): void {
  for (let p = 0; p < pairs.count; p++) {
    if (pairs.hexes[p] !== 0 || pairs.hot[p] !== 1) continue;
    pushCrest(run, occupancy, pairs.a[p]!, pairs.b[p]!, c);
  }
}

/** Assumption: a defence that has the upper hand wins back three tenths of what an attack would. */
function pushCrest(
  run: Run,
  occupancy: Occupancy,
  a: number,
  b: number,
  c: GroundCoefficients,
): void {
  const { world, model } = run;
  const hex = bodies.hex[a]!;
  const before = world.ground.share[hex]!;
  const first = firstAttacker(run, occupancy, bodies.key[a]!, bodies.key[b]!);
  if (first < 0) return;
  const expected = crestPushTenths(
    closeWeight(a, bodies.wire[b]!, c),
    closeWeight(b, bodies.wire[a]!, c),
    c,
  );
  // Only attackers gain ground: a defender's superiority keeps what he has, it takes nothing back.
  const towards = expected > 0 ? bodies.attacking[a]! > 0 : bodies.attacking[b]! > 0;
  const attacker = expected > 0 ? a : b;
  const pushed = towards ? expected * bodies.effort[attacker]! : expected * 0.3;
  const u = uniform(world.seed, FOR.fire, world.tick, model.units.luckKey[first]!, 0, 1);
  const whole = Math.floor(Math.abs(pushed) + u) * (pushed < 0 ? -1 : 1);
  const after = Math.max(0, Math.min(10, before + whole));
  if (after === before) return;
  world.ground.share[hex] = after;
  creditHeadway(run, hex, after > before ? 0 : 1);
  if (before === 0 || before === 10) {
    emit(run, 'crest-contested', model.units.id[first]!, placeOfLocation(model, hex), [], {
      share: after / 10,
    });
  }
  if (after === 10 && bodies.attacking[a]! > 0) driveOut(run, occupancy, bodies.key[b]!);
  if (after === 0 && bodies.attacking[b]! > 0) driveOut(run, occupancy, bodies.key[a]!);
}

const close: { -readonly [K in keyof CloseInput]: CloseInput[K] } = {
  able: 0,
  men: 0,
  engaged: 0,
  skill: 1,
  attacking: 0,
  concert: 0,
  works: 0,
  enemyWire: 0,
};

function closeWeight(body: number, enemyWire: number, c: GroundCoefficients): number {
  close.able = bodies.engaged[body]! * (1 - c.fireLoss * bodies.suppressionSum[body]!);
  close.men = bodies.men[body]!;
  close.engaged = bodies.engaged[body]!;
  close.skill = bodies.quality[body]! * bodies.fortune[body]!;
  close.attacking = bodies.attacking[body]!;
  close.concert = bodies.concert[body]!;
  close.works = bodies.works[body]!;
  close.enemyWire = enemyWire;
  return closeStrength(close, c);
}

/** The unit whose luck the push takes: the lowest index among the attackers of either side. */
function firstAttacker(run: Run, occupancy: Occupancy, keyA: number, keyB: number): number {
  let first = -1;
  for (let end = 0; end < 2; end++) {
    for (
      let unit = occupancy.head[end === 0 ? keyA : keyB]!;
      unit >= 0;
      unit = occupancy.next[unit]!
    ) {
      if (operationOf(run, unit) === undefined) continue;
      if (first < 0 || unit < first) first = unit;
    }
  }
  return first;
}

/** Ground won is headway for every attack of the side on the hex or on its way through it, whoever won it. */
function creditHeadway({ world }: Run, hex: number, side: number): void {
  const { location } = world.units;
  for (const operation of world.operations) {
    if (operation.side !== side) continue;
    const { targetHex, units } = operation;
    if (targetHex === hex || units.some((unit) => location[unit] === hex)) {
      operation.headwayTick = world.tick;
    }
  }
}

/** Everybody of a side leaves the hex: in order where there is a way, into captivity where there is none. */
function driveOut(run: Run, occupancy: Occupancy, key: number): void {
  for (let unit = occupancy.head[key]!; unit >= 0; unit = occupancy.next[unit]!) {
    if (run.world.units.men[unit]! <= 0) continue;
    const hex = retreatHex(run, unit, occupancy);
    shakeUnit(run, unit);
    if (hex >= 0) flee(run, unit, hex);
  }
}
