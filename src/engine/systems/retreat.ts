import { NO_HEX, neighbourOf } from '../../hex/index.ts';
import { groundCoefficients } from '../rules/coefficients.ts';
import type { Run } from '../world/world.ts';
import type { Occupancy } from './occupancy.ts';
import { hexStepMinutes } from './paths.ts';

/**
 * Where a beaten unit goes: the neighbouring hex without enemies that is its own side's ground by its own
 * line, is farthest from enemies, and was not just lost; `NO_HEX` when it is cut off. Assumption: the rear
 * draws more than the short way.
 */
export function retreatHex(run: Run, unit: number, occupancy: Occupancy): number {
  const { world, model } = run;
  const n = model.grid.count;
  const at = world.units.location[unit]!;
  const side = model.units.side[unit]!;
  const moveClass = Math.min(3, model.units.moveClass[unit]!);
  const c = groundCoefficients(world.params);
  let best = NO_HEX;
  let bestScore = -Infinity;
  for (let direction = 0; direction < 6; direction++) {
    const hex = neighbourOf(model.grid, at, direction);
    if (hex === NO_HEX || occupancy.men[(1 - side) * n + hex]! > 0) continue;
    const minutes = hexStepMinutes(model, moveClass, at * 6 + direction, c);
    if (minutes === Infinity) continue;
    let score = 0.3 * rearness(run, side, hex) - 0.01 * minutes;
    if (model.ground.owner[side * n + hex] === side) score += 2;
    if (world.ground.holder[hex] === side) score += 1;
    for (let about = 0; about < 6; about++) {
      const near = neighbourOf(model.grid, hex, about);
      if (near !== NO_HEX && occupancy.men[(1 - side) * n + near]! > 0) score -= 1;
    }
    if (score > bestScore) {
      best = hex;
      bestScore = score;
    }
  }
  return best;
}

/** How many of the hexes about a hex are the side's own undisputed ground, 0–6. */
function rearness(run: Run, side: number, hex: number): number {
  const { model } = run;
  const n = model.grid.count;
  let own = 0;
  for (let direction = 0; direction < 6; direction++) {
    const near = neighbourOf(model.grid, hex, direction);
    if (near === NO_HEX) continue;
    if (model.ground.owner[near] === side && model.ground.owner[n + near] === side) own++;
  }
  return own;
}

/** Sets a beaten unit on its way to a hex; it is there in the next tick, whatever its task was. */
export function flee(run: Run, unit: number, hex: number): void {
  run.world.units.nextLocation[unit] = hex;
  run.world.units.arriveTick[unit] = run.world.tick + 1;
}
