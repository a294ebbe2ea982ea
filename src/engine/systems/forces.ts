import { distance } from '../../hex/index.ts';
import {
  ACTS,
  MORALES,
  TASKS,
  UNIT_KINDS,
  codeOf,
  type Act,
  type UnitKind,
} from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import { unitsOf } from './eyes.ts';
import { hasShellsToSpare } from './ranges.ts';

const BROKEN = codeOf(MORALES, 'broken');
const BAIT = codeOf(TASKS, 'bait');

const ON_FOOT: readonly UnitKind[] = [
  'rifle',
  'machine-gun',
  'border-guard',
  'gendarme',
  'cavalry',
  'engineer',
];
/** `[kind]` the same by code. */
const IS_ON_FOOT = UNIT_KINDS.map((kind) => ON_FOOT.includes(kind));
const PARTY: readonly UnitKind[] = ['border-guard', 'gendarme', 'rifle', 'cavalry', 'engineer'];
const ASSAULT: readonly UnitKind[] = [...ON_FOOT, 'tank', 'infantry-gun', 'anti-tank'];
const GUNS: readonly UnitKind[] = [
  'infantry-gun',
  'mountain-gun',
  'field-gun',
  'howitzer',
  'armoured-train',
];
const ANY: readonly UnitKind[] = [...ASSAULT, ...GUNS, 'anti-aircraft', 'staff', 'supply'];

/** `[act * UNIT_KINDS + kind]` 1 where the kind of unit can carry out the act. */
const ABLE = new Uint8Array(ACTS.length * UNIT_KINDS.length);
ACTS.forEach((act, a) => {
  for (const kind of kindsFor(act)) ABLE[a * UNIT_KINDS.length + UNIT_KINDS.indexOf(kind)] = 1;
});

/** Whether a unit of a kind (code of `UNIT_KINDS`) can carry out an act. */
export function isAble(act: Act, kindCode: number): boolean {
  return ABLE[ACTS.indexOf(act) * UNIT_KINDS.length + kindCode] === 1;
}

/** Kinds of unit that can carry out an act. */
function kindsFor(act: Act): readonly UnitKind[] {
  switch (act) {
    case 'post':
    case 'patrol':
    case 'provoke':
    case 'shoot':
      return PARTY;
    case 'fortify':
      return ON_FOOT;
    case 'eject':
    case 'assault':
      return ASSAULT;
    case 'bombard':
      return GUNS;
    case 'strike':
      return ['air'];
    case 'alert':
    case 'stand-down':
    case 'mobilise':
    case 'cross-line':
      return [...ANY, 'air'];
    default:
      return ANY;
  }
}

/** Acts that nothing but men on foot, guns or aircraft of the kind can do; the others take whoever is there. */
const NEEDS_INFANTRY: readonly Act[] = [
  'post',
  'fortify',
  'patrol',
  'provoke',
  'eject',
  'assault',
  'bombard',
  'strike',
];

/**
 * Units of an office that carry out an act: fit, free and of the right kind, the nearest to the place
 * first (ties by index), until the men wanted are reached. Tanks and guns that stand with the
 * infantry come along; they do not count as men wanted.
 * @param fromAfar whether units off the battlefield can be taken.
 */
