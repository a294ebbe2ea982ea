import { TICKS_PER_DAY } from '../time.ts';
import { STANCES, codeOf } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import type { GroundCoefficients } from '../rules/coefficients.ts';
import { CAPACITY, FIRE_HEXES, bodies, bodyFor, clearBodyList } from './combat-bodies.ts';
import type { Occupancy } from './occupancy.ts';
import { isAttacking } from './operations.ts';
import { viewsBetween } from './views.ts';

const FREE_FIRE = codeOf(STANCES, 'free-fire');
const PAIRS = 2048;

/** Pairs of bodies in contact: `a` of side 0, `b` of side 1. Scratch. */
export const pairs = {
  count: 0,
  a: new Int32Array(PAIRS),
  b: new Int32Array(PAIRS),
  hexes: new Uint8Array(PAIRS),
  /** 1 while somebody of the pair attacks. */
  hot: new Uint8Array(PAIRS),
};

/** Gathers bodies and pairs. Pairs without an attack are taken only when `lulls` is asked for. */
export function gatherBodies(
  run: Run,
  occupancy: Occupancy,
  lulls: boolean,
  c: GroundCoefficients,
): void {
  clearBodyList(run.model.grid.count);
  pairs.count = 0;
  const attacks = markAttackers(run, occupancy);
  const free = lulls && markFree(run, occupancy);
  const war = lulls && isOpenWar(run);
  if (!attacks && !free && !war) return;
  const views = viewsBetween(run, occupancy);
  for (let i = 0; i < occupancy.counts[0]!; i++) {
    const key = occupancy.keys[0][i]!;
    for (let j = 0; j < views.width; j++) {
      const hexes = views.hexes[i * views.width + j]!;
      if (hexes > FIRE_HEXES) continue;
      const other = occupancy.keys[1][j]!;
      const isHot = attackersAt[key] === 1 || attackersAt[other] === 1;
      const shots = lulls && (freeAt[key] === 1 || freeAt[other] === 1 || (war && hexes <= 1));
      if (!isHot && !shots) continue;
      if (pairs.count >= PAIRS || bodies.count + 2 > CAPACITY) break;
      const p = pairs.count++;
      pairs.a[p] = bodyFor(run, occupancy, key, c);
      pairs.b[p] = bodyFor(run, occupancy, other, c);
      pairs.hexes[p] = hexes;
      pairs.hot[p] = isHot ? 1 : 0;
    }
  }
}

/** Time after an attack for which lines in contact keep up a fire. Assumption: three days. */
const OPEN_WAR_TICKS = 3 * TICKS_PER_DAY;

/**
 * Whether men who may answer fire need no new shot to do so: there has been an attack of battalion size
 * in the last days, and the lines shoot at what shows itself.
 */
export function isOpenWar(run: Run): boolean {
  const { attackTick } = run.world.tally;
  for (let side = 0; side < 2; side++) {
    const since = run.world.tick - attackTick[side]!;
    if (attackTick[side]! >= 0 && since >= 0 && since <= OPEN_WAR_TICKS) return true;
  }
  return false;
}

/** `[key]` 1 where somebody may open fire of his own will. Scratch. */
let freeAt = new Uint8Array(0);

/** Returns whether there is anybody. */
function markFree(run: Run, occupancy: Occupancy): boolean {
  const n = run.model.grid.count;
  const { stance } = run.world.units;
  let any = false;
  if (freeAt.length < 2 * n) freeAt = new Uint8Array(2 * n);
  for (let side = 0; side < 2; side++) {
    for (let i = 0; i < occupancy.counts[side]!; i++) {
      const key = occupancy.keys[side]![i]!;
      freeAt[key] = 0;
      for (let unit = occupancy.head[key]!; unit >= 0; unit = occupancy.next[unit]!) {
        if (stance[unit] !== FREE_FIRE) continue;
        freeAt[key] = 1;
        any = true;
        break;
      }
    }
  }
  return any;
}

/** `[key]` 1 where somebody attacks. Scratch. */
let attackersAt = new Uint8Array(0);

/** Returns whether there is anybody. */
function markAttackers(run: Run, occupancy: Occupancy): boolean {
  const n = run.model.grid.count;
  let any = false;
  if (attackersAt.length < 2 * n) attackersAt = new Uint8Array(2 * n);
  for (let side = 0; side < 2; side++) {
    for (let i = 0; i < occupancy.counts[side]!; i++) attackersAt[occupancy.keys[side]![i]!] = 0;
  }
  for (const operation of run.world.operations) {
    if (operation.phase !== 'approach' && operation.phase !== 'assault') continue;
    for (const unit of operation.units) {
      const at = run.world.units.location[unit]!;
      if (at >= n || !isAttacking(run, unit)) continue;
      attackersAt[operation.side * n + at] = 1;
      any = true;
    }
  }
  return any;
}
