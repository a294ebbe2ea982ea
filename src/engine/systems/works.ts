import { emit } from '../emit.ts';
import { fatigueFactor, groundCoefficients } from '../rules/coefficients.ts';
import { sightMetres } from '../rules/visibility.ts';
import { trenchGrowth, wireGrowth, workDone, worksLimit } from '../rules/works.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import { LIGHTS, MORALES, TASKS, UNIT_KINDS, codeOf } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import type { Occupancy } from './occupancy.ts';
import { placeOfLocation } from './places.ts';
import { canSee, hexesFrom } from './sight.ts';
import { lightNow, suppressionNow, weatherNow } from './state.ts';

const FORTIFY = codeOf(TASKS, 'fortify');
const BROKEN = codeOf(MORALES, 'broken');
const CIVIL = codeOf(LIGHTS, 'civil');
const ENGINEER = codeOf(UNIT_KINDS, 'engineer');

/** Works are reckoned every two hours, so that the stops of the clock do not matter. Assumption: fine enough for days of digging. */
export const WORKS_TICKS = 8;

/** Above this suppression nobody digs. Assumption. */
const NO_DIGGING = 0.4;

/**
 * Two hours of digging by every unit that has the task, is at its place and is not kept down by fire. To
 * be called at ticks that are a multiple of `WORKS_TICKS`. Assumption: a sapper with his tools does the
 * work of two and a half men.
 */
export function digIn(run: Run, occupancy: Occupancy): void {
  const { world, model } = run;
  const c = groundCoefficients(world.params);
  const units = world.units;
  const light = lightNow(run);
  for (let i = 0; i < occupancy.awakeCount; i++) {
    const unit = occupancy.awake[i]!;
    if (units.task[unit] !== FORTIFY || !isDigging(run, unit)) continue;
    if (suppressionNow(run, unit, c) > NO_DIGGING) continue;
    const skill = model.units.kindCode[unit] === ENGINEER ? 2.5 : 1;
    const effect = skill * fatigueFactor(units.fatigueDays[unit]!, c);
    const hours = WORKS_TICKS / TICKS_PER_HOUR;
    const inView = light >= CIVIL && isInView(run, occupancy, unit);
    improve(run, unit, workDone(units.men[unit]!, hours, light, inView, effect, c));
  }
}

/**
 * Whether the other side has men from whose place a unit can be seen in this light and weather, whether or not
 * they look.
 */
export function isInView(run: Run, occupancy: Occupancy, unit: number): boolean {
  const { model, world } = run;
  const c = groundCoefficients(world.params);
  const at = world.units.location[unit]!;
  const far = hexesFrom(model, at);
  const other = 1 - model.units.side[unit]!;
  const base = other * model.grid.count;
  const reach = sightMetres(lightNow(run), weatherNow(run), c) / model.grid.hexWidthMetres;
  for (let i = 0; i < occupancy.counts[other]!; i++) {
    const from = occupancy.keys[other]![i]! - base;
    if (far[from]! <= reach && canSee(model, from, at)) return true;
  }
  return false;
}

/** Whether a unit is at work on a position that can still be improved. */
export function isDigging(run: Run, unit: number): boolean {
  const { world, model } = run;
  const units = world.units;
  if (units.task[unit] !== FORTIFY || units.taskTick[unit]! > world.tick) return false;
  const at = units.location[unit]!;
  if (at >= model.grid.count || units.men[unit]! <= 0) return false;
  if (units.morale[unit]! >= BROKEN || units.nextLocation[unit]! >= 0) return false;
  if (units.taskTarget[unit]! >= 0 && units.taskTarget[unit] !== at) return false;
  const key = model.units.side[unit]! * model.grid.count + at;
  const limit = worksLimit(model.ground.terrain[at]!);
  return world.ground.trench[key]! < limit - 1e-3 || world.ground.wire[key]! < 1 - 1e-3;
}

/** Assumption: the quarter is a judgement. */
function improve(run: Run, unit: number, manHours: number): void {
  const { world, model } = run;
  const c = groundCoefficients(world.params);
  const at = world.units.location[unit]!;
  const side = model.units.side[unit]!;
  const key = side * model.grid.count + at;
  const trench = world.ground.trench[key]!;
  const wire = world.ground.wire[key]!;
  const digging = trenchGrowth(trench, manHours, model.ground.terrain[at]!, c);
  // Men who wire do not dig: a quarter of the labour goes into wire once there is cover.
  const wiring = wireGrowth(wire, trench, 0.25 * manHours, c);
  world.ground.trench[key] = trench + digging * (wiring > 0 ? 0.75 : 1);
  world.ground.wire[key] = wire + wiring;
  if (
    tenths(world.ground.trench[key]) === tenths(trench) &&
    tenths(world.ground.wire[key]) === tenths(wire)
  ) {
    return;
  }
  const cause = world.units.causeEvent[unit]!;
  emit(
    run,
    'works-improved',
    model.units.id[unit]!,
    placeOfLocation(model, at),
    cause === '' ? [] : [cause],
    {
      side: model.sides[side]!.id,
      trench: world.ground.trench[key],
      wire: world.ground.wire[key],
    },
  );
}

function tenths(value: number): number {
  return Math.floor(value * 10 + 1e-9);
}
