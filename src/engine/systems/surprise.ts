import { disk } from '../../hex/index.ts';
import { groundCoefficients } from '../rules/coefficients.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import type { Operation, Run } from '../world/world.ts';
import type { Occupancy } from './occupancy.ts';
import { setSuppression, suppressionNow } from './state.ts';

/** Defenders who saw enemies within a kilometre, or fired, so lately are on the alert. Assumption. */
const ALERT_TICKS = 3;

/**
 * Whether the defenders of a target are taken unawares by attackers who have just come into it:
 * nobody has seen an enemy near or fired in the last three quarters of an hour.
 */
export function isSurprised(run: Run, operation: Operation, occupancy: Occupancy): boolean {
  const { world, model } = run;
  const n = model.grid.count;
  const defender = 1 - operation.side;
  if (occupancy.men[defender * n + operation.targetHex]! <= 0) return false;
  for (const hex of disk(model.grid, operation.targetHex, 2)) {
    const seen = world.ground.seenTick[defender * n + hex]!;
    if (seen >= 0 && world.tick - seen <= ALERT_TICKS) return false;
  }
  const first = occupancy.head[defender * n + operation.targetHex]!;
  for (let unit = first; unit >= 0; unit = occupancy.next[unit]!) {
    const fired = world.units.firedTick[unit]!;
    if (fired >= 0 && world.tick - fired <= TICKS_PER_HOUR) return false;
  }
  return true;
}

/** The first minutes of a surprise: shaken defenders, and a part of the crest lost at a rush. */
export function surprise(run: Run, operation: Operation, occupancy: Occupancy): void {
  const { world, model } = run;
  const c = groundCoefficients(world.params);
  const hex = operation.targetHex;
  const share = world.ground.share[hex]!;
  const tenths = Math.round(c.rushedTenths);
  const rushed = operation.side === 0 ? tenths : -tenths;
  world.ground.share[hex] = Math.max(0, Math.min(10, share + rushed));
  const first = occupancy.head[(1 - operation.side) * model.grid.count + hex]!;
  for (let unit = first; unit >= 0; unit = occupancy.next[unit]!) {
    const shock = Math.max(suppressionNow(run, unit, c), c.surpriseShock);
    setSuppression(run, unit, shock, world.tick);
  }
}
