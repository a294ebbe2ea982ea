import { distance } from '../../hex/index.ts';
import type { Model } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { MOVE_CLASSES, codeOf } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
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
