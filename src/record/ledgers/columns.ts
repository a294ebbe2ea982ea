/** What is counted of the enemy. */
export const CLAIM_COLUMNS = ['killed', 'wounded', 'tanks', 'guns', 'aircraft'] as const;
export type ClaimColumn = (typeof CLAIM_COLUMNS)[number];

/**
 * What a side counts of its own. `killed`: fallen on the field; `died`: died of wounds in hospital, and no longer
 * among the wounded; `missing`: nobody knows, captured or not.
 */
export const RETURN_COLUMNS = [
  'killed',
  'died',
  'missing',
  'wounded',
  'tanks',
  'guns',
  'aircraft',
] as const;
export type ReturnColumn = (typeof RETURN_COLUMNS)[number];

/** Sums by column. */
export type Sums<Column extends string> = Record<Column, number>;

/** Changes by day: `byDay[day][column]`, days since the scenario's start. */
export type Days<Column extends string> = Map<number, Sums<Column>>;

/**
 * Adds to a column of a day.
 * @param none makes the sums of a day of which nothing is known yet.
 */
export function addOn<Column extends string>(
  days: Days<Column>,
  none: () => Sums<Column>,
  day: number,
  column: Column,
  amount: number,
): void {
  if (amount === 0) return;
  let sums = days.get(day);
  if (sums === undefined) {
    sums = none();
    days.set(day, sums);
  }
  sums[column] += amount;
}

/** Nothing counted of the enemy. */
export function noClaims(): Sums<ClaimColumn> {
  return { killed: 0, wounded: 0, tanks: 0, guns: 0, aircraft: 0 };
}

/** Nothing counted of one's own. */
export function noReturns(): Sums<ReturnColumn> {
  return { killed: 0, died: 0, missing: 0, wounded: 0, tanks: 0, guns: 0, aircraft: 0 };
}

/** Sum of a column over all days up to one, that day included. */
export function sumTo<Column extends string>(
  days: Days<Column>,
  column: Column,
  day: number,
): number {
  let sum = 0;
  for (const [each, sums] of days) if (each <= day) sum += sums[column];
  return sum;
}
