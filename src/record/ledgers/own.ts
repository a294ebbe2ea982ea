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
  const { seed, tick, day, passes } = entry;
  const { key, killed, wounded, missing } = incident;
  const draw = (n: number): number =>
    uniform(seed, FOR.return, tick, key, 0, n + WAYS[incident.by]);
  const tell = (on: number, column: ReturnColumn, amount: number): void => {
    const share = column === 'killed' || column === 'died' ? passes : 1;
    addOn(books.told, noReturns, on, column, amount * share);
  };
  const both = (on: number, column: ReturnColumn, amount: number): void => {
    addOn(books.truth, noReturns, on, column, amount);
    tell(on, column, amount);
  };
  for (const column of ['tanks', 'guns', 'aircraft'] as const) both(day, column, incident[column]);
  both(day, 'wounded', wounded);
  both(day, 'missing', missing);
  const dying = binomialFrom(draw(DRAW.died), wounded, c.woundDeath);
  for (let man = 0; man < dying; man++) {
    const on = day + 1 + waitDays(c.woundDeathDays, draw(DRAW.wound + man));
    both(on, 'wounded', -1);
    both(on, 'died', 1);
  }
  const lost = binomialFrom(draw(DRAW.unaccounted), killed, c.unaccounted);
  addOn(books.truth, noReturns, day, 'killed', killed);
  tell(day, 'killed', killed - lost);
  tell(day, 'missing', lost);
  for (let man = 0; man < lost; man++) {
    const on = day + 1 + waitDays(c.settleDays, draw(DRAW.settle + man));
    tell(on, 'missing', -1);
    tell(on, 'killed', 1);
  }
  const strayed = binomialFrom(draw(DRAW.strayed), incident.broke, c.stragglers);
  for (let man = 0; man < strayed; man++) {
    const on = day + waitDays(c.stragglerDays, draw(DRAW.back + man));
    tell(day, 'missing', 1);
    tell(on, 'missing', -1);
  }
}
