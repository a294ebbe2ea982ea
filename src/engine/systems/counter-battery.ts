import { FOR, uniform } from '../draw.ts';
import type { GroundCoefficients } from '../rules/coefficients.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import type { Run } from '../world/world.ts';
import { isObserved } from './fire-observation.ts';
import type { Occupancy } from './occupancy.ts';
import { canFireFrom, isBattery } from './ranges.ts';
import { beatTicks, isLineBanned } from './state.ts';

/** `[side]` hexes from which its batteries fired within the last hour, and their tubes, ascending by unit. Scratch. */
const hexes: number[][] = [[], []];
const tubes: number[][] = [[], []];

/** Notes, ahead of the fire of a tick, where batteries of both sides have given themselves away. */
export function noteFiring(run: Run, { awake, awakeCount }: Occupancy): void {
  const { units, tick } = run.world;
  for (let side = 0; side < 2; side++) {
    hexes[side]!.length = 0;
    tubes[side]!.length = 0;
  }
  for (let i = 0; i < awakeCount; i++) {
    const unit = awake[i]!;
    const fired = units.firedTick[unit]!;
    const at = units.location[unit]!;
    if (fired < 0 || tick - fired > TICKS_PER_HOUR || at >= run.model.grid.count) continue;
    if (!isBattery(run, unit)) continue;
    const side = run.model.units.side[unit]!;
    const known = hexes[side]!.indexOf(at);
    if (known < 0) {
      hexes[side]!.push(at);
      tubes[side]!.push(units.guns[unit]!);
    } else tubes[side]![known] = tubes[side]![known]! + units.guns[unit]!;
  }
}

/**
 * Where a battery fires at the other side's guns in this hour instead of at its target: the hex with most of those that have
 * fired within the last hour, are in its reach, seen (at night by their flashes), and not beyond a line that
 * may not be fired across; -1 where it goes on as it was told. Assumption: a share of the batteries, drawn anew
 * each hour, as divisional artillery told off single batteries for it. Source: adjudication sources 3 for the fire; for the line, event
 * E078, which lifted the ban for guns on the far bank.
 */
export function gunsToAnswer(
  run: Run,
  unit: number,
  occupancy: Occupancy,
  c: GroundCoefficients,
): number {
  const { world, model } = run;
  const n = model.grid.count;
  const side = model.units.side[unit]!;
  const other = 1 - side;
  const at = hexes[other]!;
  if (at.length === 0 || c.counterShare <= 0) return -1;
  const hour = world.tick - (world.tick % beatTicks(run));
  const luck = model.units.luckKey[unit]!;
  if (uniform(world.seed, FOR.artillery, hour, luck, 0, 2) >= c.counterShare) return -1;
  const banned = isLineBanned(run, side);
  let best = -1;
  let most = 0;
  for (let i = 0; i < at.length; i++) {
    const hex = at[i]!;
    if (tubes[other]![i]! <= most) continue;
    if (banned && model.ground.owner[side * n + hex] !== side) continue;
    if (!canFireFrom(run, unit, world.units.location[unit]!, hex)) continue;
    if (!isObserved(run, other * n + hex, occupancy, c)) continue;
    best = hex;
    most = tubes[other]![i]!;
  }
  return best;
}
