import { FOR, binomialFrom, uniform } from '../draw.ts';
import { emit } from '../emit.ts';
import { oncePer } from '../once-per.ts';
import {
  bombCasualtyChance,
  flightMinutes,
  suppressionAfterRaid,
  turnBackChance,
} from '../rules/air.ts';
import { fragmentExposure } from '../rules/artillery.ts';
import { groundCoefficients, type GroundCoefficients } from '../rules/coefficients.ts';
import { isRock } from '../rules/works.ts';
import { killedShare } from '../rules/wounds.ts';
import { TICK_MINUTES } from '../time.ts';
import { TASKS, codeOf } from '../vocabulary.ts';
import type { Model } from '../model.ts';
import type { Run } from '../world/world.ts';
import { WOUND_DRAW, takeLosses } from './casualties.ts';
import type { Occupancy } from './occupancy.ts';
import { placeOfLocation } from './places.ts';
import { damageRails } from './rails.ts';
import { isLineBanned, lightNow, setSuppression, suppressionNow, weatherNow } from './state.ts';

const STRIKE = codeOf(TASKS, 'strike');
const IDLE = codeOf(TASKS, 'idle');

/** Tick at which an air unit with a strike is over its target. */
export function strikeTick(run: Run, unit: number): number {
  const minutes = flightMinutes(distanceKm(run.model, run.world.units.location[unit]!));
  return run.world.units.taskTick[unit]! + Math.max(1, Math.round(minutes / TICK_MINUTES));
}

/** Straight distance from a base to the battlefield (the middle of its gates), km. */
function distanceKm(model: Model, location: number): number {
  const node = model.theatre.nodes[location - model.grid.count];
  if (node === undefined) return 5;
  let east = 0;
  let north = 0;
  let gates = 0;
  for (const other of model.theatre.nodes) {
    if (other.gateHex < 0) continue;
    east += other.longitude;
    north += other.latitude;
    gates++;
  }
  if (gates === 0) return 100;
  // At 42.5° north a degree is 111 km one way and 82 km the other.
  const dx = (node.longitude - east / gates) * 82;
  const dy = (node.latitude - north / gates) * 111;
  return Math.sqrt(dx * dx + dy * dy);
}

/** Units of a model that fly, ascending. */
const airUnitsOf = oncePer((model: Model): readonly number[] =>
  model.units.kind.flatMap((kind, unit) => (kind === 'air' ? [unit] : [])),
);

/** Raids that reach their target in this tick. */
export function flyStrikes(run: Run, occupancy: Occupancy): void {
  const { world, model } = run;
  const c = groundCoefficients(world.params);
  const units = world.units;
  for (const unit of airUnitsOf(model)) {
    if (units.task[unit] !== STRIKE || strikeTick(run, unit) > world.tick) continue;
    raid(run, unit, occupancy, c);
    units.task[unit] = IDLE;
    units.taskTarget[unit] = -1;
  }
}

/** Bombs of one aircraft that fall in the hex aimed at. Assumption: half of the eight that a bomber carried. */
const BOMBS_ON_TARGET = 4;

function raid(run: Run, unit: number, occupancy: Occupancy, c: GroundCoefficients): void {
  const { world, model } = run;
  const units = world.units;
  const n = model.grid.count;
  const aircraft = units.aircraft[unit]!;
  const target = units.taskTarget[unit]!;
  const side = model.units.side[unit]!;
  if (aircraft <= 0 || target < 0 || target >= n) return;
  const roll = (k: number): number =>
    uniform(world.seed, FOR.air, world.tick, model.units.luckKey[unit]!, 0, k);
  const banned = isLineBanned(run, side) && model.ground.owner[side * n + target] !== side;
  const turned = banned || roll(0) < turnBackChance(lightNow(run), weatherNow(run), c);
  const cause = units.causeEvent[unit]!;
  const event = emit(
    run,
    'air-strike-flown',
    model.units.id[unit]!,
    placeOfLocation(model, target),
    cause === '' ? [] : [cause],
    { side: model.sides[side]!.id, aircraft, result: turned ? 'turned-back' : 'bombed' },
  );
  if (turned) return;
  world.tally.forceTick[side] = world.tick;
  units.firedTick[unit] = world.tick;
  damageRails(run, target, aircraft * BOMBS_ON_TARGET, model.units.luckKey[unit]!, [event]);
  bomb(run, (1 - side) * n + target, aircraft, occupancy, event, c);
  const lost = binomialFrom(roll(1), aircraft, c.aircraftLoss);
  units.aircraft[unit] = aircraft - lost;
}

function bomb(
  run: Run,
  key: number,
  aircraft: number,
  occupancy: Occupancy,
  event: string,
  c: GroundCoefficients,
): void {
  const { world, model } = run;
  const rock = isRock(model.ground.terrain[key % model.grid.count]!);
  const exposure = fragmentExposure(false, world.ground.trench[key]! * c.worksEffect, rock, c);
  const chance = bombCasualtyChance(aircraft, exposure, c);
  for (let unit = occupancy.head[key]!; unit >= 0; unit = occupancy.next[unit]!) {
    const luck = model.units.luckKey[unit]!;
    const u = uniform(world.seed, FOR.air, world.tick, luck, 0, 2);
    const hit = binomialFrom(u, world.units.men[unit]!, chance);
    const dead = binomialFrom(
      uniform(world.seed, FOR['kind-of-wound'], world.tick, luck, 0, WOUND_DRAW.bombs),
      hit,
      killedShare('bombs', false, c),
    );
    takeLosses(run, unit, dead, hit - dead, 0, 'bombs', [event]);
    setSuppression(
      run,
      unit,
      suppressionAfterRaid(suppressionNow(run, unit, c), aircraft, c),
      world.tick,
    );
  }
}
