import type { Model, OfficeInfo } from './model.ts';
import { MORALES, TRAITS, codeOf, type Trait } from './vocabulary.ts';
import {
  PICTURE_KINDS,
  type Charge,
  type Deed,
  type Grant,
  type Message,
  type Run,
} from './world/world.ts';
import { intentAt } from './systems/picture.ts';
import { TICKS_PER_DAY } from './time.ts';

const DESTROYED = codeOf(MORALES, 'destroyed');

/** What an office sees of a unit under its direct command. */
export interface OwnUnit {
  readonly unit: number;
  /** Hex, or `grid.count + node`. */
  readonly location: number;
  readonly men: number;
  readonly tanks: number;
  readonly guns: number;
  readonly aircraft: number;
  /** Code of `MORALES`. */
  readonly morale: number;
  /** Whether it is bound by an operation, a march or a mission. */
  readonly busy: boolean;
}

/**
 * All that an office may know, and all that a decision may read. Arrays are `[area]` (and
 * `[area * 4 + kind]` for `enemy`): live windows on the office's own picture, to be read at once and
 * never kept or written.
 */
export interface View {
  readonly office: number;
  readonly info: OfficeInfo;
  /** Public facts of the scenario: ground, names, who is who. Never the other side's units. */
  readonly model: Model;
  readonly tick: number;
  /** Code of `LIGHTS` now. */
  readonly light: number;
  readonly seed: number;
  readonly params: Float64Array;
  readonly traits: Readonly<Record<Trait, number>>;
  readonly daysInPost: number;
  /** Names the occasion of a choice: the day. A man's mind does not change with every report. */
  readonly occasion: number;
  readonly stirred: boolean;
  /** Whether it has news of the field that it has not reported. */
  readonly untold: boolean;
  readonly enemy: Float64Array;
  readonly enemyTick: Int32Array;
  readonly enemySince: Int32Array;
  readonly activity: Uint8Array;
  readonly own: Float64Array;
  /** Own trenches 0–1 on the place, where the office has men there; else 0. */
  readonly ownTrench: Float64Array;
  readonly holder: Int8Array;
  readonly lostTick: Int32Array;
  /** Log-odds that the other side means to take the disputed ground. */
  readonly intent: number;
  readonly ownLoss: number;
  readonly otherFronts: number;
  readonly grants: readonly Grant[];
  readonly charges: readonly Charge[];
  /** Its own recent doings, newest last. */
  readonly deeds: readonly Deed[];
  readonly inbox: readonly Message[];
  readonly pending: readonly Message[];
  readonly reportTick: number;
  /** Units under direct command, ascending. */
  readonly units: readonly OwnUnit[];
  /** What the office's side has publicly committed itself to, 0–1 (known to its own side). */
  readonly commitment: number;
  /** Hour of the truce as far as the office has been told, -1 not. */
  readonly truceTick: number;
}

/** The view of one office. Pure reading: calling it changes nothing. */
export function viewFor(run: Run, office: number): View {
  const { world, model } = run;
  const info = model.offices[office]!;
  const offices = world.offices;
  const areas = model.areas.length;
  const from = office * areas;
  const to = from + areas;
  const kinds = PICTURE_KINDS.length;
  const traits = {} as Record<Trait, number>;
  TRAITS.forEach((trait, t) => {
    traits[trait] = offices.traits[office * TRAITS.length + t]!;
  });
  const day = Math.floor(world.tick / TICKS_PER_DAY);
  return {
    office,
    info,
    model,
    tick: world.tick,
    light: model.sky.light[world.tick] ?? 0,
    seed: world.seed,
    params: world.params,
    traits,
    daysInPost: (world.tick - offices.sinceTick[office]!) / TICKS_PER_DAY,
    occasion: day,
    stirred: offices.stirred[office] === 1,
    untold: offices.untold[office] === 1,
    enemy: offices.enemy.subarray(from * kinds, to * kinds),
    enemyTick: offices.enemyTick.subarray(from, to),
    enemySince: offices.enemySince.subarray(from, to),
    activity: offices.activity.subarray(from, to),
    own: offices.own.subarray(from, to),
    ownTrench: ownTrench(run, office),
    holder: offices.holder.subarray(from, to),
    lostTick: offices.lostTick.subarray(from, to),
    intent: intentAt(world, office, world.tick),
    ownLoss: offices.ownLoss[office]!,
    otherFronts: world.otherFronts[info.side]!,
    grants: offices.grants[office]!,
    charges: offices.charges[office]!,
    deeds: offices.deeds[office]!,
    inbox: offices.inbox[office]!,
    pending: offices.pending[office]!,
    reportTick: offices.reportTick[office]!,
    units: ownUnits(run, office),
    commitment: world.talks.commitment[info.side]!,
    truceTick: offices.truceTold[office]!,
  };
}

function ownUnits(run: Run, office: number): OwnUnit[] {
  const { units } = run.world;
  const list: OwnUnit[] = [];
  for (const unit of run.model.offices[office]!.units) {
    if (units.morale[unit] === DESTROYED) continue;
    list.push({
      unit,
      location: units.location[unit]!,
      men: units.men[unit]!,
      tanks: units.tanks[unit]!,
      guns: units.guns[unit]!,
      aircraft: units.aircraft[unit]!,
      morale: units.morale[unit]!,
      busy: units.operation[unit]! >= 0 || units.nextLocation[unit]! >= 0,
    });
  }
  return list;
}

function ownTrench(run: Run, office: number): Float64Array {
  const { world, model } = run;
  const areas = model.areas.length;
  const base = model.offices[office]!.side * model.grid.count;
  const found = new Float64Array(areas);
  for (let area = 0; area < areas; area++) {
    if (world.offices.own[office * areas + area]! <= 0) continue;
    found[area] = world.ground.trench[base + model.areas[area]!.hex]!;
  }
  return found;
}
