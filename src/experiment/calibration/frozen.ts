import { hashText, PARAMETERS } from '../../engine/index.ts';

/** The values of the calibrated parameters, fixed before the predictions were looked at. */
export interface FrozenSet {
  /** 16 hexadecimal digits over names and values. */
  readonly hash: string;
  readonly values: Readonly<Record<string, number>>;
}

/** The calibrated parameters with the values that the register has now; a name that it lost is left out. */
export function frozenSet(ids: readonly string[]): FrozenSet {
  const kept = PARAMETERS.filter(({ id }) => ids.includes(id));
  const values = Object.fromEntries(kept.map(({ id, start }) => [id, start]));
  return { hash: hashText(JSON.stringify(values)), values };
}
