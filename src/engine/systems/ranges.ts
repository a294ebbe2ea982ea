import { distance } from '../../hex/index.ts';
import { reachMetres, roundsPerLoad } from '../rules/artillery.ts';
import { groundCoefficients } from '../rules/coefficients.ts';
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

/** Load above the reserve with which fire on own account is begun. Assumption: a tenth, two hours of it at 76 mm. */
const BEGIN_MARGIN = 0.1;

/** Share 0–1 of its load with which a battery begins fire on its own account. */
export function loadToBegin({ world }: Run): number {
  return groundCoefficients(world.params).ownReserve + BEGIN_MARGIN;
}

/** Whether a battery can spare shells to begin fire on its own account. */
export function hasShellsToSpare(run: Run, unit: number): boolean {
  return run.world.units.ammunition[unit]! >= loadToBegin(run);
}

/** Rounds that the tubes of a battery have on hand: its share of a full load of them. */
export function roundsOnHand(run: Run, unit: number): number {
  return run.world.units.ammunition[unit]! * roundsWhenFull(run, unit);
}

/** Rounds in the full load of all tubes of a battery. */
export function roundsWhenFull(run: Run, unit: number): number {
  const c = groundCoefficients(run.world.params);
  return roundsPerLoad(run.model.units.calibreMm[unit]!, c) * run.world.units.guns[unit]!;
}
