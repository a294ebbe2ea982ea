import { P, type Authority, type Order, type View } from '../engine/index.ts';
import type { Option } from './options.ts';
import type { Score } from './score.ts';
import { concernAt } from './situation.ts';

/** Notes and proposals go from ministry to ministry; a capital tells its ministry to speak. */
export function speakAbroad(
  view: View,
  option: Option,
  score: Score,
  authority: Authority,
): Order[] {
  const sides = view.model.sides;
  const own = sides[view.info.side]!;
  const other = sides[1 - view.info.side]!;
  if (view.office !== own.foreignOffice) {
    if (!view.info.subordinates.includes(own.foreignOffice)) return [];
    return [
      {
        kind: 'direct',
        office: view.office,
        to: own.foreignOffice,
        act: option.act,
        area: option.area,
        men: option.men,
        hHourTick: -1,
        authority,
        plan: '',
      },
    ];
  }
  if (option.act === 'demand') {
    return [
      {
        kind: 'note',
        office: view.office,
        to: other.foreignOffice,
        demand: score.climb > 0.5 ? 'protest' : 'withdraw',
        area: option.area,
      },
    ];
  }
  return [{ kind: 'proposal', office: view.office, to: other.foreignOffice, terms: termsOf(view) }];
}

/**
 * What a side offers: to stop where they stand when it holds ground; the ground back when it is firm.
 * Assumption: the thresholds are judgements.
 */
function termsOf(view: View): 'ground' | 'lines' | 'withdraw' {
  let held = 0;
  let lost = 0;
  for (let area = 0; area < view.model.areas.length; area++) {
    if (!view.model.areas[area]!.disputed) continue;
    const concern = concernAt(view, area);
    if (concern.heldByUs) held += concern.worth;
    if (concern.heldByEnemy) lost += concern.worth;
  }
  const side = view.model.sides[view.info.side]!;
  const weary = view.ownLoss / view.params[P['talks.lossTolerance']]!;
  if (lost > held && side.groundResolve > 0.3 * (1 + weary)) return 'ground';
  if (held >= lost && weary > 1.2 && side.groundResolve < 0.6) return 'withdraw';
  return 'lines';
}
