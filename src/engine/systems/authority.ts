import type { Model } from '../model.ts';
import { oncePer } from '../once-per.ts';
import type { StandingOrder } from '../standing.ts';
import { ACTS, type Act } from '../vocabulary.ts';
import type { Grant, Run } from '../world/world.ts';

/**
 * Who may order what. Authority at a moment = the grants an office knows of, less the bans it knows
 * of, the newest first. A power can be *reserved*: then a grant counts only when it goes back to the
 * office that holds the power.
 */

/** An act that authority is asked about: at an area, with so many men. */
export interface Deedlike {
  readonly act: Act;
  readonly area: number;
  readonly men: number;
}

/** The newest grant or ban in the list that speaks to the act, or undefined. */
export function wordOn(grants: readonly Grant[], deed: Deedlike): Grant | undefined {
  for (let i = grants.length - 1; i >= 0; i--) {
    const grant = grants[i]!;
    if (grant.act === deed.act && isMeant(grant, deed)) return grant;
  }
  return undefined;
}

/** Whether a grant or ban on the act of a deed speaks to its place and to so many men. */
export function isMeant(grant: Grant, deed: Deedlike): boolean {
  if (grant.area !== -1 && grant.area !== deed.area) return false;
  return grant.kind !== 'grant' || grant.forceMenMax <= 0 || grant.forceMenMax >= deed.men;
}

/** The newest standing order given to the office that speaks to the act, or undefined. Its condition is the office's to judge. */
function standingOn(
  orders: readonly StandingOrder[],
  office: number,
  deed: Deedlike,
): StandingOrder | undefined {
  for (let i = orders.length - 1; i >= 0; i--) {
    const order = orders[i]!;
    if (order.to !== office || order.act !== deed.act || order.area !== deed.area) continue;
    if (order.forceMenMax >= deed.men) return order;
  }
  return undefined;
}

/** `[side * ACTS + act]`; where several reserve the same power, the first in the list of offices. */
const holdersOf = oncePer((model: Model): Int16Array => {
  const table = new Int16Array(model.sides.length * ACTS.length).fill(-1);
  model.offices.forEach((info, office) => {
    for (const grant of info.grants) {
      const cell = info.side * ACTS.length + ACTS.indexOf(grant.act);
      if (grant.kind === 'grant' && grant.reserved && table[cell] === -1) table[cell] = office;
    }
  });
  return table;
});

/** Office of the side that keeps the power for itself, or -1 when nobody does. */
export function holderOf(model: Model, side: number, act: Act): number {
  return holdersOf(model)[side * ACTS.length + ACTS.indexOf(act)]!;
}

/** Whether the office's act is covered in truth, back to the holder of the power. */
export function isCovered(run: Run, office: number, deed: Deedlike): boolean {
  const holder = holderOf(run.model, run.model.offices[office]!.side, deed.act);
  if (holder === office) return true;
  const word = wordOn(run.world.offices.grants[office]!, deed);
  const standing = standingOn(run.world.offices.standing[office]!, office, deed);
  if (standing !== undefined && standing.tick > (word?.tick ?? -1)) {
    return holder === -1 || standing.backed;
  }
  if (word?.kind === 'ban') return false;
  if (word?.kind === 'grant') return holder === -1 || word.backed;
  return holder === -1;
}
