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
  const weighted = c.officerShare * c.leaderExposure;
  return weighted / (weighted + 1 - c.officerShare);
}
