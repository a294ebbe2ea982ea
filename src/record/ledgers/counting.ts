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

/** What each unit has counted of the enemy in a day, by index of the unit. */
export type Counts = Map<number, Sums<ClaimColumn>>;

/**
 * Who counts a loss: one unit takes it for its own work, and up to four more that looked on may each count the same
 * thing again, man by man and tank by tank. A loss that nobody saw is counted by nobody.
 */
export function countLoss(sight: Sight, counts: Counts, c: ClaimCoefficients): void {
  const count = chooseByLuck(sight);
  const owner = sight.owner >= 0 ? sight.owner : chosen[0]!;
  if (sight.owner < 0 && count === 0) return;
  const seen = seenIn(sight, c);
  add(counts, owner, seen);
  let further = 0;
  for (let i = 0; i < count && further < FURTHER_MAX; i++) {
    const unit = chosen[i]!;
    if (unit === owner) continue;
    further++;
    add(counts, unit, doubled(sight, unit, seen, c));
  }
}

/** Units that luck has chosen among the lookers, and their draws, ascending. Scratch. */
const chosen = new Int32Array(FURTHER_MAX + 1);
const draws = new Float64Array(FURTHER_MAX + 1);

/** The first of the lookers in an order that luck gives, the same whatever the order of events; how many stand in `chosen`. */
function chooseByLuck({ seed, tick, incident, lookers, luckKeys }: Sight): number {
  let count = 0;
  for (const unit of lookers) {
    const u = uniform(seed, FOR.claim, tick, luckKeys[unit]!, incident.key, DRAW.owner);
    let at = count < chosen.length ? count++ : chosen.length;
    // Lookers ascend, so that of two with one draw the lower stays ahead.
    for (; at > 0 && draws[at - 1]! > u; at--) {
      if (at === chosen.length) continue;
      chosen[at] = chosen[at - 1]!;
      draws[at] = draws[at - 1]!;
    }
    if (at === chosen.length) continue;
    chosen[at] = unit;
    draws[at] = u;
  }
  return count;
}

/** What is to be seen of a loss: some of the wounded lie as the dead do. Men taken alive are not counted as fallen. */
function seenIn({ seed, tick, incident }: Sight, c: ClaimCoefficients): Sums<ClaimColumn> {
  const { key, killed, wounded, tanks, guns, aircraft, by } = incident;
  const u = uniform(seed, FOR.claim, tick, key, WAY[by], DRAW.dead);
  const still = binomialFrom(u, wounded, c.takenForDead);
  return { killed: killed + still, wounded: wounded - still, tanks, guns, aircraft };
}

/** Tells the draws of one unit's losses by fire, shells and bombs of a tick apart. */
const WAY: Readonly<Record<Incident['by'], number>> = { fire: 1, shells: 2, bombs: 3 };

function doubled(
  { seed, tick, incident, luckKeys }: Sight,
  unit: number,
  seen: Sums<ClaimColumn>,
  c: ClaimCoefficients,
): Sums<ClaimColumn> {
  const again = noClaims();
  for (const [index, column] of CLAIM_COLUMNS.entries()) {
    if (seen[column] === 0) continue;
    const n = DRAW.double + index + 8 * WAY[incident.by];
    const u = uniform(seed, FOR.claim, tick, luckKeys[unit]!, incident.key, n);
    again[column] = binomialFrom(u, seen[column], doubleChance(column, c));
  }
  return again;
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

function add(counts: Counts, unit: number, more: Sums<ClaimColumn>): void {
  const own = counts.get(unit) ?? noClaims();
  for (const column of CLAIM_COLUMNS) own[column] += more[column];
  counts.set(unit, own);
}

/**
 * What a unit reports of a day: its count by a factor that luck gives it that day (median 1), in whole numbers.
 * @param day first tick of the day, so that days draw apart.
 */
export function reportOfDay(
  seed: number,
  day: number,
  key: number,
  counted: Sums<ClaimColumn>,
  c: ClaimCoefficients,
): Sums<ClaimColumn> {
  const factor = logNormal(c.spread, seed, FOR.claim, day, key, 0, DRAW.day);
  const report = noClaims();
  for (const [index, column] of CLAIM_COLUMNS.entries()) {
    if (counted[column] === 0) continue;
    const u = uniform(seed, FOR.claim, day, key, 0, DRAW.day + 1 + index);
    report[column] = stochasticRound(counted[column] * factor, u);
  }
  return report;
}
