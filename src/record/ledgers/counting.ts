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

/** Numbers of the draws of one loss, so that no two ask the same. */
const DRAW = { owner: 0, dead: 1, double: 10, day: 100 } as const;

/** One loss and those who saw it: units of the other side by index, and their luck keys. */
export interface Sight {
  readonly seed: number;
  readonly tick: number;
  readonly incident: Incident;
  /** In sight, ascending; the first in chance takes it for his own work. */
  readonly lookers: readonly number[];
  /** Whose work it surely is (a battery, a squadron), -1 where those in sight share it. */
  readonly owner: number;
  readonly luckKeys: Uint32Array;
}

/** What each unit has counted of the enemy in a day: `[unit * CLAIM_COLUMNS.length + column]`. */
export type Counts = Float64Array;

const WIDTH = CLAIM_COLUMNS.length;

/** Counts of so many units in which nothing stands yet. */
export function noCounts(units: number): Counts {
  return new Float64Array(units * WIDTH);
}

/** Whether a unit has counted anything. */
export function hasCounted(counts: Counts, unit: number): boolean {
  for (let at = unit * WIDTH; at < (unit + 1) * WIDTH; at++) if (counts[at] !== 0) return true;
  return false;
}

/**
 * Who counts a loss: one unit takes it for its own work, and up to four more that looked on may each count the same
 * thing again, man by man and tank by tank. A loss that nobody saw is counted by nobody.
 */
export function countLoss(sight: Sight, counts: Counts, c: ClaimCoefficients): void {
  if (!look(sight, c)) return;
  const count = chooseByLuck(sight);
  if (sight.owner < 0 && count === 0) return;
  const owner = sight.owner >= 0 ? sight.owner : chosen[0]!;
  for (let column = 0; column < WIDTH; column++) counts[owner * WIDTH + column]! += seen[column]!;
  let further = 0;
  for (let i = 0; i < count && further < FURTHER_MAX; i++) {
    const unit = chosen[i]!;
    if (unit === owner) continue;
    further++;
    countAgain(sight, unit, counts, c);
  }
}

/** Units that luck has chosen among the lookers, and their draws, ascending. Scratch. */
const chosen = new Int32Array(FURTHER_MAX + 1);
const draws = new Float64Array(FURTHER_MAX + 1);

/** The first of the lookers in an order that luck gives, the same whatever the order of events; how many stand in `chosen`. */
function chooseByLuck({ seed, tick, incident, lookers, luckKeys }: Sight): number {
  const { key } = incident;
  const most = chosen.length;
  let count = 0;
  for (const unit of lookers) {
    const u = uniform(seed, FOR.claim, tick, luckKeys[unit]!, key, DRAW.owner);
    // Lookers ascend, so that of two with one draw the lower stays ahead.
    if (count === most && u >= draws[most - 1]!) continue;
    if (count < most) count++;
    let at = count - 1;
    for (; at > 0 && draws[at - 1]! > u; at--) {
      chosen[at] = chosen[at - 1]!;
      draws[at] = draws[at - 1]!;
    }
    chosen[at] = unit;
    draws[at] = u;
  }
  return count;
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
  for (let column = 0; column < WIDTH; column++) seen[column] = incident[CLAIM_COLUMNS[column]!];
  const u = uniform(seed, FOR.claim, tick, key, WAY[by], DRAW.dead);
  const still = binomialFrom(u, wounded, c.takenForDead);
  seen[KILLED]! += still;
  seen[WOUNDED]! -= still;
  return true;
}

const KILLED = CLAIM_COLUMNS.indexOf('killed');
const WOUNDED = CLAIM_COLUMNS.indexOf('wounded');

/** Tells the draws of one unit's losses by fire, shells and bombs of a tick apart. */
const WAY: Readonly<Record<Incident['by'], number>> = { fire: 1, shells: 2, bombs: 3 };

/** A further unit counts again what it has seen of a loss. */
function countAgain(
  { seed, tick, incident, luckKeys }: Sight,
  unit: number,
  counts: Counts,
  c: ClaimCoefficients,
): void {
  const first = DRAW.double + 8 * WAY[incident.by];
  for (let column = 0; column < WIDTH; column++) {
    if (seen[column] === 0) continue;
    const u = uniform(seed, FOR.claim, tick, luckKeys[unit]!, incident.key, first + column);
    const chance = doubleChance(CLAIM_COLUMNS[column]!, c);
    counts[unit * WIDTH + column]! += binomialFrom(u, seen[column]!, chance);
  }
}

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
 * What a unit reports of a day: its count by a factor that luck gives it that day (median 1), in whole numbers.
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
    const counted = counts[unit * WIDTH + column]!;
    if (counted === 0) continue;
    const u = uniform(seed, FOR.claim, day, key, 0, DRAW.day + 1 + column);
    report[CLAIM_COLUMNS[column]!] = stochasticRound(counted * factor, u);
  }
  return report;
}
