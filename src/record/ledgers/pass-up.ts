import type { TRAITS } from '../../engine/index.ts';
import { passedOn, withheld, type ClaimCoefficients, type Model } from '../../engine/index.ts';
import { CLAIM_COLUMNS, noClaims, type ClaimColumn, type Sums } from './columns.ts';

/** Value 0–1 of a trait of an office, as it shows at the moment. */
export type TraitOf = (office: number, trait: (typeof TRAITS)[number]) => number;

/** Superior of each office by its own chain, -1 at the top, and the offices from the bottom up. */
export interface Ladder {
  readonly superior: Int16Array;
  readonly bottomUp: readonly number[];
}

/** The ladder of a model. */
export function ladderOf(model: Model): Ladder {
  const superior = Int16Array.from(model.offices, ({ superiors }) => superiors[0] ?? -1);
  const depth = model.offices.map((_office, start) => {
    let steps = 0;
    // The bound guards against a circle of superiors.
    for (let at = superior[start]!; at >= 0 && steps <= model.offices.length; steps++) {
      at = superior[at]!;
    }
    return steps;
  });
  const bottomUp = model.offices.map((_office, index) => index);
  bottomUp.sort((a, b) => depth[b]! - depth[a]! || a - b);
  return { superior, bottomUp };
}

/**
 * What the top of each side hears of the enemy's losses of a day: each office adds what its units and its subordinates
 * report, shades it by its honour, rounds it up and passes it on. The top itself adds, and does neither.
 * @param reports by index of the office whose unit reports; changed on the way.
 * @returns by side.
 */
export function passUp(
  model: Model,
  ladder: Ladder,
  reports: Map<number, Sums<ClaimColumn>>,
  traitOf: TraitOf,
  c: ClaimCoefficients,
): Sums<ClaimColumn>[] {
  const tops = model.sides.map(() => noClaims());
  for (const office of ladder.bottomUp) {
    const sum = reports.get(office);
    if (sum === undefined) continue;
    const up = ladder.superior[office]!;
    const into = up < 0 ? tops[model.offices[office]!.side]! : accumulator(reports, up);
    const honour = traitOf(office, 'honour');
    for (const column of CLAIM_COLUMNS) {
      into[column] += up < 0 ? sum[column] : passedOn(sum[column], honour, c);
    }
  }
  return tops;
}

/** The sums of an office, opened where there are none yet. */
export function accumulator(
  reports: Map<number, Sums<ClaimColumn>>,
  office: number,
): Sums<ClaimColumn> {
  let sums = reports.get(office);
  if (sums === undefined) {
    sums = noClaims();
    reports.set(office, sums);
  }
  return sums;
}

/** Share 0–1 of own dead that comes to the top from an office, by the fear of those on the way. */
export function passedShare(
  ladder: Ladder,
  office: number,
  traitOf: TraitOf,
  c: ClaimCoefficients,
): number {
  let share = 1;
  let steps = 0;
  for (let at = office; at >= 0 && steps <= ladder.bottomUp.length; steps++) {
    if (ladder.superior[at]! >= 0) share = withheld(share, traitOf(at, 'fear'), c);
    at = ladder.superior[at]!;
  }
  return share;
}
