import type { GroundCoefficients } from '../rules/coefficients.ts';
import { nearestMetres, sightMetres } from '../rules/visibility.ts';
import type { Run } from '../world/world.ts';
import type { Occupancy } from './occupancy.ts';
import { canSee, hexesFrom } from './sight.ts';
import { lightNow, weatherNow } from './state.ts';

/** `[target key]` whether the target is seen by the side that fires: 0 not asked yet, 1 no, 2 yes. Scratch. */
let seen = new Uint8Array(0);
const looked: number[] = [];

/** Forgets who sees what: the fire of another tick is to be observed. */
export function beginLooks({ model }: Run): void {
  if (seen.length < 2 * model.grid.count) seen = new Uint8Array(2 * model.grid.count);
  for (const key of looked) seen[key] = 0;
  looked.length = 0;
}

/**
 * Whether a fit unit of the side that fires looks on the target; asked once a target and call.
 * @param key side · hexes + hex of those who are fired at.
 */
export function isObserved(
  run: Run,
  key: number,
  occupancy: Occupancy,
  c: GroundCoefficients,
): boolean {
  if (seen[key] === 0) {
    const n = run.model.grid.count;
    seen[key] = hasObserver(run, key < n ? 1 : 0, key % n, occupancy, c) ? 2 : 1;
    looked.push(key);
  }
  return seen[key] === 2;
}

/** Whether a fit unit of the side looks on the target in this light and weather. */
function hasObserver(
  run: Run,
  side: number,
  target: number,
  occupancy: Occupancy,
  c: GroundCoefficients,
): boolean {
  const { model } = run;
  const n = model.grid.count;
  const sight = sightMetres(lightNow(run), weatherNow(run), c);
  // At night shells are seen where they burst: fire is spotted as far as flashes are.
  const reach = Math.max(sight, lightNow(run) >= 3 ? 0 : c.flashMetres);
  const keys = occupancy.keys[side]!;
  const far = hexesFrom(model, target);
  for (let i = 0; i < occupancy.counts[side]!; i++) {
    const key = keys[i]!;
    const from = key - side * n;
    if (occupancy.fit[key]! <= 0) continue;
    if (nearestMetres(far[from]!, model.grid.hexWidthMetres) > reach) continue;
    if (canSee(model, from, target)) return true;
  }
  return false;
}
