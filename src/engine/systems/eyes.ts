import { distance } from '../../hex/index.ts';
import { emit } from '../emit.ts';
import type { Model } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import { codeOf, MORALES, TASKS } from '../vocabulary.ts';
import { PICTURE_KINDS, type Run, type World } from '../world/world.ts';
import { setHolder } from './casualties.ts';
import { occupancyNow } from './occupancy.ts';
import { hear, learnHolder } from './picture.ts';

const BROKEN = codeOf(MORALES, 'broken');
const DESTROYED = codeOf(MORALES, 'destroyed');
const BAIT = codeOf(TASKS, 'bait');
const PATROL = codeOf(TASKS, 'patrol');
const WITHDRAW = codeOf(TASKS, 'withdraw');

/** Hexes from a place within which an office's own men notice who holds it. Assumption: 1.5 km. */
export const NOTICE_HEXES = 3;

/** Scratch of one look: `[office * areas + area]` men and nearness, `[office]` losses. */
interface Look {
  readonly men: Float64Array;
  readonly near: Uint8Array;
  /** The cells whose place is near, `nearCount` of them, in the order of the units that stand there. */
  readonly nearCells: Int32Array;
  nearCount: number;
  /** `[office]` bits of the places that have been marked as near, as in `bitsNear`; 0 where these do not suffice. */
  readonly markedBits: Int32Array;
  readonly loss: Float64Array;
  /** World in which `loss` was added up, and losses of both sides at that time. */
  lossIn: World | undefined;
  lossTotal: number;
  /** `[side * areas + area]` 1 where the side has steady men on the place itself. */
  readonly present: Uint8Array;
  /** `[side * areas + area]` first unit among them that holds ground, -1 none. */
  readonly stander: Int16Array;
  /** `[hex]` area whose place the hex is, or -1. */
  readonly placeAt: Int16Array;
  /** Offices with units, ascending. */
  readonly holders: Int32Array;
  /** Their parts of `men`, those of neighbouring offices in one, with the first cell of each. */
  readonly holderRows: readonly { readonly first: number; readonly men: Float64Array }[];
  /** For each of their first subordinates, the office and the subordinate. */
  readonly subTo: Int32Array;
  readonly subFrom: Int32Array;
  /** `[office * areas + area]` hex of the place, and the office's side. */
  readonly cellHex: Int16Array;
  readonly cellSide: Uint8Array;
  /** `[hex]` areas whose place lies within `NOTICE_HEXES`. */
  readonly placesNear: readonly (readonly number[])[];
  /** `[hex]` the same as bits of a number, bit `area % BITS`. */
  readonly bitsNear: Int32Array;
}

/** Bits in an entry of `bitsNear`. */
const BITS = 32;

const lookOf = oncePer((model: Model): Look => {
  const areas = model.areas.length;
  const cells = model.offices.length * areas;
  const placesNear = Array.from({ length: model.grid.count }, (_, hex) =>
    model.areas.flatMap((area, index) =>
      distance(model.grid, hex, area.hex) <= NOTICE_HEXES ? [index] : [],
    ),
  );
  const men = new Float64Array(cells);
  const offices = holdersOf(model);
  return {
    men,
    near: new Uint8Array(cells),
    nearCells: new Int32Array(cells),
    nearCount: 0,
    markedBits: new Int32Array(model.offices.length),
    loss: new Float64Array(model.offices.length),
    lossIn: undefined,
    lossTotal: 0,
    present: new Uint8Array(model.sides.length * model.areas.length),
    stander: new Int16Array(model.sides.length * model.areas.length),
    placeAt: placesByHex(model),
    placesNear,
    bitsNear: Int32Array.from(placesNear, (places) =>
      places.reduce((bits, area) => bits | (1 << (area % BITS)), 0),
    ),
    cellHex: Int16Array.from({ length: cells }, (_, cell) => model.areas[cell % areas]!.hex),
    cellSide: Uint8Array.from({ length: cells }, (_, cell) => {
      return model.offices[Math.floor(cell / areas)]!.side;
    }),
    ...offices,
    holderRows: rowsOf(men, offices.holders, areas),
  };
});

