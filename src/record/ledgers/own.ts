import {
  FOR,
  TICKS_PER_DAY,
  binomialFrom,
  uniform,
  waitDays,
  type ClaimCoefficients,
} from '../../engine/index.ts';
import { addOn, noReturns, type Days, type ReturnColumn } from './columns.ts';
import type { UnitLoss } from './incidents.ts';

/** Numbers of the draws about one unit's losses of a day; men count on from the thousands, more than a unit has. */
const DRAW = { unaccounted: 0, died: 1, strayed: 2, settle: 10_000, wound: 20_000, back: 30_000 };

/** When each of a unit's losses of a day comes into the books of its own side, and into the truth. */
export interface OwnBooks {
  /** What is so, by day. */
  readonly truth: Days<ReturnColumn>;
  /** What the top of the side has been told, by the day it is of. */
  readonly told: Days<ReturnColumn>;
}

/** Opens books with nothing in them. */
export function openBooks(): OwnBooks {
  return { truth: new Map(), told: new Map() };
}

/** When and by whom losses are entered. */
export interface Entry {
  readonly seed: number;
  /** Days since the scenario's start. */
  readonly day: number;
  /** Share 0–1 of the dead that the offices between the unit and the top pass on. */
  readonly passes: number;
}

/**
 * Enters a unit's losses of a day. Wounds kill some of the wounded later. Some of the dead are carried as missing
 * until they are found, and men of a unit that broke until they are back.
 */
export function enterOwn(
  books: OwnBooks,
  entry: Entry,
  loss: UnitLoss,
  c: ClaimCoefficients,
): void {
  const { day } = entry;
  both(books, entry, day, 'tanks', loss.tanks);
  both(books, entry, day, 'guns', loss.guns);
  both(books, entry, day, 'aircraft', loss.aircraft);
  both(books, entry, day, 'wounded', loss.wounded);
  both(books, entry, day, 'missing', loss.missing);
  if (loss.wounded > 0) enterDying(books, entry, loss, c);
  if (loss.killed > 0) enterKilled(books, entry, loss, c);
  if (loss.broke > 0) enterStrayed(books, entry, loss, c);
}

function enterDying(books: OwnBooks, entry: Entry, loss: UnitLoss, c: ClaimCoefficients): void {
  const dying = binomialFrom(draw(entry, loss, DRAW.died), loss.wounded, c.woundDeath);
  for (let man = 0; man < dying; man++) {
    const wait = waitDays(c.woundDeathDays, draw(entry, loss, DRAW.wound + man));
    const on = entry.day + 1 + wait;
    both(books, entry, on, 'wounded', -1);
    both(books, entry, on, 'died', 1);
  }
}

function enterKilled(books: OwnBooks, entry: Entry, loss: UnitLoss, c: ClaimCoefficients): void {
  const { day } = entry;
  const { killed } = loss;
  const lost = binomialFrom(draw(entry, loss, DRAW.unaccounted), killed, c.unaccounted);
  addOn(books.truth, noReturns, day, 'killed', killed);
  tell(books, entry, day, 'killed', killed - lost);
  tell(books, entry, day, 'missing', lost);
  for (let man = 0; man < lost; man++) {
    const on = day + 1 + waitDays(c.settleDays, draw(entry, loss, DRAW.settle + man));
    tell(books, entry, on, 'missing', -1);
    tell(books, entry, on, 'killed', 1);
  }
}

function enterStrayed(books: OwnBooks, entry: Entry, loss: UnitLoss, c: ClaimCoefficients): void {
  const { day } = entry;
  const strayed = binomialFrom(draw(entry, loss, DRAW.strayed), loss.broke, c.stragglers);
  tell(books, entry, day, 'missing', strayed);
  for (let man = 0; man < strayed; man++) {
    const on = day + waitDays(c.stragglerDays, draw(entry, loss, DRAW.back + man));
    tell(books, entry, on, 'missing', -1);
  }
}

function draw({ seed, day }: Entry, { key }: UnitLoss, n: number): number {
  return uniform(seed, FOR.return, day * TICKS_PER_DAY, key, 0, n);
}

/** Enters an amount into the truth, and into what the top is told. */
function both(
  books: OwnBooks,
  entry: Entry,
  day: number,
  column: ReturnColumn,
  amount: number,
): void {
  addOn(books.truth, noReturns, day, column, amount);
  tell(books, entry, day, column, amount);
}

function tell(
  { told }: OwnBooks,
  { passes }: Entry,
  day: number,
  column: ReturnColumn,
  amount: number,
): void {
  const share = column === 'killed' || column === 'died' ? passes : 1;
  addOn(told, noReturns, day, column, amount * share);
}
