import { distance } from '../../hex/index.ts';
import { reachMetres } from '../rules/artillery.ts';
import { UNIT_KINDS, codeOf } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';

const MOUNTAIN = codeOf(UNIT_KINDS, 'mountain-gun');
const TANK = codeOf(UNIT_KINDS, 'tank');

/** Whether a unit is a battery: it has tubes to fire over a distance and is no tank. */
export function isBattery(run: Run, unit: number): boolean {
  return run.world.units.guns[unit]! > 0 && run.model.units.kindCode[unit] !== TANK;
}

/** Whether a battery in one hex reaches another. */
export function canFireFrom(run: Run, unit: number, from: number, target: number): boolean {
  const { model } = run;
  if (from >= model.grid.count || target < 0 || target >= model.grid.count) return false;
  const calibre = model.units.calibreMm[unit]!;
  const metres = distance(model.grid, from, target) * model.grid.hexWidthMetres;
  return metres <= reachMetres(calibre, model.units.kindCode[unit] === MOUNTAIN);
}