export function pickUnits(
  run: Run,
  office: number,
  act: Act,
  hex: number,
  men: number,
  fromAfar: boolean,
): number[] {
  const { world, model } = run;
  // How far a unit is and its index, in one number that sorts by both.
  const fit: number[] = [];
  const count = model.units.side.length;
  const own = unitsOf(run, office);
  const able = ACTS.indexOf(act) * UNIT_KINDS.length;
  for (const unit of own) {
    if (ABLE[able + model.units.kindCode[unit]!] === 0) continue;
    if (world.units.morale[unit]! >= BROKEN || world.units.operation[unit]! >= 0) continue;
    if (model.units.readyTick[unit]! > world.tick) continue;
    if (world.units.men[unit]! <= 0 && world.units.aircraft[unit]! <= 0) continue;
    const at = world.units.location[unit]!;
    const off = at >= model.grid.count;
    if (off && !fromAfar) continue;
    if (act === 'fortify' && at !== hex) continue;
    if (act === 'bombard' && !hasShellsToSpare(run, unit)) continue;
    if (act === 'provoke' && world.units.men[unit]! > BAIT_MEN_MAX) continue;
    // Who is out to be seen is left to it.
    if (world.units.task[unit] === BAIT && act !== 'withdraw' && act !== 'alert') continue;
    if (act === 'withdraw' && (off || model.ground.area[at] !== model.ground.area[hex])) continue;
    const far = off ? 1000 : distance(model.grid, at, hex);
    if (act === 'concentrate' && far <= GATHERED_HEXES) continue;
    fit.push(far * count + unit);
  }
  if (fit.length > 1) fit.sort(ascending);
  const picked: number[] = [];
  let counted = 0;
  for (const place of fit) {
    const unit = place % count;
    const infantry = IS_ON_FOOT[model.units.kindCode[unit]!]!;
    if (guards(run, office, own, unit, act, hex, picked)) continue;
    // A strike is counted in aircraft, everything else in men.
    const size = act === 'strike' ? world.units.aircraft[unit]! : world.units.men[unit]!;
    const everybody = act === 'alert' || act === 'stand-down' || act === 'withdraw';
    if (!everybody && (infantry || act === 'bombard' || act === 'strike')) {
      // A unit that overshoots the number by more than half of itself stays, unless it is the first.
      if (counted >= men || (picked.length > 0 && counted + size / 2 > men)) continue;
      counted += size;
    }
    picked.push(unit);
  }
  return counted > 0 || !NEEDS_INFANTRY.includes(act) ? picked : [];
}

function ascending(a: number, b: number): number {
  return a - b;
}

/** Men beyond whom a body is no bait any more. Assumption: a party of three to five, or what comes nearest to it. */
export const BAIT_MEN_MAX = 16;

/** Hexes within which troops count as gathered about a place. Assumption: 4 km, an hour's march. */
const GATHERED_HEXES = 8;
/** Men that stay on a held height when others are called away from it. Assumption: two platoons. */
const GUARD_MEN = 80;
/** Acts for which a height is not stripped of its last men. */
const ELSEWHERE: readonly Act[] = [
  'post',
  'patrol',
  'provoke',
  'reinforce',
  'concentrate',
  'eject',
  'assault',
];

/**
 * Whether a unit must stay where it is, since a disputed height would be left with too few men: of the office's
 * own there, and of what it believes of others. Whom it does not know of, it does not count on.
 * @param own the units of the office.
 */
function guards(
  run: Run,
  office: number,
  own: readonly number[],
  unit: number,
  act: Act,
  target: number,
  picked: readonly number[],
): boolean {
  const { world, model } = run;
  const at = world.units.location[unit]!;
  if (at === target || at >= model.grid.count || !ELSEWHERE.includes(act)) return false;
  const place = model.areas[model.ground.area[at]!]!;
  const side = model.units.side[unit]!;
  const cell = office * model.areas.length + model.ground.area[at]!;
  if (place.hex !== at || !place.disputed || world.offices.holder[cell] !== side) return false;
  let staying = 0;
  let direct = 0;
  for (const other of own) {
    const where = world.units.location[other]!;
    if (where >= model.grid.count || world.units.morale[other]! >= BROKEN) continue;
    const men = world.units.men[other]!;
    if (model.ground.area[where] === model.ground.area[at]) direct += men;
    if (where === at && other !== unit && !picked.includes(other)) staying += men;
  }
  return staying + Math.max(0, world.offices.own[cell]! - direct) < GUARD_MEN;
}

/** Where a unit goes when it is told to leave: its side's undisputed place nearest to its start. */
export function rearOf(run: Run, unit: number): number {
  const { model, world } = run;
  const side = model.units.side[unit]!;
  const at = world.units.location[unit]!;
  if (at >= model.grid.count) return at;
  let best = model.units.start[unit]!;
  let bestFar = Infinity;
  for (const area of model.areas) {
    const own = model.ground.owner[side * model.grid.count + area.hex] === side;
    if (area.disputed || !own) continue;
    const far = distance(model.grid, at, area.hex);
    if (far < bestFar) {
      best = area.hex;
      bestFar = far;
    }
  }
  return best;
}
