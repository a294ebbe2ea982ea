import { distance } from '../../hex/index.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import { TASKS, TERRAINS, codeOf } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import { rearOf } from './forces.ts';
import { nearDispute } from './meeting-book.ts';
import { occupancyNow } from './occupancy.ts';
import { jumpOffOf } from './paths.ts';
import { assignTask, releaseUnit } from './tasking.ts';

const BAIT = codeOf(TASKS, 'bait');
const PATROL = codeOf(TASKS, 'patrol');
const LAKE = codeOf(TERRAINS, 'lake');
const SEA = codeOf(TERRAINS, 'sea');

/**
 * Hex of an area where a party goes to be seen: over the line that its own side claims, next to disputed
 * ground, as near to the place as may be (ties by index); -1 where there is none.
 */
export function baitHexOf(run: Run, side: number, area: number): number {
  const { ground, grid, areas } = run.model;
  let best = -1;
  let nearest = Infinity;
  for (let hex = 0; hex < grid.count; hex++) {
    if (ground.area[hex] !== area || ground.owner[side * grid.count + hex] === side) continue;
    const terrain = ground.terrain[hex];
    if (terrain === LAKE || terrain === SEA || nearDispute(run.model)[hex] === 0) continue;
    if (jumpOffOf(run.model, side, hex) < 0) continue;
    const far = distance(grid, hex, areas[area]!.hex);
    if (far >= nearest) continue;
    best = hex;
    nearest = far;
  }
  return best;
}

/** Hours between the times at which patrols that have reached their goal turn for home. Assumption. */
const PATROL_HOURS = 4;
/** Hours for which a party shows itself before it goes home. Assumption: two working days and the night between. */
const BAIT_HOURS = 36;

/** A patrol that has seen its goal, and a party that has shown itself long enough, goes back to its side's nearest place in the rear. */
export function turnParties(run: Run): void {
  const { world } = run;
  if (world.tick % (PATROL_HOURS * TICKS_PER_HOUR) !== 0) return;
  const { units } = world;
  const { awake, awakeCount } = occupancyNow(run);
  for (let i = 0; i < awakeCount; i++) {
    const unit = awake[i]!;
    const task = units.task[unit];
    if (task !== PATROL && task !== BAIT) continue;
    if (units.location[unit] !== units.taskTarget[unit]) continue;
    const shown = world.tick - units.taskTick[unit]!;
    if (task === BAIT && isOut(run, unit) && shown < BAIT_HOURS * TICKS_PER_HOUR) continue;
    if (task === BAIT && !isOut(run, unit)) releaseUnit(run, unit);
    else goHome(run, unit, units.causeEvent[unit]!);
  }
}

function isOut(run: Run, unit: number): boolean {
  const { ground, grid, units } = run.model;
  const side = units.side[unit]!;
  return ground.owner[side * grid.count + run.world.units.location[unit]!] !== side;
}

/** A party turns for home; who was over the line to be seen is still on that errand, and holds nothing on the way. */
export function goHome(run: Run, unit: number, cause: string): void {
  const task = run.world.units.task[unit] === BAIT ? 'bait' : 'withdraw';
  assignTask(run, unit, task, rearOf(run, unit), run.world.tick + 1, 'return-fire', cause);
}
