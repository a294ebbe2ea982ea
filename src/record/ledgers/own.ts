import {
  FOR,
  binomialFrom,
  uniform,
  waitDays,
  type ClaimCoefficients,
} from '../../engine/index.ts';
import { addOn, noReturns, type Days, type ReturnColumn } from './columns.ts';
import type { Incident } from './incidents.ts';

/** Numbers of the draws about one unit's losses of a tick; men count on from the hundreds. */
const DRAW = { unaccounted: 0, died: 1, strayed: 2, settle: 1_000, wound: 2_000, back: 3_000 };
const WAYS = { fire: 0, shells: 10_000, bombs: 20_000 } as const;

/** When each of a unit's losses of a tick comes into the books of its own side, and into the truth. */
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
  readonly tick: number;
  /** Days since the scenario's start. */
  readonly day: number;
  /** Share 0–1 of the dead that the offices between the unit and the top pass on. */
  readonly passes: number;
}

/**
 * Enters a unit's losses of a tick. Wounds kill some of the wounded later. Some of the dead are carried as missing
 * until they are found, and men of a unit that broke until they are back.
 */
export function enterOwn(
  books: OwnBooks,
  entry: Entry,
  incident: Incident,
  c: ClaimCoefficients,
): void {
  const { day } = entry;
  both(books, entry, day, 'tanks', incident.tanks);
  both(books, entry, day, 'guns', incident.guns);
  both(books, entry, day, 'aircraft', incident.aircraft);
  both(books, entry, day, 'wounded', incident.wounded);
  both(books, entry, day, 'missing', incident.missing);
  if (incident.wounded > 0) enterDying(books, entry, incident, c);
  if (incident.killed > 0) enterKilled(books, entry, incident, c);
  if (incident.broke > 0) enterStrayed(books, entry, incident, c);
}

function enterDying(books: OwnBooks, entry: Entry, incident: Incident, c: ClaimCoefficients): void {
  const dying = binomialFrom(draw(entry, incident, DRAW.died), incident.wounded, c.woundDeath);
  for (let man = 0; man < dying; man++) {
    const wait = waitDays(c.woundDeathDays, draw(entry, incident, DRAW.wound + man));
    const on = entry.day + 1 + wait;
    both(books, entry, on, 'wounded', -1);
    both(books, entry, on, 'died', 1);
  }
}

function enterKilled(
  books: OwnBooks,
  entry: Entry,
  incident: Incident,
  c: ClaimCoefficients,
): void {
  const { day } = entry;
  const { killed } = incident;
  const lost = binomialFrom(draw(entry, incident, DRAW.unaccounted), killed, c.unaccounted);
  addOn(books.truth, noReturns, day, 'killed', killed);
  tell(books, entry, day, 'killed', killed - lost);
  tell(books, entry, day, 'missing', lost);
  for (let man = 0; man < lost; man++) {
    const on = day + 1 + waitDays(c.settleDays, draw(entry, incident, DRAW.settle + man));
    tell(books, entry, on, 'missing', -1);
    tell(books, entry, on, 'killed', 1);
  }
}

function enterStrayed(
  books: OwnBooks,
  entry: Entry,
  incident: Incident,
  c: ClaimCoefficients,
): void {
  const { day } = entry;
  const strayed = binomialFrom(draw(entry, incident, DRAW.strayed), incident.broke, c.stragglers);
  for (let man = 0; man < strayed; man++) {
    const on = day + waitDays(c.stragglerDays, draw(entry, incident, DRAW.back + man));
    tell(books, entry, day, 'missing', 1);
    tell(books, entry, on, 'missing', -1);
  }
}

function draw({ seed, tick }: Entry, { key, by }: Incident, n: number): number {
  return uniform(seed, FOR.return, tick, key, 0, n + WAYS[by]);
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