/** Which offices fill their pictures themselves, and whose of their first subordinates' they add to them. */
function holdersOf(model: Model): Pick<Look, 'holders' | 'subTo' | 'subFrom'> {
  const holders: number[] = [];
  const to: number[] = [];
  const from: number[] = [];
  model.offices.forEach((info, office) => {
    if (info.units.length === 0) return;
    holders.push(office);
    for (const sub of info.subordinates) {
      if (model.offices[sub]!.superiors[0] !== office) continue;
      to.push(office);
      from.push(sub);
    }
  });
  return {
    holders: Int32Array.from(holders),
    subTo: Int32Array.from(to),
    subFrom: Int32Array.from(from),
  };
}

function rowsOf(men: Float64Array, holders: Int32Array, areas: number): Look['holderRows'] {
  const rows: { first: number; men: Float64Array }[] = [];
  for (let i = 0; i < holders.length;) {
    const from = i++;
    while (i < holders.length && holders[i] === holders[i - 1]! + 1) i++;
    const first = holders[from]! * areas;
    rows.push({ first, men: men.subarray(first, (holders[i - 1]! + 1) * areas) });
  }
  return rows;
}

function placesByHex(model: Model): Int16Array {
  const table = new Int16Array(model.grid.count).fill(-1);
  model.areas.forEach((area, index) => {
    table[area.hex] = index;
  });
  return table;
}

/** Units under an office's direct command, destroyed ones left out; ascending. */
export function unitsOf(run: Run, office: number): number[] {
  const { morale } = run.world.units;
  return run.model.offices[office]!.units.filter((unit) => morale[unit] !== DESTROYED);
}

/**
 * What an office knows of its own: where the men under its direct command stand, what they lost, and
 * who holds the places they can see. An office learns the fate of others' men by report only.
 */
export function lookAround(run: Run): void {
  const look = lookOf(run.model);
  countOwn(run, look);
  settleHolders(run, look);
  enterOwn(run, look);
  noticeHolders(run, look);
}

/** Enters own men and losses into the pictures: those counted, and what first subordinates have reported. */
function enterOwn({ world, model }: Run, look: Look): void {
  const { holders, holderRows, subTo, subFrom, loss } = look;
  const { own, ownRead, ownLoss, lossRead } = world.offices;
  const areas = model.areas.length;
  for (const { first, men } of holderRows) own.set(men, first);
  for (let i = 0; i < holders.length; i++) {
    const office = holders[i]!;
    ownLoss[office] = loss[office]!;
  }
  for (let i = 0; i < subTo.length; i++) {
    const to = subTo[i]!;
    const from = subFrom[i]!;
    const shift = (from - to) * areas;
    const end = (to + 1) * areas;
    for (let cell = to * areas; cell < end; cell++) {
      const read = ownRead[cell + shift]!;
      if (read !== 0) own[cell] = own[cell]! + read;
    }
    ownLoss[to] = ownLoss[to]! + lossRead[from]!;
  }
}

function countOwn(run: Run, look: Look): void {
  const { world, model } = run;
  const areas = model.areas.length;
  clearLook(look);
  countLosses(run, look);
  const { location, nextLocation, morale, task, taskTarget, men } = world.units;
  const { office: officeOf, side } = model.units;
  const { area } = model.ground;
  const { men: counted, placeAt, markedBits, bitsNear } = look;
  const hexes = model.grid.count;
  // Whoever is on the battlefield is awake.
  const { awake, awakeCount } = occupancyNow(run);
  for (let i = 0; i < awakeCount; i++) {
    const unit = awake[i]!;
    const at = location[unit]!;
    if (at >= hexes || morale[unit]! >= BROKEN) continue;
    const office = officeOf[unit]!;
    const cell = office * areas + area[at]!;
    // Of those who were sent to be seen nobody is told, so that they stand in no report.
    if (task[unit] !== BAIT) counted[cell] = counted[cell]! + men[unit]!;
    const place = placeAt[at]!;
    if (place >= 0) {
      const stays = nextLocation[unit]! < 0 && task[unit] !== PATROL && task[unit] !== BAIT;
      const isLeaving = task[unit] === WITHDRAW && taskTarget[unit] !== at;
      noteStander(look, side[unit]! * areas + place, unit, stays && !isLeaving);
    }
    const isNew = (bitsNear[at]! & ~markedBits[office]!) !== 0;
    if (isNew) markNear(look, office, areas, at);
  }
}

