import { NO_HEX, disk, distance, type Grid } from '../../hex/index.ts';
import { oncePer } from '../once-per.ts';
import { MOVE_CLASSES, codeOf } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import { occupancyOf, type Occupancy } from './occupancy.ts';
import { barsOf, routeTo } from './paths.ts';
import { canSee } from './sight.ts';

const TRACKED = codeOf(MOVE_CLASSES, 'tracked');

/** Men for whom one way into a hex is wide enough before another is better. Assumption: two companies abreast. */
const WAY_MEN = 320;

/** `[hex]` hexes within two of each target, as far as they have been asked for. */
const aboutOf = oncePer((_grid: Grid): (readonly number[])[] => []);

function hexesAbout(grid: Grid, target: number): readonly number[] {
  return (aboutOf(grid)[target] ??= disk(grid, target, 2));
}

/** Who stands where at the time of setting up. */
let occupancy: Occupancy | undefined;

/** `[hex]` men sent to assemble for the attack being set up, and by the hexside they will enter over. Scratch. */
const assembled = new Map<number, number>();
const entering = new Map<number, number>();
const entryOf = new Map<number, number>();

/** Begins the setting up of an attack: looks who stands where, forgets the loads of the last one. */
export function resetAssembly(run: Run): void {
  occupancy = occupancyOf(run);
  assembled.clear();
  entering.clear();
  entryOf.clear();
}

/** Notes that a unit assembles in a hex, so that the next ones spread out. */
export function loadOf(run: Run, unit: number, hex: number): void {
  const men = run.world.units.men[unit]!;
  assembled.set(hex, (assembled.get(hex) ?? 0) + men);
  const entry = entryOf.get(hex);
  if (entry !== undefined) entering.set(entry, (entering.get(entry) ?? 0) + men);
}

/**
 * Where a unit assembles for an attack: a hex one or two from the target, on ways the side may use, out of
 * the enemy's sight where that can be had (close up for an attack by night), without enemies in it, and
 * not where the way in is full already. Where no such hex exists, the place where it stands. Assumption:
 * the weights are minutes of march that a commander would give for the advantage.
 */
export function assemblyFor(run: Run, unit: number, targetHex: number, night: boolean): number {
  const { world, model } = run;
  const side = model.units.side[unit]!;
  const at = world.units.location[unit]!;
  const moveClass = model.units.moveClass[unit]!;
  const bars = barsOf(run, side);
  const home = routeTo(model, moveClass, targetHex, bars);
  let best = at;
  let bestScore = Infinity;
  for (const hex of hexesAbout(model.grid, targetHex)) {
    if (hex === targetHex || home.minutes[hex] === Infinity || enemiesIn(run, side, hex)) continue;
    const there = routeTo(model, moveClass, hex, bars).minutes[at]!;
    if (there === Infinity) continue;
    const entry = entryHex(home.next, hex, targetHex);
    if (entry === NO_HEX || (entry !== hex && enemiesIn(run, side, entry))) continue;
    entryOf.set(hex, entry);
    // Along the way the sum is the same everywhere: the nearer place is the better one.
    let score = there + 1.2 * home.minutes[hex]!;
    // By day a place under the enemy's eyes costs as much as a detour of an hour or two.
    const near = distance(model.grid, hex, targetHex) === 1;
    if (!night) score += (canSee(model, targetHex, hex) ? 45 : 0) + (near ? 60 : 0);
    score += (60 * (entering.get(entry) ?? 0)) / WAY_MEN;
    score += (15 * (assembled.get(hex) ?? 0)) / WAY_MEN;
    // Tanks want firm, level ground before them more than cover.
    if (moveClass === TRACKED) score += home.minutes[hex]!;
    if (score < bestScore) {
      best = hex;
      bestScore = score;
    }
  }
  return best;
}

/** The hex from which the way enters the target. */
function entryHex(next: Int16Array, from: number, target: number): number {
  let hex = from;
  for (let steps = 0; steps < 12; steps++) {
    const hop = next[hex]!;
    if (hop === target) return hex;
    if (hop < 0) return NO_HEX;
    hex = hop;
  }
  return NO_HEX;
}

function enemiesIn(run: Run, side: number, hex: number): boolean {
  return (occupancy?.men[(1 - side) * run.model.grid.count + hex] ?? 0) > 0;
}

/** Where a unit goes after an ejection: the nearest hex that is its side's beyond dispute. */
export function homeAfter(run: Run, unit: number, targetHex: number): number {
  const { model } = run;
  const n = model.grid.count;
  const side = model.units.side[unit]!;
  const moveClass = model.units.moveClass[unit]!;
  const at = run.world.units.location[unit]!;
  let best = NO_HEX;
  let bestMinutes = Infinity;
  for (const hex of disk(model.grid, targetHex, 3)) {
    if (model.ground.owner[hex] !== side || model.ground.owner[n + hex] !== side) continue;
    const minutes = routeTo(model, moveClass, hex, 0).minutes[at]!;
    if (minutes < bestMinutes) {
      best = hex;
      bestMinutes = minutes;
    }
  }
  return best;
}
