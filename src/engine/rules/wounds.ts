import type { GroundCoefficients } from './coefficients.ts';

/** What hit the men. */
export type WoundCause = 'bullets' | 'fragments' | 'bombs' | 'close-combat' | 'shot' | 'tank';

/**
 * Share killed among those hit. Source: adjudication sources 9. Bombs wound like fragments; close combat
 * kills like bullets at short range (assumption: a tenth more).
 * @param untended nobody can be carried back: pinned men under fire by day, men left behind.
 */
export function killedShare(cause: WoundCause, untended: boolean, c: GroundCoefficients): number {
  if (untended) return c.killedUntended;
  if (cause === 'fragments' || cause === 'bombs') return c.killedByFragments;
  if (cause === 'close-combat') return Math.min(1, c.killedByBullets + 0.1);
  return c.killedByBullets;
}

/** Share of officers among those hit. Source: adjudication sources 9: share in the ranks times their exposure. */
export function officerLossShare(c: GroundCoefficients): number {
  return (c.officerShare * c.leaderExposure) / exposed(c);
}

/** Share of non-commissioned officers among those hit. Source: the same, with the same exposure. */
export function ncoLossShare(c: GroundCoefficients): number {
  return (c.ncoShare * c.leaderExposure) / exposed(c);
}

/** What a man of average rank is exposed to, 1 where leaders are no more in view than their men. */
function exposed({ officerShare, ncoShare, leaderExposure }: GroundCoefficients): number {
  const leaders = officerShare + ncoShare;
  return leaders * leaderExposure + 1 - leaders;
}

/**
 * Leaders killed beyond those that go with so many dead, as a share of the leaders that there were; below 0 where they
 * were spared. Source: adjudication sources 5, the leaders lost in the hazard of breaking; Assumption: only those beyond the
 * usual, which the weight of the loss holds already.
 * @param leaders officers and non-commissioned officers killed.
 * @param killed all killed, and `start` the men there were.
 */
export function leadersLostBeyond(
  leaders: number,
  killed: number,
  start: number,
  c: GroundCoefficients,
): number {
  const expected = killed * (officerLossShare(c) + ncoLossShare(c));
  return (leaders - expected) / Math.max(1, start * (c.officerShare + c.ncoShare));
}