/** Adds up what the men of each office have lost, where anybody has been lost since it was last done. */
function countLosses({ world, model }: Run, look: Look): void {
  const { killed, wounded, missing } = world.units;
  const total = world.tally.loss[0]! + world.tally.loss[1]!;
  if (look.lossIn === world && look.lossTotal === total) return;
  look.lossIn = world;
  look.lossTotal = total;
  look.loss.fill(0);
  const { office } = model.units;
  for (let unit = 0; unit < office.length; unit++) {
    const loss = killed[unit]! + wounded[unit]! + missing[unit]!;
    if (loss > 0) look.loss[office[unit]!] = look.loss[office[unit]!]! + loss;
  }
}

function clearLook(look: Look): void {
  look.men.fill(0);
  for (let i = 0; i < look.nearCount; i++) look.near[look.nearCells[i]!] = 0;
  look.nearCount = 0;
  look.markedBits.fill(0);
  look.present.fill(0);
  look.stander.fill(-1);
}

/** Notes the places that an office's men see from a hex. */
function markNear(look: Look, office: number, areas: number, at: number): void {
  const { near, nearCells } = look;
  const first = office * areas;
  const places = look.placesNear[at]!;
  // With more areas than bits one bit stands for several: then nothing counts as marked.
  if (areas <= BITS) look.markedBits[office] = look.markedBits[office]! | look.bitsNear[at]!;
  for (let i = 0; i < places.length; i++) {
    const cell = first + places[i]!;
    if (near[cell] === 1) continue;
    near[cell] = 1;
    nearCells[look.nearCount++] = cell;
  }
}

/** A patrol looks at ground and goes home, a bait is seen on it, a column goes over it: they are there, and hold nothing. */
function noteStander(look: Look, cell: number, unit: number, holds: boolean): void {
  look.present[cell] = 1;
  if (look.stander[cell]! < 0 && holds) look.stander[cell] = unit;
}

/**
 * A place that its holder's men have left is nobody's, until somebody stands there again; whoever stands on a
 * place that is nobody's, and not among enemies, has it. Assumption: nobody need stand on a place of his
 * own that the other side does not claim.
 */
function settleHolders(run: Run, look: Look): void {
  const { world, model } = run;
  const areas = model.areas.length;
  for (let area = 0; area < areas; area++) {
    const info = model.areas[area]!;
    const holder = world.ground.holder[info.hex]!;
    if (holder >= 0 && look.present[holder * areas + area] === 1) continue;
    if (holder >= 0 && isRear(run, area, holder) && look.present[(1 - holder) * areas + area] === 0)
      continue;
    if (holder >= 0) {
      world.ground.holder[info.hex] = -1;
      emit(run, 'ground-vacated', '', info.id, [], { side: model.sides[holder]!.id });
    }
    for (let side = 0; side < 2; side++) {
      const unit = look.stander[side * areas + area]!;
      if (unit < 0 || look.present[(1 - side) * areas + area] === 1) continue;
      setHolder(run, info.hex, unit, world.units.operation[unit]!, []);
    }
  }
}

/** Whether a place is a side's own, and nobody claims it from it. */
function isRear({ model }: Run, area: number, side: number): boolean {
  const { hex, disputed } = model.areas[area]!;
  return !disputed && model.ground.owner[hex] === side;
}

/** Whose the places are on which or near which an office has men of its own. */
function noticeHolders(run: Run, look: Look): void {
  const { world, model } = run;
  const { holder: believed, heldTick, enemy, own } = world.offices;
  const { holder: truth } = world.ground;
  const areas = model.areas.length;
  for (let i = 0; i < look.nearCount; i++) {
    const cell = look.nearCells[i]!;
    const holder = truth[look.cellHex[cell]!]!;
    const side = look.cellSide[cell]!;
    if (holder === believed[cell]) {
      // The common case: nothing is new, and most places have no enemy on them.
      if (holder !== side) continue;
      heldTick[cell] = world.tick;
      if (own[cell]! > 0 && enemy[cell * PICTURE_KINDS.length]! > 0) clearIfUnseen(run, cell);
      continue;
    }
    const office = Math.floor(cell / areas);
    if (learnHolder(run, office, cell - office * areas, holder)) hear(run, office);
  }
}

/** Men who stand on a place that they hold and have seen nobody there for two hours know that nobody is there. */
function clearIfUnseen({ world }: Run, cell: number): void {
  const { offices } = world;
  if (world.tick - offices.enemyTick[cell]! < 2 * TICKS_PER_HOUR) return;
  for (let kind = 0; kind < PICTURE_KINDS.length; kind++) {
    offices.enemy[cell * PICTURE_KINDS.length + kind] = 0;
  }
  offices.enemyTick[cell] = world.tick;
  offices.activity[cell] = 0;
}
