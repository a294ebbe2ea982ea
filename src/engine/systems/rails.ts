import { distance } from '../../hex/index.ts';
import { FOR, uniform } from '../draw.ts';
import { emit } from '../emit.ts';
import type { Model } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { P } from '../parameters.ts';
import { trackHitChance } from '../rules/artillery.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import { MOVE_CLASSES, WAY, codeOf } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import { placeOfLocation } from './places.ts';
import { stepsOf } from './paths.ts';

const RAIL = codeOf(MOVE_CLASSES, 'rail');

/** Hexes on rails, ascending. */
const railsOf = oncePer((model: Model): readonly number[] => {
  const steps = stepsOf(model, RAIL);
  const found: number[] = [];
  for (let hex = 0; hex < model.grid.count; hex++) {
    const leads = steps.subarray(hex * 6, hex * 6 + 6).some((minutes) => minutes < Infinity);
    if (leads) found.push(hex);
  }
  return found;
});

/**
 * Where a unit stops that is sent to a place: the place itself, for a train the hex on its rails that is nearest
 * to it (ties by index). Places off the battlefield, and maps without rails, are left as they are.
 */
export function stopFor({ model }: Run, unit: number, goal: number): number {
  if (model.units.moveClass[unit] !== RAIL || goal < 0 || goal >= model.grid.count) return goal;
  let best = goal;
  let nearest = Infinity;
  for (const hex of railsOf(model)) {
    const far = distance(model.grid, hex, goal);
    if (far >= nearest) continue;
    nearest = far;
    best = hex;
  }
  return best;
}

/** `[hex]` 1 where a railway goes through. */
const onRails = oncePer(({ ground, grid }: Model): Uint8Array =>
  Uint8Array.from({ length: grid.count }, (_, hex) =>
    ground.ways.subarray(hex * 6, hex * 6 + 6).some((way) => (way & WAY.rail) !== 0) ? 1 : 0,
  ),
);

/**
 * Shells or bombs that fall in a hex may break the railway there; while it is broken no train comes into the hex or
 * out of it. What breaks it anew prolongs the work. Assumption: `rail.repairHours` for a gang with rails and sleepers at hand.
 * @param rounds shells or bombs that fell where they were aimed.
 * @param by number of those who fired, so that no two of them share a draw in one tick.
 */
export function damageRails(
  run: Run,
  hex: number,
  rounds: number,
  by: number,
  causes: readonly string[],
): void {
  const { world, model } = run;
  if (rounds <= 0 || onRails(model)[hex] === 0) return;
  if (uniform(world.seed, FOR.rails, world.tick, hex, by) >= trackHitChance(rounds)) return;
  const isNews = !isRailCut(run, hex);
  const hours = world.params[P['rail.repairHours']]!;
  world.ground.railCut[hex] = world.tick + Math.round(hours * TICKS_PER_HOUR);
  if (!isNews) return;
  const hour = world.ground.railCut[hex];
  emit(run, 'rail-cut', '', placeOfLocation(model, hex), causes, { hour });
}

/** Whether the railway through a hex is broken now. */
export function isRailCut({ world }: Run, hex: number): boolean {
  return world.tick < world.ground.railCut[hex]!;
}

/** Whether a train has to wait before the next hex of its way. */
export function waitsForRails(run: Run, unit: number, next: number): boolean {
  const { world, model } = run;
  const n = model.grid.count;
  if (model.units.moveClass[unit] !== RAIL || next >= n) return false;
  const at = world.units.location[unit]!;
  return isRailCut(run, next) || (at < n && isRailCut(run, at));
}
