import {
  FOR,
  binomialFrom,
  logNormal,
  stochasticRound,
  uniform,
  type ClaimCoefficients,
} from '../../engine/index.ts';
import { CLAIM_COLUMNS, noClaims, type ClaimColumn, type Sums } from './columns.ts';
import type { Incident } from './incidents.ts';

/** Further units that can look on at one loss. Assumption: a front of a kilometre shows a thing to five companies. */
const FURTHER_MAX = 4;

/** Numbers of the draws of one loss and of one day, so that no two ask the same. */
const DRAW = { owner: 0, dead: 1, day: 100, again: 200 } as const;

/** One loss and those who saw it: units of the other side by index. */
export interface Sight {
  readonly seed: number;
  readonly tick: number;
  readonly incident: Incident;
  /** In sight, ascending; the first in chance takes it for his own work. */
  readonly lookers: readonly number[];
  /** Whose work it surely is (a battery, a squadron), -1 where those in sight share it. */
  readonly owner: number;
}

/** What each unit has counted of the enemy in a day: `[unit * CLAIM_COLUMNS.length + column]`. */
export interface Counts {
  /** What it takes for its own work. */
  readonly own: Float64Array;
  /** What it has seen of the work of others, and may count again. */
  readonly others: Float64Array;
  /** `[unit]` 1 where either holds anything. */
  readonly isAny: Uint8Array;
}

const WIDTH = CLAIM_COLUMNS.length;

/** Counts of so many units in which nothing stands yet. */
export function noCounts(units: number): Counts {
  return {
    own: new Float64Array(units * WIDTH),
    others: new Float64Array(units * WIDTH),
    isAny: new Uint8Array(units),
  };
}

/** Begins the counts of another day. */
export function clearCounts({ own, others, isAny }: Counts): void {
  own.fill(0);
  others.fill(0);
  isAny.fill(0);
}

/**
 * Who sees a loss: one unit takes it for its own work, and up to four more that looked on may each count the same
 * thing again when the day is over. A loss that nobody saw is counted by nobody.
 */
export function countLoss(sight: Sight, counts: Counts, c: ClaimCoefficients): void {
  if (!look(sight, c)) return;
  const count = chooseByLuck(sight);
  if (sight.owner < 0 && count === 0) return;
  const owner = sight.owner >= 0 ? sight.owner : chosen[0]!;
  enter(counts, counts.own, owner);
  let further = 0;
  for (let i = 0; i < count && further < FURTHER_MAX; i++) {
    if (chosen[i] === owner) continue;
    further++;
    enter(counts, counts.others, chosen[i]!);
  }
}

function enter({ isAny }: Counts, table: Float64Array, unit: number): void {
  isAny[unit] = 1;
  for (let column = 0; column < WIDTH; column++) table[unit * WIDTH + column]! += seen[column]!;
}

/** Units that luck has chosen among the lookers, in its order. Scratch. */
const chosen = new Int32Array(FURTHER_MAX + 1);

/** The same by their places among the lookers, ascending. Scratch. */
const places = new Int32Array(FURTHER_MAX + 1);

/**
 * The first lookers of an order that luck gives; how many stand in `chosen`. One number is enough for all: what a
 * choice leaves of it is as good as a new one.
 */
function chooseByLuck({ seed, tick, incident, lookers }: Sight): number {
  const count = Math.min(lookers.length, chosen.length);
  if (count === 0) return 0;
  let u = uniform(seed, FOR.claim, tick, incident.key, WAY[incident.by], DRAW.owner);
  for (let i = 0; i < count; i++) {
    u *= lookers.length - i;
    const pick = Math.floor(u);
    u -= pick;
    chosen[i] = lookers[freePlace(pick, i)]!;
  }
  return count;
}

/** The place that comes after `pick` places that are still free, when so many are taken; takes it. */
function freePlace(pick: number, taken: number): number {
  let place = pick;
  let at = 0;
  for (; at < taken && places[at]! <= place; at++) place++;
  places.copyWithin(at + 1, at, taken);
  places[at] = place;
  return place;
}

/** What is to be seen of a loss, by column. Scratch. */
const seen = new Float64Array(WIDTH);

/**
 * Looks at a loss: some of the wounded lie as the dead do, and men taken alive are not counted as fallen. What is to
 * be seen stands in `seen` then.
 * @returns whether there is anything.
 */
function look({ seed, tick, incident }: Sight, c: ClaimCoefficients): boolean {
  const { key, killed, wounded, tanks, guns, aircraft, by } = incident;
  if (killed + wounded + tanks + guns + aircraft === 0) return false;
  const u = wounded > 0 ? uniform(seed, FOR.claim, tick, key, WAY[by], DRAW.dead) : 0;
  const still = binomialFrom(u, wounded, c.takenForDead);
  seen[COLUMN.killed] = killed + still;
  seen[COLUMN.wounded] = wounded - still;
  seen[COLUMN.tanks] = tanks;
  seen[COLUMN.guns] = guns;
  seen[COLUMN.aircraft] = aircraft;
  return true;
}

/** Place of each column in a row of counts. */
const COLUMN = Object.fromEntries(CLAIM_COLUMNS.map((name, at) => [name, at])) as Readonly<
  Record<ClaimColumn, number>
>;

/** Tells the draws of one unit's losses by fire, shells and bombs of a tick apart. */
const WAY: Readonly<Record<Incident['by'], number>> = { fire: 1, shells: 2, bombs: 3 };

function doubleChance(column: ClaimColumn, c: ClaimCoefficients): number {
  switch (column) {
    case 'tanks':
      return c.doubleTanks;
    case 'guns':
      return c.doubleGuns;
    case 'aircraft':
      return c.doubleAircraft;
    default:
      return c.doubleMen;
  }
}

/**
 * What a unit reports of a day: its count by a factor that luck gives it that day (median 1), in whole numbers. What
 * it has seen of the work of others it counts again man by man and tank by tank.
 * @param day first tick of the day, so that days draw apart.
 * @param key luck key of the unit.
 */
export function reportOfDay(
  seed: number,
  day: number,
  key: number,
  unit: number,
  counts: Counts,
  c: ClaimCoefficients,
): Sums<ClaimColumn> {
  const factor = logNormal(c.spread, seed, FOR.claim, day, key, 0, DRAW.day);
  const report = noClaims();
  for (let column = 0; column < WIDTH; column++) {
    const name = CLAIM_COLUMNS[column]!;
    const others = counts.others[unit * WIDTH + column]!;
    let counted = counts.own[unit * WIDTH + column]!;
    if (others > 0) {
      const u = uniform(seed, FOR.claim, day, key, 0, DRAW.again + column);
      counted += binomialFrom(u, others, doubleChance(name, c));
    }
    if (counted === 0) continue;
    const u = uniform(seed, FOR.claim, day, key, 0, DRAW.day + 1 + column);
    report[name] = stochasticRound(counted * factor, u);
  }
  return report;
}
