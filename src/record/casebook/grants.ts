import type { GrantInfo } from '../../engine/index.ts';
import { formatCount } from '../narrative/clock.ts';
import { nameOfPlace, type Namer } from '../narrative/names.ts';
import { isPlaceless, toAct } from '../narrative/phrases.ts';

/** More men than either army had: no limit at all, as the files write it. */
const ALL_MEN = 1_000_000;

/** Whether a grant is good for a number of men only. */
export function hasLimit({ forceMenMax }: GrantInfo): boolean {
  return forceMenMax > 0 && forceMenMax < ALL_MEN;
}

/** A grant or ban in plain English, without a full stop: `Leave to attack anywhere, with up to 300 men`. */
export function grantWords(namer: Namer, grant: GrantInfo): string {
  const where =
    grant.area < 0 ? 'anywhere' : `at ${nameOfPlace(namer, namer.model.areas[grant.area]!.id)}`;
  const what = isPlaceless(grant.act) ? toAct(grant.act) : `${toAct(grant.act)} ${where}`;
  if (grant.kind === 'ban') return `A ban: not to ${what}`;
  const force = hasLimit(grant) ? `, with up to ${formatCount(grant.forceMenMax)} men` : '';
  const power = grant.reserved ? 'The power to' : 'Leave to';
  return `${power} ${what}${force}${grant.reserved ? ', kept for itself' : ''}`;
}
